package org.onewindow.joint.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.joint.JointState;
import org.onewindow.joint.LivePlan;
import org.onewindow.joint.Theme;
import org.onewindow.joint.model.JointFile.Acceptance;
import org.onewindow.joint.model.JointFile.Notice;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;

/** The clocks of an application as a whole (J2, J3): its one acceptance, its notice, its promise, and the cap of the law. */
public final class JointClocks {

    /** APL 32: five working days to accept, to say what is missing, or to refuse (T4). */
    public static final int ACCEPTANCE_DAYS = 5;

    /** A limit is overrun from the first instant after its end (T2). */
    private static final Duration FIRST_INSTANT_AFTER = Duration.ofNanos(1_000);

    private JointClocks() {}

    /** All of them, of each kind the current one first. */
    public static List<ClockReading> read(
            JointFile file,
            ItemVersion lead,
            Theme.Stage stage,
            LivePlan plan,
            WorkingCalendar calendar,
            CentreTime time,
            Instant now) {
        List<ClockFacts> clocks = new ArrayList<>(ofApplication(file, lead));
        Acceptance acceptance = file.acceptance();
        if (acceptance != null) {
            clocks.add(running(file, ClockKind.COMMITTED, plan.promisedDays(), acceptance));
            if (stage.oneDecision()) {
                clocks.add(running(
                        file,
                        ClockKind.STATUTORY,
                        ThemeRules.CAP_DAYS + plan.lengthenedBy() + file.extension(),
                        acceptance));
            }
        }
        return clocks.stream()
                .map(facts -> TimeLimits.read(facts, calendar, time, now))
                .toList();
    }

    /** Those that are the lead window's own, up to the acceptance: they follow from the application alone. */
    public static List<ClockFacts> ofApplication(JointFile file, ItemVersion lead) {
        List<ClockFacts> clocks = new ArrayList<>(acceptance(file, lead));
        supplement(file, clocks);
        return clocks;
    }

    /** The acceptance clock that runs now, alone. */
    static ClockReading acceptanceDue(JointFile file, ItemVersion lead, WorkingCalendar calendar, CentreTime time) {
        return TimeLimits.read(acceptance(file, lead).getFirst(), calendar, time, file.papersAt());
    }

    private static List<ClockFacts> acceptance(JointFile file, ItemVersion lead) {
        int days = lead.acceptanceRule() == AcceptanceRule.ON_THE_SPOT ? 0 : ACCEPTANCE_DAYS;
        List<ClockFacts> clocks = new ArrayList<>();
        Acceptance acceptance = file.acceptance();
        Instant endedAt = file.endedAt();
        if (file.openNotice().isEmpty()) {
            ClockFacts current = started(ClockKind.ACCEPTANCE, days, file.papersAt(), file.papersOn());
            if (acceptance != null) {
                // What the law did at its end, nobody did in time (T4).
                clocks.add(current.stopped(
                        acceptance.deemed() ? acceptance.at().plus(FIRST_INSTANT_AFTER) : acceptance.at()));
            } else if (endedAt == null) {
                clocks.add(current);
            } else {
                clocks.add(
                        file.state() == JointState.WITHDRAWN ? current.cancelled(endedAt) : current.stopped(endedAt));
            }
        }
        for (Notice notice : file.notices().reversed()) {
            ClockFacts facts = started(ClockKind.ACCEPTANCE, days, notice.startedAt(), notice.startDay());
            clocks.add(notice.servedOn() == null ? facts : facts.stopped(notice.at()));
        }
        return clocks;
    }

    private static void supplement(JointFile file, List<ClockFacts> clocks) {
        for (Notice notice : file.notices().reversed()) {
            LocalDate servedOn = notice.servedOn();
            if (servedOn != null) {
                ClockFacts facts = started(ClockKind.SUPPLEMENT, notice.days(), notice.at(), servedOn);
                Instant closedAt = notice.closedAt();
                clocks.add(closedAt == null ? facts : facts.stopped(closedAt));
            }
        }
    }

    private static ClockFacts running(JointFile file, ClockKind kind, int days, Acceptance acceptance) {
        ClockFacts facts = started(kind, days, acceptance.at(), acceptance.startDay());
        Instant endedAt = file.endedAt();
        if (endedAt == null) {
            return facts;
        }
        return file.state() == JointState.COMPLETED ? facts.stopped(endedAt) : facts.cancelled(endedAt);
    }

    private static ClockFacts started(ClockKind kind, int days, Instant at, LocalDate on) {
        return ClockFacts.started(kind, "", Unit.WORKING_DAY, days, at, on);
    }
}
