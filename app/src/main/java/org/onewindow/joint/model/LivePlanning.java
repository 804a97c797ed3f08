package org.onewindow.joint.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.MemberCase;
import org.onewindow.joint.LivePlan;
import org.onewindow.joint.LivePlan.Line;
import org.onewindow.joint.MemberProgress;
import org.onewindow.joint.StagePlan;
import org.onewindow.joint.model.JointFile.Acceptance;
import org.onewindow.joint.model.JointFile.Member;
import org.onewindow.timelimit.ClockReading;

/** Plans a running application from its members' own clocks (J3). */
public final class LivePlanning {

    private final JointFile file;
    private final Map<String, MemberCase> cases;
    private final Map<String, LocalDate> before;
    private final Map<String, Integer> changed;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final LocalDate start;
    private final int origin;

    /**
     * Plans.
     *
     * @param cases the members' cases, by item
     * @param before when members of earlier stages that this one waits for ended or are expected to, by item
     * @param changed other days for members that haven't ended, by item: “what if”
     */
    public static LivePlan of(
            JointFile file,
            Map<String, MemberCase> cases,
            Map<String, LocalDate> before,
            Map<String, Integer> changed,
            WorkingCalendar calendar,
            LocalDate today) {
        return new LivePlanning(file, cases, before, changed, calendar, today).plan();
    }

    private LivePlanning(
            JointFile file,
            Map<String, MemberCase> cases,
            Map<String, LocalDate> before,
            Map<String, Integer> changed,
            WorkingCalendar calendar,
            LocalDate today) {
        this.file = file;
        this.cases = cases;
        this.before = before;
        this.changed = changed;
        this.calendar = calendar;
        this.today = today;
        Acceptance acceptance = file.acceptance();
        start = acceptance == null ? today : acceptance.startDay();
        origin = calendar.workingDaysUntil(start);
    }

    private LivePlan plan() {
        Map<String, Integer> days = new HashMap<>();
        Map<String, Integer> unsuspended = new HashMap<>();
        for (Member member : file.members()) {
            int allowed = allowed(member);
            days.put(member.itemCode(), allowed);
            unsuspended.put(member.itemCode(), allowed - lengthened(member));
        }
        StagePlan promise = promise(days).plan();
        int promised = promise.length() + file.extension();
        StagePlan undisturbed = promise(unsuspended).plan();
        int lengthened = promise.length() - undisturbed.length();
        StagePlan projection = graph(file.members().stream()
                        .map(member -> projected(member, days))
                        .toList())
                .planTo(promised);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < file.members().size(); i++) {
            StagePlan.Planned planned = projection.members().get(i);
            lines.add(new Line(
                    planned.code(),
                    Objects.requireNonNull(days.get(planned.code())),
                    day(planned.earliestStart()),
                    end(planned.earliestEnd()),
                    end(Math.max(0, planned.latestEnd())),
                    planned.slack(),
                    undisturbed.members().get(i).slack() + file.extension(),
                    projection.criticalPath().contains(planned.code())));
        }
        LocalDate dueOn = end(promised);
        LocalDate endsOn = end(projection.length());
        return new LivePlan(
                start,
                promised,
                dueOn,
                endsOn,
                lengthened,
                projection.criticalPath(),
                lines,
                calendar.isProvisional(dueOn.isAfter(endsOn) ? dueOn : endsOn));
    }

    private StageGraph promise(Map<String, Integer> days) {
        return graph(file.members().stream()
                .map(member -> new StageGraph.Member(
                        member.itemCode(),
                        Objects.requireNonNull(days.get(member.itemCode())),
                        notBefore(member.itemCode())))
                .toList());
    }

    private StageGraph graph(List<StageGraph.Member> members) {
        return StageGraph.of(members, file.application().edges());
    }

    /** A member of an earlier stage that still runs holds this one up. */
    private int notBefore(String itemCode) {
        return file.application().fromBefore().stream()
                .filter(edge -> edge.to().equals(itemCode))
                .map(edge -> before.get(edge.from()))
                .filter(Objects::nonNull)
                .mapToInt(this::offset)
                .max()
                .orElse(0);
    }

    /** What law and catalogue allow it, lengthened by its suspensions, its extension and its wait for payment. */
    private int allowed(Member member) {
        Integer other = changed.get(member.itemCode());
        if (other != null && !member.progress().isEnd()) {
            return other + lengthened(member);
        }
        return member.taken().days() + extended(member) + lengthened(member);
    }

    private int extended(Member member) {
        MemberCase own = cases.get(member.itemCode());
        ClockReading clock = own == null ? null : own.committed();
        return own == null || clock == null
                ? 0
                : clock.budgetDays() - own.item().committedDays();
    }

    private int lengthened(Member member) {
        MemberCase own = cases.get(member.itemCode());
        ClockReading clock = own == null ? null : own.committed();
        LocalDate from = own == null ? null : own.startDay();
        if (clock == null || from == null) {
            return 0;
        }
        LocalDate dueOn = clock.dueOn();
        return dueOn != null
                ? calendar.workingDaysBetween(from, dueOn) - clock.budgetDays()
                // Nobody can tell the end yet: what was excluded up to now.
                : Math.max(0, calendar.workingDaysBetween(from, today) - clock.usedDays());
    }

    private StageGraph.Member projected(Member member, Map<String, Integer> days) {
        String code = member.itemCode();
        int allowed = Objects.requireNonNull(days.get(code));
        LocalDate startedOn = member.startedOn();
        LocalDate endedOn = member.endedOn();
        if (member.progress().isEnd()) {
            int ended = endedOn == null ? 0 : offset(endedOn);
            int began = startedOn == null ? ended : offset(startedOn);
            return new StageGraph.Member(code, Math.max(0, ended - began), began);
        }
        if (member.progress() == MemberProgress.OPEN && startedOn != null) {
            int began = offset(startedOn);
            // Late already: it ends today at the earliest.
            return new StageGraph.Member(code, Math.max(allowed, offset(today) - began), began);
        }
        int now = file.acceptance() == null ? 0 : offset(today);
        return new StageGraph.Member(code, allowed, Math.max(now, notBefore(code)));
    }

    private int offset(LocalDate day) {
        return Math.max(0, calendar.workingDaysUntil(day) - origin);
    }

    private LocalDate day(int offset) {
        return offset == 0 ? start : calendar.workingDayNumbered(origin + offset);
    }

    private LocalDate end(int offset) {
        return offset == 0 ? calendar.workingDayOnOrAfter(start) : calendar.workingDayNumbered(origin + offset);
    }

    /** Which warnings this plan calls for that weren't given yet (J3). */
    public static List<JointEvent.SlackEaten> warnings(LivePlan plan, JointFile file) {
        List<JointEvent.SlackEaten> warnings = new ArrayList<>();
        for (Member member : file.members()) {
            if (member.progress() != MemberProgress.OPEN) {
                continue;
            }
            Line line = plan.line(member.itemCode());
            JointEvent.@Nullable Slack level = level(line);
            if (level != null && !file.warned().contains(new JointFile.Warned(member.itemCode(), level))) {
                warnings.add(new JointEvent.SlackEaten(
                        member.itemCode(),
                        member.taken().caseNumber(),
                        member.taken().department(),
                        level,
                        line.slack(),
                        line.plannedSlack(),
                        line.endsOn(),
                        plan.dueOn()));
            }
        }
        return warnings;
    }

    private static JointEvent.@Nullable Slack level(Line line) {
        if (line.slack() < 0) {
            return JointEvent.Slack.LATE;
        }
        if (line.plannedSlack() == 0 || line.slack() >= line.plannedSlack()) {
            return null;
        }
        if (line.slack() == 0) {
            return JointEvent.Slack.NONE;
        }
        return 2 * line.slack() <= line.plannedSlack() ? JointEvent.Slack.LOW : null;
    }
}
