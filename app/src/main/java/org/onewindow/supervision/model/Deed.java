package org.onewindow.supervision.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as notices count it (S8) and patterns look at it (S7): with what was so at that instant, and never
 * changed afterwards. Holds no personal data but the applicant's party number.
 *
 * @param stream what it happened to in the journal: a case, a card, an evaluation
 * @param version of the event
 * @param mark what else there is to say of it
 * @param department whose case it is
 * @param window empty for cases of a station
 * @param division code of the township whose station received it; empty for the county's own hall
 * @param applicant the applicant's party number; 0 where it is no receipt
 * @param actor sign-in name of who did it
 * @param at when it happened
 * @param countedAt the instant by which notices count it: when it happened, or the first instant after the last close that was
 *     told of before it was known
 * @param minutesLeft minutes of business that were left to the limit it is about; negative: passed by so many; null: none
 * @param usedDays working days the case took against its promise, once it is completed
 * @param promisedDays working days it was promised within
 * @param position of the event in the journal
 */
public record Deed(
        long stream,
        int version,
        Kind kind,
        Mark mark,
        long caseId,
        String caseNumber,
        String itemCode,
        String department,
        String window,
        String division,
        long applicant,
        String actor,
        @Nullable String post,
        Instant at,
        Instant recordedAt,
        Instant countedAt,
        @Nullable Integer minutesLeft,
        @Nullable Integer usedDays,
        @Nullable Integer promisedDays,
        long position) {

    /** What happened. */
    public enum Kind {
        RECEIVED,
        ACCEPTED,
        NOT_ACCEPTED,
        SUPPLEMENT_REQUESTED,
        /** The RETURN regime: the papers went back with the notice, and the case ended. */
        RETURNED,
        SUPPLEMENTED,
        SUSPENDED,
        EXTENDED,
        DECIDED,
        RESULT_RECORDED,
        COMPLETED,
        WITHDRAWN,
        TERMINATED,
        VOIDED,
        CORRECTED,
        EVALUATED,
        WARNED,
        YELLOW,
        RED,
        LIFTED
    }

    /** What else there is to say. */
    public enum Mark {
        NONE,
        /** Accepted by law, nobody having answered (T4). */
        DEEMED,
        /** Completed at or before the promised instant, without an extension. */
        ON_TIME,
        /** Completed within an extension (T7). */
        EXTENDED,
        /** Completed after its promise. */
        LATE,
        /** Asked for what the version doesn't list. */
        UNLISTED,
        /** The application was refused. */
        REFUSED,
        /** The case had been completed before. */
        AFTER_COMPLETION,
        /** The case had ended before, otherwise than by completion. */
        AFTER_END
    }
}
