package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** S1: a manager tries a stricter set of rules out, is told what it would do at once, and files it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-03-02T01:00:00Z")
class RulesJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String RULES = "/api/v1/supervision/rules";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    @Test
    void S1_a_stricter_rule_is_previewed_confirmed_filed_and_speaks_from_its_first_day() {
        // Two cases accepted on Monday 2 March; a week later their promise is half used.
        String first = receivedFood();
        does("clerk.a03", first, "accept", null);
        String second = receivedFood();
        does("clerk.a03", second, "accept", null);
        does("reviewer.bm01", second, "complete-step", "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"\"}");
        advance("2026-03-09T02:00:00Z");

        // "Under this rule, last month would have raised …: these."
        Answered preview = as("manager")
                .post(
                        RULES + "/preview",
                        "{\"rules\":" + rules("2026-03-10", 60, 200, "") + ",\"from\":\"2026-03-01\"}");
        assertThat(preview.status()).as("%s", preview.body()).isEqualTo(200);
        assertThat(preview.body().path("would").path("WARNING").asInt())
                .as("the committed limit of both is 40 % used on Friday 6: 3, 4, 5 and 6 March; the statutory one too")
                .isEqualTo(4);
        assertThat(preview.body().path("did").path("WARNING").asInt())
                .as("the second case's decision was due in a day, and warned at half of it")
                .isEqualTo(2);
        assertThat(preview.body().path("examples").get(0).path("caseNumber").asString())
                .isIn(first, second);

        // It would raise four cards at once, and allows itself one.
        assertThat(as("manager").post(RULES, rules("2026-03-10", 60, 1, "")).rules())
                .containsExactly("S1");
        assertThat(as("supervisor").post(RULES, rules("2026-03-10", 60, 1, "")).status())
                .isEqualTo(403);
        assertThat(as("manager")
                        .post(RULES, rules("2026-03-08", 60, 1, ",\"confirmed\":true"))
                        .rules())
                .as("nobody is judged by a rule that wasn't in force")
                .containsExactly("S1");
        Answered filed = as("manager").post(RULES, rules("2026-03-10", 60, 1, ",\"confirmed\":true"));
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        assertThat(filed.body().path("number").asInt()).isEqualTo(1);

        // When the centre opens on Tuesday it speaks about what is near by then, and says under which rules.
        advance("2026-03-10T00:59:00Z");
        int before = warnings();
        advance("2026-03-10T01:01:00Z");
        assertThat(warnings()).isEqualTo(before + 4);
        Answered latest = as("supervisor").get("/api/v1/supervision/cards?limit=1");
        assertThat(latest.body().path("items").get(0).path("ruleSet").asString())
                .isEqualTo("990101/1");
        assertThat(latest.body().path("items").get(0).path("raisedAt").asString())
                .isEqualTo("2026-03-10T01:00:00Z");

        // A second set overlaps unless it replaces the first.
        assertThat(as("manager")
                        .post(RULES, rules("2026-04-01", 20, 200, ",\"confirmed\":true"))
                        .rules())
                .containsExactly("S1");
        assertThat(as("manager")
                        .post(RULES, rules("2026-04-01", 20, 200, ",\"confirmed\":true,\"replaces\":1"))
                        .status())
                .isEqualTo(201);
        assertThat(as("clerk.a03")
                        .get(RULES)
                        .body()
                        .path("all")
                        .get(1)
                        .path("validTo")
                        .asString())
                .isEqualTo("2026-03-31");
    }

    private int warnings() {
        return as("supervisor")
                .get("/api/v1/supervision/cards?colour=WARNING&limit=500")
                .body()
                .path("items")
                .size();
    }

    private static String rules(String from, int percentLeft, int mostAtOnce, String more) {
        return """
                {"region":"990101","validFrom":"%s","validTo":null,"title":"从严预警","basis":"山桥县政务服务中心通知",
                 "thresholds":{"daysBefore":1,"percentLeft":%d,"shortLimit":2,"shortLimitPercentUsed":50,"zeroLimitMinutes":60},
                 "clocks":[{"clock":"COMMITTED","warns":true,"passed":"YELLOW","redAfterDays":3},
                           {"clock":"STATUTORY","warns":true,"passed":"RED","redAfterDays":null}],
                 "contents":{"NEW_POINTS":"YELLOW"},"points":{"warning":0,"yellow":5,"red":10},
                 "replies":{"explanation":3,"appeal":5,"order":5},"mostAtOnce":%d%s}""".formatted(from, percentLeft, mostAtOnce, more);
    }
}
