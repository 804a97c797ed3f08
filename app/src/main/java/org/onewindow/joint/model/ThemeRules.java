package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Theme.Member;
import org.onewindow.joint.Theme.Stage;
import org.onewindow.kernel.Refusal;

/** Whether a theme may be filed (J1–J5): every reason why not. */
public final class ThemeRules {

    /** APL 42: unified or joint handling takes 45 working days at most (J3). */
    public static final int CAP_DAYS = 45;

    /** APL 42: which the county's leader may extend by 15 (T7). */
    public static final int EXTENSION_DAYS = 15;

    private final Theme theme;
    private final Function<String, Optional<ItemVersion>> inEffect;
    private final List<Refusal> refusals = new ArrayList<>();

    private ThemeRules(Theme theme, Function<String, Optional<ItemVersion>> inEffect) {
        this.theme = theme;
        this.inEffect = inEffect;
    }

    /**
     * Every reason why a theme may not be filed; empty when it may.
     *
     * @param inEffect the version of an item that is in effect (K8)
     * @param departments codes of the departments there are
     */
    public static List<Refusal> obstacles(
            Theme theme, Function<String, Optional<ItemVersion>> inEffect, Set<String> departments) {
        ThemeRules rules = new ThemeRules(theme, inEffect);
        rules.refuseIf(theme.name().isBlank(), "J1", "theme.name");
        rules.refuseIf(theme.stages().isEmpty(), "J1", "theme.no-stage");
        rules.leads(departments);
        rules.questions();
        boolean known = rules.members();
        rules.graph(known);
        if (known) {
            rules.materials();
        }
        return List.copyOf(rules.refusals);
    }

    private void leads(Set<String> departments) {
        for (int i = 0; i < theme.stages().size(); i++) {
            Stage stage = theme.stages().get(i);
            refuseIf(stage.number() != i + 1, "J1", "theme.numbering", stage.number(), i + 1);
            refuseIf(stage.name().isBlank(), "J1", "theme.stage-name", stage.number());
            refuseIf(stage.members().isEmpty(), "J1", "theme.no-member", stage.number());
            refuseIf(
                    !departments.contains(stage.leadDepartment()),
                    "J1",
                    "theme.lead-department",
                    stage.number(),
                    stage.leadDepartment());
            long leads = stage.members().stream().filter(Member::lead).count();
            refuseIf(leads != 1, "J1", "theme.one-lead", stage.number(), leads);
            refuseIf(stage.oneSeal() && stage.members().size() == 1, "J2", "theme.seal-alone", stage.number());
            stage.members().stream()
                    .filter(member -> member.lead() && member.optional())
                    .forEach(lead -> refuseIf(true, "J1", "theme.optional-lead", lead.itemCode()));
        }
    }

    private void questions() {
        Set<String> answers = new HashSet<>();
        for (Situation question : theme.questions()) {
            question.choices().forEach(choice -> answers.add(question.code() + "=" + choice.code()));
            boolean decides = theme.members().stream()
                    .flatMap(member -> member.when().stream())
                    .anyMatch(answer -> answer.startsWith(question.code() + "="));
            refuseIf(!decides, "K6a", "theme.idle-question", question.question());
            refuseIf(question.choices().size() < 2, "K6a", "theme.no-choice", question.question());
        }
        for (Member member : theme.members()) {
            List<String> unknown = member.when().stream()
                    .filter(answer -> !answers.contains(answer))
                    .toList();
            refuseIf(!unknown.isEmpty(), "K6a", "theme.unknown-answer", member.itemCode(), unknown);
        }
    }

    /** Whether every member is an item in effect and there once. */
    private boolean members() {
        Set<String> codes = new HashSet<>();
        boolean known = true;
        for (Member member : theme.members()) {
            String code = member.itemCode();
            boolean twice = !codes.add(code);
            boolean missing = inEffect.apply(code).isEmpty();
            refuseIf(twice, "J1", "theme.twice", code);
            refuseIf(missing, "K8", "theme.not-in-effect", code);
            known &= !twice && !missing;
        }
        for (Member member : theme.members()) {
            List<String> stops = member.stops();
            if (stops != null) {
                List<String> unknown =
                        stops.stream().filter(code -> !codes.contains(code)).toList();
                refuseIf(!unknown.isEmpty(), "J5", "theme.stops-unknown", member.itemCode(), unknown);
            }
        }
        return known;
    }

    private void graph(boolean known) {
        Map<String, Integer> stageOf = new HashMap<>();
        theme.stages()
                .forEach(stage -> stage.members().forEach(member -> stageOf.put(member.itemCode(), stage.number())));
        List<StageGraph.Edge> inside = new ArrayList<>();
        for (Theme.Edge edge : theme.edges()) {
            Integer from = stageOf.get(edge.from());
            Integer to = stageOf.get(edge.to());
            if (from == null || to == null) {
                refuseIf(true, "J1", "theme.edge-unknown", edge.from(), edge.to());
            } else {
                refuseIf(from > to, "J1", "theme.edge-backwards", edge.from(), edge.to());
                inside.add(new StageGraph.Edge(edge.from(), edge.to()));
            }
        }
        List<StageGraph.Member> all = stageOf.keySet().stream()
                .map(code -> new StageGraph.Member(code, 0))
                .toList();
        Optional<List<String>> cycle = StageGraph.of(all, inside).cycle();
        cycle.ifPresent(codes -> refuseIf(true, "J1", "joint.cycle", codes));
        if (cycle.isEmpty() && known) {
            theme.stages().stream().filter(Stage::oneDecision).forEach(this::cap);
        }
    }

    /** With every optional member: no answer makes it longer. */
    private void cap(Stage stage) {
        int days = Applicable.graph(
                        theme,
                        stage.members(),
                        code -> inEffect.apply(code)
                                .map(ItemVersion::committedDays)
                                .orElse(0))
                .plan()
                .length();
        refuseIf(days > CAP_DAYS, "J3", "theme.cap", stage.number(), days, CAP_DAYS);
    }

    private void materials() {
        for (Stage stage : theme.stages()) {
            List<MergedMaterials.Need> needs = new ArrayList<>();
            for (Member member : stage.members()) {
                inEffect.apply(member.itemCode())
                        .ifPresent(item -> item.materials()
                                .forEach(material -> needs.add(new MergedMaterials.Need(item.code(), material))));
            }
            for (MergedMaterials.Contradiction contradiction : MergedMaterials.contradictions(needs)) {
                refuseIf(
                        true,
                        "J2",
                        "theme.contradiction",
                        stage.number(),
                        contradiction.material(),
                        contradiction.members());
            }
        }
    }

    private void refuseIf(boolean wrong, String rule, String key, Object... arguments) {
        if (wrong) {
            refusals.add(Refusal.of(rule, key, arguments));
        }
    }
}
