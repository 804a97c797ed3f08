package org.onewindow.journal.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.store.FollowerRows;
import org.onewindow.journal.store.PositionRows;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The journal on the health page and among the metrics: how far behind the sequencer and the followers are, and what is parked
 * or stopped. Trouble there is for somebody to look at, not a reason to take the program off the net.
 */
@Component("journalHealthIndicator")
final class JournalWatch extends AbstractHealthIndicator implements MeterBinder {

    /** The status shown when somebody should look. */
    static final Status ATTENTION = new Status("ATTENTION", "a follower needs somebody to look at it");

    private static final int COUNTED = 10_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PositionRows positions;
    private final FollowerRows followers;
    private final JournalLoops loops;
    private @Nullable Look last;

    private record Look(int waiting, long position, Map<String, FollowerState> followers, long at) {}

    JournalWatch(PositionRows positions, FollowerRows followers, JournalLoops loops) {
        super("the journal can't be read");
        this.positions = positions;
        this.followers = followers;
        this.loops = loops;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Look look = look();
        List<String> failing = loops.failing();
        boolean trouble = !failing.isEmpty()
                || look.followers().values().stream().anyMatch(state -> state.error() != null || state.parked() > 0);
        Map<String, Object> details = new LinkedHashMap<>();
        look.followers().forEach((name, state) -> {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("position", state.position());
            detail.put("lag", state.lag());
            detail.put("parkedStreams", state.parked());
            if (state.error() != null) {
                detail.put("stoppedBy", state.error());
            }
            details.put(name, detail);
        });
        builder.status(trouble ? ATTENTION : Status.UP)
                .withDetail("position", look.position())
                .withDetail("waitingForPosition", look.waiting())
                .withDetail("failing", failing)
                .withDetail("followers", details);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("onewindow.journal.position", () -> read(Look::position))
                .description("Last position given")
                .register(registry);
        Gauge.builder("onewindow.journal.waiting", () -> read(Look::waiting))
                .description("Committed events without a position yet")
                .register(registry);
        for (String name : loops.runners().keySet()) {
            Gauge.builder("onewindow.journal.follower.lag", () -> read(look -> state(look, name, FollowerState::lag)))
                    .description("How many positions a follower is behind")
                    .tag("follower", name)
                    .register(registry);
            Gauge.builder(
                            "onewindow.journal.follower.parked",
                            () -> read(look -> state(look, name, FollowerState::parked)))
                    .description("Streams a follower could not digest")
                    .tag("follower", name)
                    .register(registry);
            Gauge.builder(
                            "onewindow.journal.follower.stopped",
                            () -> read(look -> state(look, name, state -> state.error() == null ? 0 : 1)))
                    .description("1 where a follower stands still until somebody resumes it")
                    .tag("follower", name)
                    .register(registry);
        }
    }

    private interface Reading<T> {
        Number of(T look);
    }

    private static Number state(Look look, String name, Reading<FollowerState> reading) {
        return Optional.ofNullable(look.followers().get(name))
                .<Number>map(reading::of)
                .orElse(Double.NaN);
    }

    /** Not a number while the database can't be reached: the metrics themselves must not fail. */
    private Number read(Reading<Look> reading) {
        try {
            return reading.of(look());
        } catch (DataAccessException unreachable) {
            return Double.NaN;
        }
    }

    /** At most a second old, so that one scrape asks once. */
    private synchronized Look look() {
        Look known = last;
        if (known == null || System.nanoTime() - known.at() > FRESH_NANOS) {
            Map<String, FollowerState> states = new LinkedHashMap<>();
            followers.states().forEach(state -> states.put(state.name(), state));
            known = new Look(positions.waiting(COUNTED), positions.last(), states, System.nanoTime());
            last = known;
        }
        return known;
    }
}
