package org.onewindow.joint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.joint.model.ATheme.aTheme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.Channel;
import org.onewindow.joint.PickUp;
import org.onewindow.joint.Theme;
import org.onewindow.joint.model.GraphMoves.End;
import org.onewindow.joint.model.JointEvent.Outcome;
import org.onewindow.joint.model.JointEvent.Taken;
import org.onewindow.joint.model.JointFile.Recorded;

/** What the graph brings about when members move (J1, J5): A before B, B before C. */
class GraphMovesTest {

    private static final LocalDate TUE_2026_02_10 = LocalDate.of(2026, 2, 10);
    private static final LocalDate THU_2026_02_12 = LocalDate.of(2026, 2, 12);
    private static final Instant ACCEPTED_AT = Instant.parse("2026-02-10T01:00:00Z");
    private static final Instant ENDED_AT = Instant.parse("2026-02-12T02:00:00Z");

    private static Theme theme(@Nullable List<String> stopsOfA) {
        return aTheme().with(theme -> {
                    theme.members.set(0, new Theme.Member("A", true, List.of(), stopsOfA, List.of()));
                    theme.edges.set(1, new Theme.Edge("B", "C"));
                })
                .build();
    }

    private static JointFile received() {
        return JointFile.begin(
                7,
                new Recorded(
                        1,
                        "clerk",
                        "CLERK",
                        "A01",
                        ACCEPTED_AT,
                        TUE_2026_02_10,
                        new JointEvent.Received(
                                "L1",
                                "TH90",
                                1,
                                1,
                                null,
                                false,
                                "A01",
                                "BM01",
                                Channel.WINDOW,
                                ApplicantKind.PERSON,
                                1,
                                List.of(),
                                null,
                                null,
                                Map.of(),
                                List.of(),
                                PickUp.TOGETHER,
                                "",
                                List.of(taken("A", 8), taken("B", 5), taken("C", 3)),
                                List.of(new StageGraph.Edge("A", "B"), new StageGraph.Edge("B", "C")),
                                List.of(),
                                TUE_2026_02_10,
                                1)));
    }

    private static Taken taken(String code, int days) {
        return new Taken(code, 1, "BM01", code.charAt(0), "990101-" + code, days);
    }

    private static JointFile accepted() {
        JointFile file = received();
        return apply(file, new JointEvent.Accepted(TUE_2026_02_10, TUE_2026_02_10, false, List.of()), ACCEPTED_AT);
    }

    private static JointFile apply(JointFile file, JointEvent event, Instant at) {
        return file.after(new Recorded(file.version() + 1, "x", null, null, at, THU_2026_02_12, event));
    }

    private static JointFile after(JointFile file, Theme theme, Map<String, End> ended) {
        JointFile now = file;
        for (GraphMoves.Move move : GraphMoves.of(file, theme, ended, Map.of())) {
            now = apply(now, move.event(), move.at());
        }
        return now;
    }

    private static List<JointEvent> moves(JointFile file, Theme theme, Map<String, End> ended) {
        return GraphMoves.of(file, theme, ended, Map.of()).stream()
                .map(GraphMoves.Move::event)
                .toList();
    }

    private static End end(Outcome outcome) {
        return new End(outcome, THU_2026_02_12, ENDED_AT);
    }

    @Test
    void J2_nothing_starts_before_the_whole_is_accepted() {
        assertThat(moves(received(), theme(null), Map.of())).isEmpty();
        assertThat(moves(accepted(), theme(null), Map.of()))
                .containsExactly(new JointEvent.MemberOpened("A", TUE_2026_02_10));
    }

    @Test
    void J1_the_next_starts_on_the_day_the_one_before_ended_dated_at_its_instant() {
        JointFile begun = after(accepted(), theme(null), Map.of());

        List<GraphMoves.Move> moves = GraphMoves.of(begun, theme(null), Map.of("A", end(Outcome.GRANTED)), Map.of());

        assertThat(moves)
                .containsExactly(
                        new GraphMoves.Move(new JointEvent.MemberEnded("A", Outcome.GRANTED, THU_2026_02_12), ENDED_AT),
                        new GraphMoves.Move(new JointEvent.MemberOpened("B", THU_2026_02_12), ENDED_AT));
    }

    @Test
    void J1_looked_at_twice_nothing_happens_twice() {
        Map<String, End> ended = Map.of("A", end(Outcome.GRANTED));
        JointFile once = after(after(accepted(), theme(null), Map.of()), theme(null), ended);

        assertThat(moves(once, theme(null), ended)).isEmpty();
    }

    @Test
    void J5_a_refusal_stops_everything_behind_it_unless_the_theme_says_otherwise() {
        JointFile begun = after(accepted(), theme(null), Map.of());
        Map<String, End> refused = Map.of("A", end(Outcome.REFUSED));

        assertThat(moves(begun, theme(null), refused))
                .containsExactly(
                        new JointEvent.MemberEnded("A", Outcome.REFUSED, THU_2026_02_12),
                        new JointEvent.MemberStopped("B", "A", THU_2026_02_12),
                        new JointEvent.MemberStopped("C", "A", THU_2026_02_12),
                        new JointEvent.Completed(THU_2026_02_12));
        assertThat(moves(begun, theme(List.of()), refused))
                .as("A must end before B, granted or not")
                .containsExactly(
                        new JointEvent.MemberEnded("A", Outcome.REFUSED, THU_2026_02_12),
                        new JointEvent.MemberOpened("B", THU_2026_02_12));
    }

    @Test
    void J5_who_is_stopped_stops_whoever_can_only_come_after_it() {
        JointFile begun = after(accepted(), theme(null), Map.of());

        assertThat(moves(begun, theme(List.of("B")), Map.of("A", end(Outcome.ENDED))))
                .contains(
                        new JointEvent.MemberStopped("B", "A", THU_2026_02_12),
                        new JointEvent.MemberStopped("C", "B", THU_2026_02_12));
    }
}
