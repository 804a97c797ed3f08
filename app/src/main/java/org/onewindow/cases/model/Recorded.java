package org.onewindow.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case event with what every event has: who, in which post, where, when.
 *
 * @param version position in the case's history, from 1
 * @param on legal day of {@code happenedAt}
 */
public record Recorded(
        int version,
        String actor,
        @Nullable String post,
        @Nullable String window,
        Instant happenedAt,
        LocalDate on,
        CaseEvent event) {}
