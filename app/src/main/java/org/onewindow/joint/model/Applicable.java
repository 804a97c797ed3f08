package org.onewindow.joint.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Theme.Member;
import org.onewindow.joint.Theme.Stage;

/** Which members of a stage the applicant's answers call for, and the graph they make (J1, K6a). */
public final class Applicable {

    private Applicable() {}

    /** The members that apply: the others and their edges fall away. */
    public static List<Member> members(Stage stage, Map<String, String> answers) {
        return stage.members().stream()
                .filter(member ->
                        !member.optional() || member.when().stream().anyMatch(answer -> isGiven(answer, answers)))
                .toList();
    }

    private static boolean isGiven(String answer, Map<String, String> answers) {
        int equals = answer.indexOf('=');
        return equals > 0 && answer.substring(equals + 1).equals(answers.get(answer.substring(0, equals)));
    }

    /** The edges between members that apply. */
    public static List<StageGraph.Edge> edges(Theme theme, List<Member> members) {
        Set<String> codes = members.stream().map(Member::itemCode).collect(Collectors.toSet());
        return theme.edges().stream()
                .filter(edge -> codes.contains(edge.from()) && codes.contains(edge.to()))
                .map(edge -> new StageGraph.Edge(edge.from(), edge.to()))
                .toList();
    }

    /** The edges that lead to members that apply from members of earlier stages. */
    public static List<StageGraph.Edge> edgesFromBefore(Theme theme, Stage stage, List<Member> members) {
        Set<String> codes = members.stream().map(Member::itemCode).collect(Collectors.toSet());
        Set<String> before = theme.stages().stream()
                .filter(earlier -> earlier.number() < stage.number())
                .flatMap(earlier -> earlier.members().stream())
                .map(Member::itemCode)
                .collect(Collectors.toSet());
        return theme.edges().stream()
                .filter(edge -> before.contains(edge.from()) && codes.contains(edge.to()))
                .map(edge -> new StageGraph.Edge(edge.from(), edge.to()))
                .toList();
    }

    /** The graph of members with their days. */
    public static StageGraph graph(Theme theme, List<Member> members, ToIntFunction<String> days) {
        return StageGraph.of(
                members.stream()
                        .map(member -> new StageGraph.Member(member.itemCode(), days.applyAsInt(member.itemCode())))
                        .toList(),
                edges(theme, members));
    }
}
