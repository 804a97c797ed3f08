package org.onewindow.feedback.store;

import java.sql.Array;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.onewindow.feedback.Evaluation;
import org.onewindow.feedback.Grade;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evaluations; the comment stays here, events don't carry it. */
@Repository
public class EvaluationStore {

    private final JdbcClient jdbc;

    EvaluationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Touches no row when the case was evaluated before. */
    public StateWrite insertion(long caseId, long stream, Evaluation evaluation) {
        return new StateWrite(
                """
                insert into feedback.evaluation (centre, case_id, stream, grade, tags, comment, channel, at)
                values (?, ?, ?, ?, string_to_array(?, chr(31)), ?, 'WEB', ?) on conflict do nothing""",
                List.of(
                        Centre.OURS,
                        caseId,
                        stream,
                        evaluation.grade().name(),
                        String.join("\u001f", evaluation.tags()),
                        evaluation.comment(),
                        evaluation.at().atOffset(ZoneOffset.UTC)));
    }

    /** The evaluation of a case. */
    public Optional<Evaluation> find(long caseId) {
        return jdbc.sql("select grade, tags, comment, at from feedback.evaluation where centre = ? and case_id = ?")
                .params(Centre.OURS, caseId)
                .query((row, _) -> new Evaluation(
                        Grade.valueOf(row.getString(1)),
                        tags(row.getArray(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static List<String> tags(Array array) throws java.sql.SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
