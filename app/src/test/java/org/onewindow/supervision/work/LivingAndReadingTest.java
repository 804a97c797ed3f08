package org.onewindow.supervision.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.supervision.work.ASupervision.FOOD;
import static org.onewindow.supervision.work.ASupervision.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.supervision.CardQuery;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.timelimit.Unit;

/**
 * S2: the same history comes to the same cards, whether it was lived through day by day, read in one go after months in which
 * nobody watched, or read again from the first event. Random histories of many cases, seeded.
 */
class LivingAndReadingTest {

    private static final int CASES = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 20260215})
    void S2_living_through_it_reading_it_later_and_reading_it_again_come_to_the_same_cards(long seed) {
        List<Happening> history = history(new Random(seed));
        List<String> lived;
        try (ASupervision supervision = new ASupervision()) {
            List<Long> ids = new ArrayList<>();
            for (Happening happening : history) {
                supervision.live(happening.at());
                happen(supervision, ids, happening);
            }
            supervision.live("2026-05-20T09:00");
            lived = told(supervision, ids);
            assertThat(lived.size()).isGreaterThan(CASES);
            assertThat(lived).anyMatch(card -> card.contains("LIFTED")).anyMatch(card -> card.contains("RED"));

            List<String> kept = kept(supervision);
            supervision.node.followers().rebuild(CaseFollower.NAME);
            supervision.catchUp();
            assertThat(told(supervision, ids)).as("read again").isEqualTo(lived);
            assertThat(kept(supervision)).as("and everything kept is the same").isEqualTo(kept);
        }
        try (ASupervision supervision = new ASupervision()) {
            List<Long> ids = new ArrayList<>();
            supervision.compute.doDue(supervision.clock.instant());
            for (Happening happening : history) {
                supervision.clock.moveTo(happening.at());
                happen(supervision, ids, happening);
            }
            supervision.clock.moveTo(at("2026-05-20T09:00"));
            supervision.catchUp();
            assertThat(told(supervision, ids)).as("read in one go").isEqualTo(lived);
        }
    }

    /** What happens to a case; the first thing is its receipt. */
    private record Happening(int number, Instant at, int dice) {}

    private static List<Happening> history(Random random) {
        List<Happening> history = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            Instant at = at("2026-02-09T09:30").plus(Duration.ofHours(random.nextInt(300)));
            for (int i = 0; i < 3 + random.nextInt(9); i++) {
                // never twice at one instant
                at = at.plus(Duration.ofSeconds(1 + number + random.nextInt(700_000)));
                history.add(new Happening(number, at, random.nextInt(100)));
            }
        }
        history.sort(Comparator.comparing(Happening::at).thenComparingInt(Happening::number));
        return history;
    }

    private static void happen(ASupervision supervision, List<Long> ids, Happening happening) {
        while (ids.size() <= happening.number()) {
            ids.add(0L);
        }
        if (ids.get(happening.number()) == 0) {
            ids.set(happening.number(), supervision.cases.received(FOOD, happening.at()));
            return;
        }
        long id = ids.get(happening.number());
        CaseFile file = supervision.cases.file(id);
        CaseEvent event = next(
                file,
                happening.dice(),
                happening.at().atZone(ASupervision.SHANGHAI).toLocalDate());
        if (event != null) {
            supervision.cases.happens(id, event, happening.at());
        }
    }

    private static @Nullable CaseEvent next(CaseFile file, int dice, LocalDate day) {
        return switch (file.state()) {
            case RECEIVED -> new CaseEvent.Accepted(day, day, false, List.of(), null);
            case ACCEPTED -> {
                if (dice < 30) {
                    yield new CaseEvent.Suspended(
                            SpecialProcedureKind.INSPECTION, "检验", 1 + dice / 4, Unit.WORKING_DAY, "", day);
                }
                if (dice < 45 && file.extension() == null) {
                    yield new CaseEvent.Extended(1 + dice % 9, Unit.WORKING_DAY, "r");
                }
                if (dice < 60) {
                    yield new CaseEvent.HandedOver(file.holder(), "clerk.a0" + dice % 9, "A03");
                }
                if (file.steps().size() == 2) {
                    yield new CaseEvent.StepCompleted("S2", StepOutcome.PASS, "");
                }
                yield new CaseEvent.Decided(DecisionOutcome.REFUSED, dice % 5 == 0 ? "" : "r", day);
            }
            case SUSPENDED -> new CaseEvent.Resumed(SpecialProcedureKind.INSPECTION, day);
            case DECIDED -> new CaseEvent.Completed(day);
            default -> file.state() == CaseState.COMPLETED ? new CaseEvent.Delivered(1, day) : null;
        };
    }

    /** All cards in order, each by its case, threshold, instant, and what it says; not when it was written down. */
    private static List<String> told(ASupervision supervision, List<Long> ids) {
        return supervision.cards.list(CardQuery.ALL, 100_000).reversed().stream()
                .map(card -> ids.indexOf(card.caseId()) + " v" + card.caseVersion() + " " + ASupervision.told(card)
                        + " "
                        + card.step() + " " + card.role() + " " + card.responsible() + " " + card.ruleSet() + " "
                        + withdrawn(supervision, card))
                .sorted(Comparator.comparing((String card) -> card.replaceAll(".*(2026-\\S+).*", "$1"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String withdrawn(ASupervision supervision, CardFile card) {
        return supervision.node.journal().stream(1, card.id()).stream()
                .filter(event -> event.type().equals("supervision.card-withdrawn"))
                .map(event -> event.happenedAt() + " " + event.body())
                .findFirst()
                .orElse("");
    }

    private static List<String> kept(ASupervision supervision) {
        List<String> kept = new ArrayList<>();
        for (String table : List.of("followed", "tally", "watch")) {
            kept.addAll(supervision
                    .database
                    .jdbc()
                    .sql("select row_to_json(t)::text from supervision." + table + " t order by 1")
                    .query(String.class)
                    .list());
        }
        return kept;
    }
}
