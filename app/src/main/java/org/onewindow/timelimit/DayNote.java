package org.onewindow.timelimit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one day did to a time limit.
 *
 * @param day the day
 * @param reason why it counted or didn't
 * @param name the festival that made it a day off or a make-up day; null where there is none
 * @param counted how many days had been counted at its end
 * @param last whether the limit ends with business on this day
 * @param provisional whether no published calendar covers it yet (T1)
 */
public record DayNote(
        LocalDate day, Reason reason, @Nullable String name, int counted, boolean last, boolean provisional) {

    /** Why a day counted or didn't. */
    public enum Reason {
        /** The day the period starts, which isn't counted (T2). */
        START,
        /** Counted like any other. */
        COUNTED,
        /** A Saturday or Sunday that is worked, so it counts (T1). */
        MAKE_UP,
        /** Saturday or Sunday. */
        WEEKEND,
        /** A public holiday. */
        HOLIDAY,
        /** A holiday of this region only. */
        REGIONAL_HOLIDAY,
        /** Taken out by a suspension (T6). */
        SUSPENDED,
        /** The last day, moved here because the hall was closed when the days were used up or began (T3, T15). */
        CARRIED
    }

    /** Whether the day was passed over. */
    public boolean skipped() {
        return switch (reason) {
            case WEEKEND, HOLIDAY, REGIONAL_HOLIDAY, SUSPENDED -> true;
            case START, COUNTED, MAKE_UP, CARRIED -> false;
        };
    }
}
