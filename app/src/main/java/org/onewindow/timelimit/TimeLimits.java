package org.onewindow.timelimit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;

/**
 * The arithmetic of legal time limits: facts and a calendar in, due instants and used days out. Pure functions; whoever owns
 * a clock calls them again whenever facts, calendar or the present moment have changed, and stores no result as truth.
 *
 * <p>In words: the day a period starts isn't counted (T2, Civil Code 201). Then every day of the unit counts that isn't taken
 * out by a suspension (T6, APL 45), overlapping suspensions once. The period ends with business on the day on which budget
 * and extension (T7) are used up. Zero days mean the same day, or the next working day when begun too late (T3). A period in
 * calendar days never ends on a day off but on the next working day (T15, Civil Code 203), suspended days skipped as well.
 * Hours run from the instant they start through nights and weekends, as Civil Code 201 has it; only suspended days stop
 * them, and their end isn't moved.
 */
public final class TimeLimits {

    private TimeLimits() {}

    /**
     * How a clock stands.
     *
     * @param facts what it is made of
     * @param calendar the edition to count with
     * @param time converts between instants and the centre's days; its present moment isn't asked for
     * @param now the instant to look at it
     */
    public static ClockReading read(ClockFacts facts, WorkingCalendar calendar, CentreTime time, Instant now) {
        Instant stoppedAt = facts.stoppedAt();
        Instant asOf = stoppedAt == null ? now : stoppedAt;
        LocalDate asOfDay = time.dayOf(asOf);
        var ended = bounded(facts.exclusions(), calendar, stoppedAt == null ? null : asOfDay);
        var spans = Spans.merged(ended);
        var due = due(facts, ended, spans, calendar, time);

        int total = facts.total();
        if (facts.fixedDue() != null && due.on() != null && total == 0) {
            total = counted(calendar, facts.unit(), facts.startDay(), due.on(), spans);
        }
        int used = used(facts, due, spans, calendar, time, asOf);
        Instant dueAt = due.at();
        boolean late = dueAt != null && asOf.isAfter(dueAt);
        boolean waiting = false;
        boolean projected = false;
        if (stoppedAt == null) {
            for (var exclusion : facts.exclusions()) {
                if (exclusion.to() == null && !inThePast(exclusion, calendar, time, now)) {
                    waiting |= !exclusion.from().isAfter(asOfDay);
                    projected |= due.on() != null && due.on().isAfter(exclusion.from());
                }
            }
        }
        ClockState state;
        if (facts.cancelled()) {
            state = ClockState.CANCELLED;
        } else if (late) {
            state = ClockState.MISSED;
        } else if (stoppedAt != null) {
            state = ClockState.MET;
        } else {
            state = waiting ? ClockState.PAUSED : ClockState.RUNNING;
        }
        return new ClockReading(
                facts.kind(),
                facts.reference(),
                state,
                facts.unit(),
                total,
                used,
                total - used,
                due.on(),
                dueAt,
                projected,
                due.provisional(),
                stoppedAt != null);
    }

    /**
     * The last day of a period, for planning and for the deadline calculator: begun in time on its first day.
     *
     * @param days budget and extension together, 0 or more
     * @param exclusions in any order
     * @return null while an open suspension without stated days keeps it unknown
     */
    public static @Nullable LocalDate lastDay(
            WorkingCalendar calendar, Unit unit, LocalDate startDay, int days, List<Exclusion> exclusions) {
        if (unit == Unit.WORKING_DAY && days > 0) {
            LocalDate simple = lastWorkingDay(calendar, startDay, days, exclusions);
            if (simple != null) {
                return simple;
            }
        }
        var spans = exclusions.isEmpty() ? Spans.NONE : Spans.merged(bounded(exclusions, calendar, null));
        return lastDay(calendar, unit, startDay, days, spans, false);
    }

    /**
     * The common case of {@link #lastCountedDay}, without making anything: closed exclusions, disjoint and in order as those of a
     * case nearly always are, at two look-ups each. Days are compared by their numbers only, which in working days comes to the
     * same.
     *
     * @return null where it isn't that simple
     */
    private static @Nullable LocalDate lastWorkingDay(
            WorkingCalendar calendar, LocalDate startDay, int days, List<Exclusion> exclusions) {
        int begin = calendar.workingDaysUntil(startDay);
        int last = begin + days;
        int end = begin;
        for (int i = 0; i < exclusions.size(); i++) {
            Exclusion exclusion = exclusions.get(i);
            LocalDate to = exclusion.to();
            if (to == null || exclusion.statedDays() > 0) {
                return null;
            }
            int from = Math.max(begin, calendar.workingDaysUntil(exclusion.from()));
            if (from < end) {
                return null;
            }
            end = Math.max(from, calendar.workingDaysUntil(to));
            last += from < last ? end - from : 0;
        }
        return calendar.workingDayNumbered(last);
    }

    /**
     * The public calculator's answer.
     *
     * @param unit working or calendar days
     * @param days the limit, 0 or more
     * @param extension in the same unit, 0 or more
     */
    public static Calculation calculate(
            WorkingCalendar calendar,
            CentreTime time,
            LocalDate startDay,
            Unit unit,
            int days,
            int extension,
            List<Exclusion> exclusions) {
        int total = Math.addExact(days, extension);
        var ended = bounded(exclusions, calendar, null);
        var spans = Spans.merged(ended);
        LocalDate counted = lastCountedDay(calendar, unit, startDay, total, spans);
        LocalDate on = lastDay(calendar, unit, startDay, total, spans, false);
        if (on != null) {
            int excluded =
                    counted(calendar, unit, startDay, on, Spans.NONE) - counted(calendar, unit, startDay, on, spans);
            return new Calculation(
                    on,
                    time.at(on, calendar.closingTime(on)),
                    excluded,
                    null,
                    provisional(calendar, unit, startDay, total, counted, on));
        }
        LocalDate through = openFrom(ended, startDay);
        int used = counted(calendar, unit, startDay, through, spans);
        int excluded = counted(calendar, unit, startDay, through, Spans.NONE) - used;
        return new Calculation(
                null, null, excluded, total - used, provisional(calendar, unit, startDay, total, null, through));
    }

    /**
     * The last day a suspension's stated days reach; the first instant after its close of business the clocks run on (T6).
     * Counted like any period: stated calendar days that end on a day off end on the next working day.
     *
     * @return null where nothing was stated
     */
    public static @Nullable LocalDate statedEnd(Exclusion exclusion, WorkingCalendar calendar) {
        int stated = exclusion.statedDays();
        if (stated == 0) {
            return null;
        }
        return switch (exclusion.statedUnit()) {
            case WORKING_DAY -> calendar.workingDayAfter(exclusion.from(), stated);
            case DAY -> calendar.workingDayOnOrAfter(exclusion.from().plusDays(stated));
            case HOUR -> exclusion.from().plusDays((stated + 23) / 24);
        };
    }

    /**
     * An extension granted in the statutory limit's unit, for a clock in its own unit (T15): calendar days to working days
     * × 5/7, working days to calendar days × 7/5, rounded down. Where law is silent, a day is 24 hours.
     *
     * @param days as granted
     * @param granted the unit it was granted in, the statutory limit's
     * @param clock the unit of the clock to move
     */
    public static int extensionIn(Unit clock, int days, Unit granted) {
        if (clock == granted) {
            return days;
        }
        return switch (granted) {
            case WORKING_DAY -> {
                int calendarDays = Math.multiplyExact(days, 7) / 5;
                yield clock == Unit.DAY ? calendarDays : Math.multiplyExact(calendarDays, 24);
            }
            case DAY -> clock == Unit.WORKING_DAY ? Math.multiplyExact(days, 5) / 7 : Math.multiplyExact(days, 24);
            case HOUR -> clock == Unit.DAY ? days / 24 : days / 24 * 5 / 7;
        };
    }

    /**
     * The due day and instant of a clock, and whether they rest on unpublished days.
     *
     * @param counted the day on which the budget is used up; {@code on} is later where that is a day off
     */
    private record Due(
            @Nullable LocalDate counted,
            @Nullable LocalDate on,
            @Nullable Instant at,
            boolean provisional) {}

    private static Due due(
            ClockFacts facts, List<Exclusion> ended, Spans spans, WorkingCalendar calendar, CentreTime time) {
        int total = facts.total();
        LocalDate fixed = facts.fixedDue();
        if (fixed != null) {
            // A day promised is a last day like any other: when the hall is closed, the next working day will do.
            LocalDate on = calendar.workingDayOnOrAfter(fixed);
            return new Due(
                    fixed,
                    on,
                    time.at(on, calendar.closingTime(on)),
                    calendar.isProvisional(fixed) || calendar.isProvisional(on));
        }
        if (facts.unit() == Unit.HOUR && total > 0) {
            Instant at = afterHours(facts.startedAt(), total, spans, time);
            LocalDate on = at == null ? null : time.dayOf(at);
            return new Due(on, on, at, false);
        }
        LocalDate counted = lastCountedDay(calendar, facts.unit(), facts.startDay(), total, spans);
        LocalDate on = lastDay(
                calendar, facts.unit(), facts.startDay(), total, spans, begunAfterClosing(facts, calendar, time));
        LocalDate reaches = on != null ? on : openFrom(ended, facts.startDay());
        return new Due(
                counted,
                on,
                on == null ? null : time.at(on, calendar.closingTime(on)),
                provisional(calendar, facts.unit(), facts.startDay(), total, counted, reaches));
    }

    /** T3: whether a clock began on its start day after the close of business. */
    static boolean begunAfterClosing(ClockFacts facts, WorkingCalendar calendar, CentreTime time) {
        return time.dayOf(facts.startedAt()).equals(facts.startDay())
                && time.timeOf(facts.startedAt()).isAfter(calendar.closingTime(facts.startDay()));
    }

    private static @Nullable LocalDate lastDay(
            WorkingCalendar calendar, Unit unit, LocalDate start, int days, Spans spans, boolean afterClosing) {
        if (days == 0) {
            return openDay(calendar, afterClosing ? start.plusDays(1) : start, spans);
        }
        LocalDate counted = lastCountedDay(calendar, unit, start, days, spans);
        return counted == null || unit == Unit.WORKING_DAY ? counted : openDay(calendar, counted, spans);
    }

    /** The day itself when it is a working day that counts, else the next that is; null when none is known to come. */
    private static @Nullable LocalDate openDay(WorkingCalendar calendar, LocalDate day, Spans spans) {
        LocalDate candidate = calendar.workingDayOnOrAfter(day);
        for (LocalDate end = spans.endOfSpanOver(candidate); end != null; end = spans.endOfSpanOver(candidate)) {
            if (end.equals(LocalDate.MAX)) {
                return null;
            }
            candidate = calendar.workingDayOnOrAfter(end.plusDays(1));
        }
        return candidate;
    }

    /**
     * The day on which so many days have been counted. Every span that begins before that day moves it by the days it takes
     * out; one that begins on it or later doesn't, since the day a suspension starts still counts.
     */
    private static @Nullable LocalDate lastCountedDay(
            WorkingCalendar calendar, Unit unit, LocalDate start, int days, Spans spans) {
        if (days == 0) {
            return start;
        }
        long begin = number(calendar, unit, start);
        long last = begin + days;
        for (int i = 0; i < spans.size(); i++) {
            long from = Math.max(begin, number(calendar, unit, spans.from(i)));
            if (from >= last) {
                break;
            }
            LocalDate to = spans.to(i);
            if (to.equals(LocalDate.MAX)) {
                return null;
            }
            last += Math.max(0, number(calendar, unit, to) - from);
        }
        return unit == Unit.WORKING_DAY
                ? calendar.workingDayNumbered(Math.toIntExact(last))
                : start.plusDays(last - begin);
    }

    /** The number of a day in its unit: only differences mean something. */
    private static long number(WorkingCalendar calendar, Unit unit, LocalDate day) {
        return unit == Unit.WORKING_DAY ? calendar.workingDaysUntil(day) : day.toEpochDay();
    }

    private static @Nullable Instant afterHours(Instant start, int hours, Spans spans, CentreTime time) {
        Instant end = start.plus(Duration.ofHours(hours));
        for (int i = 0; i < spans.size(); i++) {
            Instant pause = later(start, time.startOf(spans.from(i).plusDays(1)));
            if (!end.isAfter(pause)) {
                break;
            }
            if (spans.to(i).equals(LocalDate.MAX)) {
                return null;
            }
            Instant goesOn = time.startOf(spans.to(i).plusDays(1));
            if (goesOn.isAfter(pause)) {
                end = end.plus(Duration.between(pause, goesOn));
            }
        }
        return end;
    }

    /**
     * What has been used of a clock. Days between the day the budget is used up and a later last day (a weekend after
     * calendar days, T15; a zero-day clock begun after closing, T3) cost nothing: it isn't overdue on them.
     */
    private static int used(
            ClockFacts facts, Due due, Spans spans, WorkingCalendar calendar, CentreTime time, Instant asOf) {
        if (facts.unit() == Unit.HOUR) {
            return usedHours(facts.startedAt(), asOf, spans, time);
        }
        LocalDate start = facts.startDay();
        LocalDate day = time.dayOf(asOf);
        LocalDate counted = due.counted();
        LocalDate on = due.on();
        if (counted == null || on == null || !day.isAfter(counted)) {
            return counted(calendar, facts.unit(), start, day, spans);
        }
        return counted(calendar, facts.unit(), start, counted, spans) + counted(calendar, facts.unit(), on, day, spans);
    }

    private static int usedHours(Instant start, Instant asOf, Spans spans, CentreTime time) {
        Duration used = asOf.isAfter(start) ? Duration.between(start, asOf) : Duration.ZERO;
        for (int i = 0; i < spans.size(); i++) {
            Instant pause = later(start, time.startOf(spans.from(i).plusDays(1)));
            Instant goesOn = spans.to(i).equals(LocalDate.MAX)
                    ? asOf
                    : time.startOf(spans.to(i).plusDays(1));
            Instant end = goesOn.isBefore(asOf) ? goesOn : asOf;
            if (end.isAfter(pause)) {
                used = used.minus(Duration.between(pause, end));
            }
        }
        return Math.toIntExact(used.plus(Duration.ofHours(1).minusNanos(1)).toHours());
    }

    /** Days of a unit in a range that no span takes out. */
    private static int counted(
            WorkingCalendar calendar, Unit unit, LocalDate fromExclusive, LocalDate untilInclusive, Spans spans) {
        int days = between(calendar, unit, fromExclusive, untilInclusive);
        for (int i = 0; i < spans.size(); i++) {
            days -= between(calendar, unit, max(fromExclusive, spans.from(i)), min(untilInclusive, spans.to(i)));
        }
        return days;
    }

    private static int between(WorkingCalendar calendar, Unit unit, LocalDate fromExclusive, LocalDate untilInclusive) {
        return unit == Unit.WORKING_DAY
                ? calendar.workingDaysBetween(fromExclusive, untilInclusive)
                : Math.max(0, Math.toIntExact(untilInclusive.toEpochDay() - fromExclusive.toEpochDay()));
    }

    /**
     * T1: a result in working days rests on every day from the first one counted to the last; one in calendar days only on
     * those that decide where it may end.
     */
    private static boolean provisional(
            WorkingCalendar calendar, Unit unit, LocalDate start, int days, @Nullable LocalDate counted, LocalDate on) {
        LocalDate first = start;
        if (days > 0) {
            first = unit == Unit.WORKING_DAY || counted == null ? start.plusDays(1) : counted;
        }
        return calendar.isProvisional(min(first, on)) || calendar.isProvisional(on);
    }

    /** The day of a period on which the first suspension without an end begins: what is known reaches so far. */
    private static LocalDate openFrom(List<Exclusion> exclusions, LocalDate startDay) {
        LocalDate from = null;
        for (var exclusion : exclusions) {
            if (exclusion.to() == null && (from == null || exclusion.from().isBefore(from))) {
                from = exclusion.from();
            }
        }
        if (from == null) {
            throw Bug.found("a period without an end and without an open suspension");
        }
        return max(startDay, from);
    }

    /** Ends each exclusion where it ends by itself: with its stated days (T6), and with the clock, which nothing moves later. */
    static List<Exclusion> bounded(
            List<Exclusion> exclusions, WorkingCalendar calendar, @Nullable LocalDate stoppedOn) {
        if (stoppedOn == null && unbounded(exclusions)) {
            return exclusions;
        }
        var ended = new ArrayList<Exclusion>(exclusions.size());
        for (var exclusion : exclusions) {
            LocalDate to = exclusion.to();
            LocalDate stated = statedEnd(exclusion, calendar);
            if (stated != null && (to == null || to.isAfter(stated))) {
                to = stated;
            }
            if (stoppedOn != null && (to == null || to.isAfter(stoppedOn))) {
                to = stoppedOn;
            }
            ended.add(
                    Objects.equals(to, exclusion.to())
                            ? exclusion
                            : new Exclusion(exclusion.from(), to, exclusion.statedDays(), exclusion.statedUnit()));
        }
        return ended;
    }

    /** Whether none of them has stated days: then they are what they say. */
    private static boolean unbounded(List<Exclusion> exclusions) {
        for (int i = 0; i < exclusions.size(); i++) {
            if (exclusions.get(i).statedDays() > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean inThePast(Exclusion open, WorkingCalendar calendar, CentreTime time, Instant now) {
        LocalDate stated = statedEnd(open, calendar);
        return stated != null && now.isAfter(time.at(stated, calendar.closingTime(stated)));
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? b : a;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
