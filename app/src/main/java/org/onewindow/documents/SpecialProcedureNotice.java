package org.onewindow.documents;

import java.time.LocalDate;

/**
 * 特别程序告知书 (T6): a procedure whose time isn't counted, announced with kind and days.
 *
 * @param head the usual
 * @param facts the case
 * @param acceptedOn the day of acceptance
 * @param procedure the field's own name for it
 * @param legalBasis why its time isn't counted
 * @param reason why it is needed here
 * @param period its stated days
 * @param startsOn the day it has effect from: the day of service
 * @param endsOn the day it ends if its stated days are used in full
 * @param promisedOn the promised day that follows from that; a projection (T6)
 * @param provisional whether a day depends on a calendar that isn't published yet (T1)
 * @param handler who asks for it
 */
public record SpecialProcedureNotice(
        Head head,
        CaseFacts facts,
        LocalDate acceptedOn,
        String procedure,
        String legalBasis,
        String reason,
        Days period,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate promisedOn,
        boolean provisional,
        String handler)
        implements DocumentModel {}
