package org.onewindow.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody was asked for (S5, S9).
 *
 * @param version of its last event
 * @param department whose matter it is
 * @param assignee sign-in name of whom it is for; null: the department
 * @param card the card it is about; null where it is about none
 * @param days its limit in working days; 0 for a reminder
 * @param dueAt the last instant for answering; null for a reminder
 * @param unanswered whether that passed without an answer
 * @param answer the latest answer; null while there is none
 */
public record Assignment(
        long id,
        int version,
        Kind kind,
        State state,
        String department,
        @Nullable String assignee,
        @Nullable Long card,
        @Nullable Long caseId,
        @Nullable String caseNumber,
        String content,
        String givenBy,
        Instant givenAt,
        int days,
        @Nullable Instant dueAt,
        boolean unanswered,
        @Nullable String answer) {

    /** Kinds of assignment. */
    public enum Kind {
        /** 催办: needs no answer. */
        REMINDER,
        /** 督办单. */
        ORDER,
        /** 领导交办. */
        TASK
    }

    /** How far it has come. */
    public enum State {
        OPEN,
        ANSWERED,
        CLOSED
    }

    /** The same after something was done with it. */
    Assignment with(State newState, @Nullable Instant newDueAt, boolean newUnanswered, @Nullable String newAnswer) {
        return new Assignment(
                id,
                version + 1,
                kind,
                newState,
                department,
                assignee,
                card,
                caseId,
                caseNumber,
                content,
                givenBy,
                givenAt,
                days,
                newDueAt,
                newUnanswered,
                newAnswer);
    }
}
