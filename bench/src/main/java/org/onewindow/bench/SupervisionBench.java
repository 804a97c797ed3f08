package org.onewindow.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.onewindow.access.StaffDirectory;
import org.onewindow.clockwork.Sweep;
import org.onewindow.clockwork.work.Clockwork;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.Followers;
import org.onewindow.kernel.Actor;
import org.onewindow.supervision.Board;
import org.onewindow.supervision.Figure;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What electronic supervision costs when a county has many open cases: cards for a thousand watches that fall due at once, the
 * live board, and its follower catching up on the journal. Nothing falls due by itself meanwhile: the clockwork is stopped, and
 * what it would call is called.
 *
 * <p>Run it with {@code java -cp … org.onewindow.bench.SupervisionBench [events] [open cases]…}.
 */
public final class SupervisionBench {

    private static final int DUE = 1_000;
    private static final int ROUNDS = 7;
    private static final int CALLS = 30;
    private static final int RUN = 500;
    private static final String FOLLOWER = "supervision.cases";

    /** The opening, three papers into custody, the acceptance: a case on which most clocks run. */
    private static final int STEPS_TO_ACCEPTANCE = 5;

    private final JdbcClient superuser;
    private final ConfigurableApplicationContext program;
    private final DoorSide door;

    private SupervisionBench(JdbcClient superuser, ConfigurableApplicationContext program, DoorSide door) {
        this.superuser = superuser;
        this.program = program;
        this.door = door;
    }

    /** @param arguments events to catch up on (1,000,000), and how many open cases to raise cards among (10 k, 100 k, 1 M) */
    public static void main(String[] arguments) throws Exception {
        List<Integer> given = Stream.of(arguments).map(Integer::valueOf).toList();
        int events = given.isEmpty() ? 1_000_000 : given.getFirst();
        List<Integer> sizes = given.size() < 2 ? List.of(10_000, 100_000, 1_000_000) : given.subList(1, given.size());
        over(bench -> bench.raise(sizes));
        over(bench -> bench.catchUp(events));
    }

    private interface Part {
        void run(SupervisionBench bench) throws Exception;
    }

    private static void over(Part part) throws Exception {
        try (OwnDatabase database = new OwnDatabase(true);
                HikariDataSource superuser = database.pool(database.server().superuser(), 2);
                DoorSide door = new DoorSide(database.program())) {
            part.run(new SupervisionBench(JdbcClient.create(superuser), door.program(), door));
        }
    }

    // --- a thousand watches falling due ---

    private void raise(List<Integer> sizes) throws Exception {
        program.getBean(Clockwork.class).stop();
        Side.ACase open = door.begin(0);
        for (int step = 0; step < STEPS_TO_ACCEPTANCE; step++) {
            open.take(step);
        }
        door.settle();
        long model = superuser
                .sql("select id from cases.case_file where state = 'ACCEPTED'")
                .query(Long.class)
                .single();
        superuser.sql("create schema floor").update();
        superuser
                .sql("create table floor.card (like supervision.card including all)")
                .update();
        superuser
                .sql("create table floor.event (like journal.event including all)")
                .update();
        Clock clock = program.getBean(Clock.class);
        Sweep sweep = program.getBeansOfType(Sweep.class).values().stream()
                .filter(each -> each.name().equals("supervision.raise"))
                .findFirst()
                .orElseThrow();
        int round = 0;
        int have = 0;
        for (int size : sizes) {
            open(model, have + 1, size);
            have = size;
            List<Double> cards = new ArrayList<>();
            List<Double> plain = new ArrayList<>();
            List<Double> same = new ArrayList<>();
            for (int turn = 0; turn < ROUNDS; turn++) {
                due(size, round++);
                cards.add(seconds(() -> sweep.doDue(clock.instant())));
                due(size, round++);
                plain.add(seconds(this::insertSelect));
                superuser
                        .sql("delete from supervision.watch where wake_at <= now()")
                        .update();
                due(size, round++);
                same.add(seconds(this::sameRows));
                door.settle();
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d due of %,d open: cards %.3f s; insert … select %.3f s (%.1fx); the same rows in one statement %.3f s (%.1fx)%n",
                    DUE,
                    size,
                    median(cards),
                    median(plain),
                    median(cards) / median(plain),
                    median(same),
                    median(cards) / median(same));
        }
        board("the board with no closed cases");
        closed(model, have);
        board(String.format(Locale.ROOT, "the board with %,d closed cases", have));
    }

    /** More open cases like one, spread over 37 departments and 160 windows, with its watches, none of which is due. */
    private void open(long model, int from, int to) {
        superuser
                .sql("""
                        insert into cases.case_file
                        select (jsonb_populate_record(c, jsonb_build_object('id', 10000000 + g, 'number', 'M' || g,
                            'applicant', g % 200000 + 10, 'wake_at', null))).*
                        from cases.case_file c, generate_series(:from, :to) g where c.id = :model""")
                .param("from", from)
                .param("to", to)
                .param("model", model)
                .update();
        superuser
                .sql("""
                        insert into supervision.followed (case_id, received_at, due_at, due_on, version, centre, colour, open,
                            suspended, number, item_code, department, at_window, holder, step, step_role)
                        select 10000000 + g, f.received_at, f.due_at, current_date + g % 20, f.version, f.centre, f.colour, f.open,
                            f.suspended, 'M' || g, f.item_code, 'BM' || lpad((g % 37)::text, 2, '0'),
                            'A' || lpad((g % 160)::text, 3, '0'), f.holder, f.step, f.step_role
                        from supervision.followed f, generate_series(:from, :to) g where f.case_id = :model""")
                .param("from", from)
                .param("to", to)
                .param("model", model)
                .update();
        superuser
                .sql("""
                        insert into supervision.watch (owner, started_at, at, wake_at, due_at, centre, colour, held, clock, reference,
                            rule, rule_set, role)
                        select 10000000 + g, w.started_at, w.at, timestamptz '2099-01-01' + g * interval '1 second', w.due_at,
                            w.centre, w.colour, w.held, w.clock, w.reference, w.rule, w.rule_set, w.role
                        from supervision.watch w, generate_series(:from, :to) g where w.owner = :model""")
                .param("from", from)
                .param("to", to)
                .param("model", model)
                .update();
        superuser.sql("delete from supervision.tally").update();
        superuser.sql("""
                        insert into supervision.tally (centre, department, at_window, due_on, open, suspended, warned, yellow, red)
                        select centre, department, at_window, coalesce(due_on, '9999-12-31'), count(*),
                            count(*) filter (where suspended), count(*) filter (where colour = 1),
                            count(*) filter (where colour = 2), count(*) filter (where colour = 3)
                        from supervision.followed where open group by 1, 2, 3, 4""").update();
        superuser.sql("vacuum analyze").update();
    }

    /** Closed cases beside the open ones. */
    private void closed(long model, int number) {
        superuser.sql("""
                        insert into supervision.followed
                        select (jsonb_populate_record(f, jsonb_build_object('case_id', 50000000 + g, 'number', 'E' || g,
                            'department', 'BM' || lpad((g % 37)::text, 2, '0'),
                            'at_window', 'A' || lpad((g % 160)::text, 3, '0'), 'open', false, 'ended_at', now()))).*
                        from supervision.followed f, generate_series(1, :number) g where f.case_id = :model""").param("number", number).param("model", model).update();
        superuser.sql("vacuum analyze").update();
    }

    /** Lets one watch of each of a thousand cases, all over the table, be due: others each time. */
    private void due(int size, int round) {
        superuser
                .sql("""
                        update supervision.watch w set wake_at = now() from (
                            select distinct on (owner) owner, clock, reference, started_at, colour, at from supervision.watch
                            where owner in (select 10000000 + 1 + (i * (:size / :due) + :round) % :size
                                            from generate_series(0, :due - 1) i)
                            and colour = 2 order by owner, clock) k
                        where w.owner = k.owner and w.clock = k.clock and w.reference = k.reference
                        and w.started_at = k.started_at and w.colour = k.colour and w.at = k.at""")
                .param("size", size)
                .param("due", DUE)
                .param("round", round)
                .update();
    }

    private static final String CARD = """
            insert into floor.card (id, case_id, owner, started_at, at, due_at, recorded_at, explain_by, version, case_version,
                points, centre, colour, late, lifted, appealed, state, clock, reference, rule, rule_set, case_number, department,
                at_window, step, role, responsible)
            select nextval('journal.stream_number'), f.case_id, w.owner, w.started_at, w.at, w.due_at, now(),
                now() + interval '3 days', 1, f.version, 2, w.centre, w.colour, false, false, false, 'OPEN', w.clock, w.reference,
                w.rule, w.rule_set, f.number, f.department, f.at_window, f.step, coalesce(w.role, f.step_role, 'CLERK'), f.holder
            from %s w join supervision.followed f on f.centre = w.centre and f.case_id = w.owner""";

    private void insertSelect() {
        superuser
                .sql(CARD.formatted("supervision.watch") + " where w.wake_at <= now() and not w.held")
                .update();
    }

    /** The rows the sweep writes: the watch gone, the card, its event. */
    private void sameRows() {
        superuser.sql("""
                        with w as (delete from supervision.watch where wake_at <= now() and not held returning *),
                        c as (%s returning *)
                        insert into floor.event (stream, happened_at, recorded_at, version, centre, type, actor, body)
                        select id, at, recorded_at, 1, centre, 'supervision.card-raised', 'system', to_json(c) from c""".formatted(CARD.formatted("w"))).update();
    }

    // --- the live board ---

    private void board(String name) {
        Board board = program.getBean(Board.class);
        Actor supervisor =
                program.getBean(StaffDirectory.class).actor("supervisor").orElseThrow();
        List<String> figures = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            board.lines(supervisor);
        }
        figures.add("lines " + milliseconds(() -> board.lines(supervisor)));
        for (Figure figure : Figure.values()) {
            figures.add(figure + " "
                    + milliseconds(() -> board.cases(supervisor, figure, null, null, null, 50))
                    + ", of one department "
                    + milliseconds(() -> board.cases(supervisor, figure, "BM01", null, null, 50)));
        }
        System.out.println(name + ": " + String.join("; ", figures));
    }

    private static String milliseconds(Runnable call) {
        List<Double> times = new ArrayList<>();
        for (int turn = 0; turn < CALLS; turn++) {
            times.add(seconds(call));
        }
        return String.format(Locale.ROOT, "%.1f ms", median(times) * 1_000);
    }

    // --- the follower catching up ---

    /** Events without the rows of their cases: each case is folded from its events, as it is for all but the newest ones. */
    private void catchUp(int events) throws Exception {
        Side.ACase whole = door.begin(0);
        for (int step = 0; step < Side.STEPS; step++) {
            whole.take(step);
        }
        door.settle();
        long model = superuser
                .sql("select max(stream) from journal.event where type = 'case.delivered'")
                .query(Long.class)
                .single();
        int versions = superuser
                .sql("select version from cases.case_file where id = ?")
                .param(model)
                .query(Integer.class)
                .single();
        int blocks = Math.max(1, events / versions / RUN);
        superuser.sql("""
                        insert into journal.event (stream, happened_at, recorded_at, tx, version, centre, era, type, actor, post,
                            at_window, body)
                        select 10000000 + g, e.happened_at, e.recorded_at, '3'::xid8, e.version, e.centre, e.era, e.type, e.actor,
                            e.post, e.at_window, e.body
                        from generate_series(0, :cases - 1) g, journal.event e where e.stream = :model""").param("cases", blocks * RUN).param("model", model).update();
        // as in life: five hundred cases go on side by side, and each batch holds a step of each
        superuser
                .sql("""
                        with moved as (
                            update journal.sequencer set last_position = last_position + :blocks * :versions * :run
                            returning last_position - :blocks * :versions * :run as before),
                        others as (
                            update journal.follower set position = before + :blocks * :versions * :run from moved)
                        insert into journal.run (first, streams, versions, centres)
                        select before + (b * :versions + v - 1) * :run + 1,
                               array(select 10000000 + b * :run + i from generate_series(0, :run - 1) i),
                               array_fill(v, array[:run]), array_fill(1::smallint, array[:run])
                        from moved, generate_series(0, :blocks - 1) b, generate_series(1, :versions) v""")
                .param("blocks", blocks)
                .param("versions", versions)
                .param("run", RUN)
                .update();
        superuser.sql("vacuum analyze").update();
        double reading = seconds(() -> read(blocks * versions));
        Followers followers = program.getBean(Followers.class);
        followers.rebuild(FOLLOWER);
        long before = System.nanoTime();
        while (lag(followers) > 0) {
            Thread.sleep(Duration.ofMillis(10));
        }
        double following = (System.nanoTime() - before) / 1e9;
        int all = blocks * versions * RUN;
        System.out.printf(
                Locale.ROOT,
                "%,d events: followed %,.0f/s, read %,.0f/s (%.2f of the floor)%n",
                all,
                all / following,
                all / reading,
                reading / following);
    }

    private static long lag(Followers followers) {
        FollowerState state = followers.states().stream()
                .filter(each -> each.name().equals(FOLLOWER))
                .findFirst()
                .orElseThrow();
        if (state.error() != null || state.parked() > 0) {
            throw new IllegalStateException("it is in trouble: " + state);
        }
        return state.lag();
    }

    /** The floor: every event in the order of the journal, a batch at a time. */
    private void read(int runs) {
        List<Long> first = superuser
                .sql("select first from journal.run order by first desc limit ?")
                .param(runs)
                .query((row, _) -> row.getLong(1))
                .list();
        long bytes = 0;
        for (long each : first.reversed()) {
            bytes += superuser
                    .sql("""
                            select e.* from journal.run r
                            cross join unnest(r.streams, r.versions, r.centres) with ordinality as p (stream, version, centre, nth)
                            join journal.event e on e.centre = p.centre and e.stream = p.stream and e.version = p.version
                            where r.first = ? order by p.nth""")
                    .param(each)
                    .query((row, _) -> row.getString("body").length())
                    .list()
                    .stream()
                    .mapToLong(Integer::longValue)
                    .sum();
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private static double seconds(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e9;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
