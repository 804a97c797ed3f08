package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.Finding;
import org.onewindow.supervision.Finding.Evidence;
import org.onewindow.supervision.PatternKind;
import org.onewindow.supervision.model.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patterns that were found, and how far it was looked for them. */
@Repository
public class FindingStore {

    private static final String COLUMNS =
            "id, version, pattern, subject, department, found_at, among, thresholds, evidence, note, noted_by, noted_at";

    private final JdbcClient jdbc;

    public FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Evidence as it is kept with a finding. */
    private record Kept(List<Evidence> evidence) {}

    /** Names an event. */
    public record EventOf(long stream, int version) {

        /** The event of a deed. */
        public static EventOf of(Deed deed) {
            return new EventOf(deed.stream(), deed.version());
        }
    }

    /** How far it was looked, once whoever looks has finished; nobody else looks until the transaction ends. */
    public long lockLooking() {
        return jdbc.sql(
                        "select position, set_config('lock_timeout', '0', true) from supervision.pattern_look for update")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Notes how far it was looked. */
    public void looked(long position) {
        jdbc.sql("update supervision.pattern_look set position = ?")
                .param(position)
                .update();
    }

    /** Up to which close it was looked by itself; set by the first who asks. */
    public Instant lookedUntil(Instant now) {
        return jdbc.sql("select looked_until from supervision.pattern_look")
                .query((row, _) -> Optional.ofNullable(Rows.optionalInstant(row, 1)))
                .single()
                .orElseGet(() -> {
                    jdbc.sql("update supervision.pattern_look set looked_until = ? where looked_until is null")
                            .param(Rows.utc(now))
                            .update();
                    return jdbc.sql("select looked_until from supervision.pattern_look")
                            .query((row, _) -> Rows.instant(row, 1))
                            .single();
                });
    }

    /** Notes the close up to which it was looked. */
    public void lookedUntilClose(Instant close) {
        jdbc.sql("update supervision.pattern_look set looked_until = ? where looked_until < ?")
                .params(Rows.utc(close), Rows.utc(close))
                .update();
    }

    /** Which of these events are evidence of a pattern already. */
    public Set<EventOf> used(PatternKind pattern, List<EventOf> events) {
        return new HashSet<>(jdbc.sql("""
                        select e.stream, e.version from supervision.evidence e
                        join unnest(?::bigint[], ?::integer[]) as k (stream, version)
                            on e.stream = k.stream and e.version = k.version
                        where e.centre = ? and e.pattern = ?""")
                .param(Columns.longs(events, EventOf::stream))
                .param(Columns.integers(events, EventOf::version))
                .param(Centre.OURS)
                .param(pattern.name())
                .query((row, _) -> new EventOf(row.getLong(1), row.getInt(2)))
                .list());
    }

    /** Keeps a finding with its evidence. */
    public void insert(Finding finding) {
        jdbc.sql("insert into supervision.finding (centre, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null)")
                .params(
                        Centre.OURS,
                        finding.id(),
                        finding.version(),
                        finding.pattern().name(),
                        finding.subject(),
                        finding.department(),
                        Rows.utc(finding.foundAt()),
                        finding.among(),
                        finding.thresholds(),
                        SupervisionJson.write(new Kept(finding.evidence())))
                .update();
        jdbc.sql("""
                        insert into supervision.evidence (centre, pattern, finding, stream, version)
                        select ?, ?, ?, * from unnest(?::bigint[], ?::integer[])""")
                .param(Centre.OURS)
                .param(finding.pattern().name())
                .param(finding.id())
                .param(Columns.longs(finding.evidence(), Evidence::stream))
                .param(Columns.integers(finding.evidence(), Evidence::event))
                .update();
    }

    /** The change of a finding that is still as it was in a version. */
    public StateWrite change(Finding finding, int expectedVersion) {
        return new StateWrite(
                """
                update supervision.finding set version = ?, note = ?, noted_by = ?, noted_at = ?
                where centre = ? and id = ? and version = ?""",
                Arrays.asList(
                        finding.version(),
                        finding.note(),
                        finding.notedBy(),
                        finding.notedAt(),
                        Centre.OURS,
                        finding.id(),
                        expectedVersion));
    }

    /** A finding. */
    public Optional<Finding> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.finding where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> finding(row))
                .optional();
    }

    /** Findings, latest first; {@code pattern} null: any. */
    public List<Finding> list(@Nullable PatternKind pattern, @Nullable Instant beforeAt, long beforeId, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from supervision.finding where centre = ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        if (pattern != null) {
            sql.append(" and pattern = ?");
            parameters.add(pattern.name());
        }
        if (beforeAt != null) {
            sql.append(" and (found_at, id) < (?, ?)");
            parameters.add(Rows.utc(beforeAt));
            parameters.add(beforeId);
        }
        sql.append(" order by found_at desc, id desc limit ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> finding(row))
                .list();
    }

    /** How many there were of each since an instant. */
    public Map<PatternKind, Integer> counts(Instant since) {
        Map<PatternKind, Integer> counts = new EnumMap<>(PatternKind.class);
        jdbc.sql("""
                        select pattern, count(*) from supervision.finding where centre = ? and found_at >= ?
                        group by pattern""").params(Centre.OURS, Rows.utc(since)).query((ResultSet row) -> {
            counts.put(PatternKind.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong(1),
                row.getInt(2),
                PatternKind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                Rows.instant(row, 6),
                row.getInt(7),
                row.getInt(8),
                SupervisionJson.read(row.getString(9), Kept.class).evidence(),
                row.getString(10),
                row.getString(11),
                Rows.optionalInstant(row, 12));
    }
}
