package org.onewindow.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 视为受理凭证 (T4): nobody answered in time, so the case counts as accepted from the day of receipt.
 *
 * @param head the usual
 * @param facts the case
 * @param receivedOn the day of receipt, or of the supplement that completed the list
 * @param answerDueOn the day that passed in silence
 * @param acceptedOn the day it counts as accepted from
 * @param promise the promised limit
 * @param promisedOn its last day
 * @param statutory the statutory limit; null where law sets none
 * @param statutoryDueOn its last day; null where law sets none
 * @param provisional whether a day depends on a calendar that isn't published yet (T1)
 * @param legalBasis the rule that makes silence an acceptance
 */
public record DeemedAcceptanceVoucher(
        Head head,
        CaseFacts facts,
        LocalDate receivedOn,
        LocalDate answerDueOn,
        LocalDate acceptedOn,
        Days promise,
        LocalDate promisedOn,
        @Nullable Days statutory,
        @Nullable LocalDate statutoryDueOn,
        boolean provisional,
        String legalBasis)
        implements DocumentModel {}
