package org.onewindow.supervision.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.supervision.work.ASupervision.FOOD;
import static org.onewindow.supervision.work.ASupervision.at;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.supervision.Finding;
import org.onewindow.supervision.PatternKind;
import org.onewindow.timelimit.Unit;

/** S7: looked for at each close and on demand, in what is new; found once, with the events that show it. */
class LookingTest {

    private final ASupervision supervision = ASupervision.telling();

    @AfterEach
    void close() {
        supervision.close();
    }

    @Test
    void S7_a_suspension_just_before_the_limit_is_found_at_the_close_of_that_day_and_never_again() {
        long id = supervision.cases.received(FOOD, at("2026-02-09T10:00"));
        supervision.cases.happens(id, accepted("2026-02-09"), at("2026-02-09T10:00"));
        supervision.live("2026-02-26T15:00");
        suspended(id, "2026-02-26T15:00");
        supervision.live("2026-03-06T09:00");

        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.pattern()).isEqualTo(PatternKind.SUSPENDED_NEAR_LIMIT);
            assertThat(finding.foundAt()).isEqualTo(at("2026-02-26T17:00"));
            assertThat(finding.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.event()).isEqualTo(3);
                assertThat(evidence.minutesLeft())
                        .as("promised until Thursday 26 at five")
                        .isEqualTo(120);
            });
        });
        assertThat(supervision.anotherLook().look(at("2026-03-06T09:00"))).isZero();
    }

    @Test
    void S7_accepted_when_ready_is_found_in_a_cases_own_history() {
        long id = supervision.cases.received(FOOD, at("2026-02-09T10:00"));
        supervision.live("2026-02-12T16:00");
        supervision.cases.happens(id, accepted("2026-02-12"), at("2026-02-12T16:00"));
        supervision.cases.happens(id, new CaseEvent.StepCompleted("S2", StepOutcome.PASS, ""), at("2026-02-12T16:20"));
        supervision.cases.happens(
                id,
                new CaseEvent.Decided(DecisionOutcome.GRANTED, "", LocalDate.of(2026, 2, 12)),
                at("2026-02-12T16:30"));
        supervision.live("2026-02-13T09:00");

        assertThat(patterns()).containsExactly(PatternKind.ACCEPTED_WHEN_READY);
        assertThat(found().getFirst().evidence())
                .extracting(evidence -> evidence.kind())
                .containsExactly("RECEIVED", "ACCEPTED", "DECIDED");
    }

    @Test
    void S7_one_matter_received_twice_and_unlisted_materials_are_found() {
        long first = supervision.cases.received(FOOD, at("2026-02-09T10:00"));
        supervision.cases.happens(
                first,
                new CaseEvent.SupplementRequested(
                        List.of(new Point("随便什么", "")), 10, false, null, LocalDate.of(2026, 2, 9)),
                at("2026-02-09T11:00"));
        supervision.cases.received(FOOD, at("2026-02-09T12:00"));
        supervision.live("2026-02-10T09:00");

        assertThat(patterns()).containsExactlyInAnyOrder(PatternKind.UNLISTED_MATERIALS, PatternKind.RECEIVED_TWICE);
    }

    @Test
    void S7_a_receipt_dated_before_it_was_recorded_is_found() {
        supervision.cases.received(FOOD, at("2026-02-09T09:30"));
        supervision.live("2026-02-09T18:00");

        assertThat(supervision.findings.list(PatternKind.BACKDATED, null, 0, 10))
                .as("the test's journal records with the machine's clock, months later")
                .hasSize(1);
    }

    @Test
    void S7_several_at_once_find_each_thing_once() throws Exception {
        for (int i = 0; i < 4; i++) {
            long id = supervision.cases.received(FOOD, at("2026-02-09T10:00"));
            supervision.cases.happens(
                    id,
                    new CaseEvent.SupplementRequested(
                            List.of(new Point("随便什么", "")), 10, false, null, LocalDate.of(2026, 2, 9)),
                    at("2026-02-09T11:00"));
        }
        supervision.node.settle();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> look = () -> {
                start.await();
                return supervision.anotherLook().look(at("2026-02-09T12:00"));
            };
            List<Future<Integer>> both = List.of(nodes.submit(look), nodes.submit(look));
            start.countDown();
            for (Future<Integer> each : both) {
                each.get();
            }
        }

        assertThat(patterns().stream().filter(pattern -> pattern == PatternKind.UNLISTED_MATERIALS))
                .hasSize(4);
        supervision.node.followers().rebuild(DeedFollower.NAME);
        supervision.node.settle();
        assertThat(supervision.anotherLook().look(at("2026-02-09T13:00")))
                .as("reading the journal again brings nothing new")
                .isZero();
    }

    private void suspended(long id, String wall) {
        supervision.cases.happens(
                id,
                new CaseEvent.Suspended(
                        SpecialProcedureKind.INSPECTION,
                        "检验",
                        3,
                        Unit.WORKING_DAY,
                        "",
                        LocalDateTime.parse(wall).toLocalDate()),
                at(wall));
    }

    private static CaseEvent accepted(String day) {
        LocalDate on = LocalDate.parse(day);
        return new CaseEvent.Accepted(on, on, false, List.of(), null);
    }

    private List<PatternKind> patterns() {
        return found().stream().map(Finding::pattern).toList();
    }

    /** Latest first, without what comes of the test's journal, which records with the machine's clock. */
    private List<Finding> found() {
        return supervision.findings.list(null, null, 0, 1_000).stream()
                .filter(finding -> finding.pattern() != PatternKind.BACKDATED)
                .toList();
    }
}
