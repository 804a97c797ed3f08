package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What passes over the counter besides an application: questions and their one-time sheets (C1, C1a), and originals, which somebody
 * answers for at every moment until they are given back (C15).
 */
class CounterPagesTest extends InTheBrowser {

    private static final Pattern CASE_PAGE = Pattern.compile(".*/desk/cases/.*");
    private static final String ORIGINAL = "法定代表人（负责人）身份证";

    private String number = "";

    @Test
    @Order(1)
    void C1_a_question_in_the_askers_words_ends_with_its_sheet_and_goes_on_to_a_receipt_without_the_mouse() {
        Page page = signedIn("clerk.a03", Browser.DESK_WIDTH);
        page.navigate(program.address("/desk/consult"));
        page.locator("#q").focus();
        page.keyboard().type("开饭店");
        page.keyboard().press("Enter");
        page.locator(".papers-list a[href*='item=SF0101009']").press("Enter");
        page.waitForURL(Pattern.compile(".*item=SF0101009"));
        assertThat(page.locator("#record").innerText()).isEqualTo("食品经营许可（新办）");
        assertThat(page.locator("#answer").inputValue())
                .as("what was told is proposed")
                .contains("一次性告知");
        Browser.noBarriers(page);
        page.locator("#question").focus();
        page.keyboard().type("在学校旁边开饭店要带什么？");
        page.locator("section[aria-labelledby=record] button[type=submit]:not([name])")
                .press("Enter");

        page.locator(".note.done button:focus").waitFor();
        Browser.noBarriers(page);
        assertThat(page.locator("section[aria-labelledby=recent]").innerText()).contains("在学校旁边开饭店要带什么？");
        Response sheet = page.context()
                .waitForPage(() -> page.keyboard().press("Enter"))
                .waitForResponse(answer -> answer.url().endsWith("/print"), () -> {});
        assertThat(sheet.status()).as("Enter prints the sheet").isEqualTo(200);

        page.locator(".note.done a[href*='/desk/receive?item=SF0101009']").press("Enter");
        // a link doesn't wait until the next page listens to keys
        page.waitForURL("**/desk/receive?item=SF0101009");
        page.locator("#idNumber").focus();
        page.keyboard().type("990101199001011230");
        page.keyboard().press("Enter");
        page.keyboard().type("张三丰");
        page.locator("#ticks").focus();
        page.keyboard().press("0");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.waitForURL(CASE_PAGE);
        number = page.locator(".received .number").first().innerText().strip();
        assertThat(number).matches("\\d{6}-\\d{8}-\\d{8}-\\d");
    }

    @Test
    @Order(2)
    void C1_a_matter_of_another_body_is_recorded_with_whose_it_is_and_not_before_it_is_answered() {
        Page page = signedIn("clerk.a03", Browser.PHONE_WIDTH);
        page.navigate(program.address("/desk/consult?q=护照遗失"));
        page.locator("#question").fill("护照丢了去哪里补？");
        page.locator("#competentBody").fill("县公安局出入境窗口 0000-1101");
        page.locator("section[aria-labelledby=record] button[type=submit]:not([name])")
                .click();
        page.locator("#answer[aria-invalid=true]:focus").waitFor();
        assertThat(page.locator("#question").inputValue()).as("what was typed").isEqualTo("护照丢了去哪里补？");
        Browser.noBarriers(page);
        Browser.notTooWide(page);
        page.keyboard().type("请到出入境窗口，带身份证和照片。");
        page.locator("section[aria-labelledby=record] button[type=submit]:not([name])")
                .click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".note.done a").count())
                .as("nothing of ours to receive")
                .isZero();
        assertThat(page.locator("section[aria-labelledby=recent]").innerText()).contains("县公安局出入境窗口 0000-1101");
        Browser.notTooWide(page);
    }

    @Test
    @Order(3)
    void C1a_what_cannot_be_answered_at_once_is_passed_on_replied_to_and_told_to_the_asker() {
        Page clerk = signedIn("clerk.a03", Browser.DESK_WIDTH);
        clerk.navigate(program.address("/desk/consult?item=SF0101009"));
        clerk.locator("#question").fill("小区里开面馆，油烟和消防要办什么？");
        clerk.locator("#asker").fill("张三丰");
        clerk.locator("#pass-on summary").press("Enter");
        Browser.noBarriers(clerk);
        assertThat(clerk.locator("#pass-on input[name=departments]:checked").inputValue())
                .as("the item says whose it is")
                .isEqualTo("BM01");
        clerk.locator("#phone").fill("0000-10000000");
        clerk.locator("#pass-on button").press("Enter");
        clerk.waitForURL(Pattern.compile(".*/desk/consult/\\d+"));
        assertThat(clerk.locator("main").innerText())
                .contains("市场监管局", "还没有答复", "张*")
                .doesNotContain("10000000");
        Browser.noBarriers(clerk);
        String question = clerk.url();

        Page reviewer = signedIn("reviewer.bm01", Browser.PHONE_WIDTH);
        reviewer.navigate(program.address("/desk"));
        reviewer.locator("a[href='/desk/consult'].button").click();
        reviewer.locator(".waiting a").click();
        reviewer.locator("#do-reply button").click();
        reviewer.locator("#reply[aria-invalid=true]").waitFor();
        Browser.noBarriers(reviewer);
        Browser.notTooWide(reviewer);
        reviewer.locator("#reply").fill("先办营业执照，再办食品经营许可。");
        reviewer.locator("#do-reply button").click();
        reviewer.locator(".note.done").waitFor();
        assertThat(reviewer.locator("main").innerText())
                .as("who asked is the window's to know")
                .doesNotContain("张");

        clerk.navigate(question);
        clerk.locator("form[action$='/contact'] button").press("Enter");
        clerk.locator("dl.facts").waitFor();
        assertThat(clerk.locator("dl.facts").innerText()).contains("张三丰", "0000-10000000");
        clerk.locator("input[name=told][value=PHONE]").check();
        clerk.locator("#do-answer button").press("Enter");
        clerk.locator(".note.done").waitFor();
        assertThat(clerk.locator("section[aria-labelledby=next] a[href*='/desk/receive?item=SF0101009']")
                        .count())
                .as("and on to a receipt")
                .isEqualTo(1);
        Browser.noBarriers(clerk);
    }

    @Test
    @Order(4)
    void C15_an_original_is_taken_in_handed_on_and_given_back_and_the_list_says_what_stays_over_night()
            throws Exception {
        Page page = signedIn("clerk.a03", Browser.DESK_WIDTH);
        page.navigate(program.address("/desk/custody"));
        assertThat(page.locator("main").innerText()).contains("没有在外的原件");
        move(page, "TAKE", form -> {
            form.locator("input[name=bag]").fill("A03-17");
            form.locator("input[name=pages]").fill("2");
        });
        page.locator(".note.done").waitFor();
        advance("2026-11-23T02:00:00Z");
        page.reload();
        assertThat(page.locator("section[aria-labelledby=custody]").innerText())
                .contains(ORIGINAL)
                .contains("2 页")
                .contains("A03-17");
        Browser.noBarriers(page);

        move(page, "TAKE", form -> {});
        page.locator(".note.refusal").waitFor();
        assertThat(page.locator(".note.refusal").innerText()).contains("C15").contains("已经在保管中");
        Browser.noBarriers(page);

        move(page, "HAND_ON", form -> {});
        page.locator(".note.refusal").waitFor();
        assertThat(page.locator(".note.refusal").innerText()).contains("接收人");
        form(page).locator("input[name=to]").fill("reviewer.bm01");
        form(page).locator("button[type=submit]").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".history li").first().innerText())
                .contains("原件交接")
                .contains("转交：" + ORIGINAL + "，1 页")
                .contains("reviewer.bm01");

        advance("2026-11-23T03:00:00Z");
        page.navigate(program.address("/desk/custody"));
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
        assertThat(row.innerText()).contains(ORIGINAL).doesNotContain("隔夜");
        advance("2026-11-24T01:00:00Z");
        page.reload();
        assertThat(row.innerText()).contains("隔夜");
        row.locator("a").click();
        page.waitForURL(CASE_PAGE);
        browser.walk(
                program, Map.of("clerk.a03", List.of("/desk/custody", "/desk/consult?q=食品", "/desk/cases/" + number)));

        move(page, "RETURN", form -> {});
        page.locator(".note.done").waitFor();
        advance("2026-11-24T02:00:00Z");
        page.reload();
        assertThat(page.locator("section[aria-labelledby=custody]").count()).isZero();
        page.navigate(program.address("/desk/custody"));
        assertThat(page.locator("main").innerText()).contains("没有在外的原件");
    }

    @Test
    @Order(5)
    void no_page_complained_on_the_console() {
        browser.noComplaints(Browser.REFUSED);
    }

    /** Opens the form on the case's page, says what was done with the original, and sends it. */
    private void move(Page page, String action, Consumer<Locator> fill) {
        page.navigate(program.address("/desk/cases/" + number));
        form(page).locator("summary").click();
        form(page).locator("select[name=material]").selectOption(ORIGINAL);
        form(page).locator("select[name=action]").selectOption(action);
        fill.accept(form(page));
        form(page).locator("button[type=submit]").click();
    }

    private static Locator form(Page page) {
        return page.locator("#do-custody");
    }

    private Page signedIn(String user, int width) {
        return browser.signedIn(program, user, width);
    }
}
