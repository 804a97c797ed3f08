package org.onewindow.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database does for each list and each hot call when a county has a million cases: the whole program is asked over
 * HTTP, and the server explains every statement by itself. Prints, for each call, the statements' time and pages, and what
 * nobody wants to see: a table read whole, more than a page of rows sorted, rows read and thrown away.
 *
 * <p>Run it with {@code java -cp … org.onewindow.bench.QueryPlans [cases] [folder for every plan]}.
 */
public final class QueryPlans {

    private static final int MANY = 1_000;
    private static final int CHUNK = 50_000;
    private static final Pattern EXPLAINED = Pattern.compile("duration: ([0-9.]+) ms {2}plan:\n");
    private static final Pattern NEXT_ENTRY = Pattern.compile("\n\\d{4}-\\d{2}-\\d{2} ");
    private static final Pattern PAGES = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final Pattern WHOLE_TABLE = Pattern.compile("Seq Scan on (\\S+).*?actual time=\\S+ rows=([0-9.]+)");
    private static final Pattern SORT = Pattern.compile("Sort  \\(.*?actual time=\\S+ rows=([0-9.]+)");
    private static final Pattern THROWN_AWAY = Pattern.compile("Rows Removed by (?:Index Recheck|Filter): (\\d+)");

    private static final List<String> PAPERS = List.of("食品经营许可申请书", "法定代表人（负责人）身份证", "场所平面布局图", "食品安全管理制度", "主要设备设施清单");
    private final JdbcClient superuser;
    private final Path log;
    private final Path plans;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private QueryPlans(JdbcClient superuser, Path log, Path plans, int port) {
        this.superuser = superuser;
        this.log = log;
        this.plans = plans;
        this.port = port;
    }

    /** @param arguments how many cases (1,000,000) and where to write every plan (a new folder) */
    public static void main(String[] arguments) throws Exception {
        int cases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path plans = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("onewindow-plans");
        Files.createDirectories(plans);
        int port = OwnDatabase.freePort();
        try (OwnDatabase database = new OwnDatabase(false);
                HikariDataSource superuser = database.pool(database.server().superuser(), 2)) {
            String[] settings = {"--onewindow.database.allow-losing-data=true", "--server.port=" + port};
            JdbcClient jdbc = JdbcClient.create(superuser);
            QueryPlans run = new QueryPlans(jdbc, database.log(), plans, port);
            List<Known> known;
            ConfigurableApplicationContext before = database.program(settings);
            try {
                known = run.twoCases();
            } finally {
                before.close();
            }
            run.fill(cases, known.getFirst(), known.getLast());
            jdbc.sql("alter database onewindow set session_preload_libraries = 'auto_explain'")
                    .update();
            for (String setting :
                    List.of("log_min_duration = 0", "log_analyze = on", "log_buffers = on", "log_timing = off")) {
                jdbc.sql("alter database onewindow set auto_explain." + setting).update();
            }
            ConfigurableApplicationContext program = database.program(settings);
            try {
                run.ask(known.getFirst(), known.getLast());
            } finally {
                program.close();
            }
            System.out.println("every plan: " + plans);
        }
    }

    /** A case made through the program. */
    private record Known(String number, String code) {}

    /** One to multiply as finished, one as open. */
    private List<Known> twoCases() throws IOException, InterruptedException {
        Known finished = receive();
        post("clerk.a03", finished, "accept", "{}");
        post("reviewer.bm01", finished, "complete-step", "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"符合\"}");
        post("approver.bm01", finished, "decide", "{\"outcome\":\"GRANTED\"}");
        post("clerk.a03", finished, "complete", "{}");
        post("clerk.a03", finished, "deliver", "{\"recipient\":\"张三丰\",\"documentNumber\":\"身份证\"}");
        Known open = receive();
        post("clerk.a03", open, "accept", "{}");
        return List.of(finished, open);
    }

    private Known receive() throws IOException, InterruptedException {
        String papers = PAPERS.stream()
                .map(paper -> "{\"name\":\"" + paper + "\",\"form\":\"ORIGINAL\",\"copies\":1,\"pages\":1}")
                .collect(Collectors.joining(","));
        String application = """
                {"itemCode":"SF0101009","window":"A03","channel":"WINDOW",
                 "applicant":{"kind":"PERSON","name":"张三丰","idNumber":"990101199001011230","phone":"13800000001"},
                 "coApplicants":[],"representative":null,"serviceAgent":null,"station":null,
                 "situations":{},"override":null,"materials":[%s]}""".formatted(papers);
        String answer = send(request("clerk.a03", "/api/v1/cases")
                        .POST(HttpRequest.BodyPublishers.ofString(application)))
                .body();
        return new Known(field(answer, "caseNumber"), field(answer, "queryCode"));
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private void post(String user, Known known, String command, String body) throws IOException, InterruptedException {
        send(request(user, "/api/v1/cases/" + known.number() + "/" + command)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String user, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
        return user.isEmpty()
                ? request
                : request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.uri() + " " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /**
     * Multiplies what the two cases left behind, whatever columns that has: five years, three in a hundred still open, one in a
     * thousand of them in a rare state.
     */
    private void fill(int cases, Known finished, Known open) {
        long began = System.nanoTime();
        for (int from = 1; from <= cases; from += CHUNK) {
            superuser
                    .sql("""
                            insert into cases.case_file
                            select (made.row_of_case).* from (
                                select jsonb_populate_record(
                                    case when g % 33 = 0 then (select c from cases.case_file c where id = :open)
                                        else (select c from cases.case_file c where id = :finished) end,
                                    jsonb_build_object(
                                        'id', 10000000 + g, 'number', 'M' || g, 'applicant', g % 200000 + 10,
                                        'received_at', now() - (:cases - g) * (interval '5 years' / :cases),
                                        'at_window', 'A' || lpad((g % 40)::text, 2, '0'),
                                        'department', 'BM' || lpad((g / 7 % 30)::text, 2, '0'),
                                        'item_code', 'SF' || lpad((g / 3 % 188)::text, 7, '0'),
                                        'station', case when g % 50 = 0 then '9901' || lpad((g % 300)::text, 8, '0') end)
                                    || case
                                        when g % 33 = 0 then jsonb_build_object(
                                            'due_at', now() + (g % 20000) * interval '1 minute',
                                            'wake_at', timestamptz '2099-01-01' + g * interval '1 second',
                                            'state', case when g % 990 = 0 then 'SUSPENDED' else 'ACCEPTED' end)
                                        when g % 1000 = 0 then '{"state": "VOID"}' else '{}' end) as row_of_case
                                from generate_series(:from, least(:from + :chunk - 1, :cases)) g
                                offset 0) made""")
                    .param("cases", cases)
                    .param("from", from)
                    .param("chunk", CHUNK)
                    .param("open", streamOf(open))
                    .param("finished", streamOf(finished))
                    .update();
        }
        superuser.sql("""
                        insert into journal.event (stream, happened_at, recorded_at, tx, version, centre, era, type, actor, post,
                            at_window, body)
                        select 10000000 + g, e.happened_at, e.recorded_at, (g % 400 + 3)::text::xid8, e.version, e.centre, e.era,
                            e.type, e.actor, e.post, e.at_window, e.body
                        from generate_series(1, :cases) g
                        cross join (select * from journal.event where stream = :open and version <= 2 offset 0) e""").param("cases", cases).param("open", streamOf(open)).update();
        superuser.sql("""
                        with runs as (
                            insert into journal.run (first, streams, versions, centres)
                            select s.last_position + r * 500 + 1,
                                   array(select 10000001 + r * 250 + i / 2 from generate_series(0, 499) i),
                                   array(select i % 2 + 1 from generate_series(0, 499) i), array_fill(1::smallint, array[500])
                            from journal.sequencer s, generate_series(0, :cases / 250 - 1) r),
                        moved as (
                            update journal.sequencer set last_position = last_position + :cases / 250 * 500
                            returning last_position)
                        update journal.follower set position = (select last_position from moved)""").param("cases", cases).update();
        superuser.sql("""
                        insert into parties.party overriding system value
                        select (jsonb_populate_record(p, jsonb_build_object('id', 100000 + g,
                            'id_digest', sha256(g::text::bytea), 'name_digest', sha256((g || 'n')::bytea)))).*
                        from generate_series(1, 200000) g join parties.party p on p.id = (
                            select min(id) from parties.party where id_digest is not null)""").update();
        superuser.sql("""
                        insert into feedback.evaluation (centre, case_id, stream, grade, tags, comment, channel, at)
                        select 1, 10000000 + g, 20000000 + g, 'SATISFIED', '{}', '', 'WEB', now()
                        from generate_series(1, :cases / 5) g""").param("cases", cases).update();
        superuser.sql("""
                        insert into feedback.consultation (id, centre, asked_at, window_number, handler, question, answer, told,
                            answered_by, answered_at)
                        select 30000000 + g, 1, now(), 'A' || lpad((g % 40)::text, 2, '0'), 'clerk.a03', '？', '。', 'WINDOW',
                            'clerk.a03', now()
                        from generate_series(1, :cases / 5) g""").param("cases", cases).update();
        superuser.sql("""
                        insert into documents.document (centre, subject, kind, running, paper, number, template_version, pdf,
                            made_at)
                        select 1, 'M' || g, 'RECEIPT', 1, 'A4', 'N' || g, 1, 'x', now()
                        from generate_series(1, :cases / 5) g""").param("cases", cases).update();
        superuser.sql("vacuum analyze").update();
        System.out.printf(Locale.ROOT, "%d cases made in %.0f s%n", cases, (System.nanoTime() - began) / 1e9);
    }

    private long streamOf(Known known) {
        return superuser
                .sql("select id from cases.case_file where number = ?")
                .param(known.number())
                .query(Long.class)
                .single();
    }

    private void ask(Known finished, Known open) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "%-58s %5s %9s %8s   %s%n", "call", "SQL", "ms", "pages", "remarks");
        explain("start of the program and first turn of followers and sweeps", () -> {});
        for (String user : List.of("clerk.a03", "reviewer.bm01", "approver.bm01", "head.bm01", "supervisor")) {
            HttpClient person = signedIn(user);
            explain("worklist of " + user, () -> page(person, "/desk"));
            explain("ledger of today, " + user, () -> page(person, "/desk/ledger"));
            explain("ledger of a day last year, " + user, () -> page(person, "/desk/ledger?day=2025-11-20"));
        }
        for (String query : List.of(
                "window=A03",
                "window=A03,A04,A05&dueBefore=2027-01-01T00:00:00Z",
                "window=A03&state=ACCEPTED",
                "window=A03&state=DELIVERED",
                "window=A03&state=VOID",
                "window=A03&state=SUSPENDED",
                "window=A99",
                "department=BM01",
                "department=BM01&dueBefore=2027-01-01T00:00:00Z",
                "department=BM01&state=VOID",
                "department=BM99",
                "dueBefore=2027-01-01T00:00:00Z",
                "state=SUSPENDED",
                "state=SUSPENDED&dueBefore=2027-01-01T00:00:00Z",
                "state=FORWARDED",
                "q=" + finished.number(),
                "q=990101199001011230",
                "q=" + URLEncoder.encode("食品经营许可", StandardCharsets.UTF_8),
                "limit=100")) {
            explain("cases?" + query, () -> send(request("supervisor", "/api/v1/cases?" + query)));
        }
        explain("case", () -> send(request("clerk.a03", "/api/v1/cases/" + finished.number())));
        explain("history", () -> send(request("clerk.a03", "/api/v1/cases/" + finished.number() + "/events")));
        explain("papers", () -> send(request("clerk.a03", "/api/v1/cases/" + finished.number() + "/documents")));
        explain(
                "tracking",
                () -> send(request("", "/api/v1/public/cases/" + finished.number() + "?code=" + finished.code())));
        explain("consultations", () -> send(request("clerk.a03", "/api/v1/consultations?window=A03")));
        explain("consultations that wait", () -> send(request("reviewer.bm01", "/api/v1/consultations/open")));
        explain("receive, with earlier cases of the applicant", this::receive);
        explain("decide, followers", () -> {
            post("reviewer.bm01", open, "complete-step", "{\"step\":\"S2\",\"outcome\":\"PASS\",\"opinion\":\"符合\"}");
            post("approver.bm01", open, "decide", "{\"outcome\":\"GRANTED\"}");
        });
    }

    private HttpClient signedIn(String user) throws IOException, InterruptedException {
        HttpClient person = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page(person, "/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no form token");
        }
        person.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=demo&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return person;
    }

    private String page(HttpClient person, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = person.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
        return answer.body();
    }

    private interface Call {
        void make() throws IOException, InterruptedException;
    }

    private long read;
    private int asked;

    /** Makes a call and tells what the server wrote about its statements, and about what ran beside it. */
    private void explain(String name, Call call) throws IOException, InterruptedException {
        if (asked > 0) {
            logged();
        }
        call.make();
        Thread.sleep(asked == 0 ? 3_000 : 300);
        String text = logged();
        Files.writeString(plans.resolve(String.format(Locale.ROOT, "%02d.txt", ++asked)), name + "\n\n" + text);
        List<Double> times = new ArrayList<>();
        long pages = 0;
        Set<String> remarks = new LinkedHashSet<>();
        Matcher entry = EXPLAINED.matcher(text);
        while (entry.find()) {
            Matcher next = NEXT_ENTRY.matcher(text);
            String plan = text.substring(entry.end(), next.find(entry.end()) ? next.start() : text.length());
            times.add(Double.valueOf(entry.group(1)));
            Matcher buffers = PAGES.matcher(plan);
            if (buffers.find()) {
                pages += number(buffers.group(1)) + number(buffers.group(2));
            }
            remark(plan, remarks);
        }
        System.out.printf(
                Locale.ROOT,
                "%-58s %5d %9.1f %8d   %s%n",
                name,
                times.size(),
                times.stream().mapToDouble(Double::doubleValue).sum(),
                pages,
                String.join("; ", remarks));
    }

    private static void remark(String plan, Set<String> remarks) {
        Matcher whole = WHOLE_TABLE.matcher(plan);
        while (whole.find()) {
            if (Double.parseDouble(whole.group(2)) > MANY) {
                remarks.add("reads all of " + whole.group(1));
            }
        }
        Matcher sort = SORT.matcher(plan);
        while (sort.find()) {
            if (Double.parseDouble(sort.group(1)) > MANY) {
                remarks.add("sorts " + sort.group(1) + " rows");
            }
        }
        Matcher thrown = THROWN_AWAY.matcher(plan);
        while (thrown.find()) {
            if (Long.parseLong(thrown.group(1)) > MANY) {
                remarks.add("throws " + thrown.group(1) + " rows away");
            }
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** What was added to the server's log since the last time. */
    private String logged() throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
            String fresh = all.substring((int) Math.min(read, all.length()));
            read = all.length();
            return fresh;
        }
    }
}
