package org.onewindow.documents.press;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.onewindow.documents.Days;
import org.onewindow.kernel.CentreTime;
import org.springframework.context.MessageSource;

/** How dates, instants and periods are written on a paper. Templates call it {@code say}. */
public final class Wording {

    private final CentreTime time;
    private final MessageSource words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter clock;

    Wording(CentreTime time, MessageSource words) {
        this.time = time;
        this.words = words;
        this.day = DateTimeFormatter.ofPattern(word("format.day"), Locale.CHINA);
        this.minute = DateTimeFormatter.ofPattern(word("format.minute"), Locale.CHINA);
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);
    }

    /** 2026年11月23日. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** The legal day of an instant. */
    public String day(Instant instant) {
        return day(time.dayOf(instant));
    }

    /** 2026年11月23日9时05分, on the centre's wall. */
    public String minute(Instant instant) {
        return minute.format(at(instant));
    }

    /** 09:05, on the centre's wall. */
    public String clock(Instant instant) {
        return clock.format(at(instant));
    }

    /** 5个工作日. */
    public String days(Days days) {
        return days.count() + word("unit." + days.unit());
    }

    /** The word for a constant, such as {@code form.COPY}. */
    public String of(String prefix, Enum<?> constant) {
        return word(prefix + "." + constant.name());
    }

    /** The paragraphs of a longer text. */
    public List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(time.zone());
    }

    String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.CHINA);
    }
}
