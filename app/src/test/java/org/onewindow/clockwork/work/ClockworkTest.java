package org.onewindow.clockwork.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.clockwork.DatabasePurpose.Purpose;
import org.onewindow.clockwork.Settling;
import org.onewindow.clockwork.Sweep;
import org.onewindow.clockwork.store.ClockworkRows;
import org.onewindow.kernel.BadSetting;
import org.onewindow.kernel.Refused;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What is due is done in order, once, also after downtime and when time is driven. */
class ClockworkTest {

    private static final Instant TUE_2026_02_10_NINE = Instant.parse("2026-02-10T01:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final ClockworkRows rows = new ClockworkRows(database.dataSource());
    private final MachineClock machine = new MachineClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void alarms() {
        database.ownerJdbc()
                .sql(
                        "create table clockwork.alarm (name text, at timestamptz, done_at timestamptz, rung int default 0)")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void T13_a_simulation_starts_where_it_is_told_and_ticks_at_real_speed() {
        SimulatedClock clock = simulatedFrom("2026-02-10T01:00:00Z");
        assertThat(clock.instant()).isEqualTo(TUE_2026_02_10_NINE);

        machine.pass(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(TUE_2026_02_10_NINE.plusSeconds(90));
        assertThatThrownBy(() -> clock.withZone(ZoneOffset.UTC)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void T13_it_survives_a_restart_and_never_goes_back() {
        simulatedFrom("2026-02-10T01:00:00Z");
        machine.pass(Duration.ofMinutes(5));

        SimulatedClock restarted = simulatedFrom("2026-01-01T00:00:00Z");

        assertThat(restarted.instant()).isEqualTo(TUE_2026_02_10_NINE.plusSeconds(300));
    }

    @Test
    void T13_a_later_simulation_after_a_restart_walks_there_first() {
        clockwork(simulatedFrom("2026-02-10T01:00:00Z"), alarmClock("a"));
        alarm("a", "2026-02-11T01:00:00Z");

        SimulatedClock restarted = simulatedFrom("2026-02-12T01:00:00Z");
        Clockwork clockwork = clockwork(restarted, alarmClock("a"));
        clockwork.start();
        clockwork.stop();

        assertThat(told).containsExactly("a 2026-02-11T01:00:00Z");
        assertThat(restarted.instant()).isEqualTo("2026-02-12T01:00:00Z");
    }

    @Test
    void T13_a_real_centres_time_cannot_be_driven() {
        rows.declare(Purpose.REAL);
        rows.declare(Purpose.REAL);

        assertThatThrownBy(() -> simulatedFrom("2026-02-10T01:00:00Z")).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> rows.declare(Purpose.DEMONSTRATION)).isInstanceOf(IllegalStateException.class);
        assertThat(rows.find()).contains(Purpose.REAL);
    }

    @Test
    void T13_a_database_simulated_ahead_of_real_time_is_not_served_in_real_time() {
        simulatedFrom("2027-02-10T01:00:00Z");
        Clockwork real = clockwork(machine);

        assertThatThrownBy(real::start)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("--simulation 2027-02-10T01:00:00Z");
    }

    @Test
    void a_setting_that_is_no_instant_says_so() {
        assertThatThrownBy(() -> simulatedFrom("yesterday"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("yesterday");
    }

    @Test
    void S2_time_passes_from_instant_to_instant_over_all_sweeps_and_each_sees_its_own_instant() {
        SimulatedClock clock = simulatedFrom("2026-02-10T01:00:00Z");
        Clockwork clockwork = clockwork(clock, alarmClock("a"), alarmClock("b"));
        alarm("a", "2026-02-12T01:00:00Z");
        alarm("b", "2026-02-11T01:00:00Z");
        alarm("a", "2026-02-10T02:00:00Z");
        alarm("b", "2026-02-12T00:59:59.999999Z");
        alarm("a", "2026-03-01T00:00:00Z");
        alarm("b", "2026-03-01T00:00:00.000001Z");

        clockwork.forwardTo(clock, Instant.parse("2026-03-01T00:00:00Z"));

        assertThat(told)
                .containsExactly(
                        "a 2026-02-10T02:00:00Z",
                        "b 2026-02-11T01:00:00Z",
                        "b 2026-02-12T00:59:59.999999Z",
                        "a 2026-02-12T01:00:00Z",
                        "a 2026-03-01T00:00:00Z");
        assertThat(clock.instant()).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void S2_what_follows_is_settled_before_the_next_instant_comes_and_may_bring_new_instants() {
        SimulatedClock clock = simulatedFrom("2026-02-10T01:00:00Z");
        // as a follower does: an alarm of a makes one of b an hour later
        Settling follower = () -> database.jdbc().sql("""
                        insert into clockwork.alarm (name, at)
                        select 'b', at + interval '1 hour' from clockwork.alarm a
                        where name = 'a' and done_at is not null
                        and not exists (select from clockwork.alarm b where b.name = 'b' and b.at = a.at + interval '1 hour')
                        """).update();
        Clockwork clockwork = clockwork(clock, List.of(alarmClock("a"), alarmClock("b")), List.of(follower));
        alarm("a", "2026-02-10T02:00:00Z");
        alarm("a", "2026-02-10T04:00:00Z");

        clockwork.forwardTo(clock, Instant.parse("2026-02-10T09:00:00Z"));

        assertThat(told)
                .containsExactly(
                        "a 2026-02-10T02:00:00Z",
                        "b 2026-02-10T03:00:00Z",
                        "a 2026-02-10T04:00:00Z",
                        "b 2026-02-10T05:00:00Z");
    }

    @Test
    void T13_only_forwards_and_at_most_400_days_at_once() {
        SimulatedClock clock = simulatedFrom("2026-02-10T01:00:00Z");
        Clockwork clockwork = clockwork(clock);

        assertThatThrownBy(() -> clockwork.forwardTo(clock, TUE_2026_02_10_NINE.minusMillis(1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusals())
                                .extracting("rule", "key")
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("T13", "simulation.backwards")));
        assertThatThrownBy(() -> clockwork.forwardTo(
                        clock, TUE_2026_02_10_NINE.plus(Duration.ofDays(400)).plusMillis(1)))
                .isInstanceOf(Refused.class);
        clockwork.forwardTo(clock, TUE_2026_02_10_NINE);
        clockwork.forwardTo(clock, TUE_2026_02_10_NINE.plus(Duration.ofDays(400)));

        assertThat(clock.instant()).isEqualTo(TUE_2026_02_10_NINE.plus(Duration.ofDays(400)));
    }

    @Test
    void a_sweep_that_fails_or_does_nothing_keeps_nobody_else_waiting_and_is_tried_again() {
        SimulatedClock clock = simulatedFrom("2026-02-10T01:00:00Z");
        List<Instant> attempts = new ArrayList<>();
        Sweep broken = sweep("broken", () -> Optional.of(TUE_2026_02_10_NINE), upTo -> {
            attempts.add(upTo);
            throw new IllegalStateException("broken");
        });
        Sweep mute = sweep("mute", () -> Optional.of(TUE_2026_02_10_NINE), upTo -> 0);
        Sweep blind = sweep(
                "blind",
                () -> {
                    throw new IllegalStateException("can't even say");
                },
                upTo -> 0);
        Clockwork clockwork = clockwork(clock, broken, mute, blind, alarmClock("a"));
        alarm("a", "2026-02-10T02:00:00Z");
        alarm("a", "2026-02-14T02:00:00Z");

        clockwork.forwardTo(clock, Instant.parse("2026-02-15T01:00:00Z"));

        assertThat(told).hasSize(2);
        assertThat(attempts).hasSizeBetween(6, 12).isSorted();
        assertThat(clockwork.troubled()).containsExactly("blind", "broken", "mute");
        assertThat(clock.instant()).isEqualTo("2026-02-15T01:00:00Z");
    }

    @Test
    void S2_after_downtime_everything_missed_is_done_in_order_before_anything_else() {
        Clockwork clockwork = clockwork(machine, alarmClock("a"), alarmClock("b"));
        alarm("b", "2026-11-19T10:00:00Z");
        alarm("a", "2026-11-20T10:00:00Z");
        alarm("b", "2026-11-21T09:00:00Z");
        alarm("a", "2026-11-21T10:00:00.500Z");

        Duration wait = clockwork.doDueAndAsk();

        assertThat(told).containsExactly("b 2026-11-19T10:00:00Z", "a 2026-11-20T10:00:00Z", "b 2026-11-21T09:00:00Z");
        assertThat(wait).isEqualTo(Duration.ofMillis(500));
        assertThat(clockwork.lateness()).isZero();

        machine.pass(Duration.ofHours(2));
        assertThat(clockwork.lateness()).isEqualTo(Duration.ofHours(2).minusMillis(500));
    }

    @Test
    void S2_what_is_due_at_the_very_moment_of_asking_is_done_although_the_clock_goes_on() {
        List<Instant> done = new ArrayList<>();
        Sweep behind = sweep(
                "behind",
                () -> {
                    machine.pass(Duration.ofNanos(1_000));
                    return done.isEmpty() ? Optional.of(machine.instant()) : Optional.empty();
                },
                upTo -> {
                    done.add(upTo);
                    return 1;
                });

        Duration wait = clockwork(machine, behind).doDueAndAsk();

        assertThat(done).hasSize(1);
        assertThat(wait).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void S2_two_instances_do_each_thing_exactly_once() throws Exception {
        for (int i = 0; i < 300; i++) {
            alarm("a", TUE_2026_02_10_NINE.plusSeconds(i / 3).toString());
        }
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> nodes = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                Clockwork clockwork = clockwork(machine, alarmClock("a"));
                nodes.add(pool.submit(() -> {
                    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                    while (waiting() > 0 && System.nanoTime() < patience) {
                        clockwork.doDueAndAsk();
                        machine.pass(Duration.ofSeconds(1));
                    }
                }));
            }
            for (Future<?> node : nodes) {
                node.get();
            }
        }
        assertThat(database.jdbc()
                        .sql("select count(*) from clockwork.alarm where rung = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }

    @Test
    void it_runs_by_itself_until_stopped() {
        Clockwork clockwork = clockwork(Clock.systemUTC(), alarmClock("a"));
        clockwork.start();
        clockwork.start();
        alarm("a", "2026-02-10T02:00:00Z");

        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (waiting() > 0 && System.nanoTime() < patience) {
            LockSupport.parkNanos(1_000_000);
        }
        clockwork.stop();

        assertThat(waiting()).isZero();
        assertThat(clockwork.isRunning()).isFalse();
        alarm("a", "2026-02-10T03:00:00Z");
        clockwork.stop();
        assertThat(waiting()).isEqualTo(1);
    }

    private SimulatedClock simulatedFrom(String instant) {
        return new SimulatedClock(rows, instant, machine);
    }

    private Clockwork clockwork(Clock clock, Sweep... sweeps) {
        return clockwork(clock, List.of(sweeps), List.of());
    }

    private Clockwork clockwork(Clock clock, List<Sweep> sweeps, List<Settling> settlings) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        sweeps.forEach(sweep -> beans.addBean(sweep.name(), sweep));
        settlings.forEach(settling -> beans.addBean("settling", settling));
        return new Clockwork(clock, rows, beans.getBeanProvider(Sweep.class), beans.getBeanProvider(Settling.class));
    }

    private void alarm(String name, String at) {
        database.jdbc()
                .sql("insert into clockwork.alarm (name, at) values (?, ?::timestamptz)")
                .params(name, at)
                .update();
    }

    private int waiting() {
        return database.jdbc()
                .sql("select count(*) from clockwork.alarm where done_at is null")
                .query(Integer.class)
                .single();
    }

    /** A sweep as modules write them: an index look-up, and small batches claimed with SKIP LOCKED. */
    private Sweep alarmClock(String name) {
        return sweep(
                name,
                () -> database.jdbc()
                        .sql("select min(at) from clockwork.alarm where name = ? and done_at is null")
                        .param(name)
                        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                        .single(),
                upTo -> {
                    List<Instant> done = database.jdbc()
                            .sql("""
                                    update clockwork.alarm set done_at = ?, rung = rung + 1
                                    where ctid in (select ctid from clockwork.alarm
                                                   where name = ? and done_at is null and at <= ?
                                                   order by at limit 10 for update skip locked)
                                    returning at
                                    """)
                            .params(upTo.atOffset(ZoneOffset.UTC), name, upTo.atOffset(ZoneOffset.UTC))
                            .query((row, number) ->
                                    row.getObject(1, OffsetDateTime.class).toInstant())
                            .list();
                    synchronized (told) {
                        done.forEach(at -> told.add(name + " " + at));
                    }
                    return done.size();
                });
    }

    private interface Next {
        Optional<Instant> ask();
    }

    private interface Work {
        int upTo(Instant instant);
    }

    private static Sweep sweep(String name, Next next, Work work) {
        return new Sweep() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Instant> nextInstant() {
                return next.ask();
            }

            @Override
            public int doDue(Instant upTo) {
                return work.upTo(upTo);
            }
        };
    }

    /** The machine's clock, moved by hand. */
    private static final class MachineClock extends Clock {
        private Instant now;

        MachineClock(Instant start) {
            this.now = start;
        }

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
