package org.onewindow.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A personal token as its owner sees it afterwards: never the token itself.
 *
 * @param id number to revoke it by
 * @param name what its owner calls it
 * @param expiresAt from when it no longer works, in machine time (T13)
 * @param revokedAt null while in force
 */
public record PersonalToken(
        long id,
        String name,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {}
