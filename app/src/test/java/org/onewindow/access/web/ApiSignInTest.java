package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.access.ACounty;
import org.onewindow.access.StaffOffice;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiSignInTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Autowired
    private StaffOffice office;

    @LocalServerPort
    private int port;

    private WholeProgram program = new WholeProgram(0);

    @BeforeEach
    void a_county_with_staff() {
        office.takeOnDemonstrationStaff(ACounty.aCounty());
        program = new WholeProgram(port);
    }

    @Test
    void a_stranger_gets_401_with_a_problem() {
        HttpResponse<String> answer = program.get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("WWW-Authenticate")).anyMatch(line -> line.startsWith("Basic"));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_clerk_with_a_password_is_let_in_and_told_their_posts() {
        HttpResponse<String> answer = program.getAs("clerk.a03", "demo", "/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"userName\":\"clerk.a03\"", "\"role\":\"CLERK\"", "\"window\":\"A03\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        HttpResponse<String> wrong = program.getAs("clerk.a03", "wrong", "/api/v1/me");
        HttpResponse<String> unknown = program.getAs("nobody", "wrong", "/api/v1/me");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }
}
