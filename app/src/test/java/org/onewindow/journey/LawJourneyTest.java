package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.Custody;
import org.onewindow.cases.HeldPaper;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.kernel.Actor;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The turns a case may take, each through HTTP, in March 2026 (a month without holidays) and after. Each story begins where the one
 * before left the clock.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class LawJourneyTest extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORKSHOP = "SF0101012";
    private static final List<String> WORKSHOP_PAPERS = List.of("食品生产加工小作坊登记申请书", "申请人身份证", "场所平面布局图", "食品安全管理制度");
    private static final List<String> MAY_FOLLOW = List.of("从业人员健康证明", "产品检验报告");
    private static final String PASS = "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"符合条件\"}";

    @Autowired
    private Custody custody;

    @Autowired
    private StaffDirectory staff;

    private static final String GRANT = "{\"outcome\":\"GRANTED\"}";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }

    private Answered look(String user, String number) {
        return as(user).get("/api/v1/cases/" + number);
    }

    private static String state(Answered answered) {
        return answered.text("state");
    }

    private static String dueOn(Answered answered, String clock) {
        return answered.clock(clock).path("dueOn").asString();
    }

    private static String stateOf(Answered answered, String clock) {
        return answered.clock(clock).path("state").asString();
    }

    private List<String> kinds(String user, String number) {
        return as(user).get(path(number, "documents"))
                .body()
                .path("items")
                .valueStream()
                .map(paper -> paper.path("kind").asString())
                .toList();
    }

    private String words(String user, String number, String kind) {
        return as(user).words(number, kind);
    }

    private String acceptedWorkshop() {
        String number = received(WORKSHOP, "A03", allOf(WORKSHOP_PAPERS, MAY_FOLLOW));
        does("clerk.a03", number, "accept", null);
        return number;
    }

    private static List<String> allOf(List<String> some, List<String> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }

    /** A new item like the workshop's, filed from today on, with a change of its own. */
    private String filedLikeTheWorkshop(String code, java.util.function.Consumer<ObjectNode> change) {
        JsonNode read = as("manager").get("/api/v1/public/items/" + WORKSHOP).body();
        ObjectNode draft = (ObjectNode) JSON.readTree(read.toString());
        draft.put("code", code).put("name", "示例登记" + code);
        change.accept(draft);
        assertThat(as("approver.bm01").post("/api/v1/items", draft.toString()).status())
                .isEqualTo(201);
        Answered filed = as("manager").post("/api/v1/items/" + code + "/versions/1/file", "{}");
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(200);
        String from =
                as("admin").get("/api/v1/simulation/clock").text("instant").substring(0, 10);
        Answered letters = as("manager").post("/api/v1/authority", """
                        {"lines":[{"window":"A03","itemCode":"%1$s","power":"ACCEPT","fromOn":"%2$s"},
                                  {"holder":"approver.bm01","itemCode":"%1$s","power":"DECIDE","fromOn":"%2$s"}]}""".formatted(code, from));
        assertThat(letters.status()).as("%s", letters.body()).isLessThan(300);
        return code;
    }

    @Test
    @Order(1)
    void T9_what_the_city_decides_is_examined_here_sent_up_and_its_result_delivered_here() {
        advance("2026-03-02T01:00:00Z");
        String application = application("SF0110003", "B05", List.of("排污许可证申请表", "自行监测方案", "排污单位承诺书"), ZHANG);
        Answered received = as("clerk.b05").post("/api/v1/cases", application);
        assertThat(received.status()).as("%s", received.body()).isEqualTo(201);
        String number = received.text("caseNumber");

        Answered accepted = does("clerk.b05", number, "accept", null);
        assertThat(dueOn(accepted, "FORWARDING"))
                .as("twenty working days from 2 March (APL 43)")
                .isEqualTo("2026-03-30");
        does("reviewer.bm10", number, "complete-step", PASS);
        assertThat(whyNot("approver.bm10", number, "decide", GRANT)).containsExactly("T9");
        assertThat(whyNot("reviewer.bm10", number, "record-result", "{\"outcome\":\"GRANTED\"}"))
                .as("nothing comes back that wasn't sent")
                .containsExactly("T9");

        advance("2026-03-05T01:00:00Z");
        Answered sent = does("approver.bm10", number, "forward", "{\"opinion\":\"初审同意\"}");
        assertThat(state(sent)).isEqualTo("FORWARDED");
        assertThat(stateOf(sent, "FORWARDING")).isEqualTo("MET");
        assertThat(whyNot("clerk.b05", number, "request-supplement", "{\"items\":[{\"material\":\"自行监测方案\"}]}"))
                .as("no papers are asked for again (APL 35)")
                .containsExactly("T8");

        assertThat(whyNot("reviewer.bm10", number, "record-result", "{\"outcome\":\"REFUSED\"}"))
                .containsExactly("C7");
        Answered back = does(
                "reviewer.bm10",
                number,
                "record-result",
                "{\"outcome\":\"GRANTED\",\"documentNumber\":\"市环许〔2026〕7号\"}");
        assertThat(state(back)).isEqualTo("DECIDED");
        assertThat(state(does("clerk.b05", number, "complete", null))).isEqualTo("COMPLETED");
        assertThat(state(does("clerk.b05", number, "deliver", "{\"recipient\":\"张三\"}")))
                .isEqualTo("DELIVERED");
    }

    @Test
    @Order(2)
    void C5_a_case_is_handed_over_by_its_holder_and_the_history_names_both() {
        String number = received("SF1001016", "A02", List.of());
        assertThat(as("clerk.a01")
                        .post(path(number, "hand-over"), "{\"to\":\"clerk.a01\"}")
                        .status())
                .as("nobody takes a case away")
                .isEqualTo(403);
        assertThat(whyNot("clerk.a02", number, "hand-over", "{\"to\":\"clerk.b05\"}"))
                .as("not to a window that doesn't take the item")
                .containsExactly("C5");

        Answered handed = does("clerk.a02", number, "hand-over", "{\"to\":\"clerk.a01\"}");
        assertThat(handed.body().path("holder").path("staff").asString()).isEqualTo("clerk.a01");
        assertThat(handed.body().path("holder").path("window").asString()).isEqualTo("A01");

        JsonNode entry =
                as("clerk.a01").get(path(number, "events")).body().path("items").get(1);
        assertThat(entry.path("body").path("from").asString()).isEqualTo("clerk.a02");
        assertThat(entry.path("body").path("to").asString()).isEqualTo("clerk.a01");
        assertThat(as("clerk.a02")
                        .post(path(number, "withdraw"), "{\"reason\":\"r\"}")
                        .status())
                .as("the window that held it holds it no more")
                .isEqualTo(403);
        does("clerk.a01", number, "withdraw", "{\"reason\":\"申请人另行申请\"}");
    }

    @Test
    @Order(3)
    void C10_papers_that_do_not_come_within_the_period_end_the_case_and_the_paper_says_by_when_they_were_due() {
        // Thursday 5 March; ten working days later is Thursday 19 March. The case ends with the first instant after.
        String number = received(FOOD, "A03", FOOD_PAPERS.subList(0, 4));
        Answered asked = does(
                "clerk.a03",
                number,
                "request-supplement",
                "{\"items\":[{\"material\":\"主要设备设施清单\",\"problem\":\"缺少\"}]}");
        assertThat(dueOn(asked, "SUPPLEMENT")).isEqualTo("2026-03-19");

        advance("2026-03-19T09:00:00Z");
        assertThat(state(look("clerk.a03", number))).isEqualTo("AWAITING_SUPPLEMENT");
        advance("2026-03-20T01:00:00Z");

        assertThat(state(look("clerk.a03", number))).isEqualTo("TERMINATED");
        assertThat(words("clerk.a03", number, "TERMINATION_NOTICE")).contains("补正不来办结", "2026年3月19日", "可以重新申请", "行政复议");
        assertThat(as("clerk.a03")
                        .post("/api/v1/cases", application(FOOD, "A03", FOOD_PAPERS, ZHANG))
                        .status())
                .as("may reapply")
                .isEqualTo(201);
    }

    @Test
    @Order(4)
    void C10_the_applicant_withdraws_before_the_decision_and_not_after() {
        String number = receivedFood();
        does("clerk.a03", number, "accept", null);

        Answered withdrawn = does("clerk.a03", number, "withdraw", "{\"reason\":\"不再经营\"}");

        assertThat(state(withdrawn)).isEqualTo("WITHDRAWN");
        assertThat(stateOf(withdrawn, "COMMITTED")).isEqualTo("CANCELLED");
        assertThat(stateOf(withdrawn, "STATUTORY")).isEqualTo("CANCELLED");
        assertThat(words("clerk.a03", number, "WITHDRAWAL_CONFIRMATION")).contains("不再经营", "食品安全管理制度");

        String decided = receivedFood();
        does("clerk.a03", decided, "accept", null);
        does("reviewer.bm01", decided, "complete-step", PASS);
        does("approver.bm01", decided, "decide", GRANT);
        assertThat(whyNot("clerk.a03", decided, "withdraw", "{\"reason\":\"r\"}"))
                .containsExactly("C10");
    }

    @Test
    @Order(5)
    void C4_what_another_body_decides_is_refused_at_once_naming_it_with_basis_and_remedies() {
        String number = received(FOOD, "A03", List.of());

        assertThat(whyNot("clerk.a03", number, "refuse", "{\"ground\":\"NOT_OUR_AUTHORITY\"}"))
                .as("reason, basis and the right body are all told at once")
                .containsExactly("C4", "C4", "C4");
        Answered refused = does("clerk.a03", number, "refuse", """
                {"ground":"NOT_OUR_AUTHORITY","reason":"该场所属邻县管辖","legalBasis":"《中华人民共和国行政许可法》第三十二条第一款第二项",
                 "competentBody":"邻县市场监督管理局"}""");

        assertThat(state(refused)).isEqualTo("NOT_ACCEPTED");
        assertThat(stateOf(refused, "ACCEPTANCE")).isEqualTo("MET");
        assertThat(words("clerk.a03", number, "NON_ACCEPTANCE"))
                .contains("不予受理", "该场所属邻县管辖", "第三十二条", "邻县市场监督管理局", "60日", "示范县人民法院");
    }

    @Test
    @Order(6)
    void C7_a_refusal_gives_reasons_and_remedies() {
        String number = receivedFood();
        does("clerk.a03", number, "accept", null);
        does(
                "reviewer.bm01",
                number,
                "complete-step",
                "{\"step\":\"S2\",\"outcome\":\"FAIL\",\"opinion\":\"操作间面积不足\"}");

        assertThat(whyNot("approver.bm01", number, "decide", GRANT)).containsExactly("C7");
        assertThat(whyNot("approver.bm01", number, "decide", "{\"outcome\":\"REFUSED\"}"))
                .containsExactly("C7");
        Answered refused =
                does("approver.bm01", number, "decide", "{\"outcome\":\"REFUSED\",\"reason\":\"操作间面积不足，不符合第三十三条\"}");

        assertThat(state(refused)).isEqualTo("DECIDED");
        assertThat(words("clerk.a03", number, "DECISION"))
                .contains("不予行政许可决定书", "操作间面积不足", "示范县人民政府", "行政复议", "6个月", "示范县人民法院");
        assertThat(whyNot("cashier", number, "pay", "{\"amountFen\":1,\"method\":\"CASH\"}"))
                .as("nothing is owed for a refusal")
                .contains("C6");
        does("clerk.a03", number, "complete", null);
    }

    @Test
    @Order(7)
    void T7_the_head_extends_once_by_at_most_the_versions_days_and_every_clock_moves() {
        // Friday 20 March: the promise of 10 days ends on Friday 3 April, the law's 20 days on Monday 20 April
        // (Qingming
        // is Saturday 4 to Monday 6).
        String number = acceptedWorkshop();
        Answered before = look("clerk.a03", number);
        assertThat(dueOn(before, "COMMITTED")).isEqualTo("2026-04-03");
        assertThat(dueOn(before, "STATUTORY")).isEqualTo("2026-04-20");

        assertThat(as("approver.bm01")
                        .post(path(number, "extend"), "{\"days\":10,\"reason\":\"r\"}")
                        .status())
                .isEqualTo(403);
        assertThat(whyNot("head.bm01", number, "extend", "{\"days\":11}")).containsExactly("T7", "T7");
        Answered extended = does("head.bm01", number, "extend", "{\"days\":10,\"reason\":\"需要异地核查\"}");

        assertThat(dueOn(extended, "COMMITTED")).isEqualTo("2026-04-20");
        assertThat(dueOn(extended, "STATUTORY")).isEqualTo("2026-05-07");
        assertThat(words("clerk.a03", number, "EXTENSION_NOTICE"))
                .contains("延长", "需要异地核查", "2026年4月3日", "2026年4月20日", "第四十二条");
        assertThat(whyNot("head.bm01", number, "extend", "{\"days\":1,\"reason\":\"r\"}"))
                .containsExactly("T7");
        assertThat(words("clerk.a03", number, "EXTENSION_NOTICE")).contains("10个工作日");
    }

    @Test
    @Order(8)
    void T6_testing_stops_the_clocks_by_its_stated_days_a_site_survey_never() {
        String number = acceptedWorkshop();
        assertThat(whyNot("reviewer.bm01", number, "suspend", "{\"kind\":\"SITE_SURVEY\",\"days\":3,\"reason\":\"r\"}"))
                .containsExactly("T6");
        assertThat(whyNot("reviewer.bm01", number, "suspend", "{\"kind\":\"TESTING\",\"days\":8,\"reason\":\"r\"}"))
                .containsExactly("T6");

        // From Friday 20 March the stated five days end on Friday 27: 23 to 27 don't count.
        Answered paused =
                does("reviewer.bm01", number, "suspend", "{\"kind\":\"TESTING\",\"days\":5,\"reason\":\"抽样检测\"}");
        assertThat(state(paused)).isEqualTo("SUSPENDED");
        assertThat(stateOf(paused, "COMMITTED")).isEqualTo("PAUSED");
        assertThat(paused.clock("COMMITTED").path("projected").asBoolean()).isTrue();
        assertThat(dueOn(paused, "COMMITTED")).isEqualTo("2026-04-13");
        assertThat(dueOn(paused, "SPECIAL_PROCEDURE")).isEqualTo("2026-03-27");
        assertThat(words("clerk.a03", number, "SPECIAL_PROCEDURE_NOTICE"))
                .contains("特别程序告知书", "检测", "5个工作日", "2026年3月27日", "第四十五条");

        // Nobody ends it: the stated days do, the clocks run on, and an entry says so.
        advance("2026-03-30T01:00:00Z");
        Answered over = look("clerk.a03", number);
        assertThat(state(over)).isEqualTo("SUSPENDED");
        assertThat(stateOf(over, "COMMITTED")).isEqualTo("RUNNING");
        assertThat(dueOn(over, "COMMITTED")).isEqualTo("2026-04-13");
        assertThat(as("clerk.a03").get(path(number, "events")).body().toString())
                .contains("case.stated-days-ended");
        assertThat(state(does("reviewer.bm01", number, "resume", "{\"kind\":\"TESTING\"}")))
                .isEqualTo("ACCEPTED");
        assertThat(dueOn(look("clerk.a03", number), "COMMITTED")).isEqualTo("2026-04-13");
    }

    @Test
    @Order(9)
    void C12_a_wrong_entry_is_put_right_by_a_new_one_and_the_old_one_stays() {
        String number = received(FOOD, "A03", FOOD_PAPERS);
        assertThat(whyNot(
                        "approver.bm01",
                        number,
                        "correct",
                        "{\"event\":1,\"reason\":\"r\",\"replacement\":{\"opinion\":\"x\"}}"))
                .as("a receipt has no opinion")
                .containsExactly("C12");
        String right = materials(FOOD_PAPERS).replaceFirst("\"pages\":1", "\"pages\":3");
        assertThat(whyNot(
                        "approver.bm01",
                        number,
                        "correct",
                        "{\"event\":1,\"reason\":\"r\",\"replacement\":{\"materials\":[" + materials(List.of("其他材料"))
                                + "]}}"))
                .as("nor may a correction bring in what the version doesn't list (APL 31)")
                .containsExactly("K6");

        does(
                "approver.bm01",
                number,
                "correct",
                "{\"event\":1,\"reason\":\"页数点错\",\"replacement\":{\"materials\":[" + right + "]}}");

        JsonNode history = as("clerk.a03").get(path(number, "events")).body().path("items");
        assertThat(history.get(0)
                        .path("body")
                        .path("materials")
                        .get(0)
                        .path("pages")
                        .asInt())
                .isEqualTo(1);
        assertThat(history.get(1).path("type").asString()).isEqualTo("case.corrected");
        assertThat(history.get(1).path("body").path("reason").asString()).isEqualTo("页数点错");
        assertThat(look("clerk.a03", number).text("receivedAt"))
                .isEqualTo(history.get(0).path("happenedAt").asString());
    }

    @Test
    @Order(10)
    void C16_a_promised_paper_has_its_own_day_and_no_grant_comes_before_it() {
        String number = received(WORKSHOP, "A03", WORKSHOP_PAPERS);
        assertThat(whyNot("clerk.a03", number, "accept", null)).containsExactly("C16");
        Answered accepted = does("clerk.a03", number, "accept", """
                {"documentsToFollow":[{"material":"从业人员健康证明","dueOn":"2026-04-03"},{"material":"产品检验报告","dueOn":"2026-04-03"}]}""");
        assertThat(dueOn(accepted, "DOCUMENTS_TO_FOLLOW")).isEqualTo("2026-04-03");
        assertThat(words("clerk.a03", number, "DOCUMENTS_TO_FOLLOW_PROMISE"))
                .contains("产品检验报告", "2026年4月3日", "补齐前不能作出准予决定");

        does("reviewer.bm01", number, "complete-step", PASS);
        assertThat(whyNot("approver.bm01", number, "decide", GRANT)).containsExactly("C16");
        does("clerk.a03", number, "supplement", "{\"materials\":[" + materials(MAY_FOLLOW) + "]}");
        assertThat(state(does("approver.bm01", number, "decide", GRANT))).isEqualTo("DECIDED");
    }

    @Test
    @Order(11)
    void C16_a_promise_not_kept_ends_the_case_as_C10_says_and_the_paper_names_the_promised_day() {
        String number = received(WORKSHOP, "A03", WORKSHOP_PAPERS);
        does("clerk.a03", number, "accept", """
                {"documentsToFollow":[{"material":"从业人员健康证明","dueOn":"2026-04-02"},{"material":"产品检验报告","dueOn":"2026-04-10"}]}""");

        advance("2026-04-03T01:00:00Z");

        assertThat(state(look("clerk.a03", number))).isEqualTo("TERMINATED");
        assertThat(words("clerk.a03", number, "TERMINATION_NOTICE"))
                .contains("承诺后补的材料应于2026年4月2日前补交", "补正不来办结")
                .doesNotContain("补正材料一次性告知书");
    }

    @Test
    @Order(12)
    void C16_where_the_version_says_so_the_grant_comes_first_and_the_paper_still_has_its_day() {
        String item = filedLikeTheWorkshop("SF0101991", draft -> draft.put("grantMayPrecede", true));
        String number = received(item, "A03", WORKSHOP_PAPERS);
        does("clerk.a03", number, "accept", """
                {"documentsToFollow":[{"material":"从业人员健康证明","dueOn":"2026-04-15"},{"material":"产品检验报告","dueOn":"2026-04-15"}]}""");
        assertThat(words("clerk.a03", number, "DOCUMENTS_TO_FOLLOW_PROMISE")).contains("可以先行作出准予决定");
        does("reviewer.bm01", number, "complete-step", PASS);

        does("approver.bm01", number, "decide", GRANT);
        does("clerk.a03", number, "complete", null);
        Answered delivered = does("clerk.a03", number, "deliver", "{\"recipient\":\"张三\"}");

        assertThat(stateOf(delivered, "DOCUMENTS_TO_FOLLOW"))
                .as("a promise outlives the delivery")
                .isEqualTo("RUNNING");
        Answered in = does("clerk.a03", number, "supplement", "{\"materials\":[" + materials(MAY_FOLLOW) + "]}");
        assertThat(state(in)).isEqualTo("DELIVERED");
        assertThat(stateOf(in, "DOCUMENTS_TO_FOLLOW")).isEqualTo("MET");
        assertThat(whyNot("clerk.a03", number, "supplement", "{\"materials\":[" + materials(MAY_FOLLOW) + "]}"))
                .containsExactly("T8");
    }

    @Test
    @Order(17)
    void C15_it_is_always_known_where_an_original_is_and_who_answers_for_it_and_what_stays_over_night_is_listed() {
        Actor clerk = staff.actor("clerk.a03").orElseThrow();
        String number = received(WORKSHOP, "A03", allOf(WORKSHOP_PAPERS, MAY_FOLLOW));
        String move = "{\"material\":\"%s\",\"bag\":\"17\",\"pages\":2,\"action\":\"%s\",\"to\":\"%s\"}";
        does("clerk.a03", number, "custody", move.formatted("申请人身份证", "TAKE", ""));
        does("clerk.a03", number, "custody", move.formatted("场所平面布局图", "TAKE", ""));
        does("clerk.a03", number, "custody", move.formatted("场所平面布局图", "HAND_ON", "踏勘组李工"));
        advance("2026-05-11T08:00:00Z");

        assertThat(custody.out(clerk, 50))
                .filteredOn(paper -> paper.caseNumber().equals(number))
                .extracting(HeldPaper::material, HeldPaper::bag, HeldPaper::pages, HeldPaper::holder)
                .containsExactly(
                        tuple("申请人身份证", "17", 2, staff.displayName("clerk.a03")), tuple("场所平面布局图", "17", 2, "踏勘组李工"));
        assertThat(custody.out(staff.actor("clerk.b02").orElseThrow(), 50)).isEmpty();

        does("clerk.a03", number, "custody", move.formatted("申请人身份证", "RETURN", "申请人"));
        does("clerk.a03", number, "custody", move.formatted("场所平面布局图", "ARCHIVE", "档案室"));
        advance("2026-05-11T08:01:00Z");
        assertThat(custody.of(clerk, number)).isEmpty();
    }

    @Test
    @Order(13)
    void C7_a_decision_that_needs_hearing_and_legal_review_is_refused_without_them() {
        // Friday 3 April; Qingming to Monday 6.
        String item = filedLikeTheWorkshop(
                "SF0101992", draft -> draft.put("hearBeforeDecision", true).put("legalReview", true));
        String number = received(item, "A03", allOf(WORKSHOP_PAPERS, MAY_FOLLOW));
        Answered accepted = does("clerk.a03", number, "accept", null);
        assertThat(accepted.body().path("allowed").toString()).contains("tell-parties");
        does("reviewer.bm01", number, "complete-step", PASS);

        assertThat(whyNot("approver.bm01", number, "decide", GRANT)).containsExactly("C7", "C7");
        does("reviewer.bm01", number, "tell-parties", "{\"matter\":\"与相邻住户的通风、采光有重大利害关系，可以要求听证\"}");
        assertThat(whyNot("reviewer.bm01", number, "record-hearing", "{\"outcome\":\"NOT_ASKED\"}"))
                .as("they have five working days to ask (APL 47)")
                .containsExactly("T14");
        assertThat(as("reviewer.bm01")
                        .post(
                                path(number, "announce-hearing"),
                                "{\"heldOn\":\"2026-04-20\",\"place\":\"三楼\",\"presider\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
        does(
                "reviewer.bm01",
                number,
                "announce-hearing",
                "{\"heldOn\":\"2026-04-20\",\"startsAt\":\"2026-04-20T01:30:00Z\",\"place\":\"三楼会议室\",\"presider\":\"head.bm01\"}");
        assertThat(words("clerk.a03", number, "HEARING_RIGHTS_NOTICE"))
                .as("the fifth working day after Friday 3 April; Qingming to Monday 6")
                .contains("与相邻住户的通风、采光有重大利害关系", "2026年4月13日");
        assertThat(words("clerk.a03", number, "HEARING_NOTICE")).contains("2026年4月20日9时30分", "三楼会议室");

        advance("2026-04-20T08:00:00Z");
        does("reviewer.bm01", number, "record-hearing", "{\"outcome\":\"HELD\",\"record\":\"到会八人，笔录已核对\"}");
        assertThat(whyNot("approver.bm01", number, "decide", GRANT)).containsExactly("C7");
        assertThat(whyNot("reviewer.bm01", number, "review-legality", "{\"outcome\":\"PASS\",\"opinion\":\"合法\"}"))
                .containsExactly("C14");
        does("head.bm01", number, "review-legality", "{\"outcome\":\"PASS\",\"opinion\":\"依据充分，程序合法\"}");

        assertThat(state(does("approver.bm01", number, "decide", GRANT))).isEqualTo("DECIDED");
        assertThat(kinds("clerk.a03", number)).contains("DECISION");
    }

    @Test
    @Order(14)
    void T1_a_paper_made_after_a_calendar_change_says_what_was_known_when_it_was_given() {
        // Monday 20 April. Accepted now, the promise of 8 days ends on Thursday 30 April.
        String number = receivedFood();
        assertThat(dueOn(does("clerk.a03", number, "accept", null), "COMMITTED"))
                .isEqualTo("2026-04-30");

        List<String> days = as("admin")
                .get("/api/v1/public/calendars/CN/days?from=2026-01-01&to=2026-12-31")
                .body()
                .path("items")
                .valueStream()
                .filter(day -> day.has("name"))
                .filter(day -> !day.path("name").asString().isBlank())
                .map(day -> "{\"date\":\"" + day.path("date").asString() + "\",\"kind\":\""
                        + (day.path("working").asBoolean() ? "WORK" : "OFF") + "\",\"name\":\""
                        + day.path("name").asString() + "\"}")
                .toList();
        Answered changed = as("admin")
                .post(
                        "/api/v1/calendars/CN/years/2026",
                        "{\"notice\":\"临时放假\",\"days\":["
                                + String.join(",", days)
                                + ",{\"date\":\"2026-04-24\",\"kind\":\"OFF\",\"name\":\"临时放假\"}]}");
        assertThat(changed.status()).as("%s", changed.body()).isLessThan(300);
        advance("2026-04-20T09:30:00Z");

        assertThat(dueOn(look("clerk.a03", number), "COMMITTED"))
                .as("a day off more: 1 to 5 May are holidays, so 6 May")
                .isEqualTo("2026-05-06");
        assertThat(words("clerk.a03", number, "ACCEPTANCE_NOTICE"))
                .contains("2026年4月30日")
                .doesNotContain("2026年5月6日");
        assertThat(as("clerk.a03").get(path(number, "events")).body().toString())
                .contains("case.calendar-changed");
    }

    @Test
    @Order(15)
    void C4_where_no_reconsideration_lies_the_paper_names_only_the_court() {
        String number = received("SF2029001", "H01", List.of());
        does("clerk.h01", number, "refuse", """
                {"ground":"OTHER","reason":"该处不在供水范围内","legalBasis":"《城市供水条例》第二十三条"}""");

        assertThat(words("clerk.h01", number, "NON_ACCEPTANCE"))
                .contains("36个月内向示范县人民法院提起诉讼")
                .doesNotContain("行政复议");
    }

    @Test
    @Order(16)
    void C8a_a_notice_by_post_counts_from_its_service_which_is_not_before_it_was_made() {
        String posted = application(FOOD, "A03", FOOD_PAPERS.subList(0, 4), ZHANG)
                .replace("\"window\":\"A03\"", "\"window\":\"A03\",\"channel\":\"POST\"");
        String number = as("clerk.a03").post("/api/v1/cases", posted).text("caseNumber");
        advance("2026-04-21T02:00:00Z");
        Answered asked = does("clerk.a03", number, "request-supplement", "{\"items\":[{\"material\":\"主要设备设施清单\"}]}");
        assertThat(stateOf(asked, "ACCEPTANCE")).as("sent isn't told").isEqualTo("RUNNING");

        assertThat(whyNot(
                        "clerk.a03",
                        number,
                        "serve",
                        "{\"document\":\"2-supplement-notice\",\"method\":\"邮寄\",\"at\":\"2026-04-21T01:00:00Z\"}"))
                .containsExactly("C8a");
        advance("2026-04-22T02:00:00Z");
        Answered told = does("clerk.a03", number, "serve", "{\"document\":\"2-supplement-notice\",\"method\":\"邮寄\"}");
        assertThat(stateOf(told, "ACCEPTANCE")).isEqualTo("MET");
        assertThat(told.clock("SUPPLEMENT").path("state").asString()).isEqualTo("RUNNING");

        String refused = "{\"document\":\"2-supplement-notice\",\"method\":\"留置送达\",\"refusal\":\"拒不签字\"%s}";
        assertThat(whyNot("clerk.a03", number, "serve", refused.formatted("")))
                .as("refused, and nobody saw it")
                .containsExactly("C8a");
        does("clerk.a03", number, "serve", refused.formatted(",\"witness\":\"王见证\""));
        assertThat(as("clerk.a03").get(path(number, "events")).body().toString())
                .contains("拒不签字")
                .doesNotContain("王见证");
    }

    @Test
    @Order(17)
    void C13_a_case_the_law_moved_meanwhile_is_decided_on_as_it_is_now_not_as_it_was_last_seen() {
        String accepted = received(WORKSHOP, "A03", allOf(WORKSHOP_PAPERS, MAY_FOLLOW));
        String worked = received(WORKSHOP, "A03", allOf(WORKSHOP_PAPERS, MAY_FOLLOW));

        advance("2026-05-08T02:00:00Z"); // more than five working days of silence: accepted by law (T4)

        assertThat(whyNot("clerk.a03", accepted, "accept", null))
                .as("lawful when it was received, no more")
                .containsExactly("C4");
        assertThat(state(does("reviewer.bm01", worked, "complete-step", PASS)))
                .as("not yet lawful when it was received")
                .isEqualTo("ACCEPTED");
    }
}
