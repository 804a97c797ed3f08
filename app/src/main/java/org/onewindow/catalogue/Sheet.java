package org.onewindow.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of words with named columns: a sheet of a spreadsheet or a CSV file (RFC 4180).
 *
 * @param name the sheet's name, or the file's without {@code .csv}
 * @param columns names of the columns, from the first row
 */
public record Sheet(String name, List<String> columns, List<Row> rows) {

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it: the heading is row 1
     * @param cells by column; a missing cell is absent
     */
    public record Row(int number, Map<String, String> cells) {

        /** The cell's words without white space around them; empty where there is none. */
        public String text(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** A sheet from lines of cells, the first being the heading; empty lines are left out. */
    public static Sheet of(String name, List<List<String>> lines) {
        if (lines.isEmpty()) {
            return new Sheet(name, List.of(), List.of());
        }
        List<String> columns = lines.getFirst().stream().map(String::strip).toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int c = 0; c < Math.min(columns.size(), line.size()); c++) {
                cells.put(columns.get(c), line.get(c));
            }
            rows.add(new Row(i + 1, cells));
        }
        return new Sheet(name, columns, rows);
    }

    /** Reads CSV: commas, quotes doubled inside quotes, LF or CRLF; a byte order mark is skipped. */
    public static Sheet ofCsv(String name, String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!line.isEmpty() || !cell.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return of(name, lines);
    }
}
