package org.onewindow.supervision;

/** The colours of signals and cards (S1), mildest first. */
public enum Colour {
    /** 预警: the limit is near. */
    WARNING,
    /** 黄牌. */
    YELLOW,
    /** 红牌. */
    RED
}
