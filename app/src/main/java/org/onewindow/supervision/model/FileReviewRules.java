package org.onewindow.supervision.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.FileReview;
import org.onewindow.supervision.ReviewChecklist;
import org.onewindow.supervision.ReviewChecklist.Point;
import org.onewindow.supervision.ReviewedFile;
import org.onewindow.supervision.ReviewedFile.Deduction;
import org.onewindow.supervision.ReviewedFile.Grade;
import org.onewindow.supervision.ReviewedFile.State;

/** What may be done in a file review (S10), with all reasons why not. Pure. */
public final class FileReviewRules {

    public static final int FULL_SCORE = 100;
    private static final int MOST_OBJECTION_DAYS = 60;
    private static final int MOST_FILES = 200;
    private static final int LONGEST_DAYS = 400;
    private static final String RULE = "S10";

    private FileReviewRules() {}

    /** What is so of somebody who wants to do something with a file. */
    public record Reviewer(String userName, Set<String> departments, boolean tookPart) {}

    /** Why a sample can't be drawn. */
    public static List<Refusal> draw(LocalDate from, LocalDate to, LocalDate today, int size, String title) {
        List<Refusal> refusals = new ArrayList<>();
        refuseIf(title.isBlank(), "file-review.title", refusals);
        refuseIf(from.isAfter(to) || !to.isBefore(today), "file-review.period", refusals);
        if (ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
            refusals.add(Refusal.of(RULE, "file-review.long", LONGEST_DAYS));
        }
        if (size < 1 || size > MOST_FILES) {
            refusals.add(Refusal.of(RULE, "file-review.size", MOST_FILES));
        }
        return refusals;
    }

    /** Why somebody may not have a file to score: nobody scores what they or their department did. */
    public static List<Refusal> partial(ReviewedFile file, Reviewer reviewer) {
        List<Refusal> refusals = new ArrayList<>();
        refuseIf(reviewer.departments().contains(file.department()), "file-review.own-department", refusals);
        refuseIf(reviewer.tookPart(), "file-review.own-case", refusals);
        return refusals;
    }

    /** Why a file can't be scored so. */
    public static List<Refusal> score(
            FileReview review,
            ReviewedFile file,
            Reviewer reviewer,
            ReviewChecklist checklist,
            List<Deduction> deductions) {
        List<Refusal> refusals = new ArrayList<>();
        refuseIf(review.state() == FileReview.State.CONCLUDED, "file-review.concluded", refusals);
        if (file.state() != State.DRAWN) {
            refusals.add(Refusal.of(RULE, "file-review.score-state", file.state()));
        }
        refusals.addAll(partial(file, reviewer));
        refusals.addAll(deductions(checklist, deductions));
        return refusals;
    }

    private static List<Refusal> deductions(ReviewChecklist checklist, List<Deduction> deductions) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Deduction deduction : deductions) {
            Optional<Point> point = checklist.point(deduction.point());
            if (point.isEmpty() || !seen.add(deduction.point())) {
                refusals.add(Refusal.of(RULE, "file-review.point", deduction.point()));
                continue;
            }
            if (deduction.points() < 1 || deduction.points() > point.get().points()) {
                refusals.add(Refusal.of(
                        RULE,
                        "file-review.points",
                        deduction.point(),
                        point.get().points()));
            }
            if (deduction.reason().isBlank()) {
                refusals.add(Refusal.of(RULE, "file-review.reason", deduction.point()));
            }
        }
        return refusals;
    }

    /** Why a department can't object to a score. */
    public static List<Refusal> object(ReviewedFile file, String objection, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        Instant last = file.objectBy();
        if (file.state() != State.SCORED) {
            refusals.add(Refusal.of(RULE, "file-review.object-state", file.state()));
        } else if (last != null && now.isAfter(last)) {
            refusals.add(Refusal.of(RULE, "file-review.object-late", last));
        }
        refuseIf(objection.isBlank(), "file-review.objection", refusals);
        return refusals;
    }

    /**
     * Why an objection can't be decided so: not by who scored, not without a word.
     *
     * @param deductions what is taken off from now on; null: the score stands
     */
    public static List<Refusal> decide(
            ReviewedFile file,
            String decider,
            String answer,
            ReviewChecklist checklist,
            @Nullable List<Deduction> deductions) {
        List<Refusal> refusals = new ArrayList<>();
        if (file.state() != State.OBJECTED) {
            refusals.add(Refusal.of(RULE, "file-review.decide-state", file.state()));
        }
        refuseIf(decider.equals(file.scoredBy()), "file-review.own-score", refusals);
        refuseIf(answer.isBlank(), "file-review.answer", refusals);
        if (deductions != null) {
            refusals.addAll(deductions(checklist, deductions));
        }
        return refusals;
    }

    /** Why a review can't be concluded yet. */
    public static List<Refusal> conclude(FileReview review, List<ReviewedFile> files, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        refuseIf(review.state() == FileReview.State.CONCLUDED, "file-review.concluded", refusals);
        long unscored =
                files.stream().filter(file -> file.state() == State.DRAWN).count();
        if (unscored > 0) {
            refusals.add(Refusal.of(RULE, "file-review.unscored", unscored));
        }
        long undecided =
                files.stream().filter(file -> file.state() == State.OBJECTED).count();
        if (undecided > 0) {
            refusals.add(Refusal.of(RULE, "file-review.undecided", undecided));
        }
        files.stream()
                .filter(file -> file.state() == State.SCORED)
                .flatMap(file -> Stream.ofNullable(file.objectBy()))
                .filter(last -> !now.isAfter(last))
                .max(Instant::compareTo)
                .ifPresent(last -> refusals.add(Refusal.of(RULE, "file-review.objections-open", last)));
        return refusals;
    }

    /** Why files can't be scored against a list. */
    public static List<Refusal> checklist(ReviewChecklist wanted) {
        List<Refusal> refusals = new ArrayList<>();
        long codes = wanted.points().stream().map(Point::code).distinct().count();
        boolean named = wanted.points().stream()
                .allMatch(point -> !point.code().isBlank() && !point.text().isBlank() && point.points() > 0);
        refuseIf(
                wanted.points().isEmpty() || codes < wanted.points().size() || !named,
                "file-review.checklist",
                refusals);
        int sum = wanted.points().stream().mapToInt(Point::points).sum();
        if (sum != FULL_SCORE) {
            refusals.add(Refusal.of(RULE, "file-review.checklist-sum", sum, FULL_SCORE));
        }
        refuseIf(
                wanted.qualified() < 1 || wanted.excellent() <= wanted.qualified() || wanted.excellent() > FULL_SCORE,
                "file-review.grades",
                refusals);
        refuseIf(
                wanted.objectionDays() < 1 || wanted.objectionDays() > MOST_OBJECTION_DAYS,
                "file-review.days",
                refusals);
        return refusals;
    }

    /** What is left of the full score. */
    public static int score(List<Deduction> deductions) {
        return Math.max(
                0, FULL_SCORE - deductions.stream().mapToInt(Deduction::points).sum());
    }

    /** What a score comes to; anything off a critical point makes the file unqualified. */
    public static Grade grade(ReviewChecklist checklist, List<Deduction> deductions) {
        boolean critical = deductions.stream()
                .anyMatch(deduction ->
                        checklist.point(deduction.point()).map(Point::critical).orElse(false));
        int score = score(deductions);
        if (critical || score < checklist.qualified()) {
            return Grade.UNQUALIFIED;
        }
        return score >= checklist.excellent() ? Grade.EXCELLENT : Grade.QUALIFIED;
    }

    private static void refuseIf(boolean holds, String key, List<Refusal> refusals) {
        if (holds) {
            refusals.add(Refusal.of(RULE, key));
        }
    }
}
