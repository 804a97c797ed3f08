package org.onewindow.supervision;

/** The numbers of the live board (S6), each of which opens its cases. */
public enum Figure {
    OPEN,
    DUE_TODAY,
    WARNED,
    YELLOW,
    RED,
    SUSPENDED
}
