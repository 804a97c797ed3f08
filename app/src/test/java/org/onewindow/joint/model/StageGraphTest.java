package org.onewindow.joint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.joint.model.AGraph.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.joint.StagePlan;
import org.onewindow.joint.model.StageGraph.Edge;
import org.onewindow.joint.model.StageGraph.Member;

/** The graph of a stage (J1, J3): the two real graphs, cycles, and random graphs against the enumeration of all paths. */
class StageGraphTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final LocalDate TUE_2026_02_10 = LocalDate.of(2026, 2, 10);

    // ---- the two real graphs (facts.md section 6)

    @Test
    void J3_starting_a_company_takes_three_half_days_and_not_six() {
        StagePlan plan = graph(AGraph.STARTING_A_COMPANY).plan();

        assertThat(plan.length()).isEqualTo(3);
        assertThat(plan.sum()).isEqualTo(6);
        assertThat(plan.criticalPath()).containsExactly("A0", "A1", "A2", "A7", "A8");
        assertThat(slacks(plan)).containsExactlyInAnyOrderEntriesOf(Map.of("A3", 1, "A4", 2, "A5", 1, "A6", 1));
    }

    @Test
    void J3_without_the_edge_from_seal_to_bank_the_graph_decides_and_not_the_sum() {
        String[] booking = AGraph.STARTING_A_COMPANY.clone();
        booking[7] = "A7 1 A1";

        assertThat(graph(booking).plan().length())
                .as("two half-days: one working day")
                .isEqualTo(2);
    }

    @Test
    void J3_starting_a_company_by_law_takes_five_working_days_instead_of_nine() {
        StagePlan plan = graph(
                        "A0 0",
                        "A1 3 A0",
                        "A2 1 A1",
                        "A3 2 A1",
                        "A4 0 A1",
                        "A5 1 A1",
                        "A6 1 A1",
                        "A7 1 A1 A2",
                        "A8 0 A2 A3 A4 A5 A6 A7")
                .plan();

        assertThat(plan.length()).isEqualTo(5);
        assertThat(plan.sum()).isEqualTo(9);
    }

    @Test
    void J3_a_construction_project_takes_74_promised_days_instead_of_175() {
        StageGraph graph = graph(AGraph.CONSTRUCTION_PROMISED);
        StagePlan plan = graph.plan();

        assertThat(plan.length()).isEqualTo(74);
        assertThat(plan.sum()).isEqualTo(175);
        assertThat(graph.criticalPaths(10))
                .containsExactly(
                        List.of("B1", "B2", "B3", "B4", "B5", "B7", "B10", "B11", "B12", "B13", "B15", "B18"),
                        List.of("B1", "B2", "B3", "B4", "B5", "B7", "B10", "B11", "B12", "B13", "B17", "B18"));
        assertThat(slacks(plan))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("B6", 3, "B8", 3, "B9", 2, "P1", 16, "P2", 16, "P3", 36, "B14", 5, "B16", 10));
    }

    @Test
    void J3_by_law_the_critical_path_is_another_one() {
        StageGraph graph = AGraph.constructionByLaw();
        StagePlan plan = graph.plan();

        assertThat(plan.length()).isEqualTo(170);
        assertThat(plan.sum()).isEqualTo(342);
        assertThat(graph.criticalPaths(100))
                .hasSize(6)
                .allSatisfy(path -> assertThat(path)
                        .startsWith("B1", "B2", "B3", "B4", "B5")
                        .containsSequence("B9", "B12", "B13")
                        .doesNotContain("B10", "B11")
                        .containsAnyOf("B7", "B8")
                        .containsAnyOf("B15", "B16", "B17")
                        .endsWith("B18"));
        assertThat(plan.criticalPath())
                .containsExactly("B1", "B2", "B3", "B4", "B5", "B7", "B9", "B12", "B13", "B15", "B18");
    }

    // ---- cycles

    @Test
    void J1_a_cycle_is_shown_each_member_once_in_its_order() {
        StageGraph graph = graph("A 1 D", "B 1 A", "C 1 X B", "D 1 C", "E 1 D", "X 1");

        assertThat(graph.cycle()).contains(List.of("A", "B", "C", "D"));
        assertThatThrownBy(graph::plan).hasMessageStartingWith("BUG:");
    }

    @Test
    void J1_a_member_that_waits_for_itself_is_a_cycle() {
        assertThat(graph("A 1 A").cycle()).contains(List.of("A"));
    }

    @Test
    void an_edge_to_nowhere_and_a_code_given_twice_are_no_graph() {
        assertThatThrownBy(() -> graph("A 1 B")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> graph("A 1", "A 2")).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- waiting for a day, and latest ends counted back from a promise

    @Test
    void J3_a_member_that_may_not_start_before_a_day_makes_the_others_wait_and_is_where_the_critical_path_begins() {
        StageGraph graph = StageGraph.of(
                List.of(new Member("A", 2), new Member("B", 3, 5), new Member("C", 1)),
                List.of(new Edge("A", "B"), new Edge("B", "C")));
        StagePlan plan = graph.plan();

        assertThat(plan.length()).isEqualTo(9);
        assertThat(plan.criticalPath()).containsExactly("B", "C");
        assertThat(slacks(plan)).containsExactly(Map.entry("A", 3));
    }

    @Test
    void J3_counted_back_from_the_promise_who_makes_the_whole_late_has_less_than_no_slack() {
        StagePlan plan = graph("A 5", "B 3 A", "C 1").planTo(6);

        assertThat(plan.length()).isEqualTo(8);
        assertThat(slacks(plan)).isEqualTo(Map.of("A", -2, "B", -2, "C", 5));
    }

    // ---- days over a calendar

    @Test
    void T2_a_member_starts_on_the_day_its_last_predecessor_ends_over_the_spring_festival() {
        DatedPlan dated = DatedPlan.of(graph("B1 3", "B2 13 B1").plan(), TUE_2026_02_10, CN);

        assertThat(dated.members().get(0).startsOn()).isEqualTo(TUE_2026_02_10);
        assertThat(dated.members().get(0).endsOn()).as("11, 12, 13 February").isEqualTo("2026-02-13");
        assertThat(dated.members().get(1).startsOn()).isEqualTo("2026-02-13");
        assertThat(dated.dueOn())
                .as("Saturday 14 is worked; 24 to 28 February, of which Saturday 28 is worked; 2 to 6, 9 and 10 March")
                .isEqualTo("2026-03-10");
        assertThat(dated.provisional()).isFalse();
    }

    @Test
    void T3_what_takes_no_days_ends_on_the_day_it_begins_or_on_the_next_working_day() {
        LocalDate sun_2026_02_15 = LocalDate.of(2026, 2, 15);

        assertThat(DatedPlan.of(graph("A 0").plan(), TUE_2026_02_10, CN).dueOn())
                .isEqualTo(TUE_2026_02_10);
        assertThat(DatedPlan.of(graph("A 0").plan(), sun_2026_02_15, CN).dueOn())
                .isEqualTo("2026-02-24");
    }

    // ---- random graphs against all paths

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void J3_random_graphs_agree_with_the_enumeration_of_all_paths(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 250; round++) {
            List<Member> members = members(random, 1 + random.nextInt(9), false);
            List<Edge> edges = forwardEdges(random, members);
            StageGraph graph = StageGraph.of(members, edges);
            PathOracle oracle = new PathOracle(members, edges);

            assertThat(graph.cycle()).isEmpty();
            assertThat(graph.plan().length()).isEqualTo(oracle.length());
            assertThat(graph.criticalPaths(Integer.MAX_VALUE)).isEqualTo(oracle.criticalPaths());
            assertThat(graph.plan().criticalPath())
                    .isEqualTo(oracle.criticalPaths().getFirst());
            graph.plan().members().forEach(planned -> {
                assertThat(planned.earliestStart()).isEqualTo(oracle.longestBefore(planned.code()));
                assertThat(planned.slack()).isEqualTo(oracle.length() - oracle.longestThrough(planned.code()));
                assertThat(planned.latestStart() - planned.earliestStart()).isEqualTo(planned.slack());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void J3_a_day_before_which_a_member_may_not_start_is_like_a_predecessor_of_that_length(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Member> members = members(random, 1 + random.nextInt(8), true);
            List<Edge> edges = forwardEdges(random, members);
            List<Member> plain = new ArrayList<>();
            List<Edge> more = new ArrayList<>(edges);
            members.forEach(member -> {
                plain.add(new Member(member.code(), member.days()));
                if (member.notBefore() > 0) {
                    plain.add(new Member("~" + member.code(), member.notBefore()));
                    more.add(new Edge("~" + member.code(), member.code()));
                }
            });
            Map<String, StagePlan.Planned> expected = new TreeMap<>();
            StageGraph.of(plain, more).plan().members().forEach(planned -> expected.put(planned.code(), planned));

            assertThat(StageGraph.of(members, edges).plan().members())
                    .allSatisfy(planned -> assertThat(planned).isEqualTo(expected.get(planned.code())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void J1_a_shown_cycle_is_one_and_none_is_missed(long seed) {
        Random random = new Random(seed);
        int cyclic = 0;
        for (int round = 0; round < 300; round++) {
            List<Member> members = members(random, 1 + random.nextInt(8), false);
            List<Edge> edges = new ArrayList<>();
            int number = random.nextInt(members.size() + 2);
            for (int e = 0; e < number; e++) {
                edges.add(new Edge(any(random, members), any(random, members)));
            }
            var cycle = StageGraph.of(members, edges).cycle();

            assertThat(cycle.isPresent()).isEqualTo(new PathOracle(members, edges).isCyclic());
            if (cycle.isPresent()) {
                cyclic++;
                List<String> codes = cycle.get();
                assertThat(codes).doesNotHaveDuplicates();
                assertThat(codes.getFirst())
                        .isEqualTo(codes.stream().min(Comparator.naturalOrder()).get());
                for (int i = 0; i < codes.size(); i++) {
                    assertThat(edges).contains(new Edge(codes.get(i), codes.get((i + 1) % codes.size())));
                }
            }
        }
        assertThat(cyclic).isBetween(30, 270);
    }

    private static String any(Random random, List<Member> members) {
        return members.get(random.nextInt(members.size())).code();
    }

    private static List<Member> members(Random random, int number, boolean floors) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            // Codes in no order of their own, so that comparing them means something.
            members.add(new Member(
                    "M" + (7 * i + 3) % 31,
                    random.nextInt(5),
                    floors && random.nextInt(3) == 0 ? random.nextInt(8) : 0));
        }
        return members;
    }

    private static List<Edge> forwardEdges(Random random, List<Member> members) {
        List<Edge> edges = new ArrayList<>();
        for (int from = 0; from < members.size(); from++) {
            for (int to = from + 1; to < members.size(); to++) {
                if (random.nextInt(3) == 0) {
                    edges.add(new Edge(members.get(from).code(), members.get(to).code()));
                    if (random.nextInt(10) == 0) {
                        edges.add(new Edge(
                                members.get(from).code(), members.get(to).code()));
                    }
                }
            }
        }
        return edges;
    }

    private static Map<String, Integer> slacks(StagePlan plan) {
        Map<String, Integer> slacks = new TreeMap<>();
        plan.members().stream()
                .filter(planned -> planned.slack() != 0)
                .forEach(planned -> slacks.put(planned.code(), planned.slack()));
        return slacks;
    }
}
