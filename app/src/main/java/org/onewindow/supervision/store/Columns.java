package org.onewindow.supervision.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows, as the arrays that one statement takes apart again. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    /** Instants as text, which the server reads to the microsecond. */
    static <T> @Nullable String[] instants(List<T> rows, Function<T, @Nullable Instant> column) {
        return texts(rows, row -> {
            Instant instant = column.apply(row);
            return instant == null ? null : instant.toString();
        });
    }

    static <T> @Nullable Long[] longs(List<T> rows, Function<T, @Nullable Long> column) {
        @Nullable Long[] values = new @Nullable Long[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    static <T> @Nullable Integer[] integers(List<T> rows, Function<T, @Nullable Integer> column) {
        @Nullable Integer[] values = new @Nullable Integer[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    static <T> Boolean[] booleans(List<T> rows, Function<T, Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }
}
