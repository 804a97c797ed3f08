package org.onewindow.supervision.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;
import org.onewindow.supervision.CardDetail;
import org.onewindow.supervision.Share;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A card with whoever answers for it and what was done with it; {@code words} are the rule's, in the caller's language. */
record CardDetailAnswer(
        CardAnswer card, String words, List<Share> shares, List<ActAnswer> acts, List<String> allowedToYou) {

    record ActAnswer(
            int version,
            String type,
            String actor,
            @Nullable String post,
            Instant happenedAt,
            Instant recordedAt,
            JsonNode body) {}

    static CardDetailAnswer of(CardDetail detail, Texts texts, Locale locale, JsonMapper json) {
        return new CardDetailAnswer(
                CardAnswer.of(detail.card()),
                texts.text(locale, "supervision.rule." + detail.card().rule()),
                detail.shares(),
                detail.acts().stream()
                        .map(act -> new ActAnswer(
                                act.version(),
                                act.type(),
                                act.actor(),
                                act.post(),
                                act.happenedAt(),
                                act.recordedAt(),
                                json.readTree(act.body())))
                        .toList(),
                detail.allowedToYou());
    }
}
