package org.onewindow.catalogue;

import java.util.List;

/**
 * What an import did (K9).
 *
 * @param drafted new versions, as drafts
 * @param filed those of them that were filed at once
 * @param unchanged codes of items whose filed version says the same already
 * @param notImported codes of items the table calls retired: an item is retired by its own command only
 */
public record ImportResult(
        List<NewVersion> drafted, List<NewVersion> filed, List<String> unchanged, List<String> notImported) {

    /** An item's new version. */
    public record NewVersion(String code, int version) {}
}
