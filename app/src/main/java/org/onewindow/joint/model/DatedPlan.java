package org.onewindow.joint.model;

import java.time.LocalDate;
import java.util.List;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.joint.StagePlan;
import org.onewindow.joint.StagePlan.Planned;

/**
 * A plan in working days laid over a calendar (T2, J3).
 *
 * @param dueOn the day the whole ends
 * @param provisional whether a day beyond the published calendars is among them (T1)
 */
public record DatedPlan(StagePlan plan, LocalDate dueOn, List<Dated> members, boolean provisional) {

    /** A member with its days: it starts on the day its last predecessor ends, which doesn't count (T2). */
    public record Dated(Planned planned, LocalDate startsOn, LocalDate endsOn, LocalDate latestEndsOn) {}

    public DatedPlan {
        members = List.copyOf(members);
    }

    /** Lays a plan over a calendar. */
    public static DatedPlan of(StagePlan plan, LocalDate start, WorkingCalendar calendar) {
        List<Dated> members = plan.members().stream()
                .map(planned -> new Dated(
                        planned,
                        planned.earliestStart() == 0 ? start : calendar.workingDayAfter(start, planned.earliestStart()),
                        end(start, planned.earliestEnd(), calendar),
                        end(start, planned.latestEnd(), calendar)))
                .toList();
        LocalDate dueOn = end(start, plan.length(), calendar);
        return new DatedPlan(plan, dueOn, members, calendar.isProvisional(dueOn));
    }

    /** What takes no days ends on the day it begins, or on the next working day (T3). */
    private static LocalDate end(LocalDate start, int days, WorkingCalendar calendar) {
        return days > 0 ? calendar.workingDayAfter(start, days) : calendar.workingDayOnOrAfter(start);
    }
}
