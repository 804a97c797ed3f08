package org.onewindow.supervision.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.supervision.work.ASupervision.FOOD;
import static org.onewindow.supervision.work.ASupervision.SHANGHAI;
import static org.onewindow.supervision.work.ASupervision.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.supervision.Notice;
import org.onewindow.supervision.NoticeFigure;
import org.onewindow.supervision.NoticeKind;
import org.onewindow.supervision.NoticeLine;
import org.onewindow.supervision.model.Deed;
import org.onewindow.supervision.model.NoticeLines;
import org.onewindow.supervision.store.DeedStore;
import org.onewindow.timelimit.Unit;

/** S8: each notice once, at its close, with what had happened by then, whatever breaks off or comes late. */
class NoticesTest {

    private final ASupervision supervision = ASupervision.telling();

    @AfterEach
    void close() {
        supervision.close();
    }

    @Test
    void S8_a_daily_notice_comes_at_the_close_of_each_working_day_and_none_on_a_day_off() {
        supervision.live("2026-02-26T09:00");

        assertThat(told(NoticeKind.DAILY))
                .as("Saturday 14 is worked; the festival is from Sunday 15 to Monday 23")
                .containsExactly(
                        "2026-02-09T17:00",
                        "2026-02-10T17:00",
                        "2026-02-11T17:00",
                        "2026-02-12T17:00",
                        "2026-02-13T17:00",
                        "2026-02-14T17:00",
                        "2026-02-24T17:00",
                        "2026-02-25T17:00");
        assertThat(all()).noneMatch(Notice::late);
    }

    @Test
    void S8_longer_notices_come_with_the_last_working_day_of_their_period() {
        supervision.live("2026-04-08T09:00");

        assertThat(told(NoticeKind.WEEKLY))
                .as("the week of the festival has no working day; that of 23 February ends with the make-up Saturday")
                .startsWith("2026-02-14T17:00", "2026-02-28T17:00", "2026-03-06T17:00");
        assertThat(told(NoticeKind.MONTHLY)).containsExactly("2026-02-28T17:00", "2026-03-31T17:00");
        assertThat(told(NoticeKind.QUARTERLY)).containsExactly("2026-03-31T17:00");
        assertThat(told(NoticeKind.ANNUAL)).isEmpty();
        assertThat(all().stream().filter(notice -> notice.until().equals(at("2026-03-31T17:00"))))
                .extracting(Notice::serial)
                .as("numbered through the year")
                .doesNotHaveDuplicates();
    }

    @Test
    void S8_the_figures_are_those_at_the_close_and_longer_ones_add_up() {
        long first = supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.cases.happens(first, accepted("2026-02-10"), at("2026-02-10T10:00"));
        supervision.live("2026-02-10T18:00");
        long second = supervision.cases.received(FOOD, at("2026-02-10T18:00"));
        supervision.live("2026-02-12T15:00");
        completed(first, "2026-02-12T15:00");
        supervision.live("2026-02-14T18:00");
        supervision.cases.happens(second, new CaseEvent.Withdrawn("不办了"), at("2026-02-14T18:00"));
        supervision.live("2026-03-01T09:00");

        NoticeLine tuesday = total(NoticeKind.DAILY, "2026-02-10");
        assertThat(tuesday.count(NoticeFigure.RECEIVED)).isEqualTo(1);
        assertThat(tuesday.count(NoticeFigure.ACCEPTED)).isEqualTo(1);
        assertThat(tuesday.open()).isEqualTo(1);
        NoticeLine wednesday = total(NoticeKind.DAILY, "2026-02-11");
        assertThat(wednesday.count(NoticeFigure.RECEIVED))
                .as("what comes after the close is the next day's")
                .isEqualTo(1);
        assertThat(wednesday.open()).isEqualTo(2);
        NoticeLine thursday = total(NoticeKind.DAILY, "2026-02-12");
        assertThat(thursday.count(NoticeFigure.COMPLETED)).isEqualTo(1);
        assertThat(thursday.count(NoticeFigure.ON_TIME)).isEqualTo(1);
        assertThat(thursday.averageUsed()).isEqualByComparingTo("2");
        assertThat(thursday.averagePromised()).isEqualByComparingTo("8");
        assertThat(thursday.open()).isEqualTo(1);
        NoticeLine february = total(NoticeKind.MONTHLY, "2026-02-01");
        assertThat(february.count(NoticeFigure.RECEIVED)).isEqualTo(2);
        assertThat(february.count(NoticeFigure.WITHDRAWN)).isEqualTo(1);
        assertThat(february.open()).isZero();
    }

    @Test
    void S8_what_had_ended_before_it_was_voided_leaves_those_in_hand_once() {
        long withdrawn = supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.cases.happens(withdrawn, new CaseEvent.Withdrawn("不办了"), at("2026-02-10T11:00"));
        supervision.live("2026-02-10T18:00");
        supervision.cases.happens(withdrawn, new CaseEvent.Voided("录入有误"), at("2026-02-11T09:00"));
        long both = supervision.cases.received(FOOD, at("2026-02-11T10:00"));
        supervision.cases.happens(both, new CaseEvent.Withdrawn("不办了"), at("2026-02-11T10:00"));
        supervision.cases.happens(both, new CaseEvent.Voided("录入有误"), at("2026-02-11T10:00"));
        supervision.live("2026-02-11T18:00");

        assertThat(total(NoticeKind.DAILY, "2026-02-10").open()).isEqualTo(1);
        assertThat(total(NoticeKind.DAILY, "2026-02-11").open()).isEqualTo(1);
    }

    @Test
    void S8_a_warning_dated_at_the_close_is_told_that_day_and_a_card_of_the_first_instant_after_the_next() {
        long id = supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.cases.happens(id, accepted("2026-02-10"), at("2026-02-10T10:00"));
        supervision.live("2026-02-28T09:00");

        // the step's limit ends on Saturday 14 at five: one second before it wasn't over, on the next working day it
        // was
        assertThat(total(NoticeKind.DAILY, "2026-02-14").count(NoticeFigure.WARNED))
                .isEqualTo(1);
        assertThat(total(NoticeKind.DAILY, "2026-02-14").count(NoticeFigure.YELLOW))
                .isZero();
        assertThat(supervision.told()).contains("YELLOW S1 STEP 2026-02-24T17:00 OPEN");
        assertThat(total(NoticeKind.DAILY, "2026-02-24").count(NoticeFigure.YELLOW))
                .isZero();
        assertThat(total(NoticeKind.DAILY, "2026-02-25").count(NoticeFigure.YELLOW))
                .isEqualTo(1);
    }

    @Test
    void S8_after_downtime_each_comes_in_order_dated_at_its_close_marked_late_with_the_same_figures() {
        long id = supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.cases.happens(id, accepted("2026-02-10"), at("2026-02-10T10:00"));
        supervision.live("2026-02-10T10:00");
        List<NoticeLine> lived = livedThrough();

        supervision.down("2026-03-09T11:00").catchUp();

        assertThat(all().reversed()).extracting(Notice::until).isSorted();
        assertThat(all().stream().filter(notice -> notice.until().isAfter(at("2026-02-10T16:00"))))
                .allMatch(Notice::late)
                .allMatch(notice -> notice.madeAt().equals(at("2026-03-09T11:00")));
        assertThat(all().stream()
                        .filter(notice -> notice.kind() == NoticeKind.DAILY)
                        .map(notice -> NoticeLines.total(notice.lines()))
                        .toList())
                .isEqualTo(lived);
    }

    /** What the same weeks come to when somebody was there all the time. */
    private static List<NoticeLine> livedThrough() {
        try (ASupervision other = ASupervision.telling()) {
            long id = other.cases.received(FOOD, at("2026-02-10T10:00"));
            other.cases.happens(id, accepted("2026-02-10"), at("2026-02-10T10:00"));
            other.live("2026-03-09T11:00");
            return other.notices.list(NoticeKind.DAILY, null, 0, 1_000).stream()
                    .map(notice -> NoticeLines.total(notice.lines()))
                    .toList();
        }
    }

    @Test
    void S8_what_becomes_known_only_after_the_notice_is_told_of_in_the_next_one() {
        supervision.live("2026-02-10T17:00");
        supervision.cases.received(FOOD, at("2026-02-10T16:30"));
        supervision.live("2026-02-11T18:00");

        assertThat(total(NoticeKind.DAILY, "2026-02-10").count(NoticeFigure.RECEIVED))
                .isZero();
        assertThat(total(NoticeKind.DAILY, "2026-02-11").count(NoticeFigure.RECEIVED))
                .isEqualTo(1);
        supervision.node.followers().rebuild(DeedFollower.NAME);
        supervision.node.settle();
        assertThat(supervision.deeds.counted(at("2026-02-10T17:00"), at("2026-02-11T17:00")))
                .as("reading the journal again comes to the same")
                .hasSize(1);
    }

    @Test
    void S8_the_pages_of_the_cases_behind_a_number_leave_none_out_that_are_counted_at_one_instant() {
        long id = supervision.cases.received(FOOD, at("2026-02-10T10:00"));
        supervision.live("2026-02-10T17:00");
        for (String wall : List.of("2026-02-10T15:00", "2026-02-10T16:00")) {
            supervision.cases.happens(id, new CaseEvent.Extended(5, Unit.WORKING_DAY, "案情复杂"), at(wall));
        }
        supervision.live("2026-02-11T18:00");

        Deed first = behind(null).getFirst();
        assertThat(behind(new DeedStore.Place(first.countedAt(), first.stream(), first.version())))
                .as("both became known after the close, and count from the same instant")
                .singleElement()
                .matches(second -> second.countedAt().equals(first.countedAt()) && second.version() > first.version());
    }

    private List<Deed> behind(DeedStore.@Nullable Place place) {
        return supervision.deeds.behind(
                NoticeLines.behind(NoticeFigure.EXTENDED),
                at("2026-02-10T17:00"),
                at("2026-02-11T17:00"),
                null,
                null,
                place,
                1);
    }

    @Test
    void S8_two_nodes_at_once_make_each_notice_once() throws Exception {
        supervision.live("2026-02-10T16:00").down("2026-02-10T17:00");
        NoticeSweep one = supervision.anotherNoticeSweep();
        NoticeSweep other = supervision.anotherNoticeSweep();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> first = () -> {
                start.await();
                return one.doDue(at("2026-02-10T17:00"));
            };
            Callable<Integer> second = () -> {
                start.await();
                return other.doDue(at("2026-02-10T17:00"));
            };
            List<Future<Integer>> both = List.of(nodes.submit(first), nodes.submit(second));
            start.countDown();
            for (Future<Integer> each : both) {
                each.get();
            }
        }

        assertThat(told(NoticeKind.DAILY)).containsExactly("2026-02-09T17:00", "2026-02-10T17:00");
        assertThat(one.nextInstant()).contains(at("2026-02-11T17:00"));
    }

    @Test
    void S8_while_the_day_can_not_be_counted_its_notice_waits_and_then_comes_late_and_whole() {
        supervision.live("2026-02-10T16:00");
        supervision.cases.received(FOOD, at("2026-02-10T16:00"));
        supervision
                .database
                .jdbc()
                .sql("update journal.follower set stopped_at = now(), error = 'a failure' where name = ?")
                .param(DeedFollower.NAME)
                .update();
        supervision.down("2026-02-10T17:00");
        assertThat(supervision.anotherNoticeSweep().doDue(at("2026-02-10T17:00")))
                .isZero();
        assertThat(told(NoticeKind.DAILY)).containsExactly("2026-02-09T17:00");

        supervision.node.followers().resume(DeedFollower.NAME);
        supervision.down("2026-02-10T19:00").catchUp();

        assertThat(total(NoticeKind.DAILY, "2026-02-10").count(NoticeFigure.RECEIVED))
                .isEqualTo(1);
        assertThat(all().getFirst().late()).isTrue();
    }

    private void completed(long id, String wall) {
        LocalDate day = LocalDateTime.parse(wall).toLocalDate();
        Instant instant = at(wall);
        supervision.cases.happens(id, new CaseEvent.StepCompleted("S2", StepOutcome.PASS, ""), instant);
        supervision.cases.happens(id, new CaseEvent.Decided(DecisionOutcome.GRANTED, "", day), instant);
        supervision.cases.happens(id, new CaseEvent.Completed(day), instant);
    }

    private static CaseEvent accepted(String day) {
        LocalDate on = LocalDate.parse(day);
        return new CaseEvent.Accepted(on, on, false, List.of(), null);
    }

    private List<Notice> all() {
        return supervision.notices.list(null, null, 0, 1_000);
    }

    /** When notices of a kind were due, earliest first. */
    private List<String> told(NoticeKind kind) {
        return all().reversed().stream()
                .filter(notice -> notice.kind() == kind)
                .map(notice -> LocalDateTime.ofInstant(notice.until(), SHANGHAI).toString())
                .toList();
    }

    private NoticeLine total(NoticeKind kind, String firstDay) {
        return all().stream()
                .filter(notice -> notice.kind() == kind && notice.firstDay().equals(LocalDate.parse(firstDay)))
                .map(notice -> NoticeLines.total(notice.lines()))
                .findFirst()
                .orElseThrow();
    }
}
