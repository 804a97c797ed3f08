package org.onewindow.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which cards to list, latest first. Null asks for any.
 *
 * @param from dated at or after
 * @param until dated before
 * @param responsible sign-in name of whoever answers
 * @param rule the rule's id in the domain
 * @param state how far it has come
 * @param after cursor of the page before
 */
public record CardQuery(
        @Nullable Colour colour,
        @Nullable String caseNumber,
        @Nullable String department,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String responsible,
        @Nullable String rule,
        @Nullable CardState state,
        @Nullable String after) {

    /** All of them. */
    public static final CardQuery ALL = new CardQuery(null, null, null, null, null, null, null, null, null);

    /** Those somebody answers for. */
    public static CardQuery of(String responsible) {
        return ALL.ofPerson(responsible);
    }

    /** The same, of a case only. */
    CardQuery ofCase(String only) {
        return new CardQuery(colour, only, department, from, until, responsible, rule, state, after);
    }

    /** The same, of a department only. */
    CardQuery ofDepartment(String only) {
        return new CardQuery(colour, caseNumber, only, from, until, responsible, rule, state, after);
    }

    /** The same, of a person only. */
    CardQuery ofPerson(String only) {
        return new CardQuery(colour, caseNumber, department, from, until, only, rule, state, after);
    }
}
