package org.onewindow.documents;

import java.time.LocalDate;
import org.onewindow.kernel.Bug;

/**
 * 撤销决定书 (C16, APL 69): what was granted on a commitment that proved false.
 *
 * @param head the usual
 * @param facts the case
 * @param signedOn the day on the commitment
 * @param decisionNumber number of the decision that is revoked
 * @param decidedOn its day
 * @param result what had been granted
 * @param reason why; never blank
 * @param legalBasis the law it rests on; never blank
 * @param remedy where it can be challenged
 */
public record RevocationPaper(
        Head head,
        CaseFacts facts,
        LocalDate signedOn,
        String decisionNumber,
        LocalDate decidedOn,
        String result,
        String reason,
        String legalBasis,
        Remedy remedy)
        implements DocumentModel {
    public RevocationPaper {
        if (reason.isBlank() || legalBasis.isBlank()) {
            throw Bug.found("a revocation without reason or basis");
        }
    }
}
