package org.onewindow.parties.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.RowWrite;
import org.onewindow.parties.SealedParty;
import org.onewindow.postgres.Numbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of parties, their wrapped keys, and who saw them. */
@Repository
public class PartyStore {

    private static final int BLOCK = 64;

    private final JdbcClient jdbc;
    private final Numbers ids;

    public PartyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.ids = new Numbers(jdbc, "parties.party_id_seq", BLOCK);
    }

    /** The number of a party about to be kept. */
    public long nextId() {
        return ids.next();
    }

    /** What {@link #keep} found or made. */
    public record Kept(SealedParty row, boolean made) {}

    /**
     * A party about to be kept.
     *
     * @param idDigest null where nobody will look for it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record NewRow(
            long id,
            String kind,
            byte @Nullable [] idDigest,
            byte @Nullable [] nameDigest,
            byte[] wrapped,
            byte[] sealed,
            Instant at) {}

    /**
     * Finds the party with these digests or makes it, in one statement.
     *
     * @return empty when a twin made it at the same moment: ask again
     */
    public Optional<Kept> keep(NewRow row) {
        return jdbc.sql("""
                        with made as (
                            insert into parties.party (id, kind, id_digest, name_digest, sealed, kept_at)
                            values (:id, :kind, :idDigest, :nameDigest, :sealed, :at)
                            on conflict on constraint party_once do nothing
                            returning id
                        ), keyed as (
                            insert into parties.party_key (party, wrapped)
                            select id, :wrapped from made
                            returning party
                        )
                        select party as id, :idDigest as id_digest, :wrapped as wrapped, :sealed as sealed, true as made
                          from keyed
                        union all
                        select id, id_digest, wrapped, sealed, false
                          from parties.party join parties.party_key on party = id
                         where kind = :kind and id_digest = :idDigest and name_digest = :nameDigest
                        """)
                .param("id", row.id())
                .param("kind", row.kind())
                .param("idDigest", row.idDigest())
                .param("nameDigest", row.nameDigest())
                .param("wrapped", row.wrapped())
                .param("sealed", row.sealed())
                .param("at", utc(row.at()))
                .query((found, number) -> new Kept(row(found, number), found.getBoolean("made")))
                .optional();
    }

    /** The insertion of a party and its key, for whoever takes rows along. */
    public static List<RowWrite> insertions(NewRow row) {
        return List.of(
                new RowWrite(
                        """
                        insert into parties.party (id, kind, id_digest, name_digest, sealed, kept_at)
                        select ?::bigint, ?, ?::bytea, ?::bytea, ?::bytea, ?::timestamptz where true""",
                        parameters(
                                row.id(), row.kind(), row.idDigest(), row.nameDigest(), row.sealed(), utc(row.at()))),
                new RowWrite(
                        "insert into parties.party_key (party, wrapped) select ?::bigint, ?::bytea where true",
                        parameters(row.id(), row.wrapped())));
    }

    /** A change of what is sealed; nothing where somebody else changed it meanwhile, whose change then is the later one. */
    public static RowWrite resealing(SealedParty from, SealedParty to) {
        return new RowWrite(
                "update parties.party set sealed = ? where id = ? and sealed = ?",
                parameters(to.sealed(), from.id(), from.sealed()));
    }

    private static List<@Nullable Object> parameters(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** Inserts a party that nobody will look for. */
    public void insert(NewRow row) {
        insertions(row)
                .forEach(write ->
                        jdbc.sql(write.sql()).params(write.parameters()).update());
    }

    /** A party with an id number that was asked for; under another name it may be a slip. */
    public record Namesake(SealedParty row, boolean sameName) {}

    /** Parties of a kind with this id number, the one of this name first. */
    public List<Namesake> find(String kind, byte[] idDigest, byte[] nameDigest) {
        return jdbc.sql("""
                        select id, id_digest, wrapped, sealed, name_digest = ? as same_name
                        from parties.party join parties.party_key on party = id
                        where id_digest = ? and kind = ? order by same_name desc, id limit 100
                        """)
                .params(nameDigest, idDigest, kind)
                .query((found, number) -> new Namesake(row(found, number), found.getBoolean("same_name")))
                .list();
    }

    public List<Long> withIdDigest(byte[] idDigest) {
        return jdbc.sql("select id from parties.party where id_digest = :idDigest order by id limit 1000")
                .param("idDigest", idDigest)
                .query((found, number) -> found.getLong("id"))
                .list();
    }

    public boolean anyHas(Collection<Long> ids, byte[] idDigest) {
        return jdbc.sql("select exists (select from parties.party where id = any (:ids) and id_digest = :idDigest)")
                .param("ids", ids.toArray(Long[]::new))
                .param("idDigest", idDigest)
                .query(Boolean.class)
                .single();
    }

    /** One party, in a statement of its own: the server keeps its plan, where one over an array is made anew each time. */
    public Optional<SealedParty> find(long id) {
        return jdbc.sql("""
                        select id, id_digest, wrapped, sealed from parties.sealed_party where id = ?
                        """).param(id).query(PartyStore::row).optional();
    }

    public List<SealedParty> find(Collection<Long> ids) {
        return jdbc.sql("""
                        select id, id_digest, wrapped, sealed from parties.sealed_party where id = any (?)
                        """)
                .param(ids.toArray(Long[]::new))
                .query(PartyStore::row)
                .list();
    }

    private static SealedParty row(ResultSet found, int number) throws SQLException {
        return new SealedParty(found.getLong(1), found.getBytes(2), found.getBytes(3), found.getBytes(4));
    }

    /** One party, locked until the transaction ends, so that two changes can't undo each other. */
    public Optional<SealedParty> lock(long id) {
        return jdbc.sql("""
                        select id, id_digest, wrapped, sealed
                          from parties.party join parties.party_key on party = id
                         where id = :id
                           for update
                        """).param("id", id).query(PartyStore::row).optional();
    }

    public void reseal(SealedParty changed) {
        jdbc.sql("update parties.party set sealed = :sealed where id = :id and erased_at is null")
                .param("sealed", changed.sealed())
                .param("id", changed.id())
                .update();
    }

    /** Destroys a party's key and everything sealed with it. */
    public void erase(long id, Instant at) {
        jdbc.sql("""
                        with unlocked as (delete from parties.party_key where party = :id)
                        update parties.party
                           set sealed = null, id_digest = null, name_digest = null, erased_at = :at
                         where id = :id and erased_at is null
                        """).param("id", id).param("at", utc(at)).update();
    }

    public void recordUnmasking(long id, String actor, String why, Instant at) {
        jdbc.sql("insert into parties.unmasking (party, actor, why, at) values (:party, :actor, :why, :at)")
                .param("party", id)
                .param("actor", actor)
                .param("why", why)
                .param("at", utc(at))
                .update();
    }

    public byte @Nullable [] fingerprint() {
        return jdbc.sql("select fingerprint from parties.master_key")
                .query((found, number) -> found.getBytes("fingerprint"))
                .optional()
                .orElse(null);
    }

    /** Notes which key seals this database; the first one to say so counts. */
    public void noteFingerprint(byte[] fingerprint) {
        jdbc.sql("insert into parties.master_key (fingerprint) values (:fingerprint) on conflict do nothing")
                .param("fingerprint", fingerprint)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
