package org.onewindow.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.desk.DeskViews.Clock;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.springframework.stereotype.Component;

/** Says how a clock stands: words first, then a shape and a colour that mean the same. Counts nothing itself. */
@Component
class ClockWords {

    /** From this share of the budget on, the bar is amber (S1: 20 % left). */
    private static final int NEARLY_USED = 80;

    /** What still runs before what is over, what ends sooner first. */
    static final Comparator<ClockReading> OPEN_FIRST = Comparator.comparing((ClockReading clock) -> !clock.open())
            .thenComparing(ClockReading::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Duration LAST_HOUR = Duration.ofHours(1);
    private static final int FULL = 100;

    private final Texts texts;
    private final CentreTime time;

    ClockWords(Texts texts, CentreTime time) {
        this.texts = texts;
        this.time = time;
    }

    /** A clock with its facts; {@code about}: what it is a clock of, where a case has several of a kind. */
    Clock clock(ClockReading clock, String about, Locale locale) {
        String name = texts.text(locale, "desk.clock." + clock.kind());
        List<String> facts = new ArrayList<>();
        if (clock.budgetDays() > 0) {
            facts.add(texts.text(locale, "desk.clock.budget." + clock.unit(), clock.budgetDays(), clock.usedDays()));
        }
        if (clock.provisional()) {
            facts.add(texts.text(locale, "desk.clock.provisional"));
        }
        return new Clock(about.isEmpty() ? name : name + " · " + about, timeLeft(clock, locale), facts, clock.open());
    }

    /** The clock that ends first among those still open. */
    static Optional<ClockReading> leading(List<ClockReading> clocks) {
        return clocks.stream()
                .filter(ClockReading::open)
                .filter(clock -> clock.dueAt() != null)
                .min(Comparator.comparing(clock -> Objects.requireNonNull(clock.dueAt())));
    }

    TimeLeft timeLeft(ClockReading clock, Locale locale) {
        return new TimeLeft(tone(clock), words(clock, locale), used(clock), due(clock, locale));
    }

    /** An item's name in the language of the page, where it has one there. */
    static String item(ItemVersion item, Locale locale) {
        return Languages.isEnglish(locale) && !item.nameEn().isBlank() ? item.nameEn() : item.name();
    }

    /** An instant as the desk writes it: day, weekday, time. */
    String moment(Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        texts.text(locale, "desk.format.moment"),
                        Languages.isEnglish(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .format(instant.atZone(time.zone()));
    }

    private String tone(ClockReading clock) {
        return switch (clock.state()) {
            case RUNNING -> isNear(clock) ? "soon" : "ok";
            case PAUSED -> "paused";
            case MISSED -> "late";
            case MET -> "done";
            case CANCELLED -> "none";
        };
    }

    /** Near its end: its last day, most of it used, or, where it has no days at all, its last hour (S1). */
    private boolean isNear(ClockReading clock) {
        Instant due = clock.dueAt();
        if (clock.budgetDays() == 0 && due != null) {
            return Duration.between(time.now(), due).compareTo(LAST_HOUR) <= 0;
        }
        return clock.remainingDays() <= 1 || share(clock) >= NEARLY_USED;
    }

    private String words(ClockReading clock, Locale locale) {
        return switch (clock.state()) {
            case RUNNING ->
                clock.remainingDays() > 0
                        ? texts.text(locale, "desk.time.left." + clock.unit(), clock.remainingDays())
                        : texts.text(locale, "desk.time.today");
            case PAUSED -> texts.text(locale, "desk.time.paused");
            case MISSED ->
                clock.remainingDays() < 0
                        ? texts.text(locale, "desk.time.over." + clock.unit(), -clock.remainingDays())
                        : texts.text(locale, "desk.time.over");
            case MET -> texts.text(locale, "desk.time.met");
            case CANCELLED -> texts.text(locale, "desk.time.cancelled");
        };
    }

    private @Nullable String due(ClockReading clock, Locale locale) {
        Instant due = clock.dueAt();
        if (due == null || clock.state() == ClockState.CANCELLED) {
            return null;
        }
        String moment = moment(due, locale);
        return clock.projected() ? texts.text(locale, "desk.time.projected", moment) : moment;
    }

    private @Nullable Integer used(ClockReading clock) {
        return switch (clock.state()) {
            case RUNNING, PAUSED -> clock.budgetDays() == 0 ? null : share(clock);
            case MISSED -> FULL;
            case MET, CANCELLED -> null;
        };
    }

    private static int share(ClockReading clock) {
        return clock.budgetDays() == 0
                ? FULL
                : Math.clamp((long) clock.usedDays() * FULL / clock.budgetDays(), 0, FULL);
    }
}
