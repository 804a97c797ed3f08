package org.onewindow.access;

import org.onewindow.kernel.Actor;

/**
 * Who gives the present command. Controllers simply declare a parameter of type {@link Actor}; this is for the few other places
 * (a page's head line, an answer's scope).
 */
@FunctionalInterface
public interface CurrentActor {

    /** The signed-in member of staff with the posts held at this moment, else {@link Actor#PUBLIC}. Never null. */
    Actor get();
}
