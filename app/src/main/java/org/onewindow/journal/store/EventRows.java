package org.onewindow.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.onewindow.journal.RecordedEvent;

/** Reads a row of {@code journal.event}, with its position. */
final class EventRows {

    private EventRows() {}

    static RecordedEvent read(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"),
                row.getInt("centre"),
                row.getLong("stream"),
                row.getInt("version"),
                row.getString("type"),
                row.getString("actor"),
                row.getString("post"),
                row.getString("at_window"),
                instant(row, "happened_at"),
                instant(row, "recorded_at"),
                row.getString("body"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
