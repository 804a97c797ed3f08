package org.onewindow.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The owner's own INSERT or UPDATE of its state row, which the journal runs in the same statement as the append.
 *
 * <p>The SQL uses {@code ?} placeholders, touches exactly one row when the optimistic version still holds and none when it
 * doesn't, has no RETURNING clause and no trailing semicolon.
 *
 * @param along what is written with it, and only if it touches its row
 */
public record StateWrite(String sql, List<@Nullable Object> parameters, List<RowWrite> along) {

    public StateWrite(String sql, List<@Nullable Object> parameters) {
        this(sql, parameters, List.of());
    }

    /** The same with rows along. */
    public StateWrite with(List<RowWrite> rows) {
        return new StateWrite(sql, parameters, List.copyOf(rows));
    }
}
