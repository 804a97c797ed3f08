package org.onewindow.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open case behind a number of the board.
 *
 * @param colour its worst card that wasn't lifted; null for none
 */
public record SupervisedCase(
        String caseNumber,
        String itemCode,
        String department,
        @Nullable String window,
        String holder,
        @Nullable String step,
        @Nullable Instant dueAt,
        boolean suspended,
        @Nullable Colour colour) {}
