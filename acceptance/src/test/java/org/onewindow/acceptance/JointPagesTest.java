package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Starting a company (TH01) as people live through it: at the lead window, at the bodies' desks, and on the applicant's phone. */
class JointPagesTest extends InTheBrowser {

    private static final Pattern JOINT_PAGE = Pattern.compile(".*/desk/joint/L.*");

    private String number = "";
    private String code = "";

    @Test
    @Order(1)
    void J1_everybody_sees_what_a_theme_takes_and_only_what_concerns_them() {
        Page page = browser.page(Browser.DESK_WIDTH, 900);
        page.navigate(program.address("/"));
        page.locator("a[href='/themes/TH01']").click();
        assertThat(page.locator("h1").innerText()).contains("企业开办");
        assertThat(page.locator("svg.graph").getAttribute("aria-label")).contains("关键路径");
        assertThat(page.locator(".once-list").innerText())
                .contains("发票专用章印模")
                .contains("领用纸质发票时提供")
                .contains("不用交");
        Browser.noBarriers(page);

        page.locator(".asks .situation").first().locator("label").last().click();
        page.locator(".asks .situation").last().locator("label").last().click();
        page.locator(".asks button").click();
        page.locator("svg.graph").waitFor();
        assertThat(page.locator("svg.graph").textContent()).doesNotContain("发票票种核定");
    }

    @Test
    @Order(2)
    void J2_the_lead_window_receives_all_items_at_once_without_a_mouse_and_sees_the_plan_before() {
        Page page = signedIn("clerk.a01");
        page.navigate(program.address("/desk/receive/joint"));
        page.locator("input[name=kind][value=ORGANISATION]").focus();
        page.keyboard().press("Space");
        page.locator("#idNumber").focus();
        page.keyboard().type("91110000101623741K");
        page.keyboard().press("Enter");
        page.keyboard().type("示例食品有限公司");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("itemCode");
        page.waitForResponse(
                answer -> answer.url().endsWith("/outline"),
                () -> page.locator("#itemCode").selectOption("TH01/1"));
        page.locator("#item .situation").first().waitFor();
        assertThat(page.locator(".joining .not-asked").count())
                .as("items that depend on an answer")
                .isPositive();
        for (int question = 0; question < page.locator("#item .situation").count(); question++) {
            page.locator("#itemCode").focus();
            page.keyboard().press("Enter");
            // an answer brings another form; the next one is given on that
            page.evaluate("document.getElementById('which').dataset.before = 'yes'");
            page.keyboard().press("Space");
            page.locator("#which:not([data-before])").waitFor();
            page.locator("#item .situation")
                    .nth(question)
                    .locator("input:checked")
                    .waitFor(attached());
        }
        assertThat(page.locator(".joining .not-asked").count()).isZero();
        assertThat(page.locator("#item svg.graph").getAttribute("aria-label")).contains("共 9 项");
        assertThat(page.locator("#promise").innerText()).contains("工作日");
        assertThat(page.locator("#ticks").innerText()).contains("由前序事项“公司设立登记”的结果代替");
        Browser.noBarriers(page);
        page.locator("#ticks").focus();
        page.keyboard().press("0");
        assertThat(page.locator("#lack").innerText()).contains("已齐");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.waitForURL(JOINT_PAGE);
        number = page.locator(".received .number").first().innerText().strip();
        code = page.locator("#query-code").innerText().strip();
        Browser.noBarriers(page);
        var receipt = page.request().get(program.address("/desk/joint/" + number + "/documents/joint-receipt-1.pdf"));
        assertThat(receipt.status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void J3_what_if_moves_the_end_and_keeps_nothing() {
        Page page = signedIn("clerk.a01");
        page.navigate(program.address("/desk/joint/" + number));
        String promised = page.locator(".plan-line dd").first().innerText();
        String expected = page.locator(".plan-line dd").nth(1).innerText();
        Locator days = page.locator("input[name='days.SF0101001']");
        page.waitForResponse(answer -> answer.url().endsWith("/what-if"), () -> {
            days.fill("9");
            days.blur();
        });
        page.locator("[data-hold]").waitFor(attached());
        assertThat(page.locator(".plan-line dd").nth(1).innerText()).isNotEqualTo(expected);
        assertThat(page.locator(".plan-line dd").first().innerText())
                .as("what was promised stays")
                .isEqualTo(promised);
        page.locator("#board .note a").click();
        page.locator("#board").waitFor();
        assertThat(page.locator(".plan-line dd").nth(1).innerText()).isEqualTo(expected);

        page.locator("#do-accept button[type=submit]").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".case-line").innerText()).contains("办理中");
        assertThat(page.locator(".plan-table").innerText()).contains("办理中").contains("等待前序");
        Browser.noBarriers(page);
    }

    @Test
    @Order(4)
    void C14_a_body_sees_its_part_and_its_place_and_nobody_else_anything() {
        Page body = signedIn("reviewer.bm13");
        body.navigate(program.address("/desk/joint/" + number));
        assertThat(body.locator("main").innerText()).contains("与本部门有关的部分").doesNotContain("税务局");
        body.locator(".plan-table a").first().click();
        assertThat(body.locator(".graph-place").innerText()).contains("共 9 项");
        Browser.noBarriers(body);
        Page stranger = signedIn("reviewer.bm06");
        assertThat(stranger.navigate(program.address("/desk/joint/" + number)).status())
                .isEqualTo(403);
    }

    @Test
    @Order(5)
    void J2_the_applicant_follows_every_member_on_a_phone_as_a_list() {
        Page page = browser.page(Browser.PHONE_WIDTH, 844);
        page.navigate(program.address("/track"));
        page.locator("#number").fill(number);
        page.locator("#code").fill(code);
        page.locator("main form button").click();
        page.locator(".graph-list").waitFor();
        assertThat(page.locator(".graph-list").innerText())
                .contains("企业名称自主申报")
                .contains("办理中")
                .contains("等待前序")
                .contains("须在之后：公司设立登记");
        assertThat(page.locator("svg.graph").isVisible()).isFalse();
        assertThat(page.locator("main").innerText()).doesNotContain("示例食品").doesNotContain("工作人员");
        Browser.notTooWide(page);
        Browser.noBarriers(page);
        page.navigate(program.address("/track?number=" + number + "&code=WRONGCODE1"));
        assertThat(page.locator(".graph-list").count()).isZero();
    }

    @Test
    @Order(6)
    void J1_a_draft_with_a_cycle_shows_it_and_can_not_be_filed() {
        Page page = signedIn("manager");
        page.navigate(program.address("/manage/themes/TH01"));
        page.locator("[name='m.1.after']").fill("5");
        page.locator(".theme-form button[type=submit]").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator(".obstacles").innerText()).contains("成环").contains("公司设立登记");
        assertThat(page.locator(".graph path.cycle").count()).isEqualTo(1);
        page.locator("form[action$='/file'] button").click();
        page.locator(".note.refusal").waitFor();
        assertThat(page.locator(".note.refusal").innerText()).contains("J1");
        page.locator("[name='m.1.after']").fill("");
        page.locator(".theme-form button[type=submit]").click();
        page.locator(".note.done").waitFor();
        assertThat(page.locator("#ready").innerText()).doesNotContain("改正");
    }

    @Test
    @Order(7)
    void no_page_of_joint_handling_has_a_barrier_on_a_desk_or_a_phone_in_either_language() {
        browser.walk(
                program,
                Map.of(
                        "clerk.a01",
                                List.of("/desk/joint", "/desk/joint/" + number, "/desk/receive/joint?theme=TH01/1"),
                        "manager", List.of("/manage/themes", "/manage/themes/TH03", "/desk/projects")));
    }

    @Test
    @Order(8)
    void J2_what_is_answered_and_ticked_while_the_list_is_on_its_way_stays() {
        Page page = signedIn("clerk.a01");
        page.navigate(program.address("/desk/receive/joint?theme=TH01/1"));
        List<Route> held = new ArrayList<>();
        page.route("**/outline", held::add);
        page.locator("#item .situation").first().locator("label").last().click();
        page.locator("#item .situation").last().locator("label").last().click();
        page.waitForCondition(() -> held.size() == 2);
        page.locator("#ticks").focus();
        page.keyboard().press("1");

        page.unroute("**/outline");
        page.waitForResponse(answer -> answer.url().endsWith("/outline"), held.getLast()::resume);
        page.waitForResponse(answer -> answer.url().endsWith("/outline"), held.getFirst()::resume);
        page.evaluate("fetch(location.href).then(answer => answer.text())");
        assertThat(page.locator("#item .situation input:checked").count()).isEqualTo(2);
        assertThat(page.locator("#ticks [data-key='1']").isChecked()).isTrue();
    }

    @Test
    @Order(9)
    void no_page_complained_on_the_console() {
        browser.noComplaints(Browser.REFUSED);
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}
