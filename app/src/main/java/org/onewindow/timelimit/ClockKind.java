package org.onewindow.timelimit;

/** The clocks of a case; a case has several at once, the first of a kind is the current one. */
public enum ClockKind {
    /** 受理期限: accept, notify or refuse after receipt (T4). */
    ACCEPTANCE,
    /** 承诺期限: what the centre promised (T5). */
    COMMITTED,
    /** 法定期限: what the law allows (T5). */
    STATUTORY,
    /** 环节期限: one step (T12). */
    STEP,
    /** 特别程序期限: the stated days of a suspension (T6). */
    SPECIAL_PROCEDURE,
    /** 补正期限: the applicant's time to supply papers (C3, T8). */
    SUPPLEMENT,
    /** 容缺补交期限: the day promised for a paper to follow (C16). */
    DOCUMENTS_TO_FOLLOW,
    /** 上报期限: the lower body's examination (T9). */
    FORWARDING,
    /** 送达期限: issue and deliver a grant (T10). */
    DELIVERY,
    /** 告知承诺核查期限: what was granted on a commitment is checked (C16). */
    COMMITMENT_CHECK,
    /** 限期整改期限: the applicant's time to put right what the check found (C16). */
    PUTTING_RIGHT
}
