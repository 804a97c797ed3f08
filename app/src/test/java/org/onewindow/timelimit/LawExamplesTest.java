package org.onewindow.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;

/** The worked examples a lawyer would reach for: the licensing law's periods over the published calendars. */
class LawExamplesTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final LocalDate MON_2026_09_14 = LocalDate.of(2026, 9, 14);
    private static final LocalDate SUN_2026_09_20 = LocalDate.of(2026, 9, 20);
    private static final LocalDate MON_2026_09_21 = LocalDate.of(2026, 9, 21);
    private static final LocalDate WED_2026_09_30 = LocalDate.of(2026, 9, 30);
    private static final LocalDate FRI_2026_10_16 = LocalDate.of(2026, 10, 16);
    private static final LocalDate MON_2026_10_26 = LocalDate.of(2026, 10, 26);

    @ParameterizedTest(name = "{0} + {1} working days = {2}: {3}")
    @CsvSource({
        "2026-09-14,  5, 2026-09-20, ends on a make-up Sunday",
        "2026-09-14, 10, 2026-09-28, make-up Sunday counted and Mid-Autumn skipped",
        "2026-09-14, 20, 2026-10-16, crosses National Day and its make-up Saturday",
        "2026-09-14, 30, 2026-10-30, twenty and ten",
        "2026-09-19,  5, 2026-09-24, received online on a Saturday",
        "2026-09-30, 20, 2026-11-03, starts on the eve of National Day",
        "2026-02-10,  5, 2026-02-24, Spring Festival of nine days",
        "2026-02-10, 20, 2026-03-16, both make-up Saturdays count",
        "2026-02-10, 45, 2026-04-21, joint",
        "2026-02-10, 60, 2026-05-14, joint and extended",
        "2024-02-08,  5, 2024-02-21, New Year's Eve 2024 was a working day",
        "2026-05-08,  1, 2026-05-09, the next working day is a Saturday",
        "2026-06-18,  1, 2026-06-22, Dragon Boat",
        "2023-01-20,  5, 2023-02-01, both days of the weekend after it are worked",
        "2026-09-14,  5, 2026-09-20, APL 47: may ask for a hearing until",
        "2026-09-18, 20, 2026-10-22, APL 47: hearing to be held until",
        "2026-10-16, 10, 2026-10-30, APL 44: deliver within ten days of the decision",
        "2026-10-16,  7, 2026-10-27, publish the decision within seven days",
        "2026-10-16, 20, 2026-11-13, publish within twenty days",
        "2026-09-30,  3, 2026-10-10, company registration",
        "2026-09-30,  6, 2026-10-14, company registration when complex",
        "2026-09-20,  5, 2026-09-28, APL 32: the fifth day",
        "2026-09-20, 20, 2026-10-23, accepted by silence as of receipt"
    })
    void working_day_examples(LocalDate start, int days, LocalDate due, String why) {
        assertThat(TimeLimits.lastDay(CN, Unit.WORKING_DAY, start, days, List.of()))
                .as(why)
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void working_days_per_year(int year, int days) {
        assertThat(CN.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void APL_42_twenty_days_and_once_ten_more() {
        assertThat(TimeLimits.calculate(CN, TIME, MON_2026_09_14, Unit.WORKING_DAY, 20, 0, List.of())
                        .dueOn())
                .isEqualTo(FRI_2026_10_16);
        assertThat(TimeLimits.calculate(CN, TIME, MON_2026_09_14, Unit.WORKING_DAY, 20, 10, List.of())
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void APL_45_expert_review_from_21_to_30_September_takes_out_six_working_days() {
        var review = Exclusion.closed(MON_2026_09_21, WED_2026_09_30);

        var result = TimeLimits.calculate(CN, TIME, MON_2026_09_14, Unit.WORKING_DAY, 20, 0, List.of(review));

        assertThat(result.dueOn()).isEqualTo(MON_2026_10_26);
        assertThat(result.excludedDays()).isEqualTo(6);
    }

    @Test
    void APL_32_papers_handed_in_on_a_make_up_Sunday_and_nothing_said_until_the_fifth_day() {
        var received = TIME.at(SUN_2026_09_20, LocalTime.of(10, 0));
        var acceptance = ClockFacts.started(ClockKind.ACCEPTANCE, "", Unit.WORKING_DAY, 5, received, SUN_2026_09_20);
        var close = TIME.at(LocalDate.of(2026, 9, 28), LocalTime.of(17, 0));

        assertThat(TimeLimits.read(acceptance, CN, TIME, close).state()).isEqualTo(ClockState.RUNNING);
        assertThat(TimeLimits.read(acceptance, CN, TIME, close.plusMillis(1)).state())
                .isEqualTo(ClockState.MISSED);
        assertThat(TimeLimits.read(acceptance.stopped(close), CN, TIME, close.plusSeconds(60))
                        .state())
                .isEqualTo(ClockState.MET);
    }

    @Test
    void APL_50_thirty_calendar_days_before_the_end_of_2026_is_the_first_of_December() {
        assertThat(LocalDate.of(2026, 12, 31).minusDays(30)).isEqualTo(LocalDate.of(2026, 12, 1));
        // In working days it would be 19 November: thirty working days after it the licence ends.
        assertThat(CN.workingDayAfter(LocalDate.of(2026, 11, 19), 30)).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void APL_48_seven_working_days_before_a_hearing_on_16_October_is_the_eighth() {
        assertThat(CN.workingDaysBetween(LocalDate.of(2026, 10, 8), FRI_2026_10_16))
                .isEqualTo(7);
    }

    @Test
    void a_cooling_off_period_of_thirty_calendar_days_that_ends_on_a_day_off_ends_on_the_next_working_day() {
        // Applied for on 2 September 2026: the thirtieth day is 2 October, in the National Day holiday.
        assertThat(TimeLimits.lastDay(CN, Unit.DAY, LocalDate.of(2026, 9, 2), 30, List.of()))
                .isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void administrative_reconsideration_of_sixty_calendar_days_counts_every_day() {
        assertThat(TimeLimits.lastDay(CN, Unit.DAY, LocalDate.of(2026, 3, 2), 60, List.of()))
                .isEqualTo(LocalDate.of(2026, 5, 6));
    }
}
