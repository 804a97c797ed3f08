package org.onewindow.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.catalogue.AnItem.anItem;
import static org.onewindow.catalogue.AnItem.material;
import static org.onewindow.catalogue.AnItem.step;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Commitment;
import org.onewindow.catalogue.ItemVersion.EndsOn;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.ItemType;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.RiskField;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.catalogue.ItemVersion.StartsOn;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.kernel.Refusal;
import org.onewindow.timelimit.Unit;

class FilingRulesTest {

    private static List<String> refusals(AnItem item) {
        return refusals(item, List.of("A03"), MaterialNames.of(List.of()));
    }

    private static List<String> refusals(AnItem item, List<String> windows, MaterialNames names) {
        return FilingRules.check(
                        item.build(),
                        new FilingRules.Surroundings(true, "0000-10000199", windows, "A03"::equals, names))
                .stream()
                .map(refusal -> refusal.rule() + " " + refusal.key())
                .toList();
    }

    @Test
    void a_complete_version_can_be_filed() {
        assertThat(refusals(anItem())).isEmpty();
    }

    @Test
    void K2_everything_that_is_missing_is_named_at_once() {
        AnItem item = anItem().with(one -> {
            one.name = "";
            one.legalBasis = " ";
            one.conditions = List.of();
            one.steps = List.of();
            one.materials = List.of();
            one.regime = "";
            one.fee = new Fee(FeeKind.FIXED, "", List.of());
            one.result = "";
        });
        List<Refusal> refused = FilingRules.check(
                item.build(),
                new FilingRules.Surroundings(false, "", List.of(), window -> false, MaterialNames.of(List.of())));
        assertThat(refused)
                .extracting(Refusal::key)
                .contains(
                        "filing.missing.name",
                        "filing.missing.legal-basis",
                        "filing.missing.conditions",
                        "filing.missing.procedure",
                        "filing.missing.materials",
                        "filing.missing.limits",
                        "filing.missing.fee-basis",
                        "filing.missing.fee-standard",
                        "filing.missing.windows",
                        "filing.missing.body",
                        "filing.missing.result");
        assertThat(refused).extracting(Refusal::rule).containsOnly("K2");
    }

    @Test
    void K2_a_body_without_a_complaint_phone_and_an_unknown_window_are_refused() {
        assertThat(FilingRules.check(
                        anItem().build(),
                        new FilingRules.Surroundings(
                                true, "", List.of("A03", "Z99"), "A03"::equals, MaterialNames.of(List.of()))))
                .extracting(Refusal::key)
                .containsExactlyInAnyOrder("filing.missing.complaint-channel", "filing.window-unknown");
    }

    @Test
    void K3_the_promise_is_not_longer_than_the_law_allows() {
        assertThat(refusals(promising(20))).isEmpty();
        assertThat(refusals(promising(21))).containsExactly("K3 filing.promise-beyond-law");
    }

    @ParameterizedTest
    @CsvSource({"DAY, 60, 42, 43", "DAY, 15, 10, 11", "DAY, 7, 5, 6", "HOUR, 336, 10, 11"})
    void K3_T15_a_limit_in_another_unit_is_compared_in_working_days(Unit unit, int limit, int most, int tooMuch) {
        StatutoryLimit law = new StatutoryLimit(limit, unit, StartsOn.ACCEPTANCE, EndsOn.DECISION);
        assertThat(refusals(promising(most).with(item -> item.statutory = law))).isEmpty();
        assertThat(refusals(promising(tooMuch).with(item -> item.statutory = law)))
                .containsExactly("K3 filing.promise-beyond-law");
    }

    @ParameterizedTest
    @CsvSource({"20, WORKING_DAY, 13", "3, WORKING_DAY, 2", "1, WORKING_DAY, 1", "60, DAY, 28", "1, DAY, 1"})
    void K3_two_thirds_of_the_law_are_proposed_and_at_least_one_day(int limit, Unit unit, int proposed) {
        assertThat(Promise.proposed(new StatutoryLimit(limit, unit, StartsOn.ACCEPTANCE, EndsOn.DECISION)))
                .isEqualTo(proposed);
    }

    @Test
    void K3_a_committed_item_promises_at_least_a_day_and_an_immediate_one_none() {
        assertThat(refusals(promising(0))).containsExactly("K3 filing.committed-without-days");
        assertThat(refusals(promising(2).with(item -> item.handlingClass = HandlingClass.IMMEDIATE)))
                .containsExactly("K3 filing.immediate-with-days");
        assertThat(refusals(promising(0).with(item -> item.handlingClass = HandlingClass.IMMEDIATE)))
                .isEmpty();
    }

    @Test
    void T5_a_licence_always_has_a_statutory_limit() {
        assertThat(refusals(anItem().with(item -> {
                    item.statutory = null;
                    item.extensionDays = 0;
                })))
                .containsExactly("T5 filing.licence-without-limit");
        assertThat(refusals(anItem().with(item -> {
                    item.type = ItemType.PUBLIC_SERVICE;
                    item.regime = "NONE";
                    item.deemedAcceptance = false;
                    item.statutory = null;
                    item.extensionDays = 0;
                })))
                .isEmpty();
    }

    @Test
    void T0_limits_and_deemed_acceptance_need_the_law_they_come_from() {
        assertThat(refusals(anItem().with(item -> {
                    item.type = ItemType.CONFIRMATION;
                    item.regime = "NONE";
                })))
                .containsExactlyInAnyOrder("T0 filing.limit-without-law", "T0 filing.deemed-acceptance-without-law");
    }

    @Test
    void T7_without_a_statutory_limit_there_is_nothing_to_extend() {
        assertThat(refusals(anItem().with(item -> {
                    item.type = ItemType.BENEFIT;
                    item.statutory = null;
                })))
                .containsExactly("T7 filing.extension-without-limit");
    }

    @ParameterizedTest
    @EnumSource(
            value = StepKind.class,
            names = {"ACCEPT", "DECIDE", "ISSUE"})
    void K5_acceptance_decision_and_delivery_are_there_exactly_once(StepKind kind) {
        assertThat(refusals(anItem().withSteps(steps -> {
                    steps.removeIf(step -> step.kind() == kind);
                    return steps;
                })))
                .contains("K5 filing.step-not-once");
        assertThat(refusals(anItem().withSteps(steps -> {
                    int at = steps.indexOf(steps.stream()
                            .filter(step -> step.kind() == kind)
                            .findFirst()
                            .orElseThrow());
                    steps.add(at, step(9, kind, 0, steps.get(at).role()));
                    return steps;
                })))
                .containsExactly("K5 filing.step-not-once");
    }

    @Test
    void K5_a_certificate_is_made_at_most_once() {
        assertThat(refusals(anItem().withSteps(steps -> {
                    steps.add(4, step(9, StepKind.MAKE, 0, StepRole.CLERK));
                    return steps;
                })))
                .containsExactly("K5 filing.make-more-than-once");
    }

    @Test
    void K5_steps_stand_in_their_order() {
        assertThat(refusals(anItem().withSteps(steps -> {
                    steps.add(3, steps.remove(1));
                    return steps;
                })))
                .containsOnly("K5 filing.step-order");
    }

    @Test
    void K5_the_days_of_the_steps_add_up_to_the_promise() {
        assertThat(refusals(anItem().with(item -> item.committedDays = 9))).containsExactly("K5 filing.step-days");
    }

    @Test
    void K5_acceptance_and_delivery_take_no_days() {
        assertThat(refusals(anItem().withSteps(steps -> {
                    steps.set(0, step(1, StepKind.ACCEPT, 1, StepRole.CLERK));
                    return steps;
                })))
                .containsExactly("K5 filing.step-with-days");
    }

    @Test
    void K5_a_step_is_given_to_a_role_that_may_do_it() {
        assertThat(refusals(anItem().withSteps(steps -> {
                    steps.set(2, step(3, StepKind.DECIDE, 1, StepRole.AGENT));
                    return steps;
                })))
                .containsExactly("K5 filing.step-role");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"其他材料", "有关材料", "其他有关材料", "相关证明材料", "法律、法规规定的其他材料", "需要提交的其他文件", "与申请事项有关的材料", "身份证等证件", "其它资料"})
    void K6_catch_alls_are_refused(String name) {
        assertThat(refusals(anItem().with(item -> item.materials = List.of(material(name)))))
                .containsExactly("K6 filing.catch-all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"普通话水平测试等级证书", "居民身份证", "公司章程", "无犯罪记录证明", "场所使用证明", "授权委托书"})
    void K6_proper_names_are_no_catch_alls(String name) {
        assertThat(refusals(anItem().with(item -> item.materials = List.of(material(name)))))
                .isEmpty();
    }

    @Test
    void K6_the_same_document_carries_the_same_name_everywhere() {
        MaterialNames names =
                MaterialNames.of(List.of(anItem().with(item -> item.materials = List.of(material("经营场所平面图（原件）")))
                        .build()));
        assertThat(refusals(anItem(), List.of("A03"), names)).containsExactly("K6 filing.material-other-name");
        assertThat(refusals(anItem().with(item -> item.materials = List.of(material("消防平面图"))), List.of("A03"), names))
                .isEmpty();
    }

    @Test
    void K6_a_document_is_listed_once() {
        assertThat(refusals(anItem().with(item -> item.materials = List.of(material("公司章程"), material("公司章程复印件")))))
                .containsExactly("K6 filing.material-twice");
    }

    private static Situation question(String code) {
        return new Situation(code, "问题" + code, List.of(new Choice("yes", "是" + code), new Choice("no", "否" + code)));
    }

    @Test
    void K6a_three_to_five_questions_or_none() {
        assertThat(refusals(anItem().with(item -> {
                    item.situations = List.of(question("q1"), question("q2"), question("q3"));
                    item.materials = List.of(
                            material("申请书"),
                            material("甲证", "q1=yes"),
                            material("乙证", "q2=yes"),
                            material("丙证", "q3=no"));
                })))
                .isEmpty();
        assertThat(refusals(anItem().with(item -> {
                    item.situations = List.of(question("q1"), question("q2"));
                    item.materials = List.of(material("甲证", "q1=yes"), material("乙证", "q2=yes"));
                })))
                .containsExactly("K6a filing.question-number");
    }

    @Test
    void K6a_a_question_changes_something_and_every_material_can_be_reached() {
        assertThat(refusals(anItem().with(item -> {
                    item.situations = List.of(question("q1"), question("q2"), question("q3"));
                    item.materials = List.of(
                            material("甲证", "q1=yes"),
                            material("乙证", "q2=yes", "q2=no"),
                            material("丙证", "q3=yes"),
                            material("丁证", "q9=yes"));
                })))
                .containsExactlyInAnyOrder("K6a filing.question-without-effect", "K6a filing.material-unreachable");
    }

    @Test
    void K6a_a_question_may_decide_the_fee_alone() {
        assertThat(refusals(anItem().with(item -> {
                    item.type = ItemType.CONFIRMATION;
                    item.situations = List.of(question("q1"), question("q2"), question("q3"));
                    item.materials = List.of(material("甲证", "q1=yes"), material("乙证", "q2=yes"));
                    item.fee = new Fee(FeeKind.FIXED, "省发改委核定", List.of(new FeeLine("是q3", "件", 1000, "核定")));
                })))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SpecialProcedureKind.class)
    void K7_under_the_licensing_law_exactly_eight_procedures_stop_the_clocks(SpecialProcedureKind kind) {
        AnItem item = anItem().with(one -> one.procedures =
                List.of(new SpecialProcedure(kind, "程序", 5, Unit.WORKING_DAY, true, "《中华人民共和国行政许可法》第四十五条")));
        boolean lawful = !List.of(
                        SpecialProcedureKind.SITE_SURVEY,
                        SpecialProcedureKind.PUBLIC_NOTICE,
                        SpecialProcedureKind.OTHER)
                .contains(kind);
        if (lawful) {
            assertThat(refusals(item)).isEmpty();
        } else {
            assertThat(refusals(item)).containsExactly("K7 filing.stops-outside-apl-45");
        }
    }

    @Test
    void K7_other_regimes_stop_on_a_cited_ground_only() {
        assertThat(refusals(confirmationStopping("《中华人民共和国民法典》第一千零七十七条"))).isEmpty();
        assertThat(refusals(confirmationStopping(null))).containsExactly("K7 filing.stops-without-basis");
    }

    private static AnItem confirmationStopping(@org.jspecify.annotations.Nullable String basis) {
        return anItem().with(item -> {
            item.type = ItemType.CONFIRMATION;
            item.regime = "民法典";
            item.procedures =
                    List.of(new SpecialProcedure(SpecialProcedureKind.OTHER, "离婚冷静期", 30, Unit.DAY, true, basis));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "《中华人民共和国护照法》, true",
        "《城市道路管理条例》第三十七条, true",
        "《中国公民往来台湾地区管理办法》（国务院令第93号）, true",
        "《城市道路占用收费办法》, false",
        "《示范省城市道路收费条例》, false",
        "《示范市停车条例》, false",
        "国家发展改革委、财政部核定标准, false"
    })
    void C6_a_licence_fee_stands_on_a_law_or_an_administrative_regulation(String basis, boolean lawful) {
        AnItem item = anItem().with(
                        one -> one.fee = new Fee(FeeKind.FIXED, basis, List.of(new FeeLine("新办", "本", 12000, basis))));
        if (lawful) {
            assertThat(refusals(item)).isEmpty();
        } else {
            assertThat(refusals(item)).containsExactly("C6 filing.licence-fee-basis");
        }
    }

    @Test
    void C6_other_items_may_charge_on_another_basis() {
        assertThat(refusals(anItem().with(item -> {
                    item.type = ItemType.CONFIRMATION;
                    item.fee = new Fee(FeeKind.FIXED, "发改价格规〔2016〕2559号", List.of(new FeeLine("住宅", "件", 8000, "同上")));
                })))
                .isEmpty();
    }

    /** A licence that promises so many days, with steps that add up. */
    private static AnItem promising(int days) {
        return anItem().with(item -> {
            item.committedDays = days;
            item.steps = List.of(
                    step(1, StepKind.ACCEPT, 0, StepRole.CLERK),
                    step(2, StepKind.WORK, days, StepRole.REVIEWER),
                    step(3, StepKind.DECIDE, 0, StepRole.APPROVER),
                    step(4, StepKind.ISSUE, 0, StepRole.CLERK));
        });
    }

    private static AnItem byCommitment(@org.jspecify.annotations.Nullable RiskField touches) {
        return anItem().with(
                        item -> item.commitment = new Commitment(List.of("经营场所平面图"), 20, 10, "国办发〔2020〕42号", touches));
    }

    @ParameterizedTest
    @EnumSource(RiskField.class)
    void C16_no_commitment_where_a_field_of_risk_is_touched(RiskField touches) {
        assertThat(refusals(byCommitment(touches)))
                .isEqualTo(touches == RiskField.NONE ? List.of() : List.of("C16 filing.commitment.field"));
    }

    @Test
    void C16_whoever_drafts_a_commitment_says_that_it_touches_none() {
        assertThat(refusals(byCommitment(null))).containsExactly("C16 filing.commitment.field-unsaid");
    }

    private static Material exempt(String name) {
        Material asked = material(name);
        return new Material(
                name, asked.form(), 0, 0, asked.source(), Necessity.EXEMPT, asked.condition(), asked.situations());
    }

    @Test
    void C16_a_commitment_stands_in_for_nothing_that_nobody_hands_in_anyway() {
        assertThat(refusals(byCommitment(RiskField.NONE).with(item -> item.materials = List.of(exempt("经营场所平面图")))))
                .containsExactly("C16 filing.commitment.exempt");
    }

    @Test
    void C16_a_commitment_has_basis_days_and_listed_papers_and_nothing_comes_before_its_decision() {
        assertThat(refusals(anItem().with(item -> {
                    item.commitment = new Commitment(List.of("没有列出的材料"), 0, 0, " ", RiskField.NONE);
                    item.hearBeforeDecision = true;
                })))
                .containsExactly(
                        "C16 filing.commitment.basis",
                        "C16 filing.commitment.check-days",
                        "C16 filing.commitment.put-right-days",
                        "C16 filing.commitment.unlisted",
                        "C16 filing.commitment.not-on-the-spot");
    }
}
