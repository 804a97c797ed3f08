package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

/** Who may look at the running program on the management port, and who may act on it. */
@TestPropertySource(properties = "management.server.port=0")
class ManagementPortTest extends RunningProgram {

    @LocalManagementPort
    private int managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/readiness", "/health/liveness", "/metrics", "/followers"})
    void a_probe_looks_without_a_sign_in_and_gets_no_session(String path) throws Exception {
        HttpResponse<String> answer = call("GET", path, "", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void followers_say_where_they_are_and_what_is_parked() throws Exception {
        assertThat(call("GET", "/followers", "", "").body()).contains("\"lag\":", "\"position\":");
        assertThat(call("GET", "/followers/" + aFollower(), "", "").body()).isEqualTo("[]");
    }

    @Test
    void only_an_administrator_acts_on_a_follower() throws Exception {
        String address = "/followers/" + aFollower();
        String rebuild = "{\"action\":\"rebuild\"}";

        assertThat(call("POST", address, "", rebuild).statusCode()).isEqualTo(401);
        assertThat(call("POST", address, basic("clerk.a03", "demo"), rebuild).statusCode())
                .isEqualTo(403);
        HttpResponse<String> done = call("POST", address, basic("admin", "demo"), rebuild);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    @Test
    void an_unknown_action_and_an_unknown_follower_are_told_apart_from_a_failure() throws Exception {
        String admin = basic("admin", "demo");
        assertThat(call("POST", "/followers/" + aFollower(), admin, "{\"action\":\"jump\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/followers/" + aFollower(), admin, "{\"action\":\"retry\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/followers/nobody", admin, "{\"action\":\"resume\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("GET", "/followers/nobody", "", "").statusCode()).isEqualTo(404);
    }

    private String aFollower() throws Exception {
        String body = call("GET", "/followers", "", "").body();
        return body.replaceFirst("(?s).*?\"name\":\"([^\"]+)\".*", "$1");
    }

    @Override
    HttpResponse<String> call(String method, String path, String authorization, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(HttpClient.newHttpClient(), request);
    }
}
