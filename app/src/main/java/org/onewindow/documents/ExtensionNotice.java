package org.onewindow.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 延长办理期限告知书 (T7).
 *
 * @param head the usual
 * @param facts the case
 * @param acceptedOn the day of acceptance
 * @param reason why
 * @param legalBasis the law that allows it
 * @param period by how much
 * @param previousDueOn the promised day so far
 * @param dueOn the promised day from now on
 * @param statutoryDueOn the statutory last day from now on; null where law sets none
 * @param provisional whether a day depends on a calendar that isn't published yet (T1)
 * @param approvedBy the office of the head who approved it
 */
public record ExtensionNotice(
        Head head,
        CaseFacts facts,
        LocalDate acceptedOn,
        String reason,
        String legalBasis,
        Days period,
        LocalDate previousDueOn,
        LocalDate dueOn,
        @Nullable LocalDate statutoryDueOn,
        boolean provisional,
        String approvedBy)
        implements DocumentModel {}
