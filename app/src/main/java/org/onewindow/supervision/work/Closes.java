package org.onewindow.supervision.work;

import java.time.Instant;
import java.time.LocalDate;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.kernel.CentreTime;

/** Closes of business, at which the day is looked back upon. */
final class Closes {

    private Closes() {}

    /** The first close of a working day after an instant. */
    static Instant after(Instant instant, WorkingCalendar calendar, CentreTime time) {
        LocalDate day = calendar.workingDayOnOrAfter(time.dayOf(instant));
        Instant close = time.at(day, calendar.closingTime(day));
        if (close.isAfter(instant)) {
            return close;
        }
        LocalDate next = calendar.workingDayAfter(day, 1);
        return time.at(next, calendar.closingTime(next));
    }
}
