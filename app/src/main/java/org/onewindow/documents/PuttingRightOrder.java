package org.onewindow.documents;

import java.time.LocalDate;
import org.onewindow.kernel.Bug;

/**
 * 责令限期整改通知书 (C16): what was committed to isn't so, and has to be put right.
 *
 * @param head the usual
 * @param facts the case
 * @param signedOn the day on the commitment
 * @param decisionNumber number of the decision that rests on it
 * @param decidedOn its day
 * @param findings what the check found; never blank
 * @param period for putting it right, from service of this paper (C8a)
 * @param basis the rule it rests on; never blank
 * @param remedy where it can be challenged
 */
public record PuttingRightOrder(
        Head head,
        CaseFacts facts,
        LocalDate signedOn,
        String decisionNumber,
        LocalDate decidedOn,
        String findings,
        Days period,
        String basis,
        Remedy remedy)
        implements DocumentModel {
    public PuttingRightOrder {
        if (findings.isBlank() || basis.isBlank()) {
            throw Bug.found("an order without findings or basis");
        }
    }
}
