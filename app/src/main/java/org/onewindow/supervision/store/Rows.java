package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.Colour;

/** How values stand in rows. */
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalInstant(ResultSet row, int column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime optionalUtc(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    /** Colours are numbered by weight, so that the worst of several is the greatest. */
    static int number(Colour colour) {
        return colour.weight();
    }

    static Colour colour(int number) {
        return Colour.ofWeight(number);
    }
}
