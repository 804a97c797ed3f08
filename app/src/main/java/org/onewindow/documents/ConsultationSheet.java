package org.onewindow.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 咨询一次性告知单 (C1a).
 *
 * @param head the usual
 * @param askedAt when it was asked
 * @param asker who asked; empty where they didn't say
 * @param question what was asked
 * @param itemName the matter; empty where it is no item of ours
 * @param legalBasis its basis; may be empty
 * @param limits its limits in words; may be empty
 * @param procedure its steps, in order
 * @param materials all materials
 * @param fee what it costs, in words; may be empty
 * @param replies what the bodies said it was passed on to; empty where it was answered at once
 * @param answer the answer, or why not
 * @param competentBody the right body, with place and phone; null unless it is another body's matter
 * @param handler who answered
 */
public record ConsultationSheet(
        Head head,
        Instant askedAt,
        String asker,
        String question,
        String itemName,
        String legalBasis,
        String limits,
        List<String> procedure,
        List<MaterialLine> materials,
        String fee,
        List<Reply> replies,
        String answer,
        @Nullable String competentBody,
        String handler)
        implements DocumentModel {
    /** What a body said. */
    public record Reply(String body, String text) {}

    public ConsultationSheet {
        procedure = List.copyOf(procedure);
        materials = List.copyOf(materials);
        replies = List.copyOf(replies);
    }
}
