package org.onewindow.documents;

import java.util.Arrays;
import java.util.Set;

/**
 * The papers this module can set. The word is the one that stands in the paper's number (发文字号) behind the authority's own;
 * it is an identifier that stays the same in every language and template version.
 */
public enum DocumentKind {
    /** 收件回执 (C2). */
    RECEIPT("收", ReceiptPaper.class, 1),
    /** 补正材料一次性告知书 (C3). */
    SUPPLEMENT_NOTICE("补", SupplementNotice.class, 1),
    /** 受理通知书 (C4), with the binding date. */
    ACCEPTANCE_NOTICE("受", AcceptanceNotice.class, 1),
    /** 视为受理凭证 (T4). */
    DEEMED_ACCEPTANCE("视受", DeemedAcceptanceVoucher.class, 1),
    /** 不受理通知书, 不予受理决定书 (C4). */
    NON_ACCEPTANCE("不受", NonAcceptanceDecision.class, 1),
    /** 特别程序告知书 (T6). */
    SPECIAL_PROCEDURE_NOTICE("特", SpecialProcedureNotice.class, 1),
    /** 延长办理期限告知书 (T7). */
    EXTENSION_NOTICE("延", ExtensionNotice.class, 1),
    /** 听证告知书 (C7, APL 36, 47). */
    HEARING_RIGHTS_NOTICE("听告", HearingRightsNotice.class, 1),
    /** 听证通知书 (T14, APL 48). */
    HEARING_NOTICE("听", HearingNotice.class, 1),
    /** 准予…决定书, 不予…决定书 (C7). */
    DECISION("决", DecisionPaper.class, 1),
    /** 补正不来办结告知书, 终止办理决定书 (C10). */
    TERMINATION_NOTICE("终", TerminationNotice.class, 1),
    /** 撤回申请确认书 (C10). */
    WITHDRAWAL_CONFIRMATION("撤", WithdrawalConfirmation.class, 1),
    /** 容缺受理承诺书 (C16). */
    DOCUMENTS_TO_FOLLOW_PROMISE("诺", DocumentsToFollowPromise.class, 1),
    /** 告知承诺书 (C16). */
    COMMITMENT_LETTER("告诺", CommitmentLetter.class, 1),
    /** 责令限期整改通知书 (C16). */
    PUTTING_RIGHT_ORDER("责改", PuttingRightOrder.class, 1),
    /** 撤销决定书 (C16, APL 69). */
    REVOCATION("撤决", RevocationPaper.class, 1),
    /** 取件登记单 (C8). */
    PICK_UP_RECORD("取", PickUpRecord.class, 1),
    /** 送达回证 (C8a). */
    SERVICE_RECORD("送", ServiceRecord.class, 1),
    /** 咨询一次性告知单 (C1a). */
    CONSULTATION_SHEET("咨", ConsultationSheet.class, 1),
    /** 服务指南 (K9). */
    SERVICE_GUIDE("指", ServiceGuide.class, 1),
    /** 明白卡 (K9). */
    ONE_PAGE_GUIDE("明", OnePageGuide.class, 1),
    /** 办件台账 (section 10). */
    DAY_LEDGER("账", DayLedger.class, 1),
    /** 并联办理计划 (J3). */
    JOINT_PLAN("联", JointPlanPaper.class, 1),
    /** 联办收件回执 (J2, C2). */
    JOINT_RECEIPT("联收", JointReceipt.class, 1),
    /** 联办补正材料一次性告知书: everything missing for all items (J2, C3). */
    JOINT_NOTICE("联补", JointNotice.class, 1),
    /** 联办结果通知书: all results on one paper with one seal place (J2, 一章通). */
    JOINT_RESULT("联果", JointResult.class, 1),
    /** 效能通报 (S8). */
    NOTICE("通", NoticePaper.class, 1);

    private final String word;
    private final Class<? extends DocumentModel> model;
    private final int templateVersion;

    DocumentKind(String word, Class<? extends DocumentModel> model, int templateVersion) {
        this.word = word;
        this.model = model;
        this.templateVersion = templateVersion;
    }

    /** The word in the number. */
    public String word() {
        return word;
    }

    /** The record that must be filled in for this kind. */
    public Class<? extends DocumentModel> model() {
        return model;
    }

    /** The template version that a paper fixed today gets. Older ones keep rendering. */
    public int templateVersion() {
        return templateVersion;
    }

    /** What it can be printed on. */
    public Set<Paper> papers() {
        return this == RECEIPT ? Set.of(Paper.A4, Paper.ROLL_80MM) : Set.of(Paper.A4);
    }

    /** The kind of a model. */
    public static DocumentKind of(DocumentModel model) {
        return Arrays.stream(values())
                .filter(kind -> kind.model == model.getClass())
                .findFirst()
                .orElseThrow(() -> org.onewindow.kernel.Bug.found("no kind for " + model.getClass()));
    }

    /** The folder name of the template. */
    public String template() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
