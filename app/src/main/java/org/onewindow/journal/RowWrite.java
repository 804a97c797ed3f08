package org.onewindow.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of another module that belongs to a state write, such as the party a case names.
 *
 * <p>The SQL uses {@code ?} placeholders and ends with a WHERE clause, to which the journal adds that the state write won: an
 * UPDATE, or an {@code INSERT ... SELECT ... WHERE true}.
 */
public record RowWrite(String sql, List<@Nullable Object> parameters) {}
