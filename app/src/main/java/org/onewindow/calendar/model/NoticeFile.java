package org.onewindow.calendar.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.kernel.Bug;

/**
 * The State Council's yearly arrangements that the program ships ({@code calendar/holidays-cn.csv}: date, kind, name), for an
 * empty database, tests and benchmarks. Later years are imported.
 */
public final class NoticeFile {

    private static final String RESOURCE = "/calendar/holidays-cn.csv";

    private NoticeFile() {}

    /**
     * The rows by the year whose notice they belong to. The last days of December that are named for New Year belong to the
     * following year's notice.
     */
    public static SortedMap<Integer, List<SpecialDay>> shipped() {
        var years = new TreeMap<Integer, List<SpecialDay>>();
        for (var day : read()) {
            boolean nextNotice = day.day().getMonthValue() == 12
                    && day.day().getDayOfMonth() >= CalendarEdition.FIRST_OPEN_DAY_OF_DECEMBER
                    && day.name().contains("元旦");
            int year = nextNotice ? day.day().getYear() + 1 : day.day().getYear();
            years.computeIfAbsent(year, ignored -> new ArrayList<>()).add(day);
        }
        return years;
    }

    /** An edition of the national calendar made of the shipped years alone, with the default hours; its number is 1. */
    public static CalendarEdition shippedEdition() {
        var years = shipped();
        var days = years.values().stream().flatMap(List::stream).toList();
        return new CalendarEdition("CN", 1, years.firstKey(), years.lastKey(), days, List.of(), List.of());
    }

    private static List<SpecialDay> read() {
        try (InputStream file = NoticeFile.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw Bug.found(RESOURCE + " isn't in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(NoticeFile::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SpecialDay row(String line) {
        var cells = line.split(",", 3);
        return new SpecialDay(
                LocalDate.parse(cells[0]), SpecialDay.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2]);
    }
}
