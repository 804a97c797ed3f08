package org.onewindow.calendar;

/** Why a day is a working day or isn't (T1). */
public enum DayKind {
    /** Monday to Friday, nothing special. */
    WEEKDAY(true),
    /** A Saturday or Sunday worked in exchange for another day (调休上班). */
    MAKE_UP(true),
    /** Saturday or Sunday, nothing special. */
    WEEKEND(false),
    /** A day off by the national notice (放假), weekends inside a festival included. */
    HOLIDAY(false),
    /** A day off in this region only (e.g. Guangxi's Sanyuesan). */
    REGIONAL_HOLIDAY(false);

    private final boolean working;

    DayKind(boolean working) {
        this.working = working;
    }

    /** Whether time limits in working days count it. */
    public boolean isWorking() {
        return working;
    }
}
