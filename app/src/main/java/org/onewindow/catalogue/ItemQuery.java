package org.onewindow.catalogue;

import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.Level;

/**
 * What a list of items is narrowed by; null where it isn't.
 *
 * @param words what somebody typed
 * @param limit at most this many
 * @param after cursor of the page before
 */
public record ItemQuery(
        @Nullable String words,
        @Nullable String department,
        @Nullable Level level,
        @Nullable HandlingClass kind,
        int limit,
        @Nullable String after) {}
