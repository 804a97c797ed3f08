package org.onewindow.timelimit;

/** How a clock stands at an instant. */
public enum ClockState {
    /** Not stopped, not overdue, not paused. */
    RUNNING,
    /** Not stopped and a suspension is in effect (T6). */
    PAUSED,
    /** Stopped at or before its due instant. */
    MET,
    /** Stopped after its due instant, or still running past it. */
    MISSED,
    /** Ended without being met or missed, e.g. by withdrawal (T5). */
    CANCELLED
}
