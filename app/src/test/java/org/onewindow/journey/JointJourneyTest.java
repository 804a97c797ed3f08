package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onewindow.clockwork.Sweep;
import org.onewindow.joint.JointPapers;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointView;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * One application, many departments, a graph instead of a queue (J1–J6), at the demonstration county's centre before and after the
 * Spring Festival of 2026 (days off 15 to 23 February, working Saturdays 14 and 28 February). The clock is driven.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JointJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String NAME = "SF2001008";
    private static final String COMPANY = "SF0101001";
    private static final String SEAL = "SF1003009";
    private static final String TAX = "SF2002001";
    private static final String INVOICES = "SF1002002";
    private static final String INSURANCE = "SF0713001";
    private static final String MEDICAL = "SF0714001";

    private static final String FILING = "SF1009001";
    private static final String LAND = "SF0106002";
    private static final String ENVIRONMENT = "SF0110002";
    private static final String SOIL = "SF0119002";
    private static final String WORKS = "SF0106003";

    @Autowired
    private List<Sweep> sweeps = List.of();

    @Autowired
    private CentreTime time;

    @Autowired
    private JointPapers papers;

    @Autowired
    private JointReading reading;

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
        List<String> papers = asked("TH01", 1, "INVOICES", "YES", "EMPLOYEES", "NO");
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
        Actor insurer = reviewer("BM13");
        JointView glance =
                Objects.requireNonNull(reading.glance(insurer, List.of(number)).get(number));
        assertThat(glance.members())
                .as("a list says of each case what its own page says")
                .isEqualTo(reading.find(insurer, number).members());
        assertThat(glance.applicant()).isNull();
        assertThat(reading.glance(reviewer("BM06"), List.of(number))).isEmpty();

        // What ends a member is said on its paper in words anybody can check, and the whole has one acceptance.
        String ended = centre.as("supervisor").words(caseOf(refused, INVOICES), "TERMINATION_NOTICE");
        assertThat(ended).contains("作为本事项前提的“").contains("未获准予").contains("并联办理流程（第1版）");
        assertThat(words(number, "acceptance-notice"))
                .contains("受理通知书")
                .contains("公章刻制备案")
                .contains(number);

        // The plan prints.
        byte[] pdf = lead().download(joint(number, "plan.pdf"));
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

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

    @Test
    @Order(3)
    void an_investment_project_over_two_stages_with_suspensions_and_a_calendar_change() {
        // A factory, a key project. The file is opened before anybody applies for anything.
        Answered opened = ok(centre.as("clerk.b01").post("/api/v1/projects", """
                {"name":"示例食品厂房","theme":"TH03",
                 "owner":{"kind":"ORGANISATION","name":"示例食品有限公司","idNumber":"91110000101623741K"}}"""));
        String project = opened.text("number");
        String ownersCode = opened.text("queryCode");

        // J4: the bodies meet before any application (提前介入); who says nothing within three days agrees, as the theme
        // says.
        Answered meeting = ok(centre.as("manager").post("/api/v1/projects/" + project + "/convene", """
                {"stage":2,"at":"2026-02-11T02:00:00Z","place":"三楼会议室","agenda":"厂区总平面",
                 "departments":["BM10","BM19"],"opinionDays":3}"""));
        String review = "/api/v1/joint-reviews/" + meeting.body().path("id").asLong();
        assertThat(meeting.text("opinionsDueOn")).isEqualTo("2026-02-13");
        ok(centre.as("reviewer.bm10").post(review + "/opinion", """
                {"department":"BM10","stand":"AGREES_WITH_CONDITIONS","text":"先做噪声预测"}"""));
        assertThat(centre.as("reviewer.bm02")
                        .post(review + "/opinion", "{\"department\":\"BM19\",\"stand\":\"AGREES\"}")
                        .status())
                .isEqualTo(403);

        // J6: what isn't the owner's has no place in the file, nor in its green channel.
        assertThat(centre.as("clerk.b01")
                        .post(
                                "/api/v1/joint-cases",
                                stage(project, 1, List.of()).replace("91110000101623741K", "91110000MA0000001L"))
                        .rules())
                .contains("J6");

        // J6: the green channel is faster, never shorter in law.
        assertThat(centre.as("manager")
                        .post("/api/v1/projects/" + project + "/green-channel", """
                        {"ground":"KEY_PROJECT","reason":"县重点项目","limits":{"SF0110002":14}}""")
                        .rules())
                .containsExactly("J6");
        ok(centre.as("manager").post("/api/v1/projects/" + project + "/green-channel", """
                {"ground":"KEY_PROJECT","reason":"县重点项目","limits":{"SF0110002":9}}"""));

        // Works aren't done, and the stages before weren't applied for: the last stage has to wait.
        Answered tooEarly =
                centre.as("clerk.b01").post("/api/v1/joint-cases", stage(project, 4, List.of(), "SPECIAL", "NO"));
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.rules()).contains("J1").hasSizeGreaterThanOrEqualTo(4);

        // Stage 1: the project is filed on the spot, the land permit has eight working days.
        String first = applied(project, 1);
        Answered one = ok(centre.as("clerk.b01").post(joint(first, "accept"), "{}"));
        assertThat(one.clock("COMMITTED").path("dueOn").asString()).isEqualTo("2026-02-27");
        assertThat(one.clock("STATUTORY").path("budgetDays").asInt())
                .as("one licensing decision: 45 days")
                .isEqualTo(45);
        onTheSpot("clerk.b04", caseOf(one, FILING), "GRANTED");
        advance("2026-02-10T06:00:00Z");

        // Stage 2 is applied for while stage 1 runs: two bodies start at once, the works permit waits for the land
        // permit.
        String second = applied(project, 2, "ENVIRONMENT", "YES", "SOIL", "YES", "ENERGY", "NO");
        Answered two = ok(centre.as("clerk.b01").post(joint(second, "accept"), "{}"));
        assertThat(two.body().path("green").asBoolean()).isTrue();
        assertThat(state(two, ENVIRONMENT)).isEqualTo("ACCEPTED");
        assertThat(state(two, WORKS)).isEqualTo("WAITING");
        assertThat(plan(two, ENVIRONMENT).path("days").asInt())
                .as("the project's tighter limit")
                .isEqualTo(9);
        assertThat(two.clock("COMMITTED").path("dueOn").asString())
                .as("eight days of the land permit, then ten")
                .isEqualTo("2026-03-12");
        assertThat(plan(two, SOIL).path("slack").asInt()).isEqualTo(12);

        // What if the works permit took three days more? The end moves by as many.
        Answered whatIf =
                ok(centre.as("clerk.b01").post(joint(second, "what-if"), "{\"days\":{\"" + WORKS + "\":13}}"));
        assertThat(whatIf.body().path("plan").path("endsOn").asString()).isEqualTo("2026-03-17");
        assertThat(read(second).body().path("plan").path("endsOn").asString()).isEqualTo("2026-03-12");

        // One appointment at the site for two members, at least two of the staff of each.
        assertThat(centre.as("reviewer.bm06")
                        .post(joint(second, "arrange-survey"), survey("\"甲\""))
                        .rules())
                .containsExactly("T14", "T14");
        ok(centre.as("reviewer.bm06").post(joint(second, "arrange-survey"), survey("\"甲\",\"乙\"")));

        assertThat(centre.as("reviewer.bm19")
                        .get("/api/v1/joint-cases/" + second)
                        .body()
                        .path("surveys")
                        .get(0)
                        .path("bodies")
                        .valueStream()
                        .map(body -> body.path("itemCode").asString()))
                .as("a body sees its own people at the site, not the others'")
                .containsExactly(SOIL);

        // Off the critical path: ten days of expert review eat ten of twelve days of slack, the whole is due as before.
        ok(centre.as("reviewer.bm19").post("/api/v1/cases/" + caseOf(two, SOIL) + "/suspend", """
                {"kind":"EXPERT_REVIEW","days":10,"reason":"方案复杂"}"""));
        advance("2026-02-14T01:00:00Z");
        Answered eaten = read(second);
        assertThat(eaten.clock("COMMITTED").path("dueOn").asString()).isEqualTo("2026-03-12");
        assertThat(plan(eaten, SOIL).path("slack").asInt()).isEqualTo(2);
        assertThat(events(second)).as("warned before the whole is late").contains("SlackEaten");
        assertThat(cards(caseOf(two, SOIL))).as("supervision hears of it").containsExactly("WARNING J3 BM19 OPEN");
        assertThat(ok(centre.as("manager").get(review))
                        .body()
                        .path("opinions")
                        .get(1)
                        .path("stand")
                        .asString())
                .as("the water authority said nothing by the close of 13 February")
                .isEqualTo("AGREED_BY_SILENCE");

        // T1: the county declares Tuesday 3 March a day off; every plan over it moves, and says so.
        advance("2026-02-24T02:00:00Z");
        ok(centre.as("admin").post("/api/v1/calendars/990101/years/2026", """
                {"notice":"示范县人民政府通告","days":[{"date":"2026-03-03","kind":"OFF","name":"县庆"}]}"""));
        advance("2026-02-24T03:00:00Z");
        assertThat(read(second).clock("COMMITTED").path("dueOn").asString()).isEqualTo("2026-03-13");
        assertThat(events(second)).contains("CalendarChanged");

        // The land permit is granted on its last day: the works permit of the other application starts by itself.
        advance("2026-02-27T02:00:00Z");
        work("bm06", "clerk.b02", caseOf(one, LAND), "GRANTED");
        advance("2026-02-27T03:00:00Z");
        Answered started = read(second);
        assertThat(state(started, WORKS)).isEqualTo("ACCEPTED");
        assertThat(started.clock("COMMITTED").path("dueOn").asString()).isEqualTo("2026-03-13");
        assertThat(read(first).text("state")).isEqualTo("COMPLETED");

        // On the critical path: five days of expert review move the whole by five working days; two really taken, by
        // two.
        advance("2026-03-02T02:00:00Z");
        String works = caseOf(started, WORKS);
        ok(centre.as("reviewer.bm06").post("/api/v1/cases/" + works + "/suspend", """
                {"kind":"EXPERT_REVIEW","days":5,"reason":"结构复杂"}"""));
        Answered suspended = read(second);
        assertThat(suspended.clock("COMMITTED").path("dueOn").asString()).isEqualTo("2026-03-20");
        assertThat(suspended.body().path("plan").path("lengthenedBy").asInt()).isEqualTo(5);
        advance("2026-03-05T02:00:00Z");
        ok(centre.as("reviewer.bm06").post("/api/v1/cases/" + works + "/resume", "{\"kind\":\"EXPERT_REVIEW\"}"));
        assertThat(read(second).clock("COMMITTED").path("dueOn").asString())
                .as("4 and 5 March are left out")
                .isEqualTo("2026-03-17");

        // T7: the county's leader may extend the whole once, nobody else.
        assertThat(centre.as("head.bm06")
                        .post(joint(second, "extend"), "{\"days\":5,\"reason\":\"补测\"}")
                        .status())
                .isEqualTo(403);
        assertThat(ok(centre.as("leader").post(joint(second, "extend"), "{\"days\":5,\"reason\":\"补测\"}"))
                        .clock("COMMITTED")
                        .path("dueOn")
                        .asString())
                .isEqualTo("2026-03-24");

        // The project's owner sees every step of both applications with one code, and how often the channel was used.
        Answered owner = ok(centre.get("/api/v1/public/projects/" + project + "?code=" + ownersCode));
        assertThat(owner.body().path("applications").size()).isEqualTo(2);
        assertThat(owner.body().toString()).doesNotContain("reviewer.").doesNotContain("clerk.");
        assertThat(ok(centre.as("manager").get("/api/v1/projects/" + project))
                        .body()
                        .path("greenUses")
                        .size())
                .isEqualTo(2);
        String drawing =
                new String(centre.as("clerk.b01").download(joint(second, "graph.svg")), StandardCharsets.UTF_8);
        assertThat(drawing).contains("建设工程规划许可证核发", "办理中", "class=\"open critical\"");
    }

    @Test
    @Order(4)
    void T4_nobody_answers_and_the_law_accepts_the_whole_and_twins_change_nothing_twice() {
        // Thursday 5 March. The kiosk's network swallows the answer, so it asks again (C13).
        Centre twice = lead().with("Idempotency-Key", "company-2");
        String body = company(List.of("公司章程"));
        Answered received = ok(twice.post("/api/v1/joint-cases", body));
        assertThat(twice.post("/api/v1/joint-cases", body).body()).isEqualTo(received.body());
        String number = received.text("number");
        assertThat(received.clock("ACCEPTANCE").path("dueOn").asString()).isEqualTo("2026-03-12");
        assertThat(lead().with("If-Match", "\"7\"")
                        .post(joint(number, "accept"), "{}")
                        .status())
                .isEqualTo(412);

        advance("2026-03-12T09:00:01Z");

        Answered deemed = lead().get("/api/v1/joint-cases/" + number);
        assertThat(deemed.text("state")).isEqualTo("ACCEPTED");
        assertThat(deemed.clock("ACCEPTANCE").path("state").asString()).isEqualTo("MISSED");
        assertThat(cards(number))
                .as("the application's own clock is watched like any other (S1)")
                .containsExactly("WARNING T4 BM01 OPEN", "RED T4 BM01 OPEN");
        assertThat(deemed.body().path("plan").path("start").asString())
                .as("from the day of receipt")
                .isEqualTo("2026-03-05");
        assertThat(words(number, "deemed-acceptance")).contains("2026年3月5日").contains("第三十二条第一款第四项");
        assertThat(state(deemed, NAME)).isEqualTo("ACCEPTED");
        assertThat(deemed.body().path("plan").path("late").asBoolean()).isTrue();

        // He gives up: what isn't decided is withdrawn with the whole.
        Answered withdrawn = ok(lead().post(joint(number, "withdraw"), "{\"reason\":\"不办了\"}"));
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(states(withdrawn)).containsOnly("WITHDRAWN");
        assertThat(words(number, "withdrawal-confirmation")).contains("不办了");
    }

    @Test
    @Order(5)
    void J1_a_sweep_that_breaks_off_leaves_nothing_half_done_nor_in_the_way_and_many_at_once_open_a_member_once()
            throws Exception {
        // Two companies. What follows for the first can't be written: say its disk is full.
        String number = accepted();
        String other = accepted();
        JdbcClient owner = DATABASE.ownerJdbc();
        owner.sql("create function joint.full() returns trigger language plpgsql as"
                        + " $$begin raise exception 'no space left on device'; end$$")
                .update();
        owner.sql(
                        "create trigger full_disk before update of facts on joint.application for each row when (old.number = '"
                                + number + "') execute function joint.full()")
                .update();
        onTheSpot("clerk.a02", caseOf(lead().get("/api/v1/joint-cases/" + number), NAME), "GRANTED");
        onTheSpot("clerk.a02", caseOf(lead().get("/api/v1/joint-cases/" + other), NAME), "GRANTED");
        advance("2026-03-13T02:00:00Z");
        assertThat(state(lead().get("/api/v1/joint-cases/" + other), COMPANY)).isEqualTo("ACCEPTED");
        Answered stuck = lead().get("/api/v1/joint-cases/" + number);
        assertThat(state(stuck, COMPANY)).as("its case with it").isEqualTo("WAITING");
        assertThat(codes(stuck.body().path("members"), "progress")).doesNotContain("GRANTED");

        // There is space again, and four nodes look at once.
        owner.sql("drop trigger full_disk on joint.application").update();
        Sweep graph = sweeps.stream()
                .filter(sweep -> sweep.name().equals("joint.graph"))
                .findFirst()
                .orElseThrow();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            nodes.invokeAll(Collections.nCopies(4, () -> graph.doDue(time.now())))
                    .forEach(Future::resultNow);
        }
        Answered opened = lead().get("/api/v1/joint-cases/" + number);
        assertThat(state(opened, COMPANY)).isEqualTo("ACCEPTED");
        assertThat(lead().get(joint(number, "events"))
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(event -> event.path("what").toString().contains(COMPANY))
                        .map(event -> event.path("type").asString())
                        .filter("MemberOpened"::equals))
                .hasSize(1);
    }

    private String accepted() {
        Answered received =
                ok(lead().post("/api/v1/joint-cases", company(asked("TH01", 1, "INVOICES", "YES", "EMPLOYEES", "NO"))));
        ok(lead().post(joint(received.text("number"), "accept"), "{}"));
        return received.text("number");
    }

    @Test
    @Order(5)
    void refused_as_a_whole_applied_for_again_seen_at_the_site_minuted_and_billed_once() {
        // Monday 16 March. Another project; its first application is refused as a whole, and every member ends with it.
        advance("2026-03-16T00:30:00Z");
        String project =
                ok(centre.as("clerk.b01").post("/api/v1/projects", """
                {"name":"冷链物流园","theme":"TH03",
                 "owner":{"kind":"ORGANISATION","name":"示例食品有限公司","idNumber":"91110000101623741K"}}""")).text("number");
        String first = applied(project, 1);
        assertThat(centre.as("clerk.b01")
                        .post(joint(first, "refuse"), "{\"ground\":\"OTHER\"}")
                        .rules())
                .as("a refusal has reason and basis")
                .containsOnly("C4")
                .hasSize(2);
        Answered refused = ok(centre.as("clerk.b01").post(joint(first, "refuse"), """
                {"ground":"OTHER","reason":"项目属于禁止类","legalBasis":"《企业投资项目核准和备案管理条例》第六条"}"""));
        assertThat(refused.text("state")).isEqualTo("NOT_ACCEPTED");
        assertThat(states(refused)).containsOnly("TERMINATED");
        assertThat(words(first, "non-acceptance"))
                .as("reason, basis and remedy")
                .contains("项目属于禁止类", "《企业投资项目核准和备案管理条例》第六条", "行政复议");
        assertThat(refused.clock("ACCEPTANCE").path("state").asString()).isEqualTo("MET");

        // What was refused holds nothing up: the stage is applied for again, and the next one beside it.
        Answered again = ok(centre.as("clerk.b01").post(joint(applied(project, 1), "accept"), "{}"));
        onTheSpot("clerk.b04", caseOf(again, FILING), "GRANTED");
        advance("2026-03-16T01:00:00Z");
        String second = applied(project, 2, "ENVIRONMENT", "NO", "SOIL", "YES", "ENERGY", "NO");
        Answered two = ok(centre.as("clerk.b01").post(joint(second, "accept"), "{}"));
        assertThat(state(two, SOIL)).isEqualTo("ACCEPTED");

        // One appointment at the site; its record waits until it took place, and each body says what it found.
        ok(centre.as("clerk.b01").post(joint(second, "arrange-survey"), """
                {"at":"2026-03-17T02:00:00Z","place":"园区北门","bodies":[{"itemCode":"%s","staff":["甲","乙"]}]}""".formatted(SOIL)));
        String findings = """
                {"survey":1,"findings":[{"itemCode":"%s","finding":"排水沟已按方案布设","fits":true}]}""".formatted(SOIL);
        assertThat(centre.as("clerk.b01")
                        .post(joint(second, "record-survey"), findings)
                        .rules())
                .containsExactly("T14");
        String review = "/api/v1/joint-reviews/"
                + ok(centre.as("clerk.b01").post(joint(second, "convene"), """
                        {"at":"2026-03-17T06:00:00Z","place":"三楼会议室","agenda":"排水","departments":["BM19"],"opinionDays":2}"""))
                        .body()
                        .path("id")
                        .asLong();
        assertThat(centre.as("clerk.b01")
                        .post(review + "/minutes", "{\"text\":\"太早\"}")
                        .rules())
                .containsExactly("J4");
        ok(centre.as("reviewer.bm19").post(review + "/opinion", "{\"department\":\"BM19\",\"stand\":\"AGREES\"}"));
        advance("2026-03-17T07:00:00Z");
        ok(centre.as("clerk.b01").post(joint(second, "record-survey"), findings));
        assertThat(centre.as("clerk.b01")
                        .post(joint(second, "record-survey"), findings)
                        .rules())
                .as("a survey is recorded once")
                .containsExactly("T14");
        Answered minuted = ok(centre.as("clerk.b01").post(review + "/minutes", "{\"text\":\"同意总体排水方案。\"}"));
        assertThat(minuted.body().path("minutes").path("text").asString()).contains("排水方案");

        // One bill: nothing is owed before the grant; then all of it is settled at once, at the charging window alone.
        String bill = """
                {"method":"BANK","lines":[{"itemCode":"%s","amountFen":120000,"basis":"1000 平方米 × 1.2 元"}]}""".formatted(SOIL);
        assertThat(centre.as("cashier").post(joint(second, "pay"), bill).rules())
                .contains("C6");
        ok(centre.as("reviewer.bm19")
                .post(
                        "/api/v1/cases/" + caseOf(two, SOIL) + "/complete-step",
                        "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"符合\"}"));
        ok(centre.as("approver.bm19")
                .post(
                        "/api/v1/cases/" + caseOf(two, SOIL) + "/decide",
                        "{\"outcome\":\"GRANTED\",\"reason\":\"符合条件\"}"));
        assertThat(member(read(second), SOIL).path("owes").asBoolean()).isTrue();
        assertThat(centre.as("clerk.b01").post(joint(second, "pay"), bill).status())
                .isEqualTo(403);
        Answered paid = ok(centre.as("cashier").post(joint(second, "pay"), bill));
        assertThat(member(paid, SOIL).path("owes").asBoolean()).isFalse();
        assertThat(events(second)).contains("SurveyRecorded", "Paid");
    }

    // ---- what people do

    /** Cards about a case or an application, oldest first. */
    private List<String> cards(String number) {
        return centre.as("supervisor")
                .get("/api/v1/supervision/cards?caseNumber=" + number)
                .body()
                .path("items")
                .valueStream()
                .map(card -> card.path("colour").asString() + " "
                        + card.path("rule").asString() + " "
                        + card.path("department").asString() + " "
                        + card.path("state").asString())
                .toList()
                .reversed();
    }

    private Answered read(String number) {
        return ok(centre.as("clerk.b01").get("/api/v1/joint-cases/" + number));
    }

    private List<String> events(String number) {
        return codes(centre.as("clerk.b01").get(joint(number, "events")).body().path("items"), "type");
    }

    private String applied(String project, int stage, String... answers) {
        List<String> papers = asked("TH03", stage, answers);
        return ok(centre.as("clerk.b01").post("/api/v1/joint-cases", stage(project, stage, papers, answers)))
                .text("number");
    }

    private static String stage(String project, int stage, List<String> papers, String... answers) {
        return "{\"theme\":\"TH03\",\"stage\":" + stage + ",\"window\":\"B01\",\"project\":\"" + project + "\","
                + "\"answers\":" + json(answers) + ","
                + "\"applicant\":{\"kind\":\"ORGANISATION\",\"name\":\"示例食品有限公司\",\"idNumber\":\"91110000101623741K\"},"
                + "\"materials\":["
                + papers.stream().map(JointJourneyTest::paper).collect(Collectors.joining(",")) + "]}";
    }

    private static String survey(String staff) {
        return "{\"at\":\"2026-02-12T02:00:00Z\",\"place\":\"项目现场\",\"bodies\":[{\"itemCode\":\"" + WORKS
                + "\",\"staff\":[" + staff + "]},{\"itemCode\":\"" + SOIL + "\",\"staff\":[" + staff + "]}]}";
    }

    private static Actor reviewer(String department) {
        return new Actor(
                Actor.Kind.STAFF, "reviewer", "reviewer", List.of(new Post(Role.REVIEWER, department, null, null)));
    }

    /** The words of a paper about a whole application. */
    private String words(String number, String kind) {
        Actor manager =
                new Actor(Actor.Kind.STAFF, "manager", "manager", List.of(new Post(Role.MANAGER, null, null, null)));
        return Centre.words(papers.look(manager, number, kind + "-1").bytes());
    }

    private static JsonNode plan(Answered joint, String item) {
        return member(joint, item).path("plan");
    }

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

    // ---- what is sent and read

    private static String joint(String number, String rest) {
        return "/api/v1/joint-cases/" + number + "/" + rest;
    }

    private List<String> asked(String theme, int stage, String... answers) {
        Answered outline = centre.post(
                "/api/v1/public/themes/" + theme + "/stages/" + stage + "/outline",
                "{\"answers\":" + json(answers) + "}");
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
