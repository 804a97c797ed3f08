package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.joint.model.StageGraph.Edge;
import org.onewindow.joint.model.StageGraph.Member;

/** Graphs written as people draw them: {@code graph("A 3", "B 2 A", "C 1 A B")} — code, days, what it needs. */
final class AGraph {

    /** Starting a company (facts.md 6.1), in half-days as promised. */
    static final String[] STARTING_A_COMPANY = {
        "A0 0", "A1 1 A0", "A2 1 A1", "A3 1 A1", "A4 0 A1", "A5 1 A1", "A6 1 A1", "A7 1 A1 A2", "A8 0 A2 A3 A4 A5 A6 A7"
    };

    /** A construction project (facts.md 6.2): promised working days of 东莞. */
    static final String[] CONSTRUCTION_PROMISED = {
        "B1 3",
        "B2 13 B1",
        "B3 10 B1 B2",
        "B4 3 B2 B3",
        "P1 10 B1",
        "P2 30 B1",
        "P3 10 B1",
        "B5 5 B4",
        "B6 12 B3 P1",
        "B7 5 B5",
        "B8 4 B5",
        "B9 5 B6 B7 B8",
        "B10 2 B7",
        "B11 5 B10",
        "B12 3 B9 B11",
        "B13 5 B7 B9 B11 B12 P2 P3",
        "B14 10 B13",
        "B15 15 B13",
        "B16 5 B13",
        "B17 15 B13",
        "B18 5 B14 B15 B16 B17"
    };

    /** The statutory days of the same members, in the same order. */
    private static final int[] CONSTRUCTION_BY_LAW = {
        20, 20, 20, 20, 20, 30, 20, 20, 20, 20, 20, 15, 2, 5, 3, 7, 15, 20, 20, 20, 5
    };

    private AGraph() {}

    static StageGraph graph(String... lines) {
        List<Member> members = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            members.add(new Member(words[0], Integer.parseInt(words[1])));
            for (int i = 2; i < words.length; i++) {
                edges.add(new Edge(words[i], words[0]));
            }
        }
        return StageGraph.of(members, edges);
    }

    static StageGraph constructionByLaw() {
        String[] lines = CONSTRUCTION_PROMISED.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].replaceFirst(" \\d+", " " + CONSTRUCTION_BY_LAW[i]);
        }
        return graph(lines);
    }
}
