package org.onewindow.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.onewindow.calendar.WorkingCalendar;

/** The notices there are (S8), shortest period first. */
public enum NoticeKind {
    /** 日通报. */
    DAILY,
    /** 周通报: Monday to Sunday. */
    WEEKLY,
    /** 月通报. */
    MONTHLY,
    /** 季通报. */
    QUARTERLY,
    /** 年通报. */
    ANNUAL;

    /** The first day of the period a day lies in. */
    public LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case ANNUAL -> day.withDayOfYear(1);
        };
    }

    /** The last day of the period a day lies in. */
    public LocalDate lastDay(LocalDate day) {
        LocalDate first = firstDay(day);
        return switch (this) {
            case DAILY -> first;
            case WEEKLY -> first.plusDays(6);
            case MONTHLY -> first.plusMonths(1).minusDays(1);
            case QUARTERLY -> first.plusMonths(3).minusDays(1);
            case ANNUAL -> first.plusYears(1).minusDays(1);
        };
    }

    /** Whether a working day is the last of its period: at its close the notice is made. */
    public boolean closesWith(LocalDate workingDay, WorkingCalendar calendar) {
        return calendar.workingDayAfter(workingDay, 1).isAfter(lastDay(workingDay));
    }
}
