package org.onewindow.supervision;

/** Told in memory that cards or the board changed, after the transaction that changed them: for what is live. */
@FunctionalInterface
public interface Changes {

    /** Must return at once and never throw. */
    void happened(java.util.Collection<Long> cards);
}
