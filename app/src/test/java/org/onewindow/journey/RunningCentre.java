package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The demonstration county's centre on a driven clock. A story that counts on days runs on a database of its own; others extend
 * {@link SharedCentre}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-02-10T01:00:00Z")
abstract class RunningCentre {

    /** 食品经营许可: committed 8 days, statutory 10; papers as the demonstration has them. */
    static final String FOOD = "SF0101009";

    static final List<String> FOOD_PAPERS = List.of("食品经营许可申请书", "法定代表人（负责人）身份证", "场所平面布局图", "食品安全管理制度", "主要设备设施清单");

    static final String ZHANG = "11010519491231002X";
    static final String LI = "440524188001010014";

    @LocalServerPort
    private int port;

    static void runOn(TestDatabase database, DynamicPropertyRegistry registry) {
        database.register(registry);
        registry.add("onewindow.data", RunningCentre::folder);
    }

    private static String folder() {
        try {
            Path folder = Files.createTempDirectory("onewindow-centre-");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Centre centre() {
        return new Centre(port);
    }

    Centre as(String userName) {
        return centre().as(userName);
    }

    /** A new case of the item, all its papers handed in, by 张三. */
    String received(String item, String window, List<String> papers) {
        Answered received = as("clerk." + window.toLowerCase(java.util.Locale.ROOT))
                .post("/api/v1/cases", application(item, window, papers, ZHANG));
        assertThat(received.status()).as("%s", received.body()).isEqualTo(201);
        return received.text("caseNumber");
    }

    String receivedFood() {
        return received(FOOD, "A03", FOOD_PAPERS);
    }

    static String application(String item, String window, List<String> papers, String idNumber) {
        return """
                {"itemCode":"%s","window":"%s","applicant":{"kind":"PERSON","name":"张三","idNumber":"%s","phone":"13800000000"},
                 "coApplicants":[],"situations":{},"materials":[%s]}""".formatted(item, window, idNumber, materials(papers));
    }

    static String materials(List<String> papers) {
        return papers.stream()
                .map(paper -> "{\"name\":\"" + paper + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}")
                .collect(Collectors.joining(","));
    }

    static String path(String number, String command) {
        return "/api/v1/cases/" + number + "/" + command;
    }

    /** A command that must be lawful. */
    Answered does(String user, String number, String command, @Nullable String body) {
        Answered answered = as(user).post(path(number, command), body == null ? "{}" : body);
        assertThat(answered.status()).as("%s: %s", command, answered.body()).isEqualTo(200);
        return answered;
    }

    /** A command that must be refused: the rules, in order. */
    List<String> whyNot(String user, String number, String command, @Nullable String body) {
        Answered answered = as(user).post(path(number, command), body == null ? "{}" : body);
        assertThat(answered.status()).as("%s: %s", command, answered.body()).isEqualTo(422);
        return answered.rules();
    }

    void advance(String instant) {
        Answered moved = as("admin").put("/api/v1/simulation/clock", "{\"instant\":\"" + instant + "\"}");
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
    }

    /** The year's days off and worked Saturdays, as an import of a calendar takes them. */
    String specialDays() {
        return String.join(
                ",",
                as("admin")
                        .get("/api/v1/public/calendars/CN/days?from=2026-01-01&to=2026-12-31")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(day -> !day.path("name").asString("").isBlank())
                        .map(day -> "{\"date\":\"" + day.path("date").asString() + "\",\"kind\":\""
                                + (day.path("working").asBoolean() ? "WORK" : "OFF") + "\",\"name\":\""
                                + day.path("name").asString() + "\"}")
                        .toList());
    }
}
