package org.onewindow.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.onewindow.postgres.CarriedServer;
import org.onewindow.postgres.Login;
import org.onewindow.postgres.Migrations;
import org.onewindow.postgres.ServerSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases per second through nine durable steps, against the floor, at 1, 8 and 32 workers: all sides in one process, on one
 * durable database, in turns.
 *
 * <p>Run it with {@code java -cp … org.onewindow.bench.CaseThroughput [seconds per turn] [turns]}.
 */
public final class CaseThroughput {

    private static final int[] WORKERS = {1, 8, 32};
    private static final int CONNECTIONS = 20;

    private final Meter meter;
    private final double seconds;
    private final int turns;

    private CaseThroughput(Meter meter, double seconds, int turns) {
        this.meter = meter;
        this.seconds = seconds;
        this.turns = turns;
    }

    /** @param arguments seconds per turn (5) and turns per side (3) */
    public static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory(
                "onewindow-bench", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        try (CarriedServer server = CarriedServer.start(folder, freePort(), new ServerSettings(true, 100, null));
                HikariDataSource superuser = pool(server, server.superuser(), 2);
                HikariDataSource owner = pool(server, server.owner(), 2);
                HikariDataSource program = pool(server, server.program(), CONNECTIONS)) {
            Migrations.run(owner, server.owner().user(), server.program().user());
            Side floor = new FloorSide(owner, program);
            try (JournalSide journal = new JournalSide(owner, program, true);
                    DoorSide door = new DoorSide(
                            "--onewindow.database.url=" + server.url(ServerSettings.DATABASE),
                            "--onewindow.database.owner=" + server.owner().user(),
                            "--onewindow.database.owner-password="
                                    + server.owner().password(),
                            "--onewindow.database.user=" + server.program().user(),
                            "--onewindow.database.password=" + server.program().password(),
                            "--onewindow.database.connections=" + CONNECTIONS,
                            "--onewindow.data=" + folder.resolve("data"),
                            "--server.port=0",
                            "--management.server.port=0",
                            "--logging.level.root=warn")) {
                new CaseThroughput(new Meter(JdbcClient.create(superuser)), seconds, turns)
                        .compare(List.of(floor, journal, door), JdbcClient.create(superuser));
            }
        }
    }

    private static HikariDataSource pool(CarriedServer server, Login login, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(ServerSettings.DATABASE));
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The first side is the floor. */
    private void compare(List<Side> sides, JdbcClient superuser) throws Exception {
        for (Side side : sides) {
            turn(side, 8, Math.min(seconds, 4));
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

    private Turn turn(Side side, int workers, double time) throws InterruptedException, ExecutionException {
        Meter.Reading before = meter.read();
        long start = System.nanoTime();
        long end = start + (long) (time * 1e9);
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int number = worker;
                running.add(pool.submit(() -> work(side, number, end)));
            }
            for (Future<long[]> each : running) {
                latencies.add(each.get());
            }
        }
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

    /** Whole cases until the time is up; latency of each step in nanoseconds. */
    private static long[] work(Side side, int worker, long end) throws Exception {
        long[] latencies = new long[1_024];
        int count = 0;
        while (System.nanoTime() < end) {
            Side.ACase each = side.begin(worker);
            for (int step = 0; step < Side.STEPS; step++) {
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                long start = System.nanoTime();
                each.take(step);
                latencies[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Turn(long[] latencies, double seconds, double program, double database, long wal) {}

    /** All turns of one side with one number of workers. */
    private static final class Total {
        private final Side side;
        private final List<Turn> turns = new ArrayList<>();

        Total(Side side) {
            this.side = side;
        }

        void add(Turn turn) {
            turns.add(turn);
        }

        private double cases() {
            return turns.stream().mapToLong(turn -> turn.latencies().length).sum() / (double) Side.STEPS;
        }

        private double rate() {
            return cases() / turns.stream().mapToDouble(Turn::seconds).sum();
        }

        private double wal() {
            return turns.stream().mapToLong(Turn::wal).sum() / cases();
        }

        private double database() {
            return turns.stream().mapToDouble(Turn::database).sum() / cases() * 1_000;
        }

        private double cpu() {
            return database() + turns.stream().mapToDouble(Turn::program).sum() / cases() * 1_000;
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
                    rate(),
                    milliseconds(0.5),
                    milliseconds(0.99),
                    wal(),
                    cpu(),
                    database(),
                    rate() / floor.rate(),
                    wal() / floor.wal(),
                    cpu() / floor.cpu());
        }
    }
}
