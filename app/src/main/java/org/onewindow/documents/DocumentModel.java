package org.onewindow.documents;

/**
 * What a paper says: one record per kind, so that nothing can be forgotten. Data only; every word of the paper itself is in
 * its template. Texts are printed as they are, never read as markup.
 */
public sealed interface DocumentModel
        permits ReceiptPaper,
                SupplementNotice,
                AcceptanceNotice,
                DeemedAcceptanceVoucher,
                NonAcceptanceDecision,
                SpecialProcedureNotice,
                ExtensionNotice,
                HearingRightsNotice,
                HearingNotice,
                DecisionPaper,
                TerminationNotice,
                WithdrawalConfirmation,
                DocumentsToFollowPromise,
                CommitmentLetter,
                PuttingRightOrder,
                RevocationPaper,
                PickUpRecord,
                ServiceRecord,
                ConsultationSheet,
                ServiceGuide,
                OnePageGuide,
                DayLedger,
                JointPlanPaper,
                JointReceipt,
                JointNotice,
                JointResult,
                NoticePaper {

    /** What stands on every paper. */
    Head head();
}
