package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The clerk's and the applicant's path through the pages, as people walk it: at the desk with the keyboard alone, at home on a
 * phone. Every page on the way is held against WCAG and must be silent on the console.
 */
class PagesTest extends InTheBrowser {

    private static final String ITEM = "食品经营许可（新办）";

    /** What a public page may weigh on the wire, pictures apart. */
    private static final long MOST_BYTES = 150 * 1024;

    private String number = "";
    private String code = "";

    @Test
    @Order(1)
    void a_clerk_receives_a_case_without_touching_the_mouse_and_sees_the_promise_before_confirming() {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/receive"));
        assertThat(focusedId(page)).isEqualTo("idNumber");
        page.keyboard().type("990101199001011230");
        page.keyboard().press("Enter");
        page.keyboard().type("张三丰");
        page.keyboard().press("Enter");
        page.keyboard().type("13800000001");
        page.keyboard().press("Enter");
        assertThat(focusedId(page)).isEqualTo("find");
        page.waitForResponse(
                answer -> answer.url().contains("q=spjy"), () -> page.keyboard().type("spjy"));
        page.locator("#found [role=option]").first().waitFor();
        Browser.noBarriers(page);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        page.locator("#ticks").waitFor();
        page.locator("#ticks:focus").waitFor();
        assertThat(page.locator("#promise").innerText()).contains("8 个工作日").containsPattern("\\d+月\\d+日（周.）17:00");
        page.keyboard().press("1");
        assertThat(page.locator("#ticks input[name=material]").first().isChecked())
                .isTrue();
        page.keyboard().press("0");
        Browser.noBarriers(page);
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/desk/cases/.*"));
        number = page.locator(".received .number").first().innerText().strip();
        code = page.locator("#query-code").innerText().strip();
        assertThat(number).matches("\\d{6}-\\d{8}-\\d{8}-\\d");
        assertThat(code).matches("[2-9A-Z]{10}");
        assertThat(focusedId(page)).as("Enter prints the receipt").isEqualTo("print-receipt");
        Browser.noBarriers(page);
        page.reload();
        assertThat(page.locator("#query-code").count())
                .as("the code is shown once")
                .isZero();
    }

    @Test
    @Order(2)
    void a_worklist_shows_the_case_with_its_time_left_and_one_action() {
        Page page = signedIn("clerk.a03");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
        assertThat(row.innerText()).contains(ITEM).contains("张*").doesNotContain("张三丰");
        assertThat(row.locator(".button").count()).isEqualTo(1);
        Browser.noBarriers(page);
    }

    @Test
    @Order(3)
    void the_applicant_follows_it_on_a_phone_and_learns_nothing_personal() {
        Page page = browser.page(Browser.PHONE_WIDTH, 844);
        page.navigate(program.address("/track"));
        Browser.noBarriers(page);
        page.getByLabel("申请编号").fill(number);
        page.getByLabel("查询码").fill(code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询进度"))
                .click();
        page.locator(".path").waitFor();
        String text = page.locator("main").innerText();
        assertThat(text).contains(ITEM).contains("已收件").doesNotContain("张").doesNotContain("990101199001011230");
        assertThat(page.url()).as("the code stays out of the address").doesNotContain(code);
        Browser.notTooWide(page);
        Browser.noBarriers(page);
    }

    @Test
    @Order(4)
    void a_wrong_code_and_an_unknown_number_get_the_same_answer() {
        Page page = browser.page(Browser.PHONE_WIDTH, 844);
        String wrongCode = tracked(page, number, "2222222222");
        String unknownNumber = tracked(page, "990101-20200101-00000001-1", code);
        assertThat(wrongCode).isEqualTo(unknownNumber).contains("没有查到");
    }

    @Test
    @Order(5)
    void the_case_is_accepted_examined_decided_completed_and_delivered() {
        give("clerk.a03", "accept", form -> {});
        give(
                "reviewer.bm01",
                "complete-step",
                form -> form.locator("textarea[name=opinion]").fill("符合规定的条件"));
        give("approver.bm01", "decide", form -> {});
        give("clerk.a03", "complete", form -> {});
        Page page = give("clerk.a03", "deliver", form -> {
            form.locator("input[name=recipient]").fill("张三丰");
            form.locator("input[name=documentNumber]").fill("居民身份证 1232");
        });
        assertThat(page.locator(".case-line").innerText()).contains("已送达");
        Browser.noBarriers(page);
    }

    @Test
    @Order(6)
    void F1_the_applicant_evaluates_once_on_a_phone() {
        Page page = browser.page(Browser.PHONE_WIDTH, 844);
        evaluate(page);
        Browser.noBarriers(page);
        page.locator("input[name=grade]").first().check();
        page.locator("form[action$='/evaluate/send'] button").click();
        page.locator("[role=status]").waitFor();
        Browser.noBarriers(page);
        Page again = browser.page(Browser.PHONE_WIDTH, 844);
        track(again);
        assertThat(again.locator("main").innerText()).contains("已送达");
    }

    @Test
    @Order(7)
    void public_pages_are_light_need_no_other_host_and_have_no_barriers() {
        for (String path : List.of(
                "/", "/items", "/items?q=食品", "/items/SF0101009", "/themes/TH03", "/track", "/deadline", "/sign-in")) {
            AtomicLong bytes = new AtomicLong();
            List<String> elsewhere = new ArrayList<>();
            Page page = browser.page(Browser.PHONE_WIDTH, 844);
            page.onRequestFinished(request -> {
                bytes.addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize);
                if (!request.url().startsWith(program.address("/"))) {
                    elsewhere.add(request.url());
                }
            });
            Response response = page.navigate(program.address(path));
            assertThat(response.status()).as(path).isEqualTo(200);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(bytes.get()).as(path).isPositive().isLessThan(MOST_BYTES);
            assertThat(elsewhere).as(path).isEmpty();
            Browser.notTooWide(page);
            Browser.noBarriers(page);
            page.navigate(program.address(path + (path.contains("?") ? "&" : "?") + "care=on&lang=en"));
            assertThat(page.locator("html").getAttribute("lang")).startsWith("en");
            Browser.noBarriers(page);
            page.context().close();
        }
    }

    @Test
    @Order(8)
    void suggestions_come_while_typing_pinyin_and_lead_to_the_guide_by_keyboard() {
        Page page = browser.page(Browser.DESK_WIDTH, 900);
        page.navigate(program.address("/"));
        page.waitForResponse(
                answer -> answer.url().contains("q=spjy"),
                () -> page.getByRole(AriaRole.COMBOBOX).pressSequentially("spjy"));
        page.locator(".suggestions a").first().waitFor();
        Browser.noBarriers(page);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/items/SF.*"));
        assertThat(page.locator("h1").innerText()).contains("食品经营许可");
    }

    @Test
    @Order(9)
    void a_worklist_follows_what_others_do_by_itself() {
        Page watching = signedIn("clerk.a03");
        watching.waitForResponse(
                answer -> answer.url().contains("/desk/rows"), () -> receive("99010119850505001X", "李四"));
    }

    @Test
    @Order(10)
    void no_page_complained_on_the_console() {
        browser.noComplaints("status of 404\\b");
    }

    private Page receive(String idNumber, String name) {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/receive"));
        page.locator("#idNumber").fill(idNumber);
        page.locator("#name").fill(name);
        page.locator("#find").pressSequentially("SF0101009");
        page.locator("#found [role=option]").first().waitFor();
        page.keyboard().press("Enter");
        page.locator("#ticks").waitFor();
        page.locator("#ticks:focus").waitFor();
        page.keyboard().press("0");
        page.locator("#confirm").click();
        page.waitForURL(Pattern.compile(".*/desk/cases/.*"));
        return page;
    }

    private Page give(String user, String command, java.util.function.Consumer<Locator> fill) {
        Page page = signedIn(user);
        page.navigate(program.address("/desk/cases/" + number + "#do-" + command));
        Locator form = page.locator("#do-" + command);
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        fill.accept(form);
        form.locator("button[type=submit]").click();
        page.locator(".note.done").waitFor();
        return page;
    }

    private void track(Page page) {
        page.navigate(program.address("/track"));
        page.getByLabel("申请编号").fill(number);
        page.getByLabel("查询码").fill(code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询进度"))
                .click();
        page.locator(".path").waitFor();
    }

    private void evaluate(Page page) {
        track(page);
        page.locator("form[action$='/evaluate'] button").click();
        page.locator(".faces").waitFor();
    }

    private String tracked(Page page, String caseNumber, String queryCode) {
        page.navigate(program.address("/track"));
        page.getByLabel("申请编号").fill(caseNumber);
        page.getByLabel("查询码").fill(queryCode);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询进度"))
                .click();
        page.locator("[role=alert]").waitFor();
        return page.locator("[role=alert]").innerText();
    }

    private static String focusedId(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }
}
