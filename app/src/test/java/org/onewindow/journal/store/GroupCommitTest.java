package org.onewindow.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onewindow.journal.Answer;
import org.onewindow.journal.AnswerExists;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.RowWrite;
import org.onewindow.journal.StateWrite;
import org.onewindow.journal.store.GroupCommit.Patience;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that come at the same time go to the server together, and each still gets its own outcome. */
@Timeout(60)
class GroupCommitTest {

    private static final Instant TUE_2026_02_10_NOON = Instant.parse("2026-02-10T04:00:00Z");
    private static final CentreTime TIME =
            new CentreTime(Clock.fixed(TUE_2026_02_10_NOON, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));

    private static final String OPEN = "insert into journal.matter (id, version, note) values (?, 1, ?)";
    private static final String MOVE = "update journal.matter set version = ?, note = ? where id = ? and version = ?";

    private static final TestDatabase database = TestDatabase.fresh();

    private static final Duration LONG = Duration.ofSeconds(30);

    /** Waits for its turn however long rows are held, so that a test can say who is written together. */
    private final Journal journal =
            new JdbcJournal(database.dataSource(), TIME, () -> {}, new Patience(LONG, LONG, LONG));

    private final List<Thread> people = new ArrayList<>();

    @BeforeAll
    static void aTableOfAnOwner() {
        database.ownerJdbc()
                .sql("create table journal.matter (id bigint primary key, version int not null, note text unique)")
                .update();
        database.ownerJdbc()
                .sql("create table journal.party (id bigint primary key, note text not null)")
                .update();
    }

    @AfterEach
    void everybodyGoes() throws InterruptedException {
        for (Thread person : people) {
            person.join();
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void commands_that_come_while_others_are_written_share_one_transaction() throws Exception {
        List<Long> matters = matters(10);
        List<Future<Boolean>> moved;
        try (Hold hold = new Hold(journal)) {
            moved = matters.stream().map(matter -> move(matter, 1, null)).toList();
            hold.untilAllWait();
        }

        for (Future<Boolean> each : moved) {
            assertThat(each.get()).isTrue();
        }
        assertThat(transactionsOf(matters, 2)).hasSize(1);
        assertThat(matters).allSatisfy(matter -> assertThat(version(matter)).isEqualTo(2));
    }

    @Test
    void C13_a_lost_race_in_a_group_is_lost_alone() throws Exception {
        List<Long> matters = matters(4);
        Future<Boolean> stale;
        List<Future<Boolean>> moved;
        try (Hold hold = new Hold(journal)) {
            stale = move(matters.getFirst(), 7, null);
            moved = matters.stream().map(matter -> move(matter, 1, null)).toList();
            hold.untilAllWait();
        }

        assertThat(stale.get()).isFalse();
        for (Future<Boolean> each : moved) {
            assertThat(each.get()).isTrue();
        }
        assertThat(transactionsOf(matters, 2)).hasSize(1);
    }

    @Test
    void C13_of_two_commands_on_one_matter_in_a_group_one_wins() throws Exception {
        long matter = matters(1).getFirst();
        Future<Boolean> one;
        Future<Boolean> other;
        try (Hold hold = new Hold(journal)) {
            one = move(matter, 1, "one");
            other = move(matter, 1, "other");
            hold.untilAllWait();
        }

        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        assertThat(version(matter)).isEqualTo(2);
        assertThat(journal.stream(1, matter)).hasSize(2);
    }

    @Test
    void what_the_server_refuses_is_told_to_whom_it_concerns_and_the_others_are_written() throws Exception {
        List<Long> matters = matters(6);
        assertThat(move(matters.get(5), 1, "taken").get()).isTrue();
        Answer given = new Answer("given".getBytes(StandardCharsets.UTF_8), new byte[16], 200, "{}", new byte[0]);
        journal.keep(given);

        Future<Boolean> fine;
        Future<Boolean> taken;
        Future<Boolean> answered;
        Future<Boolean> fineToo;
        try (Hold hold = new Hold(journal)) {
            fine = move(matters.get(0), 1, "fine");
            taken = move(matters.get(1), 1, "taken");
            answered = somebody(() ->
                    journal.commit(1, moving(matters.get(2), 1, null), List.of(anEvent(matters.get(2), 2)), given));
            fineToo = move(matters.get(3), 1, "fine, too");
            hold.untilAllWait();
        }

        assertThat(fine.get()).isTrue();
        assertThat(fineToo.get()).isTrue();
        assertThatThrownBy(taken::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(answered::get).hasCauseInstanceOf(AnswerExists.class);
        assertThat(version(matters.get(1))).isEqualTo(1);
        assertThat(version(matters.get(2))).isEqualTo(1);
        assertThat(journal.stream(1, matters.get(1))).hasSize(1);
    }

    @Test
    void a_row_that_somebody_holds_for_long_keeps_only_whom_it_concerns_from_being_written() throws Exception {
        List<Long> matters = matters(3);
        try (HikariDataSource impatient = database.impatient();
                Connection stranger = database.dataSource().getConnection()) {
            Journal node = new JdbcJournal(impatient, TIME, () -> {}, new Patience(LONG, LONG, LONG));
            stranger.setAutoCommit(false);
            lock(stranger, matters.getFirst());
            List<Future<Boolean>> moved;
            try (Hold hold = new Hold(node)) {
                moved = matters.stream()
                        .map(matter -> move(node, matter, 1, null))
                        .toList();
                hold.untilAllWait();
            }

            assertThat(moved.get(1).get()).isTrue();
            assertThat(moved.get(2).get()).isTrue();
            assertThatThrownBy(moved.getFirst()::get).hasStackTraceContaining("lock timeout");
            stranger.rollback();
        }
        assertThat(version(matters.getFirst())).isEqualTo(1);
    }

    @Test
    void whoever_waits_for_too_long_is_told_so_and_nothing_is_written() throws Exception {
        Patience none = new Patience(Duration.ofMillis(200), LONG, LONG);
        Journal hasty = new JdbcJournal(database.dataSource(), TIME, () -> {}, none);
        List<Long> matters = matters(3);
        try (Connection stranger = database.dataSource().getConnection()) {
            stranger.setAutoCommit(false);
            lock(stranger, matters.get(0));
            lock(stranger, matters.get(1));
            Future<Boolean> first = move(hasty, matters.get(0), 1, null);
            Future<Boolean> second = move(hasty, matters.get(1), 1, null);
            untilLocked(2);

            Future<Boolean> third = move(hasty, matters.get(2), 1, null);

            assertThatThrownBy(third::get).hasCauseInstanceOf(QueryTimeoutException.class);
            stranger.rollback();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
        assertThat(version(matters.get(2))).isEqualTo(1);
        assertThat(move(hasty, matters.get(2), 1, null).get()).isTrue();
    }

    @Test
    void two_rows_that_somebody_holds_do_not_hold_up_everybody_else() throws Exception {
        Journal node = new JdbcJournal(database.dataSource(), TIME, () -> {});
        List<Long> matters = matters(5);
        try (Hold hold = new Hold(node)) {
            for (long matter : matters) {
                assertThat(move(node, matter, 1, null).get()).isTrue();
            }
            assertThat(hold.held).noneMatch(Future::isDone);
        }
    }

    @Test
    void a_server_that_goes_without_a_word_is_not_waited_for_for_ever() throws Exception {
        List<Long> matters = matters(2);
        try (Connection stranger = database.dataSource().getConnection()) {
            stranger.setAutoCommit(false);
            lock(stranger, matters.getFirst());
            Patience little = new Patience(LONG, LONG, Duration.ofMillis(500));
            Journal node = new JdbcJournal(database.dataSource(), TIME, () -> {}, little);

            Future<Boolean> unanswered = move(node, matters.getFirst(), 1, null);

            assertThatThrownBy(unanswered::get).hasCauseInstanceOf(DataAccessResourceFailureException.class);
            assertThat(move(node, matters.get(1), 1, null).get()).isTrue();
            stranger.rollback();
        }
    }

    @Test
    void C13_a_connection_that_is_killed_in_the_middle_of_a_group_leaves_all_of_it_or_nothing() throws Exception {
        List<Long> matters = matters(6);
        List<Future<Boolean>> moved;
        try (Connection stranger = database.dataSource().getConnection()) {
            stranger.setAutoCommit(false);
            lock(stranger, matters.getLast());
            try (Hold hold = new Hold(journal)) {
                moved = matters.stream().map(matter -> move(matter, 1, null)).toList();
                hold.untilAllWait();
            }
            untilLocked(1);
            cutOffWhoeverWaitsForARow();
            for (Future<Boolean> each : moved) {
                assertThatThrownBy(each::get).hasCauseInstanceOf(DataAccessResourceFailureException.class);
            }
            stranger.rollback();
        }

        assertThat(matters).allSatisfy(matter -> assertThat(version(matter)).isEqualTo(1));
        assertThat(transactionsOf(matters, 2)).isEmpty();
        for (long matter : matters) {
            assertThat(move(matter, 1, null).get()).isTrue();
        }
    }

    private static void cutOffWhoeverWaitsForARow() {
        database.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                .query(Boolean.class)
                .list();
    }

    @Test
    void C13_groups_of_two_nodes_that_wait_for_each_other_in_a_circle_are_written_all_the_same() throws Exception {
        Journal other = new JdbcJournal(database.dataSource(), TIME, () -> {}, new Patience(LONG, LONG, LONG));
        List<Long> matters = matters(4);
        long one = aParty();
        long two = aParty();
        List<Future<Boolean>> moved = new ArrayList<>();
        try (Connection holdsOne = holding(one);
                Connection holdsTwo = holding(two)) {
            try (Hold here = new Hold(journal);
                    Hold there = new Hold(other)) {
                moved.add(moveWith(journal, matters.get(0), one));
                moved.add(moveWith(journal, matters.get(1), two));
                moved.add(moveWith(other, matters.get(2), two));
                moved.add(moveWith(other, matters.get(3), one));
                there.untilAllWait();
                assertThat(here.held).noneMatch(Future::isDone);
            }
            untilWaiting("transactionid", 2);
            holdsOne.rollback();
            // this node's group has the one now, and stands in line for the other behind the other node's
            untilWaiting("tuple", 1);
            holdsTwo.rollback();
        }

        for (Future<Boolean> each : moved) {
            assertThat(each.get()).isTrue();
        }
        assertThat(matters).allSatisfy(matter -> assertThat(version(matter)).isEqualTo(2));
    }

    private static Connection holding(long party) throws SQLException {
        Connection stranger = database.dataSource().getConnection();
        stranger.setAutoCommit(false);
        stranger.createStatement().execute("select from journal.party where id = " + party + " for update");
        return stranger;
    }

    private static void untilWaiting(String lockType, int commands) {
        JdbcClient.StatementSpec waiting = database.jdbc()
                .sql("select count(*) from pg_locks join pg_stat_activity using (pid)"
                        + " where locktype = ? and not granted and query like '%journal.party%'")
                .param(lockType);
        while (waiting.query(Integer.class).single() < commands) {
            Thread.onSpinWait();
        }
    }

    private long aParty() {
        long party = journal.nextStream();
        database.jdbc()
                .sql("insert into journal.party (id, note) values (?, '')")
                .param(party)
                .update();
        return party;
    }

    private Future<Boolean> moveWith(Journal node, long matter, long party) {
        RowWrite row = new RowWrite("update journal.party set note = note || 'x' where id = ?", List.of(party));
        return somebody(
                () -> node.commit(1, moving(matter, 1, null).with(List.of(row)), List.of(anEvent(matter, 2)), null));
    }

    @Test
    void C13_a_request_repeated_within_a_group_is_written_once_and_the_repetition_is_told() throws Exception {
        List<Long> matters = matters(3);
        Answer answer = new Answer("twice".getBytes(StandardCharsets.UTF_8), new byte[16], 200, "{}", new byte[0]);
        List<Future<Boolean>> asked;
        try (Hold hold = new Hold(journal)) {
            asked = matters.stream()
                    .map(matter -> somebody(
                            () -> journal.commit(1, moving(matter, 1, null), List.of(anEvent(matter, 2)), answer)))
                    .toList();
            hold.untilAllWait();
        }

        int written = 0;
        for (Future<Boolean> each : asked) {
            try {
                written += each.get() ? 1 : 0;
            } catch (ExecutionException told) {
                assertThat(told).hasCauseInstanceOf(AnswerExists.class);
            }
        }
        assertThat(written).isEqualTo(1);
        assertThat(matters.stream().mapToInt(GroupCommitTest::version).sum()).isEqualTo(4);
    }

    @Test
    void what_cannot_be_sent_keeps_nobody_else_from_being_written() throws Exception {
        List<Long> matters = matters(4);
        Future<Boolean> unsendable;
        List<Future<Boolean>> moved;
        try (Hold hold = new Hold(journal)) {
            StateWrite odd = new StateWrite(MOVE, Arrays.asList(2, new Object(), matters.get(3), 1));
            unsendable = somebody(() -> journal.commit(1, odd, List.of(anEvent(matters.get(3), 2)), null));
            moved = matters.subList(0, 3).stream()
                    .map(matter -> move(matter, 1, null))
                    .toList();
            hold.untilAllWait();
        }

        for (Future<Boolean> each : moved) {
            assertThat(each.get()).isTrue();
        }
        assertThatThrownBy(unsendable::get).isInstanceOf(ExecutionException.class);
        assertThat(version(matters.get(3))).isEqualTo(1);
    }

    @Test
    void an_error_in_a_group_is_told_to_all_of_it_and_the_next_ones_are_written() throws Exception {
        List<Long> matters = matters(3);
        List<Future<Boolean>> lost = new ArrayList<>();
        try (Hold hold = new Hold(journal)) {
            StateWrite broken = new StateWrite(MOVE, new AbstractList<>() {
                @Override
                public Object get(int index) {
                    throw new StackOverflowError("made for a test");
                }

                @Override
                public int size() {
                    return 4;
                }
            });
            lost.add(somebody(() -> journal.commit(1, broken, List.of(anEvent(matters.get(2), 2)), null)));
            lost.add(move(matters.get(0), 1, null));
            lost.add(move(matters.get(1), 1, null));
            hold.untilAllWait();
        }

        for (Future<Boolean> each : lost) {
            assertThatThrownBy(each::get).hasStackTraceContaining("made for a test");
        }
        for (long matter : matters) {
            assertThat(move(matter, 1, null).get()).isTrue();
        }
    }

    @Test
    void of_a_crowd_with_many_different_commands_nobody_is_forgotten() throws Exception {
        Journal node = new JdbcJournal(database.dataSource(), TIME, () -> {});
        List<Long> matters = matters(60);
        List<Future<Integer>> crowd = new ArrayList<>();
        for (int person = 0; person < matters.size(); person++) {
            long matter = matters.get(person);
            int shape = person % 7;
            crowd.add(somebody(() -> {
                int version = 1;
                for (int turn = 0; turn < 20; turn++) {
                    List<NewEvent> events = new ArrayList<>();
                    for (int event = 0; event <= shape; event++) {
                        events.add(anEvent(matter, version + 1 + event));
                    }
                    StateWrite write =
                            new StateWrite(MOVE, Arrays.asList(version + events.size(), null, matter, version));
                    if (node.commit(1, write, events, null)) {
                        version += events.size();
                    }
                }
                return version;
            }));
        }
        for (int person = 0; person < matters.size(); person++) {
            int shape = person % 7;
            assertThat(crowd.get(person).get()).isEqualTo(1 + 20 * (shape + 1));
            assertThat(journal.stream(1, matters.get(person))).hasSize(1 + 20 * (shape + 1));
        }
    }

    @Test
    void C13_whoever_is_interrupted_at_any_moment_is_told_what_was_written_or_that_nobody_knows() throws Exception {
        Journal node = new JdbcJournal(database.dataSource(), TIME, () -> {});
        List<Long> matters = matters(12);
        List<Future<Integer>> crowd = new ArrayList<>();
        for (long matter : matters) {
            crowd.add(somebody(() -> {
                int told = 1;
                for (int turn = 0; turn < 40; turn++) {
                    int seen = seen(matter);
                    assertThat(seen).isGreaterThanOrEqualTo(told);
                    try {
                        if (node.commit(1, moving(matter, seen, null), List.of(anEvent(matter, seen + 1)), null)) {
                            told = seen + 1;
                        }
                    } catch (DataAccessResourceFailureException nobodyKnows) {
                        // the server may even be at it still
                    }
                }
                return told;
            }));
        }
        Random random = new Random(20260211L);
        while (!crowd.stream().allMatch(Future::isDone)) {
            people.get(people.size() - 1 - random.nextInt(matters.size())).interrupt();
            version(matters.getFirst());
        }

        for (int person = 0; person < matters.size(); person++) {
            long matter = matters.get(person);
            assertThat(version(matter)).isGreaterThanOrEqualTo(crowd.get(person).get());
            assertThat(journal.stream(1, matter)).hasSize(version(matter));
        }
    }

    /** The same when interrupted. */
    private static int seen(long matter) {
        while (true) {
            Thread.interrupted();
            try {
                return version(matter);
            } catch (DataAccessException interrupted) {
                // again
            }
        }
    }

    @Test
    void who_is_interrupted_while_waiting_still_learns_the_outcome() throws Exception {
        long matter = matters(1).getFirst();
        Future<Boolean> stillInterrupted;
        try (Hold hold = new Hold(journal)) {
            stillInterrupted = somebody(() -> {
                boolean won = journal.commit(1, moving(matter, 1, null), List.of(anEvent(matter, 2)), null);
                return won && Thread.currentThread().isInterrupted();
            });
            hold.untilAllWait();
            people.getLast().interrupt();
        }

        assertThat(stillInterrupted.get()).isTrue();
        assertThat(version(matter)).isEqualTo(2);
    }

    @Test
    void what_is_written_along_is_written_exactly_with_a_state_write_that_won() {
        long matter = journal.nextStream();
        RowWrite party = new RowWrite(
                "insert into journal.party (id, note) select ?::bigint, ? where true", List.of(matter, "first"));
        assertThat(journal.commit(1, opening(matter).with(List.of(party)), List.of(anEvent(matter, 1)), null))
                .isTrue();
        RowWrite changed = new RowWrite("update journal.party set note = ? where id = ?", List.of("second", matter));

        assertThat(journal.commit(1, moving(matter, 7, null).with(List.of(changed)), List.of(anEvent(matter, 8)), null))
                .isFalse();
        assertThat(note(matter)).isEqualTo("first");

        assertThat(journal.commit(1, moving(matter, 1, null).with(List.of(changed)), List.of(anEvent(matter, 2)), null))
                .isTrue();
        assertThat(note(matter)).isEqualTo("second");
    }

    @Test
    void only_the_texts_of_usual_statements_are_kept() {
        StateWrite write = opening(1);
        RowWrite row = new RowWrite("update journal.party set note = '' where id = ?", List.of(1));

        assertThat(CommitStatement.of(write.with(List.of(row, row)), 1, false, false))
                .isSameAs(CommitStatement.of(write.with(List.of(row, row)), 1, false, false));
        List<RowWrite> many = Collections.nCopies(40, row);
        assertThat(CommitStatement.of(write.with(many), 1, false, false))
                .isNotSameAs(CommitStatement.of(write.with(many), 1, false, false));
    }

    @Test
    void C13_two_nodes_in_a_crowd_lose_nothing_and_write_nothing_twice() throws Exception {
        Journal other = new JdbcJournal(database.dataSource(), TIME, () -> {});
        List<Long> matters = matters(12);
        Map<Long, Integer> wins = new HashMap<>();
        List<Future<Map<Long, Integer>>> crowd = new ArrayList<>();
        for (int person = 0; person < 24; person++) {
            Random random = new Random(20260210L + person);
            Journal node = person % 2 == 0 ? journal : other;
            crowd.add(somebody(() -> {
                Map<Long, Integer> won = new HashMap<>();
                for (int turn = 0; turn < 40; turn++) {
                    long matter = matters.get(random.nextInt(matters.size()));
                    int seen = version(matter);
                    if (node.commit(1, moving(matter, seen, null), List.of(anEvent(matter, seen + 1)), null)) {
                        won.merge(matter, 1, Integer::sum);
                    }
                }
                return won;
            }));
        }
        for (Future<Map<Long, Integer>> each : crowd) {
            each.get().forEach((matter, count) -> wins.merge(matter, count, Integer::sum));
        }

        assertThat(wins.values().stream().mapToInt(Integer::intValue).sum()).isPositive();
        for (long matter : matters) {
            int expected = 1 + wins.getOrDefault(matter, 0);
            assertThat(version(matter)).isEqualTo(expected);
            assertThat(journal.stream(1, matter)).hasSize(expected);
        }
    }

    /** Rows of two commands locked, so that all who come now have to wait for their turn. */
    private final class Hold implements AutoCloseable {
        private final Connection stranger;
        private final List<Future<Boolean>> held = new ArrayList<>();
        private final int before;

        Hold(Journal node) throws Exception {
            List<Long> rows = matters(node, 2);
            int lockedBefore = locked();
            stranger = database.dataSource().getConnection();
            stranger.setAutoCommit(false);
            for (long row : rows) {
                lock(stranger, row);
                held.add(move(node, row, 1, null));
            }
            untilLocked(lockedBefore + held.size());
            before = people.size();
        }

        void untilAllWait() {
            for (Thread person : people.subList(before, people.size())) {
                while (person.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void close() throws SQLException {
            stranger.rollback();
            stranger.close();
        }
    }

    private static void lock(Connection connection, long matter) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select from journal.matter where id = ? for update")) {
            lock.setLong(1, matter);
            lock.executeQuery().close();
        }
    }

    /** Until so many transactions wait for another one. */
    private static void untilLocked(int commands) {
        while (locked() < commands) {
            Thread.onSpinWait();
        }
    }

    private static int locked() {
        return database.jdbc()
                .sql("select count(*) from pg_locks where locktype = 'transactionid' and not granted")
                .query(Integer.class)
                .single();
    }

    private List<Long> matters(int count) {
        return matters(journal, count);
    }

    private static List<Long> matters(Journal node, int count) {
        List<Long> matters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long id = node.nextStream();
            assertThat(node.commit(1, opening(id), List.of(anEvent(id, 1)), null))
                    .isTrue();
            matters.add(id);
        }
        return matters;
    }

    private Future<Boolean> move(long matter, int from, @Nullable String note) {
        return move(journal, matter, from, note);
    }

    private Future<Boolean> move(Journal node, long matter, int from, @Nullable String note) {
        return somebody(() -> node.commit(1, moving(matter, from, note), List.of(anEvent(matter, from + 1)), null));
    }

    private <T> Future<T> somebody(Callable<T> does) {
        FutureTask<T> task = new FutureTask<>(does);
        people.add(Thread.ofVirtual().start(task));
        return task;
    }

    private static StateWrite opening(long id) {
        return new StateWrite(OPEN, Arrays.asList(id, null));
    }

    private static StateWrite moving(long id, int from, @Nullable String note) {
        return new StateWrite(MOVE, Arrays.asList(from + 1, note, id, from));
    }

    private static NewEvent anEvent(long stream, int version) {
        return new NewEvent(
                stream, version, "matter.moved", "clerk.a03", "CLERK", "A03", TUE_2026_02_10_NOON, "{\"a\": 1}");
    }

    private static int version(long id) {
        return database.jdbc()
                .sql("select version from journal.matter where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static String note(long id) {
        return database.jdbc()
                .sql("select note from journal.party where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static List<String> transactionsOf(List<Long> matters, int version) {
        return database.jdbc()
                .sql("select distinct tx::text from journal.event where stream = any (?) and version = ?")
                .params(matters.toArray(Long[]::new), version)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
