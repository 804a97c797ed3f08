package org.onewindow.documents.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.onewindow.documents.DocumentKey;
import org.onewindow.documents.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers that were made. */
@Repository
public class DocumentStore {

    private final JdbcClient jdbc;

    public DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A kept paper.
     *
     * @param number its number
     * @param pdf the bytes
     * @param prints how often it was printed, this time included where it was counted
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Kept(String number, byte[] pdf, int prints) {}

    /** The paper, if it was made before. */
    public Optional<Kept> find(DocumentKey key, Paper paper) {
        return jdbc.sql("""
                        SELECT number, pdf, prints
                          FROM documents.document
                         WHERE centre = :centre AND subject = :subject AND kind = :kind AND running = :running AND paper = :paper
                        """)
                .param("centre", key.centre())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .param("running", key.running())
                .param("paper", paper.name())
                .query((row, at) -> new Kept(row.getString("number"), row.getBytes("pdf"), row.getInt("prints")))
                .optional();
    }

    /** Keeps a paper; of two that make it at the same moment the first is kept. */
    public void keep(DocumentKey key, Paper paper, byte[] pdf, Instant madeAt) {
        jdbc.sql("""
                        INSERT INTO documents.document
                               (centre, subject, kind, running, paper, number, template_version, pdf, made_at)
                        VALUES (:centre, :subject, :kind, :running, :paper, :number, :version, :pdf, :madeAt)
                            ON CONFLICT DO NOTHING
                        """)
                .param("centre", key.centre())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .param("running", key.running())
                .param("paper", paper.name())
                .param("number", key.number())
                .param("version", key.templateVersion())
                .param("pdf", pdf)
                .param("madeAt", OffsetDateTime.ofInstant(madeAt, ZoneOffset.UTC))
                .update();
    }

    /** Counts one print over all sizes of a paper; the answer is 1 for the first. */
    public int countPrint(DocumentKey key, Paper paper) {
        return jdbc.sql("""
                        WITH counted AS (
                            UPDATE documents.document SET prints = prints + 1
                             WHERE centre = :centre AND subject = :subject AND kind = :kind AND running = :running
                               AND paper = :paper
                         RETURNING prints
                        )
                        SELECT prints + (SELECT coalesce(sum(other.prints), 0)
                                           FROM documents.document other
                                          WHERE other.centre = :centre AND other.subject = :subject AND other.kind = :kind
                                            AND other.running = :running AND other.paper <> :paper)
                          FROM counted
                        """)
                .param("centre", key.centre())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .param("running", key.running())
                .param("paper", paper.name())
                .query(Integer.class)
                .single();
    }

    /** Removes every kept paper about a subject; the answer is how many there were. */
    public int forget(int centre, String subject) {
        return jdbc.sql("DELETE FROM documents.document WHERE centre = :centre AND subject = :subject")
                .param("centre", centre)
                .param("subject", subject)
                .update();
    }
}
