package org.onewindow.timelimit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time that doesn't count: a suspension for a special procedure (T6, APL 45) or the wait for the applicant's payment (T5).
 *
 * <p>The day it starts still counts; the days after it, up to and including the day it ends, don't. It never reaches beyond
 * the end of its stated days, also where it is ended later: then the clocks had been running on already.
 *
 * @param from the day it takes effect (the notice is served); it still counts
 * @param to the day it ends, the last one that doesn't count; null while open; a day before {@code from} excludes nothing
 * @param statedDays the days told to the applicant in the notice; 0 = none stated (payment), then an open one has no end yet
 * @param statedUnit the unit of the stated days, the procedure's own (T15)
 */
public record Exclusion(LocalDate from, @Nullable LocalDate to, int statedDays, Unit statedUnit) {

    public Exclusion {
        if (statedDays < 0) {
            throw new IllegalArgumentException("a suspension of " + statedDays + " days");
        }
    }

    /** One whose end is known and for which nothing was stated. */
    public static Exclusion closed(LocalDate from, LocalDate to) {
        return new Exclusion(from, to, 0, Unit.WORKING_DAY);
    }

    /** One whose end nobody can tell yet. */
    public static Exclusion open(LocalDate from) {
        return new Exclusion(from, null, 0, Unit.WORKING_DAY);
    }
}
