package org.onewindow.supervision.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.CardView;
import org.onewindow.supervision.Colour;

/** A card as the contract writes it; {@code raisedAt} is the instant it is dated at, {@code recordedAt} when that was done. */
record CardAnswer(
        long id,
        Colour colour,
        String rule,
        String ruleSet,
        @Nullable String caseNumber,
        String department,
        @Nullable String window,
        @Nullable String step,
        @Nullable String clock,
        String reference,
        @Nullable Instant dueAt,
        Instant raisedAt,
        Instant recordedAt,
        boolean late,
        int overrunDays,
        String role,
        @Nullable String responsible,
        @Nullable Instant explainBy,
        int points,
        CardState state,
        int version) {

    static CardAnswer of(CardView card) {
        return new CardAnswer(
                card.id(),
                card.colour(),
                card.rule(),
                card.ruleSet(),
                card.caseNumber(),
                card.department(),
                card.window(),
                card.step(),
                card.clock(),
                card.reference(),
                card.dueAt(),
                card.at(),
                card.recordedAt(),
                card.late(),
                card.overrunDays(),
                card.role(),
                card.responsible(),
                card.explainBy(),
                card.points(),
                card.state(),
                card.version());
    }
}
