package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the centre tells of itself at the close of each working day, week and month (S8), and who has read it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-02-09T01:00:00Z")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticeJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String NOTICES = "/api/v1/supervision/notices";

    private static String number = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    @Test
    @Order(1)
    void on_the_dot_of_five_the_day_is_told_with_what_had_happened_by_then() {
        advance("2026-02-09T02:00:00Z");
        number = receivedFood();
        does("clerk.a03", number, "accept", null);
        advance("2026-02-09T09:00:00Z");

        JsonNode monday = notices("?kind=DAILY").getFirst();
        assertThat(monday.path("dueAt").asString()).isEqualTo("2026-02-09T09:00:00Z");
        assertThat(monday.path("late").asBoolean()).isFalse();
        assertThat(monday.path("total").path("counts").path("RECEIVED").asInt()).isEqualTo(1);
        assertThat(monday.path("total").path("counts").path("ACCEPTED").asInt()).isEqualTo(1);
        assertThat(monday.path("total").path("open").asInt()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void two_months_in_one_go_come_to_a_notice_for_each_working_day_week_and_month_in_order() {
        advance("2026-04-01T01:00:00Z");

        List<String> daily = notices("?kind=DAILY&limit=100").reversed().stream()
                .map(notice -> notice.path("dueAt").asString())
                .toList();
        assertThat(daily)
                .isSorted()
                .hasSize(33)
                .contains("2026-02-14T09:00:00Z", "2026-02-24T09:00:00Z")
                .doesNotContain("2026-02-16T09:00:00Z", "2026-02-23T09:00:00Z");
        assertThat(notices("?limit=200"))
                .allMatch(notice -> !notice.path("late").asBoolean());
        assertThat(notices("?kind=MONTHLY").stream()
                        .map(notice -> notice.path("dueAt").asString()))
                .containsExactly("2026-03-31T09:00:00Z", "2026-02-28T09:00:00Z");
        JsonNode february = notices("?kind=MONTHLY").getLast();
        assertThat(february.path("total").path("counts").path("RECEIVED").asInt())
                .isEqualTo(1);
        assertThat(february.path("total").path("counts").path("YELLOW").asInt())
                .as("the step, the promise, and the card nobody explained")
                .isEqualTo(3);
        assertThat(february.path("total").path("counts").path("RED").asInt())
                .as("the statutory limit ended with business on the 28th: it was over from March on")
                .isZero();
    }

    @Test
    @Order(3)
    void every_number_opens_its_cases_and_the_notice_is_a_paper_and_a_spreadsheet() {
        JsonNode february = notices("?kind=MONTHLY").getLast();
        String notice = NOTICES + "/" + february.path("id").asString();

        Answered yellow = as("supervisor").get(notice + "/cases?figure=YELLOW&department=BM01");
        assertThat(yellow.body()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("caseNumber").asString()))
                .containsExactly(number, number, number);
        assertThat(as("head.bm01")
                        .get(notice + "/cases?figure=YELLOW&department=BM01")
                        .status())
                .isEqualTo(200);
        assertThat(as("head.bm02")
                        .get(notice + "/cases?figure=YELLOW&department=BM01")
                        .status())
                .isEqualTo(403);
        assertThat(new String(
                        as("supervisor").download(notice + ".pdf"), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(as("supervisor").download(notice + ".xlsx")).startsWith('P', 'K');
    }

    @Test
    @Order(4)
    void whom_it_is_addressed_to_has_it_in_the_inbox_until_acknowledged() {
        JsonNode monthly = notices("?kind=MONTHLY").getFirst();
        String notice = NOTICES + "/" + monthly.path("id").asString();
        int unread = unread("head.bm01");

        Answered read = as("head.bm01").post(notice + "/acknowledge", "{}");
        assertThat(read.body().path("unread").asBoolean(true)).isFalse();
        assertThat(read.text("readAt")).isNotBlank();
        assertThat(as("head.bm01").post(notice + "/acknowledge", "{}").text("readAt"))
                .as("again changes nothing")
                .isEqualTo(read.text("readAt"));
        assertThat(unread("head.bm01")).isEqualTo(unread - 1);

        assertThat(as("supervisor")
                        .get(notice + "/receipts")
                        .body()
                        .valueStream()
                        .filter(receipt -> !receipt.path("readAt").isNull())
                        .map(receipt -> receipt.path("userName").asString()))
                .containsExactly("head.bm01");
        assertThat(as("reviewer.bm01").post(notice + "/acknowledge", "{}").status())
                .as("may read it, but it isn't addressed to them")
                .isEqualTo(403);
    }

    @Test
    @Order(5)
    void the_manager_says_whom_later_notices_go_to_and_earlier_ones_stay_as_they_were() {
        Answered set = as("manager")
                .with("If-Match", "\"0\"")
                .put(
                        NOTICES + "/addressees",
                        "{\"addressees\":{\"DAILY\":[{\"role\":\"REVIEWER\",\"department\":\"BM01\"}]}}");
        assertThat(set.body().path("version").asInt()).as("%s", set.body()).isEqualTo(1);
        int reviewers = unread("reviewer.bm01");
        int heads = unread("head.bm01");
        advance("2026-04-01T09:00:00Z");

        assertThat(unread("reviewer.bm01")).isEqualTo(reviewers + 1);
        assertThat(unread("reviewer.bm02")).isZero();
        assertThat(unread("head.bm01"))
                .as("a day later one of the old ones is no longer nagged about")
                .isLessThanOrEqualTo(heads);
    }

    private int unread(String user) {
        return as(user).get(NOTICES + "/unread").body().path("unread").asInt();
    }

    /** Latest first. */
    private List<JsonNode> notices(String query) {
        return as("supervisor")
                .get(NOTICES + query)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
