package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may type into the desk's forms and addresses by mistake. */
class BadFormsTest extends RunningProgram {

    private Browser clerk() {
        Browser browser = new Browser(address(""));
        browser.signIn("clerk.a03", "demo");
        return browser;
    }

    private static String aCase(Browser clerk) {
        return aCase(clerk, "SF0101009");
    }

    private static String aCase(Browser clerk, String item) {
        HttpResponse<String> received = clerk.submit(
                "/desk/receive",
                Map.of("itemCode", item, "kind", "PERSON", "idNumber", "11010519491231002X", "name", "张三"));
        return received.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/desk/cases/)", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-99-99", "%2B999999999-01-01", "0001-01-01", "yesterday"})
    void a_day_that_is_none_or_that_no_database_holds_means_today(String day) {
        assertThat(clerk().open("/desk/ledger?day=" + day).statusCode()).isEqualTo(200);
    }

    @Test
    void a_moment_is_asked_for_as_people_write_it() {
        Browser clerk = clerk();
        HttpResponse<String> answer = clerk.submit(
                aCase(clerk) + "/serve",
                Map.of("document", "1-receipt", "method", "post", "at", "+999999999-01-01T00:00"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("2026-02-10 09:30");
    }

    @Test
    void K8_an_item_retired_while_its_receipt_was_typed_is_said_to_be() {
        HttpResponse<String> answer = clerk().submit("/desk/receive", Map.of("itemCode", "SF0118002", "name", "张三"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("现在不能收件");
    }

    @Test
    void C16_half_a_commitment_is_asked_to_be_completed_and_never_taken_for_none() {
        Browser clerk = new Browser(address(""));
        clerk.signIn("clerk.f01", "demo");
        String accept = aCase(clerk, "SF0121005") + "/accept";

        assertThat(clerk.submit(accept, Map.of("commitmentPages", "3")).statusCode())
                .as("no day")
                .isEqualTo(400);
        assertThat(clerk.submit(accept, Map.of("signedOn", "2026-02-10", "commitmentPages", "0"))
                        .statusCode())
                .as("no page")
                .isEqualTo(400);
        assertThat(clerk.submit(accept, Map.of("signedOn", "2026-02-10", "commitmentPages", "3"))
                        .statusCode())
                .as("read, and refused for the papers that nobody handed in")
                .isEqualTo(422);
    }

    @Test
    void C13_a_form_whose_command_went_away_meanwhile_is_answered_with_what_is_so_now() {
        Browser clerk = clerk();
        String address = aCase(clerk);
        clerk.submit(address + "/withdraw", Map.of("reason", "不办了"));

        HttpResponse<String> answer = clerk.submit(address + "/request-supplement", Map.of("days", "soon"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("刚刚有人先办了");
    }

    @Test
    void whose_letters_are_asked_for_without_saying_whose_is_led_to_the_windows() {
        Browser manager = new Browser(address(""));
        manager.signIn("manager", "demo");

        HttpResponse<String> answer = manager.open("/manage/authority");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/manage/windows");
    }

    @Test
    void what_is_wrong_is_said_of_the_field_as_the_page_calls_it_and_in_its_language() {
        Browser manager = new Browser(address(""));
        manager.signIn("manager", "demo");
        Map<String, String> letter = Map.of("window", "A03", "itemCode", "SF0101009", "power", "", "fromOn", "soon");

        assertThat(manager.submit("/manage/authority", letter).body())
                .contains("权限：必须填写", "起：应为日期", "fromOn-error", "power-error")
                .doesNotContain("fromOn：");
        manager.open("/manage/windows?lang=en");
        assertThat(manager.submit("/manage/authority", letter).body())
                .contains("From: ", "fromOn-error")
                .doesNotContain("fromOn：", "fromOn:");
        manager.open("/manage/windows?lang=zh-CN");

        assertThat(manager.submit(
                                "/manage/calendars/990101/hours",
                                Map.of("validFrom", "2027-01-04", "opening", "8:30", "closing", "17:00"))
                        .body())
                .contains("结束：", "closing-error");
        assertThat(manager.submit(
                                "/manage/calendars/990101/hours",
                                Map.of("validFrom", "2027-01-04", "opening", "08:30", "closing", "17:00"))
                        .body())
                .as("the notice of the hours, not that of the year")
                .contains("文件号：", "hoursNotice-error")
                .doesNotContain("\"notice-error");
        assertThat(manager.submit(
                                "/manage/calendars/990101/years",
                                Map.of("year", "2027", "notice", "通知", "days", "2027-04-08 放假 三月三\n随便什么"))
                        .body())
                .contains("放假和调休上班的日子：", "days-error")
                .doesNotContain("days 2");
        assertThat(manager.submit("/manage/staff/clerk.a03/give-post", Map.of("role", "CLERK", "place", "Z99"))
                        .body())
                .contains("角色：", "value=\"Z99\"");
    }

    @Test
    void a_row_of_a_theme_that_cannot_be_read_is_marked_at_its_field() {
        Browser manager = new Browser(address(""));
        manager.signIn("manager", "demo");
        String answer = manager.submit(
                        "/manage/themes/TH01/draft",
                        Map.of(
                                "name", "开办餐馆",
                                "s.1.name", "一",
                                "m.1.code", "SF0101009",
                                "m.1.stage", "1",
                                "m.1.after", "7"))
                .body();
        assertThat(answer).contains("m.1.after-error", "请改正下面标出的各处").doesNotContain("m.1.after：");
    }
}
