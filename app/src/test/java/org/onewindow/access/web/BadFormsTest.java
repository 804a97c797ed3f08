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
        HttpResponse<String> received = clerk.submit(
                "/desk/receive",
                Map.of("itemCode", "SF0101009", "kind", "PERSON", "idNumber", "11010519491231002X", "name", "张三"));
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
    void C13_a_form_whose_command_went_away_meanwhile_is_answered_with_what_is_so_now() {
        Browser clerk = clerk();
        String address = aCase(clerk);
        clerk.submit(address + "/withdraw", Map.of("reason", "不办了"));

        HttpResponse<String> answer = clerk.submit(address + "/request-supplement", Map.of("days", "soon"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("刚刚有人先办了");
    }
}
