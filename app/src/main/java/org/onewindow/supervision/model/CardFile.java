package org.onewindow.supervision.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.Colour;

/**
 * A card: what is known of it, folded from its events.
 *
 * @param version version of its last event
 * @param owner whose signal it is: the case, or what wasn't answered
 * @param at the instant it is dated at
 * @param recordedAt when it was raised
 * @param explainBy the last instant for explaining; null where nobody has to
 * @param role the role that answers
 * @param responsible who held that post then, where it was one person
 * @param points what it takes off now: the colour's, or as found
 * @param late whether it was raised more than a minute after its instant
 */
public record CardFile(
        long id,
        int version,
        CardState state,
        Colour colour,
        String rule,
        String ruleSet,
        long owner,
        @Nullable Long caseId,
        @Nullable String caseNumber,
        int caseVersion,
        String department,
        @Nullable String window,
        Watch.Key key,
        Instant at,
        @Nullable Instant dueAt,
        Instant recordedAt,
        @Nullable Instant explainBy,
        @Nullable String step,
        String role,
        @Nullable String responsible,
        int points,
        boolean appealed,
        boolean late) {

    /** A card as it is raised. */
    public static CardFile raised(long id, CardEvent.Raised event, Instant at, Instant recordedAt) {
        return new CardFile(
                id,
                1,
                CardState.OPEN,
                event.colour(),
                event.rule(),
                event.ruleSet(),
                event.owner(),
                event.caseId(),
                event.caseNumber(),
                event.caseVersion(),
                event.department(),
                event.window(),
                new Watch.Key(event.clock(), event.reference(), event.startedAt(), event.colour()),
                at,
                event.dueAt(),
                recordedAt,
                event.explainBy(),
                event.step(),
                event.role(),
                event.responsible(),
                event.points(),
                false,
                event.late());
    }

    /** The card after one more event. */
    public CardFile after(CardEvent event) {
        return switch (event) {
            case CardEvent.Raised _ -> throw org.onewindow.kernel.Bug.found("a card raised twice: " + id);
            case CardEvent.Explained _ -> with(CardState.EXPLAINED, points, appealed);
            case CardEvent.Found found -> with(CardState.FOUND, found.points(), appealed);
            case CardEvent.Appealed _ -> with(CardState.APPEALED, points, true);
            case CardEvent.AppealDecided decided ->
                decided.granted() ? with(CardState.LIFTED, 0, true) : with(CardState.FOUND, points, true);
            case CardEvent.Lifted _ -> with(CardState.LIFTED, 0, appealed);
            case CardEvent.Withdrawn _ -> with(CardState.LIFTED, 0, appealed);
        };
    }

    private CardFile with(CardState newState, int newPoints, boolean newAppealed) {
        return new CardFile(
                id,
                version + 1,
                newState,
                colour,
                rule,
                ruleSet,
                owner,
                caseId,
                caseNumber,
                caseVersion,
                department,
                window,
                key,
                at,
                dueAt,
                recordedAt,
                explainBy,
                step,
                role,
                responsible,
                newPoints,
                newAppealed,
                late);
    }
}
