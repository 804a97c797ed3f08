package org.onewindow.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.NewEvent;

/** Appends any number of events with one statement, one array a column: the work of a batch is one round trip. */
final class ManyEvents {

    /** Filed under the later transaction, as in {@link CommitStatement}; a stream's first event has no predecessor to look for. */
    private static final String INSERT = """
            insert into journal.event (centre, stream, version, type, actor, post, at_window, happened_at, recorded_at, body, tx)
            select ?::smallint, happening.stream, happening.version, happening.type, happening.actor, happening.post,
                   happening.at_window, happening.happened_at, ?::timestamptz, happening.body::json,
                   case when happening.version = 1 then pg_current_xact_id()
                   else greatest(pg_current_xact_id(), (
                        select before.tx from journal.event before
                        where before.centre = ?::smallint and before.stream = happening.stream
                        and before.version < happening.version and before.tx < pg_snapshot_xmax(pg_current_snapshot())
                        order by before.version desc limit 1)) end
            from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                 as happening (stream, version, type, actor, post, at_window, happened_at, body)
            """;

    private ManyEvents() {}

    static int insert(Connection connection, int centre, List<NewEvent> events, OffsetDateTime recordedAt)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(INSERT)) {
            prepared.setInt(1, centre);
            prepared.setObject(2, recordedAt);
            prepared.setInt(3, centre);
            array(prepared, 4, "bigint", events, NewEvent::stream);
            array(prepared, 5, "integer", events, NewEvent::version);
            array(prepared, 6, "text", events, NewEvent::type);
            array(prepared, 7, "text", events, NewEvent::actor);
            array(prepared, 8, "text", events, NewEvent::post);
            array(prepared, 9, "text", events, NewEvent::window);
            array(
                    prepared,
                    10,
                    "timestamptz",
                    events,
                    event -> event.happenedAt().toString());
            array(prepared, 11, "text", events, NewEvent::body);
            return prepared.executeUpdate();
        }
    }

    private static void array(
            PreparedStatement prepared,
            int index,
            String type,
            List<NewEvent> events,
            Function<NewEvent, @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = events.stream().map(column).toArray();
        prepared.setArray(index, prepared.getConnection().createArrayOf(type, values));
    }
}
