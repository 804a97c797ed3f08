package org.onewindow.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.MemberCase;
import org.onewindow.cases.MemberCases;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.model.DatedPlan;
import org.onewindow.joint.model.GraphMoves;
import org.onewindow.joint.model.JointClocks;
import org.onewindow.joint.model.JointEvent.Outcome;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.LivePlanning;
import org.onewindow.joint.model.MergedMaterials;
import org.onewindow.joint.model.StageGraph;
import org.onewindow.joint.store.JointStore;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Component;

/** Puts together what belongs to an application: theme, members' cases, what it waits for, materials, plan. */
@Component
class JointScenes {

    private final JointStore store;
    private final Themes themes;
    private final MemberCases members;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final CentreTime time;

    JointScenes(
            JointStore store,
            Themes themes,
            MemberCases members,
            Catalogue catalogue,
            CentreCalendar calendar,
            CentreTime time) {
        this.store = store;
        this.themes = themes;
        this.members = members;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.time = time;
    }

    /** The application as it is now. */
    JointScene of(JointFile file) {
        return of(file, Map.of());
    }

    /** The same, with other days for some members that haven't ended: “what if”. */
    JointScene of(JointFile file, Map<String, Integer> changed) {
        return of(file, changed, themeOf(file), cases(List.of(file)));
    }

    /** Several as they are now, for a list: their members' cases and their themes are read together. */
    List<JointScene> all(List<JointFile> files) {
        Map<Long, MemberCase> cases = cases(files);
        Map<String, Theme> known = new HashMap<>();
        return files.stream()
                .map(file -> of(
                        file,
                        Map.of(),
                        known.computeIfAbsent(
                                file.application().theme() + " "
                                        + file.application().themeVersion(),
                                _ -> themeOf(file)),
                        cases))
                .toList();
    }

    private Theme themeOf(JointFile file) {
        return themes.version(file.application().theme(), file.application().themeVersion());
    }

    private JointScene of(JointFile file, Map<String, Integer> changed, Theme theme, Map<Long, MemberCase> known) {
        Theme.Stage stage = theme.stage(file.application().stage()).orElseThrow();
        Map<String, MemberCase> cases = file.members().stream()
                .collect(Collectors.toMap(
                        JointFile.Member::itemCode,
                        member ->
                                Objects.requireNonNull(known.get(member.taken().caseId()))));
        Map<String, GraphMoves.End> before = new HashMap<>();
        Map<String, LocalDate> beforeOn = new HashMap<>();
        before(file, before, beforeOn);
        WorkingCalendar edition = calendar.current();
        String leading = stage.lead().itemCode();
        ItemVersion lead =
                catalogue.version(leading, file.member(leading).taken().itemVersion());
        return new JointScene(
                file,
                theme,
                stage,
                lead,
                cases,
                before,
                beforeOn,
                lines(file, theme),
                edition,
                LivePlanning.of(file, cases, beforeOn, changed, edition, time.today()));
    }

    /** A plan as it would run if it began today. */
    LivePlan ifToday(StagePlan plan) {
        return from(time.today(), plan, calendar.current());
    }

    /** The plan an application was received with, as if it had been accepted on that day. */
    LivePlan asReceived(JointFile file) {
        StageGraph graph = StageGraph.of(
                file.members().stream()
                        .map(member -> new StageGraph.Member(
                                member.itemCode(), member.taken().days()))
                        .toList(),
                file.application().edges());
        return from(
                file.application().on(), graph.plan(), asOf(file.application().edition()));
    }

    /**
     * The plan an application was accepted with, by the calendar of that moment.
     *
     * @param then the application right after its acceptance
     */
    LivePlan asAccepted(JointScene scene, JointFile then) {
        Instant at = Objects.requireNonNull(then.acceptance()).at();
        return LivePlanning.of(then, Map.of(), scene.beforeOn(), Map.of(), calendar.at(at), time.dayOf(at));
    }

    /** The calendar as it was at an instant. */
    WorkingCalendar calendarAt(Instant at) {
        return calendar.at(at);
    }

    private static LivePlan from(LocalDate start, StagePlan plan, WorkingCalendar calendar) {
        DatedPlan dated = DatedPlan.of(plan, start, calendar);
        return new LivePlan(
                start,
                plan.length(),
                dated.dueOn(),
                dated.dueOn(),
                0,
                plan.criticalPath(),
                dated.members().stream()
                        .map(member -> new LivePlan.Line(
                                member.planned().code(),
                                member.planned().earliestEnd()
                                        - member.planned().earliestStart(),
                                member.startsOn(),
                                member.endsOn(),
                                member.latestEndsOn(),
                                member.planned().slack(),
                                member.planned().slack(),
                                plan.criticalPath().contains(member.planned().code())))
                        .toList(),
                dated.provisional());
    }

    /** Until when the lead window answers what is received today (T4). */
    LocalDate answerBy(@Nullable ItemVersion lead) {
        return answerBy(lead, time.today());
    }

    /** The same for what was received on a day. */
    LocalDate answerBy(@Nullable ItemVersion lead, LocalDate received) {
        return lead != null && lead.acceptanceRule() == ItemVersion.AcceptanceRule.ON_THE_SPOT
                ? calendar.current().workingDayOnOrAfter(received)
                : calendar.current().workingDayAfter(received, JointClocks.ACCEPTANCE_DAYS);
    }

    /** The edition that plans are computed with now. */
    long edition() {
        return calendar.current().edition();
    }

    /** The calendar as it was up to an edition. */
    WorkingCalendar asOf(long edition) {
        return calendar.asOf(edition);
    }

    /** Its clocks. */
    List<ClockReading> clocks(JointScene scene, Instant now) {
        return JointClocks.read(scene.file(), scene.lead(), scene.stage(), scene.plan(), scene.calendar(), time, now);
    }

    /** Members' cases, by their ids. */
    private Map<Long, MemberCase> cases(List<JointFile> files) {
        return members
                .read(files.stream()
                        .flatMap(file -> file.members().stream())
                        .map(member -> member.taken().caseId())
                        .toList())
                .stream()
                .collect(Collectors.toMap(MemberCase::id, member -> member));
    }

    /** Members of earlier stages, in the project's other applications; the latest application of a stage counts. */
    private void before(JointFile file, Map<String, GraphMoves.End> ends, Map<String, LocalDate> on) {
        Long project = file.application().project();
        if (project == null || file.application().fromBefore().isEmpty()) {
            return;
        }
        for (JointFile earlier : store.ofProject(project)) {
            if (earlier.application().stage() >= file.application().stage()) {
                continue;
            }
            LivePlan plan = null;
            for (JointFile.Member member : earlier.members()) {
                boolean awaited = file.application().fromBefore().stream()
                        .anyMatch(edge -> edge.from().equals(member.itemCode()));
                if (!awaited) {
                    continue;
                }
                LocalDate endedOn = member.endedOn();
                Instant endedAt = member.endedAt();
                if (endedOn != null && endedAt != null) {
                    Outcome outcome = member.progress() == MemberProgress.GRANTED ? Outcome.GRANTED : Outcome.REFUSED;
                    ends.put(member.itemCode(), new GraphMoves.End(outcome, endedOn, endedAt));
                    on.put(member.itemCode(), endedOn);
                } else if (!earlier.state().isEnd()) {
                    plan = plan == null ? of(earlier).plan() : plan;
                    on.put(member.itemCode(), plan.line(member.itemCode()).endsOn());
                }
            }
        }
    }

    /** How members' cases have ended, by item. */
    Map<String, GraphMoves.End> ends(Collection<MemberCase> cases) {
        Map<String, GraphMoves.End> ends = new HashMap<>();
        for (MemberCase member : cases) {
            Instant endedAt = member.endedAt();
            if (endedAt != null) {
                ends.put(member.item().code(), new GraphMoves.End(outcome(member), time.dayOf(endedAt), endedAt));
            }
        }
        return ends;
    }

    private static Outcome outcome(MemberCase member) {
        if (member.state() != CaseState.COMPLETED && member.state() != CaseState.DELIVERED) {
            return Outcome.ENDED;
        }
        return Boolean.TRUE.equals(member.granted()) ? Outcome.GRANTED : Outcome.REFUSED;
    }

    private List<MaterialLine> lines(JointFile file, Theme theme) {
        List<ItemVersion> items = file.members().stream()
                .map(member ->
                        catalogue.version(member.itemCode(), member.taken().itemVersion()))
                .toList();
        return lines(
                theme,
                items,
                file.application().edges(),
                file.application().representative() != null,
                file.inHand(),
                file.application().answers());
    }

    /** The merged list of items that apply, under the applicant's answers. */
    List<MaterialLine> lines(
            Theme theme,
            List<ItemVersion> items,
            List<StageGraph.Edge> edges,
            boolean represented,
            List<String> inHand,
            Map<String, String> answers) {
        List<MergedMaterials.Need> needs = new ArrayList<>();
        for (ItemVersion item : items) {
            List<String> ticked = conditions(item, inHand, answers);
            item.materials().stream()
                    .filter(material ->
                            MemberCases.applies(material, represented, ticked, inHand, situations(item, answers)))
                    .forEach(material -> needs.add(new MergedMaterials.Need(item.code(), material)));
        }
        Map<String, ItemVersion> byCode = items.stream().collect(Collectors.toMap(ItemVersion::code, item -> item));
        return MergedMaterials.of(
                needs,
                MergedMaterials.provider(
                        before(byCode.keySet(), edges),
                        (earlier, material) -> provides(theme, byCode, earlier, material)));
    }

    private static boolean provides(Theme theme, Map<String, ItemVersion> items, String earlier, String material) {
        ItemVersion item = items.get(earlier);
        return (item != null && item.result().equals(material))
                || theme.members().stream()
                        .filter(member -> member.itemCode().equals(earlier))
                        .anyMatch(member -> member.provides().contains(material));
    }

    /** Who comes before whom, at any distance. */
    private static Map<String, Set<String>> before(Set<String> codes, List<StageGraph.Edge> edges) {
        Map<String, Set<String>> before = new HashMap<>();
        codes.forEach(code -> before.put(code, new HashSet<>()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (StageGraph.Edge edge : edges) {
                Set<String> from = before.get(edge.from());
                Set<String> to = before.get(edge.to());
                if (from != null && to != null) {
                    grows |= to.add(edge.from());
                    grows |= to.addAll(from);
                }
            }
        }
        return before;
    }

    /** Conditions in words that apply to an item: ticked, or shown by handing in the paper that depends on them (K6b). */
    static List<String> conditions(ItemVersion item, List<String> inHand, Map<String, String> answers) {
        return item.materials().stream()
                .filter(material -> !material.condition().isEmpty())
                .filter(material ->
                        "true".equals(answers.get(material.condition())) || inHand.contains(material.name()))
                .map(ItemVersion.Material::condition)
                .distinct()
                .toList();
    }

    /** Answers to an item's own questions: under {@code item.question}, or under the question's code alone. */
    static Map<String, String> situations(ItemVersion item, Map<String, String> answers) {
        Map<String, String> own = new HashMap<>();
        for (ItemVersion.Situation situation : item.situations()) {
            String answer = answers.getOrDefault(item.code() + "." + situation.code(), answers.get(situation.code()));
            if (answer != null) {
                own.put(situation.code(), answer);
            }
        }
        return own;
    }
}
