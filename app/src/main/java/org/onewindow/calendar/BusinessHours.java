package org.onewindow.calendar;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When the centre opens and closes, from a day on until a later entry takes over (T2).
 *
 * @param validFrom the first day these hours are in force
 * @param opening first moment of business
 * @param closing last moment of business; something done exactly then is in time
 */
public record BusinessHours(LocalDate validFrom, LocalTime opening, LocalTime closing) {

    /** Nine to five, always: what holds where nobody said otherwise (T2). */
    public static final BusinessHours DEFAULT =
            new BusinessHours(LocalDate.of(1949, 10, 1), LocalTime.of(9, 0), LocalTime.of(17, 0));

    public BusinessHours {
        if (!opening.isBefore(closing)) {
            throw new IllegalArgumentException("opening " + opening + " isn't before closing " + closing);
        }
    }
}
