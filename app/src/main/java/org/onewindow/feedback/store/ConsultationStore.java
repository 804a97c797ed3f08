package org.onewindow.feedback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.feedback.Consultation;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consultations. */
@Repository
public class ConsultationStore {

    private static final String COLUMNS =
            "id, asked_at, window_number, handler, asker, item_code, item_version, question, answer, competent_body";

    private final JdbcClient jdbc;

    ConsultationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The insertion of a consultation. */
    public StateWrite insertion(Consultation consultation) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        parameters.add(consultation.id());
        parameters.add(consultation.askedAt().atOffset(ZoneOffset.UTC));
        parameters.add(consultation.window());
        parameters.add(consultation.handler());
        parameters.add(consultation.asker());
        parameters.add(consultation.itemCode());
        parameters.add(consultation.itemVersion());
        parameters.add(consultation.question());
        parameters.add(consultation.answer());
        parameters.add(consultation.competentBody());
        return new StateWrite(
                "insert into feedback.consultation (centre, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parameters);
    }

    /** A consultation. */
    public Optional<Consultation> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from feedback.consultation where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> consultation(row))
                .optional();
    }

    /** Consultations at a window, newest first. */
    public List<Consultation> at(String window, long beforeId, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from feedback.consultation where centre = ? and window_number = ? and id < ?"
                        + " order by id desc limit ?")
                .params(Centre.OURS, window, beforeId, limit)
                .query((row, _) -> consultation(row))
                .list();
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        return new Consultation(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getString(6),
                row.getObject(7, Integer.class),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
