package org.onewindow.joint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.joint.model.GraphLayout;
import org.onewindow.joint.model.GraphLayout.Place;
import org.onewindow.joint.model.StageGraph;
import org.springframework.web.util.HtmlUtils;

/**
 * The graph of a stage as SVG: in a page, in a browser window of its own, on paper. It looks the same everywhere because it brings its
 * looks along as attributes, which no content security policy touches. State is told by word, shape and frame, never by colour alone;
 * the critical path by thick lines and a word.
 */
final class GraphDrawing {

    private static final int WIDTH = 212;
    private static final int HEIGHT = 92;
    private static final int GAP_ACROSS = 52;
    private static final int GAP_DOWN = 18;
    private static final int MARGIN = 10;
    private static final int LEGEND = 40;
    private static final int LEGEND_GAP = 26;
    private static final int RADIUS = 9;
    private static final int TIP = 7;
    private static final int TURN = 14;

    /** Wider drawings than this many columns keep their size in a page. */
    private static final int MOST_SHRINKING = 6;

    private static final String INK = "#17212b";
    private static final String SOFT = "#425161";
    private static final String QUIET = "#5a6979";
    private static final String LINE = "#c6cfd9";
    private static final String EDGE = "#a9b4c0";
    private static final String BLUE = "#0b57a4";
    private static final String FONT =
            "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',"
                    + "'WenQuanYi Micro Hei',sans-serif";

    private static final double NAME_SIZE = 13.5;
    private static final double SMALL_SIZE = 12;
    private static final double PILL_SIZE = 11;

    /** What fits into one line of a name, in ems. */
    private static final double NAME_ROOM = 11.3;

    private static final double STATE_ROOM = 13;

    /** How wide a character that isn't Chinese is, in ems; close enough for any of the fonts. */
    private static final double NARROW = 0.56;

    private static final int FIRST_WIDE = 0x2E80;

    /** How a box is framed and marked; the words say the same. */
    enum Look {
        PLAIN("#fff", LINE),
        OTHER("#fafbfc", LINE),
        WAITING("#fff", EDGE),
        OPEN("#f4f9fe", BLUE),
        DONE("#f4f6f8", EDGE),
        FAILED("#fff", INK);

        private final String ground;
        private final String frame;

        Look(String ground, String frame) {
            this.ground = ground;
            this.frame = frame;
        }
    }

    /** What the mark in the corner of a box is worth saying: nothing, slack there is, slack that shrinks, lateness, the critical path. */
    enum Tone {
        NONE("#fff", "#fff", "#fff"),
        SLACK("#fff", LINE, SOFT),
        LOW("#fff4dc", "#e5a01c", "#7a4a00"),
        LATE("#fdeeec", "#cf3a31", "#a3211a"),
        CRITICAL(INK, INK, "#fff");

        private final String ground;
        private final String frame;
        private final String ink;

        Tone(String ground, String frame, String ink) {
            this.ground = ground;
            this.frame = frame;
            this.ink = ink;
        }
    }

    /**
     * A member as drawn.
     *
     * @param number its place, shown where there is no state yet
     * @param state in words; empty where there is none yet
     * @param more beside the state, such as the department
     * @param dates days or dates
     * @param mark what stands in its corner; empty for nothing
     * @param href the page it leads to; null for none
     */
    record Box(
            String code,
            int number,
            String name,
            String state,
            String more,
            String dates,
            String mark,
            Tone tone,
            Look look,
            boolean critical,
            @Nullable String href) {}

    /** One entry of the legend. */
    record Key(Look look, boolean critical, String words) {}

    /**
     * What is drawn.
     *
     * @param title one line, for a window of its own
     * @param description what the drawing says, for who can't see it
     * @param criticalPath codes in order
     */
    record Picture(
            String title,
            String description,
            List<Box> boxes,
            List<StageGraph.Edge> edges,
            List<String> criticalPath,
            List<Key> legend) {}

    private final Picture picture;
    private final List<StageGraph.Edge> backwards = new ArrayList<>();
    private final Set<String> cycle = new HashSet<>();
    private final GraphLayout.Drawing layout;
    private final StringBuilder svg = new StringBuilder();

    private GraphDrawing(Picture picture) {
        this.picture = picture;
        List<String> codes = picture.boxes().stream().map(Box::code).toList();
        this.layout = GraphLayout.of(codes, withoutCycles(codes, picture.edges()));
    }

    /** As a part of a page. */
    static String inPage(Picture picture) {
        return new GraphDrawing(picture).draw(false);
    }

    /** As a document of its own. */
    static String alone(Picture picture) {
        return new GraphDrawing(picture).draw(true);
    }

    /** A draft may have a cycle: the edges that close one are drawn backwards (J1). */
    private List<StageGraph.Edge> withoutCycles(List<String> codes, List<StageGraph.Edge> edges) {
        List<StageGraph.Member> members =
                codes.stream().map(code -> new StageGraph.Member(code, 1)).toList();
        List<StageGraph.Edge> kept = new ArrayList<>(edges);
        Optional<List<String>> found = StageGraph.of(members, kept).cycle();
        while (found.isPresent()) {
            cycle.addAll(found.get());
            StageGraph.Edge closing =
                    new StageGraph.Edge(found.get().getLast(), found.get().getFirst());
            kept.removeIf(closing::equals);
            backwards.add(closing);
            found = StageGraph.of(members, kept).cycle();
        }
        return kept;
    }

    private String draw(boolean alone) {
        double below = backwards.isEmpty() ? 0 : HEIGHT / 2.0;
        double graphHeight = Math.max(1, layout.rows()) * (HEIGHT + GAP_DOWN) - GAP_DOWN + below;
        double legendWidth = picture.legend().stream()
                        .mapToDouble(key -> LEGEND_GAP + 24 + SMALL_SIZE * ems(key.words()))
                        .sum()
                - (picture.legend().isEmpty() ? 0 : LEGEND_GAP);
        double width =
                2 * MARGIN + Math.max(Math.max(1, layout.columns()) * (WIDTH + GAP_ACROSS) - GAP_ACROSS, legendWidth);
        double height = 2 * MARGIN + graphHeight + (picture.legend().isEmpty() ? 0 : LEGEND);
        String size = "viewBox=\"0 0 " + number(width) + ' ' + number(height) + "\" width=\"" + number(width)
                + "\" height=\"" + number(height) + '"';
        boolean leads = picture.boxes().stream().anyMatch(box -> box.href() != null);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph columns-")
                .append(layout.columns() <= MOST_SHRINKING ? String.valueOf(layout.columns()) : "many")
                .append("\" role=\"")
                .append(leads ? "group" : "img")
                .append("\" aria-label=\"")
                .append(escaped(picture.title() + " " + picture.description()))
                .append("\" ")
                .append(size)
                .append(" font-family=\"")
                .append(FONT)
                .append("\" fill=\"" + INK + "\">\n");
        if (alone) {
            svg.append("<title>").append(escaped(picture.title())).append("</title>\n<desc>");
            svg.append(escaped(picture.description())).append("</desc>\n");
        }
        layout.routes().stream().filter(route -> !isCritical(route)).forEach(this::edge);
        layout.routes().stream().filter(this::isCritical).forEach(this::edge);
        backwards.forEach(this::backwards);
        picture.boxes().forEach(this::box);
        legend(height - MARGIN - LEGEND / 2.0 + 8);
        return svg.append("</svg>\n").toString();
    }

    private boolean isCritical(GraphLayout.Route route) {
        int from = picture.criticalPath().indexOf(route.from());
        return from >= 0 && picture.criticalPath().indexOf(route.to()) == from + 1;
    }

    private boolean isInCycle(String from, String to) {
        return cycle.contains(from) && cycle.contains(to);
    }

    private void edge(GraphLayout.Route route) {
        boolean critical = isCritical(route);
        boolean wrong = isInCycle(route.from(), route.to());
        String colour = critical || wrong ? INK : EDGE;
        svg.append("<path class=\"edge").append(critical ? " critical" : "").append("\" fill=\"none\" stroke=\"");
        svg.append(colour)
                .append("\" stroke-width=\"")
                .append(critical ? "2.75" : "1.5")
                .append('"');
        svg.append(wrong ? " stroke-dasharray=\"6 4\"" : "").append(" d=\"");
        List<Place> places = route.places();
        double x = left(places.getFirst()) + WIDTH;
        double y = middle(places.getFirst());
        svg.append('M').append(at(x, y));
        for (int i = 1; i < places.size(); i++) {
            boolean last = i == places.size() - 1;
            double toX = left(places.get(i)) - (last ? TIP - 1 : 0);
            double toY = middle(places.get(i));
            double half = (toX - x) / 2;
            svg.append('C').append(at(x + half, y)).append(' ');
            svg.append(at(toX - half, toY)).append(' ').append(at(toX, toY));
            x = toX;
            y = toY;
            if (!last) {
                x += WIDTH;
                svg.append('H').append(number(x));
            }
        }
        svg.append("\"/>");
        Place end = places.getLast();
        double size = critical ? TIP + 1.5 : TIP;
        svg.append("<path fill=\"").append(colour).append("\" d=\"M").append(at(left(end), middle(end)));
        svg.append("l")
                .append(at(-size, -size * 0.6))
                .append("v")
                .append(number(size * 1.2))
                .append("z\"/>\n");
    }

    /** An edge that closes a cycle: down behind the boxes, back below all of them, and up again. */
    private void backwards(StageGraph.Edge edge) {
        Place from = Objects.requireNonNull(layout.members().get(edge.from()));
        Place to = Objects.requireNonNull(layout.members().get(edge.to()));
        double fromX = left(from) + WIDTH / 2.0;
        double toX = left(to) + WIDTH / 2.0;
        double fromY = top(from) + HEIGHT;
        double toY = top(to) + HEIGHT;
        double deep = MARGIN + Math.max(1, layout.rows()) * (HEIGHT + GAP_DOWN) - GAP_DOWN + HEIGHT / 3.0;
        svg.append("<path class=\"edge cycle\" fill=\"none\" stroke=\"" + INK
                + "\" stroke-width=\"2\" stroke-dasharray=\"6 4\" d=\"M");
        svg.append(at(fromX, fromY))
                .append('V')
                .append(number(deep - TURN))
                .append('Q')
                .append(at(fromX, deep));
        svg.append(' ')
                .append(at(fromX - TURN, deep))
                .append('H')
                .append(number(toX + TURN))
                .append('Q');
        svg.append(at(toX, deep)).append(' ').append(at(toX, deep - TURN)).append('V');
        svg.append(number(toY + TIP)).append("\"/><path d=\"M");
        svg.append(at(toX, toY)).append("l-4.5 8h9z\"/>\n");
    }

    private void box(Box box) {
        Place place = Objects.requireNonNull(layout.members().get(box.code()));
        double x = left(place);
        double y = top(place);
        boolean heavy = box.critical() || cycle.contains(box.code());
        boolean dashed = !heavy && (box.look() == Look.WAITING || box.look() == Look.OTHER);
        String href = box.href();
        if (href != null) {
            svg.append("<a tabindex=\"-1\" href=\"").append(escaped(href)).append("\">");
        }
        svg.append("<g class=\"")
                .append(box.look().name().toLowerCase(Locale.ROOT))
                .append(box.critical() ? " critical" : "")
                .append("\"><title>")
                .append(escaped(String.join(" ", box.name(), box.state(), box.more(), box.dates(), box.mark())
                        .strip()))
                .append("</title><rect rx=\"9\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" fill=\"")
                .append(box.look().ground)
                .append("\" stroke=\"")
                .append(heavy && box.look() != Look.OPEN ? INK : box.look().frame)
                .append("\" stroke-width=\"")
                .append(heavy ? "2.5" : "1.25")
                .append(dashed ? "\" stroke-dasharray=\"5 4" : "")
                .append("\"/>");
        sign(box.look(), box.number(), x + 21, y + 22);
        List<String> lines = wrapped(box.name());
        for (int i = 0; i < lines.size(); i++) {
            text(x + 38, y + 27 + 17 * i, NAME_SIZE, "600", INK, lines.get(i));
        }
        double stateY = y + (lines.size() == 1 ? 48 : 63);
        String state = box.state();
        String more = state.isBlank() || box.more().isBlank() ? box.more() : " · " + box.more();
        svg.append("<text font-size=\"12\" x=\"")
                .append(number(x + 38))
                .append("\" y=\"")
                .append(number(stateY));
        svg.append("\"><tspan font-weight=\"600\" fill=\"")
                .append(box.look() == Look.OPEN ? BLUE : SOFT)
                .append("\">");
        svg.append(escaped(state)).append("</tspan><tspan fill=\"" + QUIET + "\">");
        svg.append(escaped(cut(more, STATE_ROOM - ems(state)))).append("</tspan></text>");
        text(x + 12, y + 82, SMALL_SIZE, "400", SOFT, box.dates());
        mark(box, x + WIDTH - 8, y + 70);
        svg.append(href == null ? "</g>\n" : "</g></a>\n");
    }

    private void mark(Box box, double right, double y) {
        if (box.mark().isBlank()) {
            return;
        }
        double width = 14 + PILL_SIZE * ems(box.mark());
        svg.append("<rect height=\"17\" rx=\"8.5\" width=\"")
                .append(number(width))
                .append("\" x=\"");
        svg.append(number(right - width))
                .append("\" y=\"")
                .append(number(y - 1))
                .append("\" fill=\"");
        svg.append(box.tone().ground)
                .append("\" stroke=\"")
                .append(box.tone().frame)
                .append("\"/>");
        text(right - width / 2, y + 11.5, PILL_SIZE, "500\" text-anchor=\"middle", box.tone().ink, box.mark());
    }

    /** The shape of a state: number, broken ring, ring with a dot, disc with a tick, ring with a cross. */
    private void sign(Look look, int place, double x, double y) {
        String centre = "cx=\"" + number(x) + "\" cy=\"" + number(y) + "\"";
        switch (look) {
            case PLAIN -> {
                ring(centre, "#eef1f4", "#eef1f4", "1", "");
                String digits = String.valueOf(place);
                text(x, y + 4.2, SMALL_SIZE, "600\" text-anchor=\"middle", SOFT, digits);
            }
            case OTHER -> ring(centre, "none", LINE, "1.5", "");
            case WAITING -> ring(centre, "none", QUIET, "1.75", " stroke-dasharray=\"3.5 2.7\"");
            case OPEN -> {
                ring(centre, "#fff", BLUE, "2.75", "");
                svg.append("<circle r=\"3.75\" fill=\"" + BLUE + "\" ")
                        .append(centre)
                        .append("/>");
            }
            case DONE -> {
                ring(centre, SOFT, SOFT, "1", "");
                stroke(x - 4.2, y + 0.2, "l3.1 3.2l5.4-6.2", "#fff");
            }
            case FAILED -> {
                ring(centre, "#fff", INK, "1.75", "");
                stroke(x - 3.6, y - 3.6, "l7.2 7.2m0-7.2l-7.2 7.2", INK);
            }
        }
    }

    private void ring(String centre, String fill, String stroke, String width, String more) {
        svg.append("<circle r=\"" + RADIUS + "\" ")
                .append(centre)
                .append(" fill=\"")
                .append(fill);
        svg.append("\" stroke=\"")
                .append(stroke)
                .append("\" stroke-width=\"")
                .append(width)
                .append('"');
        svg.append(more).append("/>");
    }

    private void stroke(double x, double y, String path, String colour) {
        svg.append(
                "<path fill=\"none\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"");
        svg.append(colour).append("\" d=\"M").append(at(x, y)).append(path).append("\"/>");
    }

    private void legend(double y) {
        double x = MARGIN + RADIUS + 1.0;
        for (Key key : picture.legend()) {
            if (key.critical()) {
                svg.append("<path stroke=\"" + INK + "\" stroke-width=\"2.75\" d=\"M")
                        .append(at(x - RADIUS, y));
                svg.append("h18\"/>");
            } else {
                sign(key.look(), 1, x, y);
            }
            text(x + 16, y + 4.2, SMALL_SIZE, "400", QUIET, key.words());
            x += LEGEND_GAP + 24 + SMALL_SIZE * ems(key.words());
        }
    }

    private void text(double x, double y, double size, String weight, String fill, String words) {
        if (!words.isBlank()) {
            svg.append("<text font-size=\"")
                    .append(number(size))
                    .append("\" font-weight=\"")
                    .append(weight);
            svg.append("\" fill=\"")
                    .append(fill)
                    .append("\" x=\"")
                    .append(number(x))
                    .append("\" y=\"");
            svg.append(number(y)).append("\">").append(escaped(words)).append("</text>");
        }
    }

    /** A name over two lines, between words where it has any; what doesn't fit is in the box's title. */
    private static List<String> wrapped(String name) {
        if (ems(name) <= NAME_ROOM) {
            return List.of(name);
        }
        int end = fitting(name, NAME_ROOM);
        int space = name.lastIndexOf(' ', end);
        int cut = space > 0 && end < name.length() && name.codePointAt(end) < FIRST_WIDE ? space : end;
        return List.of(name.substring(0, cut).strip(), cut(name.substring(cut).strip(), NAME_ROOM));
    }

    private static String cut(String words, double room) {
        return ems(words) <= room ? words : words.substring(0, fitting(words, room - 1)) + "…";
    }

    /** How much of a text fits, as an index. */
    private static int fitting(String words, double room) {
        int end = 0;
        double width = 0;
        while (end < words.length()) {
            int point = words.codePointAt(end);
            width += point < FIRST_WIDE ? NARROW : 1;
            if (width > room) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static double ems(String words) {
        return words.codePoints()
                .mapToDouble(point -> point < FIRST_WIDE ? NARROW : 1)
                .sum();
    }

    private static double left(Place place) {
        return MARGIN + place.column() * (double) (WIDTH + GAP_ACROSS);
    }

    private static double top(Place place) {
        return MARGIN + place.row() * (HEIGHT + GAP_DOWN);
    }

    private static double middle(Place place) {
        return top(place) + HEIGHT / 2.0;
    }

    private static String at(double x, double y) {
        return number(x) + ' ' + number(y);
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
