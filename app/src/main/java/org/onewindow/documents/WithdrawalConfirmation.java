package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 撤回申请确认书 (C10).
 *
 * @param head the usual
 * @param facts the case
 * @param receivedOn the day of the application
 * @param withdrawnAt when it was withdrawn
 * @param reason the applicant's reason; may be empty
 * @param returned papers that go back
 * @param handler who took it
 */
public record WithdrawalConfirmation(
        Head head,
        CaseFacts facts,
        LocalDate receivedOn,
        Instant withdrawnAt,
        String reason,
        List<String> returned,
        String handler)
        implements DocumentModel {
    public WithdrawalConfirmation {
        returned = List.copyOf(returned);
    }
}
