package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file review (案卷评查, S10): a sample of closed files, drawn so that anybody can draw it again.
 *
 * @param id its stream in the journal
 * @param version of its last event
 * @param from first day on which files were closed
 * @param to last day
 * @param department whose files; null: all departments'
 * @param seed what the sample was drawn with
 * @param candidates among how many
 * @param digest SHA-256 over the numbers of all of them
 * @param size how many were drawn
 * @param checklist the version of the checklist they are scored against
 */
public record FileReview(
        long id,
        int version,
        State state,
        String title,
        LocalDate from,
        LocalDate to,
        @Nullable String department,
        String seed,
        int candidates,
        String digest,
        int size,
        int checklist,
        String drawnBy,
        Instant drawnAt,
        @Nullable Instant concludedAt) {

    /** How far it has come. */
    public enum State {
        OPEN,
        CONCLUDED
    }

    /** The same, concluded. */
    FileReview concluded(Instant at) {
        return new FileReview(
                id,
                version + 1,
                State.CONCLUDED,
                title,
                from,
                to,
                department,
                seed,
                candidates,
                digest,
                size,
                checklist,
                drawnBy,
                drawnAt,
                at);
    }
}
