package org.onewindow.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, about to be appended.
 *
 * @param stream what it happened to (a case, a complaint …), from {@link Journal#nextStream()}
 * @param version position in the stream, from 1, without gaps
 * @param type e.g. {@code case.accepted}; released types are kept for decades
 * @param actor sign-in name, {@code system} or {@code public}
 * @param post the post acted in, e.g. {@code CLERK}; null for system and public
 * @param window the window acted at, if any
 * @param happenedAt when it happened, which may be earlier than when it was recorded
 * @param body JSON without personal data
 */
public record NewEvent(
        long stream,
        int version,
        String type,
        String actor,
        @Nullable String post,
        @Nullable String window,
        Instant happenedAt,
        String body) {}
