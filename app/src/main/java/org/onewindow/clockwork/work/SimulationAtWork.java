package org.onewindow.clockwork.work;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.onewindow.clockwork.Simulation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The door to the simulation. */
@Component
@ConditionalOnProperty("onewindow.simulation")
final class SimulationAtWork implements Simulation {

    private final SimulatedClock clock;
    private final Clockwork clockwork;

    SimulationAtWork(SimulatedClock clock, Clockwork clockwork) {
        this.clock = clock;
        this.clockwork = clockwork;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void forwardTo(Instant target) {
        clockwork.forwardTo(clock, target.truncatedTo(ChronoUnit.MICROS));
    }
}
