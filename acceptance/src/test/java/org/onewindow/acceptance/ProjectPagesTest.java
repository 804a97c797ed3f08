package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * An investment project (TH03) as people live through it over three stages: its file and its green channel, a meeting before
 * anybody applies, a supplement, suspensions off and on the critical path, a day the county declares off, a refusal that stops what
 * stands behind it, and all of it on the owner's phone. It begins on Monday 23 November 2026; the clock is driven.
 */
class ProjectPagesTest extends InTheBrowser {

    private static final String FILING = "企业投资项目备案";
    private static final String LAND = "建设用地规划许可证核发";
    private static final String ENVIRONMENT = "建设项目环境影响报告表审批";
    private static final String SOIL = "生产建设项目水土保持方案审批";
    private static final String WORKS = "建设工程规划许可证核发";
    private static final String FIRE = "建设工程消防设计审查";
    private static final String BUILDING = "建筑工程施工许可证核发";

    private final Map<String, Page> pages = new HashMap<>();
    private String project = "";
    private String code = "";
    private String first = "";
    private String second = "";
    private String third = "";

    @Test
    @Order(1)
    void J6_a_file_is_opened_at_the_desk_and_the_green_channel_tightens_a_limit_but_never_lengthens_one() {
        Page desk = signedIn("clerk.b01");
        desk.navigate(program.address("/desk/projects"));
        desk.locator("#projectName").fill("示例食品厂房");
        desk.locator("#theme").selectOption("TH03");
        desk.locator("#idNumber").fill("91110000101623741K");
        desk.locator("#name").fill("示例食品有限公司");
        desk.locator("#name").press("Enter");
        desk.locator("#query-code").waitFor();
        project = desk.locator(".received .number").first().innerText().strip();
        code = desk.locator("#query-code").innerText().strip();
        assertThat(desk.locator("main").innerText()).contains("工程完工");
        Browser.noBarriers(desk);

        Page manager = signedIn("manager");
        manager.navigate(program.address("/desk/projects/" + project));
        manager.locator("details.action summary", having("绿色通道")).click();
        manager.locator("#reason").fill("县重点项目");
        Locator days = limit(manager, ENVIRONMENT);
        days.fill(String.valueOf(Integer.parseInt(Objects.requireNonNull(days.getAttribute("max"))) - 1));
        manager.locator("form[action$='/green-channel'] button").click();
        manager.locator(".note.done").waitFor();
        assertThat(manager.locator(".case-line").innerText()).contains("重点项目");
        Browser.noBarriers(manager);
    }

    @Test
    @Order(2)
    void J4_the_bodies_meet_before_anybody_applies_and_their_opinions_are_minuted() throws Exception {
        Page manager = signedIn("manager");
        manager.navigate(program.address("/desk/projects/" + project));
        Locator convene = manager.locator("[aria-labelledby='stage-2'] details.action");
        convene.locator("summary").click();
        convene.locator("[name=meetingAt]").fill("2026-11-23T10:00");
        convene.locator("[name=place]").fill("三楼会议室");
        convene.locator("[name=agenda]").fill("厂区总平面");
        convene.locator("[name=departments][value=BM10]").check();
        convene.locator("button").click();
        manager.locator(".note.done").waitFor();

        String meeting = Objects.requireNonNull(manager.locator(".reviews h3 a").getAttribute("href"));

        Page body = signedIn("reviewer.bm10");
        body.navigate(program.address(meeting));
        body.locator("[name=stand][value=AGREES_WITH_CONDITIONS]").check();
        body.locator("[name=opinion]").fill("先做噪声预测");
        body.locator("form[action$='/opinion'] button").click();
        body.locator(".note.done").waitFor();
        assertThat(body.locator(".opinions").innerText()).contains("先做噪声预测");
        Browser.noBarriers(body);

        forward("2026-11-23T02:10:00Z");
        manager.navigate(program.address(meeting));
        manager.locator("#minutes").fill("原则同意总平面，补充噪声预测。");
        manager.locator("form[action$='/minutes'] button").click();
        manager.locator(".note.done").waitFor();
        assertThat(manager.locator("main").innerText()).contains("原则同意总平面");
        Browser.noBarriers(manager);
        manager.navigate(program.address("/desk/projects/" + project));
        assertThat(manager.locator(".reviews").last().innerText()).contains("原则同意总平面");
    }

    @Test
    @Order(3)
    void J2_a_stage_is_applied_for_from_the_file_and_accepted_after_one_notice_and_its_supplement() throws Exception {
        Page desk = signedIn("clerk.b01");
        desk.navigate(program.address("/desk/projects/" + project));
        desk.locator("[aria-labelledby='stage-1'] a.button").click();
        assertThat(desk.locator("#project").inputValue()).isEqualTo(project);
        first = applied(desk, Map.of(), true);
        desk.locator("#do-request-supplement summary").click();
        desk.locator("#do-request-supplement [name=points]").first().check();
        desk.locator("#do-request-supplement button[type=submit]").click();
        desk.locator(".note.done").waitFor();
        assertThat(desk.locator(".case-line").innerText()).contains("补正");
        Browser.noBarriers(desk);
        open(desk, "supplement");
        for (Locator paper : desk.locator("#do-supplement [name=materials]").all()) {
            paper.check();
        }
        desk.locator("#do-supplement button[type=submit]").click();
        desk.locator(".note.done").waitFor();
        accept(desk);
        assertThat(due(desk)).contains("12月3日");
        decide("clerk.b04", caseOf(desk, FILING), "GRANTED");
        forward("2026-11-23T02:30:00Z");

        // The next stage beside it: what waits for the first says so, and until when.
        desk.navigate(program.address("/desk/projects/" + project));
        desk.locator("[aria-labelledby='stage-2'] a.button").click();
        second = applied(desk, Map.of("ENVIRONMENT", "YES", "SOIL", "YES", "ENERGY", "NO"), false);
        accept(desk);
        assertThat(desk.locator(".case-line").innerText()).contains("绿色通道");
        assertThat(row(desk, WORKS)).contains("等待前序").contains(LAND + "（前一阶段，预计12月3日办结）");
        assertThat(row(desk, ENVIRONMENT)).contains("办理中").contains(FILING + "（前一阶段，11月23日已办结）");
        assertThat(due(desk)).contains("12月17日");
        Browser.noBarriers(desk);
    }

    @Test
    @Order(4)
    void J3_a_suspension_off_the_critical_path_eats_slack_and_the_whole_is_due_as_before() {
        Page desk = signedIn("clerk.b01");
        desk.navigate(program.address("/desk/joint/" + second));
        String due = due(desk);
        assertThat(slack(desk, SOIL)).isEqualTo("12 天");
        suspend("reviewer.bm19", caseOf(desk, SOIL), 10);
        desk.reload();
        assertThat(slack(desk, SOIL)).contains("2 天").doesNotContain("12");
        assertThat(due(desk)).isEqualTo(due);
    }

    @Test
    @Order(5)
    void T1_a_day_the_county_declares_off_moves_the_dates_on_the_page() {
        Page admin = signedIn("admin");
        admin.navigate(program.address("/manage/calendars?region=990101&year=2026"));
        admin.locator("#year").fill("2026");
        admin.locator("#notice").fill("示范县人民政府通告");
        admin.locator("#days").fill("2026-12-10 放假 县庆");
        admin.locator("form[action$='/years'] button").click();
        admin.locator(".note.done").waitFor();

        Page desk = signedIn("clerk.b01");
        desk.navigate(program.address("/desk/joint/" + second));
        assertThat(due(desk)).contains("12月18日");
    }

    @Test
    @Order(6)
    void J3_a_suspension_on_the_critical_path_moves_the_whole() throws Exception {
        Page desk = signedIn("clerk.b01");
        desk.navigate(program.address("/desk/joint/" + first));
        String land = caseOf(desk, LAND);
        forward("2026-12-03T01:00:00Z");
        work("bm06", "clerk.b02", land, "GRANTED");
        forward("2026-12-03T01:30:00Z");
        desk.navigate(program.address("/desk/joint/" + second));
        assertThat(row(desk, WORKS)).contains("办理中").contains(LAND + "（前一阶段，12月3日已办结）");
        assertThat(due(desk)).contains("12月18日");
        assertThat(slack(desk, WORKS)).contains("关键路径");
        suspend("reviewer.bm06", caseOf(desk, WORKS), 5);
        desk.reload();
        assertThat(due(desk)).contains("12月25日");
        Browser.noBarriers(desk);
    }

    @Test
    @Order(7)
    void J5_a_refusal_in_the_middle_stops_what_stands_behind_it() throws Exception {
        Page desk = signedIn("clerk.b01");
        desk.navigate(program.address("/desk/joint/" + second));
        String works = caseOf(desk, WORKS);
        desk.navigate(program.address("/desk/receive/joint?theme=TH03/3&project=" + project));
        third = applied(desk, Map.of("CIVIL", "NO", "SPECIAL", "YES", "WATER", "NO", "POWER", "NO"), false);
        accept(desk);
        assertThat(row(desk, FIRE)).contains("等待前序").contains(WORKS + "（前一阶段，预计");

        program.call("reviewer.bm06", "POST", "/api/v1/cases/" + works + "/resume", "{\"kind\":\"EXPERT_REVIEW\"}");
        work("bm06", "clerk.b02", works, "GRANTED");
        forward("2026-12-03T02:00:00Z");
        desk.reload();
        work("bm08", "clerk.b03", caseOf(desk, FIRE), "REFUSED");
        forward("2026-12-03T02:30:00Z");
        desk.reload();
        assertThat(row(desk, FIRE)).contains("不予许可");
        assertThat(row(desk, BUILDING)).contains("因前序终止");
        Browser.noBarriers(desk);
    }

    @Test
    @Order(8)
    void J6_the_owner_follows_every_step_on_a_phone_with_number_and_code() {
        Page phone = browser.page(Browser.PHONE_WIDTH, 844);
        phone.navigate(program.address("/track"));
        phone.locator("#number").fill(project);
        phone.locator("#code").fill(code);
        phone.locator("main form button").click();
        phone.locator(".tracked").first().waitFor();
        assertThat(phone.locator(".tracked").count()).isEqualTo(3);
        assertThat(phone.locator(".tracked", having(first)).innerText()).contains(FILING, LAND, "已办结");
        assertThat(phone.locator(".tracked", having(second)).innerText())
                .contains(ENVIRONMENT, SOIL, WORKS)
                .contains("办理中")
                .contains(LAND + "（前一阶段，12月3日已办结）");
        assertThat(phone.locator(".tracked", having(third)).innerText()).contains("不予许可", "因前序终止");
        assertThat(phone.locator("main").innerText())
                .contains("重点项目")
                .contains("工程完工")
                .doesNotContain("示例食品有限公司");
        Browser.notTooWide(phone);
        Browser.noBarriers(phone);
        phone.navigate(program.address("/track?number=" + project + "&code=WRONGCODE1"));
        assertThat(phone.locator(".tracked").count()).isZero();
    }

    @Test
    @Order(9)
    void no_page_complained_on_the_console() {
        browser.noComplaints(Browser.REFUSED);
    }

    // ---- what people do

    /** Fills in the form that stands open and receives it; one paper may be left at home. */
    private String applied(Page page, Map<String, String> answers, boolean lacking) {
        // a click on a link doesn't wait until the next page listens to keys
        page.waitForURL("**/desk/receive/joint**");
        page.locator("input[name=kind][value=ORGANISATION]").check(forced());
        page.locator("#idNumber").fill("91110000101623741K");
        page.locator("#name").fill("示例食品有限公司");
        answers.forEach((question, answer) -> {
            // an answer brings another form; the next one is given on that
            page.evaluate("document.getElementById('which').dataset.before = 'yes'");
            page.locator("label:has(input[name='situation." + question + "'][value=" + answer + "])")
                    .click();
            page.locator("#which:not([data-before])").waitFor();
        });
        page.locator("#ticks").focus();
        page.keyboard().press("0");
        if (lacking) {
            page.locator("#ticks input[type=checkbox]:checked")
                    .first()
                    .uncheck(new Locator.UncheckOptions().setForce(true));
        }
        page.locator("#confirm").click();
        page.locator("#query-code").waitFor();
        return page.locator(".received .number").first().innerText().strip();
    }

    private void accept(Page page) {
        open(page, "accept");
        page.locator("#do-accept button[type=submit]").click();
        page.locator(".note.done:not(.received)").waitFor();
        assertThat(page.locator(".case-line").innerText()).contains("办理中");
    }

    private void suspend(String user, String number, int days) {
        Page page = signedIn(user);
        page.navigate(program.address("/desk/cases/" + number));
        open(page, "suspend");
        page.locator("#do-suspend [name=procedure]").selectOption("EXPERT_REVIEW");
        page.locator("#do-suspend [name=days]").fill(String.valueOf(days));
        page.locator("#do-suspend [name=reason]").fill("方案复杂");
        page.locator("#do-suspend button[type=submit]").click();
        page.locator(".note.done").waitFor();
    }

    private static void open(Page page, String command) {
        if (page.locator("#do-" + command + "[open]").count() == 0) {
            page.locator("#do-" + command + " summary").click();
        }
    }

    private void decide(String user, String number, String outcome) throws Exception {
        program.call(user, "POST", "/api/v1/cases/" + number + "/decide", """
                {"outcome":"%s","reason":"核对无误"}""".formatted(outcome));
        program.call(user, "POST", "/api/v1/cases/" + number + "/complete", "{}");
    }

    private void work(String department, String clerk, String number, String outcome) throws Exception {
        program.call("reviewer." + department, "POST", "/api/v1/cases/" + number + "/complete-step", """
                {"step":"S2","outcome":"PASS","opinion":"已审"}""");
        program.call("approver." + department, "POST", "/api/v1/cases/" + number + "/decide", """
                {"outcome":"%s","reason":"依技术标准"}""".formatted(outcome));
        program.call(clerk, "POST", "/api/v1/cases/" + number + "/complete", "{}");
    }

    private void forward(String instant) throws Exception {
        program.call("admin", "PUT", "/api/v1/simulation/clock", "{\"instant\":\"" + instant + "\"}");
    }

    // ---- what they see

    private static Locator member(Page page, String item) {
        return page.locator(".plan-table tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th > a, th > span:first-child", having(item))));
    }

    private static String row(Page page, String item) {
        return member(page, item).innerText();
    }

    private static String slack(Page page, String item) {
        return member(page, item).locator(".slack").innerText();
    }

    private static String caseOf(Page page, String item) {
        String address =
                Objects.requireNonNull(member(page, item).locator("th a").getAttribute("href"));
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String due(Page page) {
        return page.locator(".plan-line dd").first().innerText();
    }

    private static Locator limit(Page page, String item) {
        return page.locator(".limit-line", having(item)).locator("input");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.CheckOptions forced() {
        return new Locator.CheckOptions().setForce(true);
    }

    /** Everybody stays signed in on a page of their own. */
    @Override
    Page signedIn(String user) {
        return pages.computeIfAbsent(user, super::signedIn);
    }
}
