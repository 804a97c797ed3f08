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

    private static final String DAYS = "/calendar/holidays-cn.csv";
    private static final String NOTICES = "/calendar/notices-cn.csv";

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

    /** The title of a shipped year's notice. */
    public static String notice(int year) {
        return rows(NOTICES).stream()
                .filter(cells -> cells[0].equals(Integer.toString(year)))
                .map(cells -> cells[1])
                .findFirst()
                .orElseThrow(() -> Bug.found("no notice for " + year + " in " + NOTICES));
    }

    private static List<SpecialDay> read() {
        return rows(DAYS).stream()
                .map(cells -> new SpecialDay(
                        LocalDate.parse(cells[0]),
                        SpecialDay.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                        cells[2]))
                .toList();
    }

    private static List<String[]> rows(String resource) {
        try (InputStream file = NoticeFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw Bug.found(resource + " isn't in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
