package org.onewindow.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The one place that turns instants into legal days and back (T13).
 *
 * <p>Happenings are {@link Instant}s in UTC; the law counts {@link LocalDate}s in the centre's zone. Nobody else may ask
 * for the present moment or for a default zone.
 */
public final class CentreTime {

    private final Clock clock;
    private final ZoneId zone;

    public CentreTime(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The present instant, as the injected clock tells it (a simulation may drive it). Truncated to microseconds, as stored. */
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /** The present legal day in the centre's zone. */
    public LocalDate today() {
        return dayOf(now());
    }

    /** The legal day on which an instant falls. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The time of day, on the centre's wall, of an instant. */
    public LocalTime timeOf(Instant instant) {
        return LocalTime.ofInstant(instant, zone);
    }

    /** The instant of a time of day on a legal day. */
    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** The first instant of a legal day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The centre's zone, for formatting only. */
    public ZoneId zone() {
        return zone;
    }
}
