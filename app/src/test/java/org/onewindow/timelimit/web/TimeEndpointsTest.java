package org.onewindow.timelimit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The endpoints of api.md "Calendar and limits", in the program's own wiring of calendars, limits and conventions. */
@SpringJUnitWebConfig(TimeEndpointsTest.Wiring.class)
class TimeEndpointsTest {

    private static final String CALCULATE = "/api/v1/public/time-limits/calculate";

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"org.onewindow.http", "org.onewindow.calendar", "org.onewindow.timelimit.web"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*RequestFilterWiring|.*http\\.Api.*"))
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Wiring {

        @Bean
        TestDatabase database() {
            return TestDatabase.fresh();
        }

        @Bean
        DataSource dataSource(TestDatabase database) {
            return database.dataSource();
        }

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        JdbcTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        CentreTime time() {
            return new CentreTime(
                    Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
        }

        /** Only keeps answers here; the real one is tested in its own room. */
        @Bean
        Journal journal() {
            return new NoJournal();
        }

        /** The signed-in one is whoever the header names. */
        @Bean
        WebMvcConfigurer actors() {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new HeaderActors());
                }
            };
        }
    }

    private static final class NoJournal implements Journal {

        @Override
        public long nextStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean commit(
                int centre,
                org.onewindow.journal.StateWrite state,
                List<org.onewindow.journal.NewEvent> events,
                @Nullable Answer answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<org.onewindow.journal.RecordedEvent> stream(int centre, long stream) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void append(int centre, List<org.onewindow.journal.NewEvent> events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<org.onewindow.journal.RecordedEvent> streams(int centre, java.util.Collection<Long> streams) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Answer findAnswer(byte[] scope) {
            return null;
        }

        @Override
        public void keep(Answer answer) {}
    }

    private static final class HeaderActors implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String role = request.getHeader("X-Role");
            return role == null
                    ? Actor.PUBLIC
                    : new Actor(Actor.Kind.STAFF, role, role, List.of(new Post(Role.valueOf(role), null, null, null)));
        }
    }

    private MockMvc mvc;

    @BeforeEach
    void connect(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void the_published_example_comes_out_to_the_letter() throws Exception {
        calculate("""
                        {"region":"CN","start":"2026-02-10","workingDays":20,"extensionDays":0,
                         "suspensions":[{"from":"2026-02-12","to":"2026-03-02"}]}
                        """)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string("{\"dueOn\":\"2026-03-26\",\"dueAt\":\"2026-03-26T09:00:00Z\",\"excludedDays\":8,"
                                + "\"provisional\":false}"));
    }

    @Test
    void every_published_vector_comes_out_over_http() throws Exception {
        try (var file = TimeEndpointsTest.class.getResourceAsStream("/vectors/time-limits.csv")) {
            var lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            assertThat(lines).hasSize(80);
            for (String line : lines) {
                vector(line.split(",", -1));
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private void vector(String[] cells) throws Exception {
        String suspensions = cells[5].isEmpty()
                ? ""
                : Arrays.stream(cells[5].split(";"))
                        .map(span -> span.split("/"))
                        .map(span -> "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(span[0], span[1]))
                        .collect(Collectors.joining(","));
        calculate("{\"region\":\"%s\",\"start\":\"%s\",\"workingDays\":%s,\"extensionDays\":%s,\"suspensions\":[%s]}"
                        .formatted(cells[1], cells[2], cells[3], cells[4], suspensions))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueOn").value(cells[6]))
                .andExpect(jsonPath("$.dueAt").value(cells[6] + "T09:00:00Z"))
                .andExpect(jsonPath("$.provisional").value(false));
    }

    @Test
    void an_open_suspension_leaves_the_due_day_unknown_and_tells_what_remains() throws Exception {
        // 11 and 12 February are used; 12 February, the day it starts, still counts.
        calculate("""
                        {"region":"CN","start":"2026-02-10","workingDays":20,"extensionDays":10,
                         "suspensions":[{"from":"2026-02-12"}]}
                        """)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string("{\"dueOn\":null,\"dueAt\":null,\"excludedDays\":0,\"remainingDays\":28,"
                                + "\"provisional\":false}"));
    }

    @Test
    void T1_beyond_the_last_imported_year_the_answer_is_marked_provisional_and_not_cut_off() throws Exception {
        calculate("{\"region\":\"CN\",\"start\":\"2026-12-28\",\"workingDays\":20}")
                .andExpect(jsonPath("$.dueOn").value("2027-01-25"))
                .andExpect(jsonPath("$.provisional").value(true));
        calculate("{\"region\":\"CN\",\"start\":\"2032-03-01\",\"workingDays\":5}")
                .andExpect(jsonPath("$.dueOn").value("2032-03-08"))
                .andExpect(jsonPath("$.provisional").value(true));
    }

    @Test
    void all_bad_fields_are_named_at_once() throws Exception {
        calculate("""
                        {"region":"CN","start":"2026-02-30","workingDays":"20","extension":1,
                         "suspensions":[{"from":"2026-02-12","until":"2026-03-02"}]}
                        """)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].pointer")
                        .value(org.hamcrest.Matchers.containsInAnyOrder(
                                "/start", "/workingDays", "/extension", "/suspensions/0/until")));
        calculate("""
                        {"region":"XX","start":"2026-02-10","workingDays":-1,"extensionDays":100000,
                         "suspensions":[{"from":"2026-02-12","to":"2026-02-11"}]}
                        """)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].pointer")
                        .value(org.hamcrest.Matchers.containsInAnyOrder(
                                "/workingDays", "/extensionDays", "/suspensions/0/to")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "", "123456", "cn", "990101", "45000"})
    void an_unknown_region_is_not_found(String region) throws Exception {
        calculate("{\"region\":\"%s\",\"start\":\"2026-02-10\",\"workingDays\":1}".formatted(region))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_days_of_a_calendar_say_what_is_worked_and_why_not() throws Exception {
        mvc.perform(get("/api/v1/public/calendars/CN/days?from=2026-02-01&to=2026-02-28&colour=red"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(28))
                .andExpect(jsonPath("$.items[13].date").value("2026-02-14"))
                .andExpect(jsonPath("$.items[13].working").value(true))
                .andExpect(jsonPath("$.items[13].name").value("春节"))
                .andExpect(jsonPath("$.items[14].working").value(false))
                .andExpect(jsonPath("$.items[0].working").value(false))
                .andExpect(jsonPath("$.items[0].name").isEmpty())
                .andExpect(jsonPath("$.provisional").value(false));
        mvc.perform(get("/api/v1/public/calendars/CN/days?from=2026-12-31&to=2026-12-31"))
                .andExpect(jsonPath("$.provisional").value(true));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-01, 400",
        "to=2026-02-01, 400",
        "from=2026-02-01&to=2026-02-31, 400",
        "from=x&to=y, 400",
        "from=2026-02-02&to=2026-02-01, 400",
        "from=2000-01-01&to=2026-02-01, 400",
        "from=%2B999999999-12-31&to=%2B999999999-12-31, 400"
    })
    void bad_spans_of_days_are_refused(String query, int expected) throws Exception {
        mvc.perform(get(java.net.URI.create("/api/v1/public/calendars/CN/days?" + query)))
                .andExpect(status().is(expected))
                .andExpect(jsonPath("$.errors").isNotEmpty());
        mvc.perform(get("/api/v1/public/calendars/XX/days?from=2026-02-01&to=2026-02-02"))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_administrator_imports_a_regions_year_and_the_calculator_follows_at_once() throws Exception {
        String year = """
                {"notice":"a made-up arrangement","days":[{"date":"2026-04-20","kind":"OFF","name":"三月三"}]}
                """;
        mvc.perform(post("/api/v1/calendars/450000/years/2026")
                        .header("X-Role", "CLERK")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(year))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/calendars/450000/years/2026")
                        .header("X-Role", "ADMIN")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(year))
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andExpect(jsonPath("$.specialDays").value(1))
                .andExpect(jsonPath("$.workingDays").value(247));
        calculate("{\"region\":\"450000\",\"start\":\"2026-04-17\",\"workingDays\":1}")
                .andExpect(jsonPath("$.dueOn").value("2026-04-21"))
                .andExpect(jsonPath("$.provisional").value(false));
        mvc.perform(get("/api/v1/calendars/450000/years").header("X-Role", "ADMIN"))
                .andExpect(jsonPath("$.items[0].notice").value("a made-up arrangement"));
    }

    @Test
    void a_bad_year_is_refused_with_a_pointer_to_each_row() throws Exception {
        mvc.perform(post("/api/v1/calendars/CN/years/2027")
                        .header("X-Role", "ADMIN")
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                        {"notice":"x","days":[{"date":"2027-01-01","kind":"OFF","name":"元旦"},
                                         {"date":"2027-01-01","kind":"OFF","name":"元旦"},
                                         {"date":"2027-10-01","kind":"OFF","name":"国庆节"},
                                         {"date":"2027-03-01","kind":"WORK","name":"春节"}]}
                                        """))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/days/1/date"))
                .andExpect(jsonPath("$.errors[0].detail").value(org.hamcrest.Matchers.containsString("row 1")))
                .andExpect(jsonPath("$.errors[1].pointer").value("/days/3/kind"));
    }

    @Test
    void business_hours_move_the_due_instant_from_their_first_day_on() throws Exception {
        mvc.perform(post("/api/v1/calendars/450000/hours")
                        .header("X-Role", "ADMIN")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                        {"validFrom":"2026-12-01","opening":"09:00","closing":"17:30","notice":"winter"}
                                        """))
                .andExpect(status().isCreated());
        calculate("{\"region\":\"450000\",\"start\":\"2026-11-27\",\"workingDays\":1}")
                .andExpect(jsonPath("$.dueAt").value("2026-11-30T09:00:00Z"));
        calculate("{\"region\":\"450000\",\"start\":\"2026-11-30\",\"workingDays\":1}")
                .andExpect(jsonPath("$.dueAt").value("2026-12-01T09:30:00Z"));
    }

    private ResultActions calculate(String body) throws Exception {
        return mvc.perform(
                post(CALCULATE).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
