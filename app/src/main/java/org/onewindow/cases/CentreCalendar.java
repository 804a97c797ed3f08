package org.onewindow.cases;

import java.time.Instant;
import org.onewindow.calendar.Calendars;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.springframework.stereotype.Component;

/** The working calendar of our county: the national one with what the region adds (T1). */
@Component
public class CentreCalendar {

    private final Calendars calendars;
    private final Divisions divisions;

    CentreCalendar(Calendars calendars, Divisions divisions) {
        this.calendars = calendars;
        this.divisions = divisions;
    }

    /** Code of our county; {@code CN} before the centre is set up. */
    public String region() {
        return divisions.county().map(Division::code).orElse("CN");
    }

    /** The edition in force. */
    public WorkingCalendar current() {
        return calendars.of(region());
    }

    /** The calendar as it was at an instant: for papers about what was said then. */
    public WorkingCalendar at(Instant instant) {
        return calendars.at(region(), instant);
    }

    /** The calendar as it was up to an edition. */
    public WorkingCalendar asOf(long edition) {
        return calendars.asOf(region(), edition);
    }
}
