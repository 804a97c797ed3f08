package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first of the eight stages, at the window (C1, C1a). */
class ConsultPagesTest extends RunningProgram {

    private static final Pattern SHEET = Pattern.compile("/desk/consult/\\d+/print");

    private Browser clerk() {
        Browser browser = new Browser(address(""));
        browser.signIn("clerk.a03", "demo");
        return browser;
    }

    @Test
    void C1_what_is_asked_is_found_in_the_askers_words_recorded_ends_with_its_sheet_and_goes_on_to_a_receipt() {
        Browser clerk = clerk();
        assertThat(clerk.open("/desk/consult?q=spjy").body()).contains("item=SF0101009");
        assertThat(clerk.open("/desk/consult?item=SF0101009").body())
                .as("an answer is proposed")
                .contains("已一次性告知");

        HttpResponse<String> recorded = clerk.submit(
                "/desk/consult",
                Map.of("window", "A03", "itemCode", "SF0101009", "question", "开小吃店要带什么？", "answer", "已告知"));
        assertThat(recorded.statusCode()).isEqualTo(302);

        String page = clerk.open("/desk/consult").body();
        assertThat(page).contains("开小吃店要带什么？", "/desk/receive?item=SF0101009");
        Matcher sheet = SHEET.matcher(page);
        assertThat(sheet.find()).isTrue();
        HttpResponse<String> paper = clerk.submit(sheet.group(), Map.of());
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    @Test
    void C1_a_matter_of_another_body_is_recorded_with_whose_it_is_and_nothing_is_recorded_without_an_answer() {
        Browser clerk = clerk();
        HttpResponse<String> incomplete = clerk.submit(
                "/desk/consult", Map.of("question", "护照哪里办？", "answer", " ", "competentBody", "县公安局 0000-1"));
        assertThat(incomplete.statusCode()).isEqualTo(400);
        assertThat(incomplete.body()).contains("answer-error", "护照哪里办？", "县公安局 0000-1");

        clerk.submit(
                "/desk/consult", Map.of("question", "护照哪里办？", "answer", "请到出入境窗口", "competentBody", "县公安局 0000-1"));
        assertThat(clerk.open("/desk/consult").body()).contains("护照哪里办？", "县公安局 0000-1");
    }
}
