package org.onewindow.access;

import java.time.Clock;

/** Sessions, tokens and sign-in limits run on the machine's own time, which a simulation doesn't drive (T13). The only place for it here. */
public final class MachineTime {

    public static final Clock CLOCK = Clock.systemUTC();

    private MachineTime() {}
}
