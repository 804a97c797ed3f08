package org.onewindow.journal.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * "There may be something to do": raised as often as one likes, noticed once. Raising costs a read of one flag while it is
 * already up, so it may be done after every commit.
 */
final class Signal {

    private final AtomicBoolean raised = new AtomicBoolean();
    private final Semaphore noticed = new Semaphore(0);

    void raise() {
        if (!raised.get() && raised.compareAndSet(false, true)) {
            noticed.release();
        }
    }

    /** Waits for the signal, but not for longer than this. Whatever was raised before the return is covered by it. */
    void await(Duration atMost) throws InterruptedException {
        noticed.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        noticed.drainPermits();
        raised.set(false);
    }
}
