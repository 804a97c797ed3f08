package org.onewindow.desk.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts of receipts, one a member of staff. */
@Repository
public class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a draft in the place of the one before. */
    public void save(String userName, Instant now, byte[] sealed) {
        jdbc.sql("""
                        insert into desk.receipt_draft (centre, user_name, saved_at, sealed) values (?, ?, ?, ?)
                        on conflict (centre, user_name) do update
                        set saved_at = excluded.saved_at, sealed = excluded.sealed""")
                .params(Centre.OURS, userName, now.atOffset(ZoneOffset.UTC), sealed)
                .update();
    }

    /** Somebody's draft, made of the instant it was saved at and its sealed bytes. */
    public <T> Optional<T> find(String userName, BiFunction<Instant, byte[], T> making) {
        return jdbc.sql("select saved_at, sealed from desk.receipt_draft where centre = ? and user_name = ?")
                .params(Centre.OURS, userName)
                .query((row, _) ->
                        making.apply(row.getObject(1, OffsetDateTime.class).toInstant(), row.getBytes(2)))
                .optional();
    }

    public void delete(String userName) {
        jdbc.sql("delete from desk.receipt_draft where centre = ? and user_name = ?")
                .params(Centre.OURS, userName)
                .update();
    }

    /** Deletes whatever nobody came back to. */
    public void deleteOlderThan(Instant instant) {
        jdbc.sql("delete from desk.receipt_draft where saved_at < ?")
                .param(instant.atOffset(ZoneOffset.UTC))
                .update();
    }
}
