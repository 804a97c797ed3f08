package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onewindow.journey.Centre.Answered;

/** C14, Civil Servants Law art. 76: nobody handles their own matter, once the staff office has linked who they are. */
class OwnMattersTest extends SharedCentre {

    private static final String SUN = "990101197001011231";
    private static final String QIAN = "990101198002023458";

    private void link(String userName, String idNumber) {
        Answered linked = as("manager")
                .post("/api/v1/staff/" + userName + "/link-identity", "{\"idNumber\":\"" + idNumber + "\"}");
        assertThat(linked.status()).as("%s", linked.body()).isEqualTo(204);
    }

    private static String by(String idNumber) {
        return application(FOOD, "A03", FOOD_PAPERS, idNumber);
    }

    @Test
    void C14_a_clerk_takes_in_neither_their_own_application_nor_one_they_act_in_for_somebody_else() {
        link("clerk.a03", LI);

        Answered own = as("clerk.a03").post("/api/v1/cases", by(LI));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.rules()).containsExactly("C14");
        assertThat(own.body().path("reasons").get(0).path("basis").asString()).contains("公务员法", "第七十六条");

        String represented = by(ZHANG)
                .replace(
                        "\"coApplicants\":[]",
                        "\"coApplicants\":[],\"representative\":{\"kind\":\"PERSON\",\"name\":\"李四\",\"idNumber\":\""
                                + LI + "\"}");
        assertThat(as("clerk.a03").post("/api/v1/cases", represented).rules()).containsExactly("C14");
        assertThat(as("clerk.a03").post("/api/v1/cases", by(ZHANG)).status()).isEqualTo(201);
    }

    @Test
    void C14_whoever_turns_out_to_be_the_applicant_can_do_nothing_more_with_the_case_in_any_post() {
        String number = as("clerk.a03").post("/api/v1/cases", by(SUN)).text("caseNumber");
        does("clerk.a03", number, "accept", null);
        link("reviewer.bm01", SUN);
        link("approver.bm01", SUN);

        assertThat(whyNot("reviewer.bm01", number, "complete-step", "{\"step\":\"S2\",\"outcome\":\"PASS\"}"))
                .containsExactly("C14");
        Answered looked = as("reviewer.bm01").get("/api/v1/cases/" + number);
        assertThat(looked.body().path("allowedToYou")).isEmpty();
        assertThat(looked.body().path("allowed")).isNotEmpty();
        assertThat(whyNot("approver.bm01", number, "decide", "{\"outcome\":\"GRANTED\"}"))
                .contains("C14");
        assertThat(whyNot("approver.bm01", number, "terminate", "{\"reason\":\"r\"}"))
                .containsExactly("C14");
    }

    @Test
    void C14_a_case_is_not_handed_over_to_its_applicant() {
        link("clerk.a04", QIAN);
        as("manager").post("/api/v1/staff/clerk.a04/give-post", "{\"role\":\"CLERK\",\"window\":\"A03\"}");
        String number = as("clerk.a03").post("/api/v1/cases", by(QIAN)).text("caseNumber");

        assertThat(whyNot("clerk.a03", number, "hand-over", "{\"to\":\"clerk.a04\"}"))
                .containsExactly("C14");
    }

    @Test
    void C14_a_service_agent_who_helps_the_applicant_does_not_examine_the_case_in_another_post() {
        as("manager")
                .post("/api/v1/staff/agent.990101001/give-post", "{\"role\":\"REVIEWER\",\"department\":\"BM01\"}");
        String helped = by(ZHANG).replace("\"coApplicants\":[]", "\"serviceAgent\":\"agent.990101001\"");
        String number = as("clerk.a03").post("/api/v1/cases", helped).text("caseNumber");
        does("clerk.a03", number, "accept", null);

        assertThat(whyNot("agent.990101001", number, "complete-step", "{\"step\":\"S2\",\"outcome\":\"PASS\"}"))
                .containsExactly("C14");
    }

    @Test
    void who_somebody_is_is_linked_by_the_staff_office_and_kept_as_a_digest_only() {
        link("clerk.h09", ZHANG);

        Answered changes = as("admin").get("/api/v1/staff/clerk.h09/changes");
        assertThat(changes.body().toString()).contains("staff.identity-linked").doesNotContain(ZHANG);
        assertThat(as("admin")
                        .get("/api/v1/staff/clerk.h09")
                        .body()
                        .path("identityKnown")
                        .asBoolean())
                .isTrue();
        assertThat(as("manager")
                        .post("/api/v1/staff/clerk.h09/link-identity", "{\"idNumber\":\"1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("manager")
                        .post("/api/v1/staff/manager/link-identity", "{\"idNumber\":\"" + ZHANG + "\"}")
                        .rules())
                .as("nobody changes who they are themselves")
                .containsExactly("C14");
    }
}
