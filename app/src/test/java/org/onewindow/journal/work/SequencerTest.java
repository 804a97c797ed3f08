package org.onewindow.journal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.testing.TestDatabase;
import org.springframework.dao.TransientDataAccessException;

/** Each committed event gets exactly one position, without gaps, in the order of its stream, and none is ever skipped. */
class SequencerTest {

    private record Given(long position, long stream, int version) {}

    private final TestDatabase database = TestDatabase.fresh();
    private final ANode node = new ANode(database.dataSource());

    @BeforeEach
    void aTableOfAnOwner() {
        database.ownerJdbc()
                .sql("create table journal.thing (id bigint primary key, version int not null)")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void events_get_dense_positions_in_the_order_in_which_they_were_committed() {
        node.append(101, 1, "a");
        node.append(102, 1, "a");
        node.append(101, 2, "a");

        assertThat(node.positions().waiting(10)).isEqualTo(3);
        assertThat(node.sequence()).isEqualTo(Progress.DONE);

        assertThat(given()).containsExactly(new Given(1, 101, 1), new Given(2, 102, 1), new Given(3, 101, 2));
        assertThat(node.positions().waiting(10)).isZero();
        assertThat(node.sequence()).isEqualTo(Progress.IDLE);
    }

    @Test
    void what_is_in_flight_is_never_skipped_however_much_commits_meanwhile() {
        database.transactions().executeWithoutResult(status -> {
            node.append(1, 1, "early");
            onAnotherThread(() -> {
                node.append(2, 1, "late");
                node.append(3, 1, "late");
                assertThat(node.sequence()).as("waits for the one in flight").isEqualTo(Progress.IDLE);
            });
        });

        node.settle();

        assertThat(given()).containsExactly(new Given(1, 1, 1), new Given(2, 2, 1), new Given(3, 3, 1));
    }

    @Test
    void a_transaction_that_got_its_number_early_and_appends_late_comes_after_its_predecessor() {
        node.append(1, 1, "first");
        database.transactions().executeWithoutResult(status -> {
            // gets its number here
            database.jdbc()
                    .sql("insert into journal.thing (id, version) values (77, 1)")
                    .update();
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            onAnotherThread(() -> node.append(1, 2, "second"));
            // a third one with a number in between stays open while we commit
            holdOpenMeanwhile(written, mayCommit, () -> {});
            await(written);
            node.append(1, 3, "third");
            mayCommit.countDown();
        });

        node.settle();

        assertThat(given()).extracting(Given::version).containsExactly(1, 2, 3);
    }

    @Test
    void a_successor_with_an_early_number_waits_for_its_predecessors_number() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        AtomicBoolean open = new AtomicBoolean(true);
        node.append(1, 1, "first");
        Thread between = database.transactions().execute(status -> {
            database.jdbc()
                    .sql("insert into journal.thing (id, version) values (77, 1)")
                    .update();
            Thread holder = holdOpenMeanwhile(written, mayCommit, () -> open.set(false));
            await(written);
            onAnotherThread(() -> node.append(1, 2, "second"));
            node.append(1, 3, "third");
            return holder;
        });
        // numbers: ours < the holder's < the second's. Ours has committed, the holder is open, so neither may be placed
        node.sequence();
        assertThat(given()).extracting(Given::version).containsExactly(1);

        mayCommit.countDown();
        between.join();
        node.settle();
        assertThat(given()).extracting(Given::version).containsExactly(1, 2, 3);
        assertThat(open).isFalse();
    }

    @Test
    void C13_however_two_nodes_write_in_groups_and_transactions_positions_are_dense_and_in_the_order_of_each_stream()
            throws Exception {
        List<ANode> nodes = List.of(node.start(), new ANode(database.dataSource()).start());
        int streams = 40;
        for (int stream = 1; stream <= streams; stream++) {
            node.append(stream, 1, "a");
        }
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int person = 0; person < 24; person++) {
                Random random = new Random(20260212L + person);
                ANode own = nodes.get(person % 2);
                boolean many = person % 6 == 0;
                done.add(people.submit(() -> {
                    for (int turn = 0; turn < 40; turn++) {
                        if (many) {
                            severalInOneTransaction(own, random, streams);
                        } else {
                            tryNext(own, 1 + random.nextInt(streams));
                        }
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        nodes.forEach(ANode::settle);
        nodes.forEach(ANode::close);

        List<Given> given = given();
        Map<Long, Integer> versions = new HashMap<>();
        for (int place = 0; place < given.size(); place++) {
            assertThat(given.get(place).position()).isEqualTo(place + 1);
            int before = versions.merge(given.get(place).stream(), 1, Integer::sum);
            assertThat(given.get(place).version()).isEqualTo(before);
        }
        assertThat(given).hasSizeGreaterThan(10 * streams);
        assertThat(database.jdbc()
                        .sql("select count(*) from journal.event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(given.size());
    }

    private void severalInOneTransaction(ANode own, Random random, int streams) {
        List<Long> some = random.longs(3, 1, streams + 1).distinct().boxed().toList();
        try {
            database.transactions().executeWithoutResult(status -> some.forEach(stream -> next(own, stream)));
        } catch (IllegalStateException | ChangedMeanwhile | TransientDataAccessException lostOrDeadlocked) {
            // nothing of it was written
        }
    }

    private void tryNext(ANode own, long stream) {
        try {
            next(own, stream);
        } catch (IllegalStateException lost) {
            // nothing was written
        }
    }

    private void next(ANode own, long stream) {
        int version = database.jdbc()
                .sql("select version from journal.thing where id = ?")
                .param(stream)
                .query(Integer.class)
                .single();
        own.append(stream, version + 1, "a");
    }

    @Test
    void with_the_row_locked_by_another_node_there_is_nothing_to_do_here() {
        node.append(1, 1, "a");
        database.transactions().executeWithoutResult(status -> {
            assertThat(node.positions().lock()).isPresent();
            onAnotherThread(() -> assertThat(node.sequence()).isEqualTo(Progress.BUSY));
        });
        assertThat(node.sequence()).isEqualTo(Progress.DONE);
    }

    @Test
    void a_batch_may_end_within_a_transaction_without_losing_the_rest_of_it() {
        for (int i = 1; i <= 5; i++) {
            node.append(i, 1, "a");
        }
        database.transactions().executeWithoutResult(status -> {
            for (int i = 6; i <= 12; i++) {
                node.append(i, 1, "a");
            }
        });
        for (int batch = 0; batch < 4; batch++) {
            database.transactions()
                    .executeWithoutResult(status ->
                            node.positions().give(node.positions().lock().orElseThrow(), 3, "test"));
        }
        assertThat(given()).hasSize(12).extracting(Given::position).isSorted().endsWith(12L);
    }

    @Test
    void after_a_restore_into_another_cluster_everything_old_and_new_gets_exactly_one_position() {
        node.append(1, 1, "a");
        node.append(2, 1, "a");
        node.settle();
        node.append(1, 2, "not yet placed when dumped");
        // what a restore looks like: another cluster's identity, and transaction numbers far ahead of ours
        database.ownerJdbc()
                .sql("alter table journal.event disable trigger append_only")
                .update();
        database.ownerJdbc()
                .sql("update journal.event set tx = (tx::text::bigint + 1000000)::text::xid8")
                .update();
        database.ownerJdbc()
                .sql("alter table journal.event enable trigger append_only")
                .update();
        database.ownerJdbc()
                .sql("update journal.sequencer set cluster = 42, tx = '1000500'")
                .update();
        ANode restored = new ANode(database.dataSource());
        restored.append(2, 2, "after the restore, before the catch-up");

        restored.settle();
        restored.append(1, 3, "after the catch-up");
        restored.append(3, 1, "after the catch-up");
        restored.settle();

        assertThat(given())
                .containsExactly(
                        new Given(1, 1, 1),
                        new Given(2, 2, 1),
                        new Given(3, 1, 2),
                        new Given(4, 2, 2),
                        new Given(5, 1, 3),
                        new Given(6, 3, 1));
        assertThat(database.jdbc()
                        .sql("select distinct era from journal.event order by era")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @Test
    void whatever_several_nodes_commit_at_once_each_event_gets_exactly_one_position_in_stream_order() throws Exception {
        int writers = 8;
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sequencing = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                ANode other = new ANode(database.dataSource());
                sequencing.add(pool.submit(() -> {
                    while (!done.get()) {
                        other.sequence();
                    }
                }));
            }
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                long seed = 4711L + writer;
                writing.add(pool.submit(() -> writeAtRandom(new Random(seed), seed * 1_000)));
            }
            for (Future<?> writer : writing) {
                writer.get();
            }
            done.set(true);
            for (Future<?> loop : sequencing) {
                loop.get();
            }
        }
        node.settle();

        List<Given> given = given();
        int events = database.jdbc()
                .sql("select count(*) from journal.event")
                .query(Integer.class)
                .single();
        assertThat(given).hasSize(events).hasSizeGreaterThan(1_000);
        assertThat(given.getLast().position()).as("dense").isEqualTo(events);
        assertThat(given.stream().map(g -> g.stream() + ":" + g.version())).doesNotHaveDuplicates();
        java.util.Map<Long, Integer> versions = new java.util.HashMap<>();
        for (Given each : given) {
            assertThat(each.version()).isEqualTo(versions.merge(each.stream(), 1, Integer::sum));
        }
    }

    /** Commits alone, several in one transaction, and rolls some back. */
    private void writeAtRandom(Random random, long firstStream) {
        long stream = firstStream;
        int version = 0;
        for (int i = 0; i < 120; i++) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                stream++;
                version = 0;
            }
            if (kind < 6 || version == 0) {
                node.append(stream, ++version, "a");
                continue;
            }
            int count = 1 + random.nextInt(4);
            boolean rollBack = kind == 9;
            long current = stream;
            int from = version;
            database.transactions().executeWithoutResult(status -> {
                for (int n = 1; n <= count; n++) {
                    node.append(current, from + n, "a");
                }
                if (rollBack) {
                    status.setRollbackOnly();
                }
            });
            version += rollBack ? 0 : count;
        }
    }

    private List<Given> given() {
        return database.jdbc()
                .sql("select position, stream, version from journal.position order by position")
                .query((row, number) -> new Given(row.getLong(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    /** A transaction that has a number and stays open until told. */
    private Thread holdOpenMeanwhile(CountDownLatch written, CountDownLatch mayCommit, Runnable afterwards) {
        return Thread.ofVirtual().start(() -> {
            database.transactions().executeWithoutResult(status -> {
                database.jdbc()
                        .sql("insert into journal.thing (id, version) values (78, 1)")
                        .update();
                written.countDown();
                await(mayCommit);
            });
            afterwards.run();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static void onAnotherThread(Runnable work) {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.submit(work).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
