package org.onewindow.kernel;

import java.util.List;

/**
 * Carries all refusals of a command from a door to whoever answers the caller: a problem+json with status 422 or a page.
 * Rules themselves return {@link Refusal} values; only doors throw this.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public Refused(List<Refusal> refusals) {
        super("Refused: " + refusals, null, false, false);
        if (refusals.isEmpty()) {
            throw Bug.found("a refusal without a reason");
        }
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
