package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the staff does besides the usual path: helpers and stations, drafts, ledger, management; and every page without barriers. */
class StaffPagesTest extends InTheBrowser {

    private static final Pattern CASE_PAGE = Pattern.compile(".*/desk/cases/.*");

    private String number = "";

    @Test
    @Order(1)
    void V3_a_half_typed_receipt_waits_for_its_clerk_on_any_machine_and_for_nobody_else() {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/receive"));
        page.waitForResponse(
                answer -> answer.url().endsWith("/draft") && answer.status() == 204,
                () -> page.locator("#name").pressSequentially("王小明"));
        assertThat((String) page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])"))
                .as("nothing personal stays in the browser")
                .doesNotContain("王");
        page.context().close();

        Page elsewhere = signedIn("clerk.a03");
        elsewhere.navigate(program.address("/desk/receive"));
        assertThat(elsewhere.locator("#name").inputValue()).isEqualTo("王小明");
        assertThat(elsewhere.locator(".draft-note").innerText()).contains("已恢复");

        Page another = signedIn("clerk.a01");
        another.navigate(program.address("/desk/receive"));
        assertThat(another.locator("#name").inputValue()).isEmpty();

        elsewhere.locator(".draft-note button").click();
        elsewhere.locator(".draft-note").waitFor(gone());
        assertThat(elsewhere.locator("#name").inputValue()).isEmpty();
    }

    @Test
    @Order(2)
    void K6b_papers_of_a_representative_are_asked_for_only_when_there_is_one() {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/receive"));
        page.locator("#idNumber").fill("990101199001011230");
        page.locator("#name").fill("张三丰");
        choose(page, "SF0101009");
        assertThat(page.locator("#ticks").innerText()).contains("没有代理人，不需要");
        page.keyboard().press("0");
        assertThat(page.locator("#ticks input[name=material]:checked").count()).isEqualTo(5);
        assertThat(page.locator("#lack").innerText()).contains("已齐");

        page.locator("#others summary").click();
        page.locator("#representativeId").fill("99010119850505001X");
        page.locator("#representativeName").fill("李代办");
        page.waitForResponse(
                answer -> answer.url().endsWith("/desk/receive/item"),
                () -> page.locator("#representativeName").blur());
        page.locator("#ticks [data-key='7']").waitFor();
        assertThat(page.locator("#lack").innerText()).contains("还缺");
        page.locator("#ticks").focus();
        page.keyboard().press("6");
        page.keyboard().press("7");

        page.locator("[id='co.0.idNumber']").fill("990101198803030025");
        page.locator("[id='co.0.name']").fill("赵合伙");
        page.locator("#co-more").click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("co.1.idNumber");
        Browser.noBarriers(page);
        page.locator("#confirm").click();
        page.waitForURL(CASE_PAGE);
        number = page.locator(".received .number").first().innerText().strip();
        assertThat(page.locator(".case-left").innerText()).contains("代理人").contains("共同申请人");
        assertThat(page.locator("main").innerText()).doesNotContain("赵合伙").doesNotContain("李代办");
    }

    @Test
    @Order(3)
    void V3_enter_takes_what_was_typed_and_not_what_the_list_still_shows() {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/receive"));
        page.locator("#find").pressSequentially("食品");
        page.locator("#found [role=option]").nth(1).waitFor();
        String first = page.locator("#found [role=option]").first().getAttribute("data-code");
        assertThat(first).isNotEqualTo("SF0101010");

        page.locator("#find").fill("SF0101010");
        page.keyboard().press("Enter");

        page.locator("#item section").waitFor();
        assertThat(page.locator("#item section").getAttribute("data-code")).isEqualTo("SF0101010");
        page.locator("#ticks:focus").waitFor();
    }

    @Test
    @Order(4)
    void C4_what_holds_the_awaited_command_up_stands_on_top() {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/receive"));
        page.locator("#idNumber").fill("990101199001011230");
        page.locator("#name").fill("张三丰");
        choose(page, "SF0101010");
        page.locator("#confirm").click();
        page.waitForURL(CASE_PAGE);
        assertThat(page.locator(".held").innerText()).contains("暂不能受理").contains("C4");
        Browser.noBarriers(page);
    }

    @Test
    @Order(5)
    void N1_a_township_collects_what_may_be_handed_in_there_and_says_why_it_may_not_take_the_rest() {
        Page page = signedIn("agent.990101001");
        page.navigate(program.address("/desk/receive"));
        page.locator("#idNumber").fill("99010119850505001X");
        page.locator("#name").fill("李四");
        choose(page, "SF0101009");
        assertThat(page.locator("#item [role=alert]").innerText()).contains("N1");
        Browser.noBarriers(page);
        page.keyboard().press("0");
        choose(page, "SF0101012");
        assertThat(page.locator("#item [role=alert]").count()).isZero();
        assertThat(page.locator("#ticks input[name=material]:checked").count())
                .as("what was ticked for another item")
                .isZero();
        page.keyboard().press("0");
        page.locator("#confirm").click();
        page.waitForURL(CASE_PAGE);
        assertThat(page.locator(".case-left").innerText()).contains("便民服务站");
        Browser.noBarriers(page);
    }

    @Test
    @Order(6)
    void C8a_how_and_when_a_paper_was_served_is_recorded() {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/cases/" + number + "#do-serve"));
        Locator form = page.locator("#do-serve");
        form.locator("select[name=method]").selectOption("邮寄送达");
        form.locator("button[type=submit]").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".history").innerText()).contains("邮寄送达");
    }

    @Test
    @Order(7)
    void a_window_prints_its_day_ledger() {
        Page page = signedIn("clerk.a03");
        page.navigate(program.address("/desk/ledger"));
        assertThat(page.locator("tbody").innerText()).contains(number);
        String ledger = page.locator("a[href*='ledger.pdf']").getAttribute("href");
        var answer = page.request().get(program.address(ledger));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    @Order(8)
    void K3_a_draft_shows_everything_in_the_way_of_filing_it_and_the_next_version_what_it_changes() {
        Page page = signedIn("manager");
        page.navigate(program.address("/manage/items/SF0101013"));
        page.locator("#committedDays").fill("99");
        page.locator("#legalBasis").fill("");
        save(page);
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".obstacles").innerText()).contains("K2").contains("K3");
        Browser.noBarriers(page);
        page.locator("form[action$='/file'] button").click();
        page.locator(".note.refusal").waitFor();
        assertThat(page.locator(".note.refusal").innerText()).contains("K2").contains("K3");

        page.locator("#committedDays").fill("13");
        page.locator("#legalBasis").fill("《中华人民共和国药品管理法》第五十一条");
        page.locator("#keywords").fill("开药店；药店许可");
        save(page);
        page.locator("form[action$='/file'] button").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".versions").innerText()).contains("第 2 版").contains("有效");
        page.locator(".versions a").first().click();
        page.locator(".differences").waitFor();
        assertThat(page.locator(".differences").innerText()).contains("法律依据").contains("第五十一条");
        Browser.noBarriers(page);
    }

    @Test
    @Order(9)
    void K1_a_whole_item_is_drafted_mended_and_filed_in_the_browser_and_found_by_the_public_at_once() {
        Page page = signedIn("manager");
        page.navigate(program.address("/manage/items"));
        page.locator("#code").fill("YS 1");
        page.locator("#name").fill("夜市摊位备案");
        Locator begin = page.locator("section[aria-labelledby=begin]");
        begin.locator("button").click();
        page.locator("#code[aria-invalid=true]:focus").waitFor();
        Browser.noBarriers(page);
        page.locator("#code").fill("YS1");
        page.locator("#departmentCode").selectOption("BM01");
        page.locator("#type").selectOption("PUBLIC_SERVICE");
        page.locator("#handlingClass").selectOption("COMMITTED");
        begin.locator("button").press("Enter");
        page.waitForURL(Pattern.compile(".*/manage/items/YS1"));
        page.locator("form[action$='/file'] button").click();
        page.locator(".note.refusal").waitFor();
        assertThat(page.locator(".note.refusal").innerText()).contains("K2").contains("K3");
        assertThat(page.locator(".note.refusal li").count())
                .as("all that is missing, at once")
                .isGreaterThan(7)
                .isEqualTo(page.locator(".obstacles li").count());

        fill(page, Map.of("legalBasis", "《示范县夜市管理办法》第五条", "conditions", "有固定摊位\n遵守营业时间"));
        fill(page, Map.of("result", "备案回执", "regime", "示范县夜市管理办法", "keywords", "摆摊；出夜市", "windows", "A03"));
        fill(page, Map.of("statutoryLimit", "10", "committedDays", "12", "feeBasis", "《示范县夜市管理办法》第九条"));
        page.locator("#feeKind").selectOption("FIXED");
        row(page, "st.1.", Map.of("order", "1", "name", "受理", "post", "窗口受理岗"), Map.of("kind", "ACCEPT"));
        row(page, "st.2.", Map.of("order", "2", "name", "送达", "post", "窗口发证岗"), Map.of("kind", "ISSUE"));
        page.locator("#steps ~ button[data-more]").first().press("Enter");
        assertThat(page.evaluate("document.activeElement.name"))
                .as("the new row")
                .isEqualTo("st.3.order");
        row(
                page,
                "st.3.",
                Map.of("order", "1", "name", "决定", "days", "1.5", "post", "首席代表"),
                Map.of("kind", "DECIDE", "role", "APPROVER"));
        row(page, "mt.1.", Map.of("order", "1", "name", "夜市摊位备案表", "copies", "1"), Map.of("form", "ORIGINAL"));
        row(page, "mt.2.", Map.of("order", "2", "name", "摊位照片", "copies", "1"), Map.of("form", "ELECTRONIC"));
        row(page, "fl.1.", Map.of("situation", "摊位费", "unit", "月", "price", "三十"), Map.of());
        save(page);
        page.locator("[name='st.3.days'][aria-invalid=true]").waitFor();
        assertThat(page.locator("[aria-invalid=true]").count())
                .as("fields that can't be read")
                .isEqualTo(2);
        assertThat(page.locator("[name='mt.2.name']").inputValue())
                .as("the rest stays")
                .isEqualTo("摊位照片");
        Browser.noBarriers(page);

        page.locator("[name='st.3.days']").fill("12");
        page.locator("[name='fl.1.price']").fill("30.50");
        save(page);
        page.locator(".note.done").waitFor();
        assertThat(page.locator("[name='st.2.name']").inputValue())
                .as("put between by its number")
                .isEqualTo("决定");
        page.locator("form[action$='/file'] button").click();
        page.locator(".note.refusal").waitFor();
        assertThat(page.locator(".note.refusal").innerText()).contains("K3").contains("10");
        page.locator("#committedDays").fill("5");
        page.locator("[name='st.2.days']").fill("5");
        save(page);
        page.locator("#ready", new Page.LocatorOptions().setHasText("符合备案要求")).waitFor();
        page.setViewportSize(Browser.PHONE_WIDTH, 844);
        Browser.notTooWide(page);
        page.locator("form[action$='/file'] button").press("Enter");
        page.locator(".note.done").waitFor();

        Page stranger = browser.page(Browser.PHONE_WIDTH, 844);
        stranger.navigate(program.address("/items?q=摆摊"));
        stranger.locator("a[href*='/items/YS1']").first().click();
        assertThat(stranger.locator("main").innerText())
                .contains("夜市摊位备案表", "摊位照片", "夜市管理办法", "5 个工作日", "30.50", "A03");
        Browser.noBarriers(stranger);
    }

    @Test
    @Order(10)
    void K9_a_catalogue_comes_in_as_a_file_or_not_at_all() {
        Page page = signedIn("manager");
        page.navigate(program.address("/manage/items"));
        page.locator("#table")
                .setInputFiles(new FilePayload(
                        "catalogue.xlsx",
                        "application/octet-stream",
                        "no spreadsheet".getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action$='/import'] button").click();
        page.locator("[role=alert]").waitFor();
        Browser.noBarriers(page);
        byte[] own = page.request()
                .get(program.address("/manage/items/SF0101009.xlsx"))
                .body();
        page.locator("#table").setInputFiles(new FilePayload("one.xlsx", "application/octet-stream", own));
        page.locator("form[action$='/import'] button").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".note.done").innerText()).contains("0 份新草案").contains("1 个事项没有变化");
    }

    @Test
    @Order(11)
    void T1_a_new_years_arrangement_is_imported_and_a_line_that_cannot_be_read_is_named() {
        Page page = signedIn("manager");
        page.navigate(program.address("/manage/calendars?region=990101&year=2027"));
        page.locator("#year").fill("2027");
        page.locator("#notice").fill("示范县人民政府关于壮族三月三放假的通知");
        page.locator("#days").fill("2027-04-08 放假 三月三\n随便什么");
        page.locator("form[action$='/years'] button").click();
        page.locator("[role=alert]").waitFor();
        assertThat(page.locator("[role=alert]").innerText()).contains("随便什么");
        page.locator("#days").fill("2027-04-08 放假 三月三\n2027-04-09 放假 三月三");
        page.locator("form[action$='/years'] button").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".sheet-day.REGIONAL_HOLIDAY").count()).isEqualTo(2);
        Browser.noBarriers(page);
    }

    @Test
    @Order(12)
    void C14_posts_and_authority_are_given_and_taken_with_a_record() {
        Page page = signedIn("manager");
        page.navigate(program.address("/manage/staff"));
        page.locator("#displayName").fill("陆一鸣");
        page.locator("#userName").fill("lu.yiming");
        page.locator("#password").fill("first-password-2026");
        page.locator("section[aria-labelledby=take-on] button").click();
        page.waitForURL(Pattern.compile(".*/manage/staff/lu.yiming"));
        page.locator("#role").selectOption("CLERK");
        page.locator("#place").fill("A03");
        page.locator("form[action$='/give-post'] button").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator("section[aria-labelledby=posts]").innerText()).contains("窗口人员 A03");
        assertThat(page.locator(".history").innerText()).contains("授予岗位");
        Browser.noBarriers(page);
        page.locator("form[action$='/withdraw-post'] button").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".history").innerText()).contains("撤回岗位");

        page.navigate(program.address("/manage/authority?window=H08"));
        page.locator("#itemCode").fill("SF0101009");
        page.locator("#fromOn").fill("2026-11-24");
        page.locator("section[aria-labelledby=file-line] button").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator("section[aria-labelledby=letters]").innerText()).contains("食品经营许可（新办）");
    }

    @Test
    @Order(13)
    void no_staff_page_has_a_barrier_on_a_desk_or_a_phone_in_either_language() {
        browser.walk(
                program,
                Map.of(
                        "clerk.a03",
                                List.of(
                                        "/desk",
                                        "/desk?show=completed",
                                        "/desk/receive",
                                        "/desk/ledger",
                                        "/desk/ledger?day=2026-01-01",
                                        "/desk/tokens",
                                        "/desk/password",
                                        "/desk/cases/" + number,
                                        "/desk/cases/990101-20200101-00000001-1"),
                        "manager",
                                List.of(
                                        "/manage/items?q=食品",
                                        "/manage/items/SF0101009",
                                        "/manage/calendars?year=2026",
                                        "/manage/staff?q=a0",
                                        "/manage/staff/clerk.a03",
                                        "/manage/windows",
                                        "/manage/authority?window=A03")));
    }

    @Test
    @Order(14)
    void the_head_of_the_desk_is_one_line_on_any_desk() {
        Page page = signedIn("manager");
        for (int width : List.of(1000, 1280, Browser.DESK_WIDTH)) {
            for (String language : List.of("en", "zh-CN")) {
                page.setViewportSize(width, 800);
                page.navigate(program.address("/manage/items?lang=" + language));
                Browser.notTooWide(page);
                assertThat(page.locator(".head").boundingBox().height)
                        .as(width + " " + language)
                        .isLessThan(70);
            }
        }
    }

    @Test
    @Order(15)
    void no_page_complained_on_the_console() {
        browser.noComplaints(Browser.REFUSED);
    }

    /** Finds an item and waits until its papers stand there with the focus on them. */
    private static void choose(Page page, String code) {
        page.locator("#find").fill("");
        page.locator("#find").pressSequentially(code);
        page.keyboard().press("Enter");
        page.locator("#item section[data-code='" + code + "']").waitFor();
        page.locator("#ticks:focus").waitFor();
    }

    private static void fill(Page page, Map<String, String> fields) {
        fields.forEach((name, value) -> page.locator("[name='" + name + "']").fill(value));
    }

    /** One row of a table in a form. */
    private static void row(Page page, String prefix, Map<String, String> typed, Map<String, String> chosen) {
        typed.forEach(
                (name, value) -> page.locator("[name='" + prefix + name + "']").fill(value));
        chosen.forEach(
                (name, value) -> page.locator("[name='" + prefix + name + "']").selectOption(value));
    }

    private static void save(Page page) {
        page.locator("form[action$='/draft'] button[type=submit]").click();
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
