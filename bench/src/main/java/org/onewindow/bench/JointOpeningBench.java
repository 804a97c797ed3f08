package org.onewindow.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.Channel;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.clockwork.Settling;
import org.onewindow.joint.Apply;
import org.onewindow.joint.JointCases;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointView;
import org.onewindow.joint.PickUp;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.onewindow.kernel.Actor;
import org.onewindow.parties.PartyDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it costs to take in a joint application of twenty members: the whole and every member's case in one transaction, against a
 * transaction that only inserts the same rows. Both commit durably, in turns.
 *
 * <p>Run it with {@code java -cp … org.onewindow.bench.JointOpeningBench [applications] [members]}.
 */
public final class JointOpeningBench {

    private static final String WINDOW_CLERK = "clerk.";

    /** What one opening adds rows to, and the key by which they are found. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("joint.application", "id = :application");
        TABLES.put("joint.member", "application = :application");
        TABLES.put("cases.case_file", "id in (select case_id from joint.member where application = :application)");
        TABLES.put(
                "journal.event",
                "stream = :application or stream in (select case_id from joint.member where application = :application)");
    }

    private final ConfigurableApplicationContext program;
    private final JdbcClient jdbc;
    private final JdbcTemplate floor;
    private final TransactionTemplate transaction;
    private final Actor clerk;
    private final Apply apply;

    private JointOpeningBench(ConfigurableApplicationContext program, HikariDataSource superuser, int members) {
        this.program = program;
        this.jdbc = JdbcClient.create(superuser);
        this.floor = new JdbcTemplate(superuser);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(superuser));
        Theme theme = theme(members);
        program.getBean(Themes.class).fileAll(List.of(theme));
        String window = program.getBean(Catalogue.class)
                .windowsOf(theme.stages().getFirst().lead().itemCode())
                .getFirst();
        this.clerk = program.getBean(StaffDirectory.class)
                .actor(WINDOW_CLERK + window.toLowerCase(Locale.ROOT))
                .orElseThrow();
        this.apply = new Apply(
                theme.code(),
                1,
                window,
                Channel.WINDOW,
                null,
                new PartyDetails(PartyDetails.Kind.PERSON, "张三", "11010519491231002X", "13800000000"),
                List.of(),
                null,
                null,
                Map.of(),
                null,
                papers(theme),
                PickUp.TOGETHER);
    }

    /** @param arguments applications per side (200), members of each (20) */
    public static void main(String[] arguments) throws Exception {
        int applications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int members = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (OwnDatabase database = new OwnDatabase(true);
                HikariDataSource superuser = database.pool(database.server().superuser(), 2);
                ConfigurableApplicationContext program = database.program()) {
            new JointOpeningBench(program, superuser, members).compare(applications, members);
        }
    }

    /** As many items as are wanted that anybody may apply for and whose lists of materials go together; each waits for another. */
    private Theme theme(int members) {
        Catalogue catalogue = program.getBean(Catalogue.class);
        Themes themes = program.getBean(Themes.class);
        List<ItemVersion> items = new ArrayList<>();
        for (ItemVersion item : catalogue.all()) {
            boolean fits = items.size() < members
                    && item.object() == ApplicantObject.BOTH
                    && !catalogue.windowsOf(item.code()).isEmpty();
            if (fits) {
                items.add(item);
                if (!themes.obstacles(theme(items)).isEmpty()) {
                    items.removeLast();
                }
            }
        }
        if (items.size() < members) {
            throw new IllegalStateException("only " + items.size() + " items go together");
        }
        return theme(items);
    }

    private static Theme theme(List<ItemVersion> items) {
        List<Theme.Member> members = new ArrayList<>();
        List<Theme.Edge> edges = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            members.add(new Theme.Member(items.get(i).code(), i == 0, List.of(), null, List.of()));
            if (i > 0) {
                edges.add(new Theme.Edge(
                        items.get((i - 1) / 2).code(), items.get(i).code()));
            }
        }
        String department = items.getFirst().departmentCode();
        return new Theme(
                "TH99",
                1,
                Theme.State.DRAFT,
                null,
                "并联审批",
                "Joint approval",
                "",
                ApplicantObject.BOTH,
                department,
                List.of(),
                List.of(new Theme.Stage(1, "办理", department, null, false, false, false, members)),
                edges);
    }

    private List<HandedIn> papers(Theme theme) {
        return program.getBean(JointReading.class).outline(theme.code(), 1, Map.of(), false, true).materials().stream()
                .map(line -> new HandedIn(line.name(), line.form(), 1, 1))
                .toList();
    }

    private void compare(int applications, int members) {
        jdbc.sql("create schema floor").update();
        TABLES.keySet()
                .forEach(table -> jdbc.sql("create table " + floorOf(table) + " (like " + table + " including all)")
                        .update());
        Map<String, List<String>> rows = rowsOf(open());
        int all = rows.values().stream().mapToInt(List::size).sum();
        List<Double> opened = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        for (int turn = 0; turn < applications; turn++) {
            long start = System.nanoTime();
            open();
            opened.add((System.nanoTime() - start) / 1e6);
            TABLES.keySet()
                    .forEach(table -> jdbc.sql("truncate " + floorOf(table)).update());
            start = System.nanoTime();
            transaction.executeWithoutResult(_ -> rows.forEach(this::insert));
            inserted.add((System.nanoTime() - start) / 1e6);
        }
        program.getBeanProvider(Settling.class).orderedStream().forEach(Settling::settle);
        double opening = median(opened.subList(applications / 2, applications));
        double inserting = median(inserted.subList(applications / 2, applications));
        System.out.printf(
                Locale.ROOT,
                "opening %d members (%d rows): %.1f ms; inserting the same rows: %.1f ms; ratio %.2f%n",
                members,
                all,
                opening,
                inserting,
                opening / inserting);
    }

    private JointView open() {
        return program.getBean(JointCases.class).apply(clerk, apply, _ -> null);
    }

    private Map<String, List<String>> rowsOf(JointView view) {
        long application = jdbc.sql("select id from joint.application where number = ?")
                .param(view.number())
                .query(Long.class)
                .single();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach((table, key) -> rows.put(
                table,
                jdbc.sql("select r::text from " + table + " r where " + key)
                        .param("application", application)
                        .query((row, _) -> row.getString(1))
                        .list()));
        return rows;
    }

    private void insert(String table, List<String> rows) {
        floor.batchUpdate(
                "insert into " + floorOf(table) + " select (r).* from (select ?::" + table + " as r) as given",
                rows.stream().map(row -> new Object[] {row}).toList());
    }

    private static String floorOf(String table) {
        return "floor." + table.substring(table.indexOf('.') + 1);
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
