package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.FileReview;
import org.onewindow.supervision.ReviewChecklist;
import org.onewindow.supervision.ReviewedFile;
import org.onewindow.supervision.ReviewedFile.Deduction;
import org.onewindow.supervision.ReviewedFile.Grade;
import org.onewindow.supervision.ReviewedFile.State;
import org.onewindow.supervision.model.FileReviewRules.Reviewer;
import org.onewindow.supervision.store.SupervisionJson;

/** S10: what may be done in a file review, and how a sample is drawn. */
class FileReviewRulesTest {

    private static final ReviewChecklist SHIPPED =
            SupervisionJson.shipped("/supervision/file-review-checklist.json", ReviewChecklist.class);
    private static final Instant NOW = Instant.parse("2026-04-07T02:00:00Z");
    private static final Reviewer STRANGER = new Reviewer("supervisor", Set.of(), false);

    @Test
    void S10_the_same_seed_and_files_draw_the_same_sample_whatever_order_they_come_in() {
        List<String> files =
                IntStream.rangeClosed(1, 200).mapToObj("990101-%08d"::formatted).toList();

        List<String> drawn = Draw.of("2026-q1", files, 10);

        assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isEqualTo(Draw.of("2026-q1", files.reversed(), 10));
        assertThat(Draw.of("2026-q1", files, 20)).startsWith(drawn.toArray(String[]::new));
        assertThat(Draw.of("another", files, 10)).isNotEqualTo(drawn);
        assertThat(Draw.digest(files)).isEqualTo(Draw.digest(files.reversed())).hasSize(64);
        assertThat(Draw.digest(files.subList(1, 200))).isNotEqualTo(Draw.digest(files));
        assertThat(Draw.of("2026-q1", files.subList(0, 3), 10))
                .as("fewer than wanted")
                .hasSize(3);
    }

    @Test
    void S10_every_file_has_the_same_chance() {
        List<String> files = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        int[] drawn = new int[files.size()];
        for (int seed = 0; seed < 2_000; seed++) {
            Draw.of("seed " + seed, files, 10).forEach(file -> drawn[Integer.parseInt(file)]++);
        }

        assertThat(IntStream.of(drawn).boxed())
                .as("400 each, give or take")
                .allMatch(times -> times > 320 && times < 480);
    }

    @Test
    void S10_the_shipped_checklist_adds_up_to_a_hundred() {
        assertThat(FileReviewRules.checklist(SHIPPED)).isEmpty();
        ReviewChecklist short99 = new ReviewChecklist(
                90, 60, 5, SHIPPED.points().subList(1, SHIPPED.points().size()));
        assertThat(keys(FileReviewRules.checklist(short99))).containsExactly("file-review.checklist-sum");
        assertThat(keys(FileReviewRules.checklist(new ReviewChecklist(60, 90, 0, List.of()))))
                .containsExactly(
                        "file-review.checklist", "file-review.checklist-sum", "file-review.grades", "file-review.days");
    }

    @Test
    void S10_nobody_scores_a_file_of_their_department_or_a_case_they_had_a_part_in() {
        Reviewer own = new Reviewer("approver.bm01", Set.of("BM01"), true);

        assertThat(keys(FileReviewRules.score(aReview(), aFile(State.DRAWN), own, SHIPPED, List.of())))
                .containsExactly("file-review.own-department", "file-review.own-case");
        assertThat(FileReviewRules.score(aReview(), aFile(State.DRAWN), STRANGER, SHIPPED, List.of()))
                .isEmpty();
    }

    @Test
    void S10_points_off_need_a_point_of_the_list_a_reason_and_no_more_than_it_has() {
        List<Deduction> wrong = List.of(
                new Deduction("B2", 9, "超过分值"),
                new Deduction("B3", 1, " "),
                new Deduction("ZZ", 1, "没有这一项"),
                new Deduction("C1", 1, "一次"),
                new Deduction("C1", 1, "两次"));

        assertThat(keys(FileReviewRules.score(aReview(), aFile(State.DRAWN), STRANGER, SHIPPED, wrong)))
                .containsExactly("file-review.points", "file-review.reason", "file-review.point", "file-review.point");
        assertThat(keys(FileReviewRules.score(aReview(), aFile(State.SCORED), STRANGER, SHIPPED, List.of())))
                .as("a score changes by objection only")
                .containsExactly("file-review.score-state");
    }

    @Test
    void S10_a_score_is_a_hundred_less_what_is_off_and_a_critical_point_makes_the_file_unqualified() {
        List<Deduction> eight = List.of(new Deduction("B2", 8, "r"));
        List<Deduction> eleven = List.of(new Deduction("B2", 8, "r"), new Deduction("F1", 3, "r"));
        List<Deduction> critical = List.of(new Deduction("A1", 1, "r"));

        assertThat(FileReviewRules.score(eight)).isEqualTo(92);
        assertThat(FileReviewRules.grade(SHIPPED, eight)).isEqualTo(Grade.EXCELLENT);
        assertThat(FileReviewRules.grade(SHIPPED, eleven)).isEqualTo(Grade.QUALIFIED);
        assertThat(FileReviewRules.score(critical)).isEqualTo(99);
        assertThat(FileReviewRules.grade(SHIPPED, critical)).isEqualTo(Grade.UNQUALIFIED);
    }

    @Test
    void S10_a_department_objects_once_within_the_limit_and_somebody_else_decides() {
        assertThat(FileReviewRules.object(aFile(State.SCORED), "没有遗漏", NOW)).isEmpty();
        assertThat(keys(FileReviewRules.object(aFile(State.SCORED), "", NOW.plusSeconds(3_601))))
                .containsExactly("file-review.object-late", "file-review.objection");
        assertThat(keys(FileReviewRules.object(aFile(State.DECIDED), "再次", NOW)))
                .containsExactly("file-review.object-state");
        assertThat(keys(FileReviewRules.decide(aFile(State.OBJECTED), "supervisor", "", SHIPPED, null)))
                .containsExactly("file-review.own-score", "file-review.answer");
        assertThat(FileReviewRules.decide(aFile(State.OBJECTED), "manager", "维持", SHIPPED, null))
                .isEmpty();
    }

    @Test
    void S10_a_review_is_concluded_only_when_all_is_scored_decided_and_no_longer_open_to_objection() {
        assertThat(keys(FileReviewRules.conclude(
                        aReview(), List.of(aFile(State.DRAWN), aFile(State.OBJECTED), aFile(State.SCORED)), NOW)))
                .containsExactly("file-review.unscored", "file-review.undecided", "file-review.objections-open");
        assertThat(FileReviewRules.conclude(
                        aReview(), List.of(aFile(State.SCORED), aFile(State.DECIDED)), NOW.plusSeconds(3_601)))
                .isEmpty();
    }

    @Test
    void S10_a_sample_is_of_days_that_are_over() {
        LocalDate today = LocalDate.of(2026, 4, 7);

        assertThat(FileReviewRules.draw(today.minusDays(30), today.minusDays(1), today, 10, "评查"))
                .isEmpty();
        assertThat(keys(FileReviewRules.draw(today.minusDays(500), today, today, 0, " ")))
                .containsExactly("file-review.title", "file-review.period", "file-review.long", "file-review.size");
    }

    private static List<String> keys(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::key).toList();
    }

    private static FileReview aReview() {
        return new FileReview(
                1,
                1,
                FileReview.State.OPEN,
                "评查",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 31),
                null,
                "s",
                9,
                "",
                3,
                0,
                "supervisor",
                NOW,
                null);
    }

    private static ReviewedFile aFile(State state) {
        boolean scored = state != State.DRAWN;
        @Nullable String by = scored ? "supervisor" : null;
        return new ReviewedFile(
                2,
                1,
                1,
                state,
                3,
                "990101-20260210-00000001-0",
                "SF0101009",
                "BM01",
                null,
                scored ? 100 : null,
                scored ? Grade.EXCELLENT : null,
                List.of(),
                by,
                scored ? NOW : null,
                scored ? NOW.plusSeconds(3_600) : null,
                null,
                null);
    }
}
