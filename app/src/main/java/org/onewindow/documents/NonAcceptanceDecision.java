package org.onewindow.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;

/**
 * 不受理通知书 or 不予受理决定书 (C4), by ground.
 *
 * @param head the usual
 * @param facts the case
 * @param receivedOn the day of receipt
 * @param ground why
 * @param reason the reason in words; never blank
 * @param legalBasis the law it rests on; never blank
 * @param competentBody the right body, with place and phone; null unless it is another body's matter
 * @param remedy where it can be challenged
 */
public record NonAcceptanceDecision(
        Head head,
        CaseFacts facts,
        LocalDate receivedOn,
        Ground ground,
        String reason,
        String legalBasis,
        @Nullable String competentBody,
        Remedy remedy)
        implements DocumentModel {
    public NonAcceptanceDecision {
        if (reason.isBlank() || legalBasis.isBlank()) {
            throw Bug.found("a refusing paper without reason or basis");
        }
        if (ground == Ground.NOT_OUR_AUTHORITY && (competentBody == null || competentBody.isBlank())) {
            throw Bug.found("not our authority, but no right body is named (APL 32(2))");
        }
    }

    /** Lawful grounds (C4). */
    public enum Ground {
        NO_LICENCE_NEEDED,
        NOT_OUR_AUTHORITY,
        FALSE_MATERIALS,
        BARRED,
        OTHER
    }
}
