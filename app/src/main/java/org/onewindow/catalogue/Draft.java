package org.onewindow.catalogue;

import java.util.List;

/**
 * An open draft.
 *
 * @param windows numbers of the windows that will take it once it is filed
 */
public record Draft(ItemVersion item, List<String> windows) {

    public Draft {
        windows = List.copyOf(windows);
    }
}
