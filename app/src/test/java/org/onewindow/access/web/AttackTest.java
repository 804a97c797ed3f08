package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.access.PersonalTokens;
import org.onewindow.access.StaffDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What somebody with bad intentions would try, from outside and from inside, against the running program. */
class AttackTest extends RunningProgram {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static final String MARKUP = "<svg/onload=alert(1)>\\\"'><img src=http://127.0.0.1:9/x onerror=alert(2)>";
    private static final String PAPERS = Stream.of("食品经营许可申请书", "法定代表人（负责人）身份证", "场所平面布局图", "食品安全管理制度", "主要设备设施清单")
            .map(name -> "{\"name\":\"" + name + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}")
            .collect(Collectors.joining(","));
    private static final Pattern NUMBER = Pattern.compile("\"caseNumber\":\"([0-9-]+)\"");
    private static final Pattern CODE = Pattern.compile("\"queryCode\":\"([^\"]+)\"");

    @Autowired
    private PersonalTokens tokens;

    @Autowired
    private StaffDirectory directory;

    @LocalManagementPort
    private int management;

    private static String application(String name, String more) {
        return """
                {"itemCode":"SF0101009","window":"A03","applicant":{"kind":"PERSON","name":"%s","idNumber":"11010519491231002X"},
                 "situations":{},"materials":[%s]%s}""".formatted(name, PAPERS, more);
    }

    private HttpResponse<String> received(String name) {
        HttpResponse<String> received = postAs("clerk.a03", "/api/v1/cases", application(name, ""));
        assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
        return received;
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher matcher = pattern.matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> look(String user, String path) {
        return getAs(user, "demo", path);
    }

    // --- other people's cases ---

    @Test
    void N4_a_case_of_one_township_is_closed_to_the_agents_of_another_and_of_its_villages() {
        HttpResponse<String> received = postAs("agent.990101001", "/api/v1/cases", """
                {"itemCode":"SF0101012","station":"990101001","situations":{},"materials":[],
                 "applicant":{"kind":"PERSON","name":"张三","idNumber":"11010519491231002X"}}""");
        assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
        String number = found(NUMBER, received);
        String address = "/api/v1/cases/" + number;

        for (String stranger : List.of("agent.990101002", "agent.990101001001", "clerk.c01", "reviewer.bm03")) {
            for (String path : List.of("", "/events", "/documents", "/documents/1-receipt.pdf")) {
                assertThat(look(stranger, address + path).statusCode())
                        .as("%s %s", stranger, path)
                        .isEqualTo(403);
            }
            assertThat(postAs(stranger, address + "/withdraw", "{}").statusCode())
                    .isEqualTo(403);
            assertThat(look(stranger, "/api/v1/cases?q=" + number).body()).doesNotContain(number);
            assertThat(look(stranger, "/api/v1/cases?q=11010519491231002X").body())
                    .as("%s by id number", stranger)
                    .doesNotContain(number);
        }
        assertThat(look("agent.990101001", address).statusCode()).isEqualTo(200);
    }

    @Test
    void a_list_of_another_window_or_department_is_refused_and_a_made_up_cursor_opens_nothing() {
        assertThat(look("clerk.c01", "/api/v1/cases?window=A03").statusCode()).isEqualTo(403);
        assertThat(look("reviewer.bm03", "/api/v1/cases?department=BM01").statusCode())
                .isEqualTo(403);
        assertThat(look(
                                "clerk.c01",
                                "/api/v1/cases?after=' or 1=1 --"
                                        .replace(" ", "%20")
                                        .replace("'", "%27"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(look("clerk.c01", "/api/v1/cases?q=%27%20or%20%271%27=%271").statusCode())
                .isEqualTo(200);
    }

    @Test
    void N4_at_the_desk_an_id_number_brings_up_only_cases_one_may_see() {
        String number = found(NUMBER, received("张三"));
        Browser stranger = new Browser(address(""));
        stranger.signIn("clerk.c01", "demo");
        Browser clerk = new Browser(address(""));
        clerk.signIn("clerk.a03", "demo");

        assertThat(stranger.open("/desk/cases/" + number).statusCode()).isIn(403, 404);
        assertThat(stranger.submit("/desk/find", Map.of("number", "11010519491231002X"))
                        .body())
                .doesNotContain(number);
        assertThat(clerk.submit("/desk/find", Map.of("number", "11010519491231002X"))
                        .body())
                .contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"state\":\"DELIVERED\"",
                "\"version\":9",
                "\"caseNumber\":\"990101-20260210-00000001-1\"",
                "\"holder\":\"clerk.c01\"",
                "\"department\":\"BM03\"",
                "\"receivedAt\":\"2025-01-01T00:00:00Z\"",
                "\"querySalt\":\"AAAA\"",
                "\"applicant\":{\"kind\":\"PERSON\",\"name\":\"李四\",\"idNumber\":\"11010519491231002X\",\"id\":1}",
                "\"itemVersion\":1"
            })
    void nothing_but_what_the_contract_lists_can_be_set(String field) {
        assertThat(postAs("clerk.a03", "/api/v1/cases", application("张三", "," + field))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_field_said_twice_is_not_understood() {
        String number = found(NUMBER, received("张三"));
        assertThat(postAs(
                                "approver.bm01",
                                "/api/v1/cases/" + number + "/void",
                                "{\"reason\":\"first\",\"reason\":\"second\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    // --- codes, keys, tokens ---

    @Test
    void C11_codes_are_guessed_slower_and_slower_and_a_number_alone_opens_nothing() {
        HttpResponse<String> received = received("张三");
        String address = "/api/v1/public/cases/" + found(NUMBER, received);
        assertThat(guess(address, "198.51.100.6")).isEqualTo(404);
        int guesses = 0;
        while (guess(address + "?code=AAAAAAAA" + guesses, "198.51.100.7") == 404 && guesses < 60) {
            guesses++;
        }

        assertThat(guesses).isLessThan(60);
        String right = address + "?code=" + found(CODE, received);
        assertThat(guess(right, "198.51.100.7")).as("who guesses too often").isEqualTo(429);
        assertThat(guess(right, "198.51.100.8")).as("somebody else").isEqualTo(200);
    }

    private int guess(String address, String from) {
        return send(CLIENT, request(address).header("X-Forwarded-For", from)).statusCode();
    }

    @Test
    void C13_a_key_of_one_person_gives_nobody_else_their_answer() {
        String key = "attack-" + System.nanoTime();
        HttpResponse<String> first = keyed("clerk.a03", key);
        assertThat(first.statusCode()).isEqualTo(201);

        assertThat(keyed("clerk.c01", key).statusCode()).isEqualTo(403);
        HttpResponse<String> reviewer = keyed("reviewer.bm01", key);
        assertThat(reviewer.statusCode()).isEqualTo(403);
        assertThat(reviewer.body()).doesNotContain("queryCode");
    }

    private HttpResponse<String> keyed(String user, String key) {
        return send(
                CLIENT,
                request("/api/v1/cases")
                        .header("Authorization", basic(user, "demo"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(application("张三", ""))));
    }

    @Test
    void a_personal_token_opens_the_api_and_no_page() {
        PersonalTokens.Made made = tokens.make(directory.actor("clerk.a03").orElseThrow(), "attack", 1);

        assertThat(getWithToken(made.secret(), "/api/v1/me").statusCode()).isEqualTo(200);
        for (String page : List.of("/desk", "/desk/tokens", "/desk/password")) {
            assertThat(getWithToken(made.secret(), page).statusCode()).as(page).isEqualTo(302);
        }
        assertThat(getWithToken(made.secret(), "/api/v1/staff").statusCode())
                .as("it opens what its owner may, no more")
                .isEqualTo(403);
    }

    // --- pages ---

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk/receive", "/desk/tokens", "/desk/password", "/desk/find", "/desk/cases/{case}/withdraw"})
    void a_form_of_another_site_does_nothing(String page) {
        String number = found(NUMBER, received("张三"));
        Browser clerk = new Browser(address(""));
        clerk.signIn("clerk.a03", "demo");

        assertThat(clerk.submitWithoutToken(page.replace("{case}", number), new TreeMap<>(Map.of("reason", "r")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(look("clerk.a03", "/api/v1/cases/" + number).body()).contains("\"state\":\"RECEIVED\"");
    }

    @Test
    void markup_in_a_name_or_a_reason_is_shown_as_text_on_every_page_and_paper() {
        HttpResponse<String> received = received(MARKUP);
        String number = found(NUMBER, received);
        String asked = "{\"items\":[{\"material\":\"场所平面布局图\",\"problem\":\"" + MARKUP + "\"}]}";
        assertThat(postAs("clerk.a03", "/api/v1/cases/" + number + "/request-supplement", asked)
                        .statusCode())
                .isEqualTo(200);
        assertThat(postAs("clerk.a03", "/api/v1/cases/" + number + "/withdraw", "{\"reason\":\"" + MARKUP + "\"}")
                        .statusCode())
                .isEqualTo(200);
        Browser clerk = new Browser(address(""));
        clerk.signIn("clerk.a03", "demo");

        for (String page : List.of("/desk", "/desk/rows", "/desk/ledger", "/desk/cases/" + number)) {
            assertHarmless(page, clerk.open(page));
        }
        assertHarmless("find", clerk.submit("/desk/find", Map.of("number", number)));
        assertHarmless("track", clerk.submit("/track", Map.of("number", number, "code", found(CODE, received))));
        assertHarmless("search", get("/items?q=%3Csvg%2Fonload%3Dalert(1)%3E"));
        assertHarmless("suggestions", get("/items/suggestions?q=%3Csvg%2Fonload%3Dalert(1)%3E"));
        assertHarmless("sign-in", get("/sign-in?error=%3Csvg%2Fonload%3Dalert(1)%3E"));
        for (String paper : List.of("1-receipt", "2-supplement-notice", "3-withdrawal-confirmation")) {
            HttpResponse<String> pdf = look("clerk.a03", "/api/v1/cases/" + number + "/documents/" + paper + ".pdf");
            assertThat(pdf.statusCode()).as(paper).isEqualTo(200);
            assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        }
    }

    private static void assertHarmless(String what, HttpResponse<String> page) {
        assertThat(page.statusCode()).as(what).isIn(200, 302, 404);
        assertThat(page.body()).as(what).doesNotContain("<svg/onload").doesNotContain("<img src=http");
    }

    @Test
    void an_item_with_markup_and_a_formula_for_a_name_stays_text_on_pages_papers_and_in_spreadsheets()
            throws IOException {
        String name = "=HYPERLINK(1)+<script>alert(1)</script>";
        String draft = """
                {"code":"SF0101666","name":"%s","departmentCode":"BM01","type":"CONFIRMATION","handlingClass":"COMMITTED",
                 "object":"BOTH","regime":"NONE","committedDays":3,"legalBasis":"<b>x</b>","conditions":["<i>x</i>"],
                 "steps":[{"kind":"ACCEPT","name":"<u>","days":0,"post":"岗","role":"CLERK"},
                          {"kind":"WORK","name":"审查","days":2,"post":"岗","role":"REVIEWER"},
                          {"kind":"DECIDE","name":"决定","days":1,"post":"岗","role":"APPROVER"},
                          {"kind":"ISSUE","name":"送达","days":0,"post":"岗","role":"CLERK"}],
                 "materials":[{"name":"@SUM(1)","form":"ORIGINAL","source":"APPLICANT","necessity":"REQUIRED"}],
                 "result":"-1+1","keywords":["+1"],"windows":["A03"]}""".formatted(name);
        assertThat(postAs("approver.bm01", "/api/v1/items", draft).statusCode()).isEqualTo(201);
        HttpResponse<String> filed = postAs("manager", "/api/v1/items/SF0101666/versions/1/file", "{}");
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);

        for (String page : List.of("/items/SF0101666", "/items?q=SF0101666", "/items/suggestions?q=SF0101666")) {
            assertThat(get(page).body())
                    .as(page)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<i>x</i>");
        }
        assertThat(get("/items/SF0101666/guide.pdf").statusCode()).isEqualTo(200);
        assertThat(get("/items/SF0101666/card.pdf").statusCode()).isEqualTo(200);

        byte[] workbook = send(request("/api/v1/catalogue/export").header("Authorization", basic("manager", "demo")));
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(part).as(entry.getName()).doesNotContain("<f>").doesNotContain("<script>");
            }
        }
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    // --- the wire ---

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items/x%0d%0aSet-Cookie:%20own=1",
                "/?lang=en%0d%0aSet-Cookie:%20own=1",
                "/track?n=1%0d%0aSet-Cookie:%20own=1",
                "/api/v1/public/cases/1%0d%0aSet-Cookie:%20own=1?code=1",
                "/sign-in?continue=//evil.example%0d%0aSet-Cookie:%20own=1"
            })
    void nothing_in_an_address_becomes_a_header(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("own="));
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil.example");
        assertThat(answer.statusCode()).isLessThan(500);
    }

    @Test
    void a_huge_body_is_refused_wherever_it_is_sent() {
        String huge = "{\"x\":\"" + "a".repeat(6_000_000) + "\"}";
        for (String path : List.of("/api/v1/cases", "/api/v1/public/time-limits/calculate", "/api/v1/staff")) {
            assertThat(cutOffOr(() -> postAs("clerk.a03", path, huge).statusCode()))
                    .as(path)
                    .isIn(400, 403, 413);
        }
        assertThat(cutOffOr(() -> get("/items?q=" + "a".repeat(20_000)).statusCode()))
                .isIn(400, 413, 414, 431);
    }

    /** A server may answer before it has read everything, and hang up: then there is no status to be seen. */
    private static int cutOffOr(java.util.function.IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (UncheckedIOException hungUp) {
            return 413;
        }
    }

    @Test
    void C13_of_two_approvers_at_once_exactly_one_decides() {
        String number = found(NUMBER, received("张三"));
        String address = "/api/v1/cases/" + number;
        assertThat(postAs("clerk.a03", address + "/accept", "{}").statusCode()).isEqualTo(200);
        assertThat(postAs(
                                "reviewer.bm01",
                                address + "/complete-step",
                                "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"o\"}")
                        .statusCode())
                .isEqualTo(200);

        List<CompletableFuture<Integer>> racing = IntStream.range(0, 8)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> postAs(
                                "approver.bm01",
                                address + "/decide",
                                at % 2 == 0
                                        ? "{\"outcome\":\"GRANTED\"}"
                                        : "{\"outcome\":\"REFUSED\",\"reason\":\"r\"}")
                        .statusCode()))
                .toList();
        List<Integer> statuses = racing.stream().map(CompletableFuture::join).toList();

        assertThat(statuses).as("%s", statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status != 200))
                .allMatch(status -> status == 422 || status == 409);
        String history = look("supervisor", address + "/events").body();
        assertThat(history.split("case\\.decided", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/env",
                "/heapdump",
                "/beans",
                "/loggers",
                "/shutdown",
                "/desk",
                "/api/v1/cases",
                "/health/..;/env",
                "/health/%2e%2e/env",
                "/health;x=/../env",
                "//env",
                "/health/../../etc/passwd",
                "/actuator/env"
            })
    void the_management_port_shows_health_and_figures_and_nothing_else(String path) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + management + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isIn(302, 400, 401, 403, 404);
        HttpResponse<String> post = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + management + path))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(post.statusCode()).as(path).isIn(302, 400, 401, 403, 404, 405);
    }
}
