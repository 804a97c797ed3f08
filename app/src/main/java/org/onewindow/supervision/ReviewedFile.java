package org.onewindow.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a sample (S10): its score with what was taken off and why, and what the department had to say to it.
 *
 * @param id its stream in the journal
 * @param version of its last event
 * @param reviewer sign-in name of who is to score it; null: any supervisor or manager
 * @param score of 100; null until it is scored
 * @param scoredBy sign-in name of who scored it
 * @param objectBy the last instant for objecting; null until it is scored
 * @param objection what the department had to say; null: nothing
 * @param answer what was decided on it
 */
public record ReviewedFile(
        long id,
        int version,
        long review,
        State state,
        long caseId,
        String caseNumber,
        String itemCode,
        String department,
        @Nullable String reviewer,
        @Nullable Integer score,
        @Nullable Grade grade,
        List<Deduction> deductions,
        @Nullable String scoredBy,
        @Nullable Instant scoredAt,
        @Nullable Instant objectBy,
        @Nullable String objection,
        @Nullable String answer) {

    /** How far it has come. */
    public enum State {
        DRAWN,
        SCORED,
        OBJECTED,
        /** The objection was decided. */
        DECIDED
    }

    /** What the score comes to. */
    public enum Grade {
        EXCELLENT,
        QUALIFIED,
        UNQUALIFIED
    }

    /** So many points off a point of the checklist, and why. */
    public record Deduction(String point, int points, String reason) {}

    public ReviewedFile {
        deductions = List.copyOf(deductions);
    }

    /** One that was drawn. */
    static ReviewedFile drawn(
            long id,
            long review,
            long caseId,
            String caseNumber,
            String itemCode,
            String department,
            @Nullable String reviewer) {
        return new ReviewedFile(
                id,
                0,
                review,
                State.DRAWN,
                caseId,
                caseNumber,
                itemCode,
                department,
                reviewer,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, scored. */
    ReviewedFile scored(int points, Grade comesTo, List<Deduction> off, String by, Instant at, Instant mayObjectBy) {
        return after(State.SCORED, points, comesTo, off, by, at, mayObjectBy, null, null);
    }

    /** The same, with what the department had to say. */
    ReviewedFile objected(String said) {
        return after(State.OBJECTED, score, grade, deductions, scoredBy, scoredAt, objectBy, said, null);
    }

    /** The same, with what was decided on the objection. */
    ReviewedFile decided(int points, Grade comesTo, List<Deduction> off, String said) {
        return after(State.DECIDED, points, comesTo, off, scoredBy, scoredAt, objectBy, objection, said);
    }

    private ReviewedFile after(
            State next,
            @Nullable Integer points,
            @Nullable Grade comesTo,
            List<Deduction> off,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable Instant mayObjectBy,
            @Nullable String objected,
            @Nullable String decided) {
        return new ReviewedFile(
                id,
                version + 1,
                review,
                next,
                caseId,
                caseNumber,
                itemCode,
                department,
                reviewer,
                points,
                comesTo,
                off,
                by,
                at,
                mayObjectBy,
                objected,
                decided);
    }
}
