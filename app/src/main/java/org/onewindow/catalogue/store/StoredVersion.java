package org.onewindow.catalogue.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;

/**
 * A version as it lies in the table. Its state is not stored: it follows from the dates.
 *
 * @param content state and effectiveFrom in it mean nothing
 * @param windows numbers of the windows that are to take it; null where those it has stay
 * @param effectiveFrom null while a draft
 * @param retiredFrom first day on which the item can't be received any more; null while it can
 */
public record StoredVersion(
        ItemVersion content,
        @Nullable List<String> windows,
        String draftedBy,
        Instant draftedAt,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate retiredFrom) {}
