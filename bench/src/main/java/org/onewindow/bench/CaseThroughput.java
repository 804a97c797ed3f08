package org.onewindow.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.onewindow.postgres.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases per second through nine durable steps, against the floor, at 1, 8 and 32 workers: all sides in one process, on one
 * durable database, in turns. Before anything is measured, each side takes the same number of cases, so that compiling is not
 * counted on one side only. Ratios are medians over the rounds, each against the floor's turn of the same round, because other
 * work on the machine comes and goes.
 *
 * <p>How to run it stands in the package's description.
 */
public final class CaseThroughput {

    private static final int[] WORKERS = {1, 8, 32};
    private static final int CONNECTIONS = 20;
    private static final int WARM_UP_PARTS = 4;
    private static final int WARM_UP_WORKERS = 8;

    private final Meter meter;
    private final double seconds;
    private final int turns;
    private final int warmUp;

    private CaseThroughput(Meter meter, double seconds, int turns, int warmUp) {
        this.meter = meter;
        this.seconds = seconds;
        this.turns = turns;
        this.warmUp = warmUp;
    }

    /** @param arguments seconds per turn (5), turns per side (5), cases per side to warm up with (300; figures worth quoting take 6000) */
    public static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
        try (OwnDatabase database = new OwnDatabase(true);
                HikariDataSource superuser = database.pool(database.server().superuser(), 2);
                HikariDataSource owner = database.pool(database.server().owner(), 2);
                HikariDataSource program = database.pool(database.server().program(), CONNECTIONS)) {
            Migrations.run(
                    owner,
                    database.server().owner().user(),
                    database.server().program().user());
            Clock clock = Clock.systemUTC();
            Side floor = new FloorSide(owner, program, clock);
            try (JournalSide journal = new JournalSide(owner, program, true, clock);
                    DoorSide door = new DoorSide(database.program("--onewindow.database.connections=" + CONNECTIONS))) {
                door.stopSupervision();
                new CaseThroughput(new Meter(JdbcClient.create(superuser)), seconds, turns, warmUp)
                        .compare(List.of(floor, journal, door), JdbcClient.create(superuser));
            }
        }
    }

    /** The first side is the floor. */
    private void compare(List<Side> sides, JdbcClient superuser) throws Exception {
        for (int part = 0; part < WARM_UP_PARTS; part++) {
            for (Side side : sides) {
                warmUp(side, warmUp / WARM_UP_PARTS);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-26s %7s %9s %8s %8s %9s %9s %9s   %s%n",
                "side",
                "workers",
                "cases/s",
                "p50 ms",
                "p99 ms",
                "WAL B",
                "CPU s/k",
                "of it DB",
                "rate, WAL, CPU of the floor's");
        for (int workers : WORKERS) {
            List<Total> totals = sides.stream().map(Total::new).toList();
            for (int turn = 0; turn < turns; turn++) {
                // every other time the other way round, so that nobody always goes first
                for (Total total : turn % 2 == 0 ? totals : totals.reversed()) {
                    total.add(turn(total.side, workers, seconds));
                }
            }
            totals.forEach(total -> total.print(workers, totals.getFirst()));
        }
        for (Side side : sides) {
            for (String table : side.tables()) {
                System.out.printf(
                        Locale.ROOT,
                        "%-28s %s%n",
                        table,
                        superuser
                                .sql("select pg_size_pretty(pg_table_size(?::regclass)) || ', indexes '"
                                        + " || pg_size_pretty(pg_indexes_size(?::regclass))")
                                .params(table, table)
                                .query(String.class)
                                .single());
            }
        }
    }

    private static void warmUp(Side side, int cases) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(cases);
        inParallel(WARM_UP_WORKERS, worker -> {
            while (left.getAndDecrement() > 0) {
                take(side.begin(worker), step -> {});
            }
            return new long[0];
        });
        side.settle();
    }

    private Turn turn(Side side, int workers, double time) throws InterruptedException, ExecutionException {
        Meter.Reading before = meter.read();
        long start = System.nanoTime();
        long end = start + (long) (time * 1e9);
        List<long[]> latencies = inParallel(workers, worker -> work(side, worker, end));
        double elapsed = (System.nanoTime() - start) / 1e9;
        side.settle();
        Meter.Reading after = meter.read();
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).toArray();
        return new Turn(
                all,
                elapsed,
                after.programSeconds() - before.programSeconds(),
                after.databaseSeconds() - before.databaseSeconds(),
                meter.walBytes(before.wal(), after.wal()));
    }

    private interface Work {
        long[] of(int worker) throws Exception;
    }

    private static List<long[]> inParallel(int workers, Work work) throws InterruptedException, ExecutionException {
        List<long[]> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int number = worker;
                running.add(pool.submit(() -> work.of(number)));
            }
            for (Future<long[]> each : running) {
                results.add(each.get());
            }
        }
        return results;
    }

    private static void take(Side.ACase each, LongConsumer latency) throws Exception {
        for (int step = 0; step < Side.STEPS; step++) {
            long start = System.nanoTime();
            each.take(step);
            latency.accept(System.nanoTime() - start);
        }
    }

    /** Whole cases until the time is up; latency of each step in nanoseconds. */
    private static long[] work(Side side, int worker, long end) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        while (System.nanoTime() < end) {
            take(side.begin(worker), latencies);
        }
        return latencies.build().toArray();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Turn(long[] latencies, double seconds, double program, double database, long wal) {

        double cases() {
            return latencies.length / (double) Side.STEPS;
        }

        double rate() {
            return cases() / seconds;
        }

        double walPerCase() {
            return wal / cases();
        }

        /** Processor seconds of program and database per thousand cases. */
        double processor() {
            return (program + database) / cases() * 1_000;
        }
    }

    /** All turns of one side with one number of workers, one a round. */
    private static final class Total {
        private final Side side;
        private final List<Turn> turns = new ArrayList<>();

        Total(Side side) {
            this.side = side;
        }

        void add(Turn turn) {
            turns.add(turn);
        }

        private double median(ToDoubleFunction<Turn> figure) {
            return median(turns.stream().mapToDouble(figure));
        }

        private static double median(DoubleStream figures) {
            double[] sorted = figures.sorted().toArray();
            return sorted[sorted.length / 2];
        }

        private double ratio(Total floor, ToDoubleFunction<Turn> figure) {
            return median(IntStream.range(0, turns.size())
                    .mapToDouble(round ->
                            figure.applyAsDouble(turns.get(round)) / figure.applyAsDouble(floor.turns.get(round))));
        }

        private double milliseconds(double part) {
            long[] sorted = turns.stream()
                    .flatMapToLong(turn -> Arrays.stream(turn.latencies()))
                    .sorted()
                    .toArray();
            return sorted[(int) ((sorted.length - 1) * part)] / 1e6;
        }

        void print(int workers, Total floor) {
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %7d %9.1f %8.2f %8.2f %9.0f %9.2f %9.2f   %.2f, %.2f, %.2f%n",
                    side.name(),
                    workers,
                    median(Turn::rate),
                    milliseconds(0.5),
                    milliseconds(0.99),
                    median(Turn::walPerCase),
                    median(Turn::processor),
                    median(turn -> turn.database() / turn.cases() * 1_000),
                    ratio(floor, Turn::rate),
                    ratio(floor, Turn::walPerCase),
                    ratio(floor, Turn::processor));
        }
    }
}
