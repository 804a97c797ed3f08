package org.onewindow.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card in a list.
 *
 * @param rule the rule's id in the domain
 * @param ruleSet the set of rules it was made under
 * @param item code of the case's item; null where it is about no case
 * @param owner whose signal it is: the case, or the card or assignment that wasn't answered
 * @param clock the kind of clock; null for what is no clock
 * @param reference what the clock is about, or which content rule it is
 * @param at the instant it is dated at
 * @param recordedAt when it was raised
 * @param late whether that was more than a minute later
 * @param overrunDays working days begun after the limit until it was met, or until now
 * @param role the role that answers
 * @param responsible sign-in name of who held that post then, where it was one person
 */
public record CardView(
        long id,
        int version,
        Colour colour,
        String rule,
        String ruleSet,
        @Nullable String caseNumber,
        @Nullable String item,
        long owner,
        String department,
        @Nullable String window,
        @Nullable String step,
        @Nullable String clock,
        String reference,
        @Nullable Instant dueAt,
        Instant at,
        Instant recordedAt,
        boolean late,
        int overrunDays,
        String role,
        @Nullable String responsible,
        @Nullable Instant explainBy,
        int points,
        CardState state) {}
