package org.onewindow.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as somebody sees it.
 *
 * @param addressed whether it is addressed to them
 * @param readAt when they acknowledged it; null: not yet
 */
public record NoticeView(
        Notice notice, boolean addressed, @Nullable Instant readAt) {

    /** Whether it waits in their inbox. */
    public boolean isUnread() {
        return addressed && readAt == null;
    }
}
