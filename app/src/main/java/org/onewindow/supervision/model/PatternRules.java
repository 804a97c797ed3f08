package org.onewindow.supervision.model;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.PatternThresholds;

/** Which thresholds of patterns can be meant (S7). */
public final class PatternRules {

    private static final int MOST_MINUTES = 10_000;
    private static final int MOST_DAYS = 365;
    private static final int MOST_CASES = 10_000;
    private static final int PERCENT = 100;
    private static final int LEAST_EVALUATIONS = 2;

    private PatternRules() {}

    /** All reasons why not. */
    public static List<Refusal> refusals(PatternThresholds wanted) {
        List<Refusal> refusals = new ArrayList<>();
        within("suspendedMinutes", wanted.suspendedMinutes(), 0, MOST_MINUTES, refusals);
        within("acceptedAfterDays", wanted.acceptedAfterDays(), 1, MOST_DAYS, refusals);
        within("decidedWithinMinutes", wanted.decidedWithinMinutes(), 0, MOST_MINUTES, refusals);
        within("evaluations", wanted.evaluations(), LEAST_EVALUATIONS, MOST_CASES, refusals);
        within("evaluationsMinutes", wanted.evaluationsMinutes(), 1, MOST_MINUTES, refusals);
        within("backdatedMinutes", wanted.backdatedMinutes(), 1, MOST_MINUTES, refusals);
        within("filingDays", wanted.filingDays(), 0, MOST_DAYS, refusals);
        within("elsewhereCases", wanted.elsewhereCases(), 1, MOST_CASES, refusals);
        within("elsewherePercent", wanted.elsewherePercent(), 1, PERCENT, refusals);
        within("twiceDays", wanted.twiceDays(), 1, MOST_DAYS, refusals);
        within("clusterCases", wanted.clusterCases(), 1, MOST_CASES, refusals);
        within("clusterPercent", wanted.clusterPercent(), 1, PERCENT, refusals);
        within("clusterMinutes", wanted.clusterMinutes(), 0, MOST_MINUTES, refusals);
        within("lookBackDays", wanted.lookBackDays(), 1, MOST_DAYS, refusals);
        if (wanted.filingWords().stream().anyMatch(String::isBlank)) {
            refusals.add(Refusal.of("S7", "pattern.words"));
        }
        return refusals;
    }

    private static void within(String name, int value, int least, int most, List<Refusal> refusals) {
        if (value < least || value > most) {
            refusals.add(Refusal.of("S7", "pattern.limit." + name, least, most));
        }
    }
}
