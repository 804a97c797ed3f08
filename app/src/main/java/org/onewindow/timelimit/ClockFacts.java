package org.onewindow.timelimit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a clock is made of. Due dates are never stored as truth, always computed from these.
 *
 * @param kind which clock
 * @param reference what it is about: step code, material, kind of procedure; empty where the kind says it all
 * @param unit what budget and extension are counted in (T15)
 * @param budget the limit as frozen in the case's item version; 0 = by the close of the day (T3); not negative
 * @param startedAt the instant it began; decides with zero days (before or after closing) and with hours
 * @param startDay the legal day it began, which isn't counted (T2, T5); usually the day of {@code startedAt}, earlier where
 *     law dates it back (deemed acceptance, acceptance recorded late)
 * @param extension what T7 added, in {@code unit} already; 0 = not extended; not negative
 * @param exclusions suspensions and payment waits, in any order, overlapping or not
 * @param stoppedAt when what it limits was done, or when it was cancelled; null while it runs
 * @param fixedDue a due day set by promise instead of counting (C16); null elsewhere
 * @param cancelled whether it ended without being met or missed
 */
public record ClockFacts(
        ClockKind kind,
        String reference,
        Unit unit,
        int budget,
        Instant startedAt,
        LocalDate startDay,
        int extension,
        List<Exclusion> exclusions,
        @Nullable Instant stoppedAt,
        @Nullable LocalDate fixedDue,
        boolean cancelled) {

    public ClockFacts {
        if (budget < 0 || extension < 0) {
            throw new IllegalArgumentException("a limit of " + budget + " and an extension of " + extension);
        }
        exclusions = List.copyOf(exclusions);
    }

    /** A clock that has just begun to run: no extension, no exclusion, not stopped. */
    public static ClockFacts started(
            ClockKind kind, String reference, Unit unit, int budget, Instant startedAt, LocalDate startDay) {
        return new ClockFacts(kind, reference, unit, budget, startedAt, startDay, 0, List.of(), null, null, false);
    }

    /** Budget and extension together. */
    public int total() {
        return Math.addExact(budget, extension);
    }

    public ClockFacts withExtension(int days) {
        return new ClockFacts(
                kind, reference, unit, budget, startedAt, startDay, days, exclusions, stoppedAt, fixedDue, cancelled);
    }

    public ClockFacts withExclusions(List<Exclusion> now) {
        return new ClockFacts(
                kind, reference, unit, budget, startedAt, startDay, extension, now, stoppedAt, fixedDue, cancelled);
    }

    /** The same, met or missed at an instant. */
    public ClockFacts stopped(Instant at) {
        return new ClockFacts(
                kind, reference, unit, budget, startedAt, startDay, extension, exclusions, at, fixedDue, false);
    }

    /** The same, cancelled at an instant. */
    public ClockFacts cancelled(Instant at) {
        return new ClockFacts(
                kind, reference, unit, budget, startedAt, startDay, extension, exclusions, at, fixedDue, true);
    }
}
