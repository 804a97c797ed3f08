package org.onewindow.timelimit;

/** What a limit is counted in; never mixed (T15). */
public enum Unit {
    /** 工作日. */
    WORKING_DAY,
    /** 自然日. */
    DAY,
    /** 小时. */
    HOUR
}
