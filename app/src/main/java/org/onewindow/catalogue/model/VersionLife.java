package org.onewindow.catalogue.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.State;

/**
 * Where the filed versions of one item stand on a day (K1). It follows from the dates alone: on each day the one that took
 * effect last counts, of two on one day the higher; those before it are superseded, those after it wait.
 */
public final class VersionLife {

    private VersionLife() {}

    /**
     * The dates of a filed version.
     *
     * @param retiredFrom first day on which the item can't be received any more; null while it can
     */
    public record Dates(
            int version, LocalDate effectiveFrom, @Nullable LocalDate retiredFrom) {}

    /** The state of one of an item's filed versions on a day. */
    public static State stateOn(LocalDate day, Dates one, List<Dates> all) {
        if (one.effectiveFrom().isAfter(day)) {
            return State.FILED;
        }
        boolean superseded = all.stream()
                .anyMatch(other -> !other.effectiveFrom().isAfter(day)
                        && (other.effectiveFrom().isAfter(one.effectiveFrom())
                                || (other.effectiveFrom().equals(one.effectiveFrom())
                                        && other.version() > one.version())));
        if (superseded) {
            return State.SUPERSEDED;
        }
        LocalDate retired = one.retiredFrom();
        return retired != null && !retired.isAfter(day) ? State.RETIRED : State.IN_EFFECT;
    }
}
