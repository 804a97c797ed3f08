package org.onewindow.journal.work;

/** What a run came to. */
enum Progress {
    /** Something was done, and there is probably more. */
    MORE,
    /** Everything there was is done. */
    DONE,
    /** There was nothing to do. */
    IDLE,
    /** Another node is at it. */
    BUSY,
    /** Stopped, until somebody lets it go on. */
    STOPPED
}
