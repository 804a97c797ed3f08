package org.onewindow.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a server may be trusted with cases: what it says about itself counts, not what it was started with. */
final class Fitness {

    private static final Logger LOG = LoggerFactory.getLogger(Fitness.class);
    private static final int OLDEST = 150_000;

    private Fitness() {}

    /**
     * @param allowLosingData tests only
     * @throws DatabaseFailure when the server is too old, has another encoding, or would lose acknowledged writes in a crash
     */
    static void check(DataSource source, boolean allowLosingData) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (Integer.parseInt(show(statement, "server_version_num")) < OLDEST) {
                throw new DatabaseFailure("The database is PostgreSQL " + show(statement, "server_version")
                        + " and OneWindow needs 15 or newer.");
            }
            if (!"UTF8".equals(show(statement, "server_encoding"))) {
                throw new DatabaseFailure("The database's encoding is " + show(statement, "server_encoding")
                        + " and OneWindow needs UTF8: create the database with ENCODING 'UTF8' TEMPLATE template0.");
            }
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                if ("off".equals(show(statement, setting)) && !allowLosingData) {
                    throw new DatabaseFailure("The database has " + setting
                            + " off, so a crash could lose acknowledged cases: switch it on in postgresql.conf.");
                }
            }
            LOG.info(
                    "PostgreSQL {}: fsync {}, full_page_writes {}, synchronous_commit {}, data_checksums {}",
                    show(statement, "server_version"),
                    show(statement, "fsync"),
                    show(statement, "full_page_writes"),
                    show(statement, "synchronous_commit"),
                    show(statement, "data_checksums"));
        } catch (SQLException failed) {
            throw new DatabaseFailure("The database cannot be asked for its settings: " + failed.getMessage(), failed);
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
