package org.onewindow.joint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.joint.model.GraphLayout.Place;

/** How a graph is laid out for drawing. */
class GraphLayoutTest {

    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_member_stands_behind_what_it_waits_for_and_no_two_share_a_place(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            int size = 1 + random.nextInt(12);
            List<String> codes = new ArrayList<>();
            List<StageGraph.Edge> edges = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                codes.add("M" + i);
                for (int before = 0; before < i; before++) {
                    if (random.nextInt(4) == 0) {
                        edges.add(new StageGraph.Edge("M" + before, "M" + i));
                    }
                }
            }

            GraphLayout.Drawing drawing = GraphLayout.of(codes, edges);

            Set<Place> taken = new HashSet<>(drawing.members().values());
            assertThat(taken).hasSize(size);
            assertThat(taken)
                    .as("no two overlap")
                    .allSatisfy(one -> assertThat(taken)
                            .filteredOn(other -> other.column() == one.column() && !other.equals(one))
                            .allMatch(other -> Math.abs(other.row() - one.row()) >= 1 - ROUNDING));
            assertThat(drawing.routes()).hasSize(edges.size()).allSatisfy(route -> {
                for (int i = 1; i < route.places().size(); i++) {
                    assertThat(route.places().get(i).column())
                            .isEqualTo(route.places().get(i - 1).column() + 1);
                }
                assertThat(route.places().subList(1, route.places().size() - 1))
                        .as("an edge runs between members, not through them")
                        .doesNotContainAnyElementsOf(taken);
            });
            assertThat(drawing.members().values())
                    .allMatch(place -> place.row() >= -ROUNDING && place.row() <= drawing.rows() - 1 + ROUNDING);
            assertThat(GraphLayout.of(codes, edges)).isEqualTo(drawing);
        }
    }
}
