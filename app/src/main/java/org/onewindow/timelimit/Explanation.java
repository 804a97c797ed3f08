package org.onewindow.timelimit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.DayKind;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.kernel.CentreTime;

/**
 * A due date explained day by day, for whoever doubts it: from the day the period starts to its last day, each day with what it
 * did. In step with {@link TimeLimits} by test, not by sharing its arithmetic.
 */
public final class Explanation {

    /** Longest explanation; what is longer is cut off, which no limit in law reaches. */
    public static final int MOST_DAYS = 8_000;

    private final WorkingCalendar calendar;
    private final Unit unit;
    private final int total;
    private final Spans spans;
    private final List<DayNote> notes = new ArrayList<>();

    private Explanation(WorkingCalendar calendar, Unit unit, int total, Spans spans) {
        this.calendar = calendar;
        this.unit = unit;
        this.total = total;
        this.spans = spans;
    }

    /**
     * Explains a period begun in time on its first day.
     *
     * @param unit working or calendar days
     * @param total budget and extension
     * @return oldest day first; the last one is {@link DayNote#last()}, except where an open suspension keeps it unknown: then the
     *     day that suspension starts
     */
    public static List<DayNote> of(
            WorkingCalendar calendar, Unit unit, LocalDate startDay, int total, List<Exclusion> exclusions) {
        return new Explanation(calendar, unit, total, Spans.merged(TimeLimits.bounded(exclusions, calendar, null)))
                .from(startDay, false);
    }

    /** Explains a clock in days as its facts stand; a clock in hours or with a promised day has nothing to be counted. */
    public static List<DayNote> of(ClockFacts facts, WorkingCalendar calendar, CentreTime time) {
        if (facts.fixedDue() != null || facts.unit() == Unit.HOUR) {
            return List.of();
        }
        var stoppedAt = facts.stoppedAt();
        var ended = TimeLimits.bounded(facts.exclusions(), calendar, stoppedAt == null ? null : time.dayOf(stoppedAt));
        return new Explanation(calendar, facts.unit(), facts.total(), Spans.merged(ended))
                .from(facts.startDay(), TimeLimits.begunAfterClosing(facts, calendar, time));
    }

    private List<DayNote> from(LocalDate startDay, boolean afterClosing) {
        boolean endsAtOnce =
                total == 0 && !afterClosing && calendar.isWorkingDay(startDay) && !spans.excludes(startDay);
        note(startDay, DayNote.Reason.START, calendar.nameOf(startDay), 0, endsAtOnce);
        int counted = 0;
        LocalDate day = startDay;
        while (!notes.getLast().last() && notes.size() < MOST_DAYS && !endless(day)) {
            day = day.plusDays(1);
            boolean out = spans.excludes(day);
            DayKind kind = calendar.kindOf(day);
            if (counted == total && kind.isWorking() && !out) {
                note(day, DayNote.Reason.CARRIED, calendar.nameOf(day), counted, true);
            } else if (counted < total && !out && (unit == Unit.DAY || kind.isWorking())) {
                counted++;
                var reason = kind == DayKind.MAKE_UP && unit == Unit.WORKING_DAY
                        ? DayNote.Reason.MAKE_UP
                        : DayNote.Reason.COUNTED;
                note(day, reason, calendar.nameOf(day), counted, counted == total && kind.isWorking());
            } else {
                note(day, skipped(kind, out), calendar.nameOf(day), counted, false);
            }
        }
        return List.copyOf(notes);
    }

    /** In working days a day off inside a suspension wouldn't have counted anyway: it is a day off first. */
    private DayNote.Reason skipped(DayKind kind, boolean out) {
        if (out && (unit == Unit.DAY || kind.isWorking())) {
            return DayNote.Reason.SUSPENDED;
        }
        return switch (kind) {
            case HOLIDAY -> DayNote.Reason.HOLIDAY;
            case REGIONAL_HOLIDAY -> DayNote.Reason.REGIONAL_HOLIDAY;
            case WEEKEND, WEEKDAY, MAKE_UP -> DayNote.Reason.WEEKEND;
        };
    }

    private boolean endless(LocalDate day) {
        return LocalDate.MAX.equals(spans.endOfSpanOver(day.plusDays(1)));
    }

    private void note(LocalDate day, DayNote.Reason reason, @Nullable String name, int counted, boolean last) {
        notes.add(new DayNote(day, reason, name, counted, last, calendar.isProvisional(day)));
    }
}
