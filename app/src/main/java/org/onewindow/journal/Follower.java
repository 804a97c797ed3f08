package org.onewindow.journal;

import java.util.List;

/**
 * Reads the journal in order and changes only its own tables, in one transaction with its stored position: each event has
 * its effect exactly once, also after kill -9. A bean of this type is found and run by the journal.
 */
public interface Follower {

    /** Stable name under which the position is kept. */
    String name();

    /** Types it wants, by prefix (e.g. {@code case.}); the rest is skipped without being read. */
    List<String> typePrefixes();

    /**
     * Applies a batch, oldest first, inside the transaction that also moves the position.
     *
     * <p>When it throws, the batch is tried event by event; a stream whose event throws again is parked with an alarm and the
     * rest goes on.
     */
    void apply(List<RecordedEvent> batch);

    /** Empties its own tables before a rebuild from position 0. */
    void reset();

    /** Whether a single bad stream stops it instead of being parked (followers of totals). */
    default boolean stopsOnFailure() {
        return false;
    }
}
