package org.onewindow.supervision.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.kernel.CentreTime;

/** Minutes of business on working days. */
final class WorkingMinutes {

    private WorkingMinutes() {}

    /** Those between two instants, as far as their day counts; 0 where the second isn't later. */
    static long between(
            Instant from, Instant to, WorkingCalendar calendar, CentreTime time, Predicate<LocalDate> counts) {
        Duration all = Duration.ZERO;
        LocalDate last = time.dayOf(to);
        for (LocalDate day = calendar.workingDayOnOrAfter(time.dayOf(from));
                !day.isAfter(last);
                day = calendar.workingDayOnOrAfter(day.plusDays(1))) {
            if (counts.test(day)) {
                Instant opens = time.at(day, calendar.openingTime(day));
                Instant begins = opens.isBefore(from) ? from : opens;
                Instant closes = time.at(day, calendar.closingTime(day));
                Instant ends = closes.isAfter(to) ? to : closes;
                if (begins.isBefore(ends)) {
                    all = all.plus(Duration.between(begins, ends));
                }
            }
        }
        return all.toMinutes();
    }
}
