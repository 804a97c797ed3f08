package org.onewindow.clockwork;

/**
 * Work that follows from commands a moment later (followers, documents). A bean of this type is settled by the simulation
 * before it lets the next instant come, and by tests before they look.
 */
@FunctionalInterface
public interface Settling {

    /** Returns when everything that follows from what was committed before the call is done. */
    void settle();
}
