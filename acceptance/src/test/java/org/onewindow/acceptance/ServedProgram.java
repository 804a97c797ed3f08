package org.onewindow.acceptance;

import java.io.IOException;
import java.net.InetAddress;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program as an operator runs it: {@code ./serve} with a data folder, stopped or killed and started again. It unpacks and
 * prepares a fast start in one place, so tests that use this run one after the other, on one thread.
 */
final class ServedProgram implements AutoCloseable {

    /** Where {@code ./serve} unpacks the program and keeps what makes its start fast. */
    static final Path UNPACKED = Path.of("../app/target/serve");

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private Process process;

    ServedProgram(String... options) throws IOException {
        this(Map.of(), options);
    }

    ServedProgram(Map<String, String> environment, String... options) throws IOException {
        this.data = Files.createTempDirectory(Path.of("/tmp"), "onewindow-served-");
        // the database's user walks through here
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        this.port = freePorts(3);
        this.environment = Map.copyOf(environment);
        this.options = List.of(options);
    }

    /** Starts it and waits until its first page is there; answers how long that took. */
    Duration start() throws IOException, InterruptedException {
        if (process != null) {
            process.waitFor();
        }
        long began = System.nanoTime();
        launch(Map.of());
        while (!answers("/")) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("the program did not start: " + log());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Runs it with additional options until it ends by itself; answers the exit code. */
    int runToItsEnd(Map<String, String> once, String... more) throws IOException, InterruptedException {
        launch(once, more);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running: " + log());
        }
        return process.exitValue();
    }

    /** Waits until the trial run that makes the cache has a program running; answers its throw-away folder. */
    Path awaitTrial() throws InterruptedException {
        Pattern folder = Pattern.compile("AOTConfiguration=(/\\S+)/recorded");
        while (process.isAlive()) {
            Optional<Path> found = process.descendants()
                    .map(child -> folder.matcher(child.info().commandLine().orElse("")))
                    .filter(Matcher::find)
                    .map(matcher -> Path.of(matcher.group(1)))
                    .filter(path -> Files.exists(path.resolve("postgres/cluster/postmaster.pid")))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("no trial run came");
    }

    int exitCode() {
        return process.exitValue();
    }

    void launch(Map<String, String> once, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("../serve", "--port=" + port, "--data=" + data.resolve("data")));
        words.addAll(options);
        words.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(once);
        process = builder.start();
    }

    /** kill -9 of the program: serve has become the program, so its process is the one. */
    void killProgram() {
        process.destroyForcibly();
    }

    /** kill -9 of the database. */
    void killDatabase() throws IOException {
        String number = Files.readAllLines(data.resolve("data/postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle.of(Long.parseLong(number)).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** A clean stop, as at a terminal or by a service manager. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("did not stop within two minutes");
        }
    }

    boolean answers(String path) throws InterruptedException {
        try {
            return get(path, "nobody").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> get(String path, String user) throws IOException, InterruptedException {
        return client.send(request(port, path, user).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Health, on the management port. */
    HttpResponse<String> health() throws IOException, InterruptedException {
        return client.send(request(port + 2, "/health", "nobody").build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String user, String key, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(port, path, user)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String user, String body) throws IOException, InterruptedException {
        return client.send(
                request(port, path, user)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path, String user) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
        if (!"nobody".equals(user)) {
            String pair = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
            builder.header("Authorization", "Basic " + pair);
        }
        return builder;
    }

    String log() throws IOException {
        return Files.readString(logFile());
    }

    int port() {
        return port;
    }

    Path data() {
        return data.resolve("data");
    }

    private Path logFile() {
        return data.resolve("program.log");
    }

    @Override
    public void close() throws IOException {
        if (process != null && process.isAlive()) {
            try {
                stop();
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        client.close();
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The first of some neighbouring ports nobody listens on. */
    static int freePorts(int neighbours) throws IOException {
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = first.getLocalPort();
                if (port < 65_000 && IntStream.range(1, neighbours).allMatch(further -> isFree(port + further))) {
                    return port;
                }
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
