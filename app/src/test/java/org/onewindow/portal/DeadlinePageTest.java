package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.access.CurrentActor;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The deadline calculator as a person without JavaScript meets it. */
@SpringJUnitWebConfig(DeadlinePageTest.Wiring.class)
class DeadlinePageTest {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "org.onewindow.http",
                "org.onewindow.calendar",
                "org.onewindow.divisions",
                "org.onewindow.layout"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.web\\..*|.*RequestFilterWiring|.*http\\.Api.*"))
    @Import({DeadlineController.class, DeadlineWords.class})
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
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
        TransactionTemplate transaction(JdbcTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        CurrentActor currentActor() {
            return () -> Actor.PUBLIC;
        }

        @Bean
        CentreTime time() {
            return new CentreTime(
                    Clock.fixed(Instant.parse("2026-02-10T01:00:00Z"), ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
        }
    }

    private MockMvc mvc;

    @BeforeEach
    void connect(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void without_a_question_there_is_a_form_with_today_in_it_and_the_common_limits() throws Exception {
        String page = page("/deadline", "zh-CN");

        assertThat(page).contains("name=\"start\"").contains("value=\"2026-02-10\"");
        assertThat(page).contains("行政许可决定 20 个工作日");
    }

    @Test
    void the_answer_explains_every_day_that_is_passed_over() throws Exception {
        String page =
                page("/deadline?start=2026-02-10&days=20&unit=WORKING_DAY&from1=2026-02-12&to1=2026-03-02", "zh-CN");

        assertThat(page).contains("2026年3月26日（星期四）17:00 下班前");
        assertThat(page).contains("中止 8 天");
        assertThat(page).contains("春节放假，不计入").contains("2月13日（周五）至2月14日（周六），2 天");
        assertThat(page).contains("2月10日（周二）").contains("起始日，不计入");
        assertThat(page).contains("第 20 个工作日，最后一天");
    }

    @Test
    void make_up_days_are_named_as_such() throws Exception {
        assertThat(page("/deadline?start=2026-02-13&days=1", "zh-CN")).contains("春节调休上班，计为第 1 个工作日，最后一天");
        assertThat(page("/deadline?start=2026-02-13&days=1", "en"))
                .contains("Make-up working day for Spring Festival, counted as day 1; last day")
                .contains("Saturday, 14 February 2026");
    }

    @Test
    void T1_a_provisional_answer_says_so_and_why() throws Exception {
        String page = page("/deadline?start=2026-12-28&days=20", "zh-CN");

        assertThat(page).contains("2027年1月25日").contains("这是暂定结果").contains("已公布的节假日安排到 2026 年");
    }

    @Test
    void an_open_suspension_leaves_the_day_open_and_says_what_remains() throws Exception {
        String page = page("/deadline?start=2026-02-10&days=20&from1=2026-02-12", "zh-CN");

        assertThat(page).contains("最后一天尚不能确定").contains("结束后剩余 18 个工作日");
    }

    @Test
    void T15_calendar_days_are_counted_through_and_carried_over_a_day_off() throws Exception {
        assertThat(page("/deadline?start=2026-03-02&days=5&unit=DAY", "zh-CN")).contains("2026年3月9日（星期一）");
    }

    @Test
    void what_cannot_be_read_is_said_at_the_field_and_nothing_is_calculated() throws Exception {
        String page =
                page("/deadline?start=x&days=abc&extension=-1&from1=2026-03-02&to1=2026-03-01&to2=2026-03-01", "zh-CN");

        assertThat(page)
                .contains("id=\"start-error\"")
                .contains("id=\"days-error\"")
                .contains("id=\"extension-error\"")
                .contains("id=\"to1-error\"")
                .contains("id=\"from2-error\"")
                .doesNotContain("promise-date");
    }

    @Test
    void typed_markup_stays_text() throws Exception {
        assertThat(page("/deadline?start=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&days=1", "zh-CN"))
                .doesNotContain("<script>alert");
    }

    @Test
    void a_long_limit_is_told_in_words_only() throws Exception {
        assertThat(page("/deadline?start=2026-03-02&days=1000", "en"))
                .contains("1000 working days counted")
                .doesNotContain("class=\"months\"");
    }

    private String page(String address, String language) throws Exception {
        String page = mvc.perform(
                        get(java.net.URI.create(address + (address.contains("?") ? "&" : "?") + "lang=" + language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Path shown = Path.of("target", "pages");
        Files.createDirectories(shown);
        Files.writeString(
                shown.resolve("deadline-" + Integer.toHexString((address + language).hashCode()) + ".html"), page);
        return page;
    }
}
