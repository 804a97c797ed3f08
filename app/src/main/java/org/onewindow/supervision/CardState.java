package org.onewindow.supervision;

/** How far the accountability a card opens has come (S3, S4). */
public enum CardState {
    /** Raised; who answers for it may explain. */
    OPEN,
    /** Explained; a supervisor finds. */
    EXPLAINED,
    /** Found, with its outcome. */
    FOUND,
    /** Whoever it was found against has appealed. */
    APPEALED,
    /** 摘牌: lifted; it stays visible. */
    LIFTED
}
