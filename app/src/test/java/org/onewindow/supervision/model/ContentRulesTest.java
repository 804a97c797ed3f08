package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.catalogue.AnItem.anItem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.supervision.ContentRule;

/** What is found in acts rather than in time (S1). */
class ContentRulesTest {

    private static final ItemVersion ITEM = anItem().build();

    @Test
    void C3_authorised_new_points_are_watched() {
        assertThat(found(new CaseAct.SupplementRequested(List.of("经营场所平面图"), true)))
                .containsExactly(ContentRule.NEW_POINTS);
        assertThat(found(new CaseAct.SupplementRequested(List.of("经营场所平面图"), false)))
                .isEmpty();
    }

    @Test
    void K6_nothing_but_what_the_version_lists_may_be_asked_for() {
        assertThat(found(new CaseAct.SupplementRequested(List.of("经营场所平面图", "无犯罪记录证明"), false)))
                .containsExactly(ContentRule.UNLISTED_MATERIAL);
    }

    @Test
    void C4_not_accepting_needs_a_reason_and_its_basis() {
        assertThat(found(new CaseAct.AcceptanceRefused("不属于本机关职权", "行政许可法第三十二条")))
                .isEmpty();
        assertThat(found(new CaseAct.AcceptanceRefused("不属于本机关职权", " ")))
                .containsExactly(ContentRule.REFUSED_ACCEPTANCE_UNREASONED);
        assertThat(found(new CaseAct.AcceptanceRefused("", "行政许可法第三十二条")))
                .containsExactly(ContentRule.REFUSED_ACCEPTANCE_UNREASONED);
    }

    @Test
    void C7_a_refusal_needs_a_reason_and_a_grant_none() {
        assertThat(found(new CaseAct.Decided(false, " ", true))).containsExactly(ContentRule.REFUSED_UNREASONED);
        assertThat(found(new CaseAct.Decided(true, "", true))).isEmpty();
    }

    @Test
    void K10_a_decision_outside_filed_authority_is_found_where_that_can_be_told() {
        assertThat(found(new CaseAct.Decided(true, "", false))).containsExactly(ContentRule.WITHOUT_AUTHORITY);
        assertThat(found(new CaseAct.Decided(true, "", null))).isEmpty();
    }

    @Test
    void C6_what_is_paid_is_the_published_price_or_a_recorded_reduction_of_it() {
        ItemVersion free = ITEM;
        ItemVersion one = anItem().with(item -> item.fee = fee(new FeeLine("", "件", 5_000, "某法")))
                .build();
        ItemVersion two = anItem().with(item ->
                        item.fee = fee(new FeeLine("首次", "件", 5_000, "某法"), new FeeLine("补领", "件", 1_000, "某法")))
                .build();

        assertThat(ContentRules.found(new CaseAct.Paid(5_000, null, null), one)).isEmpty();
        assertThat(ContentRules.found(new CaseAct.Paid(2_500, null, "小微企业减半"), one))
                .isEmpty();
        assertThat(ContentRules.found(new CaseAct.Paid(1_000, "补领", null), two)).isEmpty();
        assertThat(ContentRules.found(new CaseAct.Paid(2_500, null, null), one)).containsExactly(ContentRule.WRONG_FEE);
        assertThat(ContentRules.found(new CaseAct.Paid(6_000, null, "多收"), one)).containsExactly(ContentRule.WRONG_FEE);
        assertThat(ContentRules.found(new CaseAct.Paid(5_000, "补领", null), two)).containsExactly(ContentRule.WRONG_FEE);
        assertThat(ContentRules.found(new CaseAct.Paid(5_000, null, null), two)).containsExactly(ContentRule.WRONG_FEE);
        assertThat(ContentRules.found(new CaseAct.Paid(1, null, null), free)).containsExactly(ContentRule.WRONG_FEE);
    }

    private static Fee fee(FeeLine... lines) {
        return new Fee(FeeKind.FIXED, "某法", List.of(lines));
    }

    private static List<ContentRule> found(CaseAct act) {
        return ContentRules.found(act, ITEM);
    }
}
