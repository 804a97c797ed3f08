package org.onewindow.supervision.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Outcome;

/**
 * What can happen to a card (S3, S4). Events are data for decades: fields are only ever added. Staff are named by their sign-in
 * names, applicants not at all.
 */
public sealed interface CardEvent {

    /**
     * A card was raised.
     *
     * @param owner whose signal it is: the case, or what wasn't answered
     * @param clock the kind of clock; empty for what is no clock
     * @param ruleSet the set it was made under
     * @param late whether it was raised more than a minute after its instant (S2)
     * @param responsible who held the post that answers, where that was one person
     */
    record Raised(
            Colour colour,
            String rule,
            String ruleSet,
            long owner,
            @Nullable Long caseId,
            @Nullable String caseNumber,
            int caseVersion,
            String department,
            @Nullable String window,
            String clock,
            String reference,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable String step,
            String role,
            @Nullable String responsible,
            @Nullable Instant explainBy,
            int points,
            boolean late)
            implements CardEvent {}

    /** 情况说明: somebody who answers for it explained. */
    record Explained(String explanation) implements CardEvent {}

    /** 认定: a supervisor found whether and how somebody answers for it. */
    record Found(boolean upheld, List<Outcome> outcomes, int points, String reason) implements CardEvent {}

    /** 申诉. */
    record Appealed(String reason) implements CardEvent {}

    /** The appeal was decided: granted lifts the card, else the finding stands. */
    record AppealDecided(boolean granted, String reason) implements CardEvent {}

    /** 摘牌 by a supervisor, with the evidence for it. */
    record Lifted(String reason, String evidence) implements CardEvent {}

    /** The system lifted it, because the signal turned out wrong (S4). */
    record Withdrawn(String cause, @Nullable Instant movedTo, int caseVersion, long edition) implements CardEvent {}

    /** The names events are stored under, fixed for decades. */
    Map<String, Class<? extends CardEvent>> TYPES = types();

    private static Map<String, Class<? extends CardEvent>> types() {
        Map<String, Class<? extends CardEvent>> types = new LinkedHashMap<>();
        types.put("supervision.card-raised", Raised.class);
        types.put("supervision.card-explained", Explained.class);
        types.put("supervision.card-found", Found.class);
        types.put("supervision.card-appealed", Appealed.class);
        types.put("supervision.card-appeal-decided", AppealDecided.class);
        types.put("supervision.card-lifted", Lifted.class);
        types.put("supervision.card-withdrawn", Withdrawn.class);
        return Map.copyOf(types);
    }

    /** The type an event is stored under. */
    static String nameOf(CardEvent event) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == event.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> Bug.found("an event without a type: " + event.getClass()));
    }
}
