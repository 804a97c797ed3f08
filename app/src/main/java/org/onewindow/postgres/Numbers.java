package org.onewindow.postgres;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers of a sequence, unique in the database, taken in blocks so that most cost no round trip. A restart leaves out what was
 * left of a block, and so do those who find it used up at the same moment; no number is ever repeated.
 */
public final class Numbers {

    private final JdbcClient jdbc;
    private final String sequence;
    private final int block;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;
    private long end;

    /** @param block as many numbers as the sequence hands out at once (its INCREMENT) */
    public Numbers(JdbcClient jdbc, String sequence, int block) {
        this.jdbc = jdbc;
        this.sequence = sequence;
        this.block = block;
    }

    /** A number nobody else has. */
    public long next() {
        long known = nextKnown();
        if (known > 0) {
            return known;
        }
        // Never while holding the lock: somebody in a transaction might hold the last connection and wait for the lock.
        long first = jdbc.sql("select nextval(?::regclass)")
                .param(sequence)
                .query(Long.class)
                .single();
        lock.lock();
        try {
            if (next == end) {
                next = first + 1;
                end = first + block;
            }
        } finally {
            lock.unlock();
        }
        return first;
    }

    /** The next number of the block in memory; 0 when it is used up. */
    private long nextKnown() {
        lock.lock();
        try {
            return next == end ? 0 : next++;
        } finally {
            lock.unlock();
        }
    }
}
