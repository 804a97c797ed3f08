package org.onewindow.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A day is over, and those who supervise look back at it on their pages: its notice, what stood out in it, and a sample of its files.
 * Monday 23 November 2026.
 */
class LookingBackPagesTest extends InTheBrowser {

    private String notice = "";
    private String finding = "";
    private String review = "";
    private String file = "";

    @Test
    @Order(1)
    void S8_the_day_s_notice_lies_in_the_inbox_after_five_and_each_number_opens_its_cases() throws Exception {
        withdrawn();
        withdrawn();
        advance("2026-11-23T10:00:00Z");

        Page page = signedIn("supervisor");
        page.navigate(program.address("/supervision/notices"));
        assertThat(page.locator(".inbox tbody tr.unread")).hasCount(1);
        assertThat(page.locator(".manage-tabs [aria-current]")).containsText("1 份未阅");
        Browser.noBarriers(page);

        page.locator(".inbox tbody a").first().click();
        notice = path(page);
        assertThat(page.locator("h1")).containsText("日通报");
        assertThat(page.locator(".notice-figures .figure").first()).containsText("2");
        page.locator(".notice-figures a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        Browser.noBarriers(page);
        page.navigate(program.address(notice));
        page.locator("form[action$=acknowledge] button").click();
        assertThat(page.locator(".note.done")).isVisible();
        assertThat(page.locator("form[action$=acknowledge]")).hasCount(0);
        assertThat(page.locator(".manage-tabs")).not().containsText("未阅");
    }

    @Test
    @Order(2)
    void S7_what_stood_out_is_explained_with_its_evidence_and_somebody_notes_what_became_of_it() {
        Page page = signedIn("supervisor");
        page.navigate(program.address("/supervision/patterns?pattern=RECEIVED_TWICE"));
        assertThat(page.locator(".pattern-list li")).hasCount(1);
        page.locator(".pattern-list a").first().click();
        finding = path(page);
        assertThat(page.locator("tbody tr")).hasCount(2);
        Browser.noBarriers(page);

        page.locator("#note").fill("已核查：申请人两次填错，均已说明。");
        page.locator("form[action$=note] button").click();
        assertThat(page.locator(".note.done")).isVisible();
        assertThat(page.locator("main")).containsText("均已说明");
    }

    @Test
    @Order(3)
    void S7_thresholds_that_can_not_be_meant_are_refused_and_what_was_typed_stays() {
        Page page = signedIn("manager");
        page.navigate(program.address("/supervision/patterns/thresholds"));
        page.locator("#elsewherePercent").fill("170");
        page.locator("#twiceDays").fill("20");
        page.locator("form.panel button").click();
        assertThat(page.locator(".refusal")).containsText("100");
        assertThat(page.locator("#twiceDays")).hasValue("20");
        Browser.noBarriers(page);

        page.locator("#elsewherePercent").fill("70");
        page.locator("form.panel button").click();
        assertThat(page.locator(".note.done")).isVisible();
    }

    @Test
    @Order(4)
    void S10_files_are_drawn_scored_with_reasons_and_objected_to() throws Exception {
        advance("2026-11-24T02:00:00Z");
        Page page = signedIn("supervisor");
        page.navigate(program.address("/supervision/reviews"));
        page.locator("#title").fill("十一月案卷评查");
        page.locator("#from").fill("2026-11-01");
        page.locator("#to").fill("2026-11-23");
        page.locator("form.panel button").click();
        assertThat(page.locator(".note.done")).containsText("2");
        review = path(page);
        page.locator("a[href$='/proof']").click();
        assertThat(page.locator(".note.done")).containsText("一致");
        Browser.noBarriers(page);

        page.locator("tbody a").first().click();
        file = path(page);
        page.locator("[name=off-F1]").fill("2");
        page.locator("form.section button").click();
        assertThat(page.locator(".refusal")).containsText("F1");
        assertThat(page.locator("[name=off-F1]")).hasValue("2");
        Browser.noBarriers(page);
        page.locator("[name=why-F1]").fill("缺送达回证");
        page.locator("form.section button").click();
        assertThat(page.locator(".figures")).containsText("98");

        Page head = signedIn("head.bm01");
        head.navigate(program.address("/supervision/reviews"));
        assertThat(head.locator("tbody tr")).hasCount(2);
        head.navigate(program.address(file));
        head.locator("#objection").fill("送达回证在第十二页。");
        head.locator("form[action$=object] button").click();
        assertThat(head.locator("main")).containsText("第十二页");
        Browser.noBarriers(head);

        Page manager = signedIn("manager");
        manager.navigate(program.address(file));
        manager.locator("[name=off-F1]").fill("");
        manager.locator("[name=why-F1]").fill("");
        manager.locator("[value=yes]").check();
        manager.locator("#answer").fill("属实，改为满分。");
        manager.locator("form[action$=decide] button").click();
        assertThat(manager.locator(".figures")).containsText("100");
        page.navigate(program.address(review));
        page.locator("form[action$=conclude] button").click();
        assertThat(page.locator(".refusal")).containsText("没有评分");
    }

    @Test
    @Order(5)
    void every_page_is_for_everyone_on_a_phone_and_at_a_desk_in_both_languages() {
        browser.walk(
                program,
                Map.of(
                        "supervisor",
                        List.of(
                                "/supervision/notices",
                                notice,
                                notice + "/cases?figure=RECEIVED",
                                "/supervision/notices/addressees",
                                "/supervision/patterns",
                                finding,
                                "/supervision/patterns/thresholds",
                                "/supervision/reviews",
                                review,
                                file),
                        "manager",
                        List.of("/supervision/notices/addressees"),
                        "head.bm01",
                        List.of("/supervision/notices", notice, "/supervision/reviews", file)));
    }

    @Test
    @Order(6)
    void no_page_complained_on_the_console() {
        browser.noComplaints(Browser.REFUSED);
    }

    /** A food licence received at window A03 and withdrawn at once, by the same applicant each time. */
    private void withdrawn() throws Exception {
        String number = foodLicence();
        program.call("clerk.a03", "POST", "/api/v1/cases/" + number + "/withdraw", "{\"reason\":\"改日再办\"}");
    }
}
