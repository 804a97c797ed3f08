package org.onewindow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.journal.Answer;
import org.onewindow.journal.AnswerExists;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.StateWrite;
import org.onewindow.journal.store.JdbcJournal;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.testing.TestDatabase;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** C13: a repeated request changes nothing a second time and gets the first answer. On the real journal. */
class IdempotencyTest {

    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final JsonMapper JSON = json();

    private static @Nullable TestDatabase database;

    private final Commands commands = new Commands();
    private MockMvc http = aNode(Duration.ofSeconds(10));

    private static JsonMapper json() {
        JsonMapper.Builder builder = JsonMapper.builder();
        Conventions.configure(builder);
        return builder.build();
    }

    private static TestDatabase database() {
        if (database == null) {
            throw new IllegalStateException("not open");
        }
        return database;
    }

    private static Journal journal() {
        return new JdbcJournal(database().dataSource(), TIME, () -> {});
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database()
                .ownerJdbc()
                .sql("create table public.done (what text not null)")
                .update();
        database().ownerJdbc().sql("grant all on public.done to public").update();
    }

    @AfterAll
    static void close() {
        database().close();
    }

    @BeforeEach
    void forget() {
        database().ownerJdbc().sql("delete from public.done").update();
    }

    private static long done() {
        return database()
                .jdbc()
                .sql("select count(*) from public.done")
                .query(Long.class)
                .single();
    }

    /** A node of its own: nothing in memory is shared with others, only the database. */
    private MockMvc aNode(Duration patience) {
        Problems problems = new Problems(Texts.load(TIME), JSON);
        return MockMvcBuilders.standaloneSetup(commands)
                .setCustomArgumentResolvers(new Parameters(JSON))
                .setMessageConverters(
                        new JsonBodies(JSON),
                        new org.springframework.http.converter.ByteArrayHttpMessageConverter(),
                        new org.springframework.http.converter.json.JacksonJsonHttpMessageConverter(JSON))
                .setHandlerExceptionResolvers(new ProblemResolver(problems))
                .addFilters(new RequestFilter(problems, journal(), JSON, new InFlight(patience)))
                .build();
    }

    record Body(String what) {}

    @RestController
    static class Commands {

        final AtomicInteger calls = new AtomicInteger();
        volatile CountDownLatch entered = new CountDownLatch(0);
        volatile CountDownLatch mayGo = new CountDownLatch(0);

        /** As a real door does it: the answer is written in the command's transaction. */
        @PostMapping("/api/v1/things")
        ResponseEntity<byte[]> make(Reply reply, @RequestBody Body body) throws InterruptedException {
            int call = calls.incrementAndGet();
            entered.countDown();
            mayGo.await();
            if (body.what().equals("refused")) {
                throw new Refused(List.of(Refusal.of("C4", "http.key-reused")));
            }
            Journal journal = journal();
            Answer answer = reply.answer(201, Reply.created("/api/v1/things/" + call, call), Map.of("call", call));
            boolean won = journal.commit(
                    1,
                    new StateWrite("insert into public.done (what) values (?)", List.of(body.what())),
                    List.of(new NewEvent(journal.nextStream(), 1, "test.done", "a", null, null, Instant.EPOCH, "{}")),
                    answer);
            assertThat(won).isTrue();
            return reply.send();
        }

        @PostMapping("/api/v1/public/limits/calculate")
        Map<String, Integer> calculate(@RequestBody Body body) {
            return Map.of("call", calls.incrementAndGet());
        }

        @PostMapping("/api/v1/simple")
        Map<String, Integer> simple(@RequestBody Body body) {
            return Map.of("call", calls.incrementAndGet());
        }

        @PostMapping("/api/v1/beaten")
        Map<String, Integer> beaten(@RequestBody Body body) {
            throw new AnswerExists();
        }
    }

    private static MockHttpServletRequestBuilder request(String path, String key, String body) {
        return post(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .principal(() -> "clerk.a03");
    }

    private MockHttpServletResponse send(String path, String key, String body) throws Exception {
        return http.perform(request(path, key, body)).andReturn().getResponse();
    }

    private static final String BODY = "{\"what\":\"张三\"}";

    @Test
    void C13_the_same_request_again_gets_the_same_bytes_and_does_nothing() throws Exception {
        MockHttpServletResponse first = send("/api/v1/things", "same", BODY);
        MockHttpServletResponse again = send("/api/v1/things", "same", BODY);

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(again.getHeader("Location"))
                .isEqualTo(first.getHeader("Location"))
                .isNotNull();
        assertThat(again.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(again.getContentType()).isEqualTo("application/json");
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getHeader("Idempotency-Replayed")).isNull();
        assertThat(done()).isEqualTo(1);
        assertThat(commands.calls).hasValue(1);
    }

    @Test
    void C13_the_first_answer_survives_a_restart_of_the_program() throws Exception {
        MockHttpServletResponse first = send("/api/v1/things", "restart", BODY);
        http = aNode(Duration.ofSeconds(10));

        assertThat(send("/api/v1/things", "restart", BODY).getContentAsByteArray())
                .isEqualTo(first.getContentAsByteArray());
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void C13_another_body_under_the_same_key_is_refused_before_it_is_even_read() throws Exception {
        send("/api/v1/things", "other-body", BODY);

        MockHttpServletResponse other = send("/api/v1/things", "other-body", "no JSON at all");

        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString(StandardCharsets.UTF_8)).contains("\"rule\":\"C13\"");
        assertThat(done()).isEqualTo(1);
        assertThat(send("/api/v1/things", "other-body", BODY).getStatus()).isEqualTo(201);
    }

    @Test
    void C13_a_refusal_is_given_again_too() throws Exception {
        MockHttpServletResponse first = send("/api/v1/things", "refused", "{\"what\":\"refused\"}");
        MockHttpServletResponse again = send("/api/v1/things", "refused", "{\"what\":\"refused\"}");

        assertThat(first.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(again.getContentType()).isEqualTo("application/problem+json");
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(commands.calls).hasValue(1);
    }

    @Test
    void what_was_not_understood_isnt_kept_so_that_it_can_be_put_right() throws Exception {
        assertThat(send("/api/v1/things", "put-right", "{\"wat\":1}").getStatus())
                .isEqualTo(400);
        assertThat(send("/api/v1/things", "put-right", BODY).getStatus()).isEqualTo(201);
    }

    @Test
    void keys_of_different_callers_paths_and_values_have_nothing_to_do_with_each_other() throws Exception {
        send("/api/v1/things", "mine", BODY);
        send("/api/v1/things", "mine-2", BODY);
        send("/api/v1/simple", "mine", BODY);
        http.perform(request("/api/v1/things", "mine", BODY).principal(() -> "clerk.a04"));

        assertThat(done()).isEqualTo(3);
        assertThat(commands.calls).hasValue(4);
    }

    @Test
    void an_endpoint_without_a_reply_keeps_its_answer_after_the_fact() throws Exception {
        MockHttpServletResponse first = send("/api/v1/simple", "simple", BODY);
        MockHttpServletResponse again = send("/api/v1/simple", "simple", BODY);

        assertThat(again.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .isEqualTo("{\"call\":1}");
    }

    @Test
    void calculators_ignore_the_key() throws Exception {
        send("/api/v1/public/limits/calculate", "calc", BODY);
        assertThat(send("/api/v1/public/limits/calculate", "calc", "{\"what\":\"x\"}")
                        .getContentAsString())
                .isEqualTo("{\"call\":2}");
    }

    @Test
    void a_key_that_is_none_is_bad_input() throws Exception {
        for (String key : List.of("", "a b", "键", "k".repeat(256))) {
            assertThat(send("/api/v1/things", key, BODY).getStatus()).isEqualTo(400);
        }
        assertThat(http.perform(request("/api/v1/things", "a", BODY).header("Idempotency-Key", "b"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"pointer\":\"Idempotency-Key\"");
        assertThat(send("/api/v1/things", "k".repeat(255), BODY).getStatus()).isEqualTo(201);
    }

    @Test
    void C13_a_twin_in_flight_waits_and_gets_the_same_answer() throws Exception {
        commands.entered = new CountDownLatch(1);
        commands.mayGo = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<MockHttpServletResponse>> answers = new ArrayList<>();
            Callable<MockHttpServletResponse> call = () -> send("/api/v1/things", "twins", BODY);
            for (int twin = 0; twin < 4; twin++) {
                answers.add(callers.submit(call));
            }
            commands.entered.await();
            commands.mayGo.countDown();

            for (Future<MockHttpServletResponse> answer : answers) {
                assertThat(answer.get().getStatus()).isEqualTo(201);
                assertThat(answer.get().getContentAsString()).isEqualTo("{\"call\":1}");
            }
        }
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void C13_a_twin_that_waited_too_long_is_told_so() throws Exception {
        http = aNode(Duration.ofMillis(50));
        commands.entered = new CountDownLatch(1);
        commands.mayGo = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newSingleThreadExecutor()) {
            Future<MockHttpServletResponse> first = callers.submit(() -> send("/api/v1/things", "slow", BODY));
            commands.entered.await();

            MockHttpServletResponse twin = send("/api/v1/things", "slow", BODY);

            assertThat(twin.getStatus()).isEqualTo(409);
            assertThat(twin.getHeader("Retry-After")).isEqualTo("1");
            assertThat(twin.getContentAsString()).contains("urn:onewindow:problem:in-flight");
            commands.mayGo.countDown();
            assertThat(first.get().getStatus()).isEqualTo(201);
        }
        assertThat(send("/api/v1/things", "slow", BODY).getStatus()).isEqualTo(201);
    }

    @Test
    void C13_twins_on_two_nodes_do_it_once_and_get_the_same_answer() throws Exception {
        MockMvc otherNode = aNode(Duration.ofSeconds(10));
        for (int round = 0; round < 20; round++) {
            String key = "nodes-" + round;
            commands.entered = new CountDownLatch(2);
            commands.mayGo = new CountDownLatch(1);
            try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
                Future<MockHttpServletResponse> here = callers.submit(() -> send("/api/v1/things", key, BODY));
                Future<MockHttpServletResponse> there = callers.submit(() -> otherNode
                        .perform(request("/api/v1/things", key, BODY))
                        .andReturn()
                        .getResponse());
                commands.entered.await();
                commands.mayGo.countDown();

                assertThat(here.get().getStatus()).isEqualTo(201);
                assertThat(there.get().getContentAsByteArray())
                        .isEqualTo(here.get().getContentAsByteArray());
            }
            assertThat(done()).isEqualTo(round + 1L);
        }
    }

    @Test
    void bodies_that_are_too_long_are_cut_off_told_or_not() throws Exception {
        byte[] long1 = ("{\"what\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

        MockHttpServletResponse told = http.perform(post("/api/v1/simple")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(long1))
                .andReturn()
                .getResponse();
        MockHttpServletResponse untold = http.perform(post("/api/v1/simple")
                        .contentType(MediaType.APPLICATION_JSON)
                        .with(request -> {
                            request.setContent(long1);
                            return new UntoldLength(request);
                        }))
                .andReturn()
                .getResponse();
        MockHttpServletResponse keyed = http.perform(
                        request("/api/v1/simple", "long", "").with(request -> {
                            request.setContent(long1);
                            return new UntoldLength(request);
                        }))
                .andReturn()
                .getResponse();

        assertThat(told.getStatus()).isEqualTo(413);
        assertThat(untold.getStatus()).isEqualTo(413);
        assertThat(keyed.getStatus()).isEqualTo(413);
        assertThat(commands.calls).hasValue(0);
    }

    /** A request in chunks, whose length nobody told. */
    private static final class UntoldLength extends org.springframework.mock.web.MockHttpServletRequest {

        UntoldLength(org.springframework.mock.web.MockHttpServletRequest told) {
            super(told.getServletContext(), told.getMethod(), told.getRequestURI());
            byte[] content = told.getContentAsByteArray();
            setContent(content == null ? new byte[0] : content);
            setContentType("application/json");
            String key = told.getHeader("Idempotency-Key");
            if (key != null) {
                addHeader("Idempotency-Key", key);
            }
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }

        @Override
        public int getContentLength() {
            return -1;
        }
    }
}
