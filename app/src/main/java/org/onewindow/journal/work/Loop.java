package org.onewindow.journal.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one kind of work again and again on a thread of its own, when woken and now and then by itself. An error doesn't end
 * it: it tries again, less and less often.
 */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    static final Duration EVERY_SECOND = Duration.ofSeconds(1);
    private static final Duration BUSY_REST = Duration.ofMillis(50);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final String name;
    private final Signal signal;
    private final Duration rest;
    private final Duration poll;
    private final Supplier<Progress> work;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile int failures;

    /**
     * @param rest how long it waits after work was done before it looks again, so that more comes together
     * @param poll how long it waits for the signal
     */
    Loop(String name, Signal signal, Duration rest, Duration poll, Supplier<Progress> work) {
        this.name = name;
        this.signal = signal;
        this.rest = rest;
        this.poll = poll;
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name("journal " + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** How many times in a row it has failed by now. */
    int failures() {
        return failures;
    }

    String name() {
        return name;
    }

    /** Asks it to stop after what it is doing now. */
    void askToStop() {
        stopping.countDown();
        signal.raise();
    }

    /** Waits until it has stopped. Not interrupted, because that would cut its connection. */
    void awaitStop() throws InterruptedException {
        if (!thread.join(STOP_LIMIT)) {
            LOG.warn("{} didn't stop within {} s", name, STOP_LIMIT.toSeconds());
        }
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                once();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            Progress progress = work.get();
            if (failures > 0) {
                LOG.info("{} works again after {} failures", name, failures);
                failures = 0;
            }
            switch (progress) {
                case MORE -> {}
                case DONE -> restAndWait(rest);
                case BUSY -> pause(BUSY_REST);
                case IDLE, STOPPED -> signal.await(poll);
            }
        } catch (RuntimeException failed) {
            backOff(failed);
        }
    }

    private void restAndWait(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            pause(time);
        }
        if (stopping.getCount() > 0) {
            signal.await(poll);
        }
    }

    private void backOff(RuntimeException failed) throws InterruptedException {
        int count = failures + 1;
        failures = count;
        if (Integer.bitCount(count) == 1) {
            LOG.error("{} failed {} times in a row; trying again", name, count, failed);
        }
        Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(count, 10));
        pause(wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF);
    }

    private void pause(Duration time) throws InterruptedException {
        boolean stopped = stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
        if (stopped) {
            LOG.debug("{} stops", name);
        }
    }
}
