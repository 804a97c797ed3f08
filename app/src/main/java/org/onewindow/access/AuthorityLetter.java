package org.onewindow.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an authority letter (K10): exactly one of holder and window is given.
 *
 * @param holder sign-in name of a chief representative
 * @param window number of a window
 * @param itemCode the item
 * @param power what may be done
 * @param fromOn first day
 * @param untilOn last day; null while it stands
 */
public record AuthorityLetter(
        @Nullable String holder,
        @Nullable String window,
        String itemCode,
        Power power,
        LocalDate fromOn,
        @Nullable LocalDate untilOn) {}
