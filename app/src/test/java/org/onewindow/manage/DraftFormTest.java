package org.onewindow.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.demonstration.LoadedDemonstration;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.testing.TestDatabase;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An item as a form, and back. */
class DraftFormTest {

    private static final Instant TUE_2026_02_10 = Instant.parse("2026-02-10T01:00:00Z");

    private static MultiValueMap<String, String> typed(ItemVersion item) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        // A browser sends no box that isn't ticked.
        DraftForm.of(item, List.of("A03", "A01")).forEach((name, value) -> {
            if (!value.equals("false")) {
                typed.add(name, value);
            }
        });
        return typed;
    }

    @Test
    void K1_every_item_of_the_county_comes_back_from_the_form_as_it_went_in() {
        try (TestDatabase database = TestDatabase.fresh()) {
            List<ItemVersion> items = LoadedDemonstration.in(database, Clock.fixed(TUE_2026_02_10, ZoneOffset.UTC))
                    .catalogue()
                    .all();
            assertThat(items)
                    .hasSizeGreaterThan(180)
                    .allSatisfy(item ->
                            assertThat(DraftForm.changed(item, typed(item))).isEqualTo(item.in(State.DRAFT, null)));
        }
    }

    @Test
    void K5_a_step_typed_in_the_last_row_goes_behind_the_one_whose_number_it_carries_and_all_are_numbered_anew() {
        ItemVersion item = AnItem.anItem().build();
        MultiValueMap<String, String> typed = typed(item);
        String row = "st." + (item.steps().size() + 2) + ".";
        typed.setAll(Map.of(
                row + "order",
                "2",
                row + "name",
                "现场核查",
                row + "kind",
                "WORK",
                row + "days",
                "3",
                row + "post",
                "核查岗",
                row + "role",
                "REVIEWER",
                row + "points",
                "两人以上；出示证件"));

        List<Step> steps = DraftForm.changed(item, typed).steps();

        assertThat(steps.get(2))
                .isEqualTo(new Step("S3", StepKind.WORK, "现场核查", 3, "核查岗", StepRole.REVIEWER, List.of("两人以上", "出示证件")));
        assertThat(steps)
                .extracting(Step::code)
                .doesNotHaveDuplicates()
                .hasSize(item.steps().size() + 1);
    }

    @Test
    void K6_a_material_whose_name_is_cleared_is_gone() {
        ItemVersion item = AnItem.anItem().build();
        MultiValueMap<String, String> typed = typed(item);
        typed.set("mt.1.name", " ");

        assertThat(DraftForm.changed(item, typed).materials())
                .extracting(Material::name)
                .containsExactly("经营场所平面图");
    }

    @Test
    void C6_prices_are_typed_in_yuan_and_kept_in_fen() {
        ItemVersion item = AnItem.anItem().build();
        MultiValueMap<String, String> typed = typed(item);
        typed.setAll(Map.of("feeKind", "FIXED", "fl.1.situation", "首次", "fl.1.unit", "本", "fl.1.price", "12.50"));

        assertThat(DraftForm.changed(item, typed).fee().lines()).containsExactly(new FeeLine("首次", "本", 1250, ""));
    }

    @Test
    void everything_that_cannot_be_read_is_named_at_once() {
        ItemVersion item = AnItem.anItem().build();
        MultiValueMap<String, String> typed = typed(item);
        typed.set("committedDays", "");
        typed.set("st.2.days", "三");
        typed.set("mt.1.form", "PAPYRUS");
        typed.set("fl.1.price", "1.234");
        typed.set("q.1.question", "在哪里经营？");
        typed.set("legalBasis", "法".repeat(4001));

        assertThatThrownBy(() -> DraftForm.changed(item, typed))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(InvalidInput.Field::pointer)
                                .containsExactlyInAnyOrder(
                                        "/committedDays",
                                        "/st.2.days",
                                        "/mt.1.form",
                                        "/fl.1.price",
                                        "/q.1.code",
                                        "/legalBasis"));
    }
}
