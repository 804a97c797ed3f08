package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.RuleSet.ClockRule;
import org.onewindow.supervision.RuleSet.Points;
import org.onewindow.supervision.RuleSet.Replies;
import org.onewindow.supervision.RuleSet.Thresholds;
import org.onewindow.timelimit.ClockKind;

/** What a set of rules must be to be filed (S1). */
class RuleFilingTest {

    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final LocalDate SUN_2026_05_31 = LocalDate.of(2026, 5, 31);
    private static final Thresholds USUAL = RuleSet.SHIPPED.thresholds();

    @Test
    void S1_what_ships_with_the_program_could_be_filed() {
        assertThat(check(rules(MON_2026_03_02, null))).isEmpty();
    }

    @Test
    void S1_periods_of_a_region_do_not_overlap() {
        RuleSet first = rules(MON_2026_03_02, SUN_2026_05_31);

        assertThat(check(rules(SUN_2026_05_31, null), first)).containsExactly("rules.overlap");
        assertThat(check(rules(MON_2026_03_02, MON_2026_03_02), first)).containsExactly("rules.overlap");
        assertThat(check(rules(SUN_2026_05_31.plusDays(1), null), first)).isEmpty();
        assertThat(check(rules(SUN_2026_05_31, SUN_2026_05_31), rules(MON_2026_03_02, null)))
                .containsExactly("rules.overlap");
    }

    @Test
    void S1_nobody_is_judged_by_a_rule_that_was_not_in_force() {
        assertThat(check(rules(MON_2026_03_02.minusDays(1), null))).containsExactly("rules.past");
        assertThat(check(rules(MON_2026_03_02, MON_2026_03_02.minusDays(1)))).containsExactly("rules.period");
    }

    @Test
    void S1_red_never_comes_before_yellow_nor_with_it() {
        assertThat(check(clocks(new ClockRule(ClockKind.STEP, true, null, 3))))
                .containsExactly("rules.red-before-yellow");
        assertThat(check(clocks(new ClockRule(ClockKind.STEP, true, Colour.RED, 3))))
                .containsExactly("rules.red-before-yellow");
        assertThat(check(clocks(new ClockRule(ClockKind.STEP, true, Colour.YELLOW, 0))))
                .containsExactly("rules.red-with-yellow");
    }

    @Test
    void S1_a_passed_limit_is_more_than_a_warning() {
        assertThat(check(clocks(new ClockRule(ClockKind.STEP, true, Colour.WARNING, null))))
                .containsExactly("rules.passed-warns");
    }

    @Test
    void S1_the_statutory_limit_stays_red_and_the_promise_is_watched() {
        RuleSet mild = with(
                List.of(
                        new ClockRule(ClockKind.STATUTORY, true, Colour.YELLOW, null),
                        new ClockRule(ClockKind.COMMITTED, true, null, null)),
                USUAL,
                RuleSet.SHIPPED.points());

        assertThat(check(mild)).containsExactly("rules.statutory", "rules.committed");
    }

    @Test
    void S1_all_that_is_wrong_with_thresholds_and_points_is_said_at_once() {
        RuleSet wrong = with(RuleSet.SHIPPED.clocks(), new Thresholds(3, 100, 2, 0, 0), new Points(6, 5, 10));

        assertThat(check(wrong))
                .containsExactly("rules.percent", "rules.short-limit", "rules.minutes", "rules.points-order");
    }

    @Test
    void S1_a_kind_of_clock_is_named_once() {
        assertThat(check(clocks(
                        new ClockRule(ClockKind.STEP, true, Colour.YELLOW, null),
                        new ClockRule(ClockKind.STEP, false, Colour.YELLOW, null))))
                .containsExactly("rules.clock-twice");
    }

    @Test
    void S3_replies_have_a_limit() {
        RuleSet none = new RuleSet(
                "990101",
                1,
                MON_2026_03_02,
                null,
                "",
                "",
                USUAL,
                RuleSet.SHIPPED.clocks(),
                Map.of(ContentRule.NEW_POINTS, Colour.WARNING),
                RuleSet.SHIPPED.points(),
                new Replies(0, 5, 61),
                0);

        assertThat(check(none)).containsExactly("rules.content-warns", "rules.reply", "rules.most");
    }

    private static List<String> check(RuleSet rules, RuleSet... others) {
        return RuleFiling.check(rules, List.of(others), MON_2026_03_02).stream()
                .map(Refusal::key)
                .toList();
    }

    private static RuleSet clocks(ClockRule... extra) {
        List<ClockRule> clocks = new java.util.ArrayList<>(List.of(
                new ClockRule(ClockKind.STATUTORY, true, Colour.RED, null),
                new ClockRule(ClockKind.COMMITTED, true, Colour.YELLOW, 3)));
        clocks.addAll(List.of(extra));
        return with(clocks, USUAL, RuleSet.SHIPPED.points());
    }

    private static RuleSet with(List<ClockRule> clocks, Thresholds thresholds, Points points) {
        return new RuleSet(
                "990101",
                1,
                MON_2026_03_02,
                null,
                "",
                "",
                thresholds,
                clocks,
                RuleSet.SHIPPED.contents(),
                points,
                RuleSet.SHIPPED.replies(),
                200);
    }

    private static RuleSet rules(LocalDate from, @Nullable LocalDate to) {
        return new RuleSet(
                "990101",
                1,
                from,
                to,
                "",
                "",
                USUAL,
                RuleSet.SHIPPED.clocks(),
                RuleSet.SHIPPED.contents(),
                RuleSet.SHIPPED.points(),
                RuleSet.SHIPPED.replies(),
                200);
    }
}
