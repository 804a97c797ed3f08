package org.onewindow.joint.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.joint.Theme;
import org.onewindow.journal.StateWrite;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Themes and their versions. */
@Repository
public class ThemeStore {

    private static final String COLUMNS = "content, filed, effective_from, retired_from";

    private final JdbcClient jdbc;

    public ThemeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version with its dates; the content's own state and date count for nothing. */
    public record Row(
            Theme content,
            boolean filed,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate retiredFrom) {}

    /** A theme's own stream of events, and how many there are. */
    public record Stream(long id, int events) {}

    /** All versions of all themes, by code and number. Themes are few. */
    public List<Row> all() {
        return jdbc.sql("select " + COLUMNS + " from joint.theme_version order by theme, version")
                .query((row, _) -> row(row))
                .list();
    }

    /** All versions of a theme, by number. */
    public List<Row> versions(String code) {
        return jdbc.sql("select " + COLUMNS + " from joint.theme_version where theme = ? order by version")
                .param(code)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                JointJson.read(row.getString(1), Theme.class),
                row.getBoolean(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class));
    }

    /** The stream of a theme; empty for one never heard of. */
    public Optional<Stream> streamOf(String code) {
        return jdbc.sql("select stream, events from joint.theme where code = ?")
                .param(code)
                .query((row, _) -> new Stream(row.getLong(1), row.getInt(2)))
                .optional();
    }

    /** The first event's state write. */
    public static StateWrite insertion(String code, long stream) {
        return new StateWrite("insert into joint.theme (code, stream, events) values (?, ?, 1)", List.of(code, stream));
    }

    /** A later event's: fails where somebody else wrote one meanwhile. */
    public static StateWrite countEvent(String code, int events) {
        return new StateWrite(
                "update joint.theme set events = events + 1 where code = ? and events = ?", List.of(code, events));
    }

    /** Writes a draft, in the place of the one there was. */
    public void putDraft(Theme draft) {
        jdbc.sql("""
                        insert into joint.theme_version (theme, version, filed, content) values (?, ?, false, ?::jsonb)
                        on conflict (theme, version) do update set content = excluded.content""")
                .params(draft.code(), draft.version(), JointJson.write(draft))
                .update();
    }

    /** Files a draft; false when it isn't one any more. */
    public boolean file(String code, int version, LocalDate effectiveFrom) {
        return jdbc.sql("""
                                update joint.theme_version set filed = true, effective_from = ?
                                where theme = ? and version = ? and not filed""").params(effectiveFrom, code, version).update() == 1;
    }

    /** Retires a filed version; false when it isn't filed or is retired already. */
    public boolean retire(String code, int version, LocalDate from) {
        return jdbc.sql("""
                                update joint.theme_version set retired_from = ?
                                where theme = ? and version = ? and filed and retired_from is null""").params(from, code, version).update() == 1;
    }
}
