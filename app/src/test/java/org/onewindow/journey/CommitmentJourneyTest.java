package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

/**
 * A bookshop is licensed on the spot on a signed commitment (C16), in autumn 2026: closed from 1 to 7 October, open on Saturday the
 * 10th. Each story begins where the one before left the clock.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class CommitmentJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String BOOKSHOP = "SF0121005";
    private static final List<String> PAPERS = List.of("出版物零售业务申请表", "法定代表人（负责人）身份证");
    private static final String GRANT = "{\"outcome\":\"GRANTED\"}";
    private static final String KEPT = "{\"outcome\":\"KEPT\",\"opinion\":\"实地核查，场所与承诺一致\"}";
    private static final String NOT_KEPT = "{\"outcome\":\"NOT_KEPT\",\"opinion\":\"实地核查，登记的场所没有租用\"}";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    private static String signed(String day, String more) {
        return "{\"commitment\":{\"signedOn\":\"%s\",\"pages\":3%s}}".formatted(day, more);
    }

    private String grantedOnTheSpot(String day) {
        String number = received(BOOKSHOP, "F01", PAPERS);
        does("clerk.f01", number, "accept", signed(day, ""));
        does("approver.bm21", number, "decide", GRANT);
        does("clerk.f01", number, "complete", null);
        does("clerk.f01", number, "deliver", "{\"recipient\":\"张三\"}");
        return number;
    }

    private Answered look(String number) {
        return as("reviewer.bm21").get("/api/v1/cases/" + number);
    }

    private static String commitment(Answered answered) {
        return answered.body().path("commitment").path("state").asString();
    }

    private static String stateOf(Answered answered, String clock) {
        return answered.clock(clock).path("state").asString();
    }

    /** A paper is told at the door: what counts from being told counts from then (C8a). */
    private void serve(String number, String kind) {
        String document = as("clerk.f01")
                .get("/api/v1/cases/" + number + "/documents")
                .body()
                .path("items")
                .valueStream()
                .filter(paper -> paper.path("kind").asString().equals(kind))
                .map(paper -> paper.path("id").asString())
                .findFirst()
                .orElseThrow();
        does("clerk.f01", number, "serve", """
                {"document":"%s","method":"直接送达","signer":"张三"}""".formatted(document));
    }

    @Test
    @Order(1)
    void C16_granted_on_the_spot_checked_late_not_kept_and_put_right() {
        advance("2026-09-28T01:00:00Z");
        String number = received(BOOKSHOP, "F01", PAPERS);
        assertThat(as("clerk.f01").words(number, "COMMITMENT_LETTER"))
                .as("the letter is there to be signed before acceptance")
                .contains("住所（场所）使用证明")
                .contains("在决定之日起40个工作日内核查");
        assertThat(whyNot("clerk.f01", number, "accept", null)).containsExactly("C16");
        Answered accepted = does("clerk.f01", number, "accept", signed("2026-09-28", ""));
        assertThat(accepted.clock("COMMITTED").path("dueOn").asString()).isEqualTo("2026-09-28");
        assertThat(accepted.body().path("missingMaterials")).isEmpty();
        assertThat(commitment(accepted)).isEqualTo("SIGNED");

        Answered granted = does("approver.bm21", number, "decide", GRANT);
        assertThat(granted.clock("COMMITMENT_CHECK").path("dueOn").asString())
                .as("forty working days, over the holiday")
                .isEqualTo("2026-11-27");
        assertThat(as("clerk.f01").words(number, "DECISION")).contains("签署告知承诺书");
        does("clerk.f01", number, "complete", null);
        Answered delivered = does("clerk.f01", number, "deliver", "{\"recipient\":\"张三\"}");
        assertThat(delivered.text("state")).isEqualTo("DELIVERED");
        assertThat(stateOf(delivered, "COMMITMENT_CHECK")).isEqualTo("RUNNING");
        assertThat(as("reviewer.bm21").get("/api/v1/cases").body().path("items").valueStream())
                .as("still on the department's list")
                .anyMatch(row -> row.path("caseNumber").asString().equals(number));

        advance("2026-11-30T01:00:00Z");
        assertThat(as("supervisor")
                        .get("/api/v1/supervision/cards?caseNumber=" + number)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(card -> card.path("colour").asString().equals("YELLOW"))
                        .map(card -> card.path("rule").asString()))
                .as("nobody checked in time (S1)")
                .containsExactly("C16");
        Answered checked = does("reviewer.bm21", number, "check-commitment", NOT_KEPT);
        assertThat(stateOf(checked, "COMMITMENT_CHECK")).isEqualTo("MISSED");
        assertThat(commitment(checked)).isEqualTo("TO_PUT_RIGHT");
        assertThat(as("clerk.f01").words(number, "PUTTING_RIGHT_ORDER"))
                .contains("登记的场所没有租用")
                .contains("10个工作日内整改");
        assertThat(whyNot("approver.bm21", number, "revoke", "{\"reason\":\"不实\"}"))
                .as("nobody was told yet")
                .containsExactly("C8a");
        serve(number, "PUTTING_RIGHT_ORDER");
        assertThat(look(number).clock("PUTTING_RIGHT").path("dueOn").asString()).isEqualTo("2026-12-14");

        advance("2026-12-08T01:00:00Z");
        Answered right = does("reviewer.bm21", number, "check-commitment", KEPT);
        assertThat(commitment(right)).isEqualTo("PUT_RIGHT");
        assertThat(stateOf(right, "PUTTING_RIGHT")).isEqualTo("MET");
        assertThat(whyNot("approver.bm21", number, "revoke", "{\"reason\":\"不实\"}"))
                .containsExactly("C16");
    }

    @Test
    @Order(2)
    void C16_APL_69_not_put_right_is_revoked_and_the_next_commitment_of_the_same_person_is_refused() {
        advance("2026-12-14T01:00:00Z");
        String number = grantedOnTheSpot("2026-12-14");
        assertThat(as("clerk.f01")
                        .get("/api/v1/cases/" + number)
                        .body()
                        .path("allowedToYou")
                        .valueStream()
                        .map(command -> command.asString()))
                .doesNotContain("check-commitment");
        does("reviewer.bm21", number, "check-commitment", NOT_KEPT);
        serve(number, "PUTTING_RIGHT_ORDER");
        assertThat(whyNot("reviewer.bm21", number, "check-commitment", NOT_KEPT))
                .containsExactly("C16");

        advance("2026-12-29T01:00:00Z");
        assertThat(stateOf(look(number), "PUTTING_RIGHT")).isEqualTo("MISSED");
        Answered revoked = does("approver.bm21", number, "revoke", "{\"reason\":\"承诺的场所不实，逾期未整改\"}");
        assertThat(revoked.text("state")).isEqualTo("DELIVERED");
        assertThat(commitment(revoked)).isEqualTo("REVOKED");
        assertThat(as("clerk.f01").words(number, "REVOCATION"))
                .contains("第六十九条第二款")
                .contains("承诺的场所不实，逾期未整改")
                .contains("行政复议");
        serve(number, "REVOCATION");
        assertThat(as("clerk.f01").words(number, "SERVICE_RECORD")).contains("撤销决定书");

        Answered behind = as("clerk.f01")
                .post(
                        "/api/v1/cases",
                        application(BOOKSHOP, "F01", PAPERS, LI).replace("\"coApplicants\":[]", """
                        "coApplicants":[{"kind":"PERSON","name":"张三","idNumber":"%s"}]""".formatted(ZHANG)));
        assertThat(whyNot("clerk.f01", behind.text("caseNumber"), "accept", signed("2026-12-29", "")))
                .as("nor as somebody else's co-applicant")
                .containsExactly("C16");
        String again = received(BOOKSHOP, "F01", PAPERS);
        Answered refused = as("clerk.f01").post(path(again, "accept"), signed("2026-12-29", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.rules()).containsExactly("C16");
        assertThat(refused.body().toString()).contains("信用修复");
        Answered repaired = does("clerk.f01", again, "accept", signed("2026-12-29", ",\"repair\":\"示信修〔2026〕1号\""));
        assertThat(commitment(repaired)).isEqualTo("SIGNED");
    }

    @Test
    @Order(3)
    void C16_an_item_that_does_not_say_so_is_not_decided_on_a_commitment() {
        String number = receivedFood();

        assertThat(whyNot("clerk.a03", number, "accept", signed("2026-12-29", "")))
                .as("neither on this item nor from this person")
                .containsExactly("C16", "C16");
    }

    @Test
    @Order(4)
    void C16_an_item_is_read_changed_and_sent_back_with_its_commitment() {
        Answered read = as("manager").get("/api/v1/public/items/" + BOOKSHOP);

        assertThat(read.body().path("commitment").path("checkDays").asInt()).isEqualTo(40);
        assertThat(read.body().path("commitment").path("touches").asString()).isEqualTo("NONE");
        String risky = read.body().toString().replace("\"NONE\"}", "\"HEALTH\"}");
        Answered drafted = as("approver.bm21").post("/api/v1/items", risky);
        assertThat(drafted.status()).as("%s", drafted.body()).isEqualTo(201);
        Answered filed = as("manager").post("/api/v1/items/" + BOOKSHOP + "/versions/2/file", "{}");
        assertThat(filed.rules()).contains("C16");
    }

    @Test
    @Order(5)
    void C16_the_guide_and_the_tracking_page_say_it_in_plain_words() {
        assertThat(new String(centre().download("/items/" + BOOKSHOP), StandardCharsets.UTF_8))
                .contains("可以告知承诺")
                .contains("40 个工作日内核查");
        assertThat(Centre.words(centre().download("/items/" + BOOKSHOP + "/guide.pdf")))
                .contains("可以不提交住所（场所）使用证明")
                .contains("责令10个工作日内整改");
    }
}
