package org.onewindow.catalogue.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.RowError;
import org.onewindow.catalogue.Sheet;

/** Reads typed cells and collects what is wrong with all of them, instead of stopping at the first. */
final class SheetReading {

    private static final int LONGEST_NUMBER = 9;

    private final Map<String, Sheet> sheets;
    private final List<RowError> errors = new ArrayList<>();

    SheetReading(List<Sheet> given) {
        sheets = new LinkedHashMap<>();
        given.forEach(sheet -> sheets.put(sheet.name(), sheet));
    }

    List<RowError> errors() {
        return errors;
    }

    /** The rows of a sheet that has to be there with these columns. */
    List<Cells> rows(String sheet, String... required) {
        Sheet found = sheets.get(sheet);
        if (found == null) {
            errors.add(new RowError(sheet, 0, "", "sheet-missing", sheet));
            return List.of();
        }
        boolean complete = true;
        for (String column : required) {
            if (!found.columns().contains(column)) {
                errors.add(new RowError(sheet, 1, column, "column-missing", column));
                complete = false;
            }
        }
        return complete
                ? found.rows().stream().map(row -> new Cells(found, row)).toList()
                : List.of();
    }

    /** The rows of a sheet that may be missing. */
    List<Cells> optionalRows(String sheet, String... required) {
        return sheets.containsKey(sheet) ? rows(sheet, required) : List.of();
    }

    /** The cells of one row. */
    final class Cells {

        private final Sheet sheet;
        private final Sheet.Row row;

        private Cells(Sheet sheet, Sheet.Row row) {
            this.sheet = sheet;
            this.row = row;
        }

        void wrong(String column, String key) {
            errors.add(new RowError(sheet.name(), row.number(), column, key, text(column)));
        }

        /** Whether the table says anything about an element at all. */
        boolean speaksOf(String column) {
            return sheet.columns().contains(column);
        }

        String text(String column) {
            return row.text(column);
        }

        String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                wrong(column, "cell-missing");
            }
            return text;
        }

        @Nullable
        String optional(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** A whole number of at least 0; 0 where the cell is empty. */
        int number(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return 0;
            }
            if (text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                wrong(column, "cell-number");
                return 0;
            }
            return Integer.parseInt(text);
        }

        /** 1 or 0; 0 where the cell is empty. */
        boolean flag(String column) {
            String text = text(column);
            if (!text.isEmpty() && !text.equals("0") && !text.equals("1")) {
                wrong(column, "cell-flag");
            }
            return text.equals("1");
        }

        /** A word of a vocabulary; a wrong one is noted, and the fallback stands in so that reading goes on. */
        <E extends Enum<E>> E word(String column, Vocabulary<E> vocabulary, E fallback) {
            String text = required(column);
            return vocabulary.read(text).orElseGet(() -> {
                if (!text.isEmpty()) {
                    wrong(column, "cell-word");
                }
                return fallback;
            });
        }

        /** Several values, separated by semicolons. */
        List<String> list(String column) {
            return text(column).isEmpty()
                    ? List.of()
                    : List.of(text(column).split(";")).stream()
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList();
        }
    }
}
