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

/**
 * Questions nobody could answer at once, around Spring Festival 2026 (C1a, T11): Saturday 14 February is worked, then the centre is
 * closed until Tuesday the 24th.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-02-13T01:00:00Z")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsultationJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String ADDRESS = "/api/v1/consultations";
    private static final String STATION = "990101101";

    private static String question = "";
    private static String forgotten = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    private String asked(String user, String body) {
        Answered asked = as(user).post(ADDRESS, body);
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(201);
        return asked.text("id");
    }

    private List<String> open(String user) {
        return as(user).get(ADDRESS + "/open")
                .body()
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private List<JsonNode> cards() {
        return as("supervisor")
                .get("/api/v1/supervision/cards?limit=500")
                .body()
                .path("items")
                .valueStream()
                .filter(card -> card.path("rule").asString().equals("C1a"))
                .toList();
    }

    @Test
    @Order(1)
    void C1a_a_clerk_passes_a_question_to_two_departments_and_escalates_it() {
        question = asked("clerk.a03", """
                {"window":"A03","asker":"张三","phone":"0000-10000000","itemCode":"SF0101009","question":"开面馆要办哪些证？",
                 "departments":["BM01","BM02"],"escalation":"涉及多个部门"}""");
        Answered seen = as("reviewer.bm01").get(ADDRESS + "/" + question);
        assertThat(seen.text("dueAt")).as("Saturday is worked").isEqualTo("2026-02-14T09:00:00Z");
        assertThat(seen.body().toString()).as("V3").doesNotContain("张三", "10000000");

        assertThat(open("clerk.a03")).containsExactly(question);
        assertThat(open("reviewer.bm01")).containsExactly(question);
        assertThat(open("leader")).containsExactly(question);
        assertThat(open("reviewer.bm03")).as("wasn't asked").isEmpty();
        assertThat(as("reviewer.bm03").get(ADDRESS + "/" + question).status()).isEqualTo(403);
        assertThat(as("reviewer.bm03")
                        .post(ADDRESS + "/" + question + "/reply", "{\"department\":\"BM03\",\"reply\":\"r\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(2)
    void C1a_either_it_is_answered_or_it_is_passed_on() {
        assertThat(as("clerk.a03")
                        .post(ADDRESS, "{\"window\":\"A03\",\"question\":\"问\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("clerk.a03")
                        .post(
                                ADDRESS,
                                "{\"window\":\"A03\",\"question\":\"问\",\"answer\":\"答\",\"departments\":[\"BM01\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(as("clerk.a03")
                        .post(ADDRESS, "{\"window\":\"A03\",\"question\":\"问\",\"departments\":[\"BM01\",\"BM01\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Order(2)
    void N4_a_question_is_asked_at_one_place_and_everything_wrong_with_it_is_said_at_once() {
        Answered both = as("clerk.a03").post(ADDRESS, """
                        {"window":"A03","station":"%s","phone":"x","itemCode":"nowhere","question":" ","asker":"%s",
                         "departments":["BM01","BM01","nobody"]}""".formatted(STATION, "长".repeat(101)));
        assertThat(both.status())
                .as("a clerk writes nothing into a station's list")
                .isEqualTo(400);
        assertThat(both.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly(
                        "/window", "/question", "/asker", "/phone", "/itemCode", "/departments", "/departments");
    }

    @Test
    @Order(3)
    void N4_it_was_asked_at_one_place_and_nothing_is_no_department() {
        assertThat(as("clerk.a03")
                        .post(
                                ADDRESS,
                                "{\"window\":\"A03\",\"station\":\"" + STATION
                                        + "\",\"question\":\"问\",\"answer\":\"答\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("clerk.a03")
                        .post(ADDRESS, "{\"question\":\"问\",\"answer\":\"答\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("clerk.a03")
                        .post(ADDRESS, "{\"window\":\"A03\",\"question\":\"问\",\"departments\":[null]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Order(3)
    void C1a_each_department_replies_once_the_leader_directs_and_the_asker_is_told_with_all_of_it_on_the_sheet() {
        String reply = ADDRESS + "/" + question + "/reply";
        String words = "{\"department\":\"BM01\",\"reply\":\"先办营业执照。\"}";
        Answered first =
                as("reviewer.bm01").with("Idempotency-Key", "one-reply").post(reply, words);
        Answered again =
                as("reviewer.bm01").with("Idempotency-Key", "one-reply").post(reply, words);
        assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
        assertThat(again.body()).as("C13").isEqualTo(first.body());
        assertThat(as("head.bm01").post(reply, words).rules()).containsExactly("C1a");
        assertThat(open("reviewer.bm01")).isEmpty();

        assertThat(as("leader")
                        .post(ADDRESS + "/" + question + "/pass", "{\"departments\":[\"BM10\"]}")
                        .status())
                .as("the leader directs")
                .isEqualTo(200);
        assertThat(open("reviewer.bm10")).containsExactly(question);
        assertThat(as("leader").post(reply, "{\"reply\":\"请市场监管局牵头。\"}").status())
                .isEqualTo(200);
        assertThat(as("clerk.a03").get(ADDRESS + "/" + question + "/sheet.pdf").rules())
                .as("no sheet before there is an answer")
                .containsExactly("C1a");

        Answered told = as("clerk.a03")
                .post(ADDRESS + "/" + question + "/answer", "{\"answer\":\"三个部门的答复见下。\",\"told\":\"PHONE\"}");
        assertThat(told.status()).as("%s", told.body()).isEqualTo(200);
        assertThat(Centre.words(as("clerk.a03").download(told.text("sheet"))))
                .contains("张三", "先办营业执照", "请市场监管局牵头", "三个部门的答复见下");
        assertThat(as("reviewer.bm02")
                        .post(reply, "{\"department\":\"BM02\",\"reply\":\"晚了\"}")
                        .rules())
                .as("those who said nothing can't any more")
                .containsOnly("C1a");
        assertThat(open("clerk.a03")).isEmpty();
        assertThat(as("clerk.a03")
                        .with("If-Match", "\"1\"")
                        .post(ADDRESS + "/" + question + "/answer", "{\"answer\":\"答\",\"told\":\"PHONE\"}")
                        .status())
                .as("C13: whoever was overtaken is told so first")
                .isEqualTo(412);
    }

    @Test
    @Order(4)
    void N1_N4_a_station_records_what_it_is_asked_and_sees_nobody_elses() {
        String here = asked(
                "agent." + STATION, "{\"station\":\"" + STATION + "\",\"question\":\"宅基地翻建？\",\"answer\":\"请看告知单\"}");
        assertThat(as("agent." + STATION)
                        .get(ADDRESS + "?station=" + STATION)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .containsExactly(here);
        assertThat(as("agent.990101001").get(ADDRESS + "?station=" + STATION).status())
                .isEqualTo(403);
        assertThat(as("agent.990101001").get(ADDRESS + "/" + here).status()).isEqualTo(403);
        assertThat(as("agent." + STATION).get(ADDRESS + "?window=A03").status()).isEqualTo(403);
        assertThat(as("agent." + STATION).download(ADDRESS + "/" + here + "/sheet.pdf"))
                .isNotEmpty();
    }

    @Test
    @Order(5)
    void S1_T11_what_is_asked_before_the_holiday_is_late_only_after_the_first_working_day_that_follows() {
        advance("2026-02-14T03:00:00Z");
        forgotten = asked("clerk.a03", "{\"window\":\"A03\",\"question\":\"节后还办吗？\",\"departments\":[\"BM01\"]}");
        advance("2026-02-24T08:59:59Z");
        assertThat(cards()).as("the holiday isn't counted").isEmpty();
        assertThat(as("clerk.a03")
                        .get(ADDRESS + "/" + forgotten)
                        .body()
                        .path("overdue")
                        .asBoolean())
                .isFalse();

        advance("2026-02-24T09:01:00Z");
        assertThat(as("clerk.a03")
                        .get(ADDRESS + "/" + forgotten)
                        .body()
                        .path("overdue")
                        .asBoolean())
                .isTrue();
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.path("colour").asString()).isEqualTo("YELLOW");
            assertThat(card.path("department").asString()).isEqualTo("BM01");
            assertThat(card.path("raisedAt").asString()).isEqualTo("2026-02-24T09:00:00Z");
            assertThat(card.path("explainBy").asString())
                    .as("somebody has to explain it (S3)")
                    .isEqualTo("2026-02-27T09:00:00Z");
        });
        advance("2026-02-25T02:00:00Z");
        assertThat(cards()).as("S2: exactly once").hasSize(1);
        assertThat(as("clerk.a03")
                        .post(ADDRESS + "/" + forgotten + "/answer", "{\"answer\":\"办\",\"told\":\"PHONE\"}")
                        .rules())
                .as("no phone was left")
                .containsExactly("C1a");
        assertThat(as("clerk.a03")
                        .post(ADDRESS + "/" + forgotten + "/answer", "{\"answer\":\"办\",\"told\":\"POST\"}")
                        .status())
                .as("late is better than never")
                .isEqualTo(200);
    }

    @Test
    @Order(6)
    void S1_where_everybody_replied_the_first_one_asked_gets_the_card() {
        String id = asked("clerk.a03", "{\"window\":\"A03\",\"question\":\"问\",\"departments\":[\"BM01\"]}");
        as("reviewer.bm01").post(ADDRESS + "/" + id + "/reply", "{\"department\":\"BM01\",\"reply\":\"答\"}");
        advance("2026-02-27T02:00:00Z");
        assertThat(cards())
                .filteredOn(card -> card.path("responsible").asString("").equals("clerk.a03"))
                .hasSize(1);
    }

    @Test
    @Order(7)
    void T1_a_day_off_that_is_announced_meanwhile_moves_the_limit_and_gives_nobody_a_card() {
        advance("2026-05-14T02:00:00Z");
        String id = asked("clerk.a03", "{\"window\":\"A03\",\"question\":\"问\",\"departments\":[\"BM02\"]}");
        Answered imported = as("admin")
                .post(
                        "/api/v1/calendars/CN/years/2026",
                        "{\"notice\":\"临时放假\",\"days\":[" + specialDays()
                                + ",{\"date\":\"2026-05-15\",\"kind\":\"OFF\",\"name\":\"临时放假\"}]}");
        assertThat(imported.status()).as("%s", imported.body()).isLessThan(300);

        advance("2026-05-15T10:00:00Z");
        assertThat(cardsOf("BM02")).isEmpty();
        assertThat(as("clerk.a03").get(ADDRESS + "/" + id).text("dueAt"))
                .as("Monday")
                .isEqualTo("2026-05-18T09:00:00Z");
        advance("2026-05-18T09:01:00Z");
        assertThat(cardsOf("BM02")).hasSize(1);
    }

    @Test
    @Order(8)
    void T1_S2_a_calendar_that_comes_later_and_makes_a_saturday_a_working_day_makes_the_silence_known_that_day() {
        advance("2027-02-05T02:00:00Z");
        String id = asked("clerk.a03", "{\"window\":\"A03\",\"question\":\"问\",\"departments\":[\"BM03\"]}");
        assertThat(as("clerk.a03").get(ADDRESS + "/" + id).text("dueAt"))
                .as("the Monday, as far as anybody knows")
                .isEqualTo("2027-02-08T09:00:00Z");
        Answered imported = as("admin").post("/api/v1/calendars/990101/years/2027", """
                {"notice":"某县2027年安排","days":[{"date":"2027-02-06","kind":"WORK","name":"调休"}]}""");
        assertThat(imported.status()).as("%s", imported.body()).isLessThan(300);

        advance("2027-02-06T09:01:00Z");

        assertThat(cardsOf("BM03"))
                .extracting(card -> card.path("raisedAt").asString())
                .containsExactly("2027-02-06T09:00:00Z");
    }

    @Test
    @Order(9)
    void S1_the_leaders_silence_is_the_leaders_and_no_departments() {
        advance("2027-02-22T02:00:00Z");
        asked("clerk.a03", """
                {"window":"A03","itemCode":"SF0101009","question":"重大事项","departments":[],"escalation":"关系重大"}""");
        advance("2027-02-24T02:00:00Z");

        JsonNode card = cardsOf("").getFirst();
        assertThat(card.path("colour").asString()).isEqualTo("YELLOW");
        String explain = "/api/v1/supervision/cards/" + card.path("id").asString() + "/explain";
        assertThat(as("head.bm01").post(explain, "{\"explanation\":\"不是我们\"}").status())
                .isEqualTo(403);
        assertThat(as("leader").post(explain, "{\"explanation\":\"出差\"}").status())
                .isEqualTo(200);
    }

    private List<JsonNode> cardsOf(String department) {
        return cards().stream()
                .filter(card -> card.path("department").asString().equals(department))
                .toList();
    }
}
