package org.onewindow.cases.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.model.ACase.aCase;
import static org.onewindow.cases.model.ACase.accept;
import static org.onewindow.cases.model.ACase.complete;
import static org.onewindow.cases.model.ACase.deliver;
import static org.onewindow.cases.model.ACase.deny;
import static org.onewindow.cases.model.ACase.fail;
import static org.onewindow.cases.model.ACase.grant;
import static org.onewindow.cases.model.ACase.pass;
import static org.onewindow.catalogue.AnItem.anItem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockState;
import org.onewindow.timelimit.Unit;

/** From acceptance to delivery (C5–C8, C12, C14, C15, T5–T7, T10, T12). */
class HandlingRulesTest {

    private static final ItemVersion REVIEWED_BY_EXPERTS = anItem().with(item -> {
                item.committedDays = 20;
                item.steps = List.of(
                        item.steps.get(0),
                        org.onewindow.catalogue.AnItem.step(
                                2, ItemVersion.StepKind.WORK, 18, ItemVersion.StepRole.REVIEWER),
                        item.steps.get(2),
                        item.steps.get(3),
                        item.steps.get(4));
                item.procedures = List.of(new SpecialProcedure(
                        SpecialProcedureKind.EXPERT_REVIEW, "专家评审", 10, Unit.WORKING_DAY, true, "行政许可法第四十五条"));
            })
            .build();
    private static final Command EXPERTS = new Command.Suspend(SpecialProcedureKind.EXPERT_REVIEW, null, "复杂");
    private static final Command EXPERTS_DONE = new Command.Resume(SpecialProcedureKind.EXPERT_REVIEW);
    private static final ItemVersion WITH_FEE = anItem().with(
                    item -> item.fee = new Fee(FeeKind.FIXED, "依据", List.of(new FeeLine("首次", "证", 1_000, "某法"))))
            .build();

    private static ACase accepted(ItemVersion item, String at) {
        return aCase().of(item).at(at).received().does(accept());
    }

    private static ACase decided(ItemVersion item) {
        return accepted(item, "2026-09-14T10:00")
                .as(ACase.REVIEWER)
                .does(pass("S2"))
                .as(ACase.APPROVER)
                .does(grant());
    }

    @Test
    void the_whole_life_of_a_granted_licence() {
        ACase file = decided(anItem().build());
        assertThat(file.step()).isEqualTo("S4");
        file.as(ACase.CLERK).does(complete());
        assertThat(file.step()).isEqualTo("S5");
        file.does(deliver());

        assertThat(file.state()).isEqualTo(CaseState.DELIVERED);
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.MET);
        assertThat(file.clock(ClockKind.DELIVERY).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void APL_42_twenty_working_days_from_acceptance_and_ten_more_when_extended_once() {
        ACase file = accepted(REVIEWED_BY_EXPERTS, "2026-09-14T10:00");
        assertThat(file.clock(ClockKind.STATUTORY).dueOn()).isEqualTo(LocalDate.of(2026, 10, 16));

        file.as(ACase.HEAD).does(new Command.Extend(10, "情况复杂"));

        assertThat(file.clock(ClockKind.STATUTORY).dueOn()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(file.clock(ClockKind.STEP).budgetDays())
                .as("T7: the open step's limit moves alike")
                .isEqualTo(28);
        assertThat(file.whyNot(new Command.Extend(1, "再延"))).containsExactly("T7 extend.once");
    }

    @Test
    void T7_an_extension_comes_before_the_committed_due_instant_with_reasons_and_within_the_versions_days() {
        ACase file = accepted(anItem().build(), "2026-09-14T10:00");

        assertThat(file.whyNot(new Command.Extend(11, ""))).containsExactly("T7 extend.days", "T7 extend.reason");
        file.at("2026-09-23T17:00");
        assertThat(file.whyNot(new Command.Extend(5, "复杂"))).isEmpty();
        file.at("2026-09-23T17:01");
        assertThat(file.whyNot(new Command.Extend(5, "复杂"))).containsExactly("T7 extend.late");
    }

    @Test
    void T6_the_day_a_suspension_starts_still_counts_and_the_day_it_ends_does_not() {
        // facts.md, APL 45: expert review from 21 to 30 September: 6 working days are excluded, 26 October.
        ACase file = accepted(REVIEWED_BY_EXPERTS, "2026-09-14T10:00").as(ACase.REVIEWER);

        file.at("2026-09-21T10:00").does(EXPERTS);
        assertThat(file.state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(file.clock(ClockKind.STATUTORY).state()).isEqualTo(ClockState.PAUSED);
        assertThat(file.clock(ClockKind.STATUTORY).projected()).isTrue();

        file.at("2026-09-30T16:00").does(EXPERTS_DONE);
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.clock(ClockKind.STATUTORY).dueOn()).isEqualTo(LocalDate.of(2026, 10, 26));
    }

    @Test
    void T6_a_suspension_does_not_outlast_its_stated_days() {
        ACase file = accepted(REVIEWED_BY_EXPERTS, "2026-09-14T10:00").as(ACase.REVIEWER);
        file.at("2026-09-15T10:00").does(new Command.Suspend(SpecialProcedureKind.EXPERT_REVIEW, 3, "复杂"));
        LocalDate projected = file.clock(ClockKind.STATUTORY).dueOn();

        file.at("2026-10-09T10:00");

        assertThat(file.history().getLast().event()).isInstanceOf(CaseEvent.StatedDaysEnded.class);
        assertThat(file.state()).as("until somebody resumes it").isEqualTo(CaseState.SUSPENDED);
        assertThat(file.clock(ClockKind.STATUTORY).state()).isEqualTo(ClockState.RUNNING);
        file.does(EXPERTS_DONE);
        assertThat(file.clock(ClockKind.STATUTORY).dueOn())
                .as("resuming late gains nothing")
                .isEqualTo(projected);
    }

    @Test
    void T6_only_a_stopping_ground_of_the_version_stops_the_clocks_and_for_no_more_than_its_days() {
        ACase survey = accepted(anItem().build(), "2026-09-14T10:00").as(ACase.REVIEWER);
        assertThat(survey.whyNot(new Command.Suspend(SpecialProcedureKind.SITE_SURVEY, 5, "")))
                .contains("T6 suspend.no-ground");

        ACase experts = accepted(REVIEWED_BY_EXPERTS, "2026-09-14T10:00").as(ACase.REVIEWER);
        assertThat(experts.whyNot(new Command.Suspend(SpecialProcedureKind.EXPERT_REVIEW, 11, "")))
                .containsExactly("T6 suspend.days");
        assertThat(experts.does(EXPERTS).whyNot(EXPERTS)).containsExactly("T6 suspend.open");
    }

    @Test
    void C5_steps_are_done_in_order_and_only_work_steps_are_completed_as_such() {
        ACase file = accepted(anItem().build(), "2026-09-14T10:00").as(ACase.REVIEWER);

        assertThat(file.whyNot(pass("S3"))).containsExactly("C5 step.not-current");
        file.does(pass("S2"));
        assertThat(file.whyNot(pass("S3"))).containsExactly("C5 step.not-work");
    }

    @Test
    void C7_a_step_that_failed_leaves_only_refusing_and_refusing_needs_reasons() {
        ACase file = accepted(anItem().build(), "2026-09-14T10:00")
                .as(ACase.REVIEWER)
                .does(fail("S2"))
                .as(ACase.APPROVER);

        assertThat(file.whyNot(grant())).containsExactly("C7 decide.failed-step");
        assertThat(file.whyNot(new Command.Decide(Command.DecisionOutcome.REFUSED, " ")))
                .containsExactly("C7 decide.reason");
        file.does(deny());
        assertThat(file.step()).as("nothing is made for a refusal").isEqualTo("S5");
        assertThat(file.clocks(ClockKind.DELIVERY)).isEmpty();
    }

    @Test
    void C7_nothing_is_decided_while_a_step_before_is_open() {
        ACase file = accepted(anItem().build(), "2026-09-14T10:00").as(ACase.APPROVER);

        assertThat(file.whyNot(grant())).containsExactly("C7 decide.steps-open");
    }

    @Test
    void K10_a_decision_outside_the_filed_authority_is_refused() {
        ACase file = accepted(anItem().build(), "2026-09-14T10:00")
                .as(ACase.REVIEWER)
                .does(pass("S2"))
                .as(ACase.APPROVER)
                .withoutAuthority();

        assertThat(file.whyNot(grant())).containsExactly("K10 authority.decide");
    }

    @Test
    void T5_a_statutory_clock_that_ends_on_the_decision_stops_there_and_the_promise_at_completion() {
        ACase file = decided(anItem().build());
        assertThat(file.clock(ClockKind.STATUTORY).state()).isEqualTo(ClockState.MET);
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void T5_from_decision_to_payment_the_promise_pauses_and_delivery_runs_on() {
        ACase file = decided(WITH_FEE);
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.PAUSED);
        assertThat(file.clock(ClockKind.DELIVERY).state()).isEqualTo(ClockState.RUNNING);

        file.at("2026-09-18T10:00")
                .as(ACase.CASHIER)
                .does(new Command.Pay(1_000, Command.PaymentMethod.CODE, null, null, null));

        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.RUNNING);
        assertThat(file.clock(ClockKind.COMMITTED).dueOn())
                .as("8 working days, 15 to 18 September left out")
                .isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void C6_nothing_but_the_published_price_is_taken_once_and_completion_needs_it() {
        ACase file = decided(WITH_FEE);
        assertThat(file.as(ACase.CLERK).whyNot(complete())).containsExactly("C6 complete.unpaid");

        file.as(ACase.CASHIER);
        assertThat(file.whyNot(new Command.Pay(1_001, Command.PaymentMethod.CASH, null, null, null)))
                .containsExactly("C6 pay.too-much");
        assertThat(file.whyNot(new Command.Pay(500, Command.PaymentMethod.CASH, null, null, null)))
                .containsExactly("C6 pay.amount");
        assertThat(file.whyNot(new Command.Pay(500, Command.PaymentMethod.CASH, null, null, "低保减半，某办法第三条")))
                .isEmpty();
        file.does(new Command.Pay(1_000, Command.PaymentMethod.CASH, null, null, null));
        assertThat(file.whyNot(new Command.Pay(1_000, Command.PaymentMethod.CASH, null, null, null)))
                .contains("C6 pay.settled");
        file.as(ACase.CLERK).does(complete());
    }

    @Test
    void C6_where_nothing_is_owed_nothing_may_be_taken() {
        ACase file = decided(anItem().build()).as(ACase.CASHIER);

        assertThat(file.whyNot(new Command.Pay(1, Command.PaymentMethod.CASH, null, null, null)))
                .containsExactly("C6 pay.nothing-owed");
    }

    @Test
    void T10_a_grant_is_delivered_within_ten_working_days_of_the_decision() {
        ACase file = accepted(REVIEWED_BY_EXPERTS, "2026-09-14T10:00")
                .as(ACase.REVIEWER)
                .does(pass("S2"))
                .as(ACase.APPROVER)
                .at("2026-10-16T10:00")
                .does(grant());

        assertThat(file.clock(ClockKind.DELIVERY).dueOn()).isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void C10_the_applicant_may_withdraw_before_the_decision_and_all_clocks_are_cancelled() {
        ACase file = accepted(anItem().build(), "2026-09-14T10:00").does(new Command.Withdraw("不办了"));

        assertThat(file.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(file.clock(ClockKind.STEP).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(decided(anItem().build()).whyNot(new Command.Withdraw(""))).containsExactly("C10 case.state");
    }

    @Test
    void C12_the_end_of_a_suspension_is_put_right_by_a_correcting_event_and_the_dates_follow() {
        ACase file = accepted(REVIEWED_BY_EXPERTS, "2026-09-14T10:00").as(ACase.REVIEWER);
        file.at("2026-09-21T10:00").does(EXPERTS).at("2026-09-30T16:00").does(EXPERTS_DONE);
        int resumed = file.file().version();

        file.as(ACase.APPROVER)
                .does(new Command.Correct(
                        resumed, "登记错误", new Command.Replacement(null, null, LocalDate.of(2026, 9, 22), null)));

        assertThat(file.clock(ClockKind.STATUTORY).dueOn()).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(file.history()).as("nothing is overwritten").hasSize(resumed + 1);
    }

    @Test
    void C12_a_correction_puts_exactly_one_thing_right_and_says_why() {
        ACase file = accepted(anItem().build(), "2026-09-14T10:00").as(ACase.APPROVER);

        assertThat(file.whyNot(new Command.Correct(1, null, new Command.Replacement(null, null, null, null))))
                .containsExactly("C12 correct.reason", "C12 correct.one");
    }

    @Test
    void C15_an_original_in_custody_cannot_be_taken_in_twice_nor_returned_when_it_is_not_there() {
        ACase file = aCase().received();
        Command take = new Command.MoveCustody("房产证", "B1", 3, Command.CustodyAction.TAKE, null);
        Command back = new Command.MoveCustody("房产证", null, 3, Command.CustodyAction.RETURN, null);

        assertThat(file.whyNot(back)).containsExactly("C15 custody.not-held");
        file.does(take);
        assertThat(file.whyNot(take)).containsExactly("C15 custody.held");
        assertThat(file.whyNot(new Command.MoveCustody("房产证", null, 3, Command.CustodyAction.HAND_ON, null)))
                .containsExactly("C15 custody.to");
        file.does(back);
        assertThat(file.whyNot(take)).isEmpty();
    }

    @Test
    void C5_a_case_is_handed_over_to_somebody_at_a_window_that_takes_it() {
        ACase file = aCase().received();

        assertThat(file.whyNot(new Command.HandOver("nobody"))).containsExactly("C5 hand-over.no-post");
        file.to(new Context.Successor("clerk.a01", "A01", false)).does(new Command.HandOver("clerk.a01"));
        assertThat(file.file().holder()).isEqualTo("clerk.a01");
        assertThat(file.file().window()).isEqualTo("A01");
        assertThat(file.file().firstInquiry())
                .as("the first one asked stays the first one asked")
                .isEqualTo("clerk.a03");
    }

    @Test
    void C14_nobody_acts_in_their_own_matter_and_all_other_reasons_are_told_too() {
        ACase file = aCase().received();

        assertThat(file.inTheirOwnMatter().whyNot(accept())).containsExactly("C14 own-matter");
        assertThat(file.whyNot(new Command.MarkVoid(null))).containsExactly("C14 own-matter", "C12 void.reason");
        assertThat(file.to(new Context.Successor("clerk.a01", "A01", true)).whyNot(new Command.HandOver("clerk.a01")))
                .containsExactly("C14 own-matter", "C14 hand-over.own-matter");
    }

    private static ACase toBeHeard() {
        ItemVersion item = anItem().with(change -> {
                    change.hearBeforeDecision = true;
                    change.procedures = List.of(new SpecialProcedure(
                            SpecialProcedureKind.HEARING, "听证", 30, Unit.WORKING_DAY, true, "《中华人民共和国行政许可法》第四十五条"));
                })
                .build();
        return accepted(item, "2026-09-07T10:00").as(ACase.REVIEWER).does(pass("S2"));
    }

    private static final Command TELL = new Command.TellParties("拟建设施与相邻住户的采光有重大利害关系，可以要求听证");
    private static final Command HELD = new Command.RecordHearing(Command.HearingOutcome.HELD, "到会十二人，笔录已经核对签名");
    private static final Command NOT_ASKED = new Command.RecordHearing(Command.HearingOutcome.NOT_ASKED, null);

    private static Command hearingOn(String day) {
        return new Command.AnnounceHearing(LocalDate.parse(day), null, "政务服务中心三楼会议室", "head.bm01");
    }

    @Test
    void C7_no_decision_neither_way_before_interested_parties_were_told_and_heard_where_the_version_says_so() {
        ACase file = toBeHeard();

        assertThat(file.as(ACase.APPROVER).whyNot(grant())).containsExactly("C7 decide.not-heard");
        assertThat(file.whyNot(deny())).containsExactly("C7 decide.not-heard");
    }

    @Test
    void APL_47_nobody_asked_within_five_working_days_of_being_told_is_recorded_only_when_they_have_passed() {
        // Told on Monday 7 September 2026; the fifth working day is Monday 14.
        ACase file = toBeHeard();
        assertThat(file.whyNot(NOT_ASKED)).containsExactly("C7 hearing.not-begun");
        assertThat(file.whyNot(new Command.TellParties(" "))).containsExactly("C7 hearing.matter");
        file.does(TELL);

        assertThat(file.at("2026-09-14T17:00").whyNot(NOT_ASKED)).containsExactly("T14 hearing.still-open");
        file.at("2026-09-14T17:01").does(NOT_ASKED);

        assertThat(file.whyNot(NOT_ASKED)).containsExactly("C7 hearing.over");
        file.as(ACase.APPROVER).does(grant());
    }

    @Test
    void APL_48_a_hearing_is_announced_seven_working_days_before_and_presided_over_by_somebody_who_did_not_examine() {
        ACase file = toBeHeard().does(TELL);

        // From Monday 7 September the seventh working day is Wednesday 16.
        assertThat(file.whyNot(hearingOn("2026-09-15"))).containsExactly("T14 hearing.notice");
        assertThat(file.whyNot(new Command.AnnounceHearing(LocalDate.parse("2026-09-16"), null, "", "reviewer.bm01")))
                .containsExactly("T14 hearing.place", "T14 hearing.presider");
        assertThat(file.whyNot(new Command.AnnounceHearing(
                        LocalDate.parse("2026-09-16"), Instant.parse("2026-09-16T16:00:00Z"), "三楼会议室", "head.bm01")))
                .as("midnight of the day after")
                .containsExactly("T14 hearing.start");
        file.does(hearingOn("2026-09-16"));

        assertThat(file.at("2026-09-15T10:00").whyNot(HELD)).containsExactly("T14 hearing.not-yet");
        file.at("2026-09-16T11:00");
        assertThat(file.whyNot(new Command.RecordHearing(Command.HearingOutcome.HELD, "")))
                .containsExactly("C7 hearing.record");
        assertThat(file.whyNot(NOT_ASKED)).containsExactly("T14 hearing.announced");
        file.does(HELD).as(ACase.APPROVER).does(grant());
    }

    @Test
    void APL_48_a_hearing_is_not_recorded_before_it_was_announced() {
        assertThat(toBeHeard().does(TELL).at("2026-10-15T10:00").whyNot(HELD))
                .containsExactly("T14 hearing.not-announced");
    }

    @Test
    void APL_45_the_days_of_a_hearing_are_not_counted_while_it_is_a_special_procedure_under_way() {
        // The promise of 8 days from 7 September ends on the 17th. The hearing takes from the 8th to the 16th: six
        // working days out (9, 10, 11, 14, 15, 16), so six more: 18, Sunday 20 (worked), 21 to 24.
        ACase file = toBeHeard().does(TELL);
        LocalDate promised = file.clock(ClockKind.COMMITTED).dueOn();
        file.at("2026-09-08T10:00")
                .does(hearingOn("2026-09-17"))
                .does(new Command.Suspend(SpecialProcedureKind.HEARING, 20, "听证"));
        file.at("2026-09-16T16:00").does(new Command.Resume(SpecialProcedureKind.HEARING));

        assertThat(promised).isEqualTo(LocalDate.of(2026, 9, 17));
        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(LocalDate.of(2026, 9, 24));
        file.at("2026-09-17T12:00").does(HELD);
        assertThat(file.file().isHeard()).isTrue();
    }

    @Test
    void C7_a_major_decision_passes_legal_review_by_somebody_who_neither_examined_it_nor_decides_it() {
        ACase file = accepted(anItem().with(change -> change.legalReview = true).build(), "2026-09-07T10:00");
        Command passed = new Command.ReviewLegality(Command.StepOutcome.PASS, "依据充分，程序合法");
        assertThat(file.as(ACase.HEAD).whyNot(passed)).containsExactly("C7 legal-review.too-early");
        file.as(ACase.REVIEWER).does(pass("S2"));

        assertThat(file.as(ACase.APPROVER).whyNot(grant())).containsExactly("C7 decide.no-legal-review");
        assertThat(file.as(ACase.REVIEWER).whyNot(passed)).containsExactly("C14 legal-review.examiner");
        assertThat(file.as(ACase.HEAD).whyNot(new Command.ReviewLegality(Command.StepOutcome.FAIL, null)))
                .containsExactly("C7 legal-review.opinion");
        file.does(new Command.ReviewLegality(Command.StepOutcome.FAIL, "裁量理由不足"));
        assertThat(file.as(ACase.APPROVER).whyNot(grant())).containsExactly("C7 decide.no-legal-review");
        file.as(ACase.HEAD).does(passed);

        assertThat(file.whyNot(grant())).containsExactly("C14 decide.legal-reviewer");
        file.as(ACase.APPROVER).does(grant());
    }

    @Test
    void C7_where_the_version_asks_for_neither_hearing_nor_review_there_is_none() {
        ACase file = accepted(anItem().build(), "2026-09-07T10:00").as(ACase.REVIEWER);

        assertThat(file.whyNot(TELL)).containsExactly("C7 hearing.not-needed");
        assertThat(file.whyNot(new Command.ReviewLegality(Command.StepOutcome.PASS, "合法")))
                .containsExactly("C7 legal-review.not-needed");
        assertThat(CaseRules.concerns(CaseCommand.TELL_PARTIES, file.file(), file.context()))
                .isFalse();
    }

    @Test
    void C16_a_grant_comes_before_a_promised_paper_only_where_the_version_says_so() {
        for (boolean first : List.of(true, false)) {
            ItemVersion item = anItem().with(change -> {
                        change.grantMayPrecede = first;
                        change.materials = List.of(AnItem.material("示例经营许可申请书"), mayFollow("检验报告"));
                    })
                    .build();
            ACase file =
                    aCase().of(item).with("示例经营许可申请书").at("2026-09-07T10:00").received();
            file.does(new Command.Accept(List.of(new Command.Promise("检验报告", LocalDate.of(2026, 9, 30))), null));
            file.as(ACase.REVIEWER).does(pass("S2")).as(ACase.APPROVER);

            assertThat(file.whyNot(grant())).isEqualTo(first ? List.of() : List.of("C16 decide.outstanding"));
        }
    }

    static ItemVersion.Material mayFollow(String name) {
        return new ItemVersion.Material(
                name,
                ItemVersion.MaterialForm.ORIGINAL,
                1,
                1,
                ItemVersion.MaterialSource.APPLICANT,
                ItemVersion.Necessity.MAY_FOLLOW,
                "",
                List.of());
    }
}
