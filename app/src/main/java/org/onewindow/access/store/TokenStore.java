package org.onewindow.access.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.PersonalToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Personal tokens, by digest only. */
@Repository
public class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new token's digest. */
    public long insert(String userName, String name, byte[] digest, Instant madeAt, Instant expiresAt) {
        return jdbc.sql("""
                INSERT INTO access.token (user_name, name, digest, made_at, expires_at)
                VALUES (?, ?, ?, ?, ?)
                RETURNING id
                """)
                .param(userName)
                .param(name)
                .param(digest)
                .param(StaffStore.utc(madeAt))
                .param(StaffStore.utc(expiresAt))
                .query(Long.class)
                .single();
    }

    /**
     * Revokes a token of this person.
     *
     * @return false when they have no such token in force
     */
    public boolean revoke(String userName, long id, Instant at) {
        return jdbc.sql("UPDATE access.token SET revoked_at = ? WHERE id = ? AND user_name = ? AND revoked_at IS NULL")
                        .param(StaffStore.utc(at))
                        .param(id)
                        .param(userName)
                        .update()
                == 1;
    }

    /** Revokes all tokens of this person. */
    public void revokeAll(String userName, Instant at) {
        jdbc.sql("UPDATE access.token SET revoked_at = ? WHERE user_name = ? AND revoked_at IS NULL")
                .param(StaffStore.utc(at))
                .param(userName)
                .update();
    }

    /** The tokens of this person, newest first. */
    public List<PersonalToken> of(String userName, int limit) {
        return jdbc.sql("""
                SELECT id, name, made_at, expires_at, revoked_at
                  FROM access.token
                 WHERE user_name = ?
                 ORDER BY id DESC
                 LIMIT ?
                """)
                .param(userName)
                .param(limit)
                .query((row, number) -> new PersonalToken(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("revoked_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
