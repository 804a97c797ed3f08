package org.onewindow.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program with the demonstration county, called as programs call it. One for all test classes that extend this. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"onewindow.simulation=2026-02-10T01:00:00Z", "onewindow.session.idle=8s"})
abstract class RunningProgram {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    static final IdentityProvider PROVIDER = IdentityProvider.start();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("onewindow.data", RunningProgram::folder);
        registry.add("onewindow.oidc.issuer", PROVIDER::issuer);
        registry.add("onewindow.oidc.keys", PROVIDER::keysAddress);
        registry.add("onewindow.oidc.audience", () -> "onewindow");
    }

    /** Holds the key that seals personal data. */
    private static String folder() {
        try {
            Path folder = Files.createTempDirectory("onewindow-access-test-");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path)));
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), RunningProgram::body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The body as text; of an endless stream of events only that it began. */
    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo head) {
        boolean endless = head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return endless ? new Cut() : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static final class Cut implements HttpResponse.BodySubscriber<String> {

        @Override
        public CompletionStage<String> getBody() {
            return CompletableFuture.completedStage("");
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            // cut off
        }

        @Override
        public void onError(Throwable cut) {
            // as wanted
        }

        @Override
        public void onComplete() {
            // as wanted
        }
    }

    HttpResponse<String> get(String path) {
        return send(CLIENT, request(path));
    }

    HttpResponse<String> getAs(String userName, String password, String path) {
        return send(CLIENT, request(path).header("Authorization", basic(userName, password)));
    }

    HttpResponse<String> getWithToken(String token, String path) {
        return send(CLIENT, request(path).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> call(String method, String path, String authorization, String json) {
        HttpRequest.Builder request = request(path)
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        return send(CLIENT, authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    HttpResponse<String> postAs(String userName, String path, String json) {
        return call("POST", path, basic(userName, "demo"), json);
    }

    static String basic(String userName, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
