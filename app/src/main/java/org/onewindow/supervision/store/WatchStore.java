package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.model.Watch;
import org.onewindow.supervision.model.Watch.Subject;
import org.onewindow.supervision.model.Watch.Wrong;
import org.onewindow.supervision.model.Watches.Raised;
import org.onewindow.supervision.model.Watches.Withdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Followed cases, their watches and the tally of the board. Every statement takes any number of rows at once. */
@Repository
public class WatchStore {

    /** A day that never comes: what is never due is counted under it. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    public WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // --- followed cases ---

    static final String FOLLOWED =
            "case_id, version, number, item_code, department, at_window, holder, first_inquiry, step, step_role, open, suspended, colour,"
                    + " due_at, due_on, received_at, ended_at";

    /** Cases it follows, locked for the rest of the transaction in the order of their ids. */
    public Map<Long, FollowedRow> lock(Collection<Long> cases) {
        Map<Long, FollowedRow> found = new HashMap<>();
        jdbc.sql("select " + FOLLOWED + " from supervision.followed where centre = ? and case_id = any (?)"
                        + " order by case_id for update")
                .params(Centre.OURS, cases.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getLong(1), followed(row));
                });
        return found;
    }

    /** Open cases by their ids, after one of them. */
    public List<Long> open(long after, int limit) {
        return jdbc.sql("""
                        select case_id from supervision.followed
                        where centre = ? and case_id > ? and open order by case_id limit ?""")
                .params(Centre.OURS, after, limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Cases that were open at some time since, by their ids. */
    public List<FollowedRow> openSince(Instant since, long after, int limit) {
        return jdbc.sql("select " + FOLLOWED + " from supervision.followed where centre = ? and case_id > ?"
                        + " and (open or ended_at >= ?) order by case_id limit ?")
                .params(Centre.OURS, after, Rows.utc(since), limit)
                .query((row, _) -> followed(row))
                .list();
    }

    static FollowedRow followed(ResultSet row) throws SQLException {
        return new FollowedRow(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getBoolean(11),
                row.getBoolean(12),
                row.getInt(13),
                Rows.optionalInstant(row, 14),
                row.getObject(15, LocalDate.class),
                Rows.instant(row, 16),
                Rows.optionalInstant(row, 17));
    }

    /** Writes cases down as they are now. */
    public void save(List<FollowedRow> rows) {
        jdbc.sql("""
                        insert into supervision.followed (centre, case_id, version, number, item_code, department, at_window,
                            holder, first_inquiry, step, step_role, open, suspended, colour, due_at, due_on, received_at, ended_at)
                        select ?, * from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::smallint[], ?::timestamptz[],
                            ?::date[], ?::timestamptz[], ?::timestamptz[])
                        on conflict (centre, case_id) do update set version = excluded.version,
                            department = excluded.department, at_window = excluded.at_window, holder = excluded.holder,
                            step = excluded.step, step_role = excluded.step_role, open = excluded.open,
                            suspended = excluded.suspended, colour = excluded.colour, due_at = excluded.due_at,
                            due_on = excluded.due_on, ended_at = excluded.ended_at""")
                .param(Centre.OURS)
                .param(Columns.longs(rows, FollowedRow::caseId))
                .param(Columns.integers(rows, FollowedRow::version))
                .param(Columns.texts(rows, FollowedRow::number))
                .param(Columns.texts(rows, FollowedRow::itemCode))
                .param(Columns.texts(rows, FollowedRow::department))
                .param(Columns.texts(rows, FollowedRow::window))
                .param(Columns.texts(rows, FollowedRow::holder))
                .param(Columns.texts(rows, FollowedRow::firstInquiry))
                .param(Columns.texts(rows, FollowedRow::step))
                .param(Columns.texts(rows, FollowedRow::stepRole))
                .param(Columns.booleans(rows, FollowedRow::open))
                .param(Columns.booleans(rows, FollowedRow::suspended))
                .param(Columns.integers(rows, FollowedRow::colour))
                .param(Columns.instants(rows, FollowedRow::dueAt))
                .param(Columns.texts(rows, WatchStore::dueOn))
                .param(Columns.instants(rows, FollowedRow::receivedAt))
                .param(Columns.instants(rows, FollowedRow::endedAt))
                .update();
    }

    private static @Nullable String dueOn(FollowedRow row) {
        LocalDate day = row.dueOn();
        return day == null ? null : day.toString();
    }

    /** The worst card of each case that wasn't lifted; cases without one are left out. */
    public Map<Long, Integer> colours(Collection<Long> cases) {
        Map<Long, Integer> colours = new HashMap<>();
        jdbc.sql("""
                        select case_id, max(colour) from supervision.card
                        where centre = ? and case_id = any (?) and not lifted group by case_id""").params(Centre.OURS, cases.toArray(Long[]::new)).query((ResultSet row) -> {
            colours.put(row.getLong(1), row.getInt(2));
        });
        return colours;
    }

    /** The cases that cards are about. */
    public List<Long> casesOf(Collection<Long> cards) {
        return jdbc.sql("""
                        select distinct case_id from supervision.card
                        where centre = ? and id = any (?) and case_id is not null""")
                .params(Centre.OURS, cards.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    // --- the board's tally ---

    private record Place(String department, String window, LocalDate dueOn) {}

    /** Keeps the tally by what cases were before and are now. */
    public void tally(Collection<FollowedRow> before, Collection<FollowedRow> after) {
        Map<Place, int[]> changes = new HashMap<>();
        before.forEach(row -> count(changes, row, -1));
        after.forEach(row -> count(changes, row, 1));
        List<Map.Entry<Place, int[]>> rows = changes.entrySet().stream()
                .filter(entry -> java.util.Arrays.stream(entry.getValue()).anyMatch(change -> change != 0))
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Place::department)
                        .thenComparing(Place::window)
                        .thenComparing(Place::dueOn)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into supervision.tally (centre, department, at_window, due_on, open, suspended, warned, yellow, red)
                        select ?, * from unnest(?::text[], ?::text[], ?::date[], ?::integer[], ?::integer[], ?::integer[],
                            ?::integer[], ?::integer[])
                        on conflict (centre, department, at_window, due_on) do update set
                            open = tally.open + excluded.open, suspended = tally.suspended + excluded.suspended,
                            warned = tally.warned + excluded.warned, yellow = tally.yellow + excluded.yellow,
                            red = tally.red + excluded.red""")
                .param(Centre.OURS)
                .param(Columns.texts(rows, row -> row.getKey().department()))
                .param(Columns.texts(rows, row -> row.getKey().window()))
                .param(Columns.texts(rows, row -> row.getKey().dueOn().toString()))
                .param(Columns.integers(rows, row -> row.getValue()[0]))
                .param(Columns.integers(rows, row -> row.getValue()[1]))
                .param(Columns.integers(rows, row -> row.getValue()[2]))
                .param(Columns.integers(rows, row -> row.getValue()[3]))
                .param(Columns.integers(rows, row -> row.getValue()[4]))
                .update();
        jdbc.sql("delete from supervision.tally where centre = ? and open = 0 and department = any (?)")
                .params(
                        Centre.OURS,
                        rows.stream()
                                .map(row -> row.getKey().department())
                                .distinct()
                                .toArray(String[]::new))
                .update();
    }

    private static void count(Map<Place, int[]> changes, FollowedRow row, int sign) {
        if (!row.open()) {
            return;
        }
        LocalDate dueOn = row.dueOn();
        int[] change = changes.computeIfAbsent(
                new Place(row.department(), row.window(), dueOn == null ? NEVER : dueOn), _ -> new int[5]);
        change[0] += sign;
        change[1] += row.suspended() ? sign : 0;
        if (row.colour() > 0) {
            change[1 + row.colour()] += sign;
        }
    }

    // --- watches ---

    private static final String WATCH =
            "w.owner, w.clock, w.reference, w.started_at, w.colour, w.at, w.wake_at, w.due_at, w.rule, w.rule_set, w.role,"
                    + " w.held, w.subject, w.card, w.lift_at, w.lift_cause, w.moved_to, w.lift_version, w.lift_edition";

    /** The watches of owners, locked. */
    public Map<Long, List<Watch>> watches(Collection<Long> owners) {
        Map<Long, List<Watch>> watches = new HashMap<>();
        jdbc.sql("select " + WATCH + " from supervision.watch w where w.centre = ? and w.owner = any (?)"
                        + " order by w.owner, w.clock, w.reference, w.started_at, w.colour, w.at for update")
                .params(Centre.OURS, owners.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    watches.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(watch(row));
                });
        return watches;
    }

    /** The cards that owners' watches have become. */
    public Map<Long, List<Raised>> cards(Collection<Long> owners) {
        Map<Long, List<Raised>> cards = new HashMap<>();
        jdbc.sql("""
                        select owner, id, clock, reference, started_at, colour, at, withdrawn_version, withdrawn_edition, lifted,
                               case_version
                        from supervision.card where centre = ? and owner = any (?) order by id""").params(Centre.OURS, owners.toArray(Long[]::new)).query((ResultSet row) -> {
            Integer version = row.getObject(8, Integer.class);
            cards.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                    .add(new Raised(
                            row.getLong(2),
                            new Watch.Key(
                                    row.getString(3),
                                    row.getString(4),
                                    Rows.instant(row, 5),
                                    Rows.colour(row.getInt(6))),
                            Rows.instant(row, 7),
                            row.getInt(11),
                            version == null ? null : new Withdrawn(version, row.getLong(9)),
                            row.getBoolean(10)));
        });
        return cards;
    }

    /** A watch of an owner. */
    public record Owned(long owner, Watch watch) {}

    /** Takes watches out and puts others in. */
    public void change(List<Owned> gone, List<Owned> fresh) {
        delete(gone);
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into supervision.watch (centre, owner, clock, reference, started_at, colour, at, wake_at, due_at,
                            rule, rule_set, role, subject, card, lift_at, lift_cause, moved_to, lift_version, lift_edition)
                        select ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::smallint[],
                            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::bigint[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::integer[], ?::bigint[])""")
                .param(Centre.OURS)
                .param(Columns.longs(fresh, Owned::owner))
                .param(Columns.texts(fresh, row -> row.watch().key().clock()))
                .param(Columns.texts(fresh, row -> row.watch().key().reference()))
                .param(Columns.instants(fresh, row -> row.watch().key().startedAt()))
                .param(Columns.integers(
                        fresh, row -> Rows.number(row.watch().key().colour())))
                .param(Columns.instants(fresh, row -> row.watch().at()))
                .param(Columns.instants(fresh, row -> row.watch().wakeAt()))
                .param(Columns.instants(fresh, row -> row.watch().dueAt()))
                .param(Columns.texts(fresh, row -> row.watch().rule()))
                .param(Columns.texts(fresh, row -> row.watch().ruleSet()))
                .param(Columns.texts(fresh, row -> row.watch().role()))
                .param(Columns.texts(fresh, row -> subject(row.watch())))
                .param(Columns.longs(fresh, row -> row.watch().card()))
                .param(Columns.instants(fresh, row -> wrong(row, Wrong::at)))
                .param(Columns.texts(fresh, row -> wrong(row, Wrong::cause)))
                .param(Columns.instants(fresh, row -> wrong(row, Wrong::movedTo)))
                .param(Columns.integers(fresh, row -> wrong(row, Wrong::version)))
                .param(Columns.longs(fresh, row -> wrong(row, Wrong::edition)))
                .update();
    }

    private static <T> @Nullable T wrong(Owned row, Function<Wrong, @Nullable T> part) {
        Wrong wrong = row.watch().wrong();
        return wrong == null ? null : part.apply(wrong);
    }

    private static @Nullable String subject(Watch watch) {
        Subject subject = watch.subject();
        return subject == null ? null : SupervisionJson.write(subject);
    }

    private static final String KEYS = """
            unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::smallint[], ?::timestamptz[])
                as k (owner, clock, reference, started_at, colour, at)
            where w.centre = ? and w.owner = k.owner and w.clock = k.clock and w.reference = k.reference
            and w.started_at = k.started_at and w.colour = k.colour and w.at = k.at""";

    private JdbcClient.StatementSpec byKeys(String sql, List<Owned> rows) {
        return jdbc.sql(sql + KEYS)
                .param(Columns.longs(rows, Owned::owner))
                .param(Columns.texts(rows, row -> row.watch().key().clock()))
                .param(Columns.texts(rows, row -> row.watch().key().reference()))
                .param(Columns.instants(rows, row -> row.watch().key().startedAt()))
                .param(Columns.integers(
                        rows, row -> Rows.number(row.watch().key().colour())))
                .param(Columns.instants(rows, row -> row.watch().at()))
                .param(Centre.OURS);
    }

    /** Takes watches out. */
    public void delete(List<Owned> gone) {
        if (!gone.isEmpty()) {
            byKeys("delete from supervision.watch w using ", gone).update();
        }
    }

    /** Sets watches aside until the follower has looked at their cases again. */
    public void hold(List<Owned> stale) {
        if (!stale.isEmpty()) {
            byKeys("update supervision.watch w set held = true from ", stale).update();
        }
    }

    /** When the next watch is due. */
    public Optional<Instant> nextWake() {
        return jdbc.sql("select wake_at from supervision.watch where not held order by wake_at limit 1")
                .query((row, _) -> Rows.instant(row, 1))
                .optional();
    }

    /**
     * A watch that is due.
     *
     * @param seenVersion the version its case was last seen in; 0 where it is no case's
     * @param subject what the card says
     */
    public record Due(long owner, Watch watch, int seenVersion, Subject subject) {

        /** Its row. */
        public Owned owned() {
            return new Owned(owner, watch);
        }
    }

    /**
     * Watches that are due, earliest first, locked; those that another node has in hand are left out.
     *
     * @param passedOver how many of the earliest to leave alone
     */
    public List<Due> due(Instant upTo, int limit, int passedOver) {
        return jdbc.sql("select " + WATCH
                        + ", f.case_id, f.number, f.version, f.department, f.at_window, f.holder, f.step,"
                        + " f.step_role from supervision.watch w"
                        + " left join supervision.followed f on f.centre = w.centre and f.case_id = w.owner"
                        + " where w.wake_at <= ? and not w.held"
                        + " order by w.wake_at, w.owner, w.clock, w.reference, w.started_at, w.colour"
                        + " limit ? offset ? for update of w skip locked")
                .params(Rows.utc(upTo), limit, passedOver)
                .query((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        Watch watch = watch(row);
        Subject then = watch.subject();
        if (then != null) {
            return new Due(row.getLong(1), watch, row.getInt(22), then);
        }
        String window = row.getString(24);
        return new Due(
                row.getLong(1),
                watch,
                row.getInt(22),
                new Subject(
                        row.getLong(20),
                        row.getString(21),
                        row.getInt(22),
                        row.getString(23),
                        window.isEmpty() ? null : window,
                        row.getString(25),
                        row.getString(26),
                        row.getString(27)));
    }

    private static Watch watch(ResultSet row) throws SQLException {
        String subject = row.getString(13);
        Instant liftAt = Rows.optionalInstant(row, 15);
        return new Watch(
                new Watch.Key(row.getString(2), row.getString(3), Rows.instant(row, 4), Rows.colour(row.getInt(5))),
                Rows.instant(row, 6),
                Rows.instant(row, 7),
                Rows.optionalInstant(row, 8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getBoolean(12),
                subject == null ? null : SupervisionJson.read(subject, Subject.class),
                liftAt == null
                        ? null
                        : new Wrong(
                                liftAt,
                                row.getString(16),
                                Rows.optionalInstant(row, 17),
                                row.getInt(18),
                                row.getLong(19)),
                row.getObject(14, Long.class));
    }

    // --- what it was computed with ---

    /** What all watches were last computed with. */
    public record Computed(long edition, long rules) {}

    /** What all watches were last computed with; empty before the first time. */
    public Optional<Computed> computed() {
        return jdbc.sql("select edition, rules from supervision.computed")
                .query((row, _) -> new Computed(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** Notes it. */
    public void computed(Computed with, Instant since) {
        jdbc.sql("""
                        insert into supervision.computed (edition, rules) values (?, ?)
                        on conflict (only_row) do update set edition = excluded.edition, rules = excluded.rules""").params(with.edition(), with.rules()).update();
        jdbc.sql("insert into supervision.edition (edition, since) values (?, ?) on conflict do nothing")
                .params(with.edition(), Rows.utc(since))
                .update();
    }

    /** Lets all watches be computed anew once the journal was read. */
    public void forgetComputed() {
        jdbc.sql("delete from supervision.computed").update();
    }

    /** A calendar edition and since when it was in use. */
    public record InUse(long edition, Instant since) {}

    /** The editions there were, latest first. */
    public List<InUse> editions() {
        return jdbc.sql("select edition, since from supervision.edition order by since desc, edition desc")
                .query((row, _) -> new InUse(row.getLong(1), Rows.instant(row, 2)))
                .list();
    }

    /** Forgets everything that is made from the journal, for a rebuild. */
    public void reset() {
        jdbc.sql("delete from supervision.watch").update();
        jdbc.sql("delete from supervision.tally").update();
        jdbc.sql("delete from supervision.followed").update();
        forgetComputed();
    }
}
