package org.onewindow.journal.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.ParkedStream;
import org.onewindow.journal.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far followers have come, and what they couldn't digest. */
@Component
public final class FollowerRows {

    /**
     * A follower's place while its row is locked.
     *
     * @param position everything up to and including it is done
     * @param last the last position there is
     */
    public record Place(long position, long last, boolean stopped) {}

    /** Names a stream. */
    public record StreamKey(int centre, long stream) {}

    private final JdbcClient jdbc;

    public FollowerRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Makes a new follower known; it begins at the beginning. */
    public void register(String name) {
        jdbc.sql("insert into journal.follower (name, position) values (?, 0) on conflict (name) do nothing")
                .param(name)
                .update();
    }

    /**
     * Takes a follower's row for the rest of the transaction; empty while another node has it.
     *
     * <p>Like the sequencer's, the transaction doesn't wait for the disk: what a crash takes back is done again, and whoever
     * acts on it outside the database commits durably first, which makes everything before it durable, too. And it waits for
     * locked rows for as long as it takes, because nobody waits for it.
     */
    public Optional<Place> tryLock(String name) {
        return jdbc.sql("""
                        select f.position, f.stopped_at is not null as stopped, s.last_position,
                               set_config('synchronous_commit', 'off', true), set_config('lock_timeout', '0', true)
                        from journal.follower f cross join journal.sequencer s
                        where f.name = ?
                        for update of f skip locked
                        """)
                .param(name)
                .query((row, number) ->
                        new Place(row.getLong("position"), row.getLong("last_position"), row.getBoolean("stopped")))
                .optional();
    }

    /** Takes a follower's row, waiting for the node that has it, however long its batch takes ({@code lock_timeout}); durable. */
    public Optional<Place> lock(String name) {
        return jdbc.sql("""
                        select f.position, f.stopped_at is not null as stopped, s.last_position,
                               set_config('lock_timeout', '0', true)
                        from journal.follower f cross join journal.sequencer s
                        where f.name = ?
                        for update of f
                        """)
                .param(name)
                .query((row, number) ->
                        new Place(row.getLong("position"), row.getLong("last_position"), row.getBoolean("stopped")))
                .optional();
    }

    /** Events after a position up to another, oldest first. Begins with the run that holds the first of them. */
    public List<RecordedEvent> read(long after, long upTo) {
        return jdbc.sql("""
                        select p.position, e.centre, e.stream, e.version, e.type, e.actor, e.post, e.at_window,
                               e.happened_at, e.recorded_at, e.body
                        from journal.position p
                        join journal.event e on e.centre = p.centre and e.stream = p.stream and e.version = p.version
                        where p.first >= (select coalesce(max(first), 0) from journal.run where first <= :after + 1)
                        and p.first <= :upTo and p.position > :after and p.position <= :upTo
                        order by p.position
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .query(EventRows::read)
                .list();
    }

    /** Events of one stream from a position up to another, oldest first. */
    public List<RecordedEvent> readStream(StreamKey key, long from, long upTo, List<String> typePrefixes) {
        return jdbc.sql("""
                        select p.position, e.centre, e.stream, e.version, e.type, e.actor, e.post, e.at_window,
                               e.happened_at, e.recorded_at, e.body
                        from journal.position p
                        join journal.event e on e.centre = p.centre and e.stream = p.stream and e.version = p.version
                        where p.first > :from - :longest and p.first <= :upTo and p.position >= :from and p.position <= :upTo
                        and p.centre = :centre and p.stream = :stream and e.type ^@ any (:prefixes::text[])
                        order by p.position
                        """)
                .param("from", from)
                .param("upTo", upTo)
                .param("longest", PositionRows.LONGEST_RUN)
                .param("centre", key.centre())
                .param("stream", key.stream())
                .param("prefixes", typePrefixes.toArray(String[]::new))
                .query(EventRows::read)
                .list();
    }

    /** Moves a follower on, or back to 0 for a rebuild. */
    public void move(String name, long position) {
        jdbc.sql("update journal.follower set position = ? where name = ?")
                .param(position)
                .param(name)
                .update();
    }

    /** Stops a follower of totals before the event it couldn't digest. */
    public void stop(String name, long position, Instant at, String error) {
        jdbc.sql("update journal.follower set position = ?, stopped_at = ?, error = ? where name = ?")
                .param(position)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(error)
                .param(name)
                .update();
    }

    /** Lets a stopped follower try again. */
    public void resume(String name) {
        jdbc.sql("update journal.follower set stopped_at = null, error = null where name = ?")
                .param(name)
                .update();
    }

    /** Parks a stream at the event that couldn't be digested. */
    public void park(String name, RecordedEvent event, Instant at, String error) {
        jdbc.sql("""
                        insert into journal.parked (follower, centre, stream, position, version, parked_at, error)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(name)
                .param(event.centre())
                .param(event.stream())
                .param(event.position())
                .param(event.version())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(error)
                .update();
    }

    /** Lets a parked stream go; false when it isn't parked. */
    public boolean unpark(String name, StreamKey key) {
        return jdbc.sql("delete from journal.parked where follower = ? and centre = ? and stream = ?")
                        .param(name)
                        .param(key.centre())
                        .param(key.stream())
                        .update()
                == 1;
    }

    /** The position at which a stream is parked; 0 when it isn't. */
    public long parkedAt(String name, StreamKey key) {
        return jdbc.sql("select position from journal.parked where follower = ? and centre = ? and stream = ?")
                .param(name)
                .param(key.centre())
                .param(key.stream())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Forgets all parked streams, for a rebuild. */
    public void unparkAll(String name) {
        jdbc.sql("delete from journal.parked where follower = ?").param(name).update();
    }

    /** The streams of a follower that are parked. */
    public Set<StreamKey> parkedKeys(String name) {
        return jdbc
                .sql("select centre, stream from journal.parked where follower = ?")
                .param(name)
                .query((row, number) -> new StreamKey(row.getInt("centre"), row.getLong("stream")))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Parked streams of a follower, longest parked first. */
    public List<ParkedStream> parked(String name, int limit) {
        return jdbc.sql("""
                        select centre, stream, position, version, parked_at, error
                        from journal.parked where follower = ? order by position limit ?
                        """)
                .param(name)
                .param(limit)
                .query((row, number) -> new ParkedStream(
                        row.getInt("centre"),
                        row.getLong("stream"),
                        row.getLong("position"),
                        row.getInt("version"),
                        EventRows.instant(row, "parked_at"),
                        row.getString("error")))
                .list();
    }

    /** All followers ever registered, by name. */
    public List<FollowerState> states() {
        return jdbc.sql("""
                        select f.name, f.position, s.last_position - f.position as lag, f.error,
                               (select count(*) from journal.parked p where p.follower = f.name) as parked
                        from journal.follower f cross join journal.sequencer s
                        order by f.name
                        """)
                .query((row, number) -> new FollowerState(
                        row.getString("name"),
                        row.getLong("position"),
                        row.getLong("lag"),
                        row.getInt("parked"),
                        row.getString("error")))
                .list();
    }
}
