package org.onewindow.calendar;

import java.time.LocalDate;

/**
 * One day that differs from plain Monday to Friday, as a notice or a regional arrangement names it (T1).
 *
 * @param day the day
 * @param kind whether it is taken off or worked
 * @param name the festival the notice gives as the reason, in the notice's language
 */
public record SpecialDay(LocalDate day, Kind kind, String name) {

    /** What a notice says about a day. */
    public enum Kind {
        /** 放假: nobody works, also where it is a weekday. */
        OFF,
        /** 上班: a make-up day, worked although it is a Saturday or Sunday. */
        WORK
    }
}
