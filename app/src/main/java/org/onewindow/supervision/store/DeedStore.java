package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.model.Deed;
import org.onewindow.supervision.model.Deed.Kind;
import org.onewindow.supervision.model.Deed.Mark;
import org.onewindow.supervision.model.NoticeLines;
import org.onewindow.supervision.model.NoticeLines.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, as notices count it and patterns look at it. */
@Repository
public class DeedStore {

    private static final String COLUMNS =
            "stream, version, kind, mark, case_id, case_number, item_code, department, at_window, division, applicant, actor,"
                    + " post, at, recorded_at, counted_at, minutes_left, used_days, promised_days, position";

    private final JdbcClient jdbc;

    public DeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts deeds in; those that are there already stay as they are. */
    public void insert(List<Deed> deeds) {
        jdbc.sql("insert into supervision.deed (centre, " + COLUMNS + """
                        ) select ?, * from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::integer[], ?::integer[], ?::bigint[])
                        on conflict do nothing""")
                .param(Centre.OURS)
                .param(Columns.longs(deeds, Deed::stream))
                .param(Columns.integers(deeds, Deed::version))
                .param(Columns.texts(deeds, deed -> deed.kind().name()))
                .param(Columns.texts(deeds, deed -> deed.mark().name()))
                .param(Columns.longs(deeds, Deed::caseId))
                .param(Columns.texts(deeds, Deed::caseNumber))
                .param(Columns.texts(deeds, Deed::itemCode))
                .param(Columns.texts(deeds, Deed::department))
                .param(Columns.texts(deeds, Deed::window))
                .param(Columns.texts(deeds, Deed::division))
                .param(Columns.longs(deeds, Deed::applicant))
                .param(Columns.texts(deeds, Deed::actor))
                .param(Columns.texts(deeds, Deed::post))
                .param(Columns.instants(deeds, Deed::at))
                .param(Columns.instants(deeds, Deed::recordedAt))
                .param(Columns.instants(deeds, Deed::countedAt))
                .param(Columns.integers(deeds, Deed::minutesLeft))
                .param(Columns.integers(deeds, Deed::usedDays))
                .param(Columns.integers(deeds, Deed::promisedDays))
                .param(Columns.longs(deeds, Deed::position))
                .update();
    }

    /** Which of these cases have ended, and so what is to be said of what happens to them afterwards. */
    public Map<Long, Mark> ended(Collection<Long> cases) {
        Map<Long, Mark> ended = new HashMap<>();
        jdbc.sql("""
                        select stream, bool_or(kind = 'COMPLETED') from supervision.deed
                        where centre = ? and stream = any (?) and kind = any (?) group by stream""")
                .params(Centre.OURS, cases.toArray(Long[]::new), names(NoticeLines.ENDING))
                .query((ResultSet row) -> {
                    ended.put(row.getLong(1), row.getBoolean(2) ? Mark.AFTER_COMPLETION : Mark.AFTER_END);
                });
        return ended;
    }

    /** What happened to these streams, each oldest first. */
    public List<Deed> of(Collection<Long> streams) {
        return jdbc.sql("select " + COLUMNS
                        + " from supervision.deed where centre = ? and stream = any (?) order by stream, version")
                .params(Centre.OURS, streams.toArray(Long[]::new))
                .query((row, _) -> deed(row))
                .list();
    }

    /** What became known after a position of the journal, in its order. */
    public List<Deed> since(long position, int limit) {
        return jdbc.sql("select " + COLUMNS + " from supervision.deed where position > ? order by position limit ?")
                .params(position, limit)
                .query((row, _) -> deed(row))
                .list();
    }

    /** What happened at a window after an instant, latest first. */
    public List<Deed> atWindow(String window, Set<Kind> kinds, Instant after, int limit) {
        return latest("at_window = ?", window, kinds, after, limit);
    }

    /** What somebody did after an instant, latest first. */
    public List<Deed> byActor(String actor, Set<Kind> kinds, Instant after, int limit) {
        return latest("actor = ?", actor, kinds, after, limit);
    }

    private List<Deed> latest(String whose, String who, Set<Kind> kinds, Instant after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from supervision.deed where centre = ? and " + whose
                        + " and kind = any (?) and counted_at > ? order by counted_at desc, stream desc limit ?")
                .params(Centre.OURS, who, kinds.stream().map(Enum::name).toArray(String[]::new), Rows.utc(after), limit)
                .query((row, _) -> deed(row))
                .list();
    }

    /** What an applicant handed in for an item after an instant, latest first. */
    public List<Deed> receipts(long applicant, String item, Instant after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from supervision.deed
                        where centre = ? and applicant = ? and item_code = ? and kind = 'RECEIVED' and counted_at > ?
                        order by counted_at desc, stream desc limit ?""")
                .params(Centre.OURS, applicant, item, Rows.utc(after), limit)
                .query((row, _) -> deed(row))
                .list();
    }

    /** What is counted after an instant, up to and including another, by line. */
    public List<Counted> counted(Instant after, Instant until) {
        return jdbc.sql("""
                        select department, division, kind, mark, count(*), count(used_days), coalesce(sum(used_days), 0),
                               coalesce(sum(promised_days), 0)
                        from supervision.deed where centre = ? and kind = any (?) and counted_at > ? and counted_at <= ?
                        group by department, division, kind, mark order by department, division, kind, mark""")
                .params(Centre.OURS, names(List.of(Kind.values())), Rows.utc(after), Rows.utc(until))
                .query((row, _) -> new Counted(
                        row.getString(1),
                        row.getString(2),
                        Kind.valueOf(row.getString(3)),
                        Mark.valueOf(row.getString(4)),
                        row.getInt(5),
                        row.getInt(6),
                        row.getLong(7),
                        row.getLong(8)))
                .list();
    }

    /** Where a deed stands among those behind a figure: of one stream several may be counted at one instant. */
    public record Place(Instant countedAt, long stream, long version) {}

    /**
     * The deeds behind a figure, oldest first.
     *
     * @param department null: any
     * @param division null: any
     * @param place the last one of the page before; null: from the beginning
     */
    public List<Deed> behind(
            Map<Kind, Set<Mark>> what,
            Instant after,
            Instant until,
            @Nullable String department,
            @Nullable String division,
            @Nullable Place place,
            int limit) {
        StringBuilder sql = new StringBuilder(
                "select " + COLUMNS + " from supervision.deed where centre = ? and counted_at > ? and counted_at <= ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        parameters.add(Rows.utc(after));
        parameters.add(Rows.utc(until));
        sql.append(" and (");
        String or = "";
        for (Map.Entry<Kind, Set<Mark>> each : what.entrySet()) {
            sql.append(or).append("kind = ?");
            parameters.add(each.getKey().name());
            if (!each.getValue().isEmpty()) {
                sql.append(" and mark = any (?)");
                parameters.add(names(each.getValue()));
            }
            or = " or ";
        }
        sql.append(")");
        if (department != null) {
            sql.append(" and department = ?");
            parameters.add(department);
        }
        if (division != null) {
            sql.append(" and division = ?");
            parameters.add(division);
        }
        if (place != null) {
            sql.append(" and (counted_at, stream, version) > (?, ?, ?)");
            parameters.add(Rows.utc(place.countedAt()));
            parameters.add(place.stream());
            parameters.add(place.version());
        }
        sql.append(" order by counted_at, stream, version limit ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> deed(row))
                .list();
    }

    /** Forgets them all, for a rebuild. */
    public void reset() {
        jdbc.sql("delete from supervision.deed").update();
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                row.getLong(1),
                row.getInt(2),
                Kind.valueOf(row.getString(3)),
                Mark.valueOf(row.getString(4)),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                row.getString(12),
                row.getString(13),
                Rows.instant(row, 14),
                Rows.instant(row, 15),
                Rows.instant(row, 16),
                row.getObject(17, Integer.class),
                row.getObject(18, Integer.class),
                row.getObject(19, Integer.class),
                row.getLong(20));
    }
}
