package org.onewindow.joint.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.onewindow.calendar.Calendars;
import org.onewindow.joint.model.DatedPlan;
import org.onewindow.joint.model.StageGraph;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The planner for everybody (api.md, Joint handling). Answered from memory: nothing is kept. */
@RestController
class JointPlanController {

    /** Longer than any limit in law; keeps every result within the calendar's reach. */
    private static final int MOST_DAYS = 366;

    private static final int MOST_IN_ALL = 3_660;
    private static final int MOST_MEMBERS = 1_000;
    private static final int MOST_EDGES = 10_000;
    private static final int LONGEST_CODE = 60;

    private final Calendars calendars;

    JointPlanController(Calendars calendars) {
        this.calendars = calendars;
    }

    record MemberBody(String code, int workingDays) {}

    record EdgeBody(String from, String to) {}

    record PlanBody(String region, LocalDate start, List<MemberBody> members, List<EdgeBody> edges) {}

    record PlannedAnswer(
            String code,
            int earliestStart,
            int earliestEnd,
            int latestStart,
            int latestEnd,
            int slack,
            LocalDate startsOn,
            LocalDate endsOn) {

        static PlannedAnswer of(DatedPlan.Dated member) {
            return new PlannedAnswer(
                    member.planned().code(),
                    member.planned().earliestStart(),
                    member.planned().earliestEnd(),
                    member.planned().latestStart(),
                    member.planned().latestEnd(),
                    member.planned().slack(),
                    member.startsOn(),
                    member.endsOn());
        }
    }

    record PlanAnswer(
            int workingDays,
            LocalDate dueOn,
            List<String> criticalPath,
            List<PlannedAnswer> members,
            boolean provisional) {

        static PlanAnswer of(DatedPlan dated) {
            return new PlanAnswer(
                    dated.plan().length(),
                    dated.dueOn(),
                    dated.plan().criticalPath(),
                    dated.members().stream().map(PlannedAnswer::of).toList(),
                    dated.provisional());
        }
    }

    @PostMapping("/api/v1/public/joint-plans/calculate")
    PlanAnswer calculate(@RequestBody PlanBody body) {
        StageGraph graph = graph(body);
        graph.cycle().ifPresent(cycle -> {
            throw cyclic(cycle);
        });
        return PlanAnswer.of(DatedPlan.of(graph.plan(), body.start(), calendars.of(body.region())));
    }

    /** J1: refused, and the cycle shown. */
    static Refused cyclic(List<String> cycle) {
        SequencedMap<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycle", cycle);
        return new Refused(List.of(Refusal.of("J1", "joint.cycle", cycle)), shown);
    }

    private static StageGraph graph(PlanBody body) {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        tooMany(body.members().size(), MOST_MEMBERS, "/members", wrong);
        tooMany(body.edges().size(), MOST_EDGES, "/edges", wrong);
        if (body.members().isEmpty()) {
            wrong.add(InvalidInput.Field.of("/members", "required"));
        }
        Set<String> codes = new HashSet<>();
        List<StageGraph.Member> members = new ArrayList<>();
        int sum = 0;
        for (int i = 0; i < body.members().size() && wrong.isEmpty(); i++) {
            MemberBody member = body.members().get(i);
            if (member.code().isBlank() || member.code().length() > LONGEST_CODE) {
                wrong.add(InvalidInput.Field.of("/members/" + i + "/code", "too-long", LONGEST_CODE));
            } else if (!codes.add(member.code())) {
                wrong.add(InvalidInput.Field.of("/members/" + i + "/code", "joint.twice", member.code()));
            }
            if (member.workingDays() < 0 || member.workingDays() > MOST_DAYS) {
                wrong.add(InvalidInput.Field.of("/members/" + i + "/workingDays", "range", 0, MOST_DAYS));
            } else {
                sum += member.workingDays();
                members.add(new StageGraph.Member(member.code(), member.workingDays()));
            }
        }
        if (sum > MOST_IN_ALL && wrong.isEmpty()) {
            wrong.add(InvalidInput.Field.of("/members", "joint.sum", MOST_IN_ALL));
        }
        List<StageGraph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < body.edges().size() && wrong.isEmpty(); i++) {
            EdgeBody edge = body.edges().get(i);
            known(codes, edge.from(), "/edges/" + i + "/from", wrong);
            known(codes, edge.to(), "/edges/" + i + "/to", wrong);
            edges.add(new StageGraph.Edge(edge.from(), edge.to()));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return StageGraph.of(members, edges);
    }

    private static void known(Set<String> codes, String code, String pointer, List<InvalidInput.Field> wrong) {
        if (!codes.contains(code)) {
            wrong.add(InvalidInput.Field.of(pointer, "joint.no-member", code));
        }
    }

    private static void tooMany(int number, int most, String pointer, List<InvalidInput.Field> wrong) {
        if (number > most) {
            wrong.add(InvalidInput.Field.of(pointer, "too-many", most));
        }
    }
}
