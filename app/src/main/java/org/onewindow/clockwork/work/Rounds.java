package org.onewindow.clockwork.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onewindow.clockwork.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due, in the order of the instants over all sweeps. A sweep that fails, or says something is due and then does
 * nothing, rests for a while; the others go on.
 */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final int FEW = 3;

    /** A sweep that rests, until when, and since how many times in a row. */
    private record Rest(Instant until, int times) {}

    private record Due(Sweep sweep, Instant instant) {}

    private final List<Sweep> sweeps;
    private final Clock clock;
    private final Duration shortestRest;
    private final Duration longestRest;
    private final Map<String, Rest> resting = new HashMap<>();

    Rounds(List<Sweep> sweeps, Clock clock, Duration shortestRest, Duration longestRest) {
        this.sweeps = List.copyOf(sweeps);
        this.clock = clock;
        this.shortestRest = shortestRest;
        this.longestRest = longestRest;
    }

    /**
     * Does what is due at the earliest instant up to a limit.
     *
     * @param before told the instant first; a simulation sets its clock
     * @return the instant, or empty when nothing is due up to the limit
     */
    synchronized Optional<Instant> next(Instant limit, Consumer<Instant> before) {
        List<Due> due = due(limit);
        Optional<Instant> earliest = due.stream().map(Due::instant).min(Instant::compareTo);
        earliest.ifPresent(instant -> {
            before.accept(instant);
            due.stream()
                    .filter(each -> each.instant().equals(instant))
                    .map(Due::sweep)
                    .forEach(sweep -> doDue(sweep, instant));
        });
        return earliest;
    }

    private void doDue(Sweep sweep, Instant instant) {
        try {
            if (sweep.doDue(instant) > 0) {
                resting.remove(sweep.name());
            } else {
                rest(sweep);
            }
        } catch (RuntimeException failed) {
            failed(sweep, failed);
        }
    }

    /** The earliest instant at which anything is to be done; empty when nothing waits at all. */
    synchronized Optional<Instant> earliest() {
        return due(Instant.MAX).stream().map(Due::instant).min(Instant::compareTo);
    }

    /** Sweeps that failed, or did nothing although something was due, the last few times. */
    synchronized List<String> troubled() {
        return resting.entrySet().stream()
                .filter(entry -> entry.getValue().times() > FEW)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private List<Due> due(Instant limit) {
        List<Due> due = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            Rest rest = resting.get(sweep.name());
            if (rest == null || !rest.until().isAfter(limit)) {
                // Asked for the present, a sweep may name an instant later than the limit and yet no longer to come.
                nextInstant(sweep, rest)
                        .filter(instant -> !instant.isAfter(limit) || !instant.isAfter(clock.instant()))
                        .ifPresent(instant -> due.add(new Due(sweep, instant)));
            }
        }
        return due;
    }

    /** When it has something to do, but not before it has rested. */
    private Optional<Instant> nextInstant(Sweep sweep, @Nullable Rest rest) {
        try {
            Optional<Instant> next = sweep.nextInstant();
            if (rest == null) {
                return next;
            }
            if (next.isEmpty() || next.get().isAfter(clock.instant())) {
                // what it couldn't do is no longer there: another node did it, or it was withdrawn
                resting.remove(sweep.name());
                return next;
            }
            return next.map(instant -> instant.isBefore(rest.until()) ? rest.until() : instant);
        } catch (RuntimeException failed) {
            failed(sweep, failed);
            return Optional.empty();
        }
    }

    private void failed(Sweep sweep, RuntimeException failed) {
        int times = rest(sweep);
        if (Integer.bitCount(times) == 1) {
            LOG.error("ALARM: the sweep {} failed {} times in a row; it goes on later", sweep.name(), times, failed);
        }
    }

    private int rest(Sweep sweep) {
        Rest before = resting.get(sweep.name());
        int times = before == null ? 1 : before.times() + 1;
        Duration time = shortestRest.multipliedBy(1L << Math.min(times - 1, 16));
        Duration rest = time.compareTo(longestRest) < 0 ? time : longestRest;
        resting.put(sweep.name(), new Rest(clock.instant().plus(rest), times));
        return times;
    }
}
