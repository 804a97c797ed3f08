package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onewindow.access.StaffOffice;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.kernel.Actor;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A quarter's files are reviewed (S10): drawn so that anybody can draw them again, scored by strangers, objected to, concluded. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-02-09T01:00:00Z")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FileReviewJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String REVIEWS = "/api/v1/supervision/file-reviews";

    @Autowired
    private StaffOffice office;

    private static String review = "";
    private static List<String> files = List.of();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    @Test
    @Order(1)
    void a_sample_is_drawn_among_the_files_closed_in_the_period_and_can_be_drawn_again() {
        for (int i = 0; i < 5; i++) {
            String number = receivedFood();
            does("clerk.a03", number, "withdraw", "{\"reason\":\"改日再办\"}");
        }
        receivedFood();
        advance("2026-02-11T01:00:00Z");

        Answered drawn = as("supervisor")
                .post(
                        REVIEWS,
                        "{\"title\":\"二月案卷评查\",\"from\":\"2026-02-01\",\"to\":\"2026-02-10\",\"department\":\"BM01\","
                                + "\"size\":2,\"seed\":\"2026-02\",\"reviewers\":[\"approver.bm01\",\"approver.bm02\"]}");
        assertThat(drawn.status()).as("%s", drawn.body()).isEqualTo(201);
        review = drawn.body().path("review").path("id").asString();
        assertThat(drawn.body().path("review").path("seed").asString())
                .as("nobody names the whole of it")
                .matches("2026-02 [0-9a-f]{16}");
        assertThat(drawn.body().path("review").path("candidates").asInt())
                .as("the open one isn't a file yet")
                .isEqualTo(5);
        files = drawn.body()
                .path("files")
                .valueStream()
                .map(file -> file.path("id").asString())
                .toList();
        assertThat(drawn.body()
                        .path("files")
                        .valueStream()
                        .map(file -> file.path("reviewer").asString()))
                .as("the department's own approver is passed over")
                .containsExactly("approver.bm02", "approver.bm02");
        Answered proof = as("leader").get(REVIEWS + "/" + review + "/proof");
        assertThat(proof.body().path("same").asBoolean()).as("%s", proof.body()).isTrue();
    }

    @Test
    @Order(2)
    void whoever_had_no_part_in_it_scores_each_file_with_reasons() {
        String first = REVIEWS + "/files/" + files.getFirst();
        assertThat(as("approver.bm01")
                        .post(first + "/score", "{\"deductions\":[]}")
                        .status())
                .as("not theirs to score")
                .isEqualTo(403);
        assertThat(as("approver.bm02")
                        .post(first + "/score", "{\"deductions\":[{\"point\":\"E1\",\"points\":6,\"reason\":\" \"}]}")
                        .rules())
                .containsExactly("S10");

        Answered scored = as("approver.bm02")
                .post(first + "/score", "{\"deductions\":[{\"point\":\"E1\",\"points\":6,\"reason\":\"多收工本费\"}]}");
        assertThat(scored.body().path("score").asInt()).as("%s", scored.body()).isEqualTo(94);
        assertThat(scored.text("grade")).as("a critical point").isEqualTo("UNQUALIFIED");
        as("approver.bm02").post(REVIEWS + "/files/" + files.getLast() + "/score", "{\"deductions\":[]}");
        assertThat(as("approver.bm02")
                        .get(first)
                        .body()
                        .path("history")
                        .get(0)
                        .path("type")
                        .asString())
                .as("what there is to judge it by, without anybody's name")
                .isEqualTo("case.received");
    }

    @Test
    @Order(3)
    void the_department_objects_and_somebody_else_decides() {
        String last = REVIEWS + "/files/" + files.getLast();
        assertThat(as("head.bm02")
                        .post(last + "/object", "{\"objection\":\"o\"}")
                        .status())
                .isEqualTo(403);
        Answered objected = as("head.bm01").post(last + "/object", "{\"objection\":\"应当加分\"}");
        assertThat(objected.text("state")).as("%s", objected.body()).isEqualTo("OBJECTED");
        assertThat(as("approver.bm02")
                        .post(last + "/decide", "{\"deductions\":null,\"answer\":\"a\"}")
                        .status())
                .isEqualTo(403);
        Answered decided = as("manager").post(last + "/decide", "{\"deductions\":null,\"answer\":\"满分为一百分\"}");
        assertThat(decided.text("state")).isEqualTo("DECIDED");
        assertThat(as("supervisor")
                        .post(REVIEWS + "/" + review + "/conclude", "{}")
                        .rules())
                .as("the first file may still be objected to")
                .containsExactly("S10");
    }

    @Test
    @Order(4)
    void with_the_conclusion_what_fails_a_rule_gets_its_card_once() {
        advance("2026-02-26T01:00:00Z");
        Answered concluded = as("supervisor").post(REVIEWS + "/" + review + "/conclude", "{}");
        assertThat(concluded.status()).as("%s", concluded.body()).isEqualTo(200);
        assertThat(concluded.body().path("report").get(0).path("averageScore").asDouble())
                .isEqualTo(97.0);

        Answered cards = as("supervisor").get("/api/v1/supervision/cards?department=BM01&colour=RED");
        assertThat(cards.body()
                        .path("items")
                        .valueStream()
                        .map(card -> card.path("rule").asString()))
                .as("%s", cards.body())
                .contains("C6");
        assertThat(as("supervisor")
                        .post(REVIEWS + "/" + review + "/conclude", "{}")
                        .rules())
                .containsExactly("S10");
    }

    @Test
    @Order(5)
    void the_file_of_a_reviewer_who_left_is_scored_by_a_supervisor() {
        String body = "{\"title\":\"复查\",\"from\":\"2026-02-01\",\"to\":\"2026-02-10\",\"department\":\"BM01\","
                + "\"size\":1,\"seed\":null,\"reviewers\":[%s]}";
        assertThat(as("supervisor")
                        .post(REVIEWS, body.formatted(String.join(",", Collections.nCopies(51, "\"approver.bm02\""))))
                        .status())
                .as("so many nobody asks for in earnest")
                .isEqualTo(400);
        Answered drawn = as("supervisor").post(REVIEWS, body.formatted("\"approver.bm02\""));
        String score = REVIEWS + "/files/"
                + drawn.body().path("files").get(0).path("id").asString() + "/score";
        assertThat(as("supervisor").post(score, "{\"deductions\":[]}").status()).isEqualTo(403);

        office.disable(Actor.SYSTEM, "approver.bm02", "left");

        assertThat(as("supervisor").post(score, "{\"deductions\":[]}").status()).isEqualTo(200);
    }
}
