package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.testing.TestDatabase;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the field study that only the running program can show not to be ours (docs/field-defects.md). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class FieldDefectsJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    private static String dueOn(Answered answered, String clock) {
        return answered.clock(clock).path("dueOn").asString();
    }

    private JsonNode row(String number) {
        return as("clerk.a03")
                .get("/api/v1/cases?q=" + number)
                .body()
                .path("items")
                .get(0);
    }

    @Test
    @Order(1)
    void defect_4_a_new_version_of_the_item_moves_no_case_received_under_the_old_one() {
        advance("2026-03-02T01:00:00Z");
        String number = receivedFood();
        assertThat(dueOn(does("clerk.a03", number, "accept", null), "COMMITTED"))
                .isEqualTo("2026-03-12");

        ObjectNode draft = (ObjectNode) JSON.readTree(
                as("manager").get("/api/v1/public/items/" + FOOD).body().toString());
        draft.put("committedDays", 3);
        ((ObjectNode) draft.path("steps").get(1)).put("days", 1);
        ((ObjectNode) draft.path("steps").get(2)).put("days", 1);
        assertThat(as("approver.bm01").post("/api/v1/items", draft.toString()).status())
                .isEqualTo(201);
        Answered filed = as("manager").post("/api/v1/items/" + FOOD + "/versions/2/file", "{}");
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(200);

        Answered old = as("clerk.a03").get("/api/v1/cases/" + number);
        assertThat(dueOn(old, "COMMITTED")).isEqualTo("2026-03-12");
        assertThat(old.body().path("item").path("version").asInt()).isEqualTo(1);
        Answered later = does("clerk.a03", receivedFood(), "accept", null);
        assertThat(dueOn(later, "COMMITTED")).isEqualTo("2026-03-05");
    }

    @Test
    @Order(2)
    void defect_11_a_number_of_days_is_a_number() {
        String number = receivedFood();
        does("clerk.a03", number, "accept", null);

        Answered words = as("reviewer.bm01")
                .post(path(number, "suspend"), "{\"kind\":\"TESTING\",\"days\":\"三天\",\"reason\":\"r\"}");

        assertThat(words.status()).isEqualTo(400);
        assertThat(words.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/days");
    }

    @Test
    @Order(3)
    void defect_12_a_list_reads_the_same_clocks_as_the_case_suspensions_included() {
        String number = received(
                "SF0101012", "A03", List.of("食品生产加工小作坊登记申请书", "申请人身份证", "场所平面布局图", "食品安全管理制度", "从业人员健康证明", "产品检验报告"));
        does("clerk.a03", number, "accept", null);
        String before = row(number).path("dueOn").asString();
        Answered paused =
                does("reviewer.bm01", number, "suspend", "{\"kind\":\"TESTING\",\"days\":5,\"reason\":\"r\"}");

        assertThat(row(number).path("dueOn").asString())
                .isGreaterThan(before)
                .isEqualTo(paused.clock("STEP").path("dueOn").asString());
        advance("2026-03-09T10:00:00Z");
        Answered due = as("clerk.a03").get("/api/v1/cases?dueBefore=2026-03-09T10:00:00Z&q=" + number);
        assertThat(due.body().path("items").size()).as("%s", due.body()).isZero();
    }

    @Test
    @Order(4)
    void defect_15_a_holiday_published_later_moves_open_cases_by_itself_and_leaves_a_record() {
        advance("2026-05-11T01:00:00Z");
        String number = receivedFood();
        String before = dueOn(does("clerk.a03", number, "accept", null), "STATUTORY");
        assertThat(before).isEqualTo("2026-05-25");
        Answered imported = as("admin")
                .post(
                        "/api/v1/calendars/CN/years/2026",
                        "{\"notice\":\"临时放假\",\"days\":[" + specialDays()
                                + ",{\"date\":\"2026-05-15\",\"kind\":\"OFF\",\"name\":\"临时放假\"}]}");
        assertThat(imported.status()).as("%s", imported.body()).isLessThan(300);
        advance("2026-05-11T02:00:00Z");

        assertThat(dueOn(as("clerk.a03").get("/api/v1/cases/" + number), "STATUTORY"))
                .isEqualTo("2026-05-26");
        assertThat(as("clerk.a03").get(path(number, "events")).body().toString())
                .contains("case.calendar-changed");
    }
}
