package org.onewindow.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.RuleProposal;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.model.RuleFiling;

/** The rules on a form (S1): what was filled in comes out, and what is wrong is said where it stands. */
class RuleFormTest {

    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);

    private static Map<String, String> aForm() {
        Map<String, String> form = new HashMap<>(RuleForm.of(RuleSet.SHIPPED));
        form.put("region", "990101");
        form.put("validFrom", "2026-03-09");
        form.put("title", "示范县电子监察规则");
        form.put("basis", "示政务〔2026〕7号");
        return form;
    }

    @Test
    void what_fills_the_form_comes_back_the_same() {
        RuleSet read = RuleForm.read(aForm(), true).rules();

        assertThat(read.thresholds()).isEqualTo(RuleSet.SHIPPED.thresholds());
        assertThat(read.clocks()).isEqualTo(RuleSet.SHIPPED.clocks());
        assertThat(read.contents()).isEqualTo(RuleSet.SHIPPED.contents());
        assertThat(read.points()).isEqualTo(RuleSet.SHIPPED.points());
        assertThat(read.replies()).isEqualTo(RuleSet.SHIPPED.replies());
        assertThat(read.mostAtOnce()).isEqualTo(RuleSet.SHIPPED.mostAtOnce());
        assertThat(read.validFrom()).isEqualTo("2026-03-09");
        assertThat(read.validTo()).isNull();
    }

    @Test
    void a_clock_with_nothing_ticked_is_not_watched() {
        Map<String, String> form = aForm();
        form.put("STEP.passed", "");
        form.remove("STEP.warns");

        assertThat(RuleForm.read(form, true).rules().clocks())
                .extracting(clock -> clock.clock().name())
                .doesNotContain("STEP")
                .contains("COMMITTED");
    }

    @Test
    void everything_that_can_not_be_read_is_said_at_once() {
        Map<String, String> form = aForm();
        form.put("validFrom", "tomorrow");
        form.put("daysBefore", "-1");
        form.put("red", "");
        form.put("STATUTORY.passed", "GREEN");
        form.put("title", " ");
        form.put("replaces", "CN/1");

        InvalidInput wrong = catchThrowableOfType(InvalidInput.class, () -> RuleForm.read(form, true));

        assertThat(wrong.fields())
                .extracting(InvalidInput.Field::pointer)
                .containsExactlyInAnyOrder(
                        "/validFrom", "/daysBefore", "/red", "/STATUTORY.passed", "/title", "/replaces");
    }

    @Test
    void rules_are_tried_out_before_they_have_a_name() {
        Map<String, String> form = aForm();
        form.remove("title");
        form.remove("basis");

        RuleProposal proposal = RuleForm.read(form, false);

        assertThat(proposal.rules().title()).isEmpty();
    }

    @Test
    void S1_each_refusal_stands_at_the_field_it_is_about() {
        Map<String, String> form = aForm();
        form.put("validFrom", "2026-03-01");
        form.put("validTo", "2026-02-01");
        form.put("daysBefore", "31");
        form.put("percentLeft", "100");
        form.put("zeroLimitMinutes", "0");
        form.put("STATUTORY.passed", "YELLOW");
        form.put("STATUTORY.red", "0");
        form.put("STEP.passed", "RED");
        form.put("STEP.red", "2");
        form.put("COMMITTED.passed", "");
        form.put("COMMITTED.red", "");
        form.put("yellow", "11");
        form.put("order", "61");
        form.put("mostAtOnce", "0");

        List<Refusal> refusals = RuleFiling.check(RuleForm.read(form, true).rules(), List.of(), MON_2026_03_02);

        assertThat(refusals)
                .extracting(refusal -> RuleForm.fieldOf(refusal, form))
                .containsExactly(
                        "validTo",
                        "validFrom",
                        "daysBefore",
                        "percentLeft",
                        "shortLimit",
                        "zeroLimitMinutes",
                        "STATUTORY.red",
                        "STEP.red",
                        "STATUTORY.passed",
                        "COMMITTED.passed",
                        "yellow",
                        "order",
                        "mostAtOnce");
    }
}
