package org.onewindow.joint;

import java.time.LocalDate;
import java.util.List;
import org.onewindow.kernel.Bug;

/**
 * The plan of a running application (J3): what is promised, and where it is heading. Computed from the members' own clocks, so it is
 * right again the moment anything moves: a suspension, a payment, an extension, the calendar.
 *
 * @param start the day the whole counts from, which isn't counted (T2)
 * @param promisedDays working days the whole has: the longest path of what law and catalogue allow each member
 * @param dueOn when the whole is due
 * @param endsOn when it is expected to end now
 * @param lengthenedBy working days by which members' suspensions made the promise longer
 * @param criticalPath what decides {@code endsOn}
 */
public record LivePlan(
        LocalDate start,
        int promisedDays,
        LocalDate dueOn,
        LocalDate endsOn,
        int lengthenedBy,
        List<String> criticalPath,
        List<Line> members,
        boolean provisional) {

    public LivePlan {
        criticalPath = List.copyOf(criticalPath);
        members = List.copyOf(members);
    }

    /**
     * A member in the plan.
     *
     * @param days working days it has in all, its suspensions and extension included
     * @param startsOn when it started or is expected to
     * @param endsOn when it ended or is expected to
     * @param latestEndsOn when it must end for the whole to be in time
     * @param slack working days it may still be late without making the whole late; negative: it makes it late
     * @param plannedSlack the slack it had before anything was suspended
     */
    public record Line(
            String itemCode,
            int days,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate latestEndsOn,
            int slack,
            int plannedSlack,
            boolean critical) {}

    /** Whether the whole is expected to be late. */
    public boolean isLate() {
        return endsOn.isAfter(dueOn);
    }

    /** A member's line. */
    public Line line(String itemCode) {
        return members.stream()
                .filter(line -> line.itemCode().equals(itemCode))
                .findFirst()
                .orElseThrow(() -> Bug.found("no member " + itemCode + " in the plan"));
    }
}
