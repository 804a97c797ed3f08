package org.onewindow.access;

/** What an authority letter (授权书) lets its holder do with an item (K10). Extension is the head's by law and needs none (T7). */
public enum Power {
    /** 受理. */
    ACCEPT,
    /** 决定. */
    DECIDE,
    /** 用印. */
    SEAL
}
