package org.onewindow.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Role;

/**
 * Everything a rule may look at besides the case and the command.
 *
 * @param authorised whether filed authority covers the act, where the act needs it (K10)
 * @param ownMatter whether the actor is a party to the case themselves, as far as the centre knows (C14)
 * @param successor who a case is handed over to; null for other commands
 * @param brokeCommitment whether an earlier commitment of one of the applicants proved false in this centre (C16), where a command asks
 * @param recipient party number under which is kept who collects, signs, or witnesses that nobody signs; 0 for nobody
 */
public record Context(
        Actor actor,
        ItemVersion item,
        WorkingCalendar calendar,
        CentreTime time,
        Instant now,
        boolean authorised,
        boolean ownMatter,
        @Nullable Successor successor,
        boolean brokeCommitment,
        long recipient) {

    /**
     * Somebody a case may be handed over to.
     *
     * @param window the window they serve that may hold the case; null when there is none
     * @param ownMatter whether they are a party to it (C14)
     */
    public record Successor(String userName, @Nullable String window, boolean ownMatter) {}

    /** The present legal day. */
    public LocalDate today() {
        return time.dayOf(now);
    }

    boolean actsAs(Role role, String department) {
        return actor.postIn(role, department).isPresent();
    }
}
