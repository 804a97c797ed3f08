package org.onewindow.supervision.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.RuleSet.ClockRule;
import org.onewindow.supervision.RuleSet.Thresholds;
import org.onewindow.supervision.model.RuleBook.Period;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;

/**
 * When a clock warns, turns yellow and turns red (S1, S2): pure functions of its facts, the calendar and the rules.
 *
 * <p>All instants but those of short limits are closes of business of days that count, so a signal never falls on a day off or
 * into time taken out. While a clock is paused its instants are projections by the stated days and move with it.
 */
public final class Signals {

    /** A limit is overrun from the first instant after its end (T2); instants are kept to the microsecond. */
    private static final Duration FIRST_INSTANT_AFTER = Duration.ofNanos(1_000);

    private final ClockFacts facts;
    private final boolean deemed;
    private final WorkingCalendar calendar;
    private final CentreTime time;
    private final ClockReading reading;

    private Signals(ClockFacts facts, boolean deemed, WorkingCalendar calendar, CentreTime time) {
        this.facts = facts;
        this.deemed = deemed;
        this.calendar = calendar;
        this.time = time;
        this.reading = TimeLimits.read(facts, calendar, time, facts.startedAt());
    }

    /**
     * All signals of a clock, those that arose and those to come; none that it was stopped before, and none while its end is
     * unknown.
     *
     * @param deemed whether silence counts as acceptance for this item (T0, T4)
     */
    public static List<Signal> of(
            ClockFacts facts, boolean deemed, RuleBook rules, WorkingCalendar calendar, CentreTime time) {
        return new Signals(facts, deemed, calendar, time).under(rules);
    }

    private List<Signal> under(RuleBook rules) {
        List<Signal> signals = new ArrayList<>();
        Instant dueAt = reading.dueAt();
        if (dueAt != null) {
            for (Colour colour : Colour.values()) {
                Signal signal = first(colour, rules.periods(), dueAt);
                if (signal != null && arises(signal)) {
                    signals.add(signal);
                }
            }
        }
        return signals;
    }

    /** A clock stopped at the very instant of a warning needed none; one stopped when the limit had passed is late. */
    private boolean arises(Signal signal) {
        Instant stopped = facts.stoppedAt();
        return stopped == null
                || (signal.colour() == Colour.WARNING
                        ? stopped.isAfter(signal.at())
                        : !stopped.isBefore(signal.wakeAt()));
    }

    /** The earliest instant at which a threshold is reached under the set in force then. */
    private @Nullable Signal first(Colour colour, List<Period> periods, Instant dueAt) {
        for (Period period : periods) {
            Signal signal = under(colour, period.rules(), dueAt);
            LocalDate to = period.to();
            if (signal == null || (to != null && !signal.wakeAt().isBefore(time.startOf(to.plusDays(1))))) {
                continue;
            }
            if (signal.wakeAt().isBefore(time.startOf(period.from()))) {
                return at(signal, openingFrom(period.from()));
            }
            return signal;
        }
        return null;
    }

    /** A rule that begins to hold for what is near or late already speaks when the centre first opens under it. */
    private Instant openingFrom(LocalDate day) {
        LocalDate open = calendar.workingDayOnOrAfter(day);
        return time.at(open, calendar.openingTime(open));
    }

    private static Signal at(Signal signal, Instant at) {
        return new Signal(signal.colour(), signal.rule(), at, at, signal.dueAt(), signal.rules());
    }

    private @Nullable Signal under(Colour colour, RuleSet rules, Instant dueAt) {
        ClockRule clock = rules.clock(facts.kind());
        if (clock == null) {
            return null;
        }
        if (colour == Colour.WARNING) {
            Instant at = clock.warns() ? warning(rules.thresholds(), dueAt) : null;
            return at == null ? null : new Signal(colour, rule(), at, at, dueAt, rules);
        }
        if (colour == clock.passed()) {
            return new Signal(colour, rule(), dueAt, dueAt.plus(FIRST_INSTANT_AFTER), dueAt, rules);
        }
        Integer redAfter = clock.redAfterDays();
        if (colour == Colour.RED && redAfter != null) {
            Instant at = usedUp(facts.total() + redAfter);
            return at == null ? null : new Signal(colour, rule(), at, at, dueAt, rules);
        }
        return null;
    }

    /** The rule a signal of this clock speaks of. */
    private String rule() {
        return switch (facts.kind()) {
            case ACCEPTANCE -> deemed ? "T4" : "T0";
            case COMMITTED, STATUTORY, STEP -> "S1";
            case SPECIAL_PROCEDURE -> "T6";
            case SUPPLEMENT -> "C3";
            case DOCUMENTS_TO_FOLLOW, COMMITMENT_CHECK, PUTTING_RIGHT -> "C16";
            case FORWARDING -> "T9";
            case DELIVERY -> "T10";
        };
    }

    // --- the warning instant ---

    private @Nullable Instant warning(Thresholds thresholds, Instant dueAt) {
        Instant near = near(thresholds, dueAt);
        // At once if the period begins later than that.
        Instant at = near.isBefore(facts.startedAt()) ? facts.startedAt() : near;
        return at.isBefore(dueAt) ? at : null;
    }

    private Instant near(Thresholds thresholds, Instant dueAt) {
        int total = facts.total();
        if (facts.fixedDue() != null) {
            return dayBefore(thresholds.daysBefore());
        }
        if (total == 0) {
            return dueAt.minus(Duration.ofMinutes(thresholds.zeroLimitMinutes()));
        }
        if (facts.unit() == Unit.HOUR) {
            return Objects.requireNonNullElse(usedUp(spent(total, thresholds.percentLeft())), dueAt);
        }
        if (facts.unit() == Unit.WORKING_DAY && total <= thresholds.shortLimit()) {
            return hoursUsed(total, thresholds.shortLimitPercentUsed(), dueAt);
        }
        Instant before = dayBefore(thresholds.daysBefore());
        Instant used = usedUp(spent(total, thresholds.percentLeft()));
        return used != null && used.isBefore(before) ? used : before;
    }

    /** The least number of days after which no more than a share of the budget is left. */
    private static int spent(int total, int percentLeft) {
        return Math.ceilDiv(total * (100 - percentLeft), 100);
    }

    /** The close of so many working days before the due day, passing over those taken out. */
    private Instant dayBefore(int days) {
        LocalDate day = Objects.requireNonNull(reading.dueOn());
        for (int left = days; left > 0; ) {
            day = calendar.workingDayNumbered(calendar.workingDaysUntil(day) - 1);
            if (!isTakenOut(day)) {
                left--;
            }
            if (day.isBefore(facts.startDay())) {
                return facts.startedAt();
            }
        }
        return time.at(day, calendar.closingTime(day));
    }

    private boolean isTakenOut(LocalDate day) {
        for (Exclusion exclusion : facts.exclusions()) {
            LocalDate to = exclusion.to();
            LocalDate stated = TimeLimits.statedEnd(exclusion, calendar);
            if (stated != null && (to == null || to.isAfter(stated))) {
                to = stated;
            }
            if (day.isAfter(exclusion.from()) && (to == null || !day.isAfter(to))) {
                return true;
            }
        }
        return false;
    }

    /** The instant at which a share of the working hours of all days of a short limit is over. */
    private Instant hoursUsed(int total, int percent, Instant dueAt) {
        List<LocalDate> days = new ArrayList<>();
        Duration all = Duration.ZERO;
        for (int n = 1; n <= total; n++) {
            LocalDate day = read(n).dueOn();
            if (day == null) {
                return dueAt;
            }
            days.add(day);
            all = all.plus(hours(day));
        }
        Duration left = all.multipliedBy(percent).dividedBy(100);
        for (LocalDate day : days) {
            if (left.compareTo(hours(day)) <= 0) {
                return time.at(day, calendar.openingTime(day)).plus(left);
            }
            left = left.minus(hours(day));
        }
        return dueAt;
    }

    private Duration hours(LocalDate day) {
        return Duration.between(calendar.openingTime(day), calendar.closingTime(day));
    }

    /** When so much of it is used up, were that the limit; null where nobody can tell. */
    private @Nullable Instant usedUp(int limit) {
        return read(limit).dueAt();
    }

    private ClockReading read(int limit) {
        ClockFacts other = new ClockFacts(
                facts.kind(),
                facts.reference(),
                facts.unit(),
                limit,
                facts.startedAt(),
                facts.startDay(),
                0,
                facts.exclusions(),
                facts.stoppedAt(),
                null,
                facts.cancelled());
        return TimeLimits.read(other, calendar, time, facts.startedAt());
    }

    /** Working days begun after the limit's end until the clock was stopped, or until now; 0 while it isn't overrun. */
    public static int overrunDays(ClockFacts facts, WorkingCalendar calendar, CentreTime time, Instant now) {
        Instant dueAt = TimeLimits.read(facts, calendar, time, now).dueAt();
        Instant stopped = facts.stoppedAt();
        Instant end = stopped == null ? now : stopped;
        if (dueAt == null || !end.isAfter(dueAt)) {
            return 0;
        }
        return calendar.workingDaysBetween(time.dayOf(dueAt), time.dayOf(end));
    }
}
