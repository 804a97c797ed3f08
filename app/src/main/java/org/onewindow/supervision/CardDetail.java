package org.onewindow.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.kernel.Refusal;

/**
 * A card with whoever answers for it and everything that was done with it.
 *
 * @param shares who had the case for how much of the clock's time; empty where it is no clock's
 * @param acts what was done with it, oldest first
 * @param allowedToYou the commands the viewer may give now
 * @param blockedToYou the commands that would be the viewer's to give, and why they can't now
 */
public record CardDetail(
        CardView card, List<Share> shares, List<Act> acts, List<String> allowedToYou, List<Blocked> blockedToYou) {

    /** A command that isn't possible now. */
    public record Blocked(String word, Refusal reason) {}

    /**
     * Something that was done with a card.
     *
     * @param type e.g. {@code supervision.card-explained}
     * @param body JSON; names staff by their sign-in names, applicants not at all
     */
    public record Act(
            int version,
            String type,
            String actor,
            @Nullable String post,
            Instant happenedAt,
            Instant recordedAt,
            String body) {}

    /** Events of a card or an assignment as what was done with it. */
    static List<Act> acts(List<RecordedEvent> events) {
        return events.stream()
                .map(event -> new Act(
                        event.version(),
                        event.type(),
                        event.actor(),
                        event.post(),
                        event.happenedAt(),
                        event.recordedAt(),
                        event.body()))
                .toList();
    }

    public CardDetail {
        shares = List.copyOf(shares);
        acts = List.copyOf(acts);
        allowedToYou = List.copyOf(allowedToYou);
        blockedToYou = List.copyOf(blockedToYou);
    }
}
