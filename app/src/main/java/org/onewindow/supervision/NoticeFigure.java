package org.onewindow.supervision;

/** The numbers of a notice (S8), each of which opens the cases behind it. What each one counts is told by {@code NoticeLines}. */
public enum NoticeFigure {
    /** 收件. */
    RECEIVED,
    /** 受理, by law too. */
    ACCEPTED,
    /** Of these, accepted by law, because nobody had answered (T4). */
    DEEMED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 补正告知. */
    SUPPLEMENTS,
    /** 特别程序: suspensions begun. */
    SUSPENDED,
    /** 延长. */
    EXTENDED,
    /** 办结; a lawful refusal is one. */
    COMPLETED,
    /** Of these, at or before the promised instant and not extended. */
    ON_TIME,
    /** Of these, within an extension. */
    WITHIN_EXTENSION,
    /** Of these, after the promise. */
    LATE,
    /** 撤回. */
    WITHDRAWN,
    /** 终止. */
    TERMINATED,
    /** 预警. */
    WARNED,
    /** 黄牌. */
    YELLOW,
    /** 红牌. */
    RED,
    /** 摘牌. */
    LIFTED
}
