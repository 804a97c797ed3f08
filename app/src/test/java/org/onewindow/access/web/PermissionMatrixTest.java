package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of the running program has a row in {@code permission-matrix.csv}, and each row is true: really called as a
 * stranger, as somebody with another post, and as somebody with the right one. A new endpoint without a row fails here.
 */
class PermissionMatrixTest extends RunningProgram {

    private static final String OURS = "org.onewindow";
    private static final Pattern CASE_NUMBER = Pattern.compile("\"caseNumber\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern QUERY_CODE = Pattern.compile("\"queryCode\"\\s*:\\s*\"([^\"]+)\"");

    private static final String A_CASE = """
            {"itemCode":"SF0101009","window":"A03","channel":"WINDOW",
             "applicant":{"kind":"PERSON","name":"张测试","idNumber":"990101199001010019","phone":"0000-10000000"},
             "coApplicants":[],"representative":null,"serviceAgent":null,"station":null,"situations":{},
             "override":null,"materials":[%s]}
            """;

    private static final String A_DRAFT = """
            {"code":"SF0101780","departmentCode":"BM01","type":"LICENCE","handlingClass":"COMMITTED","object":"BOTH"}
            """;

    /** Opening a catering shop, of which two items apply. */
    private static final String A_JOINT = """
            {"theme":"TH02","window":"A01",
             "answers":{"REGISTRATION":"YES","CROWDS":"NO","SEWAGE":"NO","SIGNBOARD":"NO"},
             "applicant":{"kind":"PERSON","name":"张三","idNumber":"11010519491231002X"},"materials":[]}
            """;

    /** A factory, and a meeting about it before any application. */
    private static final String A_PROJECT = """
            {"name":"示例厂房","theme":"TH03",
             "owner":{"kind":"ORGANISATION","name":"示例食品有限公司","idNumber":"91110000101623741K"}}
            """;

    private static final String A_REVIEW = """
            {"at":"2030-01-02T02:00:00Z","place":"p","agenda":"a","departments":["BM10"],"opinionDays":3}
            """;

    /** Nobody can answer it at once. */
    private static final String A_QUESTION = """
            {"window":"A03","asker":"张三","phone":"0000-10000000","question":"问","departments":["BM01"]}
            """;

    private static final Pattern PROJECT_NUMBER = Pattern.compile("\"number\":\"(P[0-9-]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");
    private static final Pattern JOINT_NUMBER = Pattern.compile("\"number\":\"(L[0-9-]+)\"");

    private static final String ITS_PAPERS = Stream.of("食品经营许可申请书", "法定代表人（负责人）身份证", "场所平面布局图", "食品安全管理制度", "主要设备设施清单")
            .map(name -> "{\"name\":\"" + name + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}")
            .collect(Collectors.joining(","));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    static Stream<MatrixRow> rows() {
        return MatrixRow.all().stream();
    }

    static Stream<MatrixRow> closed() {
        return rows().filter(row -> !row.open());
    }

    @Test
    void every_endpoint_has_exactly_one_row_and_every_row_an_endpoint() {
        Set<String> mapped = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith(OURS)) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                Set<String> names = methods.isEmpty()
                        ? Set.of("ANY")
                        : methods.stream().map(Enum::name).collect(Collectors.toSet());
                info.getPatternValues().forEach(path -> names.forEach(name -> mapped.add(name + " " + path)));
            }
        });
        mapped.remove("ANY /error");
        assertThat(rows().map(MatrixRow::endpoint)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(mapped);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_stranger_is_stopped_exactly_where_the_row_says_so(MatrixRow row) {
        HttpResponse<String> answer = asStranger(row);
        if (row.open()) {
            assertThat(answer.statusCode()).as(row.endpoint()).isNotIn(401, 403).isLessThan(500);
            assertThat(answer.headers().firstValue("Location").orElse("")).doesNotEndWith("/sign-in");
        } else if (row.isApi()) {
            assertThat(answer.statusCode()).as(row.endpoint()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        } else {
            assertThat(answer.statusCode()).as(row.endpoint()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void an_outsider_gets_403(MatrixRow row) {
        for (String outsider : row.outsiders()) {
            HttpResponse<String> answer = as(outsider, row);
            assertThat(answer.statusCode())
                    .as("%s as %s: %s", row.endpoint(), outsider, answer.body())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void whoever_has_the_post_is_not_stopped(MatrixRow row) {
        assertThat(row.allowed()).as("somebody must be allowed").isNotEmpty();
        for (String allowed : row.allowed()) {
            HttpResponse<String> answer = as(allowed, row);
            assertThat(answer.statusCode())
                    .as("%s as %s: %s", row.endpoint(), allowed, answer.body())
                    .isNotIn(401, 403)
                    .isLessThan(500);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as("%s as %s", row.endpoint(), allowed)
                    .doesNotEndWith("/sign-in");
        }
    }

    private HttpResponse<String> asStranger(MatrixRow row) {
        String address = filled(row.address());
        if (row.isApi()) {
            return call(row.verb(), address, "", filled(row.body()));
        }
        Browser browser = new Browser(address(""));
        return row.verb().equals("GET") ? browser.open(address) : browser.submit(address, form(row.body()));
    }

    private HttpResponse<String> as(String userName, MatrixRow row) {
        String address = filled(row.address());
        if (row.isApi()) {
            return call(row.verb(), address, basic(userName, "demo"), filled(row.body()));
        }
        Browser browser = new Browser(address(""));
        browser.signIn(userName, "demo");
        return row.verb().equals("GET") ? browser.open(address) : browser.submit(address, form(filled(row.body())));
    }

    private String filled(String text) {
        if (text.equals("{A_CASE}")) {
            return A_CASE.formatted("");
        }
        if (text.equals("{A_JOINT}")) {
            return A_JOINT;
        }
        if (text.equals("{A_PROJECT}")) {
            return A_PROJECT;
        }
        if (text.equals("{A_REVIEW}")) {
            return A_REVIEW;
        }
        if (text.contains("{joint}")) {
            HttpResponse<String> received = postAs("clerk.a01", "/api/v1/joint-cases", A_JOINT);
            assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
            return text.replace("{joint}", found(JOINT_NUMBER, received.body()));
        }
        if (text.contains("{project}")) {
            HttpResponse<String> opened = postAs("clerk.b01", "/api/v1/projects", A_PROJECT);
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
            return text.replace("{project}", found(PROJECT_NUMBER, opened.body()));
        }
        if (text.contains("{review}")) {
            HttpResponse<String> convened = postAs("manager", filled("/api/v1/projects/{project}/convene"), A_REVIEW);
            assertThat(convened.statusCode()).as(convened.body()).isEqualTo(201);
            return text.replace("{review}", found(ID, convened.body()));
        }
        if (text.contains("{consultation}")) {
            HttpResponse<String> passedOn = postAs("clerk.a03", "/api/v1/consultations", A_QUESTION);
            assertThat(passedOn.statusCode()).as(passedOn.body()).isEqualTo(201);
            return text.replace("{consultation}", found(ID, passedOn.body()));
        }
        if (text.contains("{draft}")) {
            HttpResponse<String> drafted = postAs("approver.bm01", "/api/v1/items", A_DRAFT);
            assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
            return text.replace(
                    "{draft}", drafted.headers().firstValue("Location").orElseThrow());
        }
        if (text.contains("{accepted}")) {
            HttpResponse<String> received = received(ITS_PAPERS);
            String number = found(CASE_NUMBER, received.body());
            HttpResponse<String> accepted =
                    postAs("clerk.a03", "/api/v1/cases/" + number + "/accept", "{\"documentsToFollow\":[]}");
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
            return text.replace("{accepted}", number);
        }
        if (text.contains("{case}")) {
            HttpResponse<String> received = received("");
            return text.replace("{case}", found(CASE_NUMBER, received.body()))
                    .replace("{code}", found(QUERY_CODE, received.body()));
        }
        return text;
    }

    private HttpResponse<String> received(String papers) {
        HttpResponse<String> received = postAs("clerk.a03", "/api/v1/cases", A_CASE.formatted(papers));
        assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
        return received;
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as("%s in %s", pattern, body).isTrue();
        return matcher.group(1);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return fields;
    }
}
