package org.onewindow.clockwork;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens by itself at instants. A bean of this type is found and woken by the clockwork, in real time or by
 * the simulation, in the order of the instants, once each also with several nodes (claimed with SKIP LOCKED).
 */
public interface Sweep {

    /** Stable name, for logs and health. */
    String name();

    /** The earliest instant at which something is due; an index look-up. Empty when nothing is waiting. */
    Optional<Instant> nextInstant();

    /**
     * Does what is due up to and including an instant, in small batches that fall back to single items, each with its own
     * due instant as the time it happened.
     *
     * @param upTo nothing later is touched
     * @return how many things were done; 0 when nothing was left to do
     */
    int doDue(Instant upTo);
}
