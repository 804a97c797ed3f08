package org.onewindow.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Role;

/**
 * Whether an addressee has acknowledged a notice.
 *
 * @param department whose post they hold; null where the role is nobody's in particular
 * @param readAt null: not yet
 */
public record NoticeReceipt(
        String userName,
        String displayName,
        Role role,
        @Nullable String department,
        @Nullable Instant readAt) {}
