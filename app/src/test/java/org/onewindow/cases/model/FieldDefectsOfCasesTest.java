package org.onewindow.cases.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.model.ACase.aCase;
import static org.onewindow.cases.model.ACase.accept;
import static org.onewindow.cases.model.ACase.complete;
import static org.onewindow.cases.model.ACase.grant;
import static org.onewindow.cases.model.ACase.notice;
import static org.onewindow.cases.model.ACase.pass;
import static org.onewindow.cases.model.ACase.supplement;
import static org.onewindow.catalogue.AnItem.anItem;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.onewindow.timelimit.Unit;

/**
 * Defects found in systems in use that concern whole cases and lists, by their numbers in our field study, each shown not to be
 * ours. March 2026 has no holidays; 2 March is a Monday. All of them: docs/field-defects.md.
 */
class FieldDefectsOfCasesTest {

    private static final String FORM = "示例经营许可申请书";
    private static final String PLAN = "经营场所平面图";

    private static ItemVersion tested() {
        return anItem().with(item -> item.procedures = List.of(
                        new SpecialProcedure(
                                SpecialProcedureKind.TESTING, "检测", 7, Unit.WORKING_DAY, true, "《示例法》第四十五条"),
                        new SpecialProcedure(
                                SpecialProcedureKind.SITE_SURVEY, "现场核查", 5, Unit.WORKING_DAY, false, null)))
                .build();
    }

    private static ACase accepted(ItemVersion item) {
        return aCase().of(item).at("2026-03-02T10:00").received().does(accept());
    }

    private static Command testing(@Nullable Integer days) {
        return new Command.Suspend(SpecialProcedureKind.TESTING, days, "抽样检测");
    }

    private static LocalDate day(int march) {
        return LocalDate.of(2026, 3, march);
    }

    @Test
    void defect_5_the_limits_start_with_acceptance_only_the_answer_to_the_application_with_receipt() {
        ACase file = aCase().at("2026-03-02T10:00").received();
        assertThat(file.clock(ClockKind.ACCEPTANCE).dueOn()).isEqualTo(day(9));
        assertThat(file.clocks(ClockKind.COMMITTED)).isEmpty();
        assertThat(file.clocks(ClockKind.STATUTORY)).isEmpty();

        file.at("2026-03-05T10:00").does(accept());

        assertThat(file.clock(ClockKind.COMMITTED).dueOn())
                .as("eight working days from Thursday 5 March")
                .isEqualTo(day(17));
    }

    @Test
    void defect_7_the_period_is_that_of_the_notice_that_is_out_in_working_days_and_its_end_is_stated_not_forced() {
        ItemVersion ends = AcceptanceRulesTest.withEnd(anItem().build(), "《办理规程》第十八条");
        ACase file = aCase().of(ends).at("2026-03-02T10:00").with(FORM).received();
        file.does(notice(PLAN)).at("2026-03-09T10:00").does(supplement(PLAN));
        // A second notice, about the paper newly supplied: its own ten working days from 9 March, until Monday 23.
        file.does(notice(PLAN)).at("2026-03-23T17:00");
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_SUPPLEMENT);

        file.at("2026-03-23T17:01");

        assertThat(file.state()).isEqualTo(CaseState.TERMINATED);
        Recorded end = file.history().getLast();
        assertThat(end.event()).isEqualTo(new CaseEvent.Terminated("", true, "《办理规程》第十八条"));
        assertThat(CaseDocuments.of(file.history(), file.item()).getLast().event())
                .as("the applicant gets a paper about it")
                .isEqualTo(end.version());
    }

    @Test
    void defect_9_a_suspension_is_kept_once_for_the_case_and_moves_case_and_step_by_the_same_days() {
        ACase file = accepted(tested());
        LocalDate committed = dueOn(file, ClockKind.COMMITTED);
        LocalDate step = dueOn(file, ClockKind.STEP);

        file.as(ACase.REVIEWER).does(testing(5));
        file.at("2026-03-06T10:00").does(new Command.Resume(SpecialProcedureKind.TESTING));

        assertThat(workingDays(committed, dueOn(file, ClockKind.COMMITTED))).isEqualTo(4);
        assertThat(workingDays(step, dueOn(file, ClockKind.STEP))).isEqualTo(4);
    }

    @Test
    void defect_11_who_suspends_decides_neither_the_ground_nor_more_days_than_the_version_has() {
        ACase file = accepted(tested()).as(ACase.REVIEWER);

        assertThat(file.whyNot(testing(8))).containsExactly("T6 suspend.days");
        assertThat(file.whyNot(new Command.Suspend(SpecialProcedureKind.SITE_SURVEY, 1, "看现场")))
                .containsExactly("T6 suspend.not-a-ground");
        assertThat(file.whyNot(new Command.Suspend(SpecialProcedureKind.EXPERT_REVIEW, 1, "评审")))
                .containsExactly("T6 suspend.not-a-ground");
        file.does(testing(null));
        assertThat(file.clock(ClockKind.SPECIAL_PROCEDURE).budgetDays()).isEqualTo(7);
    }

    @Test
    void defect_12_a_list_shows_a_suspended_case_as_waiting_and_Mondays_deadline_on_Friday_as_one_day_away() {
        ACase file = accepted(tested()).at("2026-03-09T10:00").as(ACase.REVIEWER);
        // The step is due on Tuesday 10, the case on Thursday 12; tested from Monday 9 for five days. On the 16th
        // neither is late.
        file.does(testing(5)).at("2026-03-16T10:00");
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.PAUSED);
        assertThat(CaseClocks.nextDue(readings(file), file.state())).isAfter(instant("2026-03-16T10:00"));

        ACase monday = aCase().at("2026-03-09T10:00").received().at("2026-03-13T10:00");
        assertThat(monday.clock(ClockKind.ACCEPTANCE).dueOn()).isEqualTo(day(16));
        assertThat(monday.clock(ClockKind.ACCEPTANCE).remainingDays()).isEqualTo(1);
    }

    @Test
    void defect_12_a_step_done_late_is_over_and_the_list_shows_what_is_owed_now() {
        // The step of six days is due on Tuesday 10 March, and done a day late; the promise of eight days ends on
        // Thursday 12.
        ACase file = accepted(anItem().build()).at("2026-03-11T10:00").as(ACase.REVIEWER);
        assertThat(CaseClocks.nextDue(readings(file), file.state())).isBefore(instant("2026-03-11T10:00"));

        file.does(ACase.pass("S2"));

        assertThat(CaseClocks.nextDue(readings(file), file.state())).isAfter(instant("2026-03-11T10:00"));
    }

    @Test
    void defect_14_on_time_or_late_is_read_from_the_same_clock_as_the_deadline_waiting_between_steps_included() {
        ACase file = accepted(anItem().build())
                .at("2026-03-04T10:00")
                .as(ACase.REVIEWER)
                .does(pass("S2"));
        file.at("2026-03-05T10:00").as(ACase.APPROVER).does(grant());
        // Every step kept its own limit, then nobody told the applicant until the 13th.
        assertThat(file.clocks(ClockKind.STEP)).noneMatch(ClockReading::missed);
        LocalDate due = file.clock(ClockKind.COMMITTED).dueOn();
        file.at("2026-03-13T10:00").as(ACase.CLERK).does(complete());

        assertThat(due).isEqualTo(day(12));
        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(due);
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.MISSED);
    }

    @Test
    void defect_16_both_the_promise_and_the_law_are_watched_from_acceptance_on() {
        ACase file = accepted(anItem().build());

        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(day(12));
        assertThat(file.clock(ClockKind.STATUTORY).dueOn()).isEqualTo(day(30));
    }

    @Test
    void defect_17_silence_for_five_working_days_is_acceptance_and_the_five_days_are_a_clock() {
        ACase file = aCase().at("2026-03-02T10:00").received();
        assertThat(file.clock(ClockKind.ACCEPTANCE).budgetDays()).isEqualTo(5);

        file.at("2026-03-09T17:01");

        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        CaseFile.Acceptance acceptance = Objects.requireNonNull(file.file().acceptance());
        assertThat(acceptance.deemed()).isTrue();
        assertThat(acceptance.effectiveOn()).isEqualTo(day(2));
        assertThat(file.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.MISSED);
    }

    @Test
    void defect_18_a_supplement_gives_every_clock_its_new_start_and_the_promise_is_what_was_promised() {
        ACase file = aCase().at("2026-03-02T10:00").with(FORM).received().does(notice(PLAN));
        file.at("2026-03-05T10:00")
                .does(supplement(PLAN))
                .at("2026-03-09T10:00")
                .does(accept());

        // Completed on Thursday 5 March, accepted on Monday 9: all limits count from the 5th.
        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(day(17));
        assertThat(file.clock(ClockKind.STATUTORY).dueOn()).isEqualTo(LocalDate.of(2026, 4, 2));
        LocalDate promised = file.clock(ClockKind.COMMITTED).dueOn();
        assertThat(file.at("2026-03-16T10:00").clock(ClockKind.COMMITTED).dueOn())
                .as("not counted anew from today")
                .isEqualTo(promised);
    }

    @Test
    void defect_19_the_length_of_a_special_procedure_is_enforced_the_clocks_run_on_when_it_is_over() {
        ACase file = accepted(tested()).as(ACase.REVIEWER).does(testing(2)).at("2026-03-04T17:01");

        assertThat(file.state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.RUNNING);
        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(day(16));
        file.at("2026-03-20T10:00").does(new Command.Resume(SpecialProcedureKind.TESTING));
        assertThat(file.clock(ClockKind.COMMITTED).dueOn())
                .as("ending it late gives nothing back")
                .isEqualTo(day(16));
    }

    private static LocalDate dueOn(ACase file, ClockKind kind) {
        return Objects.requireNonNull(file.clock(kind).dueOn());
    }

    private static long workingDays(LocalDate from, LocalDate to) {
        return ACase.CALENDAR.workingDaysBetween(from, to);
    }

    private static java.time.Instant instant(String wall) {
        return LocalDateTime.parse(wall).atZone(ACase.TIME.zone()).toInstant();
    }

    private static List<ClockReading> readings(ACase file) {
        return CaseClocks.read(
                file.file(),
                file.item(),
                ACase.CALENDAR,
                ACase.TIME,
                file.context().now());
    }
}
