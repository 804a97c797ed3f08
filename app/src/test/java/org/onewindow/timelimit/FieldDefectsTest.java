package org.onewindow.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.CalendarEdition;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;

/**
 * Defects found in the deadline arithmetic of systems in use (by their numbers in our field study), each shown not to be ours. Of
 * the nineteen, some are about cases and are shown there: docs/field-defects.md says which.
 */
class FieldDefectsTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final LocalTime CLOSE = LocalTime.of(17, 0);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    private static final LocalDate WED_2026_03_04 = LocalDate.of(2026, 3, 4);
    private static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);
    private static final LocalDate SAT_2026_03_07 = LocalDate.of(2026, 3, 7);
    private static final LocalDate MON_2026_03_09 = LocalDate.of(2026, 3, 9);
    private static final LocalDate WED_2026_03_11 = LocalDate.of(2026, 3, 11);
    private static final LocalDate FRI_2026_03_13 = LocalDate.of(2026, 3, 13);
    private static final LocalDate MON_2026_03_16 = LocalDate.of(2026, 3, 16);
    private static final LocalDate MON_2026_12_21 = LocalDate.of(2026, 12, 21);

    @Test
    void defect_1_late_in_December_twenty_days_are_twenty_days_and_marked_not_the_last_loaded_row() {
        var reading = at(clock(20, MON_2026_12_21), TIME.startOf(MON_2026_12_21));

        assertThat(reading.dueOn()).isEqualTo(LocalDate.of(2027, 1, 18));
        assertThat(reading.provisional()).isTrue();
    }

    @Test
    void defect_2_calendar_days_beyond_the_calendar_are_not_cut_short_either() {
        var clock = ClockFacts.started(
                ClockKind.SUPPLEMENT, "", Unit.DAY, 90, TIME.at(MON_2026_12_21, LocalTime.NOON), MON_2026_12_21);

        var reading = at(clock, clock.startedAt());

        assertThat(reading.dueOn()).isEqualTo(LocalDate.of(2027, 3, 22));
        assertThat(reading.provisional()).isTrue();
    }

    @Test
    void defect_3_the_days_that_are_shown_are_the_days_that_are_counted() {
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            assertThat(CN.workingDaysBetween(day.minusDays(1), day))
                    .as("%s", day)
                    .isEqualTo(CN.kindOf(day).isWorking() ? 1 : 0);
        }
    }

    @Test
    void defect_5_the_legal_start_day_starts_the_clock_not_the_instant_it_was_written_down() {
        var clock = ClockFacts.started(
                ClockKind.STATUTORY, "", Unit.WORKING_DAY, 5, TIME.at(MON_2026_03_16, LocalTime.NOON), MON_2026_03_02);

        assertThat(at(clock, clock.startedAt()).dueOn()).isEqualTo(MON_2026_03_09);
    }

    @Test
    void defect_6_an_overdue_clock_remembers_its_suspension() {
        var clock = clock(5, MON_2026_03_02).withExclusions(List.of(Exclusion.closed(WED_2026_03_04, MON_2026_03_09)));

        var reading = at(clock, TIME.at(MON_2026_03_16, CLOSE));

        // Due on Thursday 12 March, so two working days over; without the suspension it would be five.
        assertThat(reading.state()).isEqualTo(ClockState.MISSED);
        assertThat(reading.remainingDays()).isEqualTo(-2);
    }

    @Test
    void defect_8_two_departments_suspending_the_same_week_give_one_week() {
        var sameWeek = List.of(
                Exclusion.closed(TUE_2026_03_03, MON_2026_03_09), Exclusion.closed(TUE_2026_03_03, MON_2026_03_09));

        var result = TimeLimits.calculate(CN, TIME, MON_2026_03_02, Unit.WORKING_DAY, 5, 0, sameWeek);

        assertThat(result.excludedDays()).isEqualTo(4);
        assertThat(result.dueOn()).isEqualTo(FRI_2026_03_13);
    }

    @Test
    void defect_9_a_due_date_is_always_computed_from_the_facts_so_suspended_days_cannot_be_added_twice() {
        var clock = clock(5, MON_2026_03_02).withExclusions(List.of(Exclusion.closed(TUE_2026_03_03, MON_2026_03_09)));

        var first = at(clock, TIME.at(MON_2026_03_09, CLOSE));
        var again = at(clock, TIME.at(MON_2026_03_09, CLOSE));

        assertThat(again).isEqualTo(first);
        assertThat(first.dueOn()).isEqualTo(FRI_2026_03_13);
    }

    @Test
    void defect_10_no_days_left_is_not_overdue() {
        var clock = clock(5, MON_2026_03_02);

        var lastDay = at(clock, TIME.at(MON_2026_03_09, LocalTime.of(16, 0)));
        assertThat(lastDay.remainingDays()).isZero();
        assertThat(lastDay.state()).isEqualTo(ClockState.RUNNING);
        // The promise of a day inside a holiday holds through the holiday.
        var promised = new ClockFacts(
                ClockKind.DOCUMENTS_TO_FOLLOW,
                "",
                Unit.WORKING_DAY,
                0,
                TIME.at(MON_2026_03_02, LocalTime.NOON),
                MON_2026_03_02,
                0,
                List.of(),
                null,
                SAT_2026_03_07,
                false);
        assertThat(at(promised, TIME.at(FRI_2026_03_06, LocalTime.of(18, 0))).state())
                .isEqualTo(ClockState.RUNNING);
        assertThat(at(promised, TIME.at(SAT_2026_03_07, LocalTime.of(18, 0))).state())
                .isEqualTo(ClockState.RUNNING);
    }

    @Test
    void defect_12_the_day_before_is_the_working_day_before_and_suspended_days_do_not_come_nearer() {
        var clock = clock(5, MON_2026_03_02);
        assertThat(at(clock, TIME.at(FRI_2026_03_06, LocalTime.NOON)).remainingDays())
                .isEqualTo(1);

        var suspended = clock.withExclusions(List.of(Exclusion.open(WED_2026_03_04)));
        assertThat(at(suspended, TIME.at(MON_2026_03_16, LocalTime.NOON)).remainingDays())
                .isEqualTo(3);
        assertThat(at(suspended, TIME.at(MON_2026_03_16, LocalTime.NOON)).state())
                .isEqualTo(ClockState.PAUSED);
    }

    @Test
    void defect_13_received_after_closing_is_due_the_next_working_day_by_the_calendars_own_hours() {
        var late = ClockFacts.started(
                ClockKind.COMMITTED,
                "",
                Unit.WORKING_DAY,
                0,
                TIME.at(FRI_2026_03_06, LocalTime.of(17, 1)),
                FRI_2026_03_06);

        assertThat(at(late, late.startedAt()).dueOn()).isEqualTo(MON_2026_03_09);
    }

    @Test
    void defect_15_a_notice_published_later_changes_what_is_read_from_the_same_facts() {
        var clock = clock(10, MON_2026_03_02);
        var days = new ArrayList<SpecialDay>();
        NoticeFile.shipped().values().forEach(days::addAll);
        days.add(new SpecialDay(WED_2026_03_11, SpecialDay.Kind.OFF, "临时放假"));
        var corrected = new CalendarEdition("CN", 2, 2023, 2026, days, List.of(), List.of());

        assertThat(at(clock, clock.startedAt()).dueOn()).isEqualTo(MON_2026_03_16);
        assertThat(TimeLimits.read(clock, corrected, TIME, clock.startedAt()).dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void defect_16_the_legal_limit_is_a_clock_of_its_own_beside_the_promise() {
        Instant accepted = TIME.at(MON_2026_03_02, LocalTime.NOON);
        var statutory = ClockFacts.started(ClockKind.STATUTORY, "", Unit.WORKING_DAY, 20, accepted, MON_2026_03_02);
        var committed = ClockFacts.started(ClockKind.COMMITTED, "", Unit.WORKING_DAY, 5, accepted, MON_2026_03_02);
        Instant late = TIME.at(WED_2026_03_11, LocalTime.NOON);

        assertThat(at(committed, late).state()).isEqualTo(ClockState.MISSED);
        assertThat(at(statutory, late).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void defect_18_one_suspension_moves_every_clock_it_falls_into_by_the_same_days() {
        var suspension = List.of(Exclusion.closed(TUE_2026_03_03, MON_2026_03_09));
        var step = ClockFacts.started(
                        ClockKind.STEP,
                        "S2",
                        Unit.WORKING_DAY,
                        2,
                        TIME.at(MON_2026_03_02, LocalTime.NOON),
                        MON_2026_03_02)
                .withExclusions(suspension);

        for (var clock : List.of(step, clock(5, MON_2026_03_02).withExclusions(suspension))) {
            var without = Objects.requireNonNull(
                    at(clock.withExclusions(List.of()), clock.startedAt()).dueOn());
            var with = Objects.requireNonNull(at(clock, clock.startedAt()).dueOn());
            assertThat(CN.workingDaysBetween(without, with)).isEqualTo(4);
        }
    }

    private static ClockFacts clock(int budget, LocalDate startDay) {
        return ClockFacts.started(
                ClockKind.COMMITTED, "", Unit.WORKING_DAY, budget, TIME.at(startDay, LocalTime.of(9, 30)), startDay);
    }

    private static ClockReading at(ClockFacts clock, Instant now) {
        return TimeLimits.read(clock, CN, TIME, now);
    }
}
