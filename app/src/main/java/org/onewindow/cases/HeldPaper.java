package org.onewindow.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;

/**
 * A paper original that isn't back with its owner and not in the archives (C15).
 *
 * @param bag the number of the bag it is in; null for none
 * @param holder who answers for it: whoever took it in, or to whom it was handed on since
 * @param since when they took it
 * @param window the window that holds the case; null at a station
 * @param station the station that holds it; null at a window
 */
public record HeldPaper(
        String caseNumber,
        ItemVersion item,
        String material,
        @Nullable String bag,
        int pages,
        String holder,
        Instant since,
        @Nullable String window,
        @Nullable String station) {}
