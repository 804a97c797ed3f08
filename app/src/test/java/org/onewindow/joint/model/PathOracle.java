package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onewindow.joint.model.StageGraph.Edge;
import org.onewindow.joint.model.StageGraph.Member;

/** What a graph means, found by writing down every path from a member nothing precedes to one nothing follows. */
final class PathOracle {

    private final Map<String, Integer> days = new TreeMap<>();
    private final Set<Edge> edges;
    private final List<List<String>> paths = new ArrayList<>();

    PathOracle(List<Member> members, List<Edge> edges) {
        members.forEach(member -> days.put(member.code(), member.days()));
        this.edges = new LinkedHashSet<>(edges);
    }

    boolean isCyclic() {
        return days.keySet().stream().anyMatch(code -> comesBack(code, code, new LinkedHashSet<>()));
    }

    private boolean comesBack(String from, String to, Set<String> seen) {
        return successors(from).stream()
                .anyMatch(next -> next.equals(to) || (seen.add(next) && comesBack(next, to, seen)));
    }

    int length() {
        return paths().stream().mapToInt(this::length).max().orElse(0);
    }

    List<List<String>> criticalPaths() {
        return paths().stream()
                .filter(path -> length(path) == length())
                .sorted(PathOracle::compare)
                .toList();
    }

    int longestThrough(String code) {
        return paths().stream()
                .filter(path -> path.contains(code))
                .mapToInt(this::length)
                .max()
                .orElseThrow();
    }

    int longestBefore(String code) {
        return paths().stream()
                .filter(path -> path.contains(code))
                .mapToInt(path -> length(path.subList(0, path.indexOf(code))))
                .max()
                .orElseThrow();
    }

    private List<List<String>> paths() {
        if (paths.isEmpty()) {
            days.keySet().stream()
                    .filter(code -> edges.stream().noneMatch(edge -> edge.to().equals(code)))
                    .forEach(code -> extend(List.of(code)));
        }
        return paths;
    }

    private void extend(List<String> path) {
        List<String> next = successors(path.getLast());
        if (next.isEmpty()) {
            paths.add(path);
        }
        for (String code : next) {
            List<String> longer = new ArrayList<>(path);
            longer.add(code);
            extend(longer);
        }
    }

    private List<String> successors(String code) {
        return edges.stream()
                .filter(edge -> edge.from().equals(code))
                .map(Edge::to)
                .toList();
    }

    private int length(List<String> path) {
        return path.stream().mapToInt(code -> days.getOrDefault(code, 0)).sum();
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = Comparator.<String>naturalOrder().compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
