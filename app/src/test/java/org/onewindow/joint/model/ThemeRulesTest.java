package org.onewindow.joint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.joint.model.ATheme.aTheme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.Refusal;

/** Whether a theme may be filed, who takes part, and the one list of materials (J1–J3, K6a). */
class ThemeRulesTest {

    private static List<String> obstacles(ATheme theme) {
        return ThemeRules.obstacles(theme.build(), theme::inEffect, Set.of("BM01")).stream()
                .map(Refusal::key)
                .toList();
    }

    @Test
    void a_right_theme_can_be_filed() {
        assertThat(obstacles(aTheme())).isEmpty();
    }

    @Test
    void J1_a_cycle_is_refused_and_shown() {
        ATheme cyclic = aTheme().with(theme -> theme.edges.add(new Theme.Edge("B", "A")));

        assertThat(ThemeRules.obstacles(cyclic.build(), cyclic::inEffect, Set.of("BM01")))
                .contains(Refusal.of("J1", "joint.cycle", List.of("A", "B")));
    }

    @Test
    void J1_exactly_one_lead_who_always_applies_and_a_lead_department_that_exists() {
        assertThat(obstacles(aTheme().with(theme -> theme.members.set(1, ATheme.member("B", true)))))
                .containsExactly("theme.one-lead");
        assertThat(obstacles(aTheme().with(theme -> theme.members.set(0, ATheme.member("A", true, "ALCOHOL=YES")))))
                .containsExactly("theme.optional-lead");
        assertThat(obstacles(aTheme().with(theme -> theme.leadDepartment = "BM99")))
                .containsExactly("theme.lead-department");
    }

    @Test
    void K8_members_are_in_effect_and_all_reasons_are_told_at_once() {
        ATheme theme = aTheme().with(broken -> {
            broken.items.remove("B");
            broken.edges.add(new Theme.Edge("C", "X"));
            broken.members.set(2, ATheme.member("C", false, "ALCOHOL=MAYBE"));
        });

        assertThat(obstacles(theme))
                .containsExactlyInAnyOrder("theme.not-in-effect", "theme.edge-unknown", "theme.unknown-answer");
    }

    @Test
    void K6a_a_question_that_decides_nothing_is_refused() {
        assertThat(obstacles(aTheme().with(theme -> theme.members.set(2, ATheme.member("C", false)))))
                .containsExactly("theme.idle-question");
    }

    @Test
    void J3_forty_five_days_cap_one_licensing_decision_on_its_longest_path_not_on_its_sum() {
        ATheme atTheCap =
                aTheme().item("A", 40, item -> {}).item("B", 5, item -> {}).item("C", 5, item -> {});
        assertThat(obstacles(atTheCap))
                .as("50 days in all, 45 on the longest path")
                .isEmpty();

        ATheme beyond = aTheme().item("A", 41, item -> {});
        assertThat(obstacles(beyond)).containsExactly("theme.cap");
        assertThat(obstacles(beyond.with(theme -> theme.oneDecision = false))).isEmpty();
    }

    @Test
    void J2_one_seal_is_agreed_by_several_and_not_where_a_body_stands_alone() {
        ATheme agreed = aTheme().with(theme -> theme.oneSeal = true);
        assertThat(obstacles(agreed)).isEmpty();
        assertThat(obstacles(agreed.with(theme -> {
                    theme.questions = List.of();
                    theme.members = List.of(ATheme.member("A", true));
                    theme.edges = List.of();
                })))
                .containsExactly("theme.seal-alone");
    }

    @Test
    void J2_one_paper_must_serve_all_who_ask_for_it() {
        ATheme theme = aTheme().item(
                        "C",
                        3,
                        item -> item.materials = List.of(new ItemVersion.Material(
                                "申请书",
                                MaterialForm.ELECTRONIC,
                                1,
                                1,
                                MaterialSource.APPLICANT,
                                Necessity.REQUIRED,
                                "",
                                List.of())));

        assertThat(ThemeRules.obstacles(theme.build(), theme::inEffect, Set.of("BM01")))
                .containsExactly(Refusal.of("J2", "theme.contradiction", 1, "申请书", List.of("B", "C")));
    }

    @Test
    void K6a_answers_decide_who_takes_part_and_edges_of_the_others_fall_away() {
        Theme theme = aTheme().build();
        Theme.Stage stage = theme.stages().getFirst();

        List<Theme.Member> sober = Applicable.members(stage, Map.of("ALCOHOL", "NO"));
        assertThat(sober).extracting(Theme.Member::itemCode).containsExactly("A", "B");
        assertThat(Applicable.edges(theme, sober)).containsExactly(new StageGraph.Edge("A", "B"));
        assertThat(Applicable.members(stage, Map.of("ALCOHOL", "YES"))).hasSize(3);
    }

    @Test
    void J2_each_document_once_and_what_a_member_before_produces_is_not_asked_for() {
        List<MergedMaterials.Need> needs = List.of(
                new MergedMaterials.Need("B", AnItem.material("申请书")),
                new MergedMaterials.Need("B", AnItem.material("甲证")),
                new MergedMaterials.Need("C", AnItem.material("申请书")));

        List<MaterialLine> lines = MergedMaterials.of(
                needs,
                MergedMaterials.provider(
                        Map.of("B", Set.of("A")), (item, material) -> item.equals("A") && material.equals("甲证")));

        assertThat(lines).extracting(MaterialLine::name).containsExactly("申请书", "甲证");
        assertThat(lines.get(0).neededBy()).containsExactly("B", "C");
        assertThat(lines.get(0).isAsked()).isTrue();
        assertThat(lines.get(1).isAsked()).isFalse();
        assertThat(lines.get(1).handedOn()).containsExactly(Map.entry("B", "A"));
    }
}
