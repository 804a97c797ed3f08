package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the container itself can't make sense of, sent as bytes, since no client would. */
class UnreadableRequestTest extends RunningProgram {

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/items/%zz", "/items|all", "/a%00b", "/desk/%2e%2e%2f", "//[", "items"})
    void an_address_that_cannot_be_parsed_gets_a_few_plain_words(String address) throws IOException {
        String answer = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("<html lang=\"zh-CN\">", "<h1>请求有误</h1>", "Content-Security-Policy: default-src 'none'");
        assertSilentAboutSoftware(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "q=%ff%fe", "care=on&%", "lang=%zz"})
    void a_query_that_cannot_be_decoded_is_the_callers_mistake_and_said_on_a_page(String query) throws IOException {
        String answer = raw("GET /items?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("<html lang=\"zh-CN\"", "<h1>请求有误</h1>", "class=\"skip\"");
        assertSilentAboutSoftware(answer);
    }

    @Test
    void a_form_that_cannot_be_decoded_is_the_callers_mistake_too() throws IOException {
        String answer = raw(String.join(
                "\r\n",
                "POST /sign-in?lang=en HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 12",
                "",
                "username=%zz"));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("<h1>Bad request</h1>");
        assertSilentAboutSoftware(answer);
    }

    @Test
    void a_program_whose_query_cannot_be_decoded_gets_a_problem_in_its_language() throws IOException {
        String answer = raw(
                "GET /api/v1/public/items?q=%zz HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "\"title\":\"Bad request\"");
        assertSilentAboutSoftware(answer);
    }

    @Test
    void a_program_gets_a_problem_in_its_language() throws IOException {
        String answer =
                raw("GET /api/v1/cases/%zz HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "\"title\":\"Bad request\"", "\"status\":400");
        assertSilentAboutSoftware(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "G<script>T / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n"
            })
    void what_is_not_http_is_refused_without_a_word_about_the_software(String request) throws IOException {
        String answer = raw(request);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|505) .*").contains("<html lang=\"zh-CN\">");
        assertSilentAboutSoftware(answer);
    }

    private static void assertSilentAboutSoftware(String answer) {
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContainIgnoringCase("apache");
        assertThat(answer).doesNotContain("Exception", "java.", "<script>", "\nServer:");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
