package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.access.NewStaff;
import org.onewindow.access.StaffOffice;
import org.onewindow.cases.CaseNumber;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** How people sign in, and what a page carries. */
class PageSignInTest extends RunningProgram {

    private static final String PASSWORD = "four words make a sentence";

    @Autowired
    private StaffOffice office;

    private Browser browser() {
        return new Browser(address(""));
    }

    private void takeOn(String userName) {
        office.takeOn(
                Actor.SYSTEM,
                new NewStaff(userName, "测试人员", List.of(new Post(Role.CLERK, null, "A03", null))),
                PASSWORD);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_stranger_is_sent_to_the_sign_in_page_and_afterwards_where_they_were_going() {
        Browser browser = browser();
        HttpResponse<String> stopped = browser.open("/desk/tokens");
        assertThat(stopped.statusCode()).isEqualTo(302);
        assertThat(location(stopped)).endsWith("/sign-in");
        HttpResponse<String> signedIn = browser.signIn("clerk.a03", "demo");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(location(signedIn)).as("nothing is added to the address").endsWith("/desk/tokens");
        assertThat(browser.open("/desk/tokens").statusCode()).isEqualTo(200);
    }

    @Test
    void every_page_of_the_desk_leads_to_ones_own_password_and_tokens() {
        Browser browser = browser();
        browser.signIn("clerk.a03", "demo");
        assertThat(browser.open("/desk").body()).contains("href=\"/desk/password\"", "href=\"/desk/tokens\"");
    }

    @Test
    void the_session_gets_a_new_number_at_signing_in() {
        Browser browser = browser();
        browser.open("/desk/tokens");
        String before = browser.session().orElseThrow();
        browser.signIn("clerk.a03", "demo");
        assertThat(browser.session().orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_other_sites() {
        Browser browser = browser();
        List<String> cookies = browser.open("/desk/tokens").headers().allValues("Set-Cookie");
        cookies = new java.util.ArrayList<>(cookies);
        cookies.addAll(browser.signIn("clerk.a03", "demo").headers().allValues("Set-Cookie"));
        assertThat(cookies)
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    @Test
    void a_wrong_password_shows_the_page_again_with_401() {
        HttpResponse<String> answer = browser().signIn("clerk.a01", "wrong");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("用户名或密码不正确");
    }

    @Test
    void too_many_wrong_passwords_show_the_page_again_with_429() {
        takeOn("test.page-guessed");
        Browser browser = browser();
        HttpResponse<String> answer = browser.signIn("test.page-guessed", "guess");
        for (int guess = 0; guess < 12 && answer.statusCode() != 429; guess++) {
            answer = browser.signIn("test.page-guessed", "guess " + guess);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("尝试的次数过多");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Browser browser = browser();
        browser.signIn("clerk.a03", "demo");
        assertThat(browser.submitWithoutToken("/desk/tokens", Map.of("name", "forged", "days", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.submitWithoutToken("/sign-out", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/desk/tokens").body()).doesNotContain("forged");
        assertThat(browser()
                        .submitWithoutToken("/sign-in", Map.of("username", "clerk.a03", "password", "demo"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        Browser browser = browser();
        browser.signIn("clerk.a03", "demo");
        assertThat(browser.submit("/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.open("/desk/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void a_disabled_persons_session_ends_at_the_next_click() {
        takeOn("test.page-leaver");
        Browser browser = browser();
        browser.signIn("test.page-leaver", PASSWORD);
        assertThat(browser.open("/desk/tokens").statusCode()).isEqualTo(200);
        office.disable(Actor.SYSTEM, "test.page-leaver", "left");
        assertThat(browser.open("/desk/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void a_new_password_ends_all_sessions_but_the_one_it_was_chosen_in() {
        takeOn("test.page-changer");
        Browser here = browser();
        Browser elsewhere = browser();
        here.signIn("test.page-changer", PASSWORD);
        elsewhere.signIn("test.page-changer", PASSWORD);
        String wanted = "a much better sentence";
        here.submit("/desk/password", Map.of("present", "wrong", "wanted", wanted, "again", wanted));
        assertThat(here.open("/desk/password").body()).contains("现用密码不正确");
        here.submit("/desk/password", Map.of("present", PASSWORD, "wanted", wanted, "again", wanted));
        assertThat(here.open("/desk/password").body()).contains("密码已修改");
        assertThat(elsewhere.open("/desk/password").statusCode()).isEqualTo(302);
    }

    @Test
    void a_token_made_at_the_desk_is_shown_once() {
        Browser browser = browser();
        browser.signIn("clerk.a02", "demo");
        browser.submit("/desk/tokens", Map.of("name", "the archive's program", "days", "30"));
        String shown = browser.open("/desk/tokens").body();
        assertThat(shown).contains(">ow_");
        assertThat(browser.open("/desk/tokens").body()).doesNotContain(">ow_").contains("the archive&#39;s program");
    }

    @Test
    void the_number_of_a_joint_application_leads_to_its_own_page_wherever_it_stands_among_cases() {
        Browser browser = browser();
        browser.signIn("clerk.a02", "demo");
        String number = "L" + new CaseNumber("990101", LocalDate.of(2026, 2, 10), 1);
        assertThat(location(browser.open("/desk/cases/" + number))).endsWith("/desk/joint/" + number);
    }

    @Test
    void a_form_sent_after_the_session_was_locked_is_done_after_signing_in_again() {
        Browser browser = browser();
        browser.signIn("clerk.b02", "demo");
        browser.open("/desk/tokens");
        waitUntilLocked();
        HttpResponse<String> stopped = browser.submit("/desk/tokens", Map.of("name", "typed before", "days", "30"));
        assertThat(location(stopped)).endsWith("/sign-in");
        HttpResponse<String> signedIn = browser.signIn("clerk.b02", "demo");
        browser.open(location(signedIn));
        assertThat(browser.open("/desk/tokens").body()).contains("typed before");
    }

    @Test
    void what_somebody_else_typed_is_not_done_in_the_name_of_the_next_person() {
        Browser browser = browser();
        browser.signIn("clerk.b03", "demo");
        browser.open("/desk/tokens");
        waitUntilLocked();
        browser.submit("/desk/tokens", Map.of("name", "typed by b03", "days", "30"));
        HttpResponse<String> signedIn = browser.signIn("clerk.b04", "demo");
        assertThat(location(signedIn)).endsWith("/desk");
        assertThat(browser.open("/desk/tokens").body()).doesNotContain("typed by b03");
    }

    @Test
    void a_page_that_keeps_itself_fresh_does_not_keep_a_desk_unlocked_but_a_wall() {
        Browser desk = browser();
        Browser wall = browser();
        desk.signIn("clerk.b05", "demo");
        wall.signIn("supervisor", "demo");
        desk.open("/desk");
        wall.open("/supervision/wall");
        pass(5_000);
        assertThat(desk.refresh("/desk/rows").statusCode()).isEqualTo(200);
        assertThat(wall.open("/supervision/wall/numbers").statusCode()).isEqualTo(200);
        pass(3_500);
        assertThat(wall.open("/supervision/wall/numbers").statusCode()).isEqualTo(200);
        assertThat(desk.open("/desk").statusCode()).isEqualTo(302);
    }

    /** The test's idle time is eight seconds of machine time, which nothing can drive. */
    private static void waitUntilLocked() {
        pass(8_200);
    }

    private static void pass(long milliseconds) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/items", "/sign-in", "/no-such-page", "/api/v1/me", "/css/onewindow.css"})
    void every_answer_carries_the_protecting_headers(String path) {
        HttpResponse<String> answer = get(path);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void no_page_needs_what_the_policy_forbids() {
        for (String path : List.of("/", "/items", "/sign-in")) {
            assertThat(get(path).body())
                    .as(path)
                    .doesNotContainPattern("<script(?![^>]*\\bsrc=)[^>]*>")
                    .doesNotContainPattern("<style[ >]")
                    .doesNotContainPattern("\\s(style|on[a-z]+)=\"")
                    .doesNotContain("javascript:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/metrics", "/actuator", "/actuator/health", "/v3/api-docs", "/swagger-ui/index.html"
            })
    void nothing_of_the_management_port_or_of_libraries_is_open_on_the_public_one(String path) {
        assertThat(get(path).statusCode()).isEqualTo(302);
    }
}
