package org.onewindow.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consultation (咨询, C1): asked and answered, with the one-time sheet it ends with (C1a).
 *
 * @param handler sign-in name of who answered
 * @param asker party number of who asked; null where they didn't say
 * @param itemCode the item it was about; null where it is none of ours
 * @param itemVersion its version then
 * @param competentBody the right body with place and phone; null unless it is another body's matter
 */
public record Consultation(
        long id,
        Instant askedAt,
        @Nullable String window,
        String handler,
        @Nullable Long asker,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        String question,
        String answer,
        @Nullable String competentBody) {}
