package org.onewindow.supervision;

import java.util.List;

/**
 * From when on a pattern (S7) is shown, as data.
 *
 * @param suspendedMinutes suspended with at most so many minutes of business left to the nearest limit
 * @param acceptedAfterDays accepted so many working days or more after everything was there
 * @param decidedWithinMinutes and decided within so many minutes of business of it
 * @param evaluations so many evaluations or more at one window
 * @param evaluationsMinutes within so many minutes
 * @param backdatedMinutes received more than so many minutes before it was recorded
 * @param filingWords an item with one of these words in its name is a filing
 * @param filingDays filings that took more working days than that are handled like approvals
 * @param elsewhereCases of at least so many decided cases of a window
 * @param elsewherePercent so many percent or more were decided elsewhere
 * @param twiceDays the same matter received again within so many days
 * @param clusterCases at least so many cases of one person
 * @param clusterPercent and so many percent or more of theirs
 * @param clusterMinutes completed with at most so many minutes of business left
 * @param lookBackDays how far back a window or a person is looked at, in days
 */
public record PatternThresholds(
        int suspendedMinutes,
        int acceptedAfterDays,
        int decidedWithinMinutes,
        int evaluations,
        int evaluationsMinutes,
        int backdatedMinutes,
        List<String> filingWords,
        int filingDays,
        int elsewhereCases,
        int elsewherePercent,
        int twiceDays,
        int clusterCases,
        int clusterPercent,
        int clusterMinutes,
        int lookBackDays) {

    /** What ships with the program. A working day has eight hours of business. */
    public static final PatternThresholds SHIPPED =
            new PatternThresholds(480, 3, 60, 5, 10, 30, List.of("备案"), 1, 10, 70, 30, 6, 60, 240, 30);

    public PatternThresholds {
        filingWords = List.copyOf(filingWords);
    }
}
