package org.onewindow.timelimit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.model.NoticeFile;

/**
 * The law read aloud: walks from day to day with a finger on the wall calendar. Slow, obvious, and written without looking at
 * the arithmetic it checks.
 */
final class ClockOracle {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final LocalDate FIRST_FINAL = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST_FINAL = LocalDate.of(2026, 12, 28);
    private static final int FOR_EVER = 6_000;

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> madeUp = new HashSet<>();

    ClockOracle() {
        NoticeFile.shipped().values().stream().flatMap(List::stream).forEach(day -> {
            if (day.kind() == SpecialDay.Kind.OFF) {
                off.add(day.day());
            } else {
                madeUp.add(day.day());
            }
        });
    }

    boolean works(LocalDate day) {
        if (off.contains(day)) {
            return false;
        }
        return madeUp.contains(day)
                || (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    static boolean takenOut(LocalDate day, List<Exclusion> suspensions) {
        for (Exclusion suspension : suspensions) {
            LocalDate to = suspension.to();
            if (day.isAfter(suspension.from()) && (to == null || !day.isAfter(to))) {
                return true;
            }
        }
        return false;
    }

    /** The day on which the days are used up; null where that never comes. */
    @Nullable
    LocalDate usedUp(Unit unit, LocalDate start, int days, List<Exclusion> suspensions) {
        LocalDate day = start;
        int counted = 0;
        for (int walked = 0; counted < days; walked++) {
            if (walked > FOR_EVER) {
                return null;
            }
            day = day.plusDays(1);
            if (counts(unit, day, suspensions)) {
                counted++;
            }
        }
        return day;
    }

    private boolean counts(Unit unit, LocalDate day, List<Exclusion> suspensions) {
        return !takenOut(day, suspensions) && (unit == Unit.DAY || works(day));
    }

    @Nullable
    LocalDate lastDay(Unit unit, LocalDate start, int days, List<Exclusion> suspensions, boolean begunAfterClosing) {
        LocalDate day = usedUp(unit, start, days, suspensions);
        if (day == null) {
            return null;
        }
        if (days == 0 && begunAfterClosing) {
            day = day.plusDays(1);
        }
        for (int walked = 0; !works(day) || takenOut(day, suspensions); walked++) {
            if (walked > FOR_EVER) {
                return null;
            }
            day = day.plusDays(1);
        }
        return day;
    }

    /** The suspensions as they act when looked at: ended by their stated days, and by the stop of the clock. */
    List<Exclusion> acting(ClockFacts facts) {
        var acting = new ArrayList<Exclusion>();
        for (Exclusion suspension : facts.exclusions()) {
            LocalDate to = suspension.to();
            LocalDate stated = statedEnd(suspension);
            if (stated != null && (to == null || stated.isBefore(to))) {
                to = stated;
            }
            Instant stopped = facts.stoppedAt();
            if (stopped != null && (to == null || day(stopped).isBefore(to))) {
                to = day(stopped);
            }
            acting.add(new Exclusion(suspension.from(), to, 0, Unit.WORKING_DAY));
        }
        return acting;
    }

    @Nullable
    LocalDate statedEnd(Exclusion suspension) {
        return suspension.statedDays() == 0
                ? null
                : lastDay(suspension.statedUnit(), suspension.from(), suspension.statedDays(), List.of(), false);
    }

    ClockReading read(ClockFacts facts, Instant now) {
        var suspensions = acting(facts);
        int budget = facts.budget() + facts.extension();
        LocalDate start = facts.startDay();
        boolean late = day(facts.startedAt()).equals(start)
                && LocalTime.ofInstant(facts.startedAt(), SHANGHAI).isAfter(CLOSING);
        LocalDate usedUp = usedUp(facts.unit(), start, budget, suspensions);
        LocalDate due = lastDay(facts.unit(), start, budget, suspensions, late);
        Instant dueAt =
                due == null ? null : due.atTime(CLOSING).atZone(SHANGHAI).toInstant();

        Instant stopped = facts.stoppedAt();
        Instant seen = stopped == null ? now : stopped;
        int used = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(day(seen)); day = day.plusDays(1)) {
            boolean free = usedUp != null && due != null && day.isAfter(usedUp) && !day.isAfter(due);
            if (counts(facts.unit(), day, suspensions) && !free) {
                used++;
            }
        }

        boolean waiting = false;
        boolean projected = false;
        for (Exclusion suspension : facts.exclusions()) {
            LocalDate stated = statedEnd(suspension);
            boolean lasts = stopped == null
                    && suspension.to() == null
                    && (stated == null
                            || !now.isAfter(
                                    stated.atTime(CLOSING).atZone(SHANGHAI).toInstant()));
            waiting |= lasts && !suspension.from().isAfter(day(now));
            projected |= lasts && due != null && suspension.from().isBefore(due);
        }
        ClockState state = facts.cancelled()
                ? ClockState.CANCELLED
                : dueAt != null && seen.isAfter(dueAt)
                        ? ClockState.MISSED
                        : stopped != null ? ClockState.MET : waiting ? ClockState.PAUSED : ClockState.RUNNING;
        return new ClockReading(
                facts.kind(),
                facts.reference(),
                state,
                facts.unit(),
                budget,
                used,
                budget - used,
                due,
                dueAt,
                projected,
                provisional(facts.unit(), start, budget, usedUp, due, suspensions),
                stopped != null);
    }

    boolean provisional(
            Unit unit,
            LocalDate start,
            int days,
            @Nullable LocalDate usedUp,
            @Nullable LocalDate due,
            List<Exclusion> suspensions) {
        LocalDate last = due;
        if (last == null) {
            // Unknown: what is known reaches to the day the first suspension without an end begins.
            last = suspensions.stream()
                    .filter(suspension -> suspension.to() == null)
                    .map(Exclusion::from)
                    .map(from -> from.isBefore(start) ? start : from)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }
        LocalDate first = days == 0 ? start : start.plusDays(1);
        if (unit == Unit.DAY && usedUp != null && due != null) {
            first = usedUp;
        }
        if (first.isAfter(last)) {
            // Nothing counted yet: then the day itself speaks for the result.
            first = last;
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.isBefore(FIRST_FINAL) || day.isAfter(LAST_FINAL)) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SHANGHAI);
    }
}
