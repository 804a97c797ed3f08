package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the members of a graph stand when it is drawn: in columns from left to right, each behind all it waits for, with few
 * crossings. An edge that passes columns gets a place in each of them, so that it runs between members and not through them.
 */
public final class GraphLayout {

    private static final int SWEEPS = 8;

    /** A place in the grid, both from 0; rows are halves when columns are centred on one another. */
    public record Place(int column, double row) {}

    /** An edge as the places it runs through, its two ends included. */
    public record Route(String from, String to, List<Place> places) {

        public Route {
            places = List.copyOf(places);
        }
    }

    /** The whole drawing: how many columns and rows, where each member stands, how each edge runs. */
    public record Drawing(int columns, int rows, Map<String, Place> members, List<Route> routes) {

        public Drawing {
            members = Map.copyOf(members);
            routes = List.copyOf(routes);
        }
    }

    /** A place to be filled: a member, or where an edge passes through. */
    private static final class Slot {

        private final int column;
        private double wish;
        private final List<Slot> left = new ArrayList<>();
        private final List<Slot> right = new ArrayList<>();

        private Slot(int column) {
            this.column = column;
        }
    }

    private GraphLayout() {}

    /** Lays a graph out; it must have no cycle. The same graph always gives the same drawing. */
    public static Drawing of(List<String> codes, List<StageGraph.Edge> edges) {
        Map<String, Integer> column = columns(codes, edges);
        int columns = column.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        List<List<Slot>> grid = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            grid.add(new ArrayList<>());
        }
        Map<String, Slot> slots = new HashMap<>();
        for (String code : codes) {
            Slot slot = new Slot(column.getOrDefault(code, 0));
            slots.put(code, slot);
            grid.get(slot.column).add(slot);
        }
        List<StageGraph.Edge> drawn = edges.stream().distinct().toList();
        List<List<Slot>> chains = new ArrayList<>();
        for (StageGraph.Edge edge : drawn) {
            chains.add(chain(
                    Objects.requireNonNull(slots.get(edge.from())),
                    Objects.requireNonNull(slots.get(edge.to())),
                    grid));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(grid, sweep % 2 == 0);
        }
        return drawing(codes, drawn, slots, chains, grid);
    }

    private static Map<String, Integer> columns(List<String> codes, List<StageGraph.Edge> edges) {
        StageGraph graph = StageGraph.of(
                codes.stream().map(code -> new StageGraph.Member(code, 1)).toList(), edges);
        Map<String, Integer> columns = new HashMap<>();
        graph.plan().members().forEach(planned -> columns.put(planned.code(), planned.earliestStart()));
        return columns;
    }

    private static List<Slot> chain(Slot from, Slot to, List<List<Slot>> grid) {
        List<Slot> chain = new ArrayList<>(List.of(from));
        for (int column = from.column + 1; column < to.column; column++) {
            Slot passing = new Slot(column);
            grid.get(column).add(passing);
            chain.add(passing);
        }
        chain.add(to);
        for (int i = 0; i + 1 < chain.size(); i++) {
            chain.get(i).right.add(chain.get(i + 1));
            chain.get(i + 1).left.add(chain.get(i));
        }
        return chain;
    }

    /** Puts each slot where the middle of its neighbours is (barycentre), from left to right and back. */
    private static void order(List<List<Slot>> grid, boolean rightwards) {
        for (int i = 0; i < grid.size(); i++) {
            List<Slot> column = grid.get(rightwards ? i : grid.size() - 1 - i);
            for (int row = 0; row < column.size(); row++) {
                Slot slot = column.get(row);
                List<Slot> neighbours = rightwards ? slot.left : slot.right;
                List<Slot> beside =
                        grid.get(Math.clamp(rightwards ? slot.column - 1L : slot.column + 1L, 0, grid.size() - 1));
                slot.wish =
                        neighbours.stream().mapToInt(beside::indexOf).average().orElse(row);
            }
            column.sort(Comparator.comparingDouble(slot -> slot.wish));
        }
    }

    private static Drawing drawing(
            List<String> codes,
            List<StageGraph.Edge> edges,
            Map<String, Slot> slots,
            List<List<Slot>> chains,
            List<List<Slot>> grid) {
        int rows = grid.stream().mapToInt(List::size).max().orElse(0);
        Map<Slot, Place> places = new HashMap<>();
        for (List<Slot> column : grid) {
            double above = (rows - column.size()) / 2.0;
            for (int row = 0; row < column.size(); row++) {
                places.put(column.get(row), new Place(column.get(row).column, above + row));
            }
        }
        Map<String, Place> members = new HashMap<>();
        codes.forEach(code -> members.put(code, places.get(slots.get(code))));
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            routes.add(new Route(
                    edges.get(i).from(),
                    edges.get(i).to(),
                    chains.get(i).stream().map(places::get).toList()));
        }
        return new Drawing(grid.size(), rows, members, routes);
    }
}
