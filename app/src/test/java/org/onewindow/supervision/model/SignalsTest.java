package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.RuleSet.Thresholds;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.Unit;

/** When a clock warns, turns yellow and turns red, around the Spring Festival of 2026 (days off 15–23 February). */
class SignalsTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final LocalDate TUE_2026_02_10 = LocalDate.of(2026, 2, 10);
    private static final LocalDate SAT_2026_02_14 = LocalDate.of(2026, 2, 14);
    private static final LocalDate FRI_2026_02_27 = LocalDate.of(2026, 2, 27);

    private RuleBook rules = RuleBook.SHIPPED;

    @Test
    void S1_a_long_limit_warns_once_a_fifth_of_it_is_left() {
        // eight days from Tuesday 10: 11, 12, 13, 14, 24, 25, 26 and Friday 27; seven of them are used at the close of
        // 26
        assertThat(at(Colour.WARNING, committed(8, "2026-02-10T10:00"))).isEqualTo("2026-02-26T17:00");
        // twenty days: sixteen are used on Tuesday 10 March, long before the working day before the last
        assertThat(at(Colour.WARNING, committed(20, "2026-02-10T10:00"))).isEqualTo("2026-03-10T17:00");
    }

    @Test
    void S1_a_middling_limit_warns_at_the_close_of_the_working_day_before_its_last() {
        // four days: 11, 12, 13, 14: the day before the last is earlier than the day on which nothing is left
        assertThat(at(Colour.WARNING, committed(4, "2026-02-10T10:00"))).isEqualTo("2026-02-13T17:00");
        // five days end on Tuesday 24, and the working day before is the make-up Saturday, never a day off
        assertThat(at(Colour.WARNING, committed(5, "2026-02-10T10:00"))).isEqualTo("2026-02-14T17:00");
    }

    @Test
    void S1_limits_of_one_or_two_days_warn_at_half_their_working_hours() {
        assertThat(at(Colour.WARNING, committed(1, "2026-02-10T10:00"))).isEqualTo("2026-02-11T13:00");
        assertThat(at(Colour.WARNING, committed(2, "2026-02-10T10:00"))).isEqualTo("2026-02-11T17:00");
    }

    @Test
    void S1_zero_day_limits_warn_an_hour_before_close() {
        assertThat(at(Colour.WARNING, committed(0, "2026-02-10T10:00"))).isEqualTo("2026-02-10T16:00");
    }

    @Test
    void S1_what_begins_later_than_its_warning_warns_at_once() {
        assertThat(at(Colour.WARNING, committed(0, "2026-02-10T16:20"))).isEqualTo("2026-02-10T16:20");
        assertThat(at(Colour.WARNING, committed(0, "2026-02-14T18:00")))
                .as("begun after closing on the last day before the festival: due on the first day after it")
                .isEqualTo("2026-02-24T16:00");
    }

    @Test
    void S1_yellow_is_dated_at_the_limit_and_holds_from_the_first_instant_after() {
        Signal yellow = signal(Colour.YELLOW, committed(8, "2026-02-10T10:00")).orElseThrow();

        assertThat(wall(yellow.at())).isEqualTo("2026-02-27T17:00");
        assertThat(yellow.wakeAt()).isEqualTo(yellow.at().plusNanos(1_000));
        assertThat(yellow.rule()).isEqualTo("S1");
    }

    @Test
    void S1_the_promise_turns_red_three_working_days_later_and_make_up_days_count() {
        // Saturday 28 is a working day, then Monday and Tuesday
        assertThat(at(Colour.RED, committed(8, "2026-02-10T10:00"))).isEqualTo("2026-03-03T17:00");
    }

    @Test
    void S1_the_statutory_limit_turns_red_when_it_passes_and_is_never_yellow() {
        ClockFacts statutory = clock(ClockKind.STATUTORY, Unit.WORKING_DAY, 10, "2026-02-10T10:00");

        assertThat(at(Colour.RED, statutory)).isEqualTo("2026-03-02T17:00");
        assertThat(signal(Colour.YELLOW, statutory)).isEmpty();
    }

    @Test
    void S1_statutory_limits_in_calendar_days_warn_on_working_days_only() {
        // twenty days end on Monday 2 March; sixteen of them are used on Thursday 26 February
        assertThat(at(Colour.WARNING, clock(ClockKind.STATUTORY, Unit.DAY, 20, "2026-02-10T10:00")))
                .isEqualTo("2026-02-26T17:00");
        // ten days would end within the festival and end on 24; eight are used within it, so the Saturday before is
        // earlier
        assertThat(at(Colour.WARNING, clock(ClockKind.STATUTORY, Unit.DAY, 10, "2026-02-10T10:00")))
                .isEqualTo("2026-02-14T17:00");
    }

    @Test
    void T0_T4_the_fifth_day_passing_is_red_and_its_rule_tells_whether_the_law_accepts() {
        ClockFacts acceptance = clock(ClockKind.ACCEPTANCE, Unit.WORKING_DAY, 5, "2026-02-10T10:00");

        assertThat(at(Colour.RED, acceptance)).isEqualTo("2026-02-24T17:00");
        assertThat(Signals.of(acceptance, true, rules, CN, TIME))
                .extracting(Signal::rule)
                .containsOnly("T4");
        assertThat(Signals.of(acceptance, false, rules, CN, TIME))
                .extracting(Signal::rule)
                .containsOnly("T0");
    }

    @Test
    void T6_a_suspension_moves_every_signal_and_none_falls_into_it() {
        // from Thursday 12 (which counts) to Wednesday 25 (which doesn't): 11, 12, 26, 27, 28, 2, 3 and 4 March
        ClockFacts suspended = committed(8, "2026-02-10T10:00")
                .withExclusions(List.of(Exclusion.closed(LocalDate.of(2026, 2, 12), LocalDate.of(2026, 2, 25))));

        assertThat(at(Colour.WARNING, suspended)).isEqualTo("2026-03-03T17:00");
        assertThat(at(Colour.YELLOW, suspended)).isEqualTo("2026-03-04T17:00");
    }

    @Test
    void T6_the_day_before_the_last_is_looked_for_before_the_suspension() {
        // four days: 11, 12, then nothing counts up to 26; 27 and 28
        ClockFacts suspended = committed(3, "2026-02-10T10:00")
                .withExclusions(List.of(Exclusion.closed(LocalDate.of(2026, 2, 12), LocalDate.of(2026, 2, 26))));

        assertThat(at(Colour.WARNING, suspended)).isEqualTo("2026-02-12T17:00");
        assertThat(at(Colour.YELLOW, suspended)).isEqualTo("2026-02-27T17:00");
    }

    @Test
    void T6_nothing_is_signalled_while_nobody_knows_the_end() {
        ClockFacts waiting = committed(8, "2026-02-10T10:00").withExclusions(List.of(Exclusion.open(TUE_2026_02_10)));

        assertThat(Signals.of(waiting, true, rules, CN, TIME)).isEmpty();
    }

    @Test
    void T6_a_suspension_beyond_its_stated_days_is_yellow() {
        ClockFacts hearing = clock(ClockKind.SPECIAL_PROCEDURE, Unit.WORKING_DAY, 5, "2026-02-10T10:00");

        assertThat(signal(Colour.YELLOW, hearing)).map(Signal::rule).hasValue("T6");
    }

    @Test
    void T7_an_extension_moves_the_signals() {
        assertThat(at(Colour.YELLOW, committed(8, "2026-02-10T10:00").withExtension(10)))
                .as("18 days: 13 March would be the nineteenth")
                .isEqualTo("2026-03-12T17:00");
    }

    @Test
    void S2_a_clock_stopped_in_time_signals_nothing_and_one_stopped_late_still_does() {
        ClockFacts facts = committed(8, "2026-02-10T10:00");

        assertThat(colours(facts.stopped(instant("2026-02-26T17:00")))).isEmpty();
        assertThat(colours(facts.stopped(instant("2026-02-27T17:00")))).containsExactly(Colour.WARNING);
        assertThat(colours(facts.stopped(instant("2026-02-27T17:00").plusNanos(1_000))))
                .containsExactly(Colour.WARNING, Colour.YELLOW);
        assertThat(colours(facts.stopped(instant("2026-03-03T17:00"))))
                .containsExactly(Colour.WARNING, Colour.YELLOW, Colour.RED);
    }

    @Test
    void C3_the_applicants_own_time_is_not_watched() {
        assertThat(colours(clock(ClockKind.SUPPLEMENT, Unit.WORKING_DAY, 10, "2026-02-10T10:00")))
                .isEmpty();
    }

    @Test
    void S1_rules_of_the_region_go_before_those_above_it_in_their_period_only() {
        RuleSet ours = under("990101", 1, FRI_2026_02_27, null, 50);
        rules = new RuleBook("990101", List.of(ours));

        assertThat(at(Colour.WARNING, committed(20, "2026-02-27T10:00")))
                .as("half of twenty days from 27 February: 28, then 2 to 6, 9 to 12 March")
                .isEqualTo("2026-03-12T17:00");
        assertThat(signal(Colour.WARNING, committed(20, "2026-02-27T10:00"))
                        .orElseThrow()
                        .rules()
                        .id())
                .isEqualTo("990101/1");
        assertThat(signal(Colour.WARNING, committed(5, "2026-02-10T10:00"))
                        .orElseThrow()
                        .rules())
                .as("warned before the period began")
                .isEqualTo(RuleSet.SHIPPED);
    }

    @Test
    void S1_a_rule_that_comes_into_force_speaks_about_what_is_near_by_then_when_the_centre_opens() {
        rules = new RuleBook("990101", List.of(under("990101", 1, LocalDate.of(2026, 2, 22), null, 70)));

        // twenty days from 10 February: six are used on 25, and 30 % of them had been by 25 under the new rule
        assertThat(at(Colour.WARNING, committed(10, "2026-02-10T10:00")))
                .as("three of ten days were used before the rule held: on the first working day under it")
                .isEqualTo("2026-02-24T09:00");
    }

    @Test
    void S1_a_period_ends_with_its_last_day() {
        rules = new RuleBook("990101", List.of(under("990101", 1, LocalDate.of(2026, 1, 1), SAT_2026_02_14, 70)));

        assertThat(signal(Colour.WARNING, committed(8, "2026-02-10T10:00"))
                        .orElseThrow()
                        .rules()
                        .id())
                .as("30 % of eight days: three, used on 13 February")
                .isEqualTo("990101/1");
        assertThat(signal(Colour.WARNING, committed(8, "2026-02-12T10:00"))
                        .orElseThrow()
                        .rules())
                .as("three days from 12 February are used on 24, when the shipped rules hold again")
                .isEqualTo(RuleSet.SHIPPED);
    }

    @Test
    void S3_overrun_is_counted_in_working_days_begun() {
        ClockFacts facts = committed(8, "2026-02-10T10:00");

        assertThat(Signals.overrunDays(facts, CN, TIME, instant("2026-02-27T17:00")))
                .isZero();
        assertThat(Signals.overrunDays(facts, CN, TIME, instant("2026-02-28T09:00")))
                .isEqualTo(1);
        assertThat(Signals.overrunDays(facts, CN, TIME, instant("2026-03-01T09:00")))
                .isEqualTo(1);
        assertThat(Signals.overrunDays(
                        facts.stopped(instant("2026-03-03T10:00")), CN, TIME, instant("2026-12-03T10:00")))
                .isEqualTo(3);
    }

    private static RuleSet under(String region, int number, LocalDate from, @Nullable LocalDate to, int percentLeft) {
        return new RuleSet(
                region,
                number,
                from,
                to,
                "",
                "",
                new Thresholds(1, percentLeft, 2, 50, 60),
                RuleSet.SHIPPED.clocks(),
                RuleSet.SHIPPED.contents(),
                RuleSet.SHIPPED.points(),
                RuleSet.SHIPPED.replies(),
                200);
    }

    private String at(Colour colour, ClockFacts facts) {
        return signal(colour, facts).map(signal -> wall(signal.at())).orElse("never");
    }

    private Optional<Signal> signal(Colour colour, ClockFacts facts) {
        return Signals.of(facts, true, rules, CN, TIME).stream()
                .filter(signal -> signal.colour() == colour)
                .findFirst();
    }

    private List<Colour> colours(ClockFacts facts) {
        return Signals.of(facts, true, rules, CN, TIME).stream()
                .map(Signal::colour)
                .toList();
    }

    private static ClockFacts committed(int days, String wall) {
        return clock(ClockKind.COMMITTED, Unit.WORKING_DAY, days, wall);
    }

    private static ClockFacts clock(ClockKind kind, Unit unit, int limit, String wall) {
        Instant started = instant(wall);
        return ClockFacts.started(kind, "", unit, limit, started, TIME.dayOf(started));
    }

    private static Instant instant(String wall) {
        return LocalDateTime.parse(wall).atZone(TIME.zone()).toInstant();
    }

    private static String wall(Instant instant) {
        return LocalDateTime.ofInstant(instant, TIME.zone()).toString();
    }
}
