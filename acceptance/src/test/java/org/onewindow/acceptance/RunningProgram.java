package org.onewindow.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged program with the demonstration county, on a data folder of its own and a Monday morning of its own. With the
 * property {@code onewindow.running} a program that runs already is used instead.
 */
final class RunningProgram implements AutoCloseable {

    /** Monday 23 November 2026, 9:30 in the centre. */
    private static final String MON_2026_11_23_MORNING = "2026-11-23T01:30:00Z";

    private static final Duration START = Duration.ofMinutes(4);

    private final String base;
    private final Process process;
    private final Path data;

    private RunningProgram(String base, Process process, Path data) {
        this.base = base;
        this.process = process;
        this.data = data;
    }

    static RunningProgram start() throws Exception {
        String running = System.getProperty("onewindow.running");
        if (running != null) {
            return new RunningProgram(running, null, null);
        }
        Path data = Files.createTempDirectory(Path.of("/tmp"), "onewindow-acceptance");
        // the database's user walks through here
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        int port = freePort();
        Path log = data.resolveSibling(data.getFileName() + ".log");
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx600m",
                        // it lives for a minute or two: the quick compiler is enough, as for the tests themselves
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        program().toString(),
                        "--port=" + port,
                        "--data=" + data,
                        "--simulation=" + MON_2026_11_23_MORNING))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RunningProgram started = new RunningProgram("http://127.0.0.1:" + port, process, data);
        started.awaitAnswer(log);
        return started;
    }

    /** Asks the API in somebody's name; it must be done. */
    String call(String user, String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 200 || answer.statusCode() > 201) {
                throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }
    }

    /** The address of a path in the program. */
    String address(String path) {
        return base + path;
    }

    @Override
    public void close() throws IOException {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest home = HttpRequest.newBuilder(URI.create(base + "/")).build();
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (client.send(home, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    Thread.onSpinWait();
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        throw new IllegalStateException("the program did not start: " + Files.readString(log));
    }

    private static Path program() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("../app/target"))) {
            return built.filter(path -> path.getFileName().toString().endsWith("-program.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build the program first: mvn package"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
