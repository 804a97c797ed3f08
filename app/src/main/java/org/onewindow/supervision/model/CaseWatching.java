package org.onewindow.supervision.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.FollowedCase;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.model.Watch.Subject;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.onewindow.timelimit.TimeLimits;

/** What there is to watch about a case as it is. */
public final class CaseWatching {

    private CaseWatching() {}

    /** A watch for each signal its clocks have given or will give. */
    public static List<Watch> signals(
            FollowedCase followed, RuleBook rules, WorkingCalendar calendar, CentreTime time) {
        List<Watch> watches = new ArrayList<>();
        for (ClockFacts clock : followed.clocks()) {
            for (Signal signal : Signals.of(clock, followed.item().deemedAcceptance(), rules, calendar, time)) {
                watches.add(new Watch(
                        key(clock, signal.colour()),
                        signal.at(),
                        signal.wakeAt(),
                        signal.dueAt(),
                        signal.rule(),
                        signal.rules().id(),
                        role(clock, followed.item()),
                        false,
                        null,
                        null,
                        null));
            }
        }
        return watches;
    }

    /** The keys of all its clocks, see {@link Watches#ofClock}. */
    public static Set<Watch.Key> clocks(FollowedCase followed) {
        Set<Watch.Key> keys = new HashSet<>();
        followed.clocks().forEach(clock -> keys.add(key(clock, Colour.WARNING)));
        return keys;
    }

    /** A watch, due at once, for each thing found in an act; what the rules in force give no colour isn't watched. */
    public static List<Watch> found(
            List<ContentRule> found, int version, Instant at, @Nullable String role, Subject subject, RuleSet rules) {
        List<Watch> watches = new ArrayList<>();
        for (ContentRule rule : found) {
            Colour colour = rules.contents().get(rule);
            if (colour != null) {
                watches.add(new Watch(
                        new Watch.Key("", rule.name() + ":" + version, at, colour),
                        at,
                        at,
                        null,
                        rule.rule(),
                        rules.id(),
                        role,
                        false,
                        subject,
                        null,
                        null));
            }
        }
        return watches;
    }

    /** What a card says of the case. */
    public static Subject subject(FollowedCase followed) {
        return new Subject(
                followed.id(),
                followed.number(),
                followed.version(),
                followed.department(),
                followed.window(),
                followed.holder(),
                followed.step(),
                stepRole(followed));
    }

    /** The role the current step is given to; null where none is worked. */
    public static @Nullable String stepRole(FollowedCase followed) {
        String code = followed.step();
        return code == null ? null : role(followed.item(), code);
    }

    /** The earliest limit still open; null where nothing is due. The applicant's own periods and what is only stated don't count. */
    public static @Nullable Instant dueAt(
            FollowedCase followed, WorkingCalendar calendar, CentreTime time, Instant now) {
        if (!followed.isOpen()) {
            return null;
        }
        Instant earliest = null;
        for (ClockFacts clock : followed.clocks()) {
            boolean over = followed.state().isEnd() && clock.kind() != ClockKind.COMMITMENT_CHECK;
            if (over
                    || clock.stoppedAt() != null
                    || clock.kind() == ClockKind.SUPPLEMENT
                    || clock.kind() == ClockKind.PUTTING_RIGHT
                    || clock.kind() == ClockKind.SPECIAL_PROCEDURE) {
                continue;
            }
            ClockReading reading = TimeLimits.read(clock, calendar, time, now);
            Instant due = reading.state() == ClockState.CANCELLED ? null : reading.dueAt();
            if (due != null && (earliest == null || due.isBefore(earliest))) {
                earliest = due;
            }
        }
        return earliest;
    }

    /** Whether its clocks are stopped by a special procedure. */
    public static boolean isSuspended(FollowedCase followed) {
        return followed.state() == CaseState.SUSPENDED;
    }

    /** Finds a clock of a case by what a card keeps of it; null where the case doesn't have it any more. */
    public static @Nullable ClockFacts clock(FollowedCase followed, Watch.Key key) {
        for (ClockFacts clock : followed.clocks()) {
            if (key(clock, key.colour()).equals(key)) {
                return clock;
            }
        }
        return null;
    }

    private static Watch.Key key(ClockFacts clock, Colour colour) {
        return new Watch.Key(clock.kind().name(), clock.reference(), clock.startedAt(), colour);
    }

    private static @Nullable String role(ClockFacts clock, ItemVersion item) {
        return switch (clock.kind()) {
            case ACCEPTANCE, DELIVERY, SUPPLEMENT, DOCUMENTS_TO_FOLLOW -> "CLERK";
            case SPECIAL_PROCEDURE, COMMITMENT_CHECK, PUTTING_RIGHT -> "REVIEWER";
            case FORWARDING -> "APPROVER";
            case STEP -> role(item, clock.reference());
            case COMMITTED, STATUTORY -> null;
        };
    }

    private static @Nullable String role(ItemVersion item, String step) {
        for (ItemVersion.Step each : item.steps()) {
            if (each.code().equals(step)) {
                return each.role().name();
            }
        }
        return null;
    }
}
