package org.onewindow.documents;

import java.util.List;

/**
 * 告知承诺书 (C16): what the authority tells, and what the applicant declares by signing it.
 *
 * @param head the usual
 * @param facts the case
 * @param basis what lets the department decide on a commitment
 * @param legalBasis the law the item rests on
 * @param conditions conditions for granting
 * @param needed papers that have to be handed in all the same
 * @param standsInFor papers that the commitment may stand in for
 * @param result what is granted
 * @param checkDays within which it is checked after the decision
 * @param putRightDays for putting right what the check found
 */
public record CommitmentLetter(
        Head head,
        CaseFacts facts,
        String basis,
        String legalBasis,
        List<String> conditions,
        List<String> needed,
        List<String> standsInFor,
        String result,
        Days checkDays,
        Days putRightDays)
        implements DocumentModel {
    public CommitmentLetter {
        conditions = List.copyOf(conditions);
        needed = List.copyOf(needed);
        standsInFor = List.copyOf(standsInFor);
    }
}
