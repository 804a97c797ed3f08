package org.onewindow.supervision.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What supervision looks at in an act on a case: only the few parts of the event that its content rules are about. */
public sealed interface CaseAct {

    /**
     * 一次性告知.
     *
     * @param materials names of the papers asked for
     * @param authorised whether a chief representative authorised new points (C3)
     */
    record SupplementRequested(List<String> materials, boolean authorised) implements CaseAct {}

    /** 不予受理. */
    record AcceptanceRefused(String reason, String legalBasis) implements CaseAct {}

    /**
     * 决定.
     *
     * @param authorised whether filed authority covered it; null where nobody can tell
     */
    record Decided(boolean granted, String reason, @Nullable Boolean authorised) implements CaseAct {}

    /** A member of a joint application eats the slack of the whole (J3). */
    record SlackEaten(boolean wholeLate) implements CaseAct {}

    /** 收费. */
    record Paid(
            long amountFen,
            @Nullable String situation,
            @Nullable String reduction) implements CaseAct {}
}
