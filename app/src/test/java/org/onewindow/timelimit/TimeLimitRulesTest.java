package org.onewindow.timelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onewindow.calendar.BusinessHours;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.CalendarEdition;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;

/** The time law, rule by rule (domain.md section 4). */
class TimeLimitRulesTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final LocalTime CLOSE = LocalTime.of(17, 0);

    private static final LocalDate FRI_2026_02_06 = LocalDate.of(2026, 2, 6);
    private static final LocalDate TUE_2026_02_10 = LocalDate.of(2026, 2, 10);
    private static final LocalDate THU_2026_02_12 = LocalDate.of(2026, 2, 12);
    private static final LocalDate FRI_2026_02_13 = LocalDate.of(2026, 2, 13);
    private static final LocalDate SAT_2026_02_14 = LocalDate.of(2026, 2, 14);
    private static final LocalDate SUN_2026_02_15 = LocalDate.of(2026, 2, 15);
    private static final LocalDate TUE_2026_02_24 = LocalDate.of(2026, 2, 24);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    private static final LocalDate WED_2026_03_04 = LocalDate.of(2026, 3, 4);
    private static final LocalDate THU_2026_03_05 = LocalDate.of(2026, 3, 5);
    private static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);
    private static final LocalDate SAT_2026_03_07 = LocalDate.of(2026, 3, 7);
    private static final LocalDate MON_2026_03_09 = LocalDate.of(2026, 3, 9);
    private static final LocalDate TUE_2026_03_10 = LocalDate.of(2026, 3, 10);
    private static final LocalDate WED_2026_03_11 = LocalDate.of(2026, 3, 11);
    private static final LocalDate THU_2026_03_12 = LocalDate.of(2026, 3, 12);
    private static final LocalDate MON_2026_03_16 = LocalDate.of(2026, 3, 16);

    // ---- T1 working day

    @Test
    void T1_a_make_up_Saturday_is_worked_and_a_festival_Monday_is_not() {
        assertThat(CN.isWorkingDay(SAT_2026_02_14)).isTrue();
        assertThat(CN.isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(CN.nameOf(SAT_2026_02_14)).isEqualTo("春节");
        assertThat(CN.nameOf(TUE_2026_02_10)).isNull();
    }

    @Test
    void T1_a_regional_holiday_is_off_in_its_region_only() {
        WorkingCalendar region = regional(List.of(off(TUE_2026_03_03, "三月三")));

        assertThat(TimeLimits.lastDay(region, Unit.WORKING_DAY, MON_2026_03_02, 1, List.of()))
                .isEqualTo(WED_2026_03_04);
        assertThat(TimeLimits.lastDay(CN, Unit.WORKING_DAY, MON_2026_03_02, 1, List.of()))
                .isEqualTo(TUE_2026_03_03);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, true, before the first imported year",
        "2023-01-01, false, its first day",
        "2026-12-28, false, no notice for the next year has ever touched it",
        "2026-12-29, true, worked in 2007 and 2018 for the following New Year",
        "2026-12-31, true, the next notice may take it off",
        "2027-01-01, true, no notice yet",
        "2123-05-01, true, far beyond"
    })
    void T1_provisional_are_the_days_no_published_notice_settles(LocalDate day, boolean provisional, String why) {
        assertThat(CN.isProvisional(day)).as(why).isEqualTo(provisional);
    }

    @Test
    void T1_a_limit_that_reaches_the_last_days_of_the_last_year_is_provisional() {
        assertThat(reading(days(20), LocalDate.of(2026, 11, 30)).dueOn()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(reading(days(20), LocalDate.of(2026, 11, 30)).provisional()).isFalse();
        assertThat(reading(days(20), LocalDate.of(2026, 12, 1)).provisional()).isTrue();
        assertThat(reading(days(20), LocalDate.of(2026, 12, 28)).dueOn()).isEqualTo(LocalDate.of(2027, 1, 25));
        assertThat(reading(days(20), LocalDate.of(2026, 12, 28)).provisional()).isTrue();
    }

    @Test
    void T1_a_limit_counted_from_before_the_first_year_is_provisional_even_if_it_ends_after() {
        assertThat(reading(days(5), LocalDate.of(2022, 12, 29)).provisional()).isTrue();
        assertThat(reading(days(5), LocalDate.of(2022, 12, 31)).provisional()).isFalse();
        assertThat(reading(days(5), LocalDate.of(2022, 12, 31)).dueOn()).isEqualTo(LocalDate.of(2023, 1, 9));
    }

    @Test
    void T1_importing_the_next_year_moves_a_due_date_that_was_provisional() {
        var clock = days(20).apply(LocalDate.of(2026, 12, 28));
        WorkingCalendar next =
                with2027(List.of(off(LocalDate.of(2026, 12, 31), "元旦"), off(LocalDate.of(2027, 1, 1), "元旦")));

        assertThat(TimeLimits.read(clock, next, TIME, clock.startedAt()).dueOn())
                .isEqualTo(LocalDate.of(2027, 1, 27));
        assertThat(TimeLimits.read(clock, next, TIME, clock.startedAt()).provisional())
                .isFalse();
    }

    @Test
    void T1_a_special_day_beyond_the_last_year_is_known_and_the_days_around_it_are_counted_on() {
        WorkingCalendar region = regional(List.of(off(LocalDate.of(2028, 3, 9), "县庆")));

        for (LocalDate day = LocalDate.of(2026, 12, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            assertThat(region.workingDaysBetween(day.minusDays(1), day))
                    .as("%s", day)
                    .isEqualTo(region.isWorkingDay(day) ? 1 : 0);
        }
        assertThat(region.workingDayAfter(LocalDate.of(2028, 3, 8), 1)).isEqualTo(LocalDate.of(2028, 3, 10));
        assertThat(region.workingDaysBetween(LocalDate.of(2026, 12, 31), LocalDate.of(2028, 3, 31)))
                .isEqualTo(CN.workingDaysBetween(LocalDate.of(2026, 12, 31), LocalDate.of(2028, 3, 31)) - 1);
    }

    // ---- T2 counting

    @Test
    void T2_the_day_a_period_starts_is_not_counted() {
        assertThat(reading(days(1), MON_2026_03_02).dueOn()).isEqualTo(TUE_2026_03_03);
        assertThat(reading(days(5), MON_2026_03_02).dueOn()).isEqualTo(MON_2026_03_09);
    }

    @Test
    void T2_day_one_is_the_next_working_day_also_when_it_starts_on_a_day_off() {
        assertThat(reading(days(1), SAT_2026_03_07).dueOn()).isEqualTo(MON_2026_03_09);
        assertThat(reading(days(1), FRI_2026_02_13).dueOn()).isEqualTo(SAT_2026_02_14);
        assertThat(reading(days(1), SAT_2026_02_14).dueOn()).isEqualTo(TUE_2026_02_24);
        assertThat(reading(days(1), SUN_2026_02_15).dueOn()).isEqualTo(TUE_2026_02_24);
    }

    @Test
    void T2_a_period_ends_at_the_close_of_business_and_is_overdue_from_the_first_instant_after() {
        var clock = days(1).apply(MON_2026_03_02);
        Instant close = TIME.at(TUE_2026_03_03, CLOSE);

        assertThat(at(clock, close).dueAt()).isEqualTo(close).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(at(clock, close).state()).isEqualTo(ClockState.RUNNING);
        assertThat(at(clock, close.plusNanos(1_000)).state()).isEqualTo(ClockState.MISSED);
        assertThat(at(clock.stopped(close), close.plusSeconds(9)).state()).isEqualTo(ClockState.MET);
        assertThat(at(clock.stopped(close.plusNanos(1_000)), close.plusSeconds(9))
                        .state())
                .isEqualTo(ClockState.MISSED);
    }

    @Test
    void T2_the_close_of_business_is_that_of_the_last_day() {
        var summer = new BusinessHours(TUE_2026_03_03, LocalTime.of(8, 30), LocalTime.of(18, 0));
        WorkingCalendar calendar = calendar(2023, 2026, List.of(), List.of(), List.of(summer));

        assertThat(TimeLimits.read(days(1).apply(MON_2026_03_02), calendar, TIME, TIME.startOf(MON_2026_03_02))
                        .dueAt())
                .isEqualTo(TIME.at(TUE_2026_03_03, LocalTime.of(18, 0)));
        assertThat(TimeLimits.read(
                                days(1).apply(LocalDate.of(2026, 2, 28)), calendar, TIME, TIME.startOf(MON_2026_03_02))
                        .dueAt())
                .isEqualTo(TIME.at(MON_2026_03_02, CLOSE));
    }

    // ---- T3 zero days

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 09:00:00, 2026-03-02, a working day in business hours",
        "2026-03-02, 17:00:00, 2026-03-02, at closing is in time",
        "2026-03-02, 17:00:01, 2026-03-03, a second later is not",
        "2026-03-02, 03:00:00, 2026-03-02, before opening on a working day",
        "2026-03-07, 10:00:00, 2026-03-09, on a Saturday",
        "2026-02-14, 10:00:00, 2026-02-14, on a make-up Saturday",
        "2026-02-14, 18:00:00, 2026-02-24, after closing before the Spring Festival",
        "2026-02-17, 10:00:00, 2026-02-24, in the Spring Festival"
    })
    void T3_zero_days_are_due_at_the_close_of_the_day_they_begin_or_of_the_next_working_day(
            LocalDate day, LocalTime time, LocalDate due, String why) {
        var clock = ClockFacts.started(ClockKind.STEP, "S2", Unit.WORKING_DAY, 0, TIME.at(day, time), day);

        var reading = at(clock, clock.startedAt());

        assertThat(reading.dueOn()).as(why).isEqualTo(due);
        assertThat(reading.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reading.remainingDays()).isZero();
    }

    @Test
    void T3_a_zero_day_clock_begun_after_closing_is_not_overdue_on_the_next_working_day_before_it_closes() {
        var clock = ClockFacts.started(
                ClockKind.COMMITTED,
                "",
                Unit.WORKING_DAY,
                0,
                TIME.at(FRI_2026_03_06, LocalTime.of(17, 30)),
                FRI_2026_03_06);

        var reading = at(clock, TIME.at(MON_2026_03_09, CLOSE));
        assertThat(reading.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reading.usedDays()).isZero();
        assertThat(at(clock, TIME.at(TUE_2026_03_10, LocalTime.of(9, 0))).remainingDays())
                .isEqualTo(-1);
    }

    @Test
    void T3_a_start_day_before_the_recorded_instant_decides_alone() {
        // Deemed to have begun on Monday, written down on Wednesday night: Monday counts as begun in time.
        var clock = ClockFacts.started(
                ClockKind.ACCEPTANCE,
                "",
                Unit.WORKING_DAY,
                0,
                TIME.at(WED_2026_03_04, LocalTime.of(20, 0)),
                MON_2026_03_02);

        assertThat(at(clock, clock.startedAt()).dueOn()).isEqualTo(MON_2026_03_02);
    }

    // ---- T5 two clocks

    @Test
    void T5_the_start_day_is_the_legal_one_even_if_acceptance_was_recorded_later() {
        var clock = ClockFacts.started(
                ClockKind.STATUTORY, "", Unit.WORKING_DAY, 20, TIME.at(WED_2026_03_11, LocalTime.NOON), MON_2026_03_02);

        assertThat(at(clock, clock.startedAt()).dueOn()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(at(clock, clock.startedAt()).usedDays()).isEqualTo(7);
    }

    @Test
    void T5_waiting_for_payment_takes_out_the_days_after_the_decision_up_to_the_payment() {
        var paid = new Exclusion(WED_2026_03_04, TUE_2026_03_10, 0, Unit.WORKING_DAY);
        var clock = days(5).apply(MON_2026_03_02).withExclusions(List.of(paid));

        // Counted: 3, 4 March, then 11, 12, 13 March.
        assertThat(at(clock, TIME.at(TUE_2026_03_10, CLOSE)).dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
    }

    @Test
    void T5_while_payment_is_awaited_the_due_date_is_unknown_and_nothing_is_used() {
        var waiting = new Exclusion(WED_2026_03_04, null, 0, Unit.WORKING_DAY);
        var clock = days(5).apply(MON_2026_03_02).withExclusions(List.of(waiting));

        var reading = at(clock, TIME.at(MON_2026_03_16, CLOSE));

        assertThat(reading.state()).isEqualTo(ClockState.PAUSED);
        assertThat(reading.dueOn()).isNull();
        assertThat(reading.dueAt()).isNull();
        assertThat(reading.projected()).isFalse();
        assertThat(reading.usedDays()).isEqualTo(2);
        assertThat(reading.remainingDays()).isEqualTo(3);
    }

    @Test
    void T5_a_cancelled_clock_is_neither_met_nor_missed() {
        var clock = days(1).apply(MON_2026_03_02).cancelled(TIME.at(MON_2026_03_09, CLOSE));

        assertThat(at(clock, TIME.at(MON_2026_03_16, CLOSE)).state()).isEqualTo(ClockState.CANCELLED);
    }

    // ---- T6 suspension

    @Test
    void T6_the_day_it_starts_still_counts_the_day_it_ends_does_not() {
        var clock =
                days(5).apply(MON_2026_03_02).withExclusions(List.of(Exclusion.closed(WED_2026_03_04, FRI_2026_03_06)));

        // Counted: 3, 4 March, then 9, 10, 11 March.
        assertThat(at(clock, TIME.startOf(MON_2026_03_09)).dueOn()).isEqualTo(WED_2026_03_11);
    }

    @Test
    void T6_one_that_starts_and_ends_on_the_same_day_takes_out_nothing() {
        var clock =
                days(5).apply(MON_2026_03_02).withExclusions(List.of(Exclusion.closed(WED_2026_03_04, WED_2026_03_04)));

        assertThat(at(clock, TIME.startOf(MON_2026_03_09)).dueOn()).isEqualTo(MON_2026_03_09);
    }

    @Test
    void T6_overlapping_and_nested_ones_count_once() {
        var overlapping = List.of(
                Exclusion.closed(THU_2026_03_05, TUE_2026_03_10),
                Exclusion.closed(WED_2026_03_04, FRI_2026_03_06),
                Exclusion.closed(THU_2026_03_05, FRI_2026_03_06));
        var once = List.of(Exclusion.closed(WED_2026_03_04, TUE_2026_03_10));

        assertThat(at(days(5).apply(MON_2026_03_02).withExclusions(overlapping), TIME.startOf(MON_2026_03_16)))
                .isEqualTo(at(days(5).apply(MON_2026_03_02).withExclusions(once), TIME.startOf(MON_2026_03_16)));
    }

    @Test
    void T6_one_that_starts_on_the_day_another_ends_gives_that_day_no_second_life() {
        var backToBack = List.of(
                Exclusion.closed(TUE_2026_03_03, THU_2026_03_05), Exclusion.closed(THU_2026_03_05, MON_2026_03_09));

        // Counted: 3 March, then 10, 11 March.
        assertThat(at(days(3).apply(MON_2026_03_02).withExclusions(backToBack), TIME.startOf(MON_2026_03_16))
                        .dueOn())
                .isEqualTo(WED_2026_03_11);
    }

    @Test
    void T6_one_that_starts_on_the_last_day_comes_too_late_to_move_it() {
        var late = List.of(Exclusion.closed(MON_2026_03_09, MON_2026_03_16));

        assertThat(at(days(5).apply(MON_2026_03_02).withExclusions(late), TIME.startOf(MON_2026_03_16))
                        .dueOn())
                .isEqualTo(MON_2026_03_09);
    }

    @Test
    void T6_while_paused_the_due_date_is_projected_by_the_stated_days() {
        var clock = days(5).apply(MON_2026_03_02).withExclusions(List.of(stated(WED_2026_03_04, 3)));

        var reading = at(clock, TIME.at(THU_2026_03_05, CLOSE));

        // Stated: 5, 6, 9 March. Counted: 3, 4 March, then 10, 11, 12 March.
        assertThat(reading.state()).isEqualTo(ClockState.PAUSED);
        assertThat(reading.projected()).isTrue();
        assertThat(reading.dueOn()).isEqualTo(THU_2026_03_12);
        assertThat(reading.usedDays()).isEqualTo(2);
        assertThat(reading.remainingDays()).isEqualTo(3);
    }

    @Test
    void T6_it_has_effect_on_the_clock_from_the_moment_it_is_served() {
        var clock = days(5).apply(MON_2026_03_02).withExclusions(List.of(stated(WED_2026_03_04, 3)));

        assertThat(at(clock, TIME.at(TUE_2026_03_03, CLOSE)).state()).isEqualTo(ClockState.RUNNING);
        assertThat(at(clock, TIME.at(WED_2026_03_04, LocalTime.of(9, 0))).state())
                .isEqualTo(ClockState.PAUSED);
    }

    @Test
    void T6_it_does_not_outlast_its_stated_days_by_itself() {
        var clock = days(5).apply(MON_2026_03_02).withExclusions(List.of(stated(WED_2026_03_04, 3)));
        Instant end = TIME.at(MON_2026_03_09, CLOSE);

        assertThat(at(clock, end).state()).isEqualTo(ClockState.PAUSED);
        var after = at(clock, end.plusSeconds(1));
        assertThat(after.state()).isEqualTo(ClockState.RUNNING);
        assertThat(after.projected()).isFalse();
        assertThat(after.dueOn()).isEqualTo(THU_2026_03_12);
        assertThat(at(clock, TIME.at(THU_2026_03_12, CLOSE).plusSeconds(1)).state())
                .isEqualTo(ClockState.MISSED);
    }

    @Test
    void T6_resuming_after_the_stated_days_gives_nothing_back() {
        var clock = days(5).apply(MON_2026_03_02)
                .withExclusions(List.of(new Exclusion(WED_2026_03_04, MON_2026_03_16, 3, Unit.WORKING_DAY)));

        assertThat(at(clock, TIME.at(MON_2026_03_16, CLOSE)).dueOn()).isEqualTo(THU_2026_03_12);
    }

    @Test
    void T6_resuming_early_brings_the_due_date_forward() {
        var clock = days(5).apply(MON_2026_03_02)
                .withExclusions(List.of(new Exclusion(WED_2026_03_04, THU_2026_03_05, 3, Unit.WORKING_DAY)));

        var reading = at(clock, TIME.at(THU_2026_03_05, LocalTime.of(10, 0)));

        assertThat(reading.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reading.projected()).isFalse();
        assertThat(reading.dueOn()).isEqualTo(TUE_2026_03_10);
    }

    @Test
    void T6_stated_days_skip_days_off_like_any_working_days() {
        assertThat(TimeLimits.statedEnd(stated(THU_2026_02_12, 3), CN)).isEqualTo(TUE_2026_02_24);
        assertThat(TimeLimits.statedEnd(new Exclusion(THU_2026_02_12, null, 3, Unit.DAY), CN))
                .isEqualTo(TUE_2026_02_24);
        assertThat(TimeLimits.statedEnd(new Exclusion(THU_2026_02_12, null, 48, Unit.HOUR), CN))
                .isEqualTo(SAT_2026_02_14);
        assertThat(TimeLimits.statedEnd(new Exclusion(THU_2026_02_12, null, 49, Unit.HOUR), CN))
                .as("hours of a day begun count as that day")
                .isEqualTo(SUN_2026_02_15);
        assertThat(TimeLimits.statedEnd(Exclusion.open(THU_2026_02_12), CN)).isNull();
    }

    @Test
    void T6_a_second_ground_keeps_the_clock_paused_when_the_first_has_ended() {
        var clock = days(5).apply(MON_2026_03_02)
                .withExclusions(List.of(stated(TUE_2026_03_03, 1), stated(WED_2026_03_04, 5)));

        assertThat(at(clock, TIME.at(THU_2026_03_05, LocalTime.NOON)).state()).isEqualTo(ClockState.PAUSED);
        assertThat(at(clock, TIME.at(THU_2026_03_05, LocalTime.NOON)).dueOn()).isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void T6_a_clock_already_overdue_stays_missed_when_a_suspension_follows_and_its_days_are_no_overrun() {
        var clock = days(1).apply(MON_2026_03_02).withExclusions(List.of(stated(THU_2026_03_05, 5)));

        var reading = at(clock, TIME.at(TUE_2026_03_10, CLOSE));

        assertThat(reading.state()).isEqualTo(ClockState.MISSED);
        assertThat(reading.remainingDays()).isEqualTo(-2);
    }

    @Test
    void T6_an_open_suspension_that_begins_after_the_last_day_leaves_the_last_day_known() {
        var late = TimeLimits.calculate(
                CN, TIME, MON_2026_03_02, Unit.WORKING_DAY, 3, 0, List.of(Exclusion.open(TUE_2026_03_10)));

        assertThat(late.dueOn()).isEqualTo(THU_2026_03_05);
        assertThat(late.remainingDays()).isNull();
    }

    @Test
    void T6_a_zero_day_limit_waits_for_a_suspension_that_began_before_it_could_end() {
        var result = TimeLimits.calculate(
                CN,
                TIME,
                SAT_2026_03_07,
                Unit.WORKING_DAY,
                0,
                0,
                List.of(Exclusion.closed(SAT_2026_03_07, TUE_2026_03_10)));

        assertThat(result.dueOn()).isEqualTo(WED_2026_03_11);
        assertThat(result.excludedDays()).isEqualTo(2);
    }

    // ---- T7 extension

    @Test
    void T7_an_extension_adds_its_days() {
        var clock = days(20).apply(MON_2026_03_02);

        assertThat(at(clock.withExtension(10), clock.startedAt()).dueOn()).isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(at(clock.withExtension(10), clock.startedAt()).budgetDays()).isEqualTo(30);
    }

    @Test
    void T7_an_extension_is_made_of_working_days_after_the_suspended_ones() {
        var clock = days(5).apply(MON_2026_03_02)
                .withExtension(2)
                .withExclusions(List.of(Exclusion.closed(WED_2026_03_04, FRI_2026_03_06)));

        assertThat(at(clock, clock.startedAt()).dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
    }

    // ---- T12 steps

    @Test
    void T12_a_step_is_counted_from_the_day_it_began_with_the_same_exclusions() {
        var suspension = Exclusion.closed(WED_2026_03_04, FRI_2026_03_06);
        var step = ClockFacts.started(
                        ClockKind.STEP,
                        "S2",
                        Unit.WORKING_DAY,
                        2,
                        TIME.at(TUE_2026_03_03, LocalTime.NOON),
                        TUE_2026_03_03)
                .withExclusions(List.of(suspension));

        assertThat(at(step, TIME.at(WED_2026_03_04, LocalTime.NOON)).dueOn()).isEqualTo(MON_2026_03_09);
    }

    @Test
    void T12_a_suspension_from_before_the_step_began_takes_out_only_its_own_days() {
        var suspension = Exclusion.closed(MON_2026_03_02, WED_2026_03_04);
        var step = ClockFacts.started(
                        ClockKind.STEP,
                        "S3",
                        Unit.WORKING_DAY,
                        1,
                        TIME.at(TUE_2026_03_03, LocalTime.NOON),
                        TUE_2026_03_03)
                .withExclusions(List.of(suspension));

        assertThat(at(step, TIME.at(WED_2026_03_04, LocalTime.NOON)).dueOn()).isEqualTo(THU_2026_03_05);
    }

    // ---- T13 instants and days

    @Test
    void T13_days_are_those_of_the_centre_not_of_the_machine() {
        // 23:30 in Shanghai is still morning in Lima, where the tests run.
        var clock = ClockFacts.started(
                ClockKind.ACCEPTANCE,
                "",
                Unit.WORKING_DAY,
                1,
                Instant.parse("2026-03-02T15:30:00Z"),
                TIME.dayOf(Instant.parse("2026-03-02T15:30:00Z")));

        assertThat(clock.startDay()).isEqualTo(MON_2026_03_02);
        assertThat(at(clock, Instant.parse("2026-03-03T16:30:00Z")).usedDays()).isEqualTo(2);
        assertThat(at(clock, Instant.parse("2026-03-03T15:30:00Z")).usedDays()).isEqualTo(1);
    }

    // ---- T15 units

    @Test
    void T15_a_period_in_calendar_days_whose_last_day_is_off_ends_on_the_next_working_day() {
        assertThat(TimeLimits.lastDay(CN, Unit.DAY, MON_2026_03_02, 4, List.of()))
                .isEqualTo(FRI_2026_03_06);
        assertThat(TimeLimits.lastDay(CN, Unit.DAY, MON_2026_03_02, 5, List.of()))
                .isEqualTo(MON_2026_03_09);
        assertThat(TimeLimits.lastDay(CN, Unit.DAY, FRI_2026_02_06, 8, List.of()))
                .isEqualTo(SAT_2026_02_14);
        assertThat(TimeLimits.lastDay(CN, Unit.DAY, FRI_2026_02_06, 9, List.of()))
                .isEqualTo(TUE_2026_02_24);
    }

    @Test
    void T15_the_days_off_after_the_last_calendar_day_are_neither_used_nor_overdue() {
        var clock = ClockFacts.started(
                ClockKind.STATUTORY, "", Unit.DAY, 5, TIME.at(MON_2026_03_02, LocalTime.NOON), MON_2026_03_02);

        assertThat(at(clock, TIME.at(SAT_2026_03_07, LocalTime.NOON)).remainingDays())
                .isZero();
        assertThat(at(clock, TIME.at(MON_2026_03_09, CLOSE)).remainingDays()).isZero();
        assertThat(at(clock, TIME.at(MON_2026_03_09, CLOSE)).state()).isEqualTo(ClockState.RUNNING);
        assertThat(at(clock, TIME.at(WED_2026_03_11, CLOSE)).remainingDays()).isEqualTo(-2);
    }

    @Test
    void T15_a_suspension_takes_calendar_days_out_of_a_calendar_clock_and_working_days_out_of_the_other() {
        var overAWeekend = List.of(Exclusion.closed(THU_2026_03_05, TUE_2026_03_10));

        var calendarDays = TimeLimits.calculate(CN, TIME, MON_2026_03_02, Unit.DAY, 10, 0, overAWeekend);
        var workingDays = TimeLimits.calculate(CN, TIME, MON_2026_03_02, Unit.WORKING_DAY, 10, 0, overAWeekend);

        assertThat(calendarDays.excludedDays()).isEqualTo(5);
        assertThat(calendarDays.dueOn()).isEqualTo(LocalDate.of(2026, 3, 17));
        assertThat(workingDays.excludedDays()).isEqualTo(3);
        assertThat(workingDays.dueOn()).isEqualTo(LocalDate.of(2026, 3, 19));
    }

    @Test
    void T15_stated_days_are_in_the_procedures_unit_whatever_the_clocks_unit_is() {
        // Ten calendar days from Thursday 5 March end on Sunday 15 March, so on Monday 16 March.
        var coolingOff = new Exclusion(THU_2026_03_05, null, 10, Unit.DAY);

        assertThat(TimeLimits.statedEnd(coolingOff, CN)).isEqualTo(MON_2026_03_16);
        assertThat(TimeLimits.lastDay(CN, Unit.WORKING_DAY, MON_2026_03_02, 5, List.of(coolingOff)))
                .isEqualTo(LocalDate.of(2026, 3, 18));
        assertThat(TimeLimits.lastDay(CN, Unit.DAY, MON_2026_03_02, 5, List.of(coolingOff)))
                .isEqualTo(LocalDate.of(2026, 3, 18));
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAY, 10, WORKING_DAY, 10",
        "WORKING_DAY, 10, DAY, 7",
        "WORKING_DAY, 30, DAY, 21",
        "WORKING_DAY, 15, DAY, 10",
        "WORKING_DAY, 1, DAY, 0",
        "DAY, 10, WORKING_DAY, 14",
        "DAY, 3, WORKING_DAY, 4",
        "DAY, 1, WORKING_DAY, 1",
        "DAY, 15, DAY, 15",
        "DAY, 49, HOUR, 2",
        "WORKING_DAY, 168, HOUR, 5",
        "WORKING_DAY, 100, HOUR, 2",
        "HOUR, 2, DAY, 48"
    })
    void T15_an_extension_moves_a_clock_in_another_unit_by_five_sevenths_or_seven_fifths(
            Unit clock, int days, Unit granted, int moved) {
        assertThat(TimeLimits.extensionIn(clock, days, granted)).isEqualTo(moved);
    }

    @Test
    void T15_hours_run_from_the_instant_through_nights_and_weekends() {
        Instant start = TIME.at(FRI_2026_03_06, LocalTime.of(16, 30));
        var clock = ClockFacts.started(ClockKind.STATUTORY, "", Unit.HOUR, 24, start, FRI_2026_03_06);

        var reading = at(clock, start.plusSeconds(3_601));

        assertThat(reading.dueAt()).isEqualTo(TIME.at(SAT_2026_03_07, LocalTime.of(16, 30)));
        assertThat(reading.dueOn()).isEqualTo(SAT_2026_03_07);
        assertThat(reading.usedDays()).isEqualTo(2);
        assertThat(at(clock, start.plusSeconds(86_400)).state()).isEqualTo(ClockState.RUNNING);
        assertThat(at(clock, start.plusSeconds(86_401)).state()).isEqualTo(ClockState.MISSED);
    }

    @Test
    void T15_hours_stand_still_on_suspended_days() {
        Instant start = TIME.at(TUE_2026_03_03, LocalTime.NOON);
        var clock = ClockFacts.started(ClockKind.STATUTORY, "", Unit.HOUR, 24, start, TUE_2026_03_03)
                .withExclusions(List.of(Exclusion.closed(TUE_2026_03_03, THU_2026_03_05)));

        assertThat(at(clock, start).dueAt()).isEqualTo(TIME.at(FRI_2026_03_06, LocalTime.NOON));
        assertThat(at(clock, TIME.at(THU_2026_03_05, LocalTime.NOON)).usedDays())
                .isEqualTo(12);
    }

    @Test
    void T15_hours_with_an_open_suspension_have_no_due_instant() {
        Instant start = TIME.at(TUE_2026_03_03, LocalTime.NOON);
        var clock = ClockFacts.started(ClockKind.STATUTORY, "", Unit.HOUR, 24, start, TUE_2026_03_03)
                .withExclusions(List.of(Exclusion.open(TUE_2026_03_03)));

        var reading = at(clock, TIME.at(FRI_2026_03_06, LocalTime.NOON));
        assertThat(reading.dueAt()).isNull();
        assertThat(reading.usedDays()).isEqualTo(12);
        assertThat(reading.state()).isEqualTo(ClockState.PAUSED);
    }

    // ---- C16 documents to follow

    @Test
    void C16_a_promised_day_is_due_at_its_close_and_on_a_day_off_at_the_close_of_the_next_working_day() {
        var promised = promise(THU_2026_03_12);
        assertThat(at(promised, TIME.startOf(MON_2026_03_09)).dueOn()).isEqualTo(THU_2026_03_12);
        assertThat(at(promised, TIME.startOf(MON_2026_03_09)).remainingDays()).isEqualTo(3);
        assertThat(at(promised, TIME.startOf(MON_2026_03_09)).budgetDays()).isEqualTo(8);
        assertThat(at(promised, TIME.at(THU_2026_03_12, CLOSE)).state()).isEqualTo(ClockState.RUNNING);

        assertThat(at(promise(SAT_2026_03_07), TIME.startOf(TUE_2026_03_03)).dueOn())
                .isEqualTo(MON_2026_03_09);
        assertThat(at(promise(LocalDate.of(2026, 12, 31)), TIME.startOf(TUE_2026_03_03))
                        .provisional())
                .isTrue();
    }

    // ---- values

    @ParameterizedTest
    @EnumSource(ClockKind.class)
    void every_kind_of_clock_is_read_by_the_same_rules(ClockKind kind) {
        var clock = ClockFacts.started(
                kind, "x", Unit.WORKING_DAY, 5, TIME.at(MON_2026_03_02, LocalTime.NOON), MON_2026_03_02);

        var reading = at(clock, TIME.at(WED_2026_03_04, LocalTime.NOON));

        assertThat(reading)
                .isEqualTo(new ClockReading(
                        kind,
                        "x",
                        ClockState.RUNNING,
                        Unit.WORKING_DAY,
                        5,
                        2,
                        3,
                        MON_2026_03_09,
                        TIME.at(MON_2026_03_09, CLOSE),
                        false,
                        false,
                        false));
        assertThat(reading.missed()).isFalse();
        assertThat(reading.open()).isTrue();
    }

    @Test
    void impossible_facts_are_refused() {
        assertThatThrownBy(() -> days(-1).apply(MON_2026_03_02)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days(1).apply(MON_2026_03_02).withExtension(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Exclusion(MON_2026_03_02, null, -1, Unit.DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CN.workingDayAfter(MON_2026_03_02, -1)).hasMessageStartingWith("BUG:");
    }

    private interface Clocks {
        ClockFacts apply(LocalDate startDay);
    }

    private static Clocks days(int budget) {
        return startDay -> ClockFacts.started(
                ClockKind.COMMITTED, "", Unit.WORKING_DAY, budget, TIME.at(startDay, LocalTime.of(9, 30)), startDay);
    }

    private static ClockFacts promise(LocalDate day) {
        return new ClockFacts(
                ClockKind.DOCUMENTS_TO_FOLLOW,
                "身份证",
                Unit.WORKING_DAY,
                0,
                TIME.at(MON_2026_03_02, LocalTime.NOON),
                MON_2026_03_02,
                0,
                List.of(),
                null,
                day,
                false);
    }

    private static ClockReading reading(Clocks clocks, LocalDate startDay) {
        var clock = clocks.apply(startDay);
        return at(clock, clock.startedAt());
    }

    private static ClockReading at(ClockFacts clock, Instant now) {
        return TimeLimits.read(clock, CN, TIME, now);
    }

    private static Exclusion stated(LocalDate from, int days) {
        return new Exclusion(from, null, days, Unit.WORKING_DAY);
    }

    private static SpecialDay off(LocalDate day, String name) {
        return new SpecialDay(day, SpecialDay.Kind.OFF, name);
    }

    private static WorkingCalendar regional(List<SpecialDay> days) {
        return calendar(2023, 2026, List.of(), days, List.of());
    }

    private static WorkingCalendar with2027(List<SpecialDay> days) {
        return calendar(2023, 2027, days, List.of(), List.of());
    }

    private static WorkingCalendar calendar(
            int first, int last, List<SpecialDay> more, List<SpecialDay> regional, List<BusinessHours> hours) {
        Map<Integer, List<SpecialDay>> years = new TreeMap<>(NoticeFile.shipped());
        var national = new ArrayList<SpecialDay>();
        years.values().forEach(national::addAll);
        national.addAll(more);
        return new CalendarEdition("990101", 2, first, last, national, regional, hours);
    }
}
