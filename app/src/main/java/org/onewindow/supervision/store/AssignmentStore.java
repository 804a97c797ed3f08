package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.Assignment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders, orders and tasks. */
@Repository
public class AssignmentStore {

    private static final String COLUMNS =
            "id, version, kind, state, department, assignee, card, case_id, case_number, content, given_by, given_at, days,"
                    + " due_at, unanswered, answer";

    private final JdbcClient jdbc;

    public AssignmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The insertion of an assignment. */
    public StateWrite insertion(Assignment assignment) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        parameters.add(assignment.id());
        parameters.add(assignment.version());
        parameters.add(assignment.kind().name());
        parameters.add(assignment.state().name());
        parameters.add(assignment.department());
        parameters.add(assignment.assignee());
        parameters.add(assignment.card());
        parameters.add(assignment.caseId());
        parameters.add(assignment.caseNumber());
        parameters.add(assignment.content());
        parameters.add(assignment.givenBy());
        parameters.add(assignment.givenAt());
        parameters.add(assignment.days());
        parameters.add(assignment.dueAt());
        parameters.add(assignment.unanswered());
        parameters.add(assignment.answer());
        return new StateWrite(
                "insert into supervision.assignment (centre, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parameters);
    }

    /** The change of an assignment that is still as it was in a version. */
    public StateWrite change(Assignment assignment, int expectedVersion) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(assignment.version());
        parameters.add(assignment.state().name());
        parameters.add(assignment.dueAt());
        parameters.add(assignment.unanswered());
        parameters.add(assignment.answer());
        parameters.add(Centre.OURS);
        parameters.add(assignment.id());
        parameters.add(expectedVersion);
        return new StateWrite("""
                update supervision.assignment set version = ?, state = ?, due_at = ?, unanswered = ?, answer = ?
                where centre = ? and id = ? and version = ?""", parameters);
    }

    /** An assignment. */
    public Optional<Assignment> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.assignment where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> assignment(row))
                .optional();
    }

    /** Assignments that fit, latest first. */
    public List<Assignment> list(
            Assignment.@Nullable Kind kind,
            Assignment.@Nullable State state,
            @Nullable String department,
            @Nullable String assignee,
            @Nullable String caseNumber,
            long before,
            int limit) {
        StringBuilder sql =
                new StringBuilder("select " + COLUMNS + " from supervision.assignment where centre = ? and id < ?");
        List<Object> parameters = new ArrayList<>(List.of(Centre.OURS, before));
        if (kind != null) {
            sql.append(" and kind = ?");
            parameters.add(kind.name());
        }
        if (state != null) {
            sql.append(" and state = ?");
            parameters.add(state.name());
        }
        if (department != null) {
            sql.append(" and department = ?");
            parameters.add(department);
        }
        if (assignee != null) {
            sql.append(" and assignee = ?");
            parameters.add(assignee);
        }
        if (caseNumber != null) {
            sql.append(" and case_number = ?");
            parameters.add(caseNumber);
        }
        parameters.add(limit);
        return jdbc.sql(sql + " order by id desc limit ?")
                .params(parameters)
                .query((row, _) -> assignment(row))
                .list();
    }

    /** Those still open that are for somebody, or for no one else at a department of theirs: earliest limit first, then reminders. */
    public List<Assignment> openFor(String person, List<String> departments, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from supervision.assignment
                        where centre = ? and state = 'OPEN'
                          and (assignee = ? or (assignee is null and department = any (?)))
                        order by due_at nulls last, id desc limit ?""")
                .params(Centre.OURS, person, departments.toArray(String[]::new), limit)
                .query((row, _) -> assignment(row))
                .list();
    }

    /** When the next limit passes. */
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select due_at from supervision.assignment
                        where state = 'OPEN' and due_at is not null and not unanswered order by due_at limit 1""").query((row, _) -> Rows.instant(row, 1)).optional();
    }

    /** Those whose limit passed before an instant, earliest first, locked; what another node has in hand is left out. */
    public List<Assignment> due(Instant before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from supervision.assignment
                        where state = 'OPEN' and due_at < ? and not unanswered
                        order by due_at, id limit ? for update skip locked""")
                .params(Rows.utc(before), limit)
                .query((row, _) -> assignment(row))
                .list();
    }

    /** Notes that their limits passed. */
    public void unanswered(List<Long> ids) {
        jdbc.sql("update supervision.assignment set unanswered = true where centre = ? and id = any (?)")
                .params(Centre.OURS, ids.toArray(Long[]::new))
                .update();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getLong(1),
                row.getInt(2),
                Assignment.Kind.valueOf(row.getString(3)),
                Assignment.State.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                Rows.instant(row, 12),
                row.getInt(13),
                Rows.optionalInstant(row, 14),
                row.getBoolean(15),
                row.getString(16));
    }
}
