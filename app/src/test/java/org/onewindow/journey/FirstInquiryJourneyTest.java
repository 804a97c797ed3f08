package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first one asked stays on the case: says why it wasn't done on the spot, reminds, and hears of what is late (C5, C10). */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-03-02T01:00:00Z")
class FirstInquiryJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    private List<String> events(String number) {
        return as("clerk.a03")
                .get(path(number, "events"))
                .body()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    private List<String> cards(String user, String number) {
        return as(user).get("/api/v1/supervision/cards?caseNumber=" + number)
                .body()
                .path("items")
                .valueStream()
                .map(card -> card.path("id").asString())
                .toList();
    }

    @Test
    void
            C5_C10_a_case_left_at_the_counter_is_explained_its_applicant_reminded_and_its_warnings_reach_who_was_asked_first() {
        String number = received(FOOD, "A03", FOOD_PAPERS.subList(0, 4));
        advance("2026-03-03T01:00:00Z");
        assertThat(whyNot("clerk.a03", number, "not-on-the-spot", "{\"ground\":\"OTHER\"}"))
                .containsExactly("C5");
        does("clerk.a03", number, "not-on-the-spot", "{\"ground\":\"CHECK_NEEDED\",\"note\":\"场所须核对\"}");
        assertThat(whyNot("clerk.a03", number, "not-on-the-spot", "{\"ground\":\"SYSTEM_DOWN\"}"))
                .containsExactly("C5");

        does("clerk.a03", number, "request-supplement", "{\"items\":[{\"material\":\"主要设备设施清单\",\"problem\":\"缺少\"}]}");
        advance("2026-03-16T01:00:00Z");
        does("clerk.a03", number, "remind", "{\"way\":\"PHONE\"}");
        advance("2026-03-18T02:00:00Z");
        assertThat(events(number))
                .as("C10: reminder, then papers returned")
                .endsWith("case.reminded", "case.terminated")
                .contains("case.spot-explained");

        String late = receivedFood();
        does("clerk.a03", late, "accept", null);
        does("clerk.a03", late, "hand-over", "{\"to\":\"clerk.a01\"}");
        advance("2026-04-10T02:00:00Z");
        List<String> raised = cards("supervisor", late);
        assertThat(raised).as("the reviewer's step and the promise").isNotEmpty();
        assertThat(cards("clerk.a03", late)).isEqualTo(raised);
        assertThat(as("clerk.a03")
                        .get("/api/v1/supervision/cards/" + raised.getFirst())
                        .status())
                .isEqualTo(200);
        assertThat(cards("clerk.a02", late)).as("nobody's business else").isEmpty();
    }
}
