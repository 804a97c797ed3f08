package org.onewindow.documents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;

/**
 * 补正不来办结告知书 or 终止办理决定书 (C10).
 *
 * @param head the usual
 * @param facts the case
 * @param cause which of the two
 * @param reason the reason in words; never blank
 * @param legalBasis the rule it rests on; never blank
 * @param noticeNumber the one-time notice that wasn't answered; null where a promised paper didn't come, and for the other cause
 * @param supplementDueOn the last day of the period, or the day promised; null for the other cause
 * @param returned papers that go back
 * @param remedy where it can be challenged
 */
public record TerminationNotice(
        Head head,
        CaseFacts facts,
        Cause cause,
        String reason,
        String legalBasis,
        @Nullable String noticeNumber,
        @Nullable LocalDate supplementDueOn,
        List<String> returned,
        Remedy remedy)
        implements DocumentModel {
    public TerminationNotice {
        returned = List.copyOf(returned);
        if (reason.isBlank() || legalBasis.isBlank()) {
            throw Bug.found("a terminating paper without reason or basis");
        }
    }

    /** Why a case ends without a decision. */
    public enum Cause {
        NOT_SUPPLEMENTED,
        BASIS_FELL_AWAY
    }
}
