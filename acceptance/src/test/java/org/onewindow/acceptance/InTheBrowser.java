package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A story told by its tests in their order, before one running program and in one browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class InTheBrowser {

    private static final String FOOD_PAPERS = Stream.of("食品经营许可申请书", "法定代表人（负责人）身份证", "场所平面布局图", "食品安全管理制度", "主要设备设施清单")
            .map(name -> "{\"name\":\"" + name + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}")
            .collect(Collectors.joining(","));

    private static final Pattern NUMBER = Pattern.compile("\"caseNumber\":\"([0-9-]+)\"");

    RunningProgram program;
    Browser browser;

    @BeforeAll
    void start() throws Exception {
        program = RunningProgram.start();
        browser = new Browser();
    }

    @AfterAll
    void stop() throws Exception {
        browser.close();
        program.close();
    }

    Page signedIn(String user) {
        return browser.signedIn(program, user, Browser.DESK_WIDTH);
    }

    /** Lets the centre's clock run on to an instant, everything due in between done and all who follow what happened caught up. */
    void advance(String instant) throws Exception {
        program.call("admin", "PUT", "/api/v1/simulation/clock", "{\"instant\":\"" + instant + "\"}");
    }

    /** The number of a food licence just received at window A03, of the same applicant each time. */
    String foodLicence() throws Exception {
        String received = program.call("clerk.a03", "POST", "/api/v1/cases", """
                {"itemCode":"SF0101009","window":"A03","channel":"WINDOW",
                 "applicant":{"kind":"PERSON","name":"张三","idNumber":"11010519491231002X"},"materials":[%s]}
                """.formatted(FOOD_PAPERS));
        Matcher found = NUMBER.matcher(received);
        assertThat(found.find()).as(received).isTrue();
        return found.group(1);
    }

    static String path(Page page) {
        return URI.create(page.url()).getPath();
    }
}
