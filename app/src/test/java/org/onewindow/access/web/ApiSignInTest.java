package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.access.NewStaff;
import org.onewindow.access.PersonalTokens;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffOffice;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** How programs prove who they are: Basic, personal tokens, tokens of an identity provider. */
class ApiSignInTest extends RunningProgram {

    private static final String ME = "/api/v1/me";
    private static final String PASSWORD = "four words make a sentence";

    @Autowired
    private StaffOffice office;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private PersonalTokens tokens;

    private void takeOn(String userName) {
        office.takeOn(
                Actor.SYSTEM,
                new NewStaff(userName, "测试人员", List.of(new Post(Role.CLERK, null, "A03", null))),
                PASSWORD);
    }

    private String aTokenOf(String userName) {
        return tokens.make(directory.actor(userName).orElseThrow(), "test", 1).secret();
    }

    @Test
    void a_stranger_gets_401_with_a_problem_and_no_cookie() {
        HttpResponse<String> answer = get(ME);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("WWW-Authenticate")).anyMatch(line -> line.startsWith("Basic"));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void what_does_not_exist_is_closed_to_strangers_too() {
        assertThat(get("/api/v1/no-such-thing").statusCode()).isEqualTo(401);
        assertThat(getAs("clerk.a03", "demo", "/api/v1/no-such-thing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_clerk_with_a_password_is_let_in_and_told_their_posts() {
        HttpResponse<String> answer = getAs("clerk.a03", "demo", ME);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"userName\":\"clerk.a03\"", "\"role\":\"CLERK\"", "\"window\":\"A03\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_disabled_person_look_the_same() {
        takeOn("test.disabled");
        office.disable(Actor.SYSTEM, "test.disabled", "left");
        String wrong = getAs("clerk.a02", "wrong", ME).body();
        assertThat(getAs("nobody", "wrong", ME).body()).isEqualTo(wrong);
        HttpResponse<String> disabled = getAs("test.disabled", PASSWORD, ME);
        assertThat(disabled.statusCode()).isEqualTo(401);
        assertThat(disabled.body()).isEqualTo(wrong);
    }

    @Test
    void a_verified_password_is_not_hashed_again_until_something_about_the_person_changes() {
        takeOn("test.cached");
        getAs("test.cached", PASSWORD, ME);
        Duration again = shortest(() -> getAs("test.cached", PASSWORD, ME));
        Duration slow = shortest(() -> getAs("test.cached", "wrong password", ME));
        assertThat(again).as("a verified password against a wrong one").isLessThan(slow.dividedBy(2));
        assertThat(getAs("test.cached", "wrong password", ME).statusCode()).isEqualTo(401);

        office.resetPassword(Actor.SYSTEM, "test.cached", "another sentence of words");
        assertThat(getAs("test.cached", PASSWORD, ME).statusCode()).isEqualTo(401);
        assertThat(getAs("test.cached", "another sentence of words", ME).statusCode())
                .isEqualTo(200);
        office.disable(Actor.SYSTEM, "test.cached", "left");
        assertThat(getAs("test.cached", "another sentence of words", ME).statusCode())
                .isEqualTo(401);
    }

    private static Duration shortest(Runnable call) {
        Duration shortest = Duration.ofHours(1);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            call.run();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            shortest = took.compareTo(shortest) < 0 ? took : shortest;
        }
        return shortest;
    }

    @Test
    void a_withdrawn_post_is_gone_at_the_next_call() {
        takeOn("test.moved");
        assertThat(getAs("test.moved", PASSWORD, ME).body()).contains("\"window\":\"A03\"");
        office.withdrawPost(Actor.SYSTEM, "test.moved", new Post(Role.CLERK, null, "A03", null));
        assertThat(getAs("test.moved", PASSWORD, ME).body()).contains("\"posts\":[]");
    }

    @Test
    void too_many_wrong_passwords_get_429_even_for_the_right_one_but_only_for_that_account() {
        takeOn("test.guessed");
        int status = 0;
        for (int guess = 0; guess < 12 && status != 429; guess++) {
            status = getAs("test.guessed", "guess number " + guess, ME).statusCode();
        }
        assertThat(status).isEqualTo(429);
        HttpResponse<String> right = getAs("test.guessed", PASSWORD, ME);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
        assertThat(getAs("clerk.a03", "demo", ME).statusCode()).isEqualTo(200);
    }

    @Test
    void a_personal_token_opens_until_it_is_revoked() {
        takeOn("test.token");
        Actor owner = directory.actor("test.token").orElseThrow();
        PersonalTokens.Made made = tokens.make(owner, "our own program", 30);
        assertThat(made.secret()).startsWith("ow_").hasSizeGreaterThan(40);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(getWithToken(made.secret(), ME).statusCode()).isEqualTo(200);
        tokens.revoke(owner, made.id());
        assertThat(getWithToken(made.secret(), ME).statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_revokes_the_token_of_somebody_else() {
        takeOn("test.owner");
        PersonalTokens.Made made = tokens.make(directory.actor("test.owner").orElseThrow(), "mine", 30);
        Actor stranger = directory.actor("clerk.a03").orElseThrow();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> tokens.revoke(stranger, made.id())))
                .isInstanceOf(org.onewindow.kernel.NotFound.class);
        assertThat(getWithToken(made.secret(), ME).statusCode()).isEqualTo(200);
    }

    @Test
    void tokens_end_with_their_owner() {
        takeOn("test.leaver");
        String token = aTokenOf("test.leaver");
        office.disable(Actor.SYSTEM, "test.leaver", "left");
        assertThat(getWithToken(token, ME).statusCode()).isEqualTo(401);
    }

    @Test
    void a_made_up_token_is_refused() {
        HttpResponse<String> answer = getWithToken("ow_" + "x".repeat(43), ME);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void a_token_of_the_identity_provider_opens_as_the_person_it_names() {
        HttpResponse<String> answer = getWithToken(PROVIDER.token("clerk.a03"), ME);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"userName\":\"clerk.a03\"");
    }

    @Test
    void every_other_token_of_an_identity_provider_is_refused() {
        List<String> bad = List.of(
                PROVIDER.token("nobody.of.ours"),
                PROVIDER.tokenForAnotherProgram("clerk.a03"),
                PROVIDER.expiredToken("clerk.a03"),
                PROVIDER.endlessToken("clerk.a03"),
                PROVIDER.tokenOfAnotherIssuer("clerk.a03"),
                PROVIDER.forgedToken("clerk.a03"),
                "not.a.token");
        for (String token : bad) {
            HttpResponse<String> answer = getWithToken(token, ME);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.body()).contains("\"status\":401");
        }
    }

    @Test
    void a_session_does_not_open_the_api() {
        Browser browser = new Browser(address(""));
        browser.signIn("clerk.a03", "demo");
        assertThat(browser.open(ME).statusCode()).isEqualTo(401);
    }
}
