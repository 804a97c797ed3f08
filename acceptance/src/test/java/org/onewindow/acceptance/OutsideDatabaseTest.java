package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The program on a PostgreSQL it didn't bring along, of the oldest version we promise to run on, prepared as docs/operating.md
 * says. Runs where Debian 12's package is installed.
 */
@EnabledIf("isInstalled")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.SAME_THREAD)
class OutsideDatabaseTest {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final Pattern NUMBER = Pattern.compile("\"caseNumber\"\\s*:\\s*\"([^\"]+)\"");

    private static final List<String> PAPERS = List.of("食品经营许可申请书", "法定代表人（负责人）身份证", "场所平面布局图", "食品安全管理制度", "主要设备设施清单");

    private Path folder;
    private int port;

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    @BeforeEach
    void startServer() throws Exception {
        folder = Files.createTempDirectory(
                Path.of("/tmp"),
                "onewindow-outside-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        port = ServedProgram.freePorts(1);
        run("initdb", "--pgdata=" + cluster(), "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C");
        run(
                "pg_ctl",
                "--pgdata=" + cluster(),
                "--wait",
                "--log=" + folder.resolve("log"),
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "start");
    }

    @AfterEach
    void stopServer() throws Exception {
        run("pg_ctl", "--pgdata=" + cluster(), "--mode=immediate", "stop");
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Test
    void a_case_lives_from_receipt_to_delivery_on_the_oldest_postgresql_we_promise() throws Exception {
        prepareAsDocumented();
        Map<String, String> settings = Map.of(
                "ONEWINDOW_DB_URL", url("onewindow"),
                "ONEWINDOW_DB_OWNER", "onewindow_owner",
                "ONEWINDOW_DB_OWNER_PASSWORD", "secret",
                "ONEWINDOW_DB_USER", "onewindow_program",
                "ONEWINDOW_DB_PASSWORD", "secret");
        try (ServedProgram program = new ServedProgram(settings, "--simulation=2026-11-23T01:30:00Z")) {
            program.start();
            assertThat(program.log()).contains("PostgreSQL 15.");
            assertThat(program.data().resolve("postgres/cluster")).doesNotExist();

            HttpResponse<String> received = post(program, "clerk.a03", "", application());
            assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
            Matcher number = NUMBER.matcher(received.body());
            assertThat(number.find()).isTrue();
            String of = "/" + number.group(1);

            step(program, "clerk.a03", of + "/accept", "{}", "ACCEPTED");
            step(
                    program,
                    "reviewer.bm01",
                    of + "/complete-step",
                    "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"符合\"}",
                    "ACCEPTED");
            step(program, "approver.bm01", of + "/decide", "{\"outcome\":\"GRANTED\"}", "DECIDED");
            step(program, "clerk.a03", of + "/complete", "{}", "COMPLETED");
            step(
                    program,
                    "clerk.a03",
                    of + "/deliver",
                    "{\"recipient\":\"张三丰\",\"documentNumber\":\"身份证\"}",
                    "DELIVERED");

            assertThat(program.get("/api/v1/cases/" + number.group(1) + "/events", "clerk.a03")
                            .body())
                    .contains("case.received", "case.delivered");
            assertThat(program.get("/api/v1/cases?limit=5", "supervisor").body())
                    .contains(number.group(1));
            assertThat(program.health().body()).startsWith("{\"components\"").contains("\"status\":\"UP\"");
        }
    }

    private static String application() {
        String papers = PAPERS.stream()
                .map(paper -> "{\"name\":\"" + paper + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}")
                .collect(Collectors.joining(","));
        return """
                {"itemCode":"SF0101009","window":"A03","channel":"WINDOW",
                 "applicant":{"kind":"PERSON","name":"张三丰","idNumber":"990101199001011230","phone":"13800000001"},
                 "coApplicants":[],"representative":null,"serviceAgent":null,"station":null,
                 "situations":{},"override":null,"materials":[%s]}""".formatted(papers);
    }

    private static void step(ServedProgram program, String user, String path, String body, String state)
            throws Exception {
        HttpResponse<String> answer = post(program, user, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"state\":\"" + state + "\"");
    }

    private static HttpResponse<String> post(ServedProgram program, String user, String path, String body)
            throws Exception {
        return program.post("/api/v1/cases" + path, user, UUID.randomUUID().toString(), body);
    }

    /** What the document tells an operator to type. */
    private void prepareAsDocumented() throws IOException, SQLException {
        Matcher statements = Pattern.compile("```sql\n(CREATE ROLE onewindow_owner .*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/operating.md")));
        assertThat(statements.find()).isTrue();
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String one : statements.group(1).replace("…", "secret").split(";\\s*", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root. */
    private void run(String program, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        words.add(PROGRAMS.resolve(program).toString());
        words.addAll(List.of(options));
        Path output = Files.createTempFile("onewindow-outside-", ".log");
        Process process = new ProcessBuilder(words)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(program).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        Files.delete(output);
    }
}
