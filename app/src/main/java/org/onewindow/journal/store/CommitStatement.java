package org.onewindow.journal.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onewindow.journal.RowWrite;
import org.onewindow.journal.StateWrite;

/**
 * The text of the one statement in which everything is written.
 *
 * <p>It depends only on the owner's SQL, the number of events, whether an answer is kept and whether an outer transaction is
 * open. The same combination always gives the same text, so that the driver and the server parse and plan it once per
 * connection. Rows as VALUES measured cheaper than arrays with unnest: nothing has to be quoted into an array and taken apart
 * again, and nearly every command appends one or two events.
 *
 * @param sql the whole text
 */
record CommitStatement(String sql) {

    /** Statements with more events or rows along aren't kept: there are any number of them, and each is rare. */
    private static final int KEPT_EVENTS = 8;

    private static final int KEPT_ALONG = 4;

    private record Shape(String stateSql, List<String> along, int events, boolean answer, boolean outer) {}

    private static final Map<Shape, CommitStatement> KEPT = new ConcurrentHashMap<>();

    static CommitStatement of(StateWrite state, int events, boolean answer, boolean outer) {
        List<String> along = state.along().stream().map(RowWrite::sql).toList();
        Shape shape = new Shape(state.sql(), along, events, answer, outer);
        if (events > KEPT_EVENTS || along.size() > KEPT_ALONG) {
            return new CommitStatement(text(shape));
        }
        CommitStatement kept = KEPT.get(shape);
        return kept != null ? kept : KEPT.computeIfAbsent(shape, key -> new CommitStatement(text(key)));
    }

    private static String text(Shape shape) {
        StringBuilder text = new StringBuilder("with state_write as (\n")
                .append(shape.stateSql())
                .append("\nreturning 1)");
        for (int i = 0; i < shape.along().size(); i++) {
            text.append(", along_")
                    .append(i)
                    .append(" as (\n")
                    .append(shape.along().get(i))
                    .append(WHERE_WON);
        }
        if (shape.answer()) {
            text.append(ANSWER);
        }
        text.append(shape.outer() ? APPEND_IN_OUTER_TRANSACTION : APPEND);
        for (int i = 0; i < shape.events(); i++) {
            text.append(i == 0 ? EVENT : ", " + EVENT);
        }
        return text.append(END).toString();
    }

    private static final String WHERE_WON = " and exists (select from state_write))";

    private static final String ANSWER = ", answered as (\ninsert into journal.answer (" + AnswerRows.COLUMNS
            + ")\nselect " + AnswerRows.PLACEHOLDERS + " from state_write)";

    private static final String EVENT =
            "(?::smallint, ?::bigint, ?::integer, ?::text, ?::text, ?::text, ?::text, ?::timestamptz, ?::timestamptz, ?::json)";

    private static final String APPEND = """

            insert into journal.event (centre, stream, version, type, actor, post, at_window, happened_at, recorded_at, body)
            select happening.* from (select count(*) as rows from state_write) written cross join (values
            """;

    /**
     * In an outer transaction our number may have been given out long before the predecessor's, although we append after it.
     * The sequencer goes by these numbers, so the event is filed under the later of the two. (A number from another era is
     * never below ours plus one, so it is left out of account where it would do harm.)
     */
    private static final String APPEND_IN_OUTER_TRANSACTION = """

            insert into journal.event (centre, stream, version, type, actor, post, at_window, happened_at, recorded_at, body, tx)
            select happening.*, greatest(pg_current_xact_id(), (
                select before.tx from journal.event before
                where before.centre = happening.centre and before.stream = happening.stream
                and before.version < happening.version and before.tx < pg_snapshot_xmax(pg_current_snapshot())
                order by before.version desc limit 1))
            from (select count(*) as rows from state_write) written cross join (values
            """;

    /** A state write that touches more than one row divides by zero, which undoes the whole statement. */
    private static final String END = """
            ) happening (centre, stream, version, type, actor, post, at_window, happened_at, recorded_at, body)
            where case when written.rows <= 1 then written.rows = 1 else 1 / (written.rows - written.rows) = 0 end""";
}
