package org.onewindow.clockwork.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onewindow.clockwork.Settling;
import org.onewindow.clockwork.Simulation;
import org.onewindow.clockwork.Sweep;
import org.onewindow.clockwork.store.ClockworkRows;
import org.onewindow.kernel.BadSetting;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Waits for the earliest instant at which anything is due, does it, and looks again. In a simulation it does the same between
 * calls, and walks from instant to instant when told to let time pass.
 */
@Component
public final class Clockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    /** How long it waits at most before it asks again: something may have become due meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Duration REST_IN_SIMULATION = Duration.ofHours(1);
    private static final Duration LONGEST_REST_IN_SIMULATION = Duration.ofDays(1);
    private static final Duration FURTHEST = Duration.ofDays(400);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Clock clock;
    private final @Nullable SimulatedClock simulated;
    private final ClockworkRows rows;
    private final List<Settling> settlings;
    private final Rounds rounds;

    /** Held while work is being done, so that a simulation's walk and the loop don't get in each other's way. */
    private final ReentrantLock atWork = new ReentrantLock();

    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /** @param clock real, or simulated */
    public Clockwork(
            Clock clock, ClockworkRows rows, ObjectProvider<Sweep> sweeps, ObjectProvider<Settling> settlings) {
        this.clock = clock;
        this.simulated = clock instanceof SimulatedClock simulation ? simulation : null;
        this.rows = rows;
        this.settlings = settlings.orderedStream().toList();
        this.rounds = new Rounds(
                sweeps.orderedStream().toList(),
                clock,
                simulated == null ? LONGEST_WAIT : REST_IN_SIMULATION,
                simulated == null ? LONGEST_REST : LONGEST_REST_IN_SIMULATION);
    }

    /** Sweeps that failed, or did nothing although something was due, the last few times. */
    List<String> troubled() {
        return rounds.troubled();
    }

    /** How long the earliest thing to be done has been waiting; zero when nothing is late. */
    Duration lateness() {
        Instant now = clock.instant();
        return rounds.earliest()
                .filter(instant -> instant.isBefore(now))
                .map(instant -> Duration.between(instant, now))
                .orElse(Duration.ZERO);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        if (simulated == null) {
            refuseWhatWasSimulatedAhead();
        } else if (simulated.wanted().isAfter(clock.instant())) {
            walkTo(simulated, simulated.wanted());
        }
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("clockwork").start(this::run);
    }

    /** A clock that went back would break what the law counts on. */
    private void refuseWhatWasSimulatedAhead() {
        rows.shift().filter(Duration::isPositive).ifPresent(ahead -> {
            throw new BadSetting("This database's clock was simulated and is " + ahead.toDays()
                    + " days ahead of real time: start with --simulation "
                    + clock.instant().plus(ahead).truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + ".");
        });
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        try {
            if (!running.join(STOP_LIMIT)) {
                LOG.warn("the clockwork didn't stop within {} s", STOP_LIMIT.toSeconds());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the journal's loops, before the web server; stopped the other way round. */
    @Override
    public int getPhase() {
        return 1;
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                boolean stopped = stopping.await(doDueAndAsk().toNanos(), TimeUnit.NANOSECONDS);
                if (stopped) {
                    LOG.debug("the clockwork stops");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does all that is due by now, and says how long to wait. */
    Duration doDueAndAsk() {
        atWork.lock();
        try {
            while (stopping.getCount() > 0
                    && rounds.next(clock.instant(), instant -> {}).isPresent()) {
                LOG.trace("did what was due");
            }
            Instant now = clock.instant();
            return rounds.earliest()
                    .map(instant -> Duration.between(now, instant))
                    .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
                    .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                    .orElse(LONGEST_WAIT);
        } finally {
            atWork.unlock();
        }
    }

    /** See {@link Simulation#forwardTo}. */
    void forwardTo(SimulatedClock simulation, Instant target) {
        atWork.lock();
        try {
            Instant now = simulation.instant();
            if (target.isBefore(now)) {
                throw new Refused(List.of(Refusal.of("T13", "simulation.backwards", now.toString())));
            }
            if (target.isAfter(now.plus(FURTHEST))) {
                throw new Refused(List.of(Refusal.of("T13", "simulation.too-far", FURTHEST.toDays())));
            }
            walkTo(simulation, target);
        } finally {
            atWork.unlock();
        }
    }

    private void walkTo(SimulatedClock simulation, Instant target) {
        atWork.lock();
        try {
            // what is due now is done now, before time is let go on
            simulation.standAt(simulation.instant());
            settle();
            while (rounds.next(target, simulation::standAt).isPresent()) {
                settle();
            }
            simulation.standAt(target);
        } finally {
            simulation.tick();
            atWork.unlock();
        }
    }

    private void settle() {
        settlings.forEach(Settling::settle);
    }
}
