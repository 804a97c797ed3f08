package org.onewindow.journal.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.onewindow.clockwork.Settling;
import org.onewindow.journal.store.PositionRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Waits for sequencer and followers, and works along with them meanwhile. */
@Component
@Order(0)
final class JournalSettling implements Settling {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(60);
    private static final long REST_NANOS = Duration.ofMillis(2).toNanos();

    private final PositionRows positions;
    private final Sequencer sequencer;
    private final JournalLoops loops;

    JournalSettling(PositionRows positions, Sequencer sequencer, JournalLoops loops) {
        this.positions = positions;
        this.sequencer = sequencer;
        this.loops = loops;
    }

    @Override
    public void settle() {
        // after a restore this catches up first: until then nothing counts as waiting
        sequencer.run();
        positions.newestWaiting().ifPresent(tx -> until("sequencer", () -> positions.hasReached(tx), sequencer::run));
        long last = positions.last();
        for (FollowerRunner runner : loops.runners().values()) {
            until(runner.name(), () -> runner.hasReached(last), runner::run);
        }
    }

    private static void until(String who, BooleanSupplier reached, Supplier<Progress> work) {
        long start = System.nanoTime();
        long lastProgress = start;
        while (!reached.getAsBoolean()) {
            Progress progress = work.get();
            long now = System.nanoTime();
            if (progress == Progress.MORE || progress == Progress.DONE) {
                lastProgress = now;
            } else {
                LockSupport.parkNanos(REST_NANOS);
            }
            if (now - lastProgress > WITHOUT_PROGRESS.toNanos() || now - start > LIMIT.toNanos()) {
                throw new IllegalStateException(who + " doesn't settle: a transaction may have been open for minutes");
            }
        }
    }
}
