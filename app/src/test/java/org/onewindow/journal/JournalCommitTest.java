package org.onewindow.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.journal.store.AnswerRows;
import org.onewindow.journal.store.JdbcJournal;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.testing.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** The one write: all of it or nothing of it, and exactly one winner. */
class JournalCommitTest {

    private static final Instant TUE_2026_02_10_NOON = Instant.parse("2026-02-10T04:00:00.123456Z");
    private static final CentreTime TIME =
            new CentreTime(Clock.fixed(TUE_2026_02_10_NOON, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));

    private static final TestDatabase database = TestDatabase.fresh();

    private final AtomicInteger woken = new AtomicInteger();
    private final Journal journal = new JdbcJournal(database.dataSource(), TIME, woken::incrementAndGet);

    @BeforeAll
    static void aTableOfAnOwner() {
        database.ownerJdbc()
                .sql("create table journal.thing (id bigint primary key, version int not null, note text unique)")
                .update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void noThings() {
        database.jdbc().sql("delete from journal.thing").update();
    }

    @Test
    void C12_state_events_and_answer_are_written_together_and_read_back_as_they_were() {
        long stream = journal.nextStream();
        Answer answer = anAnswer("key 1");

        boolean won = journal.commit(
                1,
                opened(stream, "first"),
                List.of(
                        anEvent(stream, 1, "thing.opened"),
                        new NewEvent(
                                stream,
                                2,
                                "thing.named",
                                "public",
                                null,
                                null,
                                TUE_2026_02_10_NOON,
                                "{\"n\":\"龘𠮷\"}")),
                answer);

        assertThat(won).isTrue();
        assertThat(woken).hasValue(1);
        assertThat(version(stream)).isEqualTo(1);
        assertThat(journal.stream(1, stream))
                .containsExactly(
                        new RecordedEvent(
                                0,
                                1,
                                stream,
                                1,
                                "thing.opened",
                                "clerk.a03",
                                "CLERK",
                                "A03",
                                TUE_2026_02_10_NOON.minusSeconds(60),
                                TUE_2026_02_10_NOON,
                                "{\"a\": 1}"),
                        new RecordedEvent(
                                0,
                                1,
                                stream,
                                2,
                                "thing.named",
                                "public",
                                null,
                                null,
                                TUE_2026_02_10_NOON,
                                TUE_2026_02_10_NOON,
                                "{\"n\":\"龘𠮷\"}"));
        assertThat(journal.stream(2, stream)).isEmpty();
        assertSameAnswer(journal.findAnswer(answer.scope()), answer);
    }

    @Test
    void C13_a_state_write_that_touches_no_row_writes_nothing_at_all() {
        long stream = aThing("second");
        Answer answer = anAnswer("key 2");

        boolean won = journal.commit(1, moved(stream, 7), List.of(anEvent(stream, 8, "thing.moved")), answer);

        assertThat(won).isFalse();
        assertThat(woken).hasValue(1);
        assertThat(version(stream)).isEqualTo(1);
        assertThat(journal.stream(1, stream)).hasSize(1);
        assertThat(journal.findAnswer(answer.scope())).isNull();
    }

    @Test
    void C13_an_event_that_another_appended_first_is_a_lost_race_and_writes_nothing() {
        long stream = aThing("third");

        boolean won = journal.commit(1, moved(stream, 1), List.of(anEvent(stream, 1, "thing.moved")), null);

        assertThat(won).isFalse();
        assertThat(version(stream)).isEqualTo(1);
    }

    @Test
    void C13_a_twin_of_an_answered_request_is_told_so_and_writes_nothing() {
        long stream = aThing("fourth");
        Answer answer = anAnswer("key 4");
        journal.keep(answer);

        assertThatThrownBy(
                        () -> journal.commit(1, moved(stream, 1), List.of(anEvent(stream, 2, "thing.moved")), answer))
                .isInstanceOf(AnswerExists.class);

        assertThat(version(stream)).isEqualTo(1);
        assertThat(journal.stream(1, stream)).hasSize(1);
    }

    @Test
    void keeping_an_answer_twice_keeps_the_first() {
        Answer first = anAnswer("key 5");
        Answer second = new Answer(first.scope(), "other".getBytes(UTF_8), 422, "{}", new byte[] {1});

        journal.keep(first);
        journal.keep(second);

        assertSameAnswer(journal.findAnswer(first.scope()), first);
        assertThat(journal.findAnswer("unknown".getBytes(UTF_8))).isNull();
    }

    @Test
    void an_answer_may_have_any_bytes_and_any_length() {
        for (int length : new int[] {0, 1, 100, 5_000, 100_000}) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 31 % 251);
            }
            Answer answer = new Answer(("length " + length).getBytes(UTF_8), new byte[32], 200, "{}", bytes);
            journal.keep(answer);
            assertSameAnswer(journal.findAnswer(answer.scope()), answer);
        }
    }

    @Test
    void answers_older_than_a_day_of_machine_time_are_swept_away() {
        Answer old = anAnswer("old");
        Answer fresh = anAnswer("fresh");
        journal.keep(old);
        journal.keep(fresh);
        database.jdbc()
                .sql("update journal.answer set kept_at = kept_at - interval '24 hours 1 second' where scope = ?")
                .param(old.scope())
                .update();

        assertThat(new AnswerRows(database.dataSource()).removeOld()).isFalse();

        assertThat(journal.findAnswer(old.scope())).isNull();
        assertThat(journal.findAnswer(fresh.scope())).isNotNull();
    }

    @Test
    void an_answer_takes_about_a_sixth_of_its_size() {
        byte[] body = """
                {"caseNumber":"990101-20261123-00000042-5","queryCode":null,"state":"ACCEPTED","item":{"code":"119901","version":1,\
                "name":"食品经营许可（新办）","handlingClass":"COMMITTED"},"applicant":{"kind":"PERSON","name":"欧阳*","idNumber":\
                "99**************1X","phone":"138****4711"},"coApplicants":[],"representative":null,"channel":"WINDOW","station":null,\
                "department":"scjg","receivedAt":"2026-11-23T02:17:31.482911Z","currentStep":"S2","holder":{"staff":"clerk.a03",\
                "window":"A03"},"firstInquiry":"clerk.a03","clocks":[{"kind":"ACCEPTANCE","reference":"","state":"MET","unit":\
                "WORKING_DAY","budgetDays":5,"usedDays":1,"dueOn":"2026-11-30","dueAt":"2026-11-30T09:00:00Z","projected":false,\
                "provisional":false}],"missingMaterials":[],"allowed":["complete-step","suspend","extend","withdraw"],\
                "allowedToYou":["complete-step"],"blocked":[],"duplicates":[],"version":2}""".getBytes(UTF_8);
        journal.keep(new Answer("packed".getBytes(UTF_8), new byte[16], 200, "{\"ETag\":\"\\\"2\\\"\"}", body));

        int kept = database.jdbc()
                .sql("select length(content) from journal.answer where scope = ?")
                .param("packed".getBytes(UTF_8))
                .query(Integer.class)
                .single();

        assertThat(kept).isLessThan(body.length / 4);
    }

    @Test
    void the_dictionary_of_kept_answers_is_never_changed() throws Exception {
        try (var stream = java.util.Objects.requireNonNull(getClass().getResourceAsStream("/journal/answers-1.txt"))) {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
            assertThat(java.util.HexFormat.of().formatHex(digest))
                    .as("what was kept with it could no longer be read; a new dictionary gets a new number")
                    .isEqualTo("48c4b83157c132846fdab6b9863b1441137e4e7ec496c122a542c2eaeaf697f9");
        }
    }

    @Test
    void a_commit_without_events_is_a_bug() {
        assertThatThrownBy(() -> journal.commit(1, opened(1, "x"), List.of(), null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("BUG: ");
    }

    @Test
    void a_state_write_that_touches_two_rows_is_a_bug_and_undone() {
        long one = aThing("fifth");
        long other = aThing("sixth");

        assertThatThrownBy(() -> journal.commit(
                        1,
                        new StateWrite("update journal.thing set version = ? where version = 1", List.of(9)),
                        List.of(anEvent(one, 2, "thing.moved")),
                        null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("BUG: ");

        assertThat(version(one)).isEqualTo(1);
        assertThat(version(other)).isEqualTo(1);
        assertThat(journal.stream(1, one)).hasSize(1);
    }

    @Test
    void a_broken_rule_of_the_owners_table_is_the_owners_to_explain() {
        aThing("taken");

        assertThatThrownBy(() -> aThing("taken")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_body_that_is_no_JSON_is_refused() {
        assertThatThrownBy(() -> journal.commit(
                        1,
                        opened(journal.nextStream(), "seventh"),
                        List.of(new NewEvent(99, 1, "x", "x", null, null, TUE_2026_02_10_NOON, "{")),
                        null))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void many_events_fit_into_one_commit() {
        long stream = journal.nextStream();
        List<NewEvent> events = new ArrayList<>();
        for (int version = 1; version <= 40; version++) {
            events.add(anEvent(stream, version, "thing.changed"));
        }

        assertThat(journal.commit(1, opened(stream, "many"), events, null)).isTrue();

        assertThat(journal.stream(1, stream))
                .extracting(RecordedEvent::version)
                .hasSize(40)
                .isSorted();
    }

    @Test
    void stream_numbers_are_unique_over_threads_and_nodes() throws Exception {
        Journal otherNode = new JdbcJournal(database.dataSource(), TIME, () -> {});
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> drawn = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Journal node = i % 2 == 0 ? journal : otherNode;
                drawn.add(pool.submit(() -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int n = 0; n < 700; n++) {
                        numbers.add(node.nextStream());
                    }
                    return numbers;
                }));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> numbers : drawn) {
                all.addAll(numbers.get());
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(5600).allMatch(number -> number > 0);
        }
    }

    @Test
    void C13_of_many_writers_of_one_stream_exactly_one_wins_each_round() throws Exception {
        long stream = aThing("raced");
        int writers = 8;
        CyclicBarrier together = new CyclicBarrier(writers);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int version = 1; version <= 20; version++) {
                int seen = version;
                Callable<Boolean> writer = () -> {
                    together.await();
                    return journal.commit(
                            1, moved(stream, seen), List.of(anEvent(stream, seen + 1, "thing.moved")), null);
                };
                int winners = 0;
                List<Future<Boolean>> racing = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    racing.add(pool.submit(writer));
                }
                for (Future<Boolean> result : racing) {
                    winners += result.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        }
        assertThat(journal.stream(1, stream)).hasSize(21);
        assertThat(version(stream)).isEqualTo(21);
    }

    @Test
    void in_an_outer_transaction_a_lost_race_leaves_the_rest_of_it_alone() {
        long stream = aThing("eighth");
        long other = journal.nextStream();
        int before = woken.get();

        database.transactions().executeWithoutResult(status -> {
            assertThat(journal.commit(1, opened(other, "ninth"), List.of(anEvent(other, 1, "thing.opened")), null))
                    .isTrue();
            assertThat(journal.commit(1, moved(stream, 7), List.of(anEvent(stream, 8, "thing.moved")), null))
                    .isFalse();
            assertThat(woken).as("nobody is woken before the commit").hasValue(before);
        });

        assertThat(woken).hasValue(before + 1);
        assertThat(version(stream)).isEqualTo(1);
        assertThat(journal.stream(1, other)).hasSize(1);
    }

    @Test
    void in_an_outer_transaction_an_event_that_is_there_already_ends_all_of_it() {
        long stream = aThing("eighth and a half");
        long other = journal.nextStream();

        assertThatThrownBy(() -> database.transactions().executeWithoutResult(status -> {
                    journal.commit(1, opened(other, "undone"), List.of(anEvent(other, 1, "thing.opened")), null);
                    journal.commit(1, moved(stream, 1), List.of(anEvent(stream, 1, "thing.moved")), null);
                }))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(journal.stream(1, other)).isEmpty();
        assertThat(version(stream)).isEqualTo(1);
    }

    @Test
    void an_outer_transaction_that_is_rolled_back_takes_the_events_with_it() {
        long stream = journal.nextStream();

        database.transactions().executeWithoutResult(status -> {
            journal.commit(1, opened(stream, "tenth"), List.of(anEvent(stream, 1, "thing.opened")), null);
            status.setRollbackOnly();
        });

        assertThat(journal.stream(1, stream)).isEmpty();
        assertThat(woken).hasValue(0);
    }

    @Test
    void C12_nobody_changes_or_deletes_an_event_neither_the_program_nor_the_owner() {
        aThing("eleventh");
        for (String table : List.of("journal.event", "journal.run")) {
            String column = table.endsWith("run") ? "first" : "version";
            for (String attempt : List.of(
                    "update " + table + " set " + column + " = 1 where false",
                    "delete from " + table + " where false",
                    "truncate " + table)) {
                assertThatThrownBy(() -> database.jdbc().sql(attempt).update())
                        .as("as the program: " + attempt)
                        .rootCause()
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> database.ownerJdbc().sql(attempt).update())
                        .as("as the owner: " + attempt)
                        .rootCause()
                        .hasMessageContaining("append-only");
            }
        }
    }

    private long aThing(String note) {
        long stream = journal.nextStream();
        assertThat(journal.commit(1, opened(stream, note), List.of(anEvent(stream, 1, "thing.opened")), null))
                .isTrue();
        return stream;
    }

    private static StateWrite opened(long id, @Nullable String note) {
        return new StateWrite(
                "insert into journal.thing (id, version, note) values (?, 1, ?)", Arrays.asList(id, note));
    }

    private static StateWrite moved(long id, int from) {
        return new StateWrite(
                "update journal.thing set version = ? where id = ? and version = ?", List.of(from + 1, id, from));
    }

    private static NewEvent anEvent(long stream, int version, String type) {
        return new NewEvent(
                stream, version, type, "clerk.a03", "CLERK", "A03", TUE_2026_02_10_NOON.minusSeconds(60), "{\"a\": 1}");
    }

    private static Answer anAnswer(String key) {
        return new Answer(
                key.getBytes(UTF_8),
                new byte[] {1, 2, 3},
                201,
                "{\"ETag\":\"1\"}",
                "{\"状态\":\"RECEIVED\"}".getBytes(UTF_8));
    }

    private static void assertSameAnswer(@Nullable Answer actual, Answer expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    private int version(long id) {
        return database.jdbc()
                .sql("select version from journal.thing where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
