package org.onewindow.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case behind a number of a notice.
 *
 * @param caseNumber null for a card that is about no case
 * @param actor sign-in name of who did it
 * @param usedDays working days it took, where the number is about completed cases
 */
public record NoticeCase(
        @Nullable String caseNumber,
        String itemCode,
        String department,
        @Nullable String window,
        Instant at,
        String actor,
        @Nullable Integer usedDays,
        @Nullable Integer promisedDays) {}
