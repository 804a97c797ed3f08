package org.onewindow.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A food licence lies still, and those who look after limits see it on their pages: the board counts it, its card is explained,
 * found and lifted, an order is answered, the rules are changed. Monday 23 November 2026 is its first day.
 */
class SupervisionPagesTest extends InTheBrowser {

    /** What the board promises (S6). */
    private static final LocatorAssertions.HasTextOptions WITHIN_TWO_SECONDS =
            new LocatorAssertions.HasTextOptions().setTimeout(2_000);

    private String number = "";
    private String card = "";
    private String order = "";

    @Test
    @Order(1)
    void S6_what_is_received_stands_on_the_open_board_and_on_the_wall_within_two_seconds() throws Exception {
        Page board = signedIn("supervisor");
        board.navigate(program.address("/supervision"));
        assertThat(board.locator("#board .empty")).isVisible();
        Page wall = signedIn("supervisor");
        wall.setViewportSize(1920, 1080);
        wall.navigate(program.address("/supervision/wall"));
        Browser.noBarriers(wall);

        number = received();

        assertThat(board.locator("#board .total .OPEN")).hasText(Pattern.compile("1$"), WITHIN_TWO_SECONDS);
        assertThat(wall.locator(".wall-figures .OPEN dd")).hasText("1", WITHIN_TWO_SECONDS);
        Browser.noBarriers(board);
    }

    @Test
    @Order(2)
    void the_wall_says_when_it_is_cut_off_and_goes_on_by_itself() throws Exception {
        Page wall = signedIn("supervisor");
        wall.route("**/supervision/live", route -> route.abort());
        wall.route("**/supervision/wall/numbers", route -> route.abort());
        wall.navigate(program.address("/supervision/wall"));
        assertThat(wall.locator("[data-offline]")).isVisible();
        Browser.noBarriers(wall);

        wall.unroute("**/supervision/wall/numbers");
        wall.unroute("**/supervision/live");
        assertThat(wall.locator("[data-offline]")).isHidden();
        received();
        assertThat(wall.locator(".wall-figures .OPEN dd")).hasText("2", WITHIN_TWO_SECONDS);
    }

    @Test
    @Order(3)
    void S1_nobody_works_on_it_and_the_board_shows_yellow_whose_number_leads_to_the_card() throws Exception {
        Page board = signedIn("supervisor");
        board.navigate(program.address("/supervision"));
        // The examination has five working days. Its warning comes on the fourth, the yellow card on the fifth at
        // close.
        advance("2026-11-27T10:00:00Z");
        assertThat(board.locator("#board .total .WARNED")).hasText(Pattern.compile("2$"), WITHIN_TWO_SECONDS);
        advance("2026-11-30T10:00:00Z");
        assertThat(board.locator("#board .total .YELLOW")).hasText(Pattern.compile("2$"), WITHIN_TWO_SECONDS);

        board.locator("[data-unfold=BM01]").click();
        Locator window = board.locator("[data-of=BM01]");
        assertThat(window).isVisible();
        assertThat(window.locator("th")).containsText("A03");
        Browser.noBarriers(board);
        window.locator(".YELLOW a").click();
        assertThat(board.locator("tbody tr")).hasCount(2);
        assertThat(board.locator("tbody")).containsText(number);
        Browser.noBarriers(board);

        board.locator("tr", new Page.LocatorOptions().setHasText(number))
                .locator("a.bare")
                .click();
        assertThat(board.locator("tbody tr")).hasCount(2);
        board.locator("tr", new Page.LocatorOptions().setHasText("黄牌"))
                .locator(".case-link")
                .click();
        card = path(board);
        assertThat(board.locator("h1")).containsText("环节时限");
        assertThat(board.locator(".case-left")).containsText("S1");
        assertThat(board.locator(".shares")).containsText("审核人");
        board.locator(".shares summary").first().click();
        assertThat(board.locator(".shares")).containsText("受理");
        assertThat(board.locator("#do-explain")).hasCount(0);
        board.locator(".blocked summary").click();
        assertThat(board.locator(".blocked")).containsText("责任认定");
        Browser.noBarriers(board);
    }

    @Test
    @Order(4)
    void S3_the_reviewer_finds_it_among_what_is_late_and_explains() {
        Page page = signedIn("reviewer.bm01");
        page.locator("a[href='/supervision/mine']").first().click();
        assertThat(page.locator("section[aria-labelledby=explain] tbody tr")).hasCount(2);
        assertThat(page.locator("section[aria-labelledby=cases]")).containsText(number);
        Browser.noBarriers(page);

        page.navigate(program.address(card));
        page.locator("#do-explain summary").click();
        page.locator("#explanation").fill("审查员外出培训，未交接。");
        page.locator("#do-explain button[type=submit]").click();
        assertThat(page.locator(".note.done")).isVisible();
        assertThat(page.locator(".history")).containsText("未交接");
        Browser.noBarriers(page);
        page.navigate(program.address("/supervision/mine"));
        assertThat(page.locator("section[aria-labelledby=explain] tbody tr")).hasCount(1);
    }

    @Test
    @Order(5)
    void S3_a_finding_that_blames_nobody_in_particular_is_refused_and_what_was_typed_stays() {
        Page page = signedIn("supervisor");
        page.navigate(program.address(card));
        page.locator("#do-find summary").click();
        page.locator("input[name=upheld][value=yes]").check();
        page.locator("#finding").fill("超过环节期限，无正当理由。");
        page.locator("#do-find button[type=submit]").click();
        assertThat(page.locator(".note.refusal")).containsText("S3");
        assertThat(page.locator("#finding")).hasValue("超过环节期限，无正当理由。");
        Browser.noBarriers(page);

        page.locator("input[name=outcomes][value=ADMONITION]").check();
        page.locator("#do-find button[type=submit]").click();
        assertThat(page.locator(".note.done")).isVisible();
        assertThat(page.locator(".history")).containsText("训诫");
        assertThat(page.locator(".card-figures")).containsText("5");
    }

    @Test
    @Order(6)
    void S4_a_lifted_card_stays_on_record_and_the_board_no_longer_counts_it() {
        Page board = signedIn("supervisor");
        board.navigate(program.address("/supervision"));
        assertThat(board.locator("#board .total .YELLOW")).hasText(Pattern.compile("2$"));
        Page page = signedIn("supervisor");
        page.navigate(program.address(card));
        page.locator("#do-lift summary").click();
        page.locator("#why").fill("当日系统停机");
        page.locator("#evidence").fill("停机记录 2026-3");
        page.locator("#do-lift button[type=submit]").click();
        assertThat(page.locator(".lifted-note")).containsText("停机记录 2026-3");
        assertThat(page.locator(".card-figures")).containsText("0");
        Browser.noBarriers(page);

        assertThat(board.locator("#board .total .YELLOW")).hasText(Pattern.compile("1$"), WITHIN_TWO_SECONDS);
        page.navigate(program.address("/supervision/cards?state=LIFTED"));
        assertThat(page.locator("tr.lifted")).hasCount(1);
        Browser.noBarriers(page);
    }

    @Test
    @Order(7)
    void S5_an_order_is_given_answered_sent_back_and_closed() {
        Page supervisor = signedIn("supervisor");
        supervisor.navigate(program.address("/supervision/assignments/new?kind=ORDER&caseNumber=" + number));
        supervisor.locator("#days").fill("2");
        supervisor.locator("#to").fill("nobody");
        supervisor.locator("#matter").fill("限期办结并说明原因");
        supervisor.locator("form[action='/supervision/assignments'] button").click();
        assertThat(supervisor.locator("#to")).hasAttribute("aria-invalid", "true");
        assertThat(supervisor.locator("#matter")).hasValue("限期办结并说明原因");
        Browser.noBarriers(supervisor);
        supervisor.locator("#to").fill("");
        supervisor.locator("form[action='/supervision/assignments'] button").click();
        assertThat(supervisor.locator(".note.done")).isVisible();
        order = path(supervisor);

        Page head = signedIn("head.bm01");
        head.navigate(program.address("/supervision/mine"));
        head.locator("section[aria-labelledby=assignments] .case-link").click();
        head.locator("#answer").fill("明天现场核查");
        head.locator("#do-answer button[type=submit]").click();
        assertThat(head.locator(".note.done")).isVisible();
        Browser.noBarriers(head);

        supervisor.navigate(program.address(order));
        supervisor.locator("#do-send-back summary").click();
        supervisor.locator("#lack").fill("没有说明原因");
        supervisor.locator("#do-send-back button[type=submit]").click();
        assertThat(supervisor.locator(".history")).containsText("退回");
        supervisor.locator("#note").fill("已当面说明");
        supervisor.locator("#do-close button[type=submit]").click();
        assertThat(supervisor.locator(".case-line")).containsText("已核销");
        Browser.noBarriers(supervisor);
    }

    @Test
    @Order(8)
    void S1_rules_are_tried_out_on_what_happened_and_filed_with_refusals_at_their_fields() throws Exception {
        // What is tried out ends yesterday.
        advance("2026-12-01T02:00:00Z");
        Page page = signedIn("manager");
        page.navigate(program.address("/supervision/rules"));
        page.locator("a[href='/supervision/rules/new']").click();
        page.locator("[name='STEP.passed']").selectOption("RED");
        page.locator("button[formaction]").click();
        assertThat(page.locator("#trial")).containsText("红牌 2");
        assertThat(page.locator(".trial-list")).containsText(number);
        Browser.noBarriers(page);

        page.locator("#title").fill("示范县电子监察规则");
        page.locator("#basis").fill("示政务〔2026〕7号");
        page.locator("[name='STEP.red']").fill("2");
        page.locator(".rule-form button:not([formaction])").click();
        assertThat(page.locator("[name='STEP.red']")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".note.refusal")).containsText("S1");
        Browser.noBarriers(page);
        page.locator("[name='STEP.red']").fill("");
        page.locator("#mostAtOnce").fill("1");
        page.locator(".rule-form button:not([formaction])").click();
        assertThat(page.locator("#confirmed-error")).containsText("2");
        Browser.noBarriers(page);
        page.locator("input[name=confirmed]").check();
        page.locator(".rule-form button:not([formaction])").click();
        assertThat(page.locator(".note.done")).isVisible();
        assertThat(page.locator(".rule-set", new Page.LocatorOptions().setHasText("示范县电子监察规则")))
                .isVisible();
        Browser.noBarriers(page);
    }

    @Test
    @Order(9)
    void no_page_of_supervision_has_a_barrier_on_a_desk_or_a_phone_in_either_language() {
        browser.walk(
                program,
                Map.of(
                        "supervisor",
                        List.of(
                                "/supervision",
                                "/supervision/cases?figure=OPEN",
                                "/supervision/cases?figure=SUSPENDED",
                                "/supervision/cards",
                                card,
                                "/supervision/assignments",
                                "/supervision/assignments/new",
                                order,
                                "/supervision/rules",
                                "/supervision/rules/new"),
                        "reviewer.bm01",
                        List.of("/supervision", "/supervision/mine", "/supervision/cards"),
                        "clerk.a03",
                        List.of("/supervision", "/supervision/cards", "/supervision/assignments")));
    }

    @Test
    @Order(10)
    void no_page_complained_on_the_console() {
        // the wall is cut off once
        browser.noComplaints(Browser.REFUSED, "ERR_FAILED");
    }

    /** The number of a food licence just received and accepted at window A03. */
    private String received() throws Exception {
        String received = foodLicence();
        program.call("clerk.a03", "POST", "/api/v1/cases/" + received + "/accept", "{\"documentsToFollow\":[]}");
        return received;
    }
}
