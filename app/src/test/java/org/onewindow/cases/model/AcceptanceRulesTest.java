package org.onewindow.cases.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.model.ACase.aCase;
import static org.onewindow.cases.model.ACase.accept;
import static org.onewindow.cases.model.ACase.notice;
import static org.onewindow.cases.model.ACase.supplement;
import static org.onewindow.catalogue.AnItem.anItem;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.Command.RefusalGround;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockState;

/** From receipt to acceptance: the five days, the one-time notice, the supplement (C3, C4, T4, T8, C16; APL 32). */
class AcceptanceRulesTest {

    private static final String FORM = "示例经营许可申请书";
    private static final String PLAN = "经营场所平面图";
    private static final LocalDate SUN_2026_09_20 = LocalDate.of(2026, 9, 20);
    private static final LocalDate MON_2026_09_28 = LocalDate.of(2026, 9, 28);
    private static final LocalDate FRI_2026_10_23 = LocalDate.of(2026, 10, 23);

    @Test
    void C4_a_case_with_all_papers_is_accepted_and_the_next_step_opens_at_once() {
        ACase file = aCase().received().at("2026-02-10T11:00").does(accept());

        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.step()).isEqualTo("S2");
        assertThat(file.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void C4_acceptance_is_refused_while_a_required_paper_is_missing() {
        ACase file = aCase().with(FORM).received();

        assertThat(file.whyNot(accept())).containsExactly("C4 accept.missing");
    }

    @Test
    void K10_acceptance_outside_the_filed_authority_is_refused() {
        ACase file = aCase().received().withoutAuthority();

        assertThat(file.whyNot(accept())).containsExactly("K10 authority.accept");
    }

    @Test
    void T4_if_nothing_is_told_in_five_working_days_the_law_accepts_from_the_day_of_receipt() {
        // facts.md section 1: handed in on Sunday 20 September, a make-up working day; day 5 is Monday 28 September.
        ACase file = aCase().at("2026-09-20T10:00").received();
        assertThat(file.clock(ClockKind.ACCEPTANCE).dueOn()).isEqualTo(MON_2026_09_28);

        file.at("2026-09-28T17:00");
        assertThat(file.state()).as("the last day isn't over before it closes").isEqualTo(CaseState.RECEIVED);

        file.at("2026-09-28T17:01");
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.file().acceptance()).isNotNull().satisfies(acceptance -> {
            assertThat(acceptance.deemed()).isTrue();
            assertThat(acceptance.effectiveOn()).isEqualTo(SUN_2026_09_20);
        });
        assertThat(file.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.MISSED);
        assertThat(file.clock(ClockKind.STATUTORY).dueOn())
                .as("20 working days from the day of receipt, not from 28 September")
                .isEqualTo(FRI_2026_10_23);
    }

    @Test
    void T4_a_notice_in_the_last_minute_of_day_five_is_in_time() {
        ACase file = aCase().at("2026-09-20T10:00").with(FORM).received();

        file.at("2026-09-28T17:00").does(notice(PLAN)).at("2026-09-30T09:00");

        assertThat(file.state()).isEqualTo(CaseState.AWAITING_SUPPLEMENT);
        assertThat(file.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void T4_deemed_acceptance_never_goes_back_to_a_supplement() {
        ACase file = aCase().at("2026-09-20T10:00").with(FORM).received().at("2026-09-29T09:00");

        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.whyNot(notice(PLAN))).containsExactly("T8 case.state");
    }

    @Test
    void T0_where_no_law_says_so_silence_accepts_nothing_but_the_clock_is_missed() {
        ItemVersion service =
                anItem().with(item -> item.deemedAcceptance = false).build();
        ACase file = aCase().of(service).at("2026-09-20T10:00").received().at("2026-10-30T09:00");

        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.MISSED);
    }

    @Test
    void T4_a_notice_sent_by_post_counts_only_once_it_is_served() {
        ACase file = aCase().by(Channel.POST).at("2026-09-20T10:00").with(FORM).received();
        file.at("2026-09-21T10:00").does(notice(PLAN));
        assertThat(file.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.RUNNING);

        ACase served =
                aCase().by(Channel.POST).at("2026-09-20T10:00").with(FORM).received();
        served.at("2026-09-21T10:00")
                .does(notice(PLAN))
                .at("2026-09-24T10:00")
                .does(new Command.Serve("2-supplement-notice", "邮寄", null, null, null, null, null));
        assertThat(served.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.MET);
        assertThat(served.clock(ClockKind.SUPPLEMENT).dueOn()).isEqualTo(LocalDate.of(2026, 10, 15));

        file.at("2026-09-29T10:00");
        assertThat(file.state()).as("never served: the law accepts").isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void C8a_a_paper_is_signed_for_or_refused_before_a_witness() {
        ACase file = aCase().by(Channel.POST).at("2026-09-20T10:00").with(FORM).received();
        file.at("2026-09-21T10:00").does(notice(PLAN)).at("2026-09-24T10:00");

        assertThat(file.whyNot(serve("张三", "拒不签字", "社区干部王五"))).containsExactly("C8a serve.signed-or-refused");
        assertThat(file.whyNot(serve(null, "拒不签字", null))).containsExactly("C8a serve.witness");
        assertThat(file.whyNot(serve(null, "拒不签字", "社区干部王五"))).isEmpty();
        assertThat(file.whyNot(serve("张三", null, null))).isEmpty();
        assertThat(file.whyNot(serve(null, null, null)))
                .as("nobody signs for a public notice")
                .isEmpty();
    }

    private static Command serve(@Nullable String signer, @Nullable String refusal, @Nullable String witness) {
        return new Command.Serve("2-supplement-notice", "直接送达", null, signer, null, refusal, witness);
    }

    @Test
    void T8_a_supplement_that_completes_the_list_starts_a_new_acceptance_clock_and_the_limits_count_from_it() {
        ACase file = aCase().at("2026-02-10T10:00").with(FORM).received();

        file.at("2026-02-11T10:00").does(notice(PLAN)).at("2026-02-24T10:00").does(supplement(PLAN));

        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file.clock(ClockKind.ACCEPTANCE).dueOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(file.clocks(ClockKind.ACCEPTANCE)).hasSize(2);

        file.at("2026-02-26T10:00").does(accept());
        assertThat(file.clock(ClockKind.COMMITTED).dueOn())
                .as("T5: from the day of the supplement, though accepted two days later")
                .isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void T8_a_supplement_lacking_anything_named_leaves_the_period_running() {
        ACase file = aCase().at("2026-02-10T10:00").with().received();
        file.at("2026-02-11T10:00").does(notice(FORM, PLAN));
        LocalDate due = file.clock(ClockKind.SUPPLEMENT).dueOn();

        file.at("2026-02-12T10:00").does(supplement(PLAN));

        assertThat(file.state()).isEqualTo(CaseState.AWAITING_SUPPLEMENT);
        assertThat(file.clock(ClockKind.SUPPLEMENT).dueOn()).isEqualTo(due);
        assertThat(file.file().openNotice().orElseThrow().unmet())
                .extracting(Command.Point::material)
                .containsExactly(FORM);
    }

    @Test
    void C3_a_second_notice_may_not_name_new_points_on_papers_already_in_hand() {
        ACase file = aCase().at("2026-02-10T10:00").with(FORM).received();
        file.does(notice(PLAN)).at("2026-02-11T10:00").does(supplement(PLAN));

        assertThat(file.whyNot(notice(FORM))).containsExactly("C3 supplement.new-points");
        assertThat(file.whyNot(notice(PLAN)))
                .as("a defect of the paper newly supplied")
                .isEmpty();
    }

    @Test
    void C3_the_chief_representative_may_authorise_new_points_with_a_reason_and_a_clerk_may_not() {
        ACase file = aCase().at("2026-02-10T10:00").with(FORM).received();
        file.does(notice(PLAN)).at("2026-02-11T10:00").does(supplement(PLAN));
        Command authorised = new Command.RequestSupplement(List.of(new Command.Point(FORM, "签名不符")), null, "涉及安全");

        assertThat(file.whyNot(authorised)).containsExactly("C3 supplement.authorisation");
        assertThat(file.as(ACase.APPROVER).whyNot(authorised)).isEmpty();
    }

    @Test
    void APL_31_papers_outside_the_published_list_may_not_be_asked_for() {
        ACase file = aCase().received();

        assertThat(file.whyNot(notice("开户许可证"))).containsExactly("K6 supplement.unlisted");
    }

    @Test
    void T4_under_the_RETURN_rule_a_notice_returns_the_papers_and_ends_the_case() {
        ItemVersion registration = anItem().build();
        ItemVersion returning = withRule(registration, AcceptanceRule.RETURN);
        ACase file = aCase().of(returning).with(FORM).received().does(notice(PLAN));

        assertThat(file.state()).isEqualTo(CaseState.NOT_ACCEPTED);
        assertThat(file.clocks(ClockKind.SUPPLEMENT)).isEmpty();
        assertThat(file.clock(ClockKind.ACCEPTANCE).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void T4_on_the_spot_means_by_the_close_of_the_same_day() {
        ItemVersion spot = withRule(anItem().build(), AcceptanceRule.ON_THE_SPOT);
        ACase file = aCase().of(spot).at("2026-02-10T10:00").received();
        assertThat(file.clock(ClockKind.ACCEPTANCE).dueOn()).isEqualTo(LocalDate.of(2026, 2, 10));

        file.at("2026-02-10T17:30");
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);

        ACase late = aCase().of(spot).at("2026-02-10T17:30").received();
        assertThat(late.clock(ClockKind.ACCEPTANCE).dueOn()).isEqualTo(LocalDate.of(2026, 2, 11));
    }

    @Test
    void C10_papers_not_supplied_in_time_end_the_case_where_a_rule_is_cited_and_it_is_no_refusal() {
        ItemVersion cited = withEnd(anItem().build(), "示范县规则");
        ACase file = aCase().of(cited).at("2026-02-10T10:00").with(FORM).received();
        file.does(notice(PLAN)).at("2026-03-02T17:00");
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_SUPPLEMENT);
        file.at("2026-03-02T17:01");

        assertThat(file.state()).isEqualTo(CaseState.TERMINATED);
        assertThat(file.history().getLast().event())
                .isInstanceOfSatisfying(
                        CaseEvent.Terminated.class,
                        ended -> assertThat(ended.notSupplied()).isTrue());
    }

    @Test
    void C10_without_a_cited_rule_the_case_waits() {
        ItemVersion waits = withEnd(anItem().build(), null);
        ACase file = aCase().of(waits).at("2026-02-10T10:00").with(FORM).received();
        file.does(notice(PLAN)).at("2026-06-01T10:00");

        assertThat(file.state()).isEqualTo(CaseState.AWAITING_SUPPLEMENT);
    }

    @Test
    void C4_a_refusal_names_reason_and_basis_and_the_right_body() {
        ACase file = aCase().received();

        assertThat(file.whyNot(new Command.Refuse(RefusalGround.NOT_OUR_AUTHORITY, "", "", "")))
                .containsExactly("C4 refuse.reason", "C4 refuse.basis", "C4 refuse.competent-body");
        assertThat(file.whyNot(new Command.Refuse(RefusalGround.NOT_OUR_AUTHORITY, "不属于本县职权", "行政许可法第三十二条", "市局")))
                .isEmpty();
    }

    @Test
    void C16_a_paper_that_may_follow_needs_a_promise_with_its_own_day_and_no_grant_comes_before_it() {
        String lease = "租赁合同";
        ItemVersion withLease = anItem().with(item -> item.materials = List.of(
                        AnItem.material(FORM),
                        new Material(
                                lease,
                                MaterialForm.COPY,
                                1,
                                1,
                                MaterialSource.APPLICANT,
                                Necessity.MAY_FOLLOW,
                                "",
                                List.of())))
                .build();
        ACase file = aCase().of(withLease).at("2026-02-10T10:00").with(FORM).received();

        assertThat(file.whyNot(accept())).containsExactly("C16 accept.no-promise");
        file.does(new Command.Accept(List.of(new Command.Promise(lease, LocalDate.of(2026, 2, 12))), null));
        assertThat(file.clock(ClockKind.DOCUMENTS_TO_FOLLOW).dueOn()).isEqualTo(LocalDate.of(2026, 2, 12));

        file.as(ACase.REVIEWER).does(ACase.pass("S2")).as(ACase.APPROVER);
        assertThat(file.whyNot(ACase.grant())).containsExactly("C16 decide.outstanding");

        file.as(ACase.CLERK).does(supplement(lease)).as(ACase.APPROVER);
        assertThat(file.whyNot(ACase.grant())).isEmpty();
        assertThat(file.clock(ClockKind.DOCUMENTS_TO_FOLLOW).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void C16_a_paper_is_promised_once_and_for_a_day_to_come() {
        ItemVersion item = anItem().with(change -> change.materials = List.of(
                        AnItem.material(FORM),
                        new Material(
                                PLAN,
                                MaterialForm.COPY,
                                1,
                                1,
                                MaterialSource.APPLICANT,
                                Necessity.MAY_FOLLOW,
                                "",
                                List.of())))
                .build();
        ACase file = aCase().of(item).at("2026-02-10T10:00").with(FORM).received();

        assertThat(file.whyNot(new Command.Accept(
                        List.of(
                                new Command.Promise(PLAN, LocalDate.of(2026, 2, 9)),
                                new Command.Promise(PLAN, LocalDate.of(2026, 2, 12))),
                        null)))
                .containsExactly("C16 accept.promised-twice", "C16 accept.promise-past");
    }

    @Test
    void T4_what_is_still_missing_after_the_law_accepted_is_taken_in_and_stops_no_clock() {
        ACase file = aCase().at("2026-03-02T10:00").with(FORM).received().at("2026-03-10T10:00");
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        LocalDate due = file.clock(ClockKind.STATUTORY).dueOn();

        file.does(supplement(PLAN));

        assertThat(file.file().inHand()).contains(PLAN);
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.clock(ClockKind.STATUTORY).dueOn()).isEqualTo(due);
        assertThat(file.whyNot(supplement(PLAN))).containsExactly("T8 supplement.nothing-asked");
    }

    static ItemVersion withRule(ItemVersion item, AcceptanceRule rule) {
        return change(item, rule, item.endsOnMissingSupplement());
    }

    static ItemVersion withEnd(ItemVersion item, @org.jspecify.annotations.Nullable String rule) {
        return change(item, item.acceptanceRule(), rule);
    }

    private static ItemVersion change(
            ItemVersion item, AcceptanceRule rule, @org.jspecify.annotations.Nullable String ends) {
        return new ItemVersion(
                item.code(),
                item.version(),
                item.state(),
                item.effectiveFrom(),
                item.name(),
                item.nameEn(),
                item.departmentCode(),
                item.type(),
                item.handlingClass(),
                item.level(),
                item.object(),
                item.regime(),
                item.statutory(),
                item.committedDays(),
                item.extensionDays(),
                rule,
                item.deemedAcceptance(),
                item.legalBasis(),
                item.conditions(),
                item.steps(),
                item.specialProcedures(),
                item.materials(),
                item.situations(),
                item.fee(),
                item.result(),
                item.validity(),
                item.visits(),
                item.presenceRequired(),
                item.agentAllowed(),
                item.forwardedTo(),
                item.separatePosts(),
                item.hearBeforeDecision(),
                item.legalReview(),
                item.grantMayPrecede(),
                ends,
                item.commitment(),
                item.keywords());
    }
}
