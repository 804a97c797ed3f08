package org.onewindow.supervision.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a centre set for itself beside the rules of cards. */
@Repository
public class StandardStore {

    private final JdbcClient jdbc;

    public StandardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A setting in one of its versions. */
    public record Kept(String name, int version, Instant since, String setBy, String content) {}

    /** A setting as it is now; empty while nobody has set it. */
    public Optional<Kept> current(String name) {
        return jdbc.sql("""
                        select name, version, since, set_by, content from supervision.standard
                        where centre = ? and name = ? order by version desc limit 1""")
                .params(Centre.OURS, name)
                .query((row, _) -> new Kept(
                        row.getString(1), row.getInt(2), Rows.instant(row, 3), row.getString(4), row.getString(5)))
                .optional();
    }

    /** A setting in a version; empty where there is none such. */
    public Optional<Kept> version(String name, int version) {
        return jdbc.sql("""
                        select name, version, since, set_by, content from supervision.standard
                        where centre = ? and name = ? and version = ?""")
                .params(Centre.OURS, name, version)
                .query((row, _) -> new Kept(
                        row.getString(1), row.getInt(2), Rows.instant(row, 3), row.getString(4), row.getString(5)))
                .optional();
    }

    /** The insertion of the next version; touches no row where somebody was faster. */
    public StateWrite insertion(long id, Kept kept) {
        return new StateWrite(
                """
                insert into supervision.standard (centre, id, name, version, since, set_by, content)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                Arrays.asList(
                        Centre.OURS, id, kept.name(), kept.version(), kept.since(), kept.setBy(), kept.content()));
    }
}
