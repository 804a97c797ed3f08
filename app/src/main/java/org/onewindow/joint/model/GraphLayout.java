package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the members of a graph stand when it is drawn: in columns from left to right, each behind all it waits for, with few
 * crossings. An edge that passes columns gets a place in each of them, so that it runs between members and not through them.
 */
public final class GraphLayout {

    private static final int SWEEPS = 8;

    /** Rows that an edge takes up where it passes a column; a member takes one. */
    private static final double PASSING = 0.3;

    /** A place: column and row from 0, a row as high as a member. A member stands where its neighbours pull it, so rows are broken. */
    public record Place(int column, double row) {}

    /** An edge as the places it runs through, its two ends included. */
    public record Route(String from, String to, List<Place> places) {

        public Route {
            places = List.copyOf(places);
        }
    }

    /** The whole drawing: how many columns and rows, where each member stands, how each edge runs. */
    public record Drawing(int columns, double rows, Map<String, Place> members, List<Route> routes) {

        public Drawing {
            members = Map.copyOf(members);
            routes = List.copyOf(routes);
        }
    }

    /** A place to be filled: a member, or where an edge passes through. */
    private static final class Slot {

        private final int column;
        private final double height;
        private double wish;
        private double middle;
        private final List<Slot> left = new ArrayList<>();
        private final List<Slot> right = new ArrayList<>();

        private Slot(int column, double height) {
            this.column = column;
            this.height = height;
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
            Slot slot = new Slot(column.getOrDefault(code, 0), 1);
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
        place(grid);
        return drawing(codes, drawn, slots, chains, grid);
    }

    /** In which column each member stands: behind all it waits for, from 0. There must be no cycle. */
    public static Map<String, Integer> columns(List<String> codes, List<StageGraph.Edge> edges) {
        StageGraph graph = StageGraph.of(
                codes.stream().map(code -> new StageGraph.Member(code, 1)).toList(), edges);
        Map<String, Integer> columns = new HashMap<>();
        graph.plan().members().forEach(planned -> columns.put(planned.code(), planned.earliestStart()));
        return columns;
    }

    private static List<Slot> chain(Slot from, Slot to, List<List<Slot>> grid) {
        List<Slot> chain = new ArrayList<>(List.of(from));
        for (int column = from.column + 1; column < to.column; column++) {
            Slot passing = new Slot(column, PASSING);
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

    /** Moves slots up and down, order kept, until each is as near as can be to the middle of its neighbours. */
    private static void place(List<List<Slot>> grid) {
        for (List<Slot> column : grid) {
            double middle = 0;
            for (Slot slot : column) {
                slot.middle = middle + slot.height / 2;
                middle += slot.height;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < grid.size(); i++) {
                pull(grid.get(rightwards ? i : grid.size() - 1 - i));
            }
        }
    }

    private static void pull(List<Slot> column) {
        for (Slot slot : column) {
            slot.wish = Stream.concat(slot.left.stream(), slot.right.stream())
                    .mapToDouble(neighbour -> neighbour.middle)
                    .average()
                    .orElse(slot.middle);
        }
        settle(column);
    }

    /** The nearest middles to those wished for in which nobody overlaps: neighbours that would are moved as one (isotonic regression). */
    private static void settle(List<Slot> column) {
        double[] offset = new double[column.size()];
        double[] mean = new double[column.size()];
        int[] size = new int[column.size()];
        int blocks = 0;
        for (int i = 0; i < column.size(); i++) {
            offset[i] = i == 0 ? 0 : offset[i - 1] + (column.get(i - 1).height + column.get(i).height) / 2;
            mean[blocks] = column.get(i).wish - offset[i];
            size[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int both = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1]) / both;
                size[blocks - 2] = both;
                blocks--;
            }
        }
        int slot = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < size[block]; i++) {
                column.get(slot).middle = mean[block] + offset[slot];
                slot++;
            }
        }
    }

    private static Drawing drawing(
            List<String> codes,
            List<StageGraph.Edge> edges,
            Map<String, Slot> slots,
            List<List<Slot>> chains,
            List<List<Slot>> grid) {
        double top = grid.stream()
                .flatMap(List::stream)
                .mapToDouble(slot -> slot.middle - slot.height / 2)
                .min()
                .orElse(0);
        double bottom = grid.stream()
                .flatMap(List::stream)
                .mapToDouble(slot -> slot.middle + slot.height / 2)
                .max()
                .orElse(0);
        Map<Slot, Place> places = new HashMap<>();
        grid.forEach(column ->
                column.forEach(slot -> places.put(slot, new Place(slot.column, slot.middle - top - 0.5))));
        Map<String, Place> members = new HashMap<>();
        codes.forEach(code -> members.put(code, places.get(slots.get(code))));
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            routes.add(new Route(
                    edges.get(i).from(),
                    edges.get(i).to(),
                    chains.get(i).stream().map(places::get).toList()));
        }
        return new Drawing(grid.size(), bottom - top, members, routes);
    }
}
