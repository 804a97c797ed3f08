package org.onewindow.journal;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one write: state, events and answer in one transaction and one round trip.
 *
 * <p>Append-only: the program's login can neither update nor delete events. Committed events are given a dense position by a
 * sequencer; {@link Follower}s read by it.
 */
public interface Journal {

    /** A fresh stream number, unique in the database. Allocated in blocks, so it costs no round trip. */
    long nextStream();

    /**
     * Writes the owner's state row, appends the events and keeps the answer: all or nothing, durable on return.
     *
     * <p>Inside an outer transaction it is durable with that one, and an event that is there already ends it: {@code
     * ChangedMeanwhile}.
     *
     * @return false when the state write touched no row, or another writer appended first (a lost race): nothing was written
     * @throws AnswerExists when an answer for the same scope exists: nothing was written
     */
    boolean commit(int centre, StateWrite state, List<NewEvent> events, @Nullable Answer answer);

    /**
     * Appends events of many streams at once, in the caller's transaction, which also writes the owners' rows: for sweeps that do
     * hundreds of things of one kind.
     *
     * @throws org.onewindow.kernel.ChangedMeanwhile when one of them is there already; then the transaction is given up
     */
    void append(int centre, List<NewEvent> events);

    /** All events of one stream, oldest first. */
    List<RecordedEvent> stream(int centre, long stream);

    /** All events of several streams: stream by stream, each oldest first. */
    List<RecordedEvent> streams(int centre, Collection<Long> streams);

    /** The answer kept for a scope, or null. */
    @Nullable
    Answer findAnswer(byte[] scope);

    /** Keeps an answer that belongs to no command's transaction (a refusal, 422). Does nothing when one exists. */
    void keep(Answer answer);
}
