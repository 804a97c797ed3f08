package org.onewindow.supervision.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.RuleSet.ClockRule;
import org.onewindow.supervision.RuleSet.Points;
import org.onewindow.supervision.RuleSet.Replies;
import org.onewindow.supervision.RuleSet.Thresholds;
import org.onewindow.timelimit.ClockKind;

/** Whether a set of rules may be filed (S1): every reason why not. */
public final class RuleFiling {

    private final List<Refusal> refusals = new ArrayList<>();

    private RuleFiling() {}

    /**
     * Checks a set.
     *
     * @param others the sets filed for the same region, as they will be once this one is filed
     * @param today the present day: nobody can be judged by a rule that wasn't in force
     */
    public static List<Refusal> check(RuleSet rules, List<RuleSet> others, LocalDate today) {
        RuleFiling filing = new RuleFiling();
        filing.period(rules, others, today);
        filing.thresholds(rules.thresholds());
        filing.clocks(rules);
        filing.contents(rules);
        filing.points(rules.points());
        filing.replies(rules.replies());
        filing.refuseIf(rules.mostAtOnce() < 1, "rules.most");
        return List.copyOf(filing.refusals);
    }

    private void period(RuleSet rules, List<RuleSet> others, LocalDate today) {
        LocalDate to = rules.validTo();
        refuseIf(to != null && to.isBefore(rules.validFrom()), "rules.period");
        refuseIf(rules.validFrom().isBefore(today), "rules.past", today);
        for (RuleSet other : others) {
            refuseIf(overlap(rules, other), "rules.overlap", other.number(), other.validFrom());
        }
    }

    private static boolean overlap(RuleSet a, RuleSet b) {
        LocalDate endOfA = a.validTo();
        LocalDate endOfB = b.validTo();
        return (endOfB == null || !a.validFrom().isAfter(endOfB))
                && (endOfA == null || !b.validFrom().isAfter(endOfA));
    }

    private void thresholds(Thresholds thresholds) {
        refuseIf(thresholds.daysBefore() < 0 || thresholds.daysBefore() > 30, "rules.days-before", 30);
        refuseIf(thresholds.percentLeft() < 0 || thresholds.percentLeft() > 99, "rules.percent");
        refuseIf(thresholds.shortLimitPercentUsed() < 1 || thresholds.shortLimitPercentUsed() > 99, "rules.percent");
        refuseIf(thresholds.shortLimit() < thresholds.daysBefore(), "rules.short-limit", thresholds.daysBefore());
        refuseIf(thresholds.shortLimit() > 30, "rules.short-limit-most", 30);
        refuseIf(thresholds.zeroLimitMinutes() < 1 || thresholds.zeroLimitMinutes() > 240, "rules.minutes", 240);
    }

    private void clocks(RuleSet rules) {
        Set<ClockKind> seen = new HashSet<>();
        for (ClockRule clock : rules.clocks()) {
            refuseIf(!seen.add(clock.clock()), "rules.clock-twice", clock.clock());
            refuseIf(clock.passed() == Colour.WARNING, "rules.passed-warns", clock.clock());
            Integer redAfter = clock.redAfterDays();
            if (redAfter != null) {
                refuseIf(clock.passed() != Colour.YELLOW, "rules.red-before-yellow", clock.clock());
                refuseIf(redAfter < 1, "rules.red-with-yellow", clock.clock());
            }
        }
        ClockRule statutory = rules.clock(ClockKind.STATUTORY);
        refuseIf(statutory == null || statutory.passed() != Colour.RED, "rules.statutory");
        ClockRule committed = rules.clock(ClockKind.COMMITTED);
        refuseIf(committed == null || committed.passed() == null, "rules.committed");
    }

    private void contents(RuleSet rules) {
        rules.contents()
                .forEach((rule, colour) -> refuseIf(
                        colour == Colour.WARNING && rule != ContentRule.SLACK_EATEN, "rules.content-warns", rule));
    }

    private void points(Points points) {
        refuseIf(points.warning() < 0 || points.red() > 100, "rules.points");
        refuseIf(points.warning() > points.yellow() || points.yellow() > points.red(), "rules.points-order");
    }

    private void replies(Replies replies) {
        refuseIf(isNoLimit(replies.explanation()), "rules.reply", 60);
        refuseIf(isNoLimit(replies.appeal()), "rules.reply", 60);
        refuseIf(isNoLimit(replies.order()), "rules.reply", 60);
    }

    private static boolean isNoLimit(int days) {
        return days < 1 || days > 60;
    }

    private void refuseIf(boolean wrong, String key, Object... arguments) {
        Refusal refusal = Refusal.of("S1", key, arguments);
        if (wrong && !refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }
}
