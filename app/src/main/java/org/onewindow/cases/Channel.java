package org.onewindow.cases;

/** How an application came in. */
public enum Channel {
    WINDOW,
    STATION,
    ONLINE,
    PHONE,
    POST,
    KIOSK;

    /** Whether a notice counts as served when the command is given (C8a); otherwise when {@code serve} records it. */
    public boolean servesAtOnce() {
        return this == WINDOW || this == STATION || this == ONLINE;
    }
}
