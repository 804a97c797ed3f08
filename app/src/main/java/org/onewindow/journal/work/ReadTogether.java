package org.onewindow.journal.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.journal.store.FollowerRows;

/**
 * Reads events once for all followers of this node: they are woken together and stand at the same place nearly always, so
 * whoever comes first reads and the others get the same. An event that has a position keeps it; only a failover to a replica
 * that had lost the last commits would give some anew, so nothing is handed out for longer than a failover takes.
 */
final class ReadTogether {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Batch(long after, long upTo, long readAt, List<RecordedEvent> events) {

        boolean isOf(long wantedAfter, long wantedUpTo, long now) {
            return after == wantedAfter && upTo == wantedUpTo && now - readAt < FRESH_NANOS;
        }
    }

    private final FollowerRows rows;
    private final ReentrantLock reading = new ReentrantLock();
    private Batch last = new Batch(0, 0, 0, List.of());

    ReadTogether(FollowerRows rows) {
        this.rows = rows;
    }

    /** Events after a position up to another, which has been given; waits for whoever is reading, on a connection of its own. */
    List<RecordedEvent> read(long after, long upTo) {
        reading.lock();
        try {
            long now = System.nanoTime();
            if (!last.isOf(after, upTo, now)) {
                last = new Batch(after, upTo, now, rows.read(after, upTo));
            }
            return last.events();
        } finally {
            reading.unlock();
        }
    }
}
