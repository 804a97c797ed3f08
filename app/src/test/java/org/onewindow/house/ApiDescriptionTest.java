package org.onewindow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description and what a server says to requests that aren't requests; on the whole program. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiDescriptionTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private record Answer(int status, String type, String body) {}

    private Answer get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        int status = connection.getResponseCode();
        try (InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return new Answer(
                    status,
                    String.valueOf(connection.getContentType()),
                    body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_description_in_the_docs_is_the_present_one() throws IOException {
        JsonNode description = JSON.readTree(get("/api/openapi.json").body());
        Path made = Path.of("target", "openapi.json");
        Files.writeString(made, JSON.writeValueAsString(description) + "\n", StandardCharsets.UTF_8);

        assertThat(description.path("openapi").asString()).startsWith("3.1");
        Generated.assertUpToDate(made, "openapi.json");
    }

    @Test
    void the_description_holds_the_api_and_nothing_else() throws IOException {
        JsonNode description = JSON.readTree(get("/api/openapi.json").body());
        List<String> paths = new ArrayList<>(description.path("paths").propertyNames());

        assertThat(paths).isNotEmpty().allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(description.path("components").path("schemas").propertyNames())
                .contains("Problem")
                .doesNotContain("Reply", "Actor", "Paging");
    }

    @Test
    void the_page_to_try_it_is_made_of_our_own_files_only() throws IOException {
        Answer page = get("/api");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("swagger-ui")
                .doesNotContainPattern("(src|href)=\"https?://")
                .doesNotContainPattern("<script>|onclick=|style=\"");
    }

    @Test
    void what_isnt_there_is_told_to_programs_as_a_problem_and_to_people_as_a_page() throws IOException {
        Answer api = get("/api/v1/public/nothing-here");
        Answer page = get("/items/nothing/here/at/all");

        assertThat(api.status()).isEqualTo(404);
        assertThat(api.type()).isEqualTo("application/problem+json");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.type()).startsWith("text/html");
        assertThat(page.body()).contains("没有找到").doesNotContain("Whitelabel", "Exception", "org.");
    }

    @Test
    void a_page_asked_for_with_characters_that_no_text_holds_is_refused_as_a_page() throws IOException {
        Answer page = get("/items?q=%00");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.type()).startsWith("text/html");
        assertThat(page.body()).contains("</html>").doesNotContain("Exception");
    }

    @Test
    void a_request_the_firewall_refuses_gets_no_trace_either() throws IOException {
        for (String path : List.of("/api/v1/public/a%2fb", "/api/v1/public/%00", "/items/%2e%2e/x", "/items;a=b")) {
            Answer answer = get(path);
            assertThat(answer.status()).as(path).isBetween(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("Exception", "org.", "\tat ");
        }
    }
}
