package org.onewindow.supervision.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.model.Watch.Subject;

/**
 * What supervision keeps of a case.
 *
 * @param version the version of the case it was last seen in
 * @param colour its worst card that wasn't lifted: 0 none, 1 warning, 2 yellow, 3 red
 * @param window empty for a case of a station
 * @param firstInquiry sign-in name of the first-inquiry responsible person (C5)
 * @param dueAt the earliest limit still open, with its day; null where nothing is due
 */
public record FollowedRow(
        long caseId,
        int version,
        String number,
        String itemCode,
        String department,
        String window,
        String holder,
        String firstInquiry,
        @Nullable String step,
        @Nullable String stepRole,
        boolean open,
        boolean suspended,
        int colour,
        @Nullable Instant dueAt,
        @Nullable LocalDate dueOn,
        Instant receivedAt,
        @Nullable Instant endedAt) {

    /** The same with another colour. */
    public FollowedRow coloured(int newColour) {
        return new FollowedRow(
                caseId,
                version,
                number,
                itemCode,
                department,
                window,
                holder,
                firstInquiry,
                step,
                stepRole,
                open,
                suspended,
                newColour,
                dueAt,
                dueOn,
                receivedAt,
                endedAt);
    }

    /** What a card says of the case as it is. */
    public Subject subject() {
        return new Subject(
                caseId, number, version, department, window.isEmpty() ? null : window, holder, step, stepRole);
    }
}
