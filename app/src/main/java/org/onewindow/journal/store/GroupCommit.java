package org.onewindow.journal.store;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes commands that come at the same time together: one round trip, one transaction and one flush for all of them. A command
 * that comes alone is written at once, by its own thread. Those that come while others are being written wait, and the first of
 * them then takes along what waits behind it.
 *
 * <p>Each command is all or nothing as before, and nobody is told that it is done before it is durable. A lost race touches no
 * row and leaves the rest of the group alone; where the server refuses one of them, it undoes all, and each is then written by
 * itself and gets its own answer.
 */
final class GroupCommit {

    /** Groups on their way at once: while one is flushed, the next one is put together and carried out. */
    private static final int GROUPS = 2;

    /** Enough for a flush to cost next to nothing, and few enough for the rows to be locked for a moment only. */
    private static final int MOST = 32;

    /**
     * How long is waited for what.
     *
     * @param turn how long a command may wait until it is its turn
     * @param heldUp after so long without a new group, those on their way are held up by rows that somebody else has locked, or
     *     by a server that doesn't answer; then one more goes, so that two such rows don't hold up everybody
     * @param silence how long the server may take to answer a group: longer than locked rows take, but not for ever, because a
     *     server that went without a word never answers
     */
    record Patience(Duration turn, Duration heldUp, Duration silence) {

        /** A turn is waited for as long as anything waits for a connection. */
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(20));
    }

    /** A command to write. */
    interface Write {
        /** The statement's text; what has the same is written together. */
        String sql();

        /** Rows are locked in this order, so that groups don't wait for each other in a circle. */
        long stream();

        void bind(PreparedStatement prepared) throws SQLException;

        /** What a refusal by the server means: false for a lost race; anything else is thrown. */
        boolean refused(PSQLException refusal) throws SQLException;
    }

    private final JdbcTemplate jdbc;
    private final Patience patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int underWay;
    private long lastBegun;

    GroupCommit(JdbcTemplate jdbc, Patience patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /**
     * Writes a command, durable on return.
     *
     * @return false when somebody else was faster: nothing was written
     * @throws QueryTimeoutException when it waited for too long: nothing was written
     */
    boolean commit(Write write) {
        // A thread with its flag up would close the connection it writes on, and a leader's carries others' commands.
        boolean interrupted = Thread.interrupted();
        Waiting mine = new Waiting(write, lock.newCondition());
        try {
            List<Waiting> group = await(mine);
            if (!group.isEmpty()) {
                lead(group);
            }
            return mine.isUndecided() ? byItself(write) : mine.outcome();
        } finally {
            if (interrupted || mine.interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until it leads a group, its own command among it; empty when another group took it along. */
    private List<Waiting> await(Waiting mine) {
        lock.lock();
        try {
            queue.addLast(mine);
            long heldUp = patience.heldUp().toNanos();
            long end = System.nanoTime() + patience.turn().toNanos();
            while (!mine.done) {
                long now = System.nanoTime();
                if (queue.peekFirst() == mine && (underWay < GROUPS || now - lastBegun > heldUp)) {
                    lastBegun = now;
                    return take(mine);
                }
                long left = end - now;
                if (left <= 0 && queue.remove(mine)) {
                    wakeNext();
                    throw new QueryTimeoutException("too many commands wait to be written");
                }
                try {
                    mine.changed.awaitNanos(left > 0 ? Math.min(left, heldUp) : heldUp);
                } catch (InterruptedException later) {
                    // it may be on its way already, so its outcome is waited for
                    mine.interrupted = true;
                }
            }
            return List.of();
        } catch (Error failed) {
            // nobody would get past a place in the queue that its thread has left
            queue.remove(mine);
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> take(Waiting first) {
        List<Waiting> group = new ArrayList<>(MOST);
        String sql = first.write.sql();
        for (Iterator<Waiting> each = queue.iterator(); each.hasNext() && group.size() < MOST; ) {
            Waiting next = each.next();
            if (next.write.sql().equals(sql)) {
                each.remove();
                group.add(next);
            }
        }
        underWay++;
        wakeNext();
        return group;
    }

    private void lead(List<Waiting> group) {
        try {
            if (group.size() > 1) {
                together(group);
            } else {
                Waiting only = group.getFirst();
                only.decided(byItself(only.write));
            }
        } finally {
            release(group);
        }
    }

    private void release(List<Waiting> group) {
        lock.lock();
        try {
            underWay--;
            for (Waiting waiting : group) {
                waiting.done = true;
                waiting.changed.signal();
            }
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    private void wakeNext() {
        Waiting next = queue.peekFirst();
        if (next != null && underWay < GROUPS) {
            next.changed.signal();
        }
    }

    /** Writes all of them, or leaves all undecided, because one was refused: each is then written by its own thread. */
    private void together(List<Waiting> group) {
        try {
            group.sort(Comparator.comparingLong(waiting -> waiting.write.stream()));
            int[] events = answered(connection -> batch(connection, group));
            for (int i = 0; i < events.length; i++) {
                group.get(i).decided(events[i] > 0);
            }
        } catch (RuntimeException failed) {
            // nobody knows whether it was written, as with a command by itself
            group.forEach(waiting -> waiting.failed(failed));
        } catch (Error failed) {
            group.forEach(
                    waiting -> waiting.failed(new IllegalStateException("not known whether it was written", failed)));
            throw failed;
        }
    }

    private boolean byItself(Write write) {
        return answered(connection -> alone(connection, write));
    }

    /** Gives the server up when it doesn't answer; the pool takes that back from the connection afterwards. */
    private <T> T answered(ConnectionCallback<T> work) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<T>) connection -> {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(patience.silence().toMillis()));
            return work.doInConnection(connection);
        }));
    }

    /** How many events of each were appended; nothing at all where one was refused. */
    private static int[] batch(Connection connection, List<Waiting> group) throws SQLException {
        try (PreparedStatement prepared =
                connection.prepareStatement(group.getFirst().write.sql())) {
            if (!bind(prepared, group)) {
                return new int[0];
            }
            // with auto-commit on, the driver ends one batch with one Sync: one transaction
            return prepared.executeBatch();
        } catch (BatchUpdateException failed) {
            if (failed.getCause() instanceof PSQLException cause) {
                if (isRefusal(cause)) {
                    return new int[0];
                }
                // the other one's words hold the values
                throw cause;
            }
            throw failed;
        }
    }

    /** False where one can't be bound; nothing was sent then. */
    private static boolean bind(PreparedStatement prepared, List<Waiting> group) {
        try {
            for (Waiting waiting : group) {
                waiting.write.bind(prepared);
                prepared.addBatch();
            }
            return true;
        } catch (SQLException | RuntimeException itsOwnThreadIsTold) {
            return false;
        }
    }

    /** The server answered and undid the transaction; it didn't just go away (class 57: somebody shut it down). */
    private static boolean isRefusal(PSQLException failure) {
        return failure.getServerErrorMessage() != null
                && !String.valueOf(failure.getSQLState()).startsWith("57");
    }

    /** Writes one by itself, in the caller's transaction where there is one. */
    static boolean alone(JdbcTemplate jdbc, Write write) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> alone(connection, write)));
    }

    private static boolean alone(Connection connection, Write write) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(write.sql())) {
            write.bind(prepared);
            return prepared.executeUpdate() > 0;
        } catch (PSQLException refused) {
            return write.refused(refused);
        }
    }

    /** A command and what became of it; everything but its outcome under the lock. */
    private static final class Waiting {
        private final Write write;
        private final Condition changed;
        private boolean done;
        private boolean interrupted;
        private @Nullable Boolean won;
        private @Nullable RuntimeException failure;

        Waiting(Write write, Condition changed) {
            this.write = write;
            this.changed = changed;
        }

        void decided(boolean wins) {
            won = wins;
        }

        void failed(RuntimeException why) {
            failure = why;
        }

        boolean isUndecided() {
            return won == null && failure == null;
        }

        boolean outcome() {
            if (failure != null) {
                throw failure;
            }
            return Boolean.TRUE.equals(won);
        }
    }
}
