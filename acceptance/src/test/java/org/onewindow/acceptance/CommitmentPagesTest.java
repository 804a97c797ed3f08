package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A bookshop is licensed on the spot on a signed commitment, checked and ordered to put it right, as clerk, reviewer and applicant see it. */
class CommitmentPagesTest extends InTheBrowser {

    private static final Pattern RECEIVED =
            Pattern.compile("\"caseNumber\":\"([0-9-]+)\",\"queryCode\":\"([0-9A-Z]+)\"");
    private static final String LEASE = "住所（场所）使用证明";

    private String number = "";
    private String code = "";

    private Page casePage(String user) {
        Page page = signedIn(user);
        page.navigate(program.address("/desk/cases/" + number));
        return page;
    }

    private static void submit(Page page, String command) {
        page.locator("#do-" + command + " button[type=submit]").press("Enter");
        page.locator(".note.done").waitFor();
        Browser.noBarriers(page);
    }

    @Test
    @Order(1)
    void C16_the_guide_says_that_it_can_be_had_on_a_commitment_and_what_happens_afterwards() {
        Page page = browser.page(Browser.PHONE_WIDTH, 844);
        page.navigate(program.address("/items/SF0121005"));

        assertThat(page.locator("main").innerText())
                .contains("可以告知承诺")
                .contains("可以不交“" + LEASE + "”")
                .contains("40 个工作日内核查")
                .contains("是否承诺由您选择");
        Browser.notTooWide(page);
        Browser.noBarriers(page);
    }

    @Test
    @Order(2)
    void C16_before_confirming_a_receipt_the_clerk_sees_that_a_commitment_may_stand_in_for_what_is_missing() {
        Page page = signedIn("clerk.f01");
        page.navigate(program.address("/desk/receive?item=SF0121005"));
        page.locator("#ticks").waitFor();
        page.locator("#ticks").focus();
        assertThat(page.locator("#lack").innerText()).contains("还缺 3 份").doesNotContain("承诺");
        page.keyboard().press("1");
        page.keyboard().press("2");

        assertThat(page.locator("#lack").innerText()).contains("还缺 1 份").contains("签署告知承诺书");
        assertThat(page.locator("#promise").innerText()).contains("可以不交“" + LEASE + "”");
        Browser.noBarriers(page);
        page.context().close();
    }

    @Test
    @Order(3)
    void C16_the_clerk_takes_the_commitment_with_the_acceptance_without_the_mouse() throws Exception {
        String received = program.call("clerk.f01", "POST", "/api/v1/cases", """
                {"itemCode":"SF0121005","window":"F01","channel":"WINDOW",
                 "applicant":{"kind":"PERSON","name":"张三","idNumber":"11010519491231002X"},"materials":[
                  {"name":"出版物零售业务申请表","form":"ORIGINAL","copies":1,"pages":2},
                  {"name":"法定代表人（负责人）身份证","form":"COPY","copies":1,"pages":1}]}""");
        Matcher found = RECEIVED.matcher(received);
        assertThat(found.find()).as(received).isTrue();
        number = found.group(1);
        code = found.group(2);
        Page page = casePage("clerk.f01");
        assertThat(page.locator("section[aria-labelledby=papers]").innerText()).contains("未交 · 可用告知承诺代替");
        assertThat(page.locator("section[aria-labelledby=documents]").innerText())
                .as("to be read and signed before acceptance")
                .contains("告知承诺书");

        page.locator("#do-accept button[type=submit]").press("Enter");
        page.locator(".note.refusal").waitFor();
        assertThat(page.locator(".note.refusal").innerText()).contains("C16").contains(LEASE);
        page.locator("#do-accept input[name=signedOn]").fill("2026-11-23");
        page.locator("#do-accept input[name=commitmentPages]").fill("3");
        page.locator("#do-accept input[name=commitmentPages]").press("Enter");
        page.locator(".note.done").waitFor();

        assertThat(page.locator(".case-line").innerText()).contains("告知承诺，待决定");
        assertThat(page.locator(".case-time").innerText()).contains("今天到期");
        assertThat(page.locator(".history li").first().innerText()).contains("凭告知承诺书受理，以承诺代替：" + LEASE);
        Browser.noBarriers(page);
    }

    @Test
    @Order(4)
    void C16_granted_on_the_spot_it_stays_on_the_departments_list_until_it_is_checked() throws Exception {
        submit(casePage("approver.bm21"), "decide");
        program.call("clerk.f01", "POST", "/api/v1/cases/" + number + "/complete", "{}");
        program.call("clerk.f01", "POST", "/api/v1/cases/" + number + "/deliver", "{\"recipient\":\"张三\"}");
        Page page = signedIn("reviewer.bm21");
        page.navigate(program.address("/desk?show=check"));
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
        assertThat(row.innerText()).contains("告知承诺，待核查").contains("还剩 40 个工作日");
        Browser.noBarriers(page);

        row.locator(".button").press("Enter");
        page.locator("#do-check-commitment[open]").waitFor();
        page.locator("#do-check-commitment input[value=NOT_KEPT]").press("Space");
        page.locator("#do-check-commitment textarea[name=findings]").fill("实地核查，登记的场所没有租用。");
        submit(page, "check-commitment");
        assertThat(page.locator(".case-line").innerText()).contains("承诺不实，限期整改");
        assertThat(page.locator("section[aria-labelledby=documents]").innerText())
                .contains("责令限期整改通知书");
        assertThat(page.locator(".history li").first().innerText())
                .contains("核查承诺")
                .contains("承诺不实");
    }

    @Test
    @Order(5)
    void C16_the_applicant_reads_in_plain_words_what_to_do_and_every_page_is_open_to_all() {
        Page page = browser.page(Browser.PHONE_WIDTH, 844);
        page.navigate(program.address("/track"));
        page.locator("#number").fill(number);
        page.locator("#code").fill(code);
        page.keyboard().press("Enter");
        page.locator("#state").waitFor();

        assertThat(page.locator("main").innerText()).contains("请按《责令限期整改通知书》的要求按期整改");
        Browser.notTooWide(page);
        Browser.noBarriers(page);
        String ofCase = "/desk/cases/" + number;
        browser.walk(
                program,
                Map.of(
                        "clerk.f01", List.of(ofCase, "/desk/receive?item=SF0121005"),
                        "approver.bm21", List.of(ofCase, "/desk?show=check"),
                        "manager", List.of("/manage/items/SF0121005")));
        browser.noComplaints("status of 422");
    }
}
