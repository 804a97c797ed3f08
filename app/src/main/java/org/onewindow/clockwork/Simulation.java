package org.onewindow.clockwork;

import java.time.Instant;

/** Drives the clock of a demonstration. There is a bean of this type only when the program was started with {@code --simulation}. */
public interface Simulation {

    /** The simulated present. Between calls it ticks at real speed. */
    Instant now();

    /**
     * Lets time pass up to an instant: everything due in between is done in order, at its own instant, and what follows from
     * it is settled before the next instant comes.
     *
     * @param target at most 400 days ahead
     * @throws org.onewindow.kernel.Refused (T13) for an instant in the past or too far ahead: nothing was done
     */
    void forwardTo(Instant target);
}
