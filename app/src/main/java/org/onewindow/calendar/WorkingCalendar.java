package org.onewindow.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Which day is a working day, for one region, as of one published edition (T1, T2). Immutable; arithmetic in constant time.
 */
public interface WorkingCalendar {

    /** Number of the edition; grows with every import. */
    long edition();

    /** Whether it is a working day: Monday to Friday, less days off, plus make-up days, less regional days off. */
    boolean isWorkingDay(LocalDate day);

    /** The {@code n}th working day strictly after a day (n ≥ 1); for n = 0 the day itself. */
    LocalDate workingDayAfter(LocalDate startExclusive, int n);

    /** How many working days lie in ({@code fromExclusive}, {@code untilInclusive}]; 0 when the range is empty. */
    int workingDaysBetween(LocalDate fromExclusive, LocalDate untilInclusive);

    /**
     * Number of working days up to and including a day, counted from an origin of the edition's own, so negative before it: only
     * the difference of two numbers means something.
     */
    int workingDaysUntil(LocalDate dayInclusive);

    /** The inverse: the working day on which that number is reached. */
    LocalDate workingDayNumbered(int number);

    /** The day itself when it is a working day, else the next one. */
    LocalDate workingDayOnOrAfter(LocalDate day);

    /** Why a day is worked or not. */
    DayKind kindOf(LocalDate day);

    /** The festival a notice or the region names for a day (off or made up for); null for an ordinary day. */
    @Nullable
    String nameOf(LocalDate day);

    /** Start of business on a day (data with validity periods). */
    LocalTime openingTime(LocalDate day);

    /** Close of business on a day (data with validity periods; T2). */
    LocalTime closingTime(LocalDate day);

    /** Whether a result that reaches this day is provisional: beyond the last imported year, or in its last days (T1). */
    boolean isProvisional(LocalDate day);
}
