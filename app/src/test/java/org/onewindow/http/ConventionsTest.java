package org.onewindow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** What every endpoint of the contract has in common, shown on a sample controller in the program's own wiring. */
@SpringJUnitWebConfig(ConventionsTest.Wiring.class)
class ConventionsTest {

    @Configuration(proxyBeanMethods = false)
    @Import({Conventions.class, Samples.class, ErrorPages.class})
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Wiring {

        @Bean
        CentreTime time() {
            return new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
        }
    }

    enum Channel {
        WINDOW,
        ONLINE
    }

    record Person(String name, @Nullable String phone) {}

    record Sample(
            String text,
            int count,
            @Nullable Long amountFen,
            boolean flag,
            @Nullable LocalDate day,
            @Nullable Instant at,
            Channel channel,
            @Nullable Person person,
            List<Person> others,
            Map<String, String> situations) {}

    @RestController
    static class Samples {

        @PostMapping("/api/v1/samples")
        Sample echo(@RequestBody Sample sample) {
            return sample;
        }

        @PostMapping("/api/v1/replies")
        ResponseEntity<byte[]> reply(Reply reply, @RequestBody Person person) {
            if (Long.valueOf(-1).equals(reply.ifMatch()) || Long.valueOf(2).equals(reply.ifMatch())) {
                throw new ChangedMeanwhile(true, List.of());
            }
            reply.answer(201, Reply.created("/api/v1/replies/1", 3), person);
            return reply.send();
        }

        @GetMapping("/api/v1/samples")
        Page<Integer> list(
                Paging paging,
                @RequestParam(required = false) @Nullable Channel channel,
                @RequestParam(required = false) @Nullable Instant dueBefore,
                @RequestParam(defaultValue = "") Set<Channel> channels) {
            return new Page<>(List.of(paging.limit()), paging.after());
        }

        @GetMapping({"/api/v1/failures/{what}", "/pages/{what}"})
        Sample fail(@PathVariable String what) {
            throw switch (what) {
                case "refused" ->
                    new Refused(List.of(
                            Refusal.of("T7", "http.key-reused"),
                            Refusal.of("C13", "http.key-reused"),
                            Refusal.of("K6a", "http.key-reused"),
                            Refusal.of("K6b", "http.key-reused")));
                case "not-allowed" -> new NotAllowed("reviewer of another department");
                case "not-found" -> new NotFound("case 4711");
                case "stale" -> new ChangedMeanwhile(true, List.of());
                case "changed" -> new ChangedMeanwhile(false, List.of("case.accepted"));
                case "busy" -> new TooManyRequests(Duration.ofMillis(1500));
                case "down" -> new DataAccessResourceFailureException("jdbc:postgresql://secret SELECT secret");
                default -> new IllegalStateException("BUG: SELECT secret FROM party");
            };
        }
    }

    private static final String GOOD = """
            {"text":"张三","count":2,"flag":true,"channel":"WINDOW"}""";

    private MockMvc http;

    @BeforeEach
    void open(WebApplicationContext context) {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    private MvcResult send(String body) throws Exception {
        return http.perform(post("/api/v1/samples")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn();
    }

    @Test
    void null_means_absent_and_absent_lists_are_empty() throws Exception {
        http.perform(post("/api/v1/samples")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"text":"张三","count":2,"flag":true,"channel":"WINDOW","day":null,"others":null}"""))
                .andExpect(status().isOk())
                .andExpect(content().string("""
                        {"text":"张三","count":2,"amountFen":null,"flag":true,"day":null,"at":null,\
                        "channel":"WINDOW","person":null,"others":[],"situations":{}}"""));
    }

    @Test
    void instants_are_answered_in_utc() throws Exception {
        assertThat(send(GOOD.replace("}", ",\"at\":\"2026-03-26T17:00:00+08:00\"}"))
                        .getResponse()
                        .getContentAsString())
                .contains("\"at\":\"2026-03-26T09:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"text":1,"count":2,"flag":true,"channel":"WINDOW"}                              | /text
        {"text":"a\\u0000b","count":2,"flag":true,"channel":"WINDOW"}                    | /text
        {"text":"a\\ud800b","count":2,"flag":true,"channel":"WINDOW"}                    | /text
        {"count":2,"flag":true,"channel":"WINDOW"}                                       | /text
        {"text":null,"count":2,"flag":true,"channel":"WINDOW"}                           | /text
        {"text":"a","count":"2","flag":true,"channel":"WINDOW"}                          | /count
        {"text":"a","count":2.5,"flag":true,"channel":"WINDOW"}                          | /count
        {"text":"a","count":2.0,"flag":true,"channel":"WINDOW"}                          | /count
        {"text":"a","count":99999999999,"flag":true,"channel":"WINDOW"}                  | /count
        {"text":"a","count":1e400,"flag":true,"channel":"WINDOW"}                        | /count
        {"text":"a","count":2,"flag":"true","channel":"WINDOW"}                          | /flag
        {"text":"a","count":2,"flag":1,"channel":"WINDOW"}                               | /flag
        {"text":"a","count":2,"flag":true,"channel":"window"}                            | /channel
        {"text":"a","count":2,"flag":true,"channel":0}                                   | /channel
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","day":"2026-02-30"}         | /day
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","day":"9999-01-01"}         | /day
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","at":"2026-02-10T01:00:00"} | /at
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","person":[]}                | /person
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","person":{"phone":"1"}}     | /person/name
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","others":{}}                | /others
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","others":[null]}            | /others/0
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","situations":{"a/b":1}}     | /situations/a~1b
        {"text":"a","count":2,"flag":true,"channel":"WINDOW","unknown":1}                | /unknown
        []                                                                               | ``
        """)
    void a_field_that_does_not_fit_is_pointed_at(String body, String pointer) throws Exception {
        MvcResult answer = send(body);

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("\"errors\":[{\"pointer\":\"" + pointer + "\",\"detail\":\"")
                .doesNotContain("},{");
    }

    @Test
    void all_errors_of_a_body_are_told_at_once() throws Exception {
        http.perform(post("/api/v1/samples")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept-Language", "en-GB,en;q=0.9")
                        .content("""
                                {"count":"2","flag":true,"channel":"FAX","more":1,"others":[{"name":"a"},{"name":7}]}"""))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Content-Language", "en"))
                .andExpect(jsonPath("$.errors[*].pointer")
                        .value(Matchers.containsInAnyOrder("/text", "/count", "/channel", "/others/1/name", "/more")))
                .andExpect(jsonPath("$.errors[0].detail").value("Is required."))
                .andExpect(
                        jsonPath("$.errors[?(@.pointer=='/channel')].detail").value("Must be one of: WINDOW, ONLINE."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"text":"a"
        {"text":"a"}}
        {"text":"a","text":"b","count":2,"flag":true,"channel":"WINDOW"}
        {'text':'a'}
        {"text":NaN}
        nonsense
        """)
    void broken_json_is_told_with_its_place(String body) throws Exception {
        MvcResult answer = send(body);

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("不是正确的 JSON：第 1 行第")
                .doesNotContain("jackson", "Exception");
    }

    @Test
    void broken_utf_8_is_told() throws Exception {
        http.perform(post("/api/v1/samples")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].detail").value("应使用 UTF-8 编码。"));
        http.perform(post("/api/v1/samples")
                        .contentType("application/json;charset=GBK")
                        .content(GOOD.getBytes(Charset.forName("GBK"))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].detail").value("应使用 UTF-8 编码。"));
    }

    @Test
    void an_empty_body_is_told() throws Exception {
        http.perform(post("/api/v1/samples").contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].detail").value("请求体为空或无法识别。"));
    }

    @Test
    void deep_nesting_and_huge_numbers_are_refused_without_being_worked_on() throws Exception {
        for (String body : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "9".repeat(100_000))) {
            http.perform(post("/api/v1/samples")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].detail").value("嵌套过深，或数字、文字过长。"));
        }
    }

    @Test
    void another_media_type_method_or_address_has_its_own_problem() throws Exception {
        http.perform(post("/api/v1/samples").contentType(MediaType.TEXT_PLAIN).content("a"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType("application/problem+json"));
        http.perform(post("/api/v1/failures/x"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET"))
                .andExpect(jsonPath("$.type").value("urn:onewindow:problem:method-not-allowed"));
        http.perform(get("/api/v1/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.title").value("没有找到"))
                .andExpect(jsonPath("$.instance").value("/api/v1/nowhere"));
    }

    @Test
    void a_refusal_tells_all_reasons_in_the_order_of_the_domain() throws Exception {
        http.perform(get("/api/v1/failures/refused?code=secret"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("urn:onewindow:problem:refused"))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.instance").value("/api/v1/failures/refused"))
                .andExpect(jsonPath("$.rule").value("K6b"))
                .andExpect(jsonPath("$.reasons[*].rule").value(Matchers.contains("K6b", "K6a", "C13", "T7")))
                .andExpect(jsonPath("$.reasons[0].detail").value("这个幂等键已用于内容不同的请求。"))
                .andExpect(jsonPath("$.reasons[0].basis").value(Matchers.nullValue()))
                .andExpect(jsonPath("$.reasons[0].whatNow").isNotEmpty());
    }

    @Test
    void the_other_failures_have_their_status_and_words() throws Exception {
        http.perform(get("/api/v1/failures/not-allowed")).andExpect(status().isForbidden());
        http.perform(get("/api/v1/failures/not-found")).andExpect(status().isNotFound());
        http.perform(get("/api/v1/failures/stale")).andExpect(status().isPreconditionFailed());
        http.perform(get("/api/v1/failures/changed"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.changes").value(Matchers.contains("case.accepted")));
        http.perform(get("/api/v1/failures/busy"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "2"));
    }

    @Test
    void what_nobody_foresaw_is_answered_with_a_number_and_nothing_else() throws Exception {
        for (String what : List.of("bug", "down")) {
            MvcResult answer = http.perform(get("/api/v1/failures/" + what))
                    .andExpect(jsonPath("$.incident").isNotEmpty())
                    .andReturn();
            assertThat(answer.getResponse().getStatus()).isEqualTo(what.equals("bug") ? 500 : 503);
            assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain("SELECT", "secret", "Exception", "org.", "BUG");
        }
    }

    @Test
    void for_a_page_a_failure_becomes_a_page() throws Exception {
        http.perform(get("/pages/refused")).andExpect(status().is(422)).andExpect(view().name("http/error"));
    }

    @Test
    void a_list_takes_a_limit_and_a_cursor() throws Exception {
        http.perform(get("/api/v1/samples")).andExpect(content().json("{\"items\":[50],\"next\":null}"));
        http.perform(get("/api/v1/samples?limit=500&after=x&unknown=1"))
                .andExpect(content().json("{\"items\":[500],\"next\":\"x\"}"));
        for (String limit : List.of("0", "501", "-1", "1.5", "a", "%20", "99999999999", "١")) {
            http.perform(get("/api/v1/samples?limit=" + limit))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].pointer").value("limit"));
        }
        http.perform(get("/api/v1/samples?limit=1&limit=2"))
                .andExpect(jsonPath("$.errors[0].detail").value("只能填写一次。"));
        http.perform(get("/api/v1/samples?channel=FAX"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("channel"));
        http.perform(get(URI.create("/api/v1/samples?q=%00")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("q"));
    }

    @Test
    void all_query_parameters_that_are_wrong_are_named_at_once() throws Exception {
        http.perform(get("/api/v1/samples?limit=0&channel=FAX&dueBefore=soon&channels=ONLINE,TELEX&after=1&after=2"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].pointer")
                        .value(containsInAnyOrder("limit", "after", "channel", "dueBefore", "channels")))
                .andExpect(
                        jsonPath("$.errors[?(@.pointer == 'channel')].detail").value("应为以下之一：[WINDOW, ONLINE]。"))
                .andExpect(
                        jsonPath("$.errors[?(@.pointer == 'channels')].detail").value("应为以下之一：[WINDOW, ONLINE]。"))
                .andExpect(jsonPath("$.errors[?(@.pointer == 'dueBefore')].detail")
                        .value("应为带时区的时刻，例如 2026-02-10T01:00:00Z。"));
        http.perform(get("/api/v1/samples?channels=ONLINE,,WINDOW"))
                .andExpect(jsonPath("$.errors[0].pointer").value("channels"));
        http.perform(get("/api/v1/samples?channel=&dueBefore=&channels=")).andExpect(status().isOk());
    }

    @Test
    void a_reply_carries_version_and_place() throws Exception {
        http.perform(post("/api/v1/replies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"张三\"}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"3\""))
                .andExpect(header().string("Location", "/api/v1/replies/1"))
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(content().string("{\"name\":\"张三\",\"phone\":null}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"*,201", "\"3\",201", "W/\"3\",201", "3,201", "\"2\",412", "W/\"2\",412", "\"abc\",412", "abc,400"
            })
    void if_match_names_one_version(String tag, int status) throws Exception {
        http.perform(post("/api/v1/replies")
                        .header("If-Match", tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"张三\"}"))
                .andExpect(status().is(status));
    }

    @Test
    void the_api_follows_accept_language_and_pages_follow_a_choice() {
        assertThat(Languages.accepted("de, en;q=0.5").getLanguage()).isEqualTo("en");
        assertThat(Languages.accepted("de").getLanguage()).isEqualTo("zh");
        assertThat(Languages.accepted("en;q=0.2, zh-TW;q=0.8").getLanguage()).isEqualTo("zh");
        assertThat(Languages.accepted(";;;").getLanguage()).isEqualTo("zh");
    }

    @Test
    void a_page_remembers_the_language_chosen() throws Exception {
        http.perform(get("/pages/refused?lang=en").header("Accept-Language", "zh"))
                .andExpect(header().string(
                                "Set-Cookie",
                                Matchers.allOf(
                                        Matchers.startsWith("lang=en"),
                                        Matchers.containsString("HttpOnly"),
                                        Matchers.containsString("SameSite=Lax"))));
    }
}
