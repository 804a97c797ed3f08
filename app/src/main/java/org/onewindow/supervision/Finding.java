package org.onewindow.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that was found (S7): kept with its evidence, and never found again in the same events.
 *
 * @param id its stream in the journal
 * @param version of its last event
 * @param subject a window's number, somebody's sign-in name or a case's number, as the pattern has it
 * @param among among how many the evidence stands out; 0 where it stands for itself
 * @param thresholds the version of the thresholds it was found by
 * @param note what became of it; null while nobody has said
 */
public record Finding(
        long id,
        int version,
        PatternKind pattern,
        String subject,
        String department,
        Instant foundAt,
        int among,
        int thresholds,
        List<Evidence> evidence,
        @Nullable String note,
        @Nullable String notedBy,
        @Nullable Instant notedAt) {

    /**
     * An event that shows it.
     *
     * @param stream what it happened to
     * @param event version of the event there
     * @param kind what happened
     * @param minutesLeft minutes of business left to the limit; negative: passed; null: there was none
     */
    public record Evidence(
            String caseNumber,
            long stream,
            int event,
            String kind,
            Instant at,
            Instant recordedAt,
            String actor,
            @Nullable Integer minutesLeft) {}

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** The same with what became of it. */
    Finding noted(String newNote, String by, Instant at) {
        return new Finding(
                id, version + 1, pattern, subject, department, foundAt, among, thresholds, evidence, newNote, by, at);
    }
}
