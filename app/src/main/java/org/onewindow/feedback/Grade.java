package org.onewindow.feedback;

/** The five grades (好差评, F1). */
public enum Grade {
    /** 非常满意. */
    VERY_SATISFIED,
    /** 满意. */
    SATISFIED,
    /** 基本满意. */
    BASICALLY_SATISFIED,
    /** 不满意. */
    UNSATISFIED,
    /** 非常不满意. */
    VERY_UNSATISFIED;

    /** Whether it calls for a rectification (F2). */
    public boolean isBad() {
        return this == UNSATISFIED || this == VERY_UNSATISFIED;
    }
}
