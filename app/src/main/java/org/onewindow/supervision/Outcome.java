package org.onewindow.supervision;

/** What a finding comes to (S3); disciplinary matters only by referral to the body in charge. */
public enum Outcome {
    /** Nobody is to blame. */
    NONE,
    /** 提醒. */
    REMINDER,
    /** 训诫. */
    ADMONITION,
    /** 书面检查. */
    SELF_CRITICISM,
    /** 通报批评. */
    NOTICE_OF_CRITICISM,
    /** 取消评优资格. */
    NO_AWARD,
    /** 建议调离窗口. */
    REMOVAL_PROPOSED,
    /** 移送有关机关. */
    REFERRED
}
