package org.onewindow.joint.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.onewindow.joint.model.GraphLayout;
import org.onewindow.joint.model.GraphLayout.Place;
import org.onewindow.joint.model.StageGraph;
import org.springframework.web.util.HtmlUtils;

/**
 * The graph of a stage as SVG that stands alone: on a page, in a browser window, on paper. State is told by word, frame and strip,
 * never by colour alone; the critical path by thick lines.
 */
final class GraphDrawing {

    private static final int WIDTH = 208;
    private static final int HEIGHT = 84;
    private static final int GAP_ACROSS = 64;
    private static final int GAP_DOWN = 22;
    private static final int MARGIN = 16;
    private static final int CHARACTERS_IN_LINE = 14;
    private static final int LINES = 2;

    /** How a box is framed; the words say the same. */
    enum Look {
        PLAIN,
        WAITING,
        OPEN,
        DONE,
        FAILED
    }

    /**
     * A member as drawn.
     *
     * @param state in words; empty where there is none yet
     * @param note days or dates
     */
    record Box(String code, String name, String state, String note, Look look, boolean critical) {}

    private static final String STYLE = """
            text{font-family:"Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;fill:#1f2933}
            .name{font-size:13px;font-weight:600}.state,.note{font-size:12px}.note{fill:#3e4c59}
            .box{fill:#fff;stroke:#9aa5b1;stroke-width:1}.strip{fill:#9aa5b1}
            .waiting .box{stroke-dasharray:5 3}.open .box{stroke:#0b5cad}.open .strip{fill:#0b5cad}
            .done .strip{fill:#1b7f3b}.failed .strip{fill:#b42318}.failed .box{stroke:#b42318}
            .critical .box{stroke:#102a43;stroke-width:3}
            .edge{fill:none;stroke:#7b8794;stroke-width:1.5}.edge.critical{stroke:#102a43;stroke-width:3.5}
            @media print{.box{fill:none}}""";

    private GraphDrawing() {}

    static String draw(
            String title, String description, List<Box> boxes, List<StageGraph.Edge> edges, List<String> criticalPath) {
        GraphLayout.Drawing layout =
                GraphLayout.of(boxes.stream().map(Box::code).toList(), edges);
        int width = 2 * MARGIN + Math.max(1, layout.columns()) * (WIDTH + GAP_ACROSS) - GAP_ACROSS;
        int height = 2 * MARGIN + Math.max(1, layout.rows()) * (HEIGHT + GAP_DOWN) - GAP_DOWN;
        StringBuilder svg = new StringBuilder();
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"graph-title graph-desc\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\">\n<title id=\"graph-title\">")
                .append(escaped(title))
                .append("</title>\n<desc id=\"graph-desc\">")
                .append(escaped(description))
                .append("</desc>\n<style>")
                .append(STYLE)
                .append(
                        "</style>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" "
                                + "markerHeight=\"7\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" "
                                + "fill=\"#52606d\"/></marker></defs>\n");
        layout.routes().forEach(route -> edge(svg, route, criticalPath));
        boxes.forEach(
                box -> box(svg, box, Objects.requireNonNull(layout.members().get(box.code()))));
        return svg.append("</svg>\n").toString();
    }

    private static void edge(StringBuilder svg, GraphLayout.Route route, List<String> criticalPath) {
        int from = criticalPath.indexOf(route.from());
        boolean critical = from >= 0 && criticalPath.indexOf(route.to()) == from + 1;
        svg.append("<path class=\"edge").append(critical ? " critical" : "").append("\" marker-end=\"url(#tip)\" d=\"");
        List<Place> places = route.places();
        double x = left(places.getFirst()) + WIDTH;
        double y = middle(places.getFirst());
        svg.append('M').append(number(x)).append(' ').append(number(y));
        for (int i = 1; i < places.size(); i++) {
            boolean last = i == places.size() - 1;
            double toX = left(places.get(i));
            double toY = middle(places.get(i));
            double half = (toX - x) / 2;
            svg.append('C')
                    .append(number(x + half))
                    .append(' ')
                    .append(number(y))
                    .append(' ')
                    .append(number(toX - half))
                    .append(' ')
                    .append(number(toY))
                    .append(' ')
                    .append(number(last ? toX - 1 : toX))
                    .append(' ')
                    .append(number(toY));
            x = toX;
            y = toY;
            if (!last) {
                x += WIDTH;
                svg.append('L').append(number(x)).append(' ').append(number(y));
            }
        }
        svg.append("\"/>\n");
    }

    private static void box(StringBuilder svg, Box box, Place place) {
        double x = left(place);
        double y = MARGIN + place.row() * (HEIGHT + GAP_DOWN);
        svg.append("<g class=\"")
                .append(box.look().name().toLowerCase(Locale.ROOT))
                .append(box.critical() ? " critical" : "")
                .append("\"><title>")
                .append(escaped(box.name() + " " + box.state() + " " + box.note()))
                .append("</title><rect class=\"box\" rx=\"6\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\"/><rect class=\"strip\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y + 6))
                .append("\" width=\"5\" height=\"" + (HEIGHT - 12) + "\"/>");
        List<String> lines = wrapped(box.name());
        for (int i = 0; i < lines.size(); i++) {
            text(svg, "name", x + 14, y + 21 + 17 * i, lines.get(i));
        }
        text(svg, "state", x + 14, y + 57, box.state());
        text(svg, "note", x + 14, y + 74, box.note());
        svg.append("</g>\n");
    }

    private static void text(StringBuilder svg, String kind, double x, double y, String text) {
        if (!text.isBlank()) {
            svg.append("<text class=\"")
                    .append(kind)
                    .append("\" x=\"")
                    .append(number(x))
                    .append("\" y=\"")
                    .append(number(y))
                    .append("\">")
                    .append(escaped(text))
                    .append("</text>");
        }
    }

    /** A name over two lines; what doesn't fit is in the box's title. */
    private static List<String> wrapped(String name) {
        List<String> lines = new ArrayList<>();
        int[] points = name.codePoints().toArray();
        for (int from = 0; from < points.length && lines.size() < LINES; from += CHARACTERS_IN_LINE) {
            int length = Math.min(CHARACTERS_IN_LINE, points.length - from);
            boolean cut = lines.size() == LINES - 1 && from + length < points.length;
            lines.add(new String(points, from, cut ? length - 1 : length) + (cut ? "…" : ""));
        }
        return lines;
    }

    private static double left(Place place) {
        return MARGIN + place.column() * (double) (WIDTH + GAP_ACROSS);
    }

    private static double middle(Place place) {
        return MARGIN + place.row() * (HEIGHT + GAP_DOWN) + HEIGHT / 2.0;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
