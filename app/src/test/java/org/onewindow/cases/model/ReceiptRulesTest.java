package org.onewindow.cases.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.catalogue.AnItem.anItem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.Situation;

/** Whether an application may be taken in, and which papers it needs (C2, K2, K6, K6a, K6b). */
class ReceiptRulesTest {

    private static final String FORM = "示例经营许可申请书";
    private static final String MANDATE = "授权委托书";

    private static List<String> whyNot(
            ItemVersion item, ApplicantKind applicant, Map<String, String> answers, String... papers) {
        List<HandedIn> handedIn = List.of(papers).stream().map(ACase::paper).toList();
        return ReceiptRules.check(
                        new ReceiptRules.Application(item, applicant, false, answers, handedIn, true, false, false))
                .stream()
                .map(refusal -> refusal.rule() + " " + refusal.key())
                .toList();
    }

    @Test
    void K2_only_those_apply_whom_the_item_is_for() {
        ItemVersion persons =
                anItem().with(item -> item.object = ApplicantObject.PERSON).build();

        assertThat(whyNot(persons, ApplicantKind.ORGANISATION, Map.of())).containsExactly("K2 receive.object");
        assertThat(whyNot(persons, ApplicantKind.PERSON, Map.of())).isEmpty();
    }

    @Test
    void APL_31_a_paper_the_item_does_not_list_is_not_taken_in_but_missing_ones_refuse_nothing() {
        ItemVersion item = anItem().build();

        assertThat(whyNot(item, ApplicantKind.PERSON, Map.of(), "无犯罪记录证明")).containsExactly("K6 material.unlisted");
        assertThat(whyNot(item, ApplicantKind.PERSON, Map.of())).isEmpty();
    }

    @Test
    void K6a_every_question_is_answered_by_one_of_its_choices_and_the_answers_decide_the_papers() {
        ItemVersion asks = anItem().with(item -> {
                    item.situations = List.of(new Situation(
                            "place", "场所是租的吗？", List.of(new Choice("own", "自有"), new Choice("rent", "租赁"))));
                    item.materials = List.of(AnItem.material(FORM), AnItem.material("租赁合同", "place=rent"));
                })
                .build();

        assertThat(whyNot(asks, ApplicantKind.PERSON, Map.of())).containsExactly("K6a receive.situation");
        assertThat(whyNot(asks, ApplicantKind.PERSON, Map.of("place", "boat")))
                .containsExactly("K6a receive.situation");
        assertThat(missing(asks, false, Map.of("place", "rent"), List.of())).containsExactly(FORM, "租赁合同");
        assertThat(missing(asks, false, Map.of("place", "own"), List.of())).containsExactly(FORM);
    }

    @Test
    void K6b_a_condition_in_words_counts_once_ticked_and_a_mandate_exactly_when_somebody_acts_for_the_applicant() {
        ItemVersion item = anItem().with(change ->
                        change.materials = List.of(when(MANDATE, Papers.WHEN_REPRESENTED), when("施工许可证", "新建场所的")))
                .build();

        assertThat(missing(item, false, Map.of(), List.of())).isEmpty();
        assertThat(missing(item, true, Map.of(), List.of())).containsExactly(MANDATE);
        assertThat(missing(item, false, Map.of(), List.of("新建场所的"))).containsExactly("施工许可证");
    }

    private static List<String> missing(
            ItemVersion item, boolean represented, Map<String, String> answers, List<String> ticked) {
        return Papers.missing(item, new Papers.Circumstances(represented, ticked, List.of(), answers));
    }

    private static Material when(String name, String condition) {
        return new Material(
                name, MaterialForm.ORIGINAL, 1, 1, MaterialSource.APPLICANT, Necessity.REQUIRED, condition, List.of());
    }
}
