package org.onewindow.joint;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.MemberCase;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.joint.GraphBoard.Bar;
import org.onewindow.joint.GraphBoard.Row;
import org.onewindow.joint.GraphDrawing.Box;
import org.onewindow.joint.GraphDrawing.Look;
import org.onewindow.joint.GraphDrawing.Picture;
import org.onewindow.joint.GraphDrawing.Tone;
import org.onewindow.joint.model.GraphLayout;
import org.onewindow.joint.model.StageGraph;
import org.springframework.stereotype.Service;

/** The door to graphs in words and pictures: of a stage as it would run, of an application as it runs. */
@Service
public class GraphBoards {

    private static final int WHOLE = 100;

    /** A bar thinner than this can't be seen. */
    private static final int THINNEST = 2;

    private final Divisions divisions;
    private final Texts texts;

    GraphBoards(Divisions divisions, Texts texts) {
        this.divisions = divisions;
        this.texts = texts;
    }

    /** A member before it is put in words. */
    private record Node(
            int place,
            String itemCode,
            String name,
            String department,
            Look look,
            String state,
            @Nullable String href,
            LivePlan.@Nullable Line line,
            @Nullable LocalDate endedOn,
            boolean changeable) {

        private boolean critical() {
            return line != null && line.critical();
        }
    }

    /** A graph before it is put in words. */
    private record Graph(
            String title,
            String description,
            List<Node> nodes,
            List<Theme.Edge> edges,
            List<JointView.Earlier> earlier,
            @Nullable LivePlan plan,
            List<Look> looks) {}

    /**
     * A stage as it would run if it were accepted today.
     *
     * @param page the page of an item; null where it leads nowhere
     */
    public GraphBoard of(JointReading.Outline outline, Function<ItemVersion, @Nullable String> page, Locale locale) {
        return board(graph(outline, page, locale), locale);
    }

    /**
     * An application as it runs, as far as the viewer sees it.
     *
     * @param page the page of a member's case; null where it leads nowhere
     */
    public GraphBoard of(JointView view, Function<MemberCase, @Nullable String> page, Locale locale) {
        return board(graph(view, page, locale), locale);
    }

    /** The drawing of a stage as a document of its own. */
    public String drawing(JointReading.Outline outline, Locale locale) {
        return GraphDrawing.alone(picture(graph(outline, _ -> null, locale), locale));
    }

    /** The drawing of an application as a document of its own. */
    public String drawing(JointView view, Locale locale) {
        return GraphDrawing.alone(picture(graph(view, _ -> null, locale), locale));
    }

    private Graph graph(JointReading.Outline outline, Function<ItemVersion, @Nullable String> page, Locale locale) {
        LivePlan plan = outline.ifToday();
        boolean cyclic = plan.members().size() < outline.items().size();
        List<String> codes = outline.items().stream().map(ItemVersion::code).toList();
        Map<String, Integer> columns = cyclic ? Map.of() : GraphLayout.columns(codes, edges(outline.edges()));
        List<ItemVersion> sorted = outline.items().stream()
                .sorted(Comparator.comparingInt(item -> columns.getOrDefault(item.code(), 0)))
                .toList();
        List<Node> nodes = new ArrayList<>();
        for (ItemVersion item : sorted) {
            nodes.add(new Node(
                    nodes.size() + 1,
                    item.code(),
                    name(item.name(), item.nameEn(), locale),
                    department(item.departmentCode(), locale),
                    Look.PLAIN,
                    texts.text(locale, "joint.graph.days", item.committedDays()),
                    page.apply(item),
                    cyclic ? null : plan.line(item.code()),
                    null,
                    false));
        }
        return new Graph(
                texts.text(
                        locale,
                        "joint.graph.title",
                        outline.theme().name(),
                        outline.stage().name()),
                texts.text(
                        locale,
                        "joint.graph.description",
                        nodes.size(),
                        outline.plan().length(),
                        outline.plan().sum(),
                        plan.criticalPath().stream()
                                .map(code -> nameOf(code, nodes))
                                .toList()),
                nodes,
                outline.edges(),
                List.of(),
                cyclic ? null : plan,
                List.of());
    }

    private Graph graph(JointView view, Function<MemberCase, @Nullable String> page, Locale locale) {
        LivePlan plan = view.plan();
        String title = texts.text(
                locale, "joint.graph.title", view.theme().name(), view.stage().name());
        String description = plan == null
                ? texts.text(locale, "joint.graph.part", view.number())
                : texts.text(locale, "joint.graph.running", view.number(), view.state(), plan.dueOn(), plan.endsOn());
        return new Graph(
                title,
                description,
                view.members().stream()
                        .sorted(Comparator.comparingInt(JointView.MemberView::place))
                        .map(member -> node(member, page, locale))
                        .toList(),
                view.edges(),
                view.earlier(),
                plan,
                List.of(Look.WAITING, Look.OPEN, Look.DONE, Look.FAILED));
    }

    private Node node(JointView.MemberView member, Function<MemberCase, @Nullable String> page, Locale locale) {
        MemberCase known = member.own();
        boolean own = known != null;
        return new Node(
                member.place(),
                member.itemCode(),
                name(member.name(), member.nameEn(), locale),
                department(member.department(), locale),
                own ? look(member.progress()) : Look.OTHER,
                own ? texts.text(locale, "joint.progress." + member.progress()) : "",
                known == null ? null : page.apply(known),
                member.line(),
                member.endedOn(),
                own && !member.progress().isEnd());
    }

    private static Look look(MemberProgress progress) {
        return switch (progress) {
            case WAITING -> Look.WAITING;
            case OPEN -> Look.OPEN;
            case GRANTED -> Look.DONE;
            case REFUSED, ENDED, STOPPED -> Look.FAILED;
        };
    }

    private GraphBoard board(Graph graph, Locale locale) {
        Map<String, Integer> columns = columns(graph);
        List<Row> rows =
                graph.nodes().stream().map(node -> row(node, graph, locale)).toList();
        Map<Integer, List<Row>> steps = new TreeMap<>();
        rows.forEach(row -> steps.computeIfAbsent(columns.getOrDefault(row.itemCode(), 0), _ -> new ArrayList<>())
                .add(row));
        return new GraphBoard(GraphDrawing.inPage(picture(graph, locale)), rows, List.copyOf(steps.values()));
    }

    private static Map<String, Integer> columns(Graph graph) {
        List<String> codes = graph.nodes().stream().map(Node::itemCode).toList();
        return isCyclic(graph) ? Map.of() : GraphLayout.columns(codes, edges(graph.edges()));
    }

    private static boolean isCyclic(Graph graph) {
        return StageGraph.of(
                        graph.nodes().stream()
                                .map(node -> new StageGraph.Member(node.itemCode(), 0))
                                .toList(),
                        edges(graph.edges()))
                .cycle()
                .isPresent();
    }

    private static List<StageGraph.Edge> edges(List<Theme.Edge> edges) {
        return edges.stream()
                .map(edge -> new StageGraph.Edge(edge.from(), edge.to()))
                .toList();
    }

    private Picture picture(Graph graph, Locale locale) {
        List<GraphDrawing.Key> legend = new ArrayList<>();
        graph.looks().stream()
                .filter(look -> graph.nodes().stream().anyMatch(node -> node.look() == look))
                .forEach(look ->
                        legend.add(new GraphDrawing.Key(look, false, texts.text(locale, "joint.graph.look." + look))));
        LivePlan plan = graph.plan();
        if (plan != null) {
            legend.add(new GraphDrawing.Key(Look.PLAIN, true, texts.text(locale, "joint.graph.critical")));
        }
        return new Picture(
                graph.title(),
                graph.description(),
                graph.nodes().stream().map(node -> box(node, locale)).toList(),
                edges(graph.edges()),
                plan == null ? List.of() : plan.criticalPath(),
                legend);
    }

    private Box box(Node node, Locale locale) {
        Tone tone = tone(node);
        return new Box(
                node.itemCode(),
                node.place(),
                node.name(),
                node.state(),
                node.department(),
                dates(node, locale),
                slack(node, tone, "joint.graph.mark.", locale),
                tone,
                node.look(),
                node.critical(),
                node.href());
    }

    private String dates(Node node, Locale locale) {
        LivePlan.Line line = node.line();
        if (line == null) {
            return "";
        }
        LocalDate end = node.endedOn() == null ? line.endsOn() : node.endedOn();
        return line.startsOn().equals(end)
                ? day(end, locale)
                : texts.text(locale, "joint.graph.span", day(line.startsOn(), locale), day(end, locale));
    }

    private static Tone tone(Node node) {
        LivePlan.Line line = node.line();
        if (line == null || (node.look() != Look.PLAIN && !node.changeable())) {
            return Tone.NONE;
        }
        if (line.slack() < 0) {
            return Tone.LATE;
        }
        if (line.critical()) {
            return Tone.CRITICAL;
        }
        return line.plannedSlack() > 0 && 2 * line.slack() <= line.plannedSlack() ? Tone.LOW : Tone.SLACK;
    }

    private String slack(Node node, Tone tone, String keys, Locale locale) {
        LivePlan.Line line = node.line();
        return line == null || tone == Tone.NONE ? "" : texts.text(locale, keys + tone, Math.abs(line.slack()));
    }

    private Row row(Node node, Graph graph, Locale locale) {
        LivePlan.Line line = node.line();
        Tone tone = tone(node);
        LocalDate end = line == null ? null : node.endedOn() == null ? line.endsOn() : node.endedOn();
        return new Row(
                node.place(),
                node.itemCode(),
                node.name(),
                node.department(),
                node.look().name().toLowerCase(Locale.ROOT),
                node.state(),
                node.href(),
                node.critical(),
                line == null ? null : line.days(),
                line == null ? "" : day(line.startsOn(), locale),
                end == null ? "" : day(end, locale),
                line == null ? "" : day(line.latestEndsOn(), locale),
                slack(node, tone, "joint.board.slack.", locale),
                slack(node, tone, "joint.graph.mark.", locale),
                tone.name().toLowerCase(Locale.ROOT),
                Stream.concat(
                                graph.edges().stream()
                                        .filter(edge -> edge.to().equals(node.itemCode()))
                                        .map(edge -> nameOf(edge.from(), graph.nodes())),
                                graph.earlier().stream()
                                        .filter(one -> one.awaitedBy().equals(node.itemCode()))
                                        .map(one -> earlier(one, locale)))
                        .collect(Collectors.joining(texts.text(locale, "format.list-separator"))),
                graph.plan() == null || line == null || end == null ? null : bar(line, end, graph.plan()),
                node.changeable());
    }

    /** A member of an earlier stage with how it stands, as far as the viewer sees it. */
    private String earlier(JointView.Earlier one, Locale locale) {
        String name = name(one.name(), one.nameEn(), locale);
        LocalDate on = one.on();
        return on == null
                ? texts.text(locale, "joint.board.earlier", name)
                : texts.text(locale, "joint.board.earlier." + one.progress(), name, day(on, locale));
    }

    private static @Nullable Bar bar(LivePlan.Line line, LocalDate end, LivePlan plan) {
        LocalDate last = plan.endsOn().isAfter(plan.dueOn()) ? plan.endsOn() : plan.dueOn();
        long span = ChronoUnit.DAYS.between(plan.start(), last);
        if (span <= 0) {
            return null;
        }
        int from = share(plan.start(), line.startsOn(), span);
        int to = share(plan.start(), end, span);
        int until = share(plan.start(), line.latestEndsOn(), span);
        int length = Math.max(THINNEST, to - from);
        return new Bar(
                Math.min(from, WHOLE - length),
                length,
                Math.max(until, Math.min(from, WHOLE - length) + length),
                share(plan.start(), plan.dueOn(), span));
    }

    private static int share(LocalDate start, LocalDate day, long span) {
        return Math.clamp(ChronoUnit.DAYS.between(start, day) * WHOLE / span, 0, WHOLE);
    }

    private static String nameOf(String code, List<Node> nodes) {
        return nodes.stream()
                .filter(node -> node.itemCode().equals(code))
                .map(Node::name)
                .findFirst()
                .orElse(code);
    }

    private static String name(String name, String nameEn, Locale locale) {
        return Languages.isEnglish(locale) && !nameEn.isBlank() ? nameEn : name;
    }

    private String department(String code, Locale locale) {
        return divisions
                .findDepartment(code)
                .map(found -> Languages.isEnglish(locale) ? found.nameEn() : found.shortName())
                .orElse(code);
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        texts.text(locale, "joint.format.day"),
                        Languages.isEnglish(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .format(day);
    }
}
