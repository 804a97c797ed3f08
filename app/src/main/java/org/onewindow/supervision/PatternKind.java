package org.onewindow.supervision;

/** What is gamed and shown (S7). What each one is, in words and in rules, is in {@code Patterns}; its limits are data. */
public enum PatternKind {
    /** Suspensions opened within a day of the limit. */
    SUSPENDED_NEAR_LIMIT,
    /** Accepted only when ready to decide. */
    ACCEPTED_WHEN_READY,
    /** Evaluations in rapid sequence at one window. */
    EVALUATED_IN_SEQUENCE,
    /** Completed, and then put right or voided. */
    REOPENED,
    /** Receipts recorded later than they are dated. */
    BACKDATED,
    /** Materials asked for that the version doesn't list. */
    UNLISTED_MATERIALS,
    /** Filings (备案) handled like approvals. */
    FILING_LIKE_APPROVAL,
    /** Windows where few cases are decided in the hall (接件中心). */
    DECIDED_ELSEWHERE,
    /** One matter received twice. */
    RECEIVED_TWICE,
    /** One person's cases completed in clusters just before their limits. */
    CLUSTERED_BEFORE_LIMIT
}
