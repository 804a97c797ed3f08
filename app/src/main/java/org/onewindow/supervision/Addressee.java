package org.onewindow.supervision;

import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Role;

/**
 * Whom a notice is addressed to.
 *
 * @param department of which department; null: whoever holds the role anywhere
 */
public record Addressee(Role role, @Nullable String department) {

    /** Whoever holds a role. */
    public static Addressee every(Role role) {
        return new Addressee(role, null);
    }

    /** Whether somebody is one. */
    public boolean includes(Actor actor) {
        String of = department;
        return of == null ? actor.has(role) : actor.postIn(role, of).isPresent();
    }
}
