package org.onewindow.catalogue;

import org.onewindow.kernel.InvalidInput;

/**
 * A cell of an imported table that can't be read as what it should be.
 *
 * @param sheet the sheet's or file's name
 * @param row as a spreadsheet shows it; 0 for the sheet itself
 * @param column the column's name; empty for the row itself
 * @param key tail of the message key {@code invalid.<key>}
 * @param word what stands there
 */
public record RowError(String sheet, int row, String column, String key, String word) {

    /** The same as a field of a request: sheet, row and column in the pointer. */
    public InvalidInput.Field field() {
        return InvalidInput.Field.of("/" + sheet + "/" + row + "/" + column, key, word);
    }
}
