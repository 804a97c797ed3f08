package org.onewindow.portal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.Calculation;
import org.onewindow.timelimit.DayNote;
import org.onewindow.timelimit.DayNote.Reason;
import org.onewindow.timelimit.Unit;
import org.springframework.stereotype.Component;

/** Puts a calculated deadline into words: the answer, the days in stretches that fared alike, and months to look at. */
@Component
class DeadlineWords {

    /** Longest explanation that is also drawn as months, in days; what is longer is told in stretches only. */
    private static final int MOST_DRAWN = 430;

    private final Texts texts;
    private final CentreTime time;

    DeadlineWords(Texts texts, CentreTime time) {
        this.texts = texts;
        this.time = time;
    }

    /**
     * The answer.
     *
     * @param due the last day; null while it is unknown
     * @param closing the time of day it ends
     * @param length e.g. "20 working days"
     * @param skipped what was passed over, by reason; empty where nothing was
     * @param remaining what is left while the last day is unknown
     */
    record Outcome(
            @Nullable String due,
            @Nullable String closing,
            String length,
            List<String> skipped,
            @Nullable String remaining,
            boolean provisional,
            List<Stretch> stretches,
            List<Month> months) {}

    /** Days in a row that fared alike. */
    record Stretch(String days, String what, String kind) {}

    /** A month to look at; blank cells are null. */
    record Month(String title, List<List<@Nullable Cell>> weeks) {}

    /** One day: its number, the mark below it, how it is drawn, and all of it in words. */
    record Cell(int number, String mark, String kind, String label) {}

    Outcome outcome(Calculation calculation, List<DayNote> notes, Unit unit, int total, Locale locale) {
        LocalDate due = calculation.dueOn();
        Integer remaining = calculation.remainingDays();
        return new Outcome(
                due == null ? null : day("deadline.format.due", due, locale),
                calculation.dueAt() == null
                        ? null
                        : time.timeOf(calculation.dueAt()).toString(),
                length(total, unit, locale),
                skipped(notes, locale),
                remaining == null ? null : length(remaining, unit, locale),
                calculation.provisional(),
                stretches(notes, unit, locale),
                notes.size() > MOST_DRAWN ? List.of() : months(notes, locale));
    }

    private String length(int days, Unit unit, Locale locale) {
        return texts.text(locale, "deadline.length." + unit.name() + (days == 1 ? ".one" : ""), days);
    }

    private List<String> skipped(List<DayNote> notes, Locale locale) {
        Map<Reason, Long> counts = notes.stream()
                .filter(DayNote::skipped)
                .collect(Collectors.groupingBy(
                        DayNote::reason, () -> new EnumMap<>(Reason.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> texts.text(locale, "deadline.skipped." + entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Stretch> stretches(List<DayNote> notes, Unit unit, Locale locale) {
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        for (int i = 1; i <= notes.size(); i++) {
            if (i == notes.size() || !alike(notes.get(i - 1), notes.get(i))) {
                stretches.add(
                        stretch(notes.subList(from, i), notes.getFirst().day().getYear(), unit, locale));
                from = i;
            }
        }
        return List.copyOf(stretches);
    }

    private static boolean alike(DayNote one, DayNote next) {
        boolean named = one.reason() == Reason.HOLIDAY || one.reason() == Reason.REGIONAL_HOLIDAY;
        return one.reason() == next.reason()
                && (!named || Objects.equals(one.name(), next.name()))
                && one.reason() != Reason.MAKE_UP
                && one.provisional() == next.provisional()
                && !next.last();
    }

    private Stretch stretch(List<DayNote> notes, int usualYear, Unit unit, Locale locale) {
        DayNote first = notes.getFirst();
        DayNote last = notes.getLast();
        String days = notes.size() == 1
                ? day(first.day(), usualYear, locale)
                : texts.text(
                        locale,
                        "deadline.days.range",
                        day(first.day(), usualYear, locale),
                        day(last.day(), usualYear, locale),
                        notes.size());
        var what = new StringBuilder(what(first, last, unit, locale));
        if (last.last()) {
            what.append(texts.text(locale, "deadline.and-last"));
        }
        if (last.provisional()) {
            what.append(texts.text(locale, "deadline.and-provisional"));
        }
        return new Stretch(days, what.toString(), kind(last));
    }

    private String what(DayNote first, DayNote last, Unit unit, Locale locale) {
        String key = "deadline.note." + last.reason();
        return switch (last.reason()) {
            case COUNTED ->
                first.counted() == last.counted()
                        ? texts.text(locale, key + "." + unit.name(), last.counted())
                        : texts.text(locale, key + "s." + unit.name(), first.counted(), last.counted());
            case MAKE_UP -> texts.text(locale, key, name(last, locale), last.counted());
            case HOLIDAY, REGIONAL_HOLIDAY -> texts.text(locale, key, name(last, locale));
            case START, WEEKEND, SUSPENDED, CARRIED -> texts.text(locale, key);
        };
    }

    /** The festival in the reader's language, as far as we know it; several are named together in one notice. */
    private String name(DayNote note, Locale locale) {
        String name = note.name();
        if (name == null) {
            return "";
        }
        return Arrays.stream(name.split("、"))
                .map(one -> texts.has("deadline.holiday." + one) ? texts.text(locale, "deadline.holiday." + one) : one)
                .collect(Collectors.joining(texts.text(locale, "format.list-separator")));
    }

    private List<Month> months(List<DayNote> notes, Locale locale) {
        Map<LocalDate, DayNote> byDay = notes.stream().collect(Collectors.toMap(DayNote::day, note -> note));
        var months = new ArrayList<Month>();
        YearMonth last = YearMonth.from(notes.getLast().day());
        for (YearMonth month = YearMonth.from(notes.getFirst().day());
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            months.add(new Month(day("deadline.format.month", month.atDay(1), locale), weeks(month, byDay, locale)));
        }
        return List.copyOf(months);
    }

    private List<List<@Nullable Cell>> weeks(YearMonth month, Map<LocalDate, DayNote> notes, Locale locale) {
        var weeks = new ArrayList<List<@Nullable Cell>>();
        LocalDate day = month.atDay(1).with(DayOfWeek.MONDAY);
        while (!YearMonth.from(day).isAfter(month)) {
            var week = new ArrayList<@Nullable Cell>();
            for (int i = 0; i < 7; i++) {
                week.add(YearMonth.from(day).equals(month) ? cell(day, notes.get(day), locale) : null);
                day = day.plusDays(1);
            }
            weeks.add(week);
        }
        return weeks;
    }

    private Cell cell(LocalDate day, @Nullable DayNote note, Locale locale) {
        if (note == null) {
            return new Cell(day.getDayOfMonth(), "", "outside", "");
        }
        boolean numbered = note.reason() == Reason.COUNTED || note.reason() == Reason.MAKE_UP;
        String mark =
                numbered ? Integer.toString(note.counted()) : texts.text(locale, "deadline.mark." + note.reason());
        return new Cell(day.getDayOfMonth(), mark, kind(note), day("deadline.format.day", day, locale));
    }

    private static String kind(DayNote note) {
        if (note.last()) {
            return "last";
        }
        return switch (note.reason()) {
            case START -> "start";
            case COUNTED, MAKE_UP, CARRIED -> "counted";
            case WEEKEND, HOLIDAY, REGIONAL_HOLIDAY -> "off";
            case SUSPENDED -> "suspended";
        };
    }

    /** A day, with its year where it isn't the year everything began in. */
    private String day(LocalDate day, int usualYear, Locale locale) {
        return day(day.getYear() == usualYear ? "deadline.format.day" : "deadline.format.day-and-year", day, locale);
    }

    private String day(String format, LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        texts.text(locale, format), Languages.isEnglish(locale) ? Locale.UK : Locale.SIMPLIFIED_CHINESE)
                .format(day);
    }
}
