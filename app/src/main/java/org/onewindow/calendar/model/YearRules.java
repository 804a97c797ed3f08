package org.onewindow.calendar.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.kernel.InvalidInput.Field;

/** What a year must look like to be imported: every row that can't be right is named, before anything is counted with it (T1). */
public final class YearRules {

    /** Most rows of a year; the fullest notice so far had 41. */
    public static final int MOST_DAYS = 150;

    /** Longest name of a festival, in characters. */
    public static final int LONGEST_NAME = 40;

    /** 全国年节及纪念日放假办法, art. 2: the festivals on a fixed day of the year. */
    private static final List<MonthDay> ALWAYS_OFF =
            List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    private YearRules() {}

    /**
     * What is wrong with a national year.
     *
     * @param present the country's calendar as it is; the year must be one of its years or next to them, so that no gap is
     *     counted over unnoticed
     */
    public static List<Field> national(int year, List<SpecialDay> days, CalendarEdition present) {
        var wrong = new ArrayList<Field>();
        boolean first = present.firstYear() > present.lastYear();
        if (!first && (year < present.firstYear() - 1 || year > present.lastYear() + 1)) {
            wrong.add(Field.of("year", "calendar.gap", present.firstYear(), present.lastYear()));
        }
        rows(year, days, wrong);
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            if (day.kind() == SpecialDay.Kind.WORK && !isWeekend(day.day())) {
                wrong.add(Field.of("/days/" + i + "/kind", "calendar.weekday-worked", day.day()));
            }
        }
        for (var monthDay : ALWAYS_OFF) {
            var day = monthDay.atYear(year);
            boolean off = isWeekend(day)
                    ? days.stream().noneMatch(row -> row.day().equals(day) && row.kind() == SpecialDay.Kind.WORK)
                    : days.stream().anyMatch(row -> row.day().equals(day) && row.kind() == SpecialDay.Kind.OFF);
            if (!off) {
                wrong.add(Field.of("/days", "calendar.festival-missing", day));
            }
        }
        return wrong;
    }

    /**
     * What is wrong with a region's own days of a year. It may say that a day the country takes off is worked, never that an
     * ordinary weekday is.
     *
     * @param above the calendar they are laid over
     */
    public static List<Field> regional(int year, List<SpecialDay> days, CalendarEdition above) {
        var wrong = new ArrayList<Field>();
        rows(year, days, wrong);
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            if (day.kind() == SpecialDay.Kind.WORK && !isWeekend(day.day()) && above.isWorkingDay(day.day())) {
                wrong.add(Field.of("/days/" + i + "/kind", "calendar.weekday-worked", day.day()));
            }
        }
        return wrong;
    }

    private static void rows(int year, List<SpecialDay> days, List<Field> wrong) {
        if (days.size() > MOST_DAYS) {
            wrong.add(Field.of("/days", "calendar.too-many-days", MOST_DAYS));
            return;
        }
        var lastOpen = LocalDate.of(year - 1, 12, CalendarEdition.FIRST_OPEN_DAY_OF_DECEMBER);
        Map<LocalDate, Integer> seen = new HashMap<>();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            if (day.day().isBefore(lastOpen) || day.day().getYear() > year) {
                wrong.add(Field.of("/days/" + i + "/date", "calendar.wrong-year", day.day(), Integer.toString(year)));
            }
            Integer before = seen.putIfAbsent(day.day(), i);
            if (before != null) {
                wrong.add(Field.of("/days/" + i + "/date", "calendar.duplicate", day.day(), before + 1));
            }
            if (day.name().isBlank() || day.name().codePointCount(0, day.name().length()) > LONGEST_NAME) {
                wrong.add(Field.of("/days/" + i + "/name", "calendar.name", LONGEST_NAME));
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
