package org.onewindow.documents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 受理通知书 (C4): carries the binding date.
 *
 * @param head the usual
 * @param facts the case
 * @param receivedOn the day the application, or what completed it, was received
 * @param acceptedOn the legal day of acceptance
 * @param promise the promised limit
 * @param promisedOn its last day
 * @param statutory the statutory limit; null where law sets none
 * @param statutoryDueOn its last day; null where law sets none
 * @param provisional whether a day depends on a calendar that isn't published yet (T1)
 * @param legalBasis basis of the item
 * @param materials the papers accepted
 * @param toFollow papers that may follow (C16)
 * @param procedures special procedures this item may need, whose time isn't counted (APL 45), in words
 * @param fee what it will cost, in words; empty: nothing
 * @param handler who accepted
 */
public record AcceptanceNotice(
        Head head,
        CaseFacts facts,
        LocalDate receivedOn,
        LocalDate acceptedOn,
        Days promise,
        LocalDate promisedOn,
        @Nullable Days statutory,
        @Nullable LocalDate statutoryDueOn,
        boolean provisional,
        String legalBasis,
        List<MaterialLine> materials,
        List<PromisedPaper> toFollow,
        List<String> procedures,
        String fee,
        String handler)
        implements DocumentModel {
    public AcceptanceNotice {
        materials = List.copyOf(materials);
        toFollow = List.copyOf(toFollow);
        procedures = List.copyOf(procedures);
    }
}
