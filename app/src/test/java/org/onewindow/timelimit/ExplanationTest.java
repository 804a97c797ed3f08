package org.onewindow.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.DayNote.Reason;

class ExplanationTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final LocalDate THU_2026_02_12 = LocalDate.of(2026, 2, 12);
    private static final LocalDate FRI_2026_02_13 = LocalDate.of(2026, 2, 13);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);

    @Test
    void every_day_from_the_start_to_the_last_one_says_what_it_did() {
        var notes = Explanation.of(
                CN,
                Unit.WORKING_DAY,
                THU_2026_02_12,
                3,
                List.of(Exclusion.closed(FRI_2026_02_13, LocalDate.of(2026, 2, 24))));

        assertThat(notes)
                .extracting(note -> note.day().getDayOfMonth() + " " + note.reason() + " " + note.counted())
                .containsExactly(
                        "12 START 0",
                        "13 COUNTED 1",
                        "14 SUSPENDED 1",
                        "15 HOLIDAY 1",
                        "16 HOLIDAY 1",
                        "17 HOLIDAY 1",
                        "18 HOLIDAY 1",
                        "19 HOLIDAY 1",
                        "20 HOLIDAY 1",
                        "21 HOLIDAY 1",
                        "22 HOLIDAY 1",
                        "23 HOLIDAY 1",
                        "24 SUSPENDED 1",
                        "25 COUNTED 2",
                        "26 COUNTED 3");
        assertThat(notes.getLast().last()).isTrue();
        assertThat(notes.get(3).name()).isEqualTo("春节");
    }

    @Test
    void a_make_up_day_is_pointed_out() {
        var notes = Explanation.of(CN, Unit.WORKING_DAY, FRI_2026_02_13, 1, List.of());

        assertThat(notes.getLast())
                .isEqualTo(new DayNote(LocalDate.of(2026, 2, 14), Reason.MAKE_UP, "春节", 1, true, false));
    }

    @Test
    void calendar_days_that_end_on_a_day_off_are_carried_to_the_next_working_day() {
        var notes = Explanation.of(CN, Unit.DAY, MON_2026_03_02, 5, List.of());

        assertThat(notes)
                .extracting(DayNote::reason)
                .containsExactly(
                        Reason.START,
                        Reason.COUNTED,
                        Reason.COUNTED,
                        Reason.COUNTED,
                        Reason.COUNTED,
                        Reason.COUNTED,
                        Reason.WEEKEND,
                        Reason.CARRIED);
    }

    @Test
    void zero_days_end_where_they_start_or_are_carried_when_begun_after_closing() {
        assertThat(Explanation.of(CN, Unit.WORKING_DAY, FRI_2026_03_06, 0, List.of()))
                .containsExactly(new DayNote(FRI_2026_03_06, Reason.START, null, 0, true, false));

        var late = ClockFacts.started(
                ClockKind.STEP,
                "S2",
                Unit.WORKING_DAY,
                0,
                TIME.at(FRI_2026_03_06, LocalTime.of(18, 0)),
                FRI_2026_03_06);
        assertThat(Explanation.of(late, CN, TIME))
                .extracting(DayNote::reason)
                .containsExactly(Reason.START, Reason.WEEKEND, Reason.WEEKEND, Reason.CARRIED);
    }

    @Test
    void an_open_suspension_ends_the_explanation_on_the_day_it_starts() {
        var notes = Explanation.of(CN, Unit.WORKING_DAY, MON_2026_03_02, 5, List.of(Exclusion.open(FRI_2026_03_06)));

        // The fifth day would be Monday 9 March; through Friday four are used.
        assertThat(notes.getLast()).isEqualTo(new DayNote(FRI_2026_03_06, Reason.COUNTED, null, 4, false, false));
    }

    @Test
    void days_no_notice_covers_are_marked() {
        var notes = Explanation.of(CN, Unit.WORKING_DAY, LocalDate.of(2026, 12, 28), 3, List.of());

        assertThat(notes).extracting(DayNote::provisional).containsExactly(false, true, true, true);
    }

    @Test
    void it_ends_on_the_computed_day_and_its_marks_add_up_for_random_periods() {
        var random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            var start = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_500));
            var unit = random.nextInt(3) == 0 ? Unit.DAY : Unit.WORKING_DAY;
            int days = random.nextInt(40);
            var from = start.plusDays(random.nextInt(30));
            var other = start.plusDays(random.nextInt(30));
            var suspensions = List.of(
                    Exclusion.closed(from, from.plusDays(random.nextInt(20))),
                    Exclusion.closed(other, other.plusDays(random.nextInt(20))));

            var notes = Explanation.of(CN, unit, start, days, suspensions);

            var result = TimeLimits.calculate(CN, TIME, start, unit, days, 0, suspensions);
            assertThat(notes.getLast().last()).isTrue();
            assertThat(notes.getLast().day()).isEqualTo(result.dueOn());
            assertThat(notes.stream().filter(note -> note.last()).count()).isEqualTo(1);
            assertThat(notes.getLast().counted()).isEqualTo(days);
            assertThat(notes.stream()
                            .filter(note -> note.reason() == Reason.SUSPENDED)
                            .count())
                    .as("%s %s %d %s", start, unit, days, suspensions)
                    .isEqualTo(result.excludedDays());
        }
    }
}
