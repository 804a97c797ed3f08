package org.onewindow.clockwork.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.clockwork.Simulation;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The simulated clock: everybody may read it, an administrator may let time pass. */
@RestController
@RequestMapping("/api/v1/simulation/clock")
@ConditionalOnProperty("onewindow.simulation")
class SimulationController {

    private final Simulation simulation;

    SimulationController(Simulation simulation) {
        this.simulation = simulation;
    }

    /** What the clock shows, or shall show. */
    record ClockFace(@Nullable Instant instant) {}

    @GetMapping
    ClockFace read() {
        return new ClockFace(simulation.now());
    }

    @PutMapping
    ClockFace forward(@RequestBody ClockFace wanted, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw new NotAllowed("drive the clock");
        }
        Instant target = wanted.instant();
        if (target == null) {
            throw new InvalidInput("/instant", "required");
        }
        simulation.forwardTo(target);
        return read();
    }
}
