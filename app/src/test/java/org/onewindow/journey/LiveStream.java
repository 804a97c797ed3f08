package org.onewindow.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open stream of events, read line by line. */
final class LiveStream implements AutoCloseable {

    private static final long WAIT_SECONDS = 2;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final InputStream stream;

    private LiveStream(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("the stream answered " + response.statusCode());
            }
            stream = response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        Thread.startVirtualThread(this::read);
    }

    static LiveStream of(HttpRequest request) {
        return new LiveStream(request);
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // as wanted
        }
    }

    /** The next line that begins so; fails when none comes within two seconds. */
    String until(String beginning) {
        try {
            for (String line = lines.poll(WAIT_SECONDS, TimeUnit.SECONDS);
                    line != null;
                    line = lines.poll(WAIT_SECONDS, TimeUnit.SECONDS)) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no line " + beginning + " within " + WAIT_SECONDS + " seconds");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
