package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.FileReview;
import org.onewindow.supervision.ReviewedFile;
import org.onewindow.supervision.ReviewedFile.Deduction;
import org.onewindow.supervision.ReviewedFile.Grade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** File reviews and the files in them. */
@Repository
public class FileReviewStore {

    private static final String REVIEW =
            "id, version, state, title, from_day, to_day, department, seed, candidates, digest, size, checklist, drawn_by,"
                    + " drawn_at, concluded_at";
    private static final String FILE =
            "id, version, review, state, case_id, case_number, item_code, department, reviewer, score, grade, deductions,"
                    + " scored_by, scored_at, object_by, objection, answer";

    private final JdbcClient jdbc;

    public FileReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deductions as they are kept with a file. */
    private record Kept(List<Deduction> deductions) {}

    /** A closed file that may be drawn. */
    public record Candidate(long caseId, String caseNumber, String itemCode, String department) {}

    /** Files closed after an instant and before another, by number, at most so many; {@code department} null: all. */
    public List<Candidate> closed(Instant from, Instant until, @Nullable String department, int limit) {
        StringBuilder sql = new StringBuilder("""
                select distinct case_id, case_number, item_code, department from supervision.deed
                where centre = ? and counted_at >= ? and counted_at < ?
                and kind in ('COMPLETED', 'NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN', 'TERMINATED')""");
        List<Object> parameters = new ArrayList<>(List.of(Centre.OURS, Rows.utc(from), Rows.utc(until)));
        if (department != null) {
            sql.append(" and department = ?");
            parameters.add(department);
        }
        sql.append(" order by case_number limit ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> new Candidate(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** The insertion of a review. */
    public StateWrite insertion(FileReview review) {
        return new StateWrite(
                "insert into supervision.file_review (centre, " + REVIEW
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Arrays.asList(
                        Centre.OURS,
                        review.id(),
                        review.version(),
                        review.state().name(),
                        review.title(),
                        review.from(),
                        review.to(),
                        review.department(),
                        review.seed(),
                        review.candidates(),
                        review.digest(),
                        review.size(),
                        review.checklist(),
                        review.drawnBy(),
                        review.drawnAt(),
                        review.concludedAt()));
    }

    /** The conclusion of a review that is still as it was in a version. */
    public StateWrite conclusion(FileReview review, int expectedVersion) {
        return new StateWrite(
                """
                update supervision.file_review set version = ?, state = ?, concluded_at = ?
                where centre = ? and id = ? and version = ?""",
                Arrays.asList(
                        review.version(),
                        review.state().name(),
                        review.concludedAt(),
                        Centre.OURS,
                        review.id(),
                        expectedVersion));
    }

    /** Puts in the files that were drawn. */
    public void insert(List<ReviewedFile> files) {
        jdbc.sql("""
                        insert into supervision.reviewed_file (centre, version, state, deductions, id, review, case_id,
                            case_number, item_code, department, reviewer)
                        select ?, 0, 'DRAWN', ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                            ?::text[], ?::text[])""")
                .param(Centre.OURS)
                .param(SupervisionJson.write(new Kept(List.of())))
                .param(Columns.longs(files, ReviewedFile::id))
                .param(Columns.longs(files, ReviewedFile::review))
                .param(Columns.longs(files, ReviewedFile::caseId))
                .param(Columns.texts(files, ReviewedFile::caseNumber))
                .param(Columns.texts(files, ReviewedFile::itemCode))
                .param(Columns.texts(files, ReviewedFile::department))
                .param(Columns.texts(files, ReviewedFile::reviewer))
                .update();
    }

    /** The change of a file that is still as it was in a version. */
    public StateWrite change(ReviewedFile file, int expectedVersion) {
        Grade grade = file.grade();
        return new StateWrite(
                """
                update supervision.reviewed_file set version = ?, state = ?, score = ?, grade = ?, deductions = ?,
                    scored_by = ?, scored_at = ?, object_by = ?, objection = ?, answer = ?
                where centre = ? and id = ? and version = ?""",
                Arrays.asList(
                        file.version(),
                        file.state().name(),
                        file.score(),
                        grade == null ? null : grade.name(),
                        SupervisionJson.write(new Kept(file.deductions())),
                        file.scoredBy(),
                        file.scoredAt(),
                        file.objectBy(),
                        file.objection(),
                        file.answer(),
                        Centre.OURS,
                        file.id(),
                        expectedVersion));
    }

    /** A review. */
    public Optional<FileReview> review(long id) {
        return jdbc.sql("select " + REVIEW + " from supervision.file_review where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> review(row))
                .optional();
    }

    /** Keeps others from concluding it until the transaction ends. */
    public void lock(long review) {
        jdbc.sql("select id from supervision.file_review where centre = ? and id = ? for update")
                .params(Centre.OURS, review)
                .query(Long.class)
                .optional();
    }

    /** Reviews, latest first. */
    public List<FileReview> reviews(long before, int limit) {
        return jdbc.sql("select " + REVIEW
                        + " from supervision.file_review where centre = ? and id < ? order by id desc limit ?")
                .params(Centre.OURS, before, limit)
                .query((row, _) -> review(row))
                .list();
    }

    /** A file. */
    public Optional<ReviewedFile> file(long id) {
        return jdbc.sql("select " + FILE + " from supervision.reviewed_file where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> file(row))
                .optional();
    }

    /** The files of a review, in the order they were drawn. */
    public List<ReviewedFile> files(long review) {
        return jdbc.sql("select " + FILE
                        + " from supervision.reviewed_file where centre = ? and review = ? order by id")
                .params(Centre.OURS, review)
                .query((row, _) -> file(row))
                .list();
    }

    /** Files somebody is to score, or that belong to departments of theirs; latest first. */
    public List<ReviewedFile> filesFor(String reviewer, List<String> departments, int limit) {
        return jdbc.sql("select " + FILE + """
                         from supervision.reviewed_file
                        where centre = ? and ((reviewer = ? and state = 'DRAWN') or department = any (?))
                        order by id desc limit ?""")
                .params(Centre.OURS, reviewer, departments.toArray(String[]::new), limit)
                .query((row, _) -> file(row))
                .list();
    }

    private static FileReview review(ResultSet row) throws SQLException {
        return new FileReview(
                row.getLong(1),
                row.getInt(2),
                FileReview.State.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                row.getString(13),
                Rows.instant(row, 14),
                Rows.optionalInstant(row, 15));
    }

    private static ReviewedFile file(ResultSet row) throws SQLException {
        String grade = row.getString(11);
        return new ReviewedFile(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                ReviewedFile.State.valueOf(row.getString(4)),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, Integer.class),
                grade == null ? null : Grade.valueOf(grade),
                SupervisionJson.read(row.getString(12), Kept.class).deductions(),
                row.getString(13),
                Rows.optionalInstant(row, 14),
                Rows.optionalInstant(row, 15),
                row.getString(16),
                row.getString(17));
    }
}
