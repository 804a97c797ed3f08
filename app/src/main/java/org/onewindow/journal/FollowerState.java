package org.onewindow.journal;

import org.jspecify.annotations.Nullable;

/**
 * How a follower is doing.
 *
 * @param position everything up to and including it is done
 * @param lag how many positions it is behind
 * @param parked how many streams are parked
 * @param error why it stopped; null while it runs. Names the exception and where, never data.
 */
public record FollowerState(
        String name,
        long position,
        long lag,
        int parked,
        @Nullable String error) {}
