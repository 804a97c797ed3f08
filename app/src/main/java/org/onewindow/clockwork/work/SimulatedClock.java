package org.onewindow.clockwork.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.onewindow.clockwork.DatabasePurpose.Purpose;
import org.onewindow.clockwork.store.ClockworkRows;
import org.onewindow.kernel.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The program's clock while it is simulated: machine time with a shift that is kept in the database, so that it goes on after
 * a restart as any clock would. It never goes back, and while the simulation walks it stands still at the instant whose work
 * is being done.
 */
@Component
@ConditionalOnProperty("onewindow.simulation")
public final class SimulatedClock extends Clock {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedClock.class);

    private final ClockworkRows rows;
    private final Clock machine;
    private final Instant wanted;
    private volatile Duration shift;
    private volatile @Nullable Instant standingAt;

    /** @param start the value of {@code --simulation} */
    @Autowired
    public SimulatedClock(ClockworkRows rows, @Value("${onewindow.simulation}") String start) {
        this(rows, start, Clock.systemUTC());
    }

    SimulatedClock(ClockworkRows rows, String start, Clock machine) {
        this.rows = rows;
        this.machine = machine;
        this.wanted = parse(start);
        if (rows.find().orElse(Purpose.DEMONSTRATION) == Purpose.REAL) {
            throw new BadSetting(
                    "--simulation refuses this database: it holds a real centre's cases, and their time can't be"
                            + " driven.");
        }
        Duration kept = rows.shift().orElse(null);
        if (kept == null) {
            rows.declare(Purpose.DEMONSTRATION);
            kept = shiftTo(wanted);
            rows.keepShift(kept);
        } else if (wanted.isBefore(machineNow().plus(kept))) {
            LOG.warn(
                    "--simulation {} lies before {}, where this database's clock is already, and is ignored",
                    wanted,
                    machineNow().plus(kept));
        }
        this.shift = kept;
    }

    private static Instant parse(String start) {
        try {
            return Instant.parse(start).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException notAnInstant) {
            throw new BadSetting("--simulation takes an instant in UTC such as 2026-02-10T01:00:00Z and was given \""
                    + start + "\".");
        }
    }

    /** Where the setting wants the clock; it may be ahead of it after a restart. */
    Instant wanted() {
        return wanted;
    }

    /** Lets it stand still at an instant, and remembers how far it has come. Never goes back. */
    void standAt(Instant instant) {
        Instant now = instant();
        Instant at = instant.isAfter(now) ? instant : now;
        rows.keepShift(shiftTo(at));
        standingAt = at;
    }

    /** Lets it tick again from where it stands. */
    void tick() {
        Instant from = standingAt;
        if (from != null) {
            shift = shiftTo(from);
            rows.keepShift(shift);
            standingAt = null;
        }
    }

    private Duration shiftTo(Instant instant) {
        return Duration.between(machineNow(), instant);
    }

    private Instant machineNow() {
        return machine.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Instant instant() {
        Instant standing = standingAt;
        return standing != null ? standing : machineNow().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The program never asks a clock for its zone: see {@link org.onewindow.kernel.CentreTime}. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the zone is the centre's: use CentreTime");
    }
}
