package org.onewindow.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL we carry along: unpacked, initialised, started or adopted, watched, stopped.
 *
 * <p>What a killed program or a killed server left behind is cleared up without trusting anything but a real connection:
 * {@code pg_ctl status} and the lock file both call a dead server alive while its process isn't reaped.
 */
public final class CarriedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CarriedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STOP_SECONDS = 60;

    private final Path folder;
    private final Path cluster;
    private final int port;
    private final FileChannel lock;
    private final Binaries binaries;
    private final ServerUser user;
    private final Passwords passwords;
    private final ServerSettings settings;
    private volatile boolean closing;

    private CarriedServer(Path folder, int port, ServerSettings settings, ServerUser user, FileChannel lock)
            throws IOException {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.port = port;
        this.settings = settings;
        this.lock = lock;
        this.user = user;
        user.checkCanReach(folder);
        this.binaries = Binaries.in(Optional.ofNullable(settings.binaries()).orElse(folder));
        this.passwords = Passwords.keptIn(folder.resolve("passwords"));
    }

    /**
     * Brings the server of a data folder up, whatever state it was left in, with its two roles and its database made.
     *
     * @param folder the server's folder inside the data folder; made when it isn't there
     * @param port TCP port on loopback
     * @throws DatabaseFailure with one sentence saying why it could not
     */
    public static CarriedServer start(Path folder, int port, ServerSettings settings) {
        try {
            Path absolute = folder.toAbsolutePath().normalize();
            ServerUser user = ServerUser.forCluster(absolute.resolve("cluster"));
            Folders.make(absolute, user.passageMode());
            FileChannel lock = lock(absolute);
            try {
                CarriedServer server = new CarriedServer(absolute, port, settings, user, lock);
                server.initialise();
                server.bringUp();
                server.makeRoles();
                server.watch();
                return server;
            } catch (IOException | SQLException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException | SQLException failed) {
            throw new DatabaseFailure(
                    "The database in " + folder + " could not be started: " + failed.getMessage(), failed);
        }
    }

    /** JDBC address of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role that owns the database and runs migrations. */
    public Login owner() {
        return passwords.owner();
    }

    /** The role the program works with. */
    public Login program() {
        return passwords.program();
    }

    /** The bootstrap role. */
    public Login superuser() {
        return passwords.superuser();
    }

    /** One program per data folder; the kernel lets go of the lock however the program dies. */
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ownedByThisVeryProgram) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new DatabaseFailure("Another OneWindow is running on the data folder " + folder.getParent()
                    + ": stop it, or give this one a folder of its own with --data.");
        }
        return channel;
    }

    private void initialise() throws IOException {
        if (Files.exists(cluster)) {
            String major = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!major.equals(Binaries.MAJOR)) {
                throw new DatabaseFailure("The data in " + cluster + " is of PostgreSQL " + major
                        + " and this program brings " + Binaries.MAJOR + ": see \"Upgrade\" in docs/operating.md.");
            }
            return;
        }
        Path unfinished = folder.resolve("cluster.unfinished");
        Folders.delete(unfinished);
        Folders.make(unfinished, "rwx------");
        user.give(unfinished);
        Path passwordFile = folder.resolve("initial-password");
        Folders.writeSecret(passwordFile, passwords.superuser().password());
        user.give(passwordFile);
        try {
            List<String> command = new ArrayList<>(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + unfinished,
                    "--username=" + passwords.superuser().user(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums"));
            if (!settings.durable()) {
                command.add("--no-sync");
            }
            ServerUser.Outcome outcome = user.run(folder, 120, command.toArray(String[]::new));
            if (outcome.exitCode() != 0) {
                throw new IOException("initdb: " + outcome.output().strip());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adopts, or starts; again and again until a real connection stands or patience ends. */
    private void bringUp() throws IOException {
        boolean unchanged = writeConfiguration();
        if (unchanged && answers()) {
            LOG.info("adopted the database that was left running on port {}", port);
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String said = "";
        for (int attempt = 1; System.nanoTime() < deadline && !closing; attempt++) {
            clearRemains();
            checkPortIsFree();
            ServerUser.Outcome outcome = user.run(
                    folder,
                    90,
                    binaries.program("pg_ctl"),
                    "--pgdata=" + cluster,
                    "--log=" + cluster.resolve("start.log"),
                    "--wait",
                    "--timeout=60",
                    "start");
            if (answers()) {
                LOG.info("database started on port {}{}", port, attempt == 1 ? "" : " at attempt " + attempt);
                return;
            }
            said = outcome.output().strip();
            LOG.warn("database did not start, attempt {}: {}", attempt, said);
            pause(Duration.ofMillis(Math.min(2000, 200L * attempt)));
        }
        throw new DatabaseFailure("The database in " + cluster + " did not start within " + PATIENCE.toSeconds()
                + " s: " + said.replace('\n', ' ') + " " + lastLogLine());
    }

    /**
     * Before a start: a server that runs but isn't usable (other port or settings, stuck) is stopped; the lock file of one
     * that is dead, only not reaped yet, or whose number went to some other process, is removed. Safe because we hold the
     * folder's lock, and PostgreSQL itself still refuses while its shared memory is in use.
     */
    private void clearRemains() throws IOException {
        Optional<Long> left = postmaster();
        if (left.isEmpty()) {
            return;
        }
        if (isLivePostmaster(left.get())) {
            LOG.info("stopping the database that was left running");
            user.run(
                    folder,
                    STOP_SECONDS + 5,
                    binaries.program("pg_ctl"),
                    "--pgdata=" + cluster,
                    "--mode=fast",
                    "--timeout=" + STOP_SECONDS,
                    "stop");
        } else {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    /** Whatever of ours listened is stopped by now: whoever has the port keeps it, however often we try. */
    private void checkPortIsFree() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException taken) {
            throw new DatabaseFailure(
                    "Port " + port + ", which the database uses, is taken by another program: stop that one, or choose"
                            + " another with --port (the database uses the one above) or --onewindow.database.port.",
                    taken);
        }
    }

    private Optional<Long> postmaster() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.getFirst().strip()));
        } catch (NumberFormatException halfWritten) {
            return Optional.of(0L);
        }
    }

    /** Whether the process is a server of this very cluster: alive, no zombie, with our folder on its command line. */
    private boolean isLivePostmaster(long process) {
        try {
            String status = Files.readString(Path.of("/proc/" + process + "/stat"));
            char state = status.charAt(status.lastIndexOf(')') + 2);
            String command = Files.readString(Path.of("/proc/" + process + "/cmdline"));
            return state != 'Z' && state != 'X' && command.contains(cluster.toString());
        } catch (IOException | IndexOutOfBoundsException gone) {
            return false;
        }
    }

    /** Whether a real connection stands, and to this cluster, not to somebody else's server on the same port. */
    private boolean answers() {
        try (Connection connection = connect(passwords.superuser(), "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            return rows.next() && Path.of(rows.getString(1)).equals(cluster);
        } catch (SQLException notUp) {
            LOG.debug("no connection yet: {}", notUp.getMessage());
            return false;
        }
    }

    private Connection connect(Login login, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(url(database), properties);
    }

    private boolean writeConfiguration() throws IOException {
        Path own = cluster.resolve("onewindow.conf");
        String content = settings.configuration(port);
        if (Files.exists(own) && Files.readString(own).equals(content)) {
            return true;
        }
        write(own, content);
        Path main = cluster.resolve("postgresql.conf");
        String include = "include 'onewindow.conf'";
        String present = Files.readString(main);
        if (!present.contains(include)) {
            write(main, present + "\n" + include + "\n");
        }
        return false;
    }

    private void write(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, content);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        user.give(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void makeRoles() throws SQLException {
        try (Connection connection = connect(passwords.superuser(), "postgres")) {
            for (Login login : List.of(passwords.owner(), passwords.program())) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.user())) {
                    // our own random characters need no quoting, and the server's log shows no statements
                    execute(connection, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(login.user(), login.password()));
                }
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", ServerSettings.DATABASE)) {
                execute(
                        connection,
                        "CREATE DATABASE " + ServerSettings.DATABASE + " OWNER "
                                + passwords.owner().user());
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Notices the server's death while the program lives, and brings it up again. */
    private void watch() throws IOException {
        long process = postmaster().orElseThrow(() -> new IOException("the server has no postmaster.pid"));
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        Thread.ofPlatform().daemon().name("database-watch").start(() -> {
            handle.ifPresent(alive -> alive.onExit().join());
            revive();
        });
    }

    private void revive() {
        while (!closing) {
            LOG.error("the database stopped by itself; starting it again");
            try {
                synchronized (this) {
                    if (!closing) {
                        bringUp();
                        watch();
                    }
                }
                return;
            } catch (IOException | RuntimeException failed) {
                LOG.error("the database does not start: {}", failed.getMessage());
                pause(Duration.ofSeconds(5));
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastLogLine() {
        String line = "";
        for (Path log : List.of(cluster.resolve("start.log"), cluster.resolve("log/postgresql.log"))) {
            try {
                List<String> lines = Files.readAllLines(log);
                line = lines.isEmpty() ? line : lines.getLast();
            } catch (IOException noLog) {
                LOG.debug("no log at {}", log);
            }
        }
        return line;
    }

    /** Stops the server, after the last connection of ours was closed; what is still open is rolled back. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            try {
                ServerUser.Outcome outcome = user.run(
                        folder,
                        STOP_SECONDS + 5,
                        binaries.program("pg_ctl"),
                        "--pgdata=" + cluster,
                        "--mode=" + (settings.durable() ? "fast" : "immediate"),
                        "--wait",
                        "--timeout=" + STOP_SECONDS,
                        "stop");
                LOG.info(
                        "database stopped: {}",
                        outcome.exitCode() == 0 ? "cleanly" : outcome.output().strip());
                lock.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
