package org.onewindow.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Packing;
import org.onewindow.kernel.Bug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How answers are kept: headers and body packed together, on machine time (T13), swept away after a day. */
@Component
public final class AnswerRows {

    /** The dictionary in use. Those before it would stay readable under their own numbers. */
    private static final int PACKING = 1;

    private static final Packing PACKED = Packing.withDictionary("/journal/answers-1.txt");

    /** Between headers and body; JSON never holds it. */
    private static final byte SEPARATOR = 0;

    /** How many values {@link #bind} sets. */
    static final String PLACEHOLDERS = "?::bytea, ?::bytea, ?::smallint, ?::smallint, ?::bytea";

    static final String COLUMNS = "scope, body_digest, status, packing, content";

    private final JdbcClient jdbc;

    public AnswerRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Sets an answer's values from a place on; the place after them. */
    static int bind(PreparedStatement prepared, int first, Answer answer) throws SQLException {
        prepared.setBytes(first, answer.scope());
        prepared.setBytes(first + 1, answer.bodyDigest());
        prepared.setInt(first + 2, answer.status());
        prepared.setInt(first + 3, PACKING);
        prepared.setBytes(first + 4, pack(answer.headers(), answer.body()));
        return first + 5;
    }

    private static byte[] pack(String headers, byte[] body) {
        byte[] head = headers.getBytes(UTF_8);
        byte[] both = Arrays.copyOf(head, head.length + 1 + body.length);
        both[head.length] = SEPARATOR;
        System.arraycopy(body, 0, both, head.length + 1, body.length);
        return PACKED.pack(both);
    }

    static Answer read(ResultSet row, int number) throws SQLException {
        int packing = row.getInt("packing");
        if (packing != PACKING) {
            throw Bug.found("an answer kept with packing " + packing);
        }
        byte[] both = PACKED.unpack(row.getBytes("content"));
        int head = 0;
        while (both[head] != SEPARATOR) {
            head++;
        }
        return new Answer(
                row.getBytes("scope"),
                row.getBytes("body_digest"),
                row.getInt("status"),
                new String(both, 0, head, UTF_8),
                Arrays.copyOfRange(both, head + 1, both.length));
    }

    /**
     * Removes answers older than a day, some thousands at a time. Reads the whole table: once an hour that is cheaper than an
     * index that every command would have to keep.
     *
     * @return whether there may be more
     */
    public boolean removeOld() {
        int most = 5_000;
        return jdbc.sql("""
                                delete from journal.answer where ctid = any (array(
                                    select ctid from journal.answer
                                    where kept_at < clock_timestamp() - interval '24 hours' limit ?))
                                """).param(most).update() == most;
    }
}
