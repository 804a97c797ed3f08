package org.onewindow.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Refusal;

/**
 * Filed authority (授权书, K10): which powers over which items a chief representative or a window has, from when to when. An act
 * outside it is refused under rule K10. Posts say who does a thing at all (C14); this says for which items. Answered from memory.
 */
public interface Authority {

    /**
     * Whether the actor may accept an item on a day: a clerk of the case's window, and the window has the power; or an agent, who
     * accepts in the name of the township's own government and needs no letter (whether the case is theirs, posts say: C14).
     *
     * @param window the window the case is held at; null at a township's or village's station
     */
    boolean mayAccept(Actor actor, String itemCode, @Nullable String window, LocalDate day);

    /**
     * Whether the actor may decide an item on a day: an approver of the department with a letter of their own; a clerk at a
     * window that has the power (decisions on the spot); a county leader, who is the government itself and needs no letter.
     */
    boolean mayDecide(Actor actor, String itemCode, String department, LocalDate day);

    /** Whether the actor may put the department's seal to a paper of this item on a day (C7a). */
    boolean maySeal(Actor actor, String itemCode, String department, LocalDate day);

    /** The refusal that belongs to a "no". */
    static Refusal outside(Power power, String itemCode) {
        return Refusal.of("K10", "authority." + power.name().toLowerCase(java.util.Locale.ROOT), itemCode);
    }
}
