package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 补正材料一次性告知书 (C3): everything that is still to be supplied.
 *
 * @param head the usual
 * @param facts the case
 * @param receivedAt when the papers at hand were received
 * @param defects everything to supply or to put right
 * @param period the period for it
 * @param dueOn its last day
 * @param provisional whether that day depends on a calendar that isn't published yet (T1)
 * @param legalBasis the law that asks for these papers
 * @param papersReturned whether the papers go back and resubmission is a new case (acceptance rule RETURN, T4)
 * @param endBasis the rule by which the case ends if nothing comes (C10); null: the case waits
 * @param authorisedReason why new points are raised on papers already at hand (C3); null on a first notice
 * @param handler who asks
 */
public record SupplementNotice(
        Head head,
        CaseFacts facts,
        Instant receivedAt,
        List<Defect> defects,
        Days period,
        LocalDate dueOn,
        boolean provisional,
        String legalBasis,
        boolean papersReturned,
        @Nullable String endBasis,
        @Nullable String authorisedReason,
        String handler)
        implements DocumentModel {
    public SupplementNotice {
        defects = List.copyOf(defects);
    }

    /**
     * One thing to supply or put right.
     *
     * @param material which paper
     * @param problem what is wrong with it and what would be right
     */
    public record Defect(String material, String problem) {}
}
