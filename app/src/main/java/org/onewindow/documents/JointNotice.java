package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 联办补正材料一次性告知书 (J2, C3): everything that is still to be supplied for all items of a joint application, once.
 *
 * @param head the usual
 * @param facts the application; its item is the theme
 * @param period the period for it
 * @param dueOn its last day
 * @param provisional whether that day depends on a calendar that isn't published yet (T1)
 * @param handler who asks
 */
public record JointNotice(
        Head head,
        CaseFacts facts,
        Instant receivedAt,
        List<Defect> defects,
        Days period,
        LocalDate dueOn,
        boolean provisional,
        String handler)
        implements DocumentModel {
    public JointNotice {
        defects = List.copyOf(defects);
    }

    /** One paper to supply or put right; {@code neededBy}: names of the items that need it, joined. */
    public record Defect(String material, String problem, String neededBy) {}
}
