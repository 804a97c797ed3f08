package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Page one of the tour: cases at the demonstration county's centre, around the Spring Festival of 2026 (days off 15 to 23
 * February, working Saturdays 14 and 28 February). The clock is driven; each story begins where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaseJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final List<String> PAPERS = List.of("食品经营许可申请书", "法定代表人（负责人）身份证", "场所平面布局图", "食品安全管理制度");
    private static final String LAST_PAPER = "主要设备设施清单";

    private Centre centre = new Centre(0);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    @BeforeEach
    void open() {
        centre = centre();
    }

    @Test
    @Order(1)
    void a_food_licence_from_receipt_to_delivery() {
        // Tuesday 10 February 2026, nine in the morning. 张三 wants to open a noodle shop and has all papers but one.
        Answered received = clerk().post("/api/v1/cases", application(PAPERS));
        assertThat(received.status()).isEqualTo(201);
        assertThat(received.text("state")).isEqualTo("RECEIVED");
        assertThat(received.body().path("missingMaterials").values())
                .extracting(node -> node.asString())
                .containsExactly(LAST_PAPER);
        assertThat(received.body().path("applicant").path("name").asString()).isEqualTo("张*");
        assertThat(received.clock("ACCEPTANCE").path("dueOn").asString())
                .as("five working days: 11, 12, 13, Saturday 14, then over the festival to 24 February")
                .isEqualTo("2026-02-24");
        String number = received.text("caseNumber");
        String code = received.text("queryCode");

        // Acceptance isn't lawful yet, and everybody is told why.
        Answered tooEarly = clerk().post(path(number, "accept"), "{}");
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.rules()).containsExactly("C4");

        // The one-time notice names everything; the acceptance clock ends with it.
        Answered notice = clerk().post(
                        path(number, "request-supplement"),
                        "{\"items\":[{\"material\":\"" + LAST_PAPER + "\",\"problem\":\"缺少\"}]}");
        assertThat(notice.text("state")).isEqualTo("AWAITING_SUPPLEMENT");
        assertThat(notice.clock("ACCEPTANCE").path("state").asString()).isEqualTo("MET");

        // He comes back on Thursday with the list. The papers are complete: a new acceptance clock, and the limits
        // count from now.
        advance("2026-02-12T02:00:00Z");
        Answered complete = clerk().post(
                        path(number, "supplement"),
                        "{\"materials\":[{\"name\":\"" + LAST_PAPER
                                + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}]}");
        assertThat(complete.text("state")).isEqualTo("RECEIVED");

        // A second notice may not bring up what the first one didn't.
        assertThat(clerk().post(
                                path(number, "request-supplement"),
                                "{\"items\":[{\"material\":\"食品安全管理制度\",\"problem\":\"不够详细\"}]}")
                        .rules())
                .containsExactly("C3");

        Answered accepted = clerk().post(path(number, "accept"), "{}");
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        assertThat(accepted.clock("COMMITTED").path("dueOn").asString())
                .as("eight working days from 12 February: 13, 14, 24, 25, 26, 27, 28 and 2 March")
                .isEqualTo("2026-03-02");
        assertThat(accepted.clock("STATUTORY").path("dueOn").asString()).isEqualTo("2026-03-04");

        // The applicant follows it without seeing who handles it, and a wrong code shows nothing at all.
        Answered followed = centre.get("/api/v1/public/cases/" + number + "?code=" + code);
        assertThat(followed.text("state")).isEqualTo("ACCEPTED");
        assertThat(followed.body().toString()).doesNotContain("张").doesNotContain("clerk");
        assertThat(centre.get("/api/v1/public/cases/" + number + "?code=AAAAAAAAAA")
                        .status())
                .isEqualTo(404);

        // A clerk of another department may not even look; the clerk who holds it may not examine.
        assertThat(centre.as("clerk.c01").get("/api/v1/cases/" + number).status())
                .isEqualTo(403);
        String examined = "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"现场符合要求\"}";
        assertThat(clerk().post(path(number, "complete-step"), examined).status())
                .isEqualTo(403);

        assertThat(centre.as("reviewer.bm01")
                        .post(path(number, "complete-step"), examined)
                        .text("currentStep"))
                .isEqualTo("S3");
        Answered decided = centre.as("approver.bm01").post(path(number, "decide"), "{\"outcome\":\"GRANTED\"}");
        assertThat(decided.text("state")).isEqualTo("DECIDED");
        assertThat(decided.clock("STATUTORY").path("state").asString()).isEqualTo("MET");
        assertThat(clerk().post(path(number, "complete"), "{}").text("state")).isEqualTo("COMPLETED");
        Answered delivered = clerk().post(path(number, "deliver"), "{\"recipient\":\"张三\",\"documentNumber\":\"身份证\"}");
        assertThat(delivered.text("state")).isEqualTo("DELIVERED");
        assertThat(delivered.clock("COMMITTED").path("state").asString()).isEqualTo("MET");

        // The history names who did what, and holds no name or number of the applicant.
        Answered history = clerk().get(path(number, "events"));
        assertThat(history.body()
                        .path("items")
                        .valueStream()
                        .map(event -> event.path("type").asString())
                        .toList())
                .containsExactly(
                        "case.received",
                        "case.supplement-requested",
                        "case.supplemented",
                        "case.accepted",
                        "case.step-completed",
                        "case.decided",
                        "case.completed",
                        "case.delivered");
        assertThat(history.body().toString()).doesNotContain("张三").doesNotContain("11010519491231002X");

        // Every paper is there as PDF.
        Answered papers = clerk().get(path(number, "documents"));
        assertThat(papers.body().path("items").size()).isEqualTo(5);
        papers.body().path("items").forEach(paper -> {
            byte[] pdf = clerk().download(paper.path("href").asString());
            assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        });

        // He is satisfied, once.
        String evaluation = "/api/v1/public/cases/" + number + "/evaluation?code=" + code;
        assertThat(centre.post(evaluation, "{\"grade\":\"VERY_SATISFIED\"}").status())
                .isEqualTo(201);
        assertThat(centre.post(evaluation, "{\"grade\":\"SATISFIED\"}").status())
                .isEqualTo(409);
    }

    @Test
    @Order(2)
    void nobody_answers_in_five_working_days_and_the_law_accepts() {
        // T4, APL 32: received on Thursday 12 February; day 5 is 26 February.
        Answered received = clerk().post("/api/v1/cases", application(PAPERS));
        String number = received.text("caseNumber");
        assertThat(received.clock("ACCEPTANCE").path("dueOn").asString()).isEqualTo("2026-02-26");

        advance("2026-02-26T09:00:01Z");

        Answered now = clerk().get("/api/v1/cases/" + number);
        assertThat(now.text("state")).isEqualTo("ACCEPTED");
        assertThat(now.clock("ACCEPTANCE").path("state").asString()).isEqualTo("MISSED");
        assertThat(now.clock("STATUTORY").path("dueOn").asString())
                .as("ten working days from the day of receipt")
                .isEqualTo("2026-03-04");
        assertThat(clerk().get(path(number, "documents"))
                        .body()
                        .path("items")
                        .get(1)
                        .path("kind")
                        .asString())
                .isEqualTo("DEEMED_ACCEPTANCE");
    }

    @Test
    @Order(3)
    void a_repeated_request_takes_nothing_in_twice_and_a_stale_one_changes_nothing() {
        // C13: the network swallowed the first answer, so the kiosk asks again.
        Centre kiosk = clerk().with("Idempotency-Key", "noodle-shop-1");
        Answered first = kiosk.post("/api/v1/cases", application(PAPERS));
        Answered again = kiosk.post("/api/v1/cases", application(PAPERS));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(kiosk.post("/api/v1/cases", application(List.of())).status()).isEqualTo(422);

        String number = first.text("caseNumber");
        assertThat(first.body().path("duplicates").size())
                .as("C12: the same person's pending case on the same item is pointed out")
                .isPositive();
        assertThat(clerk().post(path(number, "withdraw"), "{\"reason\":\"重复\"}").status())
                .isEqualTo(200);
        assertThat(clerk().with("If-Match", "\"1\"")
                        .post(path(number, "serve"), "{\"document\":\"1-receipt\"}")
                        .status())
                .isEqualTo(412);
    }

    @Test
    @Order(4)
    void a_wrong_check_character_is_a_slip_unless_somebody_says_why_it_isnt() {
        String slip = application(PAPERS).replace("11010519491231002X", "110105194912310021");

        Answered refused = clerk().post("/api/v1/cases", slip);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/applicant/idNumber");

        Answered overridden =
                clerk().post("/api/v1/cases", slip.replace("\"override\":null", "\"override\":\"早年发放，户籍已核对\""));
        assertThat(overridden.status()).isEqualTo(201);
    }

    private Centre clerk() {
        return centre.as("clerk.a03");
    }

    private static String application(List<String> papers) {
        StringBuilder materials = new StringBuilder();
        for (String paper : papers) {
            materials
                    .append(materials.isEmpty() ? "" : ",")
                    .append("{\"name\":\"")
                    .append(paper)
                    .append("\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}");
        }
        return """
                {"itemCode":"SF0101009","window":"A03","channel":"WINDOW",
                 "applicant":{"kind":"PERSON","name":"张三","idNumber":"11010519491231002X","phone":"13800000000"},
                 "coApplicants":[],"representative":null,"serviceAgent":null,"station":null,
                 "situations":{},"override":null,"materials":[%s]}""".formatted(materials);
    }
}
