package org.onewindow.supervision.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.supervision.work.ASupervision.FOOD;
import static org.onewindow.supervision.work.ASupervision.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.RefusalGround;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.CardQuery;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.store.BoardStore;
import org.onewindow.timelimit.Unit;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** S2, S4: each signal at its instant, exactly once, whatever breaks off, moves or is late. */
class WatchingTest {

    private final ASupervision supervision = new ASupervision();

    @AfterEach
    void close() {
        supervision.close();
    }

    @Test
    void S2_a_case_nobody_works_on_warns_turns_yellow_and_red_over_the_festival() {
        long id = accepted("2026-02-10T10:00");

        supervision.live("2026-04-01T09:00");

        assertThat(supervision.told())
                .containsExactly(
                        "WARNING S1 STEP 2026-02-14T17:00 OPEN",
                        "YELLOW S1 STEP 2026-02-24T17:00 OPEN",
                        "WARNING S1 COMMITTED 2026-02-26T17:00 OPEN",
                        "WARNING S1 STATUTORY 2026-02-27T17:00 OPEN",
                        "YELLOW S1 COMMITTED 2026-02-27T17:00 OPEN",
                        "RED S1 STATUTORY 2026-03-02T17:00 OPEN",
                        "RED S1 COMMITTED 2026-03-03T17:00 OPEN");
        assertThat(cards()).allMatch(card -> card.caseId() != null && card.caseId() == id && !card.late());
    }

    @Test
    void S3_who_answers_by_post_sees_the_explanation_due_first_however_many_cards_there_are() {
        accepted("2026-02-10T10:00");
        supervision.live("2026-04-01T09:00");
        Instant first = cards().stream()
                .flatMap(card -> Stream.ofNullable(card.explainBy()))
                .min(Instant::compareTo)
                .orElseThrow();

        assertThat(supervision.cards.toExplain("somebody", List.of(new Post(Role.HEAD, "BM01", null, null)), 1))
                .singleElement()
                .matches(card -> first.equals(card.explainBy()));
        assertThat(supervision.cards.toExplain("somebody", List.of(new Post(Role.REVIEWER, "BM01", null, null)), 100))
                .isNotEmpty()
                .allMatch(card -> card.role().equals("REVIEWER"));
        assertThat(supervision.cards.toExplain("somebody", List.of(new Post(Role.HEAD, "BM02", null, null)), 100))
                .isEmpty();
    }

    @Test
    void S2_what_is_done_in_time_gives_no_card() {
        long id = accepted("2026-02-10T10:00");
        supervision.live("2026-02-11T10:00");
        supervision.cases.happens(id, new CaseEvent.Withdrawn("不办了"), at("2026-02-11T10:00"));

        supervision.live("2026-04-01T09:00");

        assertThat(supervision.told()).isEmpty();
        assertThat(supervision
                        .database
                        .jdbc()
                        .sql("select count(*) from supervision.watch")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void S2_after_downtime_cards_are_dated_at_their_instants_and_marked_late() {
        accepted("2026-02-10T10:00");
        supervision.live("2026-02-24T09:00").down("2026-03-09T11:00").catchUp();

        assertThat(supervision.told())
                .contains("WARNING S1 STEP 2026-02-14T17:00 OPEN", "RED S1 COMMITTED 2026-03-03T17:00 OPEN")
                .hasSize(7);
        assertThat(cards().stream().filter(CardFile::late)).hasSize(6);
        CardFile red = cards().getFirst();
        assertThat(red.recordedAt()).isEqualTo(at("2026-03-09T11:00"));
        assertThat(red.explainBy()).as("who hears of it late has no less time").isEqualTo(at("2026-03-12T17:00"));
    }

    @Test
    void S2_a_case_completed_in_the_last_second_gets_no_card_because_we_were_slow_to_notice() {
        long id = accepted("2026-02-10T10:00");
        supervision.live("2026-02-14T16:00");
        supervision.cases.happens(
                id, new CaseEvent.StepCompleted("S2", StepOutcome.PASS, ""), at("2026-02-14T16:59:59"));
        supervision.down("2026-02-14T17:00:05");

        assertThat(supervision.raise.doDue(supervision.clock.instant()))
                .as("set aside: the case changed since the follower saw it")
                .isEqualTo(1);
        assertThat(supervision.told()).isEmpty();
        supervision.live("2026-02-15T09:00");

        assertThat(supervision.told()).isEmpty();
    }

    @Test
    void S4_a_clock_moved_while_its_watch_fires_leaves_one_card_lifted_and_one_to_come() {
        long id = accepted("2026-02-10T10:00");
        supervision.live("2026-02-26T16:00");
        // the warning is due at five; a second later the head extends, and only then does the sweep get to it
        supervision.cases.happens(id, new CaseEvent.Extended(5, Unit.WORKING_DAY, "案情复杂"), at("2026-02-26T17:00:01"));
        supervision.down("2026-02-26T17:00:02");
        supervision.raise.doDue(supervision.clock.instant());
        supervision.live("2026-03-10T09:00");

        assertThat(supervision.told().stream().filter(card -> card.contains("WARNING S1 COMMITTED")))
                .containsExactly(
                        "WARNING S1 COMMITTED 2026-02-26T17:00 LIFTED", "WARNING S1 COMMITTED 2026-03-03T17:00 OPEN");
        CardFile lifted = card("WARNING S1 COMMITTED 2026-02-26T17:00 LIFTED");
        assertThat(supervision.node.journal().stream(1, lifted.id()))
                .extracting(event -> event.type(), event -> event.happenedAt())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("supervision.card-raised", at("2026-02-26T17:00")),
                        org.assertj.core.groups.Tuple.tuple("supervision.card-withdrawn", at("2026-02-26T17:00:01")));
        assertThat(supervision.node.journal().stream(1, lifted.id()).getLast().body())
                .contains("case.extended");
    }

    @Test
    void S4_a_calendar_imported_late_lifts_what_it_shows_to_be_wrong_and_the_signal_comes_at_its_right_instant() {
        accepted("2026-02-10T10:00");
        supervision.live("2026-02-27T18:00");
        assertThat(supervision.told()).contains("YELLOW S1 COMMITTED 2026-02-27T17:00 OPEN");

        // the region takes Friday 27 February off, and says so a day late
        supervision.down("2026-02-28T08:00");
        dayOff(LocalDate.of(2026, 2, 27));
        supervision.live("2026-03-20T09:00");

        assertThat(supervision.told().stream().filter(card -> card.contains("YELLOW S1 COMMITTED")))
                .containsExactly(
                        "YELLOW S1 COMMITTED 2026-02-27T17:00 LIFTED", "YELLOW S1 COMMITTED 2026-02-28T17:00 OPEN");
        assertThat(supervision.told()).contains("RED S1 COMMITTED 2026-03-04T17:00 OPEN");
    }

    @Test
    void S2_whoever_follows_cases_never_asks_about_joint_applications() {
        supervision
                .database
                .ownerJdbc()
                .sql("alter table joint.application rename to out_of_reach")
                .update();
        accepted("2026-02-10T10:00");
        supervision.live("2026-02-12T10:00");
        dayOff(LocalDate.of(2026, 2, 13));
        supervision.live("2026-03-20T09:00");

        assertThat(supervision.told()).contains("RED S1 COMMITTED 2026-03-04T17:00 OPEN");
    }

    @Test
    void T6_a_suspension_takes_the_cards_with_it_and_one_that_outlasts_its_stated_days_is_yellow() {
        long id = accepted("2026-02-10T10:00");
        supervision.live("2026-02-12T10:00");
        supervision.cases.happens(
                id,
                new CaseEvent.Suspended(
                        SpecialProcedureKind.INSPECTION, "检验", 3, Unit.WORKING_DAY, "", LocalDate.of(2026, 2, 12)),
                at("2026-02-12T10:00"));
        supervision.live("2026-02-26T09:00");

        assertThat(supervision.told())
                .containsExactly(
                        "WARNING T6 SPECIAL_PROCEDURE 2026-02-14T17:00 OPEN",
                        "YELLOW T6 SPECIAL_PROCEDURE 2026-02-24T17:00 OPEN");
    }

    @Test
    void T4_nobody_answered_for_five_days_is_red_against_whoever_received_it() {
        supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.live("2026-02-25T09:00");

        CardFile red = card("RED T4 ACCEPTANCE 2026-02-24T17:00 OPEN");
        assertThat(red.responsible()).isEqualTo("clerk.a03");
        assertThat(red.points()).isEqualTo(10);
    }

    @Test
    void C3_C4_acts_that_are_watched_or_should_not_be_raise_cards_at_once() {
        long asked = supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.cases.happens(
                asked,
                new CaseEvent.SupplementRequested(
                        List.of(new Point("食品安全管理制度", "")), 10, false, "情况特殊", LocalDate.of(2026, 2, 10)),
                at("2026-02-10T11:00"));
        long refused = supervision.cases.received(FOOD, at("2026-02-10T10:30"));
        supervision.cases.happens(
                refused,
                new CaseEvent.Refused(RefusalGround.OTHER, "", "", null, LocalDate.of(2026, 2, 10)),
                at("2026-02-10T12:00"));
        supervision.down("2026-02-10T12:00").catchUp();

        assertThat(supervision.told())
                .containsExactly(
                        "YELLOW C3 NEW_POINTS:2 2026-02-10T11:00 OPEN",
                        "RED C4 REFUSED_ACCEPTANCE_UNREASONED:2 2026-02-10T12:00 OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "update, supervision.watch, true",
        "delete, supervision.watch, false",
        "insert, supervision.card, false",
        "insert, journal.event, false"
    })
    void S2_a_sweep_that_dies_at_any_point_loses_no_card_and_doubles_none(String act, String table, boolean withStale) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(accepted("2026-02-10T10:0" + i));
        }
        supervision.live("2026-02-14T16:00");
        if (withStale) {
            supervision.cases.happens(
                    ids.get(2), new CaseEvent.HandedOver("clerk.a03", "clerk.a04", "A03"), at("2026-02-14T16:30"));
        }
        supervision.down("2026-02-14T17:01");
        broken(act, table, true);

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> supervision.raise.doDue(supervision.clock.instant()))
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
            assertThat(supervision.told()).isEmpty();
            assertThat(cardEvents()).isZero();
        }
        broken(act, table, false);
        supervision.catchUp();

        assertThat(supervision.told()).hasSize(5).allMatch("WARNING S1 STEP 2026-02-14T17:00 OPEN"::equals);
        assertThat(cardEvents()).isEqualTo(5);
    }

    @Test
    void C5_whoever_was_asked_first_gets_the_warnings_of_a_case_that_somebody_else_has_now() {
        long id = accepted("2026-02-10T10:00");
        supervision.cases.happens(
                id, new CaseEvent.HandedOver("clerk.a03", "clerk.a04", "A03"), at("2026-02-10T11:00"));
        supervision.live("2026-03-20T09:00");
        BoardStore board = new BoardStore(supervision.database.jdbc());

        assertThat(List.of("clerk.a03", "clerk.a04", "clerk.b02"))
                .extracting(
                        who -> board.waitingFor(who, List.of(), List.of(), 9).size())
                .containsExactly(1, 0, 0);
    }

    @Test
    void S2_two_nodes_at_once_raise_each_card_once() throws Exception {
        for (int i = 0; i < 60; i++) {
            accepted("2026-02-10T10:00");
        }
        supervision.live("2026-02-14T16:00").down("2026-03-20T09:00");
        List<RaiseSweep> nodes = List.of(
                supervision.raise, supervision.anotherSweep(), supervision.anotherSweep(), supervision.anotherSweep());
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
            List<Future<Integer>> done = new ArrayList<>();
            for (RaiseSweep sweep : nodes) {
                Callable<Integer> work = () -> {
                    together.await();
                    int sum = 0;
                    for (int did = sweep.doDue(supervision.clock.instant()); did > 0; ) {
                        sum += did;
                        did = sweep.doDue(supervision.clock.instant());
                    }
                    return sum;
                };
                done.add(threads.submit(work));
            }
            together.countDown();
            int sum = 0;
            for (Future<Integer> each : done) {
                sum += each.get();
            }
            assertThat(sum).isEqualTo(60 * 7);
        }

        assertThat(supervision.told()).hasSize(60 * 7);
        assertThat(cardEvents()).isEqualTo(60 * 7);
        assertThat(cards().stream()
                        .map(card -> card.caseId() + " " + card.key())
                        .distinct())
                .hasSize(60 * 7);
    }

    private void dayOff(LocalDate day) {
        supervision.calendars.importYear(
                supervision.cases.calendar().region(),
                2026,
                "测试",
                List.of(new SpecialDay(day, SpecialDay.Kind.OFF, "地方假")),
                new Actor(Actor.Kind.STAFF, "admin", "admin", List.of(new Post(Role.ADMIN, null, null, null))));
    }

    /** Kills the connection of whoever does this to that table, in that very moment. */
    private void broken(String act, String table, boolean broken) {
        if (broken) {
            supervision.database.ownerJdbc().sql("""
                            create or replace function supervision.killed() returns trigger language plpgsql as $$
                            begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$""").update();
            supervision
                    .database
                    .ownerJdbc()
                    .sql("create trigger kill before " + act + " on " + table
                            + " for each statement execute function supervision.killed()")
                    .update();
        } else {
            supervision
                    .database
                    .ownerJdbc()
                    .sql("drop trigger kill on " + table)
                    .update();
        }
    }

    private long cardEvents() {
        return supervision
                .database
                .jdbc()
                .sql("select count(*) from journal.event where type = 'supervision.card-raised'")
                .query(Long.class)
                .single();
    }

    private List<CardFile> cards() {
        return supervision.cards.list(CardQuery.ALL, 1_000);
    }

    private CardFile card(String told) {
        return cards().stream()
                .filter(card -> ASupervision.told(card).equals(told))
                .findFirst()
                .orElseThrow(() -> new AssertionError(told + " isn't among " + supervision.told()));
    }

    private long accepted(String wall) {
        Instant at = at(wall);
        long id = supervision.cases.received(FOOD, at);
        LocalDate day = at.atZone(ASupervision.SHANGHAI).toLocalDate();
        supervision.cases.happens(id, new CaseEvent.Accepted(day, day, false, List.of(), null), at);
        return id;
    }
}
