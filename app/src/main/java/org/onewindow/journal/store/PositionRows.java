package org.onewindow.journal.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sequencer's side table: one position for each committed event, without gaps, kept in runs. */
@Component
public final class PositionRows {

    /** The channel on which nodes tell each other about new positions. */
    public static final String CHANNEL = "onewindow_journal";

    /**
     * How far the sequencer has come: everything up to and including this event has a position.
     *
     * @param cluster whose transaction numbers these are
     * @param tx as text: it is an unsigned 64-bit number
     */
    public record Cursor(long cluster, int era, long lastPosition, String tx, int centre, long stream, int version) {}

    /** How many positions one row may hold: readers rely on it (see the view {@code journal.position}). */
    public static final int LONGEST_RUN = 2_000;

    private static final String UNSEQUENCED = """
             from journal.event e
            where e.era = (select era from journal.sequencer)
            and e.tx >= (select tx from journal.sequencer)
            and (e.tx, e.centre, e.stream, e.version)
                > (select s.tx, s.centre, s.stream, s.version from journal.sequencer s)
            """;

    private final JdbcClient jdbc;

    public PositionRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Takes the sequencer's row for the rest of the transaction; empty while another node has it.
     *
     * <p>The transaction doesn't wait for the disk. A crash may take its last positions back, but never only some of an
     * earlier batch, and with them everything derived from them: whatever a follower wrote stands later in the same
     * write-ahead log. The events themselves were durable before anybody was told, and get positions again.
     */
    public Optional<Cursor> lock() {
        return jdbc.sql("""
                        select cluster, era, last_position, tx::text, centre, stream, version,
                               set_config('synchronous_commit', 'off', true)
                        from journal.sequencer
                        for update skip locked
                        """)
                .query((row, number) -> new Cursor(
                        row.getLong("cluster"),
                        row.getInt("era"),
                        row.getLong("last_position"),
                        row.getString("tx"),
                        row.getInt("centre"),
                        row.getLong("stream"),
                        row.getInt("version")))
                .optional();
    }

    /** The identity of the database cluster we are talking to. */
    public long cluster() {
        return jdbc.sql("select system_identifier from pg_control_system()")
                .query(Long.class)
                .single();
    }

    /** After a restore into another cluster: catches up with everything and begins to count transactions anew. */
    public void beginEra() {
        jdbc.sql("select journal.begin_era()").query(Integer.class).single();
    }

    /**
     * Gives positions to the next events, in the order of (transaction, stream, version), and tells the other nodes.
     *
     * <p>Only transactions older than every running one are looked at. So nothing that is still in flight can later turn up
     * behind the cursor, and one's predecessor in a stream is always there already (see {@link CommitStatement} for the one
     * case in which numbers and order could disagree).
     *
     * @param atMost at most {@link #LONGEST_RUN}
     * @return how many were given one
     */
    public int give(Cursor cursor, int atMost, String node) {
        return jdbc.sql("""
                        with next as (
                            select tx, centre, stream, version
                            from journal.event
                            where era = :era
                            and tx >= :tx::xid8
                            and tx < pg_snapshot_xmin(pg_current_snapshot())
                            and (tx, centre, stream, version) > (:tx::xid8, :centre, :stream, :version)
                            order by tx, centre, stream, version
                            limit :atMost
                        ), placed as (
                            select row_number() over (order by tx, centre, stream, version) as place, * from next
                        ), given as (
                            insert into journal.run (first, streams, versions, centres)
                            select :lastPosition + 1, array_agg(stream order by place), array_agg(version order by place),
                                   array_agg(centre order by place)
                            from placed having count(*) > 0
                        ), moved as (
                            update journal.sequencer s
                            set last_position = :lastPosition + l.place,
                                tx = l.tx, centre = l.centre, stream = l.stream, version = l.version
                            from (select * from placed order by place desc limit 1) l
                            returning l.place, pg_notify(:channel, :node)
                        )
                        select coalesce((select place from moved), 0)
                        """)
                .param("era", cursor.era())
                .param("tx", cursor.tx())
                .param("centre", cursor.centre())
                .param("stream", cursor.stream())
                .param("version", cursor.version())
                .param("lastPosition", cursor.lastPosition())
                .param("atMost", atMost)
                .param("channel", CHANNEL)
                .param("node", node)
                .query(Integer.class)
                .single();
    }

    /** The last position given so far; 0 at the beginning. */
    public long last() {
        return jdbc.sql("select last_position from journal.sequencer")
                .query(Long.class)
                .single();
    }

    /** The transaction of the newest committed event that waits for a position; empty when none does. */
    public Optional<String> newestWaiting() {
        return jdbc.sql("select e.tx::text" + UNSEQUENCED + " order by e.tx desc limit 1")
                .query(String.class)
                .optional();
    }

    /** Whether everything committed by now, up to a transaction, has its position. */
    public boolean hasReached(String tx) {
        return jdbc.sql("select tx > :tx::xid8 or tx = :tx::xid8 and not exists (select"
                        + UNSEQUENCED
                        + " and e.tx <= :tx::xid8) from journal.sequencer")
                .param("tx", tx)
                .query(Boolean.class)
                .single();
    }

    /** How many committed events wait for a position; counts no further than the limit. */
    public int waiting(int limit) {
        return jdbc.sql("""
                        select count(*) from (
                            select from journal.event e
                            where e.era = (select era from journal.sequencer)
                            and e.tx >= (select tx from journal.sequencer)
                            and (e.tx, e.centre, e.stream, e.version)
                                > (select s.tx, s.centre, s.stream, s.version from journal.sequencer s)
                            limit ?) unsequenced
                        """).param(limit).query(Integer.class).single();
    }
}
