package org.onewindow.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The owner's own INSERT or UPDATE of its state row, which the journal runs in the same statement as the append.
 *
 * <p>The SQL uses {@code ?} placeholders, touches exactly one row when the optimistic version still holds and none when it
 * doesn't, has no RETURNING clause and no trailing semicolon.
 */
public record StateWrite(String sql, List<@Nullable Object> parameters) {}
