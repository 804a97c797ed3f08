package org.onewindow.joint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A graph as pages show it: drawn, as a table, and as a list for a narrow screen. All three say the same, so that nobody needs the
 * drawing to understand.
 *
 * @param drawing SVG
 * @param rows members, what comes before others first
 * @param steps the same by how many stand before them; those in one step run side by side
 */
public record GraphBoard(String drawing, List<Row> rows, List<List<Row>> steps) {

    public GraphBoard {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /**
     * A member, in words.
     *
     * @param look plain, other, waiting, open, done or failed: the shape that goes with the state
     * @param href the page of its case; null where there is none for the viewer
     * @param days working days it has; null where the viewer doesn't see its plan
     * @param mark the slack in a few words that stand alone
     * @param tone critical, slack, low, late or none
     * @param after names of what must end before it, joined; empty for none
     * @param changeable whether “what if” may give it other days
     */
    public record Row(
            int place,
            String itemCode,
            String name,
            String department,
            String look,
            String state,
            @Nullable String href,
            boolean critical,
            @Nullable Integer days,
            String starts,
            String ends,
            String latest,
            String slack,
            String mark,
            String tone,
            String after,
            @Nullable Bar bar,
            boolean changeable) {}

    /**
     * When it runs, in hundredths of the time the whole takes.
     *
     * @param until up to where its slack reaches
     * @param due where the whole is due
     */
    public record Bar(int from, int length, int until, int due) {}
}
