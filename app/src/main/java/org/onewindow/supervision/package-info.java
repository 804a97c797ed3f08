/**
 * Electronic supervision (电子监察): the system watches every limit, so that nobody has to ask for it (S1–S10). It follows
 * the journal, keeps watches of its own, raises cards at their instants, and never changes a case.
 *
 * <p><b>How a card comes about.</b> A follower reads what happens to cases and keeps, for each clock and threshold that is still to
 * come, one <em>watch</em> with its instant. A sweep raises what has become due, each once: the card's row, its event and the end
 * of the watch are one transaction. A card is dated at the instant at which the signal was due, also where it was raised late.
 *
 * <p><b>What a follower knows.</b> It asks {@link org.onewindow.cases.CaseHistories} for each case as it was at the version of the
 * event it reads, so what it does follows from the journal alone: a rebuild, a simulation that jumps months, and having lived
 * through it all come to the same cards. What was due before an event happened stays due, whatever the event changed; if the
 * event shows it to have been wrong, the system lifts it with the reason (S4).
 *
 * <p><b>Looking back.</b> Another follower writes down what happened to cases, one row an event, never changed. At each close of
 * business a notice counts it (S8) and patterns are looked for in it (S7); file review draws its samples among it (S10).
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "journal",
            "clockwork",
            "calendar",
            "divisions",
            "access",
            "catalogue",
            "timelimit",
            "documents",
            "cases",
            "joint",
            "feedback"
        })
@NullMarked
package org.onewindow.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
