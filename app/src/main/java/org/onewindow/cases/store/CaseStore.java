package org.onewindow.cases.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseQuery;
import org.onewindow.cases.CommitmentState;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.CaseFile.StepRun;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.parties.SealedParty;
import org.onewindow.postgres.Numbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Case rows: one statement each, written through the journal together with the events. */
@Repository
public class CaseStore {

    private static final int SERIAL_BLOCK = 16;

    private final JdbcClient jdbc;
    private final Numbers serials;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.serials = new Numbers(jdbc, "cases.serial", SERIAL_BLOCK);
    }

    /** The next serial of case numbers (C11). A restart, or many who ask at once, may leave some out; none is ever repeated. */
    public int nextSerial() {
        return Math.toIntExact(serials.next());
    }

    /** The insertion of a new case. */
    public StateWrite insertion(int centre, CaseFile file, @Nullable Instant dueAt, @Nullable Instant wakeAt) {
        return new StateWrite(
                """
                insert into cases.case_file (centre, id, number, version, state, open, item_code, item_version, department,
                    at_window, station, holder, step, applicant, received_at, due_at, wake_at, edition,
                    commitment_broken, facts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                parameters(
                        centre,
                        file.id(),
                        file.number(),
                        file.version(),
                        file.state().name(),
                        file.isOpen(),
                        file.itemCode(),
                        file.itemVersion(),
                        file.department(),
                        file.window(),
                        file.station(),
                        file.holder(),
                        step(file),
                        file.applicant(),
                        utc(file.receivedAt()),
                        dueAt(dueAt),
                        utc(wakeAt),
                        file.edition(),
                        hasBrokenCommitment(file),
                        CaseJson.write(file)));
    }

    /** The change of a case that is still as it was in a version. */
    public StateWrite change(
            int centre, int expectedVersion, CaseFile file, @Nullable Instant dueAt, @Nullable Instant wakeAt) {
        return new StateWrite(
                """
                update cases.case_file
                set version = ?, state = ?, open = ?, at_window = ?, holder = ?, step = ?, due_at = ?, wake_at = ?,
                    edition = ?, commitment_broken = ?, facts = ?
                where centre = ? and id = ? and version = ?""",
                parameters(
                        file.version(),
                        file.state().name(),
                        file.isOpen(),
                        file.window(),
                        file.holder(),
                        step(file),
                        dueAt(dueAt),
                        utc(wakeAt),
                        file.edition(),
                        hasBrokenCommitment(file),
                        CaseJson.write(file),
                        centre,
                        file.id(),
                        expectedVersion));
    }

    private static List<@Nullable Object> parameters(@Nullable Object... values) {
        List<@Nullable Object> parameters = new ArrayList<>(values.length);
        for (Object value : values) {
            parameters.add(value);
        }
        return parameters;
    }

    private static boolean hasBrokenCommitment(CaseFile file) {
        CommitmentState commitment = file.commitmentState();
        return commitment != null && commitment.isFalse();
    }

    private static @Nullable String step(CaseFile file) {
        return file.currentStep().map(StepRun::code).orElse(null);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Nothing due sorts behind everything that is: infinity in the database. */
    private static OffsetDateTime dueAt(@Nullable Instant dueAt) {
        return dueAt == null ? OffsetDateTime.MAX : dueAt.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant dueAt(OffsetDateTime stored) {
        return stored.equals(OffsetDateTime.MAX) ? null : stored.toInstant();
    }

    /** A case and its applicant. */
    public record Found(CaseFile file, SealedParty applicant) {}

    /** A case by its number with its applicant, in one round trip: what every command and every look at a case begin with. */
    public Optional<Found> findWithApplicant(String number) {
        return jdbc.sql("""
                        select c.facts, a.id, a.id_digest, a.wrapped, a.sealed
                        from cases.case_file c join parties.sealed_party a on a.id = c.applicant
                        where c.number = ?""")
                .param(number)
                .query((row, _) -> new Found(
                        CaseJson.readFile(row.getBytes(1)),
                        new SealedParty(row.getLong(2), row.getBytes(3), row.getBytes(4), row.getBytes(5))))
                .optional();
    }

    /** A case by its number. */
    public Optional<CaseFile> find(String number) {
        return jdbc.sql("select facts from cases.case_file where number = ?")
                .param(number)
                .query((row, _) -> CaseJson.readFile(row.getBytes(1)))
                .optional();
    }

    /** A case by its id. */
    public Optional<CaseFile> find(int centre, long id) {
        return jdbc.sql("select facts from cases.case_file where centre = ? and id = ?")
                .params(centre, id)
                .query((row, _) -> CaseJson.readFile(row.getBytes(1)))
                .optional();
    }

    /** Cases by their ids. */
    public List<CaseFile> withIds(int centre, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select facts from cases.case_file where centre = ? and id = any (?)")
                .params(centre, ids.toArray(Long[]::new))
                .query((row, _) -> CaseJson.readFile(row.getBytes(1)))
                .list();
    }

    /** Cases of applicants, newest first: earlier matters of the person at the window (C12). */
    public List<CaseFile> ofApplicants(List<Long> applicants, int limit) {
        if (applicants.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select facts from cases.case_file where applicant = any (?) order by id desc limit ?""")
                .params(applicants.toArray(Long[]::new), limit)
                .query((row, _) -> CaseJson.readFile(row.getBytes(1)))
                .list();
    }

    /** The versions in which cases are. */
    public Map<Long, Integer> versions(int centre, Collection<Long> ids) {
        Map<Long, Integer> versions = new HashMap<>();
        jdbc.sql("select id, version from cases.case_file where centre = ? and id = any (?)")
                .params(centre, ids.toArray(Long[]::new))
                .query(row -> {
                    versions.put(row.getLong(1), row.getInt(2));
                });
        return versions;
    }

    /** Numbers of an applicant's open cases on an item, newest first: double receipts (C12). */
    public List<String> pending(long applicant, String itemCode, int limit) {
        return jdbc.sql("""
                        select number from cases.case_file
                        where applicant = ? and item_code = ? and open and state <> 'DELIVERED' order by id desc limit ?""")
                .params(applicant, itemCode, limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Whether a commitment of one of these applicants proved false and wasn't put right (C16). */
    public boolean anyBrokeCommitment(Collection<Long> applicants) {
        return jdbc.sql("""
                        select exists (
                            select from cases.case_file where applicant = any (?) and commitment_broken)""")
                .param(applicants.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /** A case to wake: its id, and when. */
    public record Waking(long id, Instant at) {}

    /** When the law next does something by itself to any case. */
    public Optional<Instant> nextWake() {
        return jdbc.sql("select wake_at from cases.case_file where wake_at is not null order by wake_at limit 1")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Cases whose instant has come, earliest first. */
    public List<Waking> toWake(int centre, Instant upTo, int limit) {
        return jdbc.sql("""
                        select id, wake_at from cases.case_file
                        where centre = ? and wake_at <= ? order by wake_at, id limit ?""")
                .params(centre, upTo.atOffset(ZoneOffset.UTC), limit)
                .query((row, _) -> new Waking(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The calendar edition up to which open cases were recomputed; 0 before the first time. */
    public long editionSeen(String region) {
        return jdbc.sql("select edition from cases.calendar_seen where region = ?")
                .param(region)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Notes that all open cases are recomputed up to an edition. */
    public void editionSeen(String region, long edition) {
        jdbc.sql("""
                        insert into cases.calendar_seen (region, edition) values (?, ?)
                        on conflict (region) do update set edition = excluded.edition""").params(region, edition).update();
    }

    /** Open cases computed with another edition, by id. Reads each open case once an edition, so it needs no index. */
    public List<CaseFile> withOtherEdition(int centre, long edition, long afterId, int limit) {
        return jdbc.sql("""
                        select facts from cases.case_file
                        where centre = ? and id > ? and open and edition <> ? order by id limit ?""")
                .params(centre, afterId, edition, limit)
                .query((row, _) -> CaseJson.readFile(row.getBytes(1)))
                .list();
    }

    /** A row of a list. */
    public record Row(CaseFile file, @Nullable Instant dueAt) {}

    /**
     * Cases that fit a query. Open ones of a window or department come by time left; anything else newest first.
     *
     * @param limit how many rows at most
     */
    public List<Row> list(int centre, CaseQuery query, int limit) {
        StringBuilder sql = new StringBuilder("select facts, due_at, id from cases.case_file where centre = ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(centre);
        boolean byDue = query.byTimeLeft();
        boolean everywhere = byDue && isEverywhere(query);
        if (query.onlyOpen()) {
            sql.append(" and open");
        }
        if (everywhere) {
            sql.append(" and department = one.department");
        }
        Condition condition = new Condition(sql, parameters);
        condition.among("at_window", query.windows());
        condition.among("department", query.departments());
        condition.among("state", query.states().stream().map(Enum::name).toList());
        condition.equal("holder", query.holder());
        condition.equal("number", query.number());
        condition.equal("item_code", query.itemCode());
        if (query.station() != null) {
            sql.append(" and station like ? || '%'");
            parameters.add(query.station());
        }
        if (query.applicants() != null) {
            sql.append(" and applicant = any (?)");
            parameters.add(query.applicants().toArray(Long[]::new));
        }
        if (query.dueBefore() != null) {
            sql.append(" and due_at < ?");
            parameters.add(utc(query.dueBefore()));
        }
        if (query.receivedFrom() != null) {
            sql.append(" and received_at >= ?");
            parameters.add(utc(query.receivedFrom()));
        }
        if (query.receivedBefore() != null) {
            sql.append(" and received_at < ?");
            parameters.add(utc(query.receivedBefore()));
        }
        if (query.after() != null) {
            after(sql, parameters, query.after(), byDue);
        }
        sql.append(byDue ? " order by due_at, id limit ?" : " order by id desc limit ?");
        parameters.add(limit);
        if (everywhere) {
            parameters.addAll(0, List.of(centre, centre));
            parameters.add(limit);
        }
        return jdbc.sql(everywhere ? firstOfEachDepartment(sql) : sql.toString())
                .params(parameters)
                .query((row, _) ->
                        new Row(CaseJson.readFile(row.getBytes(1)), dueAt(row.getObject(2, OffsetDateTime.class))))
                .list();
    }

    /**
     * What is due first in the whole centre: of what a list asks the first of each department, in the order its index has, and
     * of those the first. So of thirty thousand open cases at most a page a department is read, and no command keeps an index
     * for it.
     */
    private static String firstOfEachDepartment(StringBuilder list) {
        return """
                with recursive one (department) as (
                    (select department from cases.case_file where centre = ? and open order by department limit 1)
                    union all
                    select (select next.department from cases.case_file next
                            where next.centre = ? and next.open and next.department > one.department
                            order by next.department limit 1)
                    from one where one.department is not null
                )
                select early.facts, early.due_at
                from one cross join lateral (%s) early
                order by early.due_at, early.id limit ?""".formatted(list);
    }

    private static boolean isEverywhere(CaseQuery query) {
        return query.windows().isEmpty()
                && query.departments().isEmpty()
                && query.number() == null
                && query.applicants() == null;
    }

    /** The cursor that continues after a row. */
    public static String cursor(CaseQuery query, Row row) {
        Instant dueAt = row.dueAt();
        return query.byTimeLeft()
                ? Cursor.of(
                        dueAt == null ? "" : dueAt.toString(),
                        Long.toString(row.file().id()))
                : Cursor.of(Long.toString(row.file().id()));
    }

    private static void after(StringBuilder sql, List<@Nullable Object> parameters, String cursor, boolean byDue) {
        if (!byDue) {
            sql.append(" and id < ?");
            parameters.add(number(Cursor.read(cursor, 1).getFirst()));
            return;
        }
        List<String> parts = Cursor.read(cursor, 2);
        long id = number(parts.get(1));
        sql.append(" and (due_at, id) > (?, ?)");
        parameters.add(dueAt(instant(parts.getFirst())));
        parameters.add(id);
    }

    private static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    private static @Nullable Instant instant(String part) {
        try {
            return part.isEmpty() ? null : Instant.parse(part);
        } catch (DateTimeParseException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    private record Condition(StringBuilder sql, List<@Nullable Object> parameters) {

        void equal(String column, @Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(column).append(" = ?");
                parameters.add(value);
            }
        }

        void among(String column, List<String> values) {
            if (values.size() == 1) {
                equal(column, values.getFirst());
            } else if (!values.isEmpty()) {
                sql.append(" and ").append(column).append(" = any (?)");
                parameters.add(values.toArray(String[]::new));
            }
        }
    }
}
