package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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

/**
 * Page two of the tour: what happens when nothing happens. A food licence lies still over the Spring Festival of 2026 (days off 15
 * to 23 February, working Saturdays 14 and 28); supervision warns, shows yellow, shows red, and people answer for it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-02-09T01:00:00Z")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OverdueJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String CARDS = "/api/v1/supervision/cards";

    private static String number = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    @Test
    @Order(1)
    void a_case_that_nobody_works_on_warns_turns_yellow_and_red_by_itself() {
        // Monday 9 February, ten o'clock. 张三's papers are complete and accepted on the spot: eight working days are
        // promised.
        advance("2026-02-09T02:00:00Z");
        number = receivedFood();
        Answered accepted = does("clerk.a03", number, "accept", null);
        assertThat(accepted.clock("COMMITTED").path("dueOn").asString())
                .as("10, 11, 12, 13, Saturday 14, then over the festival 24, 25 and 26 February")
                .isEqualTo("2026-02-26");
        advance("2026-02-09T02:01:00Z");
        assertThat(board().path("open").asInt()).isEqualTo(1);

        // The reviewer has five working days for the examination. The last of them is Saturday 14, a make-up day: the
        // warning
        // comes at the close of the working day before.
        advance("2026-02-13T10:00:00Z");
        assertThat(cards()).containsExactly("WARNING S1 STEP 2026-02-13T09:00:00Z OPEN");
        assertThat(board().path("warned").asInt()).isEqualTo(1);

        // Nobody moves. On Saturday at five the step is over its limit, and the card comes on that very day.
        advance("2026-02-15T01:00:00Z");
        assertThat(cards())
                .containsExactly(
                        "WARNING S1 STEP 2026-02-13T09:00:00Z OPEN", "YELLOW S1 STEP 2026-02-14T09:00:00Z OPEN");
        assertThat(board().path("yellow").asInt()).isEqualTo(1);

        // Nine days off. Nothing is signalled on any of them.
        advance("2026-02-24T01:00:00Z");
        assertThat(cards()).hasSize(2);

        // Then the promise runs out (Thursday 26), the statutory limit (Saturday 28), and three working days after the
        // promise
        // it is red as well: Friday 27, Saturday 28, Monday 2 March.
        advance("2026-03-03T01:00:00Z");
        assertThat(cards())
                .containsExactly(
                        "WARNING S1 STEP 2026-02-13T09:00:00Z OPEN",
                        "YELLOW S1 STEP 2026-02-14T09:00:00Z OPEN",
                        "WARNING S1 COMMITTED 2026-02-25T09:00:00Z OPEN",
                        "WARNING S1 STATUTORY 2026-02-26T09:00:00Z OPEN",
                        "YELLOW S1 COMMITTED 2026-02-26T09:00:00Z OPEN",
                        "RED S1 STATUTORY 2026-02-28T09:00:00Z OPEN",
                        "RED S1 COMMITTED 2026-03-02T09:00:00Z OPEN");
        assertThat(board().path("red").asInt()).isEqualTo(1);
        assertThat(board().path("yellow").asInt())
                .as("a case counts with its worst card")
                .isZero();
        assertThat(as("supervisor")
                        .get("/api/v1/supervision/board/cases?figure=RED&department=BM01")
                        .body()
                        .path("items")
                        .path(0)
                        .path("caseNumber")
                        .asString())
                .as("every number opens its cases")
                .isEqualTo(number);
    }

    @Test
    @Order(2)
    void who_answers_for_it_is_proved_from_events_and_explains() {
        Answered yellow = as("supervisor").get(CARDS + "/" + id("YELLOW", "STEP"));
        assertThat(yellow.body().path("card").path("overrunDays").asInt())
                .as("24, 25, 26, 27, Saturday 28 February, 2 and 3 March")
                .isEqualTo(7);
        assertThat(yellow.body().path("card").path("responsible").asString()).isEqualTo("reviewer.bm01");
        assertThat(yellow.body().path("words").asString()).contains("黄牌");
        assertThat(yellow.body().path("shares").get(0).path("part").asString()).isEqualTo("REVIEWER");
        assertThat(yellow.body().path("shares").get(0).path("percent").asInt()).isEqualTo(100);
        assertThat(yellow.body().path("shares").get(0).path("events").get(0).asInt())
                .as("the acceptance opened the reviewer's step")
                .isEqualTo(2);
        assertThat(yellow.body().path("shares").get(1).path("userName").asString())
                .isEqualTo("head.bm01");

        // A supervisor can't explain, the window isn't asked, and nothing is found before the explanation or its limit.
        String red = id("RED", "STATUTORY");
        assertThat(as("supervisor")
                        .post(CARDS + "/" + red + "/explain", "{\"explanation\":\"?\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("clerk.a03")
                        .post(CARDS + "/" + red + "/explain", "{\"explanation\":\"?\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("supervisor")
                        .post(CARDS + "/" + red + "/find", "{\"upheld\":true,\"outcomes\":[],\"reason\":\"\"}")
                        .rules())
                .containsExactly("S3", "S3", "S3");

        Answered explained = as("reviewer.bm01")
                .with("Idempotency-Key", "explain-1")
                .post(CARDS + "/" + red + "/explain", "{\"explanation\":\"审查员外出培训，未交接。\"}");
        assertThat(explained.body().path("card").path("state").asString()).isEqualTo("EXPLAINED");
        Answered again = as("reviewer.bm01")
                .with("Idempotency-Key", "explain-1")
                .post(CARDS + "/" + red + "/explain", "{\"explanation\":\"审查员外出培训，未交接。\"}");
        assertThat(again.body()).as("C13: a repeated request changes nothing").isEqualTo(explained.body());
    }

    @Test
    @Order(3)
    void a_supervisor_finds_the_department_appeals_and_a_leader_decides() {
        String red = id("RED", "STATUTORY");
        assertThat(as("supervisor")
                        .with("If-Match", "\"1\"")
                        .post(
                                CARDS + "/" + red + "/find",
                                "{\"upheld\":true,\"outcomes\":[\"REMINDER\"],\"reason\":\"r\"}")
                        .status())
                .isEqualTo(412);
        Answered found = as("supervisor")
                .post(
                        CARDS + "/" + red + "/find",
                        "{\"upheld\":true,\"outcomes\":[\"ADMONITION\"],\"reason\":\"超过法定期限，无正当理由。\"}");
        assertThat(found.body().path("card").path("state").asString()).isEqualTo("FOUND");
        assertThat(found.body().path("card").path("points").asInt()).isEqualTo(10);

        Answered appealed = as("reviewer.bm01").post(CARDS + "/" + red + "/appeal", "{\"reason\":\"已请假，应由代岗人员负责。\"}");
        assertThat(appealed.body().path("card").path("state").asString()).isEqualTo("APPEALED");
        Answered decided =
                as("leader").post(CARDS + "/" + red + "/decide-appeal", "{\"granted\":false,\"reason\":\"未办理交接。\"}");
        assertThat(decided.body().path("card").path("state").asString()).isEqualTo("FOUND");
        assertThat(as("reviewer.bm01")
                        .post(CARDS + "/" + red + "/appeal", "{\"reason\":\"再申诉\"}")
                        .rules())
                .as("once")
                .containsExactly("S4");
        assertThat(decided.body()
                        .path("acts")
                        .valueStream()
                        .map(act -> act.path("type").asString()))
                .containsExactly(
                        "supervision.card-raised",
                        "supervision.card-explained",
                        "supervision.card-found",
                        "supervision.card-appealed",
                        "supervision.card-appeal-decided");
    }

    @Test
    @Order(4)
    void a_card_is_lifted_with_reason_and_evidence_and_stays_visible() {
        String yellow = id("YELLOW", "STEP");
        assertThat(as("supervisor")
                        .post(CARDS + "/" + yellow + "/lift", "{\"reason\":\"停电\",\"evidence\":\" \"}")
                        .rules())
                .containsExactly("S4");
        Answered lifted;
        try (LiveStream stream = as("supervisor").listen("/api/v1/supervision/stream")) {
            stream.until("event:listening");
            lifted = as("supervisor")
                    .post(CARDS + "/" + yellow + "/lift", "{\"reason\":\"系统停机\",\"evidence\":\"停机记录 2026-3\"}");
            // What was done to another card just before may come first.
            assertThat(stream.until("data:{\"id\":" + yellow + ","))
                    .as("S6: whoever has the board open sees it within two seconds")
                    .contains("\"state\":\"LIFTED\"");
        }

        assertThat(lifted.body().path("card").path("state").asString()).isEqualTo("LIFTED");
        assertThat(lifted.body().path("card").path("points").asInt()).isZero();
        assertThat(cards())
                .contains("YELLOW S1 STEP 2026-02-14T09:00:00Z LIFTED")
                .hasSize(7);
    }

    @Test
    @Order(5)
    void orders_and_tasks_have_limits_that_are_watched_like_any_other() {
        // Tuesday 3 March: the supervisor sends an order, two working days to answer, and the leader a task.
        Answered order = as("supervisor")
                .post(
                        "/api/v1/supervision/orders",
                        "{\"caseNumber\":\"" + number + "\",\"text\":\"限期办结并说明\",\"days\":2}");
        assertThat(order.status()).as("%s", order.body()).isEqualTo(201);
        assertThat(order.text("dueAt")).isEqualTo("2026-03-05T09:00:00Z");
        Answered task = as("leader")
                .post("/api/v1/supervision/tasks", "{\"department\":\"BM01\",\"text\":\"整改方案\",\"days\":2}");
        assertThat(task.status()).as("%s", task.body()).isEqualTo(201);
        Answered reply = as("head.bm01")
                .post("/api/v1/supervision/assignments/" + task.text("id") + "/answer", "{\"answer\":\"已制定方案\"}");
        assertThat(reply.text("state")).as("%s", reply.body()).isEqualTo("ANSWERED");
        assertThat(as("supervisor")
                        .post("/api/v1/supervision/reminders", "{\"caseNumber\":\"" + number + "\",\"text\":\"请尽快\"}")
                        .body()
                        .path("dueAt")
                        .isNull())
                .isTrue();

        String assignments = "/api/v1/supervision/assignments";
        assertThat(as("supervisor")
                        .get(assignments + "?caseNumber=" + number)
                        .body()
                        .path("items"))
                .as("what was asked about the case: the reminder and the order")
                .hasSize(2);
        assertThat(as("supervisor")
                        .get(assignments + "?assignee=clerk.a03")
                        .body()
                        .path("items"))
                .isEmpty();

        // Nobody answers the order, and nobody explained the cards of the promise.
        advance("2026-03-06T01:00:00Z");
        assertThat(Stream.of(as("supervisor").get(CARDS + "?caseNumber=" + number + "&from=2026-03-03"))
                        .flatMap(answered -> answered.body().path("items").valueStream())
                        .map(card -> card.path("rule").asString() + " "
                                + card.path("colour").asString() + " "
                                + card.path("raisedAt").asString()))
                .as("the red card of the promise, raised on 2 March, was to be explained within three working days")
                .containsExactlyInAnyOrder("S3 YELLOW 2026-03-05T09:00:00Z", "S5 YELLOW 2026-03-05T09:00:00Z");
        assertThat(as("supervisor")
                        .get(CARDS + "?rule=S5&caseNumber=" + number)
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void the_case_is_finished_late_and_nothing_more_is_signalled() {
        does("reviewer.bm01", number, "complete-step", "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"符合\"}");
        does("clerk.a03", number, "withdraw", "{\"reason\":\"不再办理\"}");
        advance("2026-05-01T01:00:00Z");

        assertThat(cards()).hasSize(7);
        assertThat(board().path("open").asInt()).isZero();
    }

    /** The cards of the case's clocks, in order. */
    private List<String> cards() {
        return Stream.of(as("supervisor").get(CARDS + "?caseNumber=" + number))
                .flatMap(answered -> answered.body().path("items").valueStream())
                .filter(card -> !card.path("clock").isNull())
                .map(card ->
                        card.path("colour").asString() + " " + card.path("rule").asString() + " "
                                + card.path("clock").asString() + " "
                                + card.path("raisedAt").asString() + " "
                                + card.path("state").asString())
                .toList()
                .reversed();
    }

    private String id(String colour, String clock) {
        return as("supervisor")
                .get(CARDS + "?caseNumber=" + number + "&colour=" + colour)
                .body()
                .path("items")
                .valueStream()
                .filter(card -> card.path("clock").asString().equals(clock))
                .map(card -> card.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode board() {
        return as("supervisor").get("/api/v1/supervision/board").body().path("total");
    }
}
