package org.onewindow.supervision.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.Addressee;
import org.onewindow.supervision.Finding;
import org.onewindow.supervision.NoticeKind;
import org.onewindow.supervision.NoticeLine;
import org.onewindow.supervision.PatternKind;
import org.onewindow.supervision.ReviewedFile;

/**
 * What supervision does besides cards: notices (S8), patterns (S7), file review (S10), and the data they go by. Events are data
 * for decades: fields are only ever added. Staff are named by their sign-in names, applicants not at all.
 */
public sealed interface OversightEvent {

    /**
     * A notice was made (S8).
     *
     * @param late whether more than a minute after the close it is dated at
     */
    record NoticeMade(
            NoticeKind kind,
            int year,
            int serial,
            LocalDate firstDay,
            LocalDate lastDay,
            Instant after,
            Instant until,
            boolean late,
            List<Addressee> addressees,
            List<NoticeLine> lines)
            implements OversightEvent {}

    /** Somebody it is addressed to acknowledged a notice (阅签): the event says who. */
    record NoticeRead(long notice) implements OversightEvent {}

    /**
     * A centre set what it goes by.
     *
     * @param name which setting
     * @param content the whole of it, as JSON
     */
    record StandardSet(String name, int number, String content) implements OversightEvent {}

    /**
     * A pattern was found (S7).
     *
     * @param thresholds the version of the thresholds it was found by
     */
    record PatternFound(
            PatternKind pattern,
            String subject,
            String department,
            int among,
            int thresholds,
            List<Finding.Evidence> evidence)
            implements OversightEvent {}

    /** A supervisor noted what became of a finding. */
    record PatternNoted(String note) implements OversightEvent {}

    /**
     * A sample of closed files was drawn (S10).
     *
     * @param digest SHA-256 over the numbers it was drawn among
     * @param files the numbers drawn, in the order they were drawn
     */
    record ReviewDrawn(
            String title,
            LocalDate from,
            LocalDate to,
            @Nullable String department,
            String seed,
            int candidates,
            String digest,
            int checklist,
            List<String> files)
            implements OversightEvent {}

    /** A file was scored. */
    record FileScored(
            long review,
            String caseNumber,
            int score,
            ReviewedFile.Grade grade,
            List<ReviewedFile.Deduction> deductions)
            implements OversightEvent {}

    /** The department objected to a score. */
    record FileObjected(long review, String objection) implements OversightEvent {}

    /**
     * An objection was decided.
     *
     * @param changed whether the score was changed
     */
    record FileDecided(
            long review,
            boolean changed,
            int score,
            ReviewedFile.Grade grade,
            List<ReviewedFile.Deduction> deductions,
            String answer)
            implements OversightEvent {}

    /** A file review was concluded; {@code cards} are those it raised. */
    record ReviewConcluded(int files, List<Long> cards) implements OversightEvent {}

    /** The names events are stored under, fixed for decades. */
    Map<String, Class<? extends OversightEvent>> TYPES = Map.of(
            "supervision.notice-made", NoticeMade.class,
            "supervision.notice-read", NoticeRead.class,
            "supervision.standard-set", StandardSet.class,
            "supervision.pattern-found", PatternFound.class,
            "supervision.pattern-noted", PatternNoted.class,
            "supervision.review-drawn", ReviewDrawn.class,
            "supervision.file-scored", FileScored.class,
            "supervision.file-objected", FileObjected.class,
            "supervision.file-decided", FileDecided.class,
            "supervision.review-concluded", ReviewConcluded.class);
}
