package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.joint.StagePlan;
import org.onewindow.kernel.Bug;

/**
 * The graph of legal causality of a stage (J1, J3): members with days, and edges that say what must end before what starts. The
 * rest runs in parallel, so the longest path is what the whole needs, not the sum.
 *
 * <p>Days are whole units of whatever the caller counts in: working days, or half-days. Immutable and thread-safe; planning is
 * linear in members and edges.
 */
public final class StageGraph {

    /**
     * A member.
     *
     * @param code unique in the graph
     * @param days how long it takes; 0 for what is done on the spot (T3)
     * @param notBefore the earliest unit it may start at, counted from the start of the whole; 0: as soon as its predecessors end
     */
    public record Member(String code, int days, int notBefore) {

        public Member {
            if (days < 0) {
                throw Bug.found("a member of " + days + " days: " + code);
            }
        }

        /** One that waits for nothing but its predecessors. */
        public Member(String code, int days) {
            this(code, days, 0);
        }
    }

    /** {@code from} must end before {@code to} starts; both are codes. */
    public record Edge(String from, String to) {}

    private final List<Member> members;
    /** Successors of member i are {@code targets[first[i] .. first[i + 1])}. */
    private final int[] first;

    private final int[] targets;
    /** Members in an order in which predecessors come first; shorter than the members when there is a cycle. */
    private final int[] order;

    private StageGraph(List<Member> members, int[] first, int[] targets) {
        this.members = members;
        this.first = first;
        this.targets = targets;
        this.order = order();
    }

    /**
     * A graph. An edge given twice counts once as much.
     *
     * @throws IllegalArgumentException a code given twice, or an edge from or to a member that isn't there
     */
    public static StageGraph of(List<Member> members, List<Edge> edges) {
        Map<String, Integer> places = HashMap.newHashMap(members.size());
        for (Member member : members) {
            if (places.put(member.code(), places.size()) != null) {
                throw new IllegalArgumentException("two members " + member.code());
            }
        }
        int[] from = new int[edges.size()];
        int[] to = new int[edges.size()];
        int[] first = new int[members.size() + 1];
        for (int e = 0; e < from.length; e++) {
            from[e] = place(places, edges.get(e).from());
            to[e] = place(places, edges.get(e).to());
            first[from[e] + 1]++;
        }
        for (int i = 0; i < members.size(); i++) {
            first[i + 1] += first[i];
        }
        int[] next = first.clone();
        int[] targets = new int[from.length];
        for (int e = 0; e < from.length; e++) {
            targets[next[from[e]]++] = to[e];
        }
        return new StageGraph(List.copyOf(members), first, targets);
    }

    private static int place(Map<String, Integer> places, String code) {
        Integer place = places.get(code);
        if (place == null) {
            throw new IllegalArgumentException("an edge of a member that isn't there: " + code);
        }
        return place;
    }

    private int[] order() {
        int[] waitsFor = new int[members.size()];
        for (int target : targets) {
            waitsFor[target]++;
        }
        int[] sorted = new int[members.size()];
        int end = 0;
        for (int i = 0; i < waitsFor.length; i++) {
            if (waitsFor[i] == 0) {
                sorted[end++] = i;
            }
        }
        for (int begin = 0; begin < end; begin++) {
            for (int e = first[sorted[begin]]; e < first[sorted[begin] + 1]; e++) {
                if (--waitsFor[targets[e]] == 0) {
                    sorted[end++] = targets[e];
                }
            }
        }
        return end == sorted.length ? sorted : Arrays.copyOf(sorted, end);
    }

    /** The members, as given. */
    public List<Member> members() {
        return members;
    }

    /**
     * The members of one cycle, each once, in the order in which each would have to end before the next; the first code among
     * them comes first. Empty when there is none.
     */
    public Optional<List<String>> cycle() {
        if (order.length == members.size()) {
            return Optional.empty();
        }
        boolean[] done = new boolean[members.size()];
        for (int sorted : order) {
            done[sorted] = true;
        }
        // Whoever is left has a predecessor that is left: walking backwards must come round.
        int[] predecessor = new int[members.size()];
        Arrays.fill(predecessor, -1);
        int any = -1;
        for (int i = 0; i < done.length; i++) {
            if (!done[i]) {
                any = i;
                for (int e = first[i]; e < first[i + 1]; e++) {
                    predecessor[targets[e]] = i;
                }
            }
        }
        boolean[] seen = new boolean[members.size()];
        int at = any;
        while (!seen[at]) {
            seen[at] = true;
            at = predecessor[at];
        }
        List<String> backwards = new ArrayList<>();
        int end = at;
        do {
            backwards.add(members.get(at).code());
            at = predecessor[at];
        } while (at != end);
        List<String> cycle = new ArrayList<>(backwards.reversed());
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        return Optional.of(List.copyOf(cycle));
    }

    /** The plan whose whole ends as early as it can. The graph must have no cycle. */
    public StagePlan plan() {
        return plan(-1);
    }

    /**
     * The plan with latest starts and ends counted back from a given end, such as the promised one: a member whose slack is
     * negative makes the whole late. The graph must have no cycle.
     */
    public StagePlan planTo(int end) {
        if (end < 0) {
            throw Bug.found("a plan to " + end);
        }
        return plan(end);
    }

    private StagePlan plan(int wanted) {
        if (order.length != members.size()) {
            throw Bug.found("a plan of a graph with a cycle: " + cycle());
        }
        int size = members.size();
        int[] start = new int[size];
        int length = 0;
        for (int i = 0; i < size; i++) {
            start[i] = Math.max(0, members.get(i).notBefore());
        }
        for (int i : order) {
            int end = start[i] + members.get(i).days();
            length = Math.max(length, end);
            for (int e = first[i]; e < first[i + 1]; e++) {
                start[targets[e]] = Math.max(start[targets[e]], end);
            }
        }
        int[] latestEnd = new int[size];
        Arrays.fill(latestEnd, wanted < 0 ? length : wanted);
        for (int o = size - 1; o >= 0; o--) {
            int i = order[o];
            for (int e = first[i]; e < first[i + 1]; e++) {
                latestEnd[i] = Math.min(
                        latestEnd[i],
                        latestEnd[targets[e]] - members.get(targets[e]).days());
            }
        }
        List<StagePlan.Planned> planned = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Member member = members.get(i);
            planned.add(new StagePlan.Planned(
                    member.code(), start[i], start[i] + member.days(), latestEnd[i] - member.days(), latestEnd[i]));
        }
        return new StagePlan(
                length,
                planned,
                criticalPaths(start, length, 1).stream().findFirst().orElse(List.of()));
    }

    /**
     * Critical paths, each from a member nothing holds back to one that nothing follows, in the order of their codes compared as
     * strings, list by list.
     *
     * @param most no more than that many: a graph may have exponentially many
     */
    public List<List<String>> criticalPaths(int most) {
        int[] start = new int[members.size()];
        StagePlan plan = plan();
        for (int i = 0; i < start.length; i++) {
            start[i] = plan.members().get(i).earliestStart();
        }
        return criticalPaths(start, plan.length(), most);
    }

    private List<List<String>> criticalPaths(int[] start, int length, int most) {
        int size = members.size();
        // Backwards: from which members does an unbroken chain without slack reach the end of the whole?
        boolean[] reaches = new boolean[size];
        boolean[] isHeld = new boolean[size];
        for (int o = size - 1; o >= 0; o--) {
            int i = order[o];
            int end = start[i] + members.get(i).days();
            reaches[i] = first[i] == first[i + 1] && end == length;
            for (int e = first[i]; e < first[i + 1]; e++) {
                if (start[targets[e]] == end) {
                    reaches[i] |= reaches[targets[e]];
                    isHeld[targets[e]] = true;
                }
            }
        }
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (reaches[i] && !isHeld[i]) {
                starts.add(i);
            }
        }
        List<List<String>> paths = new ArrayList<>();
        List<Integer> path = new ArrayList<>();
        walk(sorted(starts), path, paths, most, start, reaches);
        return paths;
    }

    private void walk(
            List<Integer> choices,
            List<Integer> path,
            List<List<String>> paths,
            int most,
            int[] start,
            boolean[] reaches) {
        for (int i : choices) {
            if (paths.size() == most) {
                return;
            }
            path.add(i);
            if (first[i] == first[i + 1]) {
                paths.add(path.stream().map(place -> members.get(place).code()).toList());
            } else {
                List<Integer> onwards = new ArrayList<>();
                for (int e = first[i]; e < first[i + 1]; e++) {
                    int target = targets[e];
                    if (reaches[target]
                            && start[target] == start[i] + members.get(i).days()
                            && !onwards.contains(target)) {
                        onwards.add(target);
                    }
                }
                walk(sorted(onwards), path, paths, most, start, reaches);
            }
            path.removeLast();
        }
    }

    private List<Integer> sorted(List<Integer> places) {
        places.sort((one, other) ->
                members.get(one).code().compareTo(members.get(other).code()));
        return places;
    }
}
