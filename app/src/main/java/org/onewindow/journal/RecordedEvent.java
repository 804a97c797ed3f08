package org.onewindow.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as read back from the journal.
 *
 * @param position dense position over all streams of the database; 0 when read by stream, before it was given one
 */
public record RecordedEvent(
        long position,
        int centre,
        long stream,
        int version,
        String type,
        String actor,
        @Nullable String post,
        @Nullable String window,
        Instant happenedAt,
        Instant recordedAt,
        String body) {}
