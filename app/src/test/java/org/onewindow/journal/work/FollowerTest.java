package org.onewindow.journal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.journal.Follower;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.ParkedStream;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.testing.TestDatabase;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each event has its effect exactly once, in order, whatever happens in between. */
class FollowerTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Diary diary = new Diary("diary", false);
    private final ANode node = new ANode(database.dataSource(), diary);

    @BeforeEach
    void tables() {
        database.ownerJdbc()
                .sql("create table journal.thing (id bigint primary key, version int not null)")
                .update();
        database.ownerJdbc()
                .sql(
                        "create table journal.diary (line bigserial, position bigint, stream bigint, version int, type text)")
                .update();
        database.ownerJdbc()
                .sql("grant usage on all sequences in schema journal to onewindow_program")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void events_are_applied_once_and_in_order_also_by_another_node_after_a_restart() {
        append(1, 1);
        append(2, 1);
        append(1, 2);
        node.settle();
        append(1, 3);

        ANode restarted = new ANode(database.dataSource(), new Diary("diary", false));
        restarted.settle();
        restarted.settle();

        assertThat(lines()).containsExactly("1.1", "2.1", "1.2", "1.3");
    }

    @Test
    void only_types_with_its_prefixes_reach_a_follower_and_the_rest_moves_its_position() {
        node.append(1, 1, "case.opened");
        node.append(1, 2, "staff.moved");
        node.append(1, 3, "case%");
        node.append(2, 1, "staff.moved");
        node.settle();

        assertThat(lines()).containsExactly("1.1");
        assertThat(state("diary").position()).isEqualTo(4);
        assertThat(state("diary").lag()).isZero();
    }

    @Test
    void a_kill_in_the_middle_of_a_batch_undoes_effect_and_position_together() {
        append(1, 1);
        append(1, 2);
        node.sequence();
        diary.dieAfter = 2;

        assertThatThrownBy(() -> node.follow("diary")).isInstanceOf(Killed.class);
        assertThat(lines()).isEmpty();
        assertThat(state("diary").position()).isZero();

        diary.dieAfter = 0;
        node.settle();
        assertThat(lines()).containsExactly("1.1", "1.2");
    }

    @Test
    void a_lost_connection_parks_nothing_and_is_tried_again() {
        append(1, 1);
        node.sequence();
        diary.offline = true;

        assertThatThrownBy(() -> node.follow("diary")).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(state("diary").parked()).isZero();

        diary.offline = false;
        node.settle();
        assertThat(lines()).containsExactly("1.1");
    }

    @Test
    void a_stream_it_cannot_digest_is_parked_with_what_follows_in_it_and_the_rest_goes_on() {
        diary.indigestible.add("2.2");
        append(1, 1);
        append(2, 1);
        append(2, 2);
        append(1, 2);
        append(2, 3);
        node.settle();
        append(2, 4);
        append(1, 3);
        node.settle();

        assertThat(lines()).containsExactly("1.1", "2.1", "1.2", "1.3");
        assertThat(state("diary").parked()).isEqualTo(1);
        assertThat(state("diary").error()).isNull();
        ParkedStream parked = node.followers().parked("diary").getFirst();
        assertThat(parked.stream()).isEqualTo(2);
        assertThat(parked.version()).isEqualTo(2);
        assertThat(parked.position()).isEqualTo(3);
        assertThat(parked.error())
                .contains("IllegalArgumentException", "FollowerTest")
                .doesNotContain("张三");

        assertThatThrownBy(() -> node.followers().retry("diary", 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(state("diary").parked()).as("stays parked").isEqualTo(1);

        diary.indigestible.clear();
        assertThat(node.followers().retry("diary", 1, 2)).isTrue();
        assertThat(node.followers().retry("diary", 1, 2)).isFalse();
        append(2, 5);
        node.settle();
        assertThat(lines()).containsExactly("1.1", "2.1", "1.2", "1.3", "2.2", "2.3", "2.4", "2.5");
        assertThat(state("diary").parked()).isZero();
    }

    @Test
    void a_follower_of_totals_stops_before_what_it_cannot_digest_and_goes_on_when_told() {
        Diary totals = new Diary("totals", true);
        ANode other = new ANode(database.dataSource(), totals);
        totals.indigestible.add("1.2");
        append(1, 1);
        append(1, 2);
        append(2, 1);
        other.settle();

        assertThat(lines()).containsExactly("1.1");
        FollowerState stopped = state("totals");
        assertThat(stopped.position()).isEqualTo(1);
        assertThat(stopped.error()).contains("IllegalArgumentException");
        assertThat(other.follow("totals")).isEqualTo(Progress.STOPPED);

        totals.indigestible.clear();
        other.followers().resume("totals");
        other.settle();
        assertThat(lines()).containsExactly("1.1", "1.2", "2.1");
        assertThat(state("totals").error()).isNull();
    }

    @Test
    void a_rebuild_gives_the_same_as_the_first_time_and_frees_what_was_parked() {
        diary.indigestible.add("1.2");
        for (int version = 1; version <= 3; version++) {
            append(1, version);
            append(2, version);
        }
        node.settle();
        assertThat(lines()).containsExactly("1.1", "2.1", "2.2", "2.3");

        diary.indigestible.clear();
        node.followers().rebuild("diary");
        node.settle();

        assertThat(lines()).containsExactly("1.1", "2.1", "1.2", "2.2", "1.3", "2.3");
        assertThat(state("diary").parked()).isZero();
    }

    @Test
    void a_rebuild_waits_for_the_batch_another_node_is_at_however_long_that_takes() throws Exception {
        append(1, 1);
        node.settle();
        try (HikariDataSource impatient = database.impatient();
                Connection other = database.dataSource().getConnection()) {
            ANode here = new ANode(impatient, diary);
            other.setAutoCommit(false);
            other.createStatement().execute("select from journal.follower where name = 'diary' for update");
            FutureTask<Boolean> rebuilt =
                    new FutureTask<>(() -> here.followers().rebuild("diary"), true);
            Thread.ofVirtual().start(rebuilt);
            while (!rebuilt.isDone() && !somebodyHasWaitedForLong()) {
                Thread.onSpinWait();
            }

            other.rollback();

            assertThat(rebuilt.get()).isTrue();
        }
    }

    private boolean somebodyHasWaitedForLong() {
        return database.jdbc()
                .sql("select exists (select from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and clock_timestamp() > query_start + interval '900 ms')")
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_follower_held_by_another_node_is_left_to_it() {
        append(1, 1);
        node.sequence();
        database.transactions().executeWithoutResult(status -> {
            assertThat(new org.onewindow.journal.store.FollowerRows(database.dataSource()).tryLock("diary"))
                    .isPresent();
            SequencerTest.onAnotherThread(() -> assertThat(node.follow("diary")).isEqualTo(Progress.BUSY));
        });
    }

    @Test
    void a_running_node_follows_by_itself_what_it_and_another_commit_and_stops_without_a_connection_left()
            throws Exception {
        CountDownLatch arrived = new CountDownLatch(3);
        Diary own = new Diary("own", false) {
            @Override
            public void apply(List<RecordedEvent> batch) {
                super.apply(batch);
                batch.forEach(event -> arrived.countDown());
            }
        };
        try (ANode running = new ANode(database.dataSource(), own).start();
                ANode other = new ANode(database.dataSource()).start()) {
            running.append(1, 1, "case.opened");
            other.append(2, 1, "case.opened");
            running.append(1, 2, "case.moved");

            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(running.loops().failing()).isEmpty();
        }
        com.zaxxer.hikari.HikariDataSource pool =
                database.dataSource().unwrap(com.zaxxer.hikari.HikariDataSource.class);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        node.settle();
        assertThat(lines()).hasSize(6).contains("1.1", "2.1", "1.2");
    }

    private void append(long stream, int version) {
        node.append(stream, version, "case.happened");
    }

    private FollowerState state(String name) {
        return node.followers().states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<@Nullable String> lines() {
        return database.jdbc()
                .sql("select stream || '.' || version from journal.diary order by line")
                .query(String.class)
                .list();
    }

    /** Writes down what it reads. */
    private class Diary implements Follower {
        private final String name;
        private final boolean totals;
        final Set<String> indigestible = new HashSet<>();
        int dieAfter;
        boolean offline;

        Diary(String name, boolean totals) {
            this.name = name;
            this.totals = totals;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> typePrefixes() {
            return List.of("case.", "matter.");
        }

        @Override
        public void apply(List<RecordedEvent> batch) {
            int done = 0;
            for (RecordedEvent event : batch) {
                JdbcClient.create(database.dataSource())
                        .sql("insert into journal.diary (position, stream, version, type) values (?, ?, ?, ?)")
                        .params(event.position(), event.stream(), event.version(), event.type())
                        .update();
                if (offline) {
                    throw new DataAccessResourceFailureException(
                            "gone", new SQLTransientConnectionException("gone", "08006"));
                }
                if (indigestible.contains(event.stream() + "." + event.version())) {
                    throw new IllegalArgumentException("can't digest 张三");
                }
                if (++done == dieAfter) {
                    throw new Killed();
                }
            }
        }

        @Override
        public void reset() {
            database.jdbc().sql("delete from journal.diary").update();
        }

        @Override
        public boolean stopsOnFailure() {
            return totals;
        }
    }

    /** Stands for whatever ends a thread in the middle of its work. */
    @SuppressWarnings("serial")
    private static final class Killed extends Error {}
}
