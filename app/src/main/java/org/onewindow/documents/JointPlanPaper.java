package org.onewindow.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * 并联办理计划 (J3): when each item of a joint application starts and must end.
 *
 * @param head the usual; its date is the day of the plan
 * @param subject number of the application
 * @param theme the theme's and the stage's name
 * @param state where the application stands, in words
 * @param workingDays what the whole has: the longest path
 * @param serialDays what one after the other would take
 * @param dueOn when the whole is due
 * @param endsOn when it is expected to end
 * @param criticalPath names of the items that decide it
 * @param rows the items
 * @param provisional whether a day depends on a calendar that isn't published yet (T1)
 */
public record JointPlanPaper(
        Head head,
        String subject,
        String theme,
        String state,
        int workingDays,
        int serialDays,
        LocalDate dueOn,
        LocalDate endsOn,
        List<String> criticalPath,
        List<Row> rows,
        boolean provisional)
        implements DocumentModel {
    public JointPlanPaper {
        criticalPath = List.copyOf(criticalPath);
        rows = List.copyOf(rows);
    }

    /**
     * One item.
     *
     * @param after names of the items that must end before it
     * @param slack days it may be late without making the whole late; negative: it makes it late
     */
    public record Row(
            String item,
            String department,
            String state,
            int days,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate latestEndsOn,
            int slack,
            boolean critical,
            List<String> after) {
        public Row {
            after = List.copyOf(after);
        }
    }
}
