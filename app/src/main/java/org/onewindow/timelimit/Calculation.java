package org.onewindow.timelimit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a time limit comes to.
 *
 * @param dueOn the last day; null while an open suspension keeps it unknown
 * @param dueAt the close of business of that day; null with {@code dueOn}
 * @param excludedDays days of the limit's unit taken out by suspensions, overlapping ones once; with an open suspension those
 *     before it
 * @param remainingDays only where {@code dueOn} is null: budget and extension less what was used through the day the open
 *     suspension starts
 * @param provisional whether it rests on days no published calendar covers yet (T1)
 */
public record Calculation(
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        int excludedDays,
        @Nullable Integer remainingDays,
        boolean provisional) {}
