package org.onewindow.access.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** One row of {@code permission-matrix.csv}; its head says what the columns mean. */
record MatrixRow(
        String method,
        String path,
        boolean open,
        List<String> outsiders,
        List<String> allowed,
        String address,
        String body) {

    private static final int COLUMNS = 7;

    static List<MatrixRow> all() {
        try (InputStream file = MatrixRow.class.getResourceAsStream("/permission-matrix.csv")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("method,") && !line.isBlank())
                    .map(MatrixRow::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MatrixRow read(String line) {
        String[] cells = line.split(",", COLUMNS);
        if (cells.length != COLUMNS || !List.of("public", "closed").contains(cells[2])) {
            throw new AssertionError("not a row of the matrix: " + line);
        }
        return new MatrixRow(
                cells[0],
                cells[1],
                cells[2].equals("public"),
                users(cells[3]),
                users(cells[4]),
                cells[5].isEmpty() ? cells[1] : cells[5],
                cells[6]);
    }

    private static List<String> users(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" ", -1));
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    String endpoint() {
        return method + " " + path;
    }

    /** The method to call it with. */
    String verb() {
        return method.equals("ANY") ? "GET" : method;
    }

    @Override
    public String toString() {
        return endpoint();
    }
}
