package org.onewindow.journal.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.store.PositionRows;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Hears of new positions that other nodes gave, on a connection of its own. A comfort only: without it the loops still look
 * every second.
 */
@Component
final class Listening {

    /** How long it listens before it looks whether it should stop. */
    private static final int LISTEN_MILLIS = 400;

    private final DataSource dataSource;
    private final Sequencer sequencer;
    private final Waking waking;
    private @Nullable Connection connection;

    Listening(DataSource dataSource, Sequencer sequencer, Waking waking) {
        this.dataSource = dataSource;
        this.sequencer = sequencer;
        this.waking = waking;
    }

    /** Listens for a moment. */
    Progress run() {
        try {
            Connection open = open();
            PGNotification[] notices = open.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
            for (PGNotification notice : notices) {
                if (sequencer.isForeign(notice.getParameter())) {
                    waking.positionsGiven();
                    break;
                }
            }
            return Progress.MORE;
        } catch (SQLException lost) {
            close();
            throw new DataAccessResourceFailureException("the listening connection was lost", lost);
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            try (Statement statement = open.createStatement()) {
                statement.execute("listen " + PositionRows.CHANNEL);
            }
        }
        return open;
    }

    /** Gives the connection back, not listening any more. */
    void close() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try (open) {
            if (open.isValid(1)) {
                try (Statement statement = open.createStatement()) {
                    statement.execute("unlisten *");
                }
            }
        } catch (SQLException gone) {
            throw new DataAccessResourceFailureException("the listening connection was lost", gone);
        }
    }
}
