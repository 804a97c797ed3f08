package org.onewindow.joint;

/** How far a member has come. */
public enum MemberProgress {
    WAITING,
    OPEN,
    GRANTED,
    REFUSED,
    ENDED,
    STOPPED;

    /** Whether it has ended, one way or another. */
    public boolean isEnd() {
        return this != WAITING && this != OPEN;
    }
}
