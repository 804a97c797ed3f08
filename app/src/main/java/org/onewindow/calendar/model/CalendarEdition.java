package org.onewindow.calendar.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.BusinessHours;
import org.onewindow.calendar.DayKind;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.kernel.Bug;

/**
 * The working days of one region as of one import, ready for arithmetic in constant time.
 *
 * <p>For every day of the loaded span there is the number of working days up to and including it, and for every working day
 * of the span its date: the <em>n</em>th working day after a day is one look-up in each. Before and after the span Monday to
 * Friday is assumed and the same two questions are answered by a formula over whole weeks, so no result is ever cut off at
 * the last loaded row; those results are marked provisional (T1).
 *
 * <p><b>Which days are provisional.</b> Everything before the first imported year, everything after the last one, and the last
 * imported year's days from 29 December on: the next year's notice arranges New Year and may move them (2022-12-31 was taken
 * off by the notice for 2023; 29 December, worked in 2007 and 2018 for the following New Year, is the earliest day any notice
 * has touched). They become final when the next year is imported.
 */
public final class CalendarEdition implements WorkingCalendar {

    /** The first day of December that the notice for the following year may still rearrange. */
    public static final int FIRST_OPEN_DAY_OF_DECEMBER = 29;

    /** 32 cells for the days of a month; the cell 0 of each is never asked for. */
    private static final int DAY_BITS = 5;

    private final String region;
    private final long edition;
    private final int firstYear;
    private final int lastYear;
    private final int firstMonth;
    private final long firstDay;
    private final long lastDay;
    private final int[] workedUntil;
    private final LocalDate[] workingDays;
    private final Map<LocalDate, Special> special;
    private final List<BusinessHours> hours;
    private final LocalDate finalFrom;
    private final LocalDate finalUntilExclusive;

    private record Special(DayKind kind, String name) {}

    /**
     * Builds an edition.
     *
     * @param region whose calendar it is
     * @param edition its number; grows with every import
     * @param firstYear first year whose notice is in; greater than {@code lastYear} where none is
     * @param lastYear last year whose notice is in; the years between are all in
     * @param national days off and make-up days of the national notices
     * @param regional days the region adds or takes back, applied after the national ones
     * @param hours business hours, in any order; where none is valid yet, {@link BusinessHours#DEFAULT}
     */
    public CalendarEdition(
            String region,
            long edition,
            int firstYear,
            int lastYear,
            List<SpecialDay> national,
            List<SpecialDay> regional,
            List<BusinessHours> hours) {
        this.region = region;
        this.edition = edition;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.special = new HashMap<>();
        national.forEach(day -> add(day, DayKind.HOLIDAY));
        regional.forEach(day -> add(day, DayKind.REGIONAL_HOLIDAY));
        this.hours = hours.stream()
                .sorted(Comparator.comparing(BusinessHours::validFrom).reversed())
                .toList();

        var first = LocalDate.of(Math.min(firstYear, lastYear), 1, 1);
        var last = LocalDate.of(Math.max(firstYear, lastYear), 12, 31);
        for (var day : special.keySet()) {
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        // Whole months, so that every cell of the table is filled.
        first = first.withDayOfMonth(1);
        last = last.withDayOfMonth(last.lengthOfMonth());
        this.firstMonth = month(first);
        this.firstDay = first.toEpochDay();
        this.lastDay = last.toEpochDay();
        this.workedUntil = new int[(month(last) - firstMonth + 1) << DAY_BITS];
        var worked = new ArrayList<LocalDate>();
        for (long epochDay = firstDay; epochDay <= lastDay; epochDay++) {
            var day = LocalDate.ofEpochDay(epochDay);
            if (kindOf(day).isWorking()) {
                worked.add(day);
            }
            workedUntil[cell(day)] = worked.size();
        }
        this.workingDays = worked.toArray(LocalDate[]::new);
        this.finalFrom = LocalDate.of(firstYear, 1, 1);
        this.finalUntilExclusive = LocalDate.of(lastYear, 12, FIRST_OPEN_DAY_OF_DECEMBER);
    }

    private void add(SpecialDay day, DayKind off) {
        boolean weekend = isWeekend(day.day());
        var kind = day.kind() == SpecialDay.Kind.OFF ? off : weekend ? DayKind.MAKE_UP : DayKind.WEEKDAY;
        special.put(day.day(), new Special(kind, day.name()));
    }

    /** Whose calendar it is. */
    public String region() {
        return region;
    }

    /** The first year whose notice is in. */
    public int firstYear() {
        return firstYear;
    }

    /** The last year whose notice is in. */
    public int lastYear() {
        return lastYear;
    }

    @Override
    public long edition() {
        return edition;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return kindOf(day).isWorking();
    }

    @Override
    public DayKind kindOf(LocalDate day) {
        var found = special.get(day);
        return found != null ? found.kind() : isWeekend(day) ? DayKind.WEEKEND : DayKind.WEEKDAY;
    }

    @Override
    public @Nullable String nameOf(LocalDate day) {
        var found = special.get(day);
        return found == null ? null : found.name();
    }

    @Override
    public LocalDate workingDayAfter(LocalDate startExclusive, int n) {
        if (n <= 0) {
            if (n == 0) {
                return startExclusive;
            }
            throw Bug.found("a period of " + n + " working days");
        }
        return workingDayNumbered(workingDaysUntil(startExclusive) + n);
    }

    @Override
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate untilInclusive) {
        return Math.max(0, workingDaysUntil(untilInclusive) - workingDaysUntil(fromExclusive));
    }

    @Override
    public LocalDate workingDayOnOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : workingDayNumbered(workingDaysUntil(day) + 1);
    }

    @Override
    public int workingDaysUntil(LocalDate dayInclusive) {
        int cell = cell(dayInclusive);
        return cell >= 0 && cell < workedUntil.length ? workedUntil[cell] : outside(dayInclusive);
    }

    @Override
    public LocalDate workingDayNumbered(int number) {
        return number > 0 && number <= workingDays.length ? workingDays[number - 1] : outside(number);
    }

    @Override
    public LocalTime closingTime(LocalDate day) {
        return hoursOn(day).closing();
    }

    @Override
    public LocalTime openingTime(LocalDate day) {
        return hoursOn(day).opening();
    }

    private BusinessHours hoursOn(LocalDate day) {
        for (var entry : hours) {
            if (!entry.validFrom().isAfter(day)) {
                return entry;
            }
        }
        return BusinessHours.DEFAULT;
    }

    @Override
    public boolean isProvisional(LocalDate day) {
        return day.isBefore(finalFrom) || !day.isBefore(finalUntilExclusive);
    }

    /** Where a day's number is kept: a row of 32 cells for each month, which spares the long division into epoch days. */
    private int cell(LocalDate day) {
        return ((month(day) - firstMonth) << DAY_BITS) | day.getDayOfMonth();
    }

    private static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue();
    }

    /** The same before and after the span, from Monday to Friday alone. */
    private int outside(LocalDate day) {
        long epochDay = day.toEpochDay();
        long number = epochDay < firstDay
                ? weekdaysUntil(epochDay) - weekdaysUntil(firstDay - 1)
                : workingDays.length + weekdaysUntil(epochDay) - weekdaysUntil(lastDay);
        return Math.toIntExact(number);
    }

    private LocalDate outside(int number) {
        long weekdays = number <= 0
                ? number + weekdaysUntil(firstDay - 1)
                : number - workingDays.length + weekdaysUntil(lastDay);
        return LocalDate.ofEpochDay(weekday(weekdays));
    }

    /** Mondays to Fridays up to and including a day, counted from Monday 1969-12-29. */
    private static long weekdaysUntil(long epochDay) {
        long sinceMonday = epochDay + 3;
        return Math.floorDiv(sinceMonday, 7) * 5 + Math.min(Math.floorMod(sinceMonday, 7) + 1, 5);
    }

    /** The inverse of {@link #weekdaysUntil}: the weekday with that number, as an epoch day. */
    private static long weekday(long number) {
        return Math.floorDiv(number - 1, 5) * 7 + Math.floorMod(number - 1, 5) - 3;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    @Override
    public String toString() {
        return "calendar " + region + " edition " + edition + " (" + firstYear + "-" + lastYear + ")";
    }
}
