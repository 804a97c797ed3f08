package org.onewindow.journal.work;

import java.util.UUID;
import javax.sql.DataSource;
import org.onewindow.journal.store.PositionRows;
import org.onewindow.journal.store.PositionRows.Cursor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives committed events their positions, in batches; one node at a time. */
@Component
final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = PositionRows.LONGEST_RUN;

    private final PositionRows rows;
    private final TransactionTemplate transaction;
    private final Waking waking;

    /** Tells our own notices from those of other nodes. */
    private final String node = UUID.randomUUID().toString();

    private volatile boolean sameCluster;

    Sequencer(PositionRows rows, DataSource dataSource, Waking waking) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.waking = waking;
    }

    /** One batch, if no other node is at it. */
    Progress run() {
        Progress progress;
        try {
            progress = transaction.execute(status -> batch());
        } catch (RuntimeException failed) {
            // The connection may come back to another server, so look again whose transaction numbers these are.
            sameCluster = false;
            throw failed;
        }
        if (progress == Progress.DONE || progress == Progress.MORE) {
            waking.positionsGiven();
        }
        return progress;
    }

    private Progress batch() {
        Cursor cursor = rows.lock().orElse(null);
        if (cursor == null) {
            return Progress.BUSY;
        }
        if (!sameCluster) {
            if (cursor.cluster() != rows.cluster()) {
                LOG.warn("The database was restored into another cluster; catching up with the whole journal once");
                rows.beginEra();
                return Progress.MORE;
            }
            sameCluster = true;
        }
        int given = rows.give(cursor, BATCH, node);
        if (given == BATCH) {
            return Progress.MORE;
        }
        return given > 0 ? Progress.DONE : Progress.IDLE;
    }

    /** Whether a notice came from another node. */
    boolean isForeign(String notice) {
        return !node.equals(notice);
    }
}
