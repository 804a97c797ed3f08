package org.onewindow.kernel;

import java.util.List;

/** Somebody else was faster (C13): 412 for a stale precondition, else 409 with what changed. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean precondition;
    private final transient List<String> changes;

    /**
     * @param precondition whether the caller named the version it had seen (If-Match)
     * @param changes types of the events that came in between, oldest first
     */
    public ChangedMeanwhile(boolean precondition, List<String> changes) {
        super("changed meanwhile: " + changes, null, false, false);
        this.precondition = precondition;
        this.changes = List.copyOf(changes);
    }

    public boolean precondition() {
        return precondition;
    }

    public List<String> changes() {
        return changes;
    }
}
