package org.onewindow.journal.work;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.Follower;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.journal.store.FollowerRows;
import org.onewindow.journal.store.FollowerRows.Place;
import org.onewindow.journal.store.FollowerRows.StreamKey;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one follower through the journal: batch by batch, and where a batch fails, event by event. */
final class FollowerRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FollowerRunner.class);
    private static final int BATCH = 500;

    /** With so many streams parked it isn't the streams. */
    private static final int MOST_PARKED = 1_000;

    private final Follower follower;
    private final FollowerRows rows;
    private final ReadTogether events;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    FollowerRunner(Follower follower, FollowerRows rows, ReadTogether events, CentreTime time, DataSource dataSource) {
        this.follower = follower;
        this.rows = rows;
        this.events = events;
        this.time = time;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    String name() {
        return follower.name();
    }

    void register() {
        rows.register(follower.name());
    }

    /** One batch, if no other node is at it. */
    Progress run() {
        try {
            return execute(this::batch);
        } catch (BatchFailed failed) {
            LOG.warn("{}: a batch failed ({}); trying event by event", name(), Failure.describe(failed.reason));
            return execute(this::eventByEvent);
        }
    }

    private Progress batch(TransactionStatus status, Place place, long upTo, List<RecordedEvent> events) {
        if (!events.isEmpty()) {
            try {
                follower.apply(events);
            } catch (RuntimeException reason) {
                throw Failure.isPassing(reason) ? reason : new BatchFailed(reason);
            }
        }
        rows.move(name(), upTo);
        return upTo < place.last() ? Progress.MORE : Progress.DONE;
    }

    private Progress eventByEvent(TransactionStatus status, Place place, long upTo, List<RecordedEvent> events) {
        Set<StreamKey> parked = rows.parkedKeys(name());
        for (RecordedEvent event : events) {
            StreamKey key = new StreamKey(event.centre(), event.stream());
            if (parked.contains(key)) {
                continue;
            }
            RuntimeException reason = tryAlone(status, event);
            if (reason == null) {
                continue;
            }
            if (follower.stopsOnFailure() || parked.size() >= MOST_PARKED) {
                LOG.error("ALARM: {} stopped before position {}", name(), event.position(), reason);
                rows.stop(name(), event.position() - 1, time.now(), Failure.describe(reason));
                return Progress.STOPPED;
            }
            LOG.error(
                    "ALARM: {} parked stream {} of centre {} at version {}, position {}",
                    name(),
                    event.stream(),
                    event.centre(),
                    event.version(),
                    event.position(),
                    reason);
            rows.park(name(), event, time.now(), Failure.describe(reason));
            parked.add(key);
        }
        rows.move(name(), upTo);
        return upTo < place.last() ? Progress.MORE : Progress.DONE;
    }

    /** Null when it went well; else everything the event did is undone. */
    private @Nullable RuntimeException tryAlone(TransactionStatus status, RecordedEvent event) {
        Object savepoint = status.createSavepoint();
        try {
            follower.apply(List.of(event));
        } catch (RuntimeException reason) {
            if (Failure.isPassing(reason)) {
                throw reason;
            }
            status.rollbackToSavepoint(savepoint);
            return reason;
        } finally {
            releaseQuietly(status, savepoint);
        }
        return null;
    }

    private static void releaseQuietly(TransactionStatus status, Object savepoint) {
        try {
            status.releaseSavepoint(savepoint);
        } catch (RuntimeException gone) {
            LOG.debug("the savepoint went with its connection", gone);
        }
    }

    private boolean concerns(RecordedEvent event) {
        return follower.typePrefixes().stream().anyMatch(event.type()::startsWith);
    }

    private interface Step {
        Progress take(TransactionStatus status, Place place, long upTo, List<RecordedEvent> events);
    }

    private Progress execute(Step step) {
        return transaction.execute(status -> {
            Place place = rows.tryLock(name()).orElse(null);
            if (place == null) {
                return Progress.BUSY;
            }
            if (place.stopped()) {
                return Progress.STOPPED;
            }
            if (place.position() >= place.last()) {
                return Progress.IDLE;
            }
            long upTo = Math.min(place.last(), place.position() + BATCH);
            Set<StreamKey> parked = rows.parkedKeys(name());
            List<RecordedEvent> batch = events.read(place.position(), upTo).stream()
                    .filter(this::concerns)
                    .filter(event -> !parked.contains(new StreamKey(event.centre(), event.stream())))
                    .toList();
            return step.take(status, place, upTo, batch);
        });
    }

    /** See {@link org.onewindow.journal.Followers#retry}. */
    boolean retry(int centre, long stream) {
        StreamKey key = new StreamKey(centre, stream);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Place place = locked();
            long from = rows.parkedAt(name(), key);
            if (from == 0) {
                return false;
            }
            rows.unpark(name(), key);
            List<RecordedEvent> missed = rows.readStream(key, from, place.position(), follower.typePrefixes());
            follower.apply(missed);
            LOG.info("{}: took {} events of stream {} of centre {} again", name(), missed.size(), stream, centre);
            return true;
        }));
    }

    void resume() {
        transaction.executeWithoutResult(status -> {
            locked();
            rows.resume(name());
        });
    }

    void rebuild() {
        transaction.executeWithoutResult(status -> {
            locked();
            follower.reset();
            rows.unparkAll(name());
            rows.resume(name());
            rows.move(name(), 0);
            LOG.info("{}: rebuilding from the first event", name());
        });
    }

    private Place locked() {
        return rows.lock(name()).orElseThrow(() -> Bug.found("follower " + name() + " isn't registered"));
    }

    /** Where it stands; for those who wait for it. */
    boolean hasReached(long position) {
        return rows.states().stream()
                .filter(state -> state.name().equals(name()))
                .anyMatch(state -> state.error() != null || state.position() >= position);
    }

    /** Undoes the batch; never leaves this class. */
    private static final class BatchFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        BatchFailed(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
