package org.onewindow.journal.work;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.journal.Follower;
import org.onewindow.journal.Followers;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.StateWrite;
import org.onewindow.journal.store.AnswerRows;
import org.onewindow.journal.store.FollowerRows;
import org.onewindow.journal.store.JdbcJournal;
import org.onewindow.journal.store.PositionRows;
import org.onewindow.kernel.CentreTime;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** One running program's journal, put together by hand: several of them on one database are several nodes. */
public final class ANode implements AutoCloseable {

    private final DataSource dataSource;
    private final JdbcJournal journal;
    private final PositionRows positions;
    private final FollowerRows followerRows;
    private final Sequencer sequencer;
    private final JournalLoops loops;
    private final JournalSettling settling;
    private final Followers followers;

    /** A node whose loops don't run until {@link #start()}. */
    public ANode(DataSource dataSource, Follower... followers) {
        this.dataSource = dataSource;
        CentreTime time = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
        Waking waking = new Waking();
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        Arrays.stream(followers).forEach(follower -> beans.addBean(follower.name(), follower));
        journal = new JdbcJournal(dataSource, time, waking);
        positions = new PositionRows(dataSource);
        followerRows = new FollowerRows(dataSource);
        sequencer = new Sequencer(positions, dataSource, waking);
        loops = new JournalLoops(
                sequencer,
                new Listening(dataSource, sequencer, waking),
                waking,
                followerRows,
                new AnswerRows(dataSource),
                time,
                dataSource,
                beans.getBeanProvider(Follower.class));
        settling = new JournalSettling(positions, sequencer, loops);
        this.followers = new FollowersAtWork(loops, followerRows, waking);
        loops.register();
    }

    public ANode start() {
        loops.start();
        return this;
    }

    @Override
    public void close() {
        loops.stop();
    }

    public Journal journal() {
        return journal;
    }

    public Followers followers() {
        return followers;
    }

    /** Everything that follows from what was committed so far. */
    public void settle() {
        settling.settle();
    }

    Progress sequence() {
        return sequencer.run();
    }

    Progress follow(String name) {
        return loops.runner(name).run();
    }

    PositionRows positions() {
        return positions;
    }

    DataSource dataSource() {
        return dataSource;
    }

    JournalLoops loops() {
        return loops;
    }

    /** Appends the next event of a stream whose state is a row of {@code journal.thing}. */
    public void append(long stream, int version, String type) {
        StateWrite write = version == 1
                ? new StateWrite("insert into journal.thing (id, version) values (?, 1)", List.of(stream))
                : new StateWrite(
                        "update journal.thing set version = ? where id = ? and version = ?",
                        List.of(version, stream, version - 1));
        NewEvent event = new NewEvent(
                stream,
                version,
                type,
                "system",
                null,
                null,
                Instant.parse("2026-02-10T01:00:00Z"),
                "{\"v\":" + version + "}");
        if (!journal.commit(1, write, List.of(event), null)) {
            throw new IllegalStateException("lost a race for " + stream + " version " + version);
        }
    }
}
