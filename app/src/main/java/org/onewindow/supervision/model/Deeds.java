package org.onewindow.supervision.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.FollowedCase;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.model.Deed.Mark;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;

/** What there is to say of a deed at the instant it happens: how it stands to the limits. Pure. */
public final class Deeds {

    private static final Duration FIRST_INSTANT_AFTER = Duration.ofNanos(1_000);

    private Deeds() {}

    /**
     * How something stands to a limit.
     *
     * @param minutesLeft minutes of business that were left; negative: passed by so many; null: there is no limit
     * @param usedDays working days used of a promise; null: none in working days
     */
    public record Limit(
            Mark mark,
            @Nullable Integer minutesLeft,
            @Nullable Integer usedDays,
            @Nullable Integer promisedDays) {

        /** No limit. */
        public static final Limit NONE = new Limit(Mark.NONE, null, null, null);
    }

    /** How the completion of a case stands to its promise: on time, within an extension, late (T7, section 11). */
    public static Limit promise(FollowedCase completed, WorkingCalendar calendar, CentreTime time, Instant at) {
        for (ClockFacts clock : completed.clocks()) {
            if (clock.kind() == ClockKind.COMMITTED) {
                ClockReading reading = TimeLimits.read(clock, calendar, time, at);
                Mark mark = reading.missed() ? Mark.LATE : clock.extension() > 0 ? Mark.EXTENDED : Mark.ON_TIME;
                Instant due = reading.dueAt();
                boolean measured = clock.unit() == Unit.WORKING_DAY;
                return new Limit(
                        mark,
                        due == null ? null : minutesLeft(at, due, calendar, time),
                        measured ? Integer.valueOf(reading.usedDays()) : null,
                        measured ? Integer.valueOf(clock.budget()) : null);
            }
        }
        return Limit.NONE;
    }

    /** How near the nearest of promise and statutory limit is, of those that still run. */
    public static Limit nearest(FollowedCase open, WorkingCalendar calendar, CentreTime time, Instant at) {
        Instant nearest = null;
        for (ClockFacts clock : open.clocks()) {
            boolean counts = clock.kind() == ClockKind.COMMITTED || clock.kind() == ClockKind.STATUTORY;
            if (counts && clock.stoppedAt() == null) {
                ClockReading reading = TimeLimits.read(clock, calendar, time, at);
                Instant due = reading.state() == ClockState.RUNNING || reading.state() == ClockState.MISSED
                        ? reading.dueAt()
                        : null;
                if (due != null && (nearest == null || due.isBefore(nearest))) {
                    nearest = due;
                }
            }
        }
        return nearest == null
                ? Limit.NONE
                : new Limit(Mark.NONE, minutesLeft(at, nearest, calendar, time), null, null);
    }

    private static int minutesLeft(Instant at, Instant due, WorkingCalendar calendar, CentreTime time) {
        boolean passed = at.isAfter(due);
        long minutes = passed
                ? WorkingMinutes.between(due, at, calendar, time, _ -> true)
                : WorkingMinutes.between(at, due, calendar, time, _ -> true);
        return Math.toIntExact(passed ? -Math.max(1, minutes) : minutes);
    }

    /**
     * By which instant something is counted: when it happened, or right after the last close that was told of before it was
     * known.
     *
     * @param toldOf null: none
     */
    public static Instant countedAt(Instant happenedAt, @Nullable Instant toldOf) {
        return toldOf == null || happenedAt.isAfter(toldOf) ? happenedAt : toldOf.plus(FIRST_INSTANT_AFTER);
    }
}
