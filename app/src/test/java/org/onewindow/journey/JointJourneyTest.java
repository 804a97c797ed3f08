package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * One application, many departments, a graph instead of a queue (J1–J6), at the demonstration county's centre before and after the
 * Spring Festival of 2026 (days off 15 to 23 February, working Saturdays 14 and 28 February). The clock is driven.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onewindow.simulation=2026-02-10T01:00:00Z")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JointJourneyTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String NAME = "SF2001008";
    private static final String COMPANY = "SF0101001";
    private static final String SEAL = "SF1003009";
    private static final String TAX = "SF2002001";
    private static final String INVOICES = "SF1002002";
    private static final String INSURANCE = "SF0713001";
    private static final String MEDICAL = "SF0714001";

    @LocalServerPort
    private int port;

    private Centre centre = new Centre(0);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("onewindow.data", JointJourneyTest::folder);
    }

    private static String folder() {
        try {
            Path folder = Files.createTempDirectory("onewindow-joint-");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void open() {
        centre = new Centre(port);
    }

    @Test
    @Order(1)
    void everybody_sees_what_starting_a_company_takes_before_applying() {
        Answered themes = centre.get("/api/v1/public/themes");
        assertThat(themes.body().path("items").size()).isEqualTo(6);

        // Will you use invoices? Have you taken on staff? Who answers no sees less.
        Answered outline = centre.post(
                "/api/v1/public/themes/TH01/stages/1/outline",
                "{\"answers\":{\"INVOICES\":\"YES\",\"EMPLOYEES\":\"NO\"}}");
        assertThat(codes(outline.body().path("items"), "code"))
                .containsExactly(NAME, COMPANY, SEAL, TAX, INVOICES, INSURANCE, MEDICAL);
        assertThat(outline.body().path("workingDays").asInt()).isEqualTo(2);
        assertThat(codes(outline.body().path("criticalPath"), ""))
                .as("the name takes no day but comes first")
                .containsExactly(NAME, COMPANY, TAX, INVOICES);

        // Each document once: the identity card serves four bodies, the licence comes from the first of them.
        JsonNode card = line(outline, "法定代表人（负责人）身份证");
        assertThat(codes(card.path("neededBy"), "")).containsExactly(COMPANY, SEAL, TAX, INSURANCE);
        JsonNode licence = line(outline, "营业执照");
        assertThat(licence.path("asked").asBoolean()).isFalse();
        assertThat(licence.path("handedOn").path(TAX).asString()).isEqualTo(COMPANY);

        String drawing =
                new String(centre.download("/api/v1/public/themes/TH01/stages/1/graph.svg"), StandardCharsets.UTF_8);
        assertThat(drawing).startsWith("<svg").contains("<title", "<desc", "公司设立登记");

        // The planner shows a cycle instead of a plan.
        Answered cycle = centre.post(
                "/api/v1/public/joint-plans/calculate",
                "{\"region\":\"CN\",\"start\":\"2026-02-10\",\"members\":[{\"code\":\"A\",\"workingDays\":1},"
                        + "{\"code\":\"B\",\"workingDays\":1}],\"edges\":[{\"from\":\"A\",\"to\":\"B\"},{\"from\":\"B\",\"to\":\"A\"}]}");
        assertThat(cycle.status()).isEqualTo(422);
        assertThat(cycle.rules()).containsExactly("J1");
        assertThat(codes(cycle.body().path("cycle"), "")).containsExactly("A", "B");
    }

    @Test
    @Order(2)
    void starting_a_company_with_one_application_a_supplement_and_a_refusal_in_the_middle() {
        // Tuesday 10 February 2026, nine in the morning. One form and one list for seven items of five departments.
        List<String> papers = asked("TH01", "INVOICES", "YES", "EMPLOYEES", "NO");
        assertThat(papers).contains("公司章程", "银行账户信息").doesNotContain("营业执照", "授权委托书");
        String missing = "银行账户信息";
        Answered received = centre.as("clerk.a01")
                .post(
                        "/api/v1/joint-cases",
                        company(papers.stream()
                                .filter(paper -> !paper.equals(missing))
                                .toList()));
        assertThat(received.status()).as(received.body().toString()).isEqualTo(201);
        String number = received.text("number");
        String code = received.text("queryCode");
        assertThat(received.text("state")).isEqualTo("RECEIVED");
        assertThat(states(received))
                .as("copies to all bodies at once")
                .hasSize(7)
                .allMatch("WAITING"::equals);
        assertThat(received.clock("ACCEPTANCE").path("dueOn").asString()).isEqualTo("2026-02-24");

        // A member waits: no clock of its own runs, nothing can be done with it yet, and it says what it belongs to.
        String company = caseOf(received, COMPANY);
        Answered waiting = centre.as("reviewer.bm01").get("/api/v1/cases/" + company);
        assertThat(waiting.text("state")).isEqualTo("WAITING");
        assertThat(waiting.text("jointCase")).isEqualTo(number);
        assertThat(waiting.body().path("clocks").size()).isZero();
        assertThat(centre.as("clerk.a02")
                        .post("/api/v1/cases/" + company + "/accept", "{}")
                        .status())
                .isEqualTo(422);

        // One notice for all members; the paper that four bodies need is supplied once.
        Answered tooEarly = lead().post(joint(number, "accept"), "{}");
        assertThat(tooEarly.rules()).containsExactly("C4");
        Answered notice = lead().post(
                        joint(number, "request-supplement"),
                        "{\"items\":[{\"material\":\"" + missing + "\",\"problem\":\"缺少\"}]}");
        assertThat(notice.text("state")).isEqualTo("AWAITING_SUPPLEMENT");
        assertThat(notice.clock("ACCEPTANCE").path("state").asString()).isEqualTo("MET");
        Answered complete = lead().post(joint(number, "supplement"), "{\"materials\":[" + paper(missing) + "]}");
        assertThat(complete.text("state")).isEqualTo("RECEIVED");

        // Nobody but the lead window accepts; with one acceptance the first member starts, the rest waits for it.
        assertThat(centre.as("clerk.e02").post(joint(number, "accept"), "{}").status())
                .isEqualTo(403);
        Answered accepted = lead().post(joint(number, "accept"), "{}");
        assertThat(accepted.text("state")).as(accepted.body().toString()).isEqualTo("ACCEPTED");
        assertThat(accepted.clock("COMMITTED").path("dueOn").asString())
                .as("the longest path, two working days: 11 and 12 February")
                .isEqualTo("2026-02-12");
        assertThat(state(accepted, NAME)).isEqualTo("ACCEPTED");
        assertThat(state(accepted, COMPANY)).isEqualTo("WAITING");

        // The name is decided on the spot. A moment later registration and social insurance are open, without anybody's
        // hand.
        onTheSpot("clerk.a02", caseOf(accepted, NAME), "GRANTED");
        advance("2026-02-10T02:00:00Z");
        Answered opened = lead().get("/api/v1/joint-cases/" + number);
        assertThat(state(opened, COMPANY)).isEqualTo("ACCEPTED");
        assertThat(state(opened, INSURANCE)).isEqualTo("ACCEPTED");
        assertThat(state(opened, SEAL)).isEqualTo("WAITING");
        Answered registration = centre.as("reviewer.bm01").get("/api/v1/cases/" + company);
        assertThat(registration.clock("COMMITTED").path("dueOn").asString()).isEqualTo("2026-02-11");

        // The company is registered. Its licence is handed on to those who need it; nobody asks the applicant for it.
        work("bm01", "clerk.a02", company, "GRANTED");
        advance("2026-02-10T03:00:00Z");
        Answered registered = lead().get("/api/v1/joint-cases/" + number);
        assertThat(member(registered, COMPANY).path("progress").asString()).isEqualTo("GRANTED");
        assertThat(List.of(state(registered, SEAL), state(registered, TAX), state(registered, MEDICAL)))
                .containsOnly("ACCEPTED");
        assertThat(state(registered, INVOICES)).isEqualTo("WAITING");
        assertThat(codes(
                        centre.as("clerk.c04")
                                .get("/api/v1/cases/" + caseOf(registered, TAX))
                                .body()
                                .path("materials"),
                        "name"))
                .contains("营业执照", missing);

        // J5: the tax office refuses. What is behind it in the graph is stopped, the others go on.
        onTheSpot("clerk.c04", caseOf(registered, TAX), "REFUSED");
        advance("2026-02-10T04:00:00Z");
        Answered refused = lead().get("/api/v1/joint-cases/" + number);
        assertThat(member(refused, TAX).path("progress").asString()).isEqualTo("REFUSED");
        assertThat(member(refused, INVOICES).path("progress").asString()).isEqualTo("STOPPED");
        assertThat(member(refused, INVOICES).path("because").asString()).isEqualTo(TAX);
        assertThat(state(refused, INVOICES)).isEqualTo("TERMINATED");
        assertThat(state(refused, SEAL)).isEqualTo("ACCEPTED");
        assertThat(refused.text("state")).isEqualTo("ACCEPTED");

        // Each body sees its own part and its place in the graph, no more.
        Answered part = centre.as("reviewer.bm13").get("/api/v1/joint-cases/" + number);
        assertThat(part.body().path("whole").asBoolean()).isFalse();
        assertThat(codes(part.body().path("members"), "itemCode")).containsExactly(NAME, INSURANCE);
        assertThat(member(part, NAME).path("state").isNull()).isTrue();
        assertThat(state(part, INSURANCE)).isEqualTo("ACCEPTED");
        assertThat(centre.as("reviewer.bm06")
                        .get("/api/v1/joint-cases/" + number)
                        .status())
                .isEqualTo(403);

        // The applicant wanted everything at once, so nothing is handed out before all is done.
        assertThat(lead().post(joint(number, "deliver"), "{\"recipient\":\"李四\"}")
                        .rules())
                .containsExactly("J2");
        onTheSpot("clerk.e02", caseOf(refused, SEAL), "GRANTED");
        onTheSpot("clerk.d01", caseOf(refused, INSURANCE), "GRANTED");
        onTheSpot("clerk.d03", caseOf(refused, MEDICAL), "GRANTED");
        advance("2026-02-10T05:00:00Z");
        Answered done = lead().get("/api/v1/joint-cases/" + number);
        assertThat(done.text("state")).isEqualTo("COMPLETED");
        assertThat(done.clock("COMMITTED").path("state").asString()).isEqualTo("MET");
        Answered delivered = lead().post(joint(number, "deliver"), "{\"recipient\":\"李四\",\"documentNumber\":\"身份证\"}");
        assertThat(delivered.status()).as(delivered.body().toString()).isEqualTo(200);
        assertThat(List.of(state(delivered, COMPANY), state(delivered, SEAL), state(delivered, TAX)))
                .containsOnly("DELIVERED");

        // The applicant followed all of it with one code; the history holds no name.
        Answered tracked = centre.get("/api/v1/public/joint-cases/" + number + "?code=" + code);
        assertThat(tracked.text("state")).isEqualTo("COMPLETED");
        assertThat(tracked.body().toString()).doesNotContain("clerk").doesNotContain("示例");
        assertThat(centre.get("/api/v1/public/joint-cases/" + number + "?code=AAAAAAAAAA")
                        .status())
                .isEqualTo(404);
        Answered history = lead().get(joint(number, "events"));
        assertThat(codes(history.body().path("items"), "type"))
                .startsWith("Received", "SupplementRequested", "Supplemented", "Accepted", "MemberOpened")
                .endsWith("Completed", "Delivered");
        assertThat(history.body().toString()).doesNotContain("李四").doesNotContain("示例食品");
    }

    // ---- what people do

    private Centre lead() {
        return centre.as("clerk.a01");
    }

    private void onTheSpot(String clerk, String number, String outcome) {
        ok(centre.as(clerk)
                .post("/api/v1/cases/" + number + "/decide", "{\"outcome\":\"" + outcome + "\",\"reason\":\"核对无误\"}"));
        ok(centre.as(clerk).post("/api/v1/cases/" + number + "/complete", "{}"));
    }

    private void work(String department, String clerk, String number, String outcome) {
        ok(centre.as("reviewer." + department)
                .post(
                        "/api/v1/cases/" + number + "/complete-step",
                        "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"符合\"}"));
        ok(centre.as("approver." + department)
                .post("/api/v1/cases/" + number + "/decide", "{\"outcome\":\"" + outcome + "\",\"reason\":\"符合条件\"}"));
        ok(centre.as(clerk).post("/api/v1/cases/" + number + "/complete", "{}"));
    }

    private static Answered ok(Answered answered) {
        assertThat(answered.status()).as(answered.body().toString()).isLessThan(300);
        return answered;
    }

    private void advance(String instant) {
        ok(centre.as("admin").put("/api/v1/simulation/clock", "{\"instant\":\"" + instant + "\"}"));
    }

    // ---- what is sent and read

    private static String joint(String number, String rest) {
        return "/api/v1/joint-cases/" + number + "/" + rest;
    }

    private List<String> asked(String theme, String... answers) {
        Answered outline = centre.post(
                "/api/v1/public/themes/" + theme + "/stages/1/outline", "{\"answers\":" + json(answers) + "}");
        return outline.body()
                .path("materials")
                .valueStream()
                .filter(line -> line.path("asked").asBoolean())
                .map(line -> line.path("name").asString())
                .toList();
    }

    private static String json(String... pairs) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < pairs.length; i += 2) {
            json.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(pairs[i])
                    .append("\":\"")
                    .append(pairs[i + 1])
                    .append('"');
        }
        return json.append('}').toString();
    }

    private static String company(List<String> papers) {
        return "{\"theme\":\"TH01\",\"window\":\"A01\",\"answers\":" + json("INVOICES", "YES", "EMPLOYEES", "NO") + ","
                + "\"applicant\":{\"kind\":\"ORGANISATION\",\"name\":\"示例食品有限公司\",\"idNumber\":\"91110000101623741K\"},"
                + "\"materials\":["
                + papers.stream().map(JointJourneyTest::paper).collect(Collectors.joining(",")) + "]}";
    }

    private static String paper(String name) {
        return "{\"name\":\"" + name + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}";
    }

    private static List<String> codes(JsonNode list, String field) {
        return list.valueStream()
                .map(each ->
                        field.isEmpty() ? each.asString() : each.path(field).asString())
                .toList();
    }

    private static JsonNode line(Answered outline, String material) {
        return outline.body()
                .path("materials")
                .valueStream()
                .filter(line -> line.path("name").asString().equals(material))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode member(Answered joint, String item) {
        return joint.body()
                .path("members")
                .valueStream()
                .filter(member -> member.path("itemCode").asString().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> states(Answered joint) {
        return codes(joint.body().path("members"), "state");
    }

    private static String state(Answered joint, String item) {
        return member(joint, item).path("state").asString();
    }

    private static String caseOf(Answered joint, String item) {
        return member(joint, item).path("caseNumber").asString();
    }
}
