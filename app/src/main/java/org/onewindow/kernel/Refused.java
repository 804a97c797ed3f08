package org.onewindow.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Carries all refusals of a command from a door to whoever answers the caller: a problem+json with status 422 or a page.
 * Rules themselves return {@link Refusal} values; only doors throw this.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;
    private final transient SequencedMap<String, Object> shown;

    public Refused(List<Refusal> refusals) {
        this(refusals, new LinkedHashMap<>());
    }

    /** @param shown what the contract shows besides the reasons, such as the cycle of a graph (J1) */
    public Refused(List<Refusal> refusals, SequencedMap<String, Object> shown) {
        super("Refused: " + refusals, null, false, false);
        if (refusals.isEmpty()) {
            throw Bug.found("a refusal without a reason");
        }
        this.refusals = List.copyOf(refusals);
        this.shown = new LinkedHashMap<>(shown);
    }

    /** Further members of the answer, by their names in the contract. */
    public SequencedMap<String, Object> shown() {
        return new LinkedHashMap<>(shown);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
