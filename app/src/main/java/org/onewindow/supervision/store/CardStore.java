package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.CardQuery;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.model.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards. */
@Repository
public class CardStore {

    private static final String COLUMNS =
            "id, version, state, colour, rule, rule_set, owner, case_id, case_number, case_version, department, at_window, clock,"
                    + " reference, started_at, at, due_at, recorded_at, explain_by, step, role, responsible, points, appealed,"
                    + " late";

    private final JdbcClient jdbc;

    public CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts in cards that were just raised, those among them that turned out wrong before they were. */
    public void insert(List<CardFile> cards, Map<Long, Withdrawal> wrong) {
        jdbc.sql("insert into supervision.card (centre, lifted, withdrawn_version, withdrawn_edition, " + COLUMNS + """
                        ) select ?, * from unnest(?::boolean[], ?::integer[], ?::bigint[], ?::bigint[], ?::integer[], ?::text[], ?::smallint[], ?::text[],
                            ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                            ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::boolean[], ?::boolean[])""")
                .param(Centre.OURS)
                .param(Columns.booleans(cards, card -> card.state() == CardState.LIFTED))
                .param(Columns.integers(cards, card -> part(wrong.get(card.id()), Withdrawal::version)))
                .param(Columns.longs(cards, card -> part(wrong.get(card.id()), Withdrawal::edition)))
                .param(Columns.longs(cards, CardFile::id))
                .param(Columns.integers(cards, CardFile::version))
                .param(Columns.texts(cards, card -> card.state().name()))
                .param(Columns.integers(cards, card -> Rows.number(card.colour())))
                .param(Columns.texts(cards, CardFile::rule))
                .param(Columns.texts(cards, CardFile::ruleSet))
                .param(Columns.longs(cards, CardFile::owner))
                .param(Columns.longs(cards, CardFile::caseId))
                .param(Columns.texts(cards, CardFile::caseNumber))
                .param(Columns.integers(cards, CardFile::caseVersion))
                .param(Columns.texts(cards, CardFile::department))
                .param(Columns.texts(cards, CardStore::window))
                .param(Columns.texts(cards, card -> card.key().clock()))
                .param(Columns.texts(cards, card -> card.key().reference()))
                .param(Columns.instants(cards, card -> card.key().startedAt()))
                .param(Columns.instants(cards, CardFile::at))
                .param(Columns.instants(cards, CardFile::dueAt))
                .param(Columns.instants(cards, CardFile::recordedAt))
                .param(Columns.instants(cards, CardFile::explainBy))
                .param(Columns.texts(cards, CardFile::step))
                .param(Columns.texts(cards, CardFile::role))
                .param(Columns.texts(cards, CardFile::responsible))
                .param(Columns.integers(cards, CardFile::points))
                .param(Columns.booleans(cards, CardFile::appealed))
                .param(Columns.booleans(cards, CardFile::late))
                .update();
    }

    private static <T> @Nullable T part(@Nullable Withdrawal wrong, Function<Withdrawal, T> part) {
        return wrong == null ? null : part.apply(wrong);
    }

    private static String window(CardFile card) {
        String window = card.window();
        return window == null ? "" : window;
    }

    /** Where a card turned out wrong. */
    public record Withdrawal(long card, int version, long edition) {}

    /**
     * Lifts cards that turned out wrong; those lifted meanwhile are left as they are.
     *
     * @return the version each has now
     */
    public Map<Long, Integer> withdraw(List<Withdrawal> wrong) {
        Map<Long, Integer> versions = new HashMap<>();
        jdbc.sql("""
                        update supervision.card c
                        set state = 'LIFTED', lifted = true, points = 0, version = c.version + 1,
                            withdrawn_version = w.version, withdrawn_edition = w.edition
                        from unnest(?::bigint[], ?::integer[], ?::bigint[]) as w (card, version, edition)
                        where c.centre = ? and c.id = w.card and not c.lifted
                        returning c.id, c.version""")
                .param(Columns.longs(wrong, Withdrawal::card))
                .param(Columns.integers(wrong, Withdrawal::version))
                .param(Columns.longs(wrong, Withdrawal::edition))
                .param(Centre.OURS)
                .query((ResultSet row) -> {
                    versions.put(row.getLong(1), row.getInt(2));
                });
        return versions;
    }

    /** The change of a card that is still as it was in a version. */
    public StateWrite change(CardFile card, int expectedVersion) {
        return new StateWrite(
                """
                update supervision.card set version = ?, state = ?, lifted = ?, appealed = ?, points = ?
                where centre = ? and id = ? and version = ?""",
                List.of(
                        card.version(),
                        card.state().name(),
                        card.state() == CardState.LIFTED,
                        card.appealed(),
                        card.points(),
                        Centre.OURS,
                        card.id(),
                        expectedVersion));
    }

    /** A card. */
    public Optional<CardFile> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.card where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> card(row))
                .optional();
    }

    /** Cards that fit, latest first. */
    public List<CardFile> list(CardQuery query, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from supervision.card where centre = ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        add(sql, parameters, " and colour = ?", query.colour() == null ? null : Rows.number(query.colour()));
        add(sql, parameters, " and case_number = ?", query.caseNumber());
        add(sql, parameters, " and department = ?", query.department());
        add(sql, parameters, " and at >= ?", Rows.optionalUtc(query.from()));
        add(sql, parameters, " and at < ?", Rows.optionalUtc(query.until()));
        add(sql, parameters, " and responsible = ?", query.responsible());
        add(sql, parameters, " and rule = ?", query.rule());
        add(
                sql,
                parameters,
                " and state = ?",
                query.state() == null ? null : query.state().name());
        String after = query.after();
        if (after != null) {
            List<String> parts = Cursor.read(after, 2);
            try {
                sql.append(" and (at, id) < (?, ?)");
                parameters.add(Rows.utc(Instant.parse(parts.getFirst())));
                parameters.add(Long.parseLong(parts.get(1)));
            } catch (DateTimeParseException | NumberFormatException notOurs) {
                throw new InvalidInput("after", "cursor");
            }
        }
        sql.append(" order by at desc, id desc limit ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> card(row))
                .list();
    }

    private static void add(
            StringBuilder sql, List<@Nullable Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    /** How many cards of each colour were dated in a period and not withdrawn. */
    public Map<Colour, Integer> counts(Instant from, Instant until) {
        Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
        jdbc.sql("""
                        select colour, count(*) from supervision.card
                        where centre = ? and at >= ? and at < ? and withdrawn_version is null and clock <> ''
                        group by colour""").params(Centre.OURS, Rows.utc(from), Rows.utc(until)).query((ResultSet row) -> {
            counts.put(Rows.colour(row.getInt(1)), row.getInt(2));
        });
        return counts;
    }

    /** The cursor that continues after a card. */
    public static String cursor(CardFile card) {
        return Cursor.of(card.at().toString(), Long.toString(card.id()));
    }

    /**
     * Open cards somebody has to explain, by name or by a post of the department: the earliest limit first.
     *
     * @param posts of departments; a head answers for every post of theirs
     */
    public List<CardFile> toExplain(String person, List<Post> posts, int limit) {
        List<Post> heads =
                posts.stream().filter(post -> post.role() == Role.HEAD).toList();
        return jdbc.sql("select " + COLUMNS + """
                         from supervision.card
                        where centre = ? and state = 'OPEN' and explain_by is not null
                          and (responsible = ?
                               or (department = any (?)
                                   and (department = any (?)
                                        or (role, department) in (select * from unnest(?::text[], ?::text[])))))
                        order by explain_by, id limit ?""")
                .param(Centre.OURS)
                .param(person)
                .param(Columns.texts(posts, Post::department))
                .param(Columns.texts(heads, Post::department))
                .param(Columns.texts(posts, post -> post.role().name()))
                .param(Columns.texts(posts, Post::department))
                .param(limit)
                .query((row, _) -> card(row))
                .list();
    }

    /** When the next explanation is overdue. */
    public Optional<Instant> nextToExplain() {
        return jdbc.sql("""
                        select explain_by from supervision.card
                        where state = 'OPEN' and explain_by is not null and not unanswered order by explain_by limit 1""").query((row, _) -> Rows.instant(row, 1)).optional();
    }

    /** Cards nobody explained before an instant, earliest first, locked; what another node has in hand is left out. */
    public List<CardFile> unexplained(Instant before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from supervision.card
                        where state = 'OPEN' and explain_by < ? and not unanswered
                        order by explain_by, id limit ? for update skip locked""")
                .params(Rows.utc(before), limit)
                .query((row, _) -> card(row))
                .list();
    }

    /** Notes that their explanations are overdue. */
    public void unanswered(List<Long> ids) {
        jdbc.sql("update supervision.card set unanswered = true where centre = ? and id = any (?)")
                .params(Centre.OURS, ids.toArray(Long[]::new))
                .update();
    }

    /** Cards by their ids, in the order they were raised. */
    public List<CardFile> all(Collection<Long> ids) {
        return jdbc.sql("select " + COLUMNS + " from supervision.card where centre = ? and id = any (?) order by id")
                .params(Centre.OURS, ids.toArray(Long[]::new))
                .query((row, _) -> card(row))
                .list();
    }

    private static CardFile card(ResultSet row) throws SQLException {
        String window = row.getString(12);
        return new CardFile(
                row.getLong(1),
                row.getInt(2),
                CardState.valueOf(row.getString(3)),
                Rows.colour(row.getInt(4)),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getInt(10),
                row.getString(11),
                window.isEmpty() ? null : window,
                new Watch.Key(row.getString(13), row.getString(14), Rows.instant(row, 15), Rows.colour(row.getInt(4))),
                Rows.instant(row, 16),
                Rows.optionalInstant(row, 17),
                Rows.instant(row, 18),
                Rows.optionalInstant(row, 19),
                row.getString(20),
                row.getString(21),
                row.getString(22),
                row.getInt(23),
                row.getBoolean(24),
                row.getBoolean(25));
    }
}
