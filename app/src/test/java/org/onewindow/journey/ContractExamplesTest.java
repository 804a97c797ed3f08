package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.journey.Centre.Answered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples of the HTTP contract, replayed against the running program word for word: what is asked is copied from it, and every
 * field it shows must be there. Where we answer more, or where an example can't stand as it is, docs/decisions/contract-examples.md
 * says so.
 */
class ContractExamplesTest extends SharedCentre {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static void contains(JsonNode actual, String example) {
        contains(actual, JSON.readTree(example), "");
    }

    /** Every field of the example is there with its value; a text of "…" stands for any. */
    private static void contains(JsonNode actual, JsonNode example, String at) {
        if (example.isObject()) {
            example.properties().forEach(field -> {
                assertThat(actual.has(field.getKey()))
                        .as("%s/%s in %s", at, field.getKey(), actual)
                        .isTrue();
                contains(actual.get(field.getKey()), field.getValue(), at + "/" + field.getKey());
            });
        } else if (!example.isString() || !example.stringValue().equals("…")) {
            assertThat(actual).as(at).isEqualTo(example);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void the_days_of_a_month() {
        JsonNode days = centre().get("/api/v1/public/calendars/CN/days?from=2026-02-01&to=2026-02-28")
                .body();

        assertThat(days.path("items").size()).isEqualTo(28);
        contains(days.path("items").get(13), "{\"date\":\"2026-02-14\",\"working\":true,\"name\":\"春节\"}");
        assertThat(days.path("provisional").asBoolean()).isFalse();
    }

    @Test
    void the_calculators_example_and_a_suspension_without_an_end() {
        Answered calculated = centre().post("/api/v1/public/time-limits/calculate", """
                {"region":"CN","start":"2026-02-10","workingDays":20,"extensionDays":0,"suspensions":[{"from":"2026-02-12","to":"2026-03-02"}]}""");
        contains(
                calculated.body(),
                "{\"dueOn\":\"2026-03-26\",\"dueAt\":\"2026-03-26T09:00:00Z\",\"excludedDays\":8,\"provisional\":false}");

        JsonNode open =
                centre().post("/api/v1/public/time-limits/calculate", """
                {"region":"CN","start":"2026-02-10","workingDays":20,"extensionDays":3,"suspensions":[{"from":"2026-02-12"}]}""").body();
        assertThat(open.path("dueOn").isNull()).isTrue();
        assertThat(open.path("remainingDays").asInt())
                .as("budget and extension less the 11th and the 12th, on which it starts")
                .isEqualTo(21);
    }

    @Test
    void an_item_has_every_field_of_the_contract() {
        JsonNode item = centre().get("/api/v1/public/items/" + FOOD).body();

        contains(item, """
                {"code":"SF0101009","version":"…","name":"…","nameEn":"…","departmentCode":"BM01","departmentName":"…","type":"LICENCE",
                 "handlingClass":"COMMITTED","level":"COUNTY","object":"BOTH","regime":"APL",
                 "statutory":{"limit":10,"unit":"WORKING_DAY","startsOn":"ACCEPTANCE","endsOn":"DECISION"},"committedDays":"…",
                 "extensionDays":5,"acceptanceRule":"FIVE_DAYS","deemedAcceptance":true,"legalBasis":"…","conditions":"…",
                 "steps":"…","specialProcedures":"…","materials":"…","fee":{"kind":"NONE","lines":[]},"result":"食品经营许可证",
                 "validity":"…","visits":1,"presenceRequired":false,"windows":"…","effectiveFrom":"…","state":"IN_EFFECT"}""");
        contains(
                item.path("steps").get(0),
                "{\"code\":\"S1\",\"kind\":\"ACCEPT\",\"name\":\"…\",\"days\":0,\"post\":\"…\",\"role\":\"CLERK\"}");
        contains(
                item.path("specialProcedures").get(0),
                "{\"kind\":\"SITE_SURVEY\",\"name\":\"…\",\"days\":5,\"stopsClock\":false,\"basis\":\"…\"}");
        contains(item.path("materials").get(0), """
                {"name":"…","form":"ORIGINAL","copies":1,"source":"APPLICANT","necessity":"REQUIRED","condition":null}""");
        assertThat(texts(item.path("windows"))).startsWith("A03");

        JsonNode row = centre().get("/api/v1/public/items?q=" + FOOD + "&department=BM01&level=COUNTY&kind=COMMITTED")
                .body()
                .path("items")
                .get(0);
        assertThat(new TreeSet<>(row.propertyNames()))
                .containsExactlyInAnyOrder(
                        "code",
                        "version",
                        "name",
                        "departmentCode",
                        "handlingClass",
                        "level",
                        "object",
                        "committedDays");
        assertThat(centre().get("/api/v1/public/items/" + FOOD + "/versions/1").status())
                .isEqualTo(200);
    }

    private static final String APPLICATION = """
            {"itemCode":"SF0101009","window":"A03","channel":"WINDOW",
             "applicant":{"kind":"PERSON","name":"张三","idNumber":"11010519491231002X","phone":"0000-12345678"},
             "coApplicants":[],"representative":null,"serviceAgent":null,"station":null,
             "situations":{},"override":null,
             "materials":[{"name":"食品经营许可申请书","form":"ORIGINAL","copies":1,"pages":2}]}""";

    @Test
    void a_receipt_answers_as_the_example_does() {
        Answered received = as("clerk.a03").post("/api/v1/cases", APPLICATION);

        assertThat(received.status()).isEqualTo(201);
        String number = received.text("caseNumber");
        assertThat(number).matches("990101-\\d{8}-\\d{8}-\\d");
        assertThat(received.headers().get("location")).containsExactly("/api/v1/cases/" + number);
        contains(received.body(), """
                {"queryCode":"…","state":"RECEIVED",
                 "item":{"code":"SF0101009","version":"…","name":"…","handlingClass":"COMMITTED"},
                 "applicant":{"kind":"PERSON","name":"张*","idNumber":"11**************2X"},
                 "currentStep":"S1","holder":{"staff":"clerk.a03","window":"A03"},"missingMaterials":"…","version":1}""");
        contains(
                received.clock("ACCEPTANCE"),
                "{\"kind\":\"ACCEPTANCE\",\"state\":\"RUNNING\",\"budgetDays\":5,\"usedDays\":0,\"dueOn\":\"…\",\"dueAt\":\"…\"}");
        assertThat(texts(received.body().path("allowed")))
                .containsExactly(
                        "request-supplement",
                        "refuse",
                        "withdraw",
                        "terminate",
                        "hand-over",
                        "correct",
                        "void",
                        "custody",
                        "serve");
        assertThat(texts(received.body().path("allowedToYou")))
                .containsExactly("request-supplement", "refuse", "withdraw", "hand-over", "custody", "serve");
        contains(received.body().path("blocked").get(0), "{\"command\":\"accept\",\"rule\":\"C4\",\"detail\":\"…\"}");
        assertThat(as("clerk.a03")
                        .get("/api/v1/cases/" + number)
                        .body()
                        .path("queryCode")
                        .isNull())
                .as("shown at receipt only")
                .isTrue();
    }

    /** Commands as the contract writes them, to a case in which they may well be refused: understood all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "clerk.a03;accept;{\"documentsToFollow\":[{\"material\":\"场所平面布局图\",\"dueOn\":\"2030-01-04\"}]}",
                "clerk.a03;request-supplement;{\"items\":[{\"material\":\"场所平面布局图\",\"problem\":\"缺少\"}],\"days\":10}",
                "clerk.a03;supplement;{\"materials\":[{\"name\":\"场所平面布局图\",\"form\":\"COPY\",\"copies\":1,\"pages\":1}]}",
                "clerk.a03;refuse;{\"ground\":\"OTHER\",\"reason\":\"r\",\"legalBasis\":\"b\",\"competentBody\":\"c\"}",
                "reviewer.bm01;complete-step;{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"o\"}",
                "clerk.a03;hand-over;{\"to\":\"clerk.a01\"}",
                "reviewer.bm01;suspend;{\"kind\":\"HEARING\",\"days\":3,\"reason\":\"r\"}",
                "reviewer.bm01;resume;{\"kind\":\"HEARING\"}",
                "head.bm01;extend;{\"days\":5,\"reason\":\"r\"}",
                "approver.bm01;forward;{\"to\":\"市局\",\"opinion\":\"o\"}",
                "reviewer.bm01;record-result;{\"outcome\":\"GRANTED\",\"reason\":\"r\",\"documentNumber\":\"1\"}",
                "approver.bm01;decide;{\"outcome\":\"GRANTED\",\"reason\":\"r\"}",
                "cashier;pay;{\"amountFen\":100,\"method\":\"CODE\",\"situation\":\"s\",\"basis\":\"b\",\"reduction\":\"r\"}",
                "clerk.a03;deliver;{\"recipient\":\"张三\",\"documentNumber\":\"身份证\"}",
                "clerk.a03;serve;{\"document\":\"1-receipt\",\"method\":\"当面\",\"at\":\"2026-02-10T00:00:00Z\"}",
                "clerk.a03;withdraw;{\"reason\":\"r\"}",
                "approver.bm01;terminate;{\"reason\":\"r\"}",
                "approver.bm01;correct;{\"event\":1,\"reason\":\"r\",\"replacement\":{\"phone\":\"0000-12345678\"}}",
                "approver.bm01;void;{\"reason\":\"r\"}",
                "clerk.a03;custody;{\"material\":\"场所平面布局图\",\"bag\":\"1\",\"pages\":2,\"action\":\"TAKE\",\"to\":\"柜3\"}"
            })
    void every_command_is_understood_as_the_contract_writes_it(String user, String command, String body) {
        String number = as("clerk.a03").post("/api/v1/cases", APPLICATION).text("caseNumber");

        Answered answered = as(user).post(path(number, command), body);

        assertThat(answered.status()).as("%s", answered.body()).isIn(200, 422);
        if (answered.status() == 422) {
            contains(
                    answered.body(),
                    "{\"type\":\"…\",\"title\":\"…\",\"status\":422,\"detail\":\"…\",\"instance\":\"…\",\"rule\":\"…\"}");
            contains(
                    answered.body().path("reasons").get(0),
                    "{\"rule\":\"…\",\"detail\":\"…\",\"basis\":\"…\",\"whatNow\":\"…\"}");
            assertThat(answered.body().path("rule"))
                    .isEqualTo(answered.body().path("reasons").get(0).path("rule"));
        }
    }

    @Test
    void lists_events_and_documents_of_cases() {
        String number = as("clerk.a03").post("/api/v1/cases", APPLICATION).text("caseNumber");

        JsonNode list = as("clerk.a03")
                .get("/api/v1/cases?state=RECEIVED&window=A03&department=BM01&dueBefore=2031-01-01T00:00:00Z&card=&q="
                        + number + "&limit=1&unknown=ignored")
                .body();
        contains(list, "{\"items\":\"…\",\"next\":null}");
        contains(
                list.path("items").get(0),
                "{\"caseNumber\":\"" + number + "\",\"state\":\"RECEIVED\",\"dueAt\":\"…\"}");
        assertThat(as("clerk.a03")
                        .get(path(number, "events"))
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        JsonNode papers = as("clerk.a03").get(path(number, "documents")).body().path("items");
        assertThat(papers.size()).as("listed as soon as the command answers").isEqualTo(1);
        assertThat(as("clerk.a03")
                        .download(path(
                                number, "documents/" + papers.get(0).path("id").asString() + ".pdf")))
                .isNotEmpty();
    }

    @Test
    void the_public_follows_and_evaluates_by_number_and_code() {
        Answered received = as("clerk.a03").post("/api/v1/cases", APPLICATION);
        String address = "/api/v1/public/cases/" + received.text("caseNumber");
        String code = "?code=" + received.text("queryCode");

        Answered followed = centre().get(address + code);
        contains(followed.body(), "{\"state\":\"RECEIVED\",\"steps\":\"…\",\"clocks\":\"…\"}");
        assertThat(followed.body().toString()).doesNotContain("张").doesNotContain("110105");
        Answered wrong = centre().get(address + "?code=AAAAAAAAAA");
        Answered unknown = centre().get("/api/v1/public/cases/990101-20260210-99999999-5" + code);
        assertThat(wrong.status()).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(wrong.body().path("detail")).isEqualTo(unknown.body().path("detail"));

        String grade = "{\"grade\":\"VERY_UNSATISFIED\",\"tags\":[],\"comment\":\"\"}";
        assertThat(centre().post(address + "/evaluation" + code, grade).status())
                .as("too early (F1)")
                .isEqualTo(422);
        does("clerk.a03", received.text("caseNumber"), "withdraw", "{\"reason\":\"r\"}");
        assertThat(centre().post(address + "/evaluation" + code, grade).status())
                .isEqualTo(201);
        assertThat(centre().post(address + "/evaluation" + code, grade).status())
                .isEqualTo(409);
    }

    @Test
    void the_conventions_of_errors_versions_and_repeated_requests() {
        Answered stranger = centre().get("/api/v1/cases");
        assertThat(stranger.status()).isEqualTo(401);
        contains(
                stranger.body(), "{\"type\":\"…\",\"title\":\"…\",\"status\":401,\"detail\":\"…\",\"instance\":\"…\"}");
        assertThat(as("supervisor").post("/api/v1/cases", APPLICATION).status()).isEqualTo(403);
        Answered unknown = as("clerk.a03").post("/api/v1/cases", APPLICATION.replace("\"override\"", "\"colour\""));
        assertThat(unknown.status()).isEqualTo(400);
        contains(unknown.body().path("errors").get(0), "{\"pointer\":\"/colour\",\"detail\":\"…\"}");

        Centre keyed = as("clerk.a03").with("Idempotency-Key", "contract-" + System.nanoTime());
        Answered first = keyed.post("/api/v1/cases", APPLICATION);
        assertThat(keyed.post("/api/v1/cases", APPLICATION).body()).isEqualTo(first.body());
        assertThat(keyed.post("/api/v1/cases", APPLICATION + " ").status()).isEqualTo(422);

        String number = first.text("caseNumber");
        assertThat(as("clerk.a03").get("/api/v1/cases/" + number).headers().get("etag"))
                .containsExactly("\"1\"");
        does(
                "clerk.a03",
                number,
                "custody",
                "{\"material\":\"场所平面布局图\",\"bag\":\"1\",\"pages\":2,\"action\":\"TAKE\"}");
        assertThat(as("clerk.a03")
                        .with("If-Match", "\"1\"")
                        .post(path(number, "withdraw"), "{}")
                        .status())
                .isEqualTo(412);
        Answered english = as("clerk.a03").with("Accept-Language", "en").post(path(number, "accept"), "{}");
        assertThat(english.body().path("reasons").get(0).path("basis").asString())
                .contains("Administrative Licensing Law");
    }

    @Test
    void the_simulations_clock_goes_forwards_only() {
        JsonNode clock = centre().get("/api/v1/simulation/clock").body();
        contains(clock, "{\"instant\":\"…\"}");
        assertThat(as("admin")
                        .put("/api/v1/simulation/clock", "{\"instant\":\"2026-01-01T01:00:00Z\"}")
                        .status())
                .as("forwards only")
                .isIn(400, 409, 422);
        assertThat(as("clerk.a03")
                        .put("/api/v1/simulation/clock", "{\"instant\":\"2031-01-01T01:00:00Z\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_api_is_described_in_openapi_3_1() {
        JsonNode described = centre().get("/api/openapi.json").body();
        assertThat(described.path("openapi").asString()).startsWith("3.1");
        assertThat(StreamSupport.stream(described.path("paths").propertyNames().spliterator(), false))
                .contains("/api/v1/cases/{number}/accept", "/api/v1/public/items");
    }
}
