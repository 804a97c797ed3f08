package org.onewindow.joint;

/** When the applicant collects the results (J2): their choice. */
public enum PickUp {
    /** 一次取齐. */
    TOGETHER,
    /** 办好一件取一件. */
    AS_READY
}
