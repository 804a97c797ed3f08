package org.onewindow.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.catalogue.Sheet;
import org.onewindow.catalogue.SpreadsheetFile;
import org.onewindow.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The catalogue as the HTTP contract has it, over the demonstration county as the program loads it at its first start. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CatalogueOverHttpTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String ITEMS = "/api/v1/public/items";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("onewindow.data", folder::toString);
    }

    /** Where the program keeps its keys. */
    @TempDir
    static Path folder;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<byte[]> send(
            String method, String path, @Nullable String user, byte @Nullable [] body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (user != null) {
            String pair = user + ":demo";
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static DocumentContext json(HttpResponse<byte[]> answer) {
        return JsonPath.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private DocumentContext get(String path) {
        HttpResponse<byte[]> answer = send("GET", path, null, null, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<byte[]> post(String path, String user, String body) {
        return send("POST", path, user, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void an_item_has_the_contracts_shape() {
        DocumentContext item = get(ITEMS + "/SF0101009");
        assertThat(item.<Integer>read("$.version")).isEqualTo(1);
        assertThat(item.<String>read("$.departmentName")).isEqualTo("示范县市场监督管理局");
        assertThat(item.<String>read("$.type")).isEqualTo("LICENCE");
        assertThat(item.<String>read("$.handlingClass")).isEqualTo("COMMITTED");
        assertThat(item.<String>read("$.statutory.unit")).isEqualTo("WORKING_DAY");
        assertThat(item.<String>read("$.statutory.startsOn")).isEqualTo("ACCEPTANCE");
        assertThat(item.<String>read("$.statutory.endsOn")).isEqualTo("DECISION");
        assertThat(item.<String>read("$.acceptanceRule")).isEqualTo("FIVE_DAYS");
        assertThat(item.<Boolean>read("$.deemedAcceptance")).isTrue();
        assertThat(item.<String>read("$.steps[0].code")).isEqualTo("S1");
        assertThat(item.<String>read("$.steps[0].kind")).isEqualTo("ACCEPT");
        assertThat(item.<String>read("$.specialProcedures[0].kind")).isEqualTo("SITE_SURVEY");
        assertThat(item.<Boolean>read("$.specialProcedures[0].stopsClock")).isFalse();
        assertThat(item.<String>read("$.materials[0].form")).isEqualTo("ORIGINAL");
        assertThat(item.<@Nullable Object>read("$.materials[0].condition")).isNull();
        assertThat(item.<String>read("$.fee.kind")).isEqualTo("NONE");
        assertThat(item.<List<Object>>read("$.fee.lines")).isEmpty();
        assertThat(item.<String>read("$.windows[0]")).isEqualTo("A03");
        assertThat(item.<String>read("$.state")).isEqualTo("IN_EFFECT");
        assertThat(item.<java.util.Map<String, Object>>read("$"))
                .containsKeys("effectiveFrom", "result", "validity", "visits", "presenceRequired", "forwardedTo")
                .doesNotContainKey("licence");
    }

    @Test
    void statutory_is_null_where_law_sets_no_limit() {
        assertThat(get(ITEMS + "/SF2001008").<java.util.Map<String, Object>>read("$"))
                .containsEntry("statutory", null);
    }

    @Test
    void a_list_is_by_code_and_its_rows_have_what_one_filters_by() {
        DocumentContext all = get(ITEMS + "?limit=500");
        assertThat(all.<List<String>>read("$.items[*].code")).hasSize(187).isSorted();
        assertThat(all.<@Nullable String>read("$.next")).isNull();
        assertThat(all.<java.util.Map<String, Object>>read("$.items[0]"))
                .containsOnlyKeys(
                        "code",
                        "version",
                        "name",
                        "departmentCode",
                        "handlingClass",
                        "level",
                        "object",
                        "committedDays");
        DocumentContext first = get(ITEMS);
        assertThat(first.<List<String>>read("$.items[*].code")).hasSize(50);
        assertThat(get(ITEMS + "?after=" + first.<String>read("$.next")).<String>read("$.items[0].code"))
                .isEqualTo(all.<String>read("$.items[50].code"));
        assertThat(get(ITEMS + "?department=BM01&kind=IMMEDIATE&level=COUNTY&limit=500")
                        .<List<String>>read("$.items[*].handlingClass"))
                .isNotEmpty()
                .containsOnly("IMMEDIATE");
        assertThat(get(ITEMS + "?q=spjy").<String>read("$.items[0].name")).startsWith("食品经营许可");
    }

    @Test
    void what_can_not_be_read_is_400_and_what_is_not_there_404() {
        assertThat(send("GET", ITEMS + "?kind=SLOW", null, null, "").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", ITEMS + "?level=X", null, null, "").statusCode()).isEqualTo(400);
        assertThat(send("GET", ITEMS + "?limit=501", null, null, "").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", ITEMS + "?after=zzz", null, null, "").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", ITEMS + "?q=" + "a".repeat(101), null, null, "").statusCode())
                .isEqualTo(400);
        assertThat(send("GET", ITEMS + "/SF9999999", null, null, "").statusCode())
                .isEqualTo(404);
        assertThat(send("GET", ITEMS + "/SF0118002", null, null, "").statusCode())
                .as("K8 retired")
                .isEqualTo(404);
        assertThat(get(ITEMS + "/SF0118002/versions/1").<String>read("$.state")).isEqualTo("RETIRED");
        assertThat(send("GET", ITEMS + "/SF0101009/versions/7", null, null, "").statusCode())
                .isEqualTo(404);
        assertThat(send("GET", ITEMS + "/SF0101009/versions/x", null, null, "").statusCode())
                .isIn(400, 404);
    }

    private static final String DRAFT = """
            {"code":"SF0101777","name":"示例事项","departmentCode":"BM01","type":"CONFIRMATION","handlingClass":"COMMITTED",
             "object":"BOTH","regime":"NONE","committedDays":3,"legalBasis":"《示例办法》第一条","conditions":["已登记"],
             "steps":[{"kind":"ACCEPT","name":"受理","days":0,"post":"窗口受理岗","role":"CLERK"},
                      {"kind":"WORK","name":"审查","days":2,"post":"业务审查岗","role":"REVIEWER"},
                      {"kind":"DECIDE","name":"决定","days":1,"post":"首席代表","role":"APPROVER"},
                      {"kind":"ISSUE","name":"送达","days":0,"post":"窗口发证岗","role":"CLERK"}],
             "materials":[{"name":"%s","form":"ORIGINAL","source":"APPLICANT","necessity":"REQUIRED"}],
             "result":"确认书","windows":["A03"]}
            """;

    @Test
    void K1_an_item_lives_from_draft_to_retirement() {
        HttpResponse<byte[]> drafted = post("/api/v1/items", "approver.bm01", DRAFT.formatted("其他材料"));
        assertThat(drafted.statusCode()).isEqualTo(201);
        assertThat(drafted.headers().firstValue("Location")).hasValue("/api/v1/items/SF0101777/versions/1");
        assertThat(json(drafted).<String>read("$.state")).isEqualTo("DRAFT");
        assertThat(json(drafted).<String>read("$.windows[0]")).isEqualTo("A03");
        assertThat(send("GET", ITEMS + "/SF0101777/versions/1", null, null, "").statusCode())
                .as("a draft isn't public")
                .isEqualTo(404);

        DocumentContext obstacles =
                json(send("GET", "/api/v1/items/SF0101777/versions/1/obstacles", "approver.bm01", null, ""));
        assertThat(obstacles.<List<String>>read("$.reasons[*].rule")).containsExactly("K6");

        String file = "/api/v1/items/SF0101777/versions/1/file";
        assertThat(post(file, "approver.bm01", "{}").statusCode())
                .as("filing is the centre's")
                .isEqualTo(403);
        HttpResponse<byte[]> refused = post(file, "manager", "{}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).<String>read("$.rule")).isEqualTo("K6");

        assertThat(post("/api/v1/items", "approver.bm01", DRAFT.formatted("示例申请书"))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<byte[]> filed = post(file, "manager", "{}");
        assertThat(filed.statusCode()).isEqualTo(200);
        assertThat(json(filed).<String>read("$.state")).isEqualTo("IN_EFFECT");
        assertThat(get(ITEMS + "/SF0101777").<Integer>read("$.version")).isEqualTo(1);
        assertThat(get(ITEMS + "?q=slsx").<String>read("$.items[0].code")).isEqualTo("SF0101777");
        assertThat(json(post(file, "manager", "{}")).<String>read("$.rule")).isEqualTo("K1");

        HttpResponse<byte[]> retired = post("/api/v1/items/SF0101777/versions/1/retire", "manager", "{}");
        assertThat(json(retired).<String>read("$.state")).isEqualTo("RETIRED");
        assertThat(send("GET", ITEMS + "/SF0101777", null, null, "").statusCode())
                .isEqualTo(404);
        assertThat(json(post("/api/v1/items/SF0101777/versions/1/retire", "manager", "{}"))
                        .<String>read("$.rule"))
                .isEqualTo("K8");
    }

    @Test
    void C14_only_the_department_and_the_manager_draft() {
        String body = DRAFT.formatted("示例申请书").replace("SF0101777", "SF0101778");
        assertThat(post("/api/v1/items", "approver.bm02", body).statusCode()).isEqualTo(403);
        assertThat(post("/api/v1/items", "clerk.a03", body).statusCode()).isEqualTo(403);
        assertThat(send("POST", "/api/v1/items", null, body.getBytes(StandardCharsets.UTF_8), "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/api/v1/items", "manager", body).statusCode()).isEqualTo(201);
        assertThat(json(send("GET", "/api/v1/items", "approver.bm01", null, "")).<List<String>>read("$.items[*].code"))
                .contains("SF0101778");
        assertThat(send("GET", "/api/v1/items/SF0101778/versions/1", "approver.bm02", null, "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_draft_that_can_not_be_read_is_told_with_pointers() {
        HttpResponse<byte[]> answer = post(
                "/api/v1/items",
                "manager",
                DRAFT.replace("\"days\":2", "\"days\":-2").replace("SF0101777", "a b"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).<List<String>>read("$.errors[*].pointer")).contains("/code", "/steps/1/days");
        HttpResponse<byte[]> missing = post("/api/v1/items", "manager", "{\"code\":\"X\",\"colour\":1}");
        assertThat(json(missing).<List<String>>read("$.errors[*].pointer")).contains("/departmentCode", "/colour");
    }

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private HttpResponse<byte[]> upload(String path, byte[] file) {
        return send("POST", path, "manager", file, XLSX);
    }

    @Test
    void K9_what_is_exported_can_be_imported_and_changes_nothing_until_something_is_changed() {
        HttpResponse<byte[]> export = send("GET", "/api/v1/catalogue/export", "manager", null, "");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type")).hasValue(XLSX);

        DocumentContext same = json(upload("/api/v1/catalogue/import", export.body()));
        assertThat(same.<List<Object>>read("$.drafted")).isEmpty();
        assertThat(same.<List<String>>read("$.unchanged")).hasSizeGreaterThanOrEqualTo(187);
        assertThat(same.<List<String>>read("$.notImported")).contains("SF0118002");

        List<Sheet> changed = change(SpreadsheetFile.read(export.body()), "SF0101015", "visits", "2");
        byte[] file = SpreadsheetFile.write(changed);
        assertThat(json(upload("/api/v1/catalogue/compare", file)).<List<String>>read("$.items[*].column"))
                .containsExactly("visits");
        DocumentContext filed = json(upload("/api/v1/catalogue/import?file=true", file));
        assertThat(filed.<List<String>>read("$.filed[*].code")).containsExactly("SF0101015");
        assertThat(get(ITEMS + "/SF0101015").<Integer>read("$.version")).isEqualTo(2);
        assertThat(get(ITEMS + "/SF0101015/versions/1").<String>read("$.state")).isEqualTo("SUPERSEDED");
    }

    private static List<Sheet> change(List<Sheet> sheets, String code, String column, String word) {
        return sheets.stream()
                .map(sheet -> !sheet.name().equals("items")
                        ? sheet
                        : new Sheet(
                                sheet.name(),
                                sheet.columns(),
                                sheet.rows().stream()
                                        .map(row -> {
                                            java.util.Map<String, String> cells =
                                                    new java.util.LinkedHashMap<>(row.cells());
                                            if (row.text("code").equals(code)) {
                                                cells.put(column, word);
                                            }
                                            return new Sheet.Row(row.number(), cells);
                                        })
                                        .toList()))
                .toList();
    }

    @Test
    void K9_an_import_with_bad_cells_or_refusals_changes_nothing_and_tells_all() {
        byte[] export =
                send("GET", "/api/v1/catalogue/export", "manager", null, "").body();
        HttpResponse<byte[]> bad = upload(
                "/api/v1/catalogue/import",
                SpreadsheetFile.write(change(SpreadsheetFile.read(export), "SF0101001", "type", "许可")));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).<List<String>>read("$.errors[*].pointer")).containsExactly("/items/2/type");

        HttpResponse<byte[]> refused = upload(
                "/api/v1/catalogue/import?file=true",
                SpreadsheetFile.write(change(SpreadsheetFile.read(export), "SF0101001", "legal_basis", "")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).<List<String>>read("$.reasons[*].rule")).containsExactly("K2");
        assertThat(get(ITEMS + "/SF0101001").<Integer>read("$.version")).isEqualTo(1);

        assertThat(upload("/api/v1/catalogue/import", new byte[] {1, 2, 3}).statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/api/v1/catalogue/import", "clerk.a03", export, XLSX)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void K9_the_template_has_every_table_and_can_be_read() {
        HttpResponse<byte[]> template = send("GET", "/api/v1/catalogue/template", "approver.bm01", null, "");
        assertThat(template.statusCode()).isEqualTo(200);
        assertThat(SpreadsheetFile.read(template.body()))
                .extracting(Sheet::name)
                .contains("items", "steps", "materials", "fee_lines", "special_procedures", "window_items", "words");
    }

    @Test
    void K9_guide_and_card_are_printed() {
        for (String paper : List.of("guide.pdf", "card.pdf")) {
            HttpResponse<byte[]> answer = send("GET", "/items/SF0101009/" + paper, null, null, "");
            assertThat(answer.statusCode()).as(paper).isEqualTo(200);
            assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
        assertThat(send("GET", "/items/SF0118002/guide.pdf", null, null, "").statusCode())
                .isEqualTo(404);
    }
}
