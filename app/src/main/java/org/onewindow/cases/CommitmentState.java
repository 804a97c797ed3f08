package org.onewindow.cases;

/** Where a declared commitment (告知承诺) stands (C16). It is carried on the case and is no state of it. */
public enum CommitmentState {
    /** 已承诺: accepted on it, not decided yet. */
    SIGNED,
    /** 待核查: granted on it, to be checked. */
    TO_CHECK,
    /** 核查属实. */
    KEPT,
    /** 限期整改: found not kept, ordered to be put right. */
    TO_PUT_RIGHT,
    /** 已整改: put right after the order. */
    PUT_RIGHT,
    /** 整改不到位: found not put right when the period was over. */
    BROKEN,
    /** 已撤销: what was granted on it is revoked. */
    REVOKED,
    /** Nothing was granted on it, or the case was received by mistake. */
    LAPSED;

    /** Whether somebody still has to check it, put it right, or revoke what was granted. */
    public boolean isPending() {
        return this == TO_CHECK || this == TO_PUT_RIGHT || this == BROKEN;
    }

    /** Whether it proved false and wasn't put right: such an applicant isn't admitted to another (国办发〔2020〕42号). */
    public boolean isFalse() {
        return this == TO_PUT_RIGHT || this == BROKEN || this == REVOKED;
    }
}
