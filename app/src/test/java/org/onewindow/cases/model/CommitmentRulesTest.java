package org.onewindow.cases.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.model.ACase.aCase;
import static org.onewindow.cases.model.ACase.grant;
import static org.onewindow.catalogue.AnItem.anItem;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.cases.Command.CheckOutcome;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.CommitmentState;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.RiskField;
import org.onewindow.documents.DocumentKind;
import org.onewindow.kernel.Actor;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockState;

/** Declared commitment (C16): decided on the spot, checked afterwards, put right or revoked (APL 69). */
class CommitmentRulesTest {

    private static final String FORM = "示例经营许可申请书";
    private static final String PLAN = "经营场所平面图";

    /** 2026-09-28 is a Monday; the centre is closed from 1 to 7 October and works on Saturday the 10th. */
    private static final String ACCEPTED = "2026-09-28T10:00";

    private static AnItem byCommitment() {
        return anItem().with(item ->
                item.commitment = new ItemVersion.Commitment(List.of(PLAN), 20, 5, "国办发〔2020〕42号", RiskField.NONE));
    }

    private static Command commit() {
        return new Command.Accept(List.of(), signed(null));
    }

    private static Command.Commitment signed(@Nullable String repair) {
        return new Command.Commitment(LocalDate.of(2026, 9, 28), 3, repair);
    }

    private static Command signedOn(LocalDate day) {
        return new Command.Accept(List.of(), new Command.Commitment(day, 1, null));
    }

    private static Command check(CheckOutcome outcome) {
        return new Command.CheckCommitment(outcome, "实地核查");
    }

    private static final Command REVOKE = new Command.Revoke("场所不实，逾期未整改");

    private static ACase received() {
        return aCase().of(byCommitment().build()).at(ACCEPTED).with(FORM).received();
    }

    private static ACase granted() {
        return received().does(commit()).as(ACase.APPROVER).does(grant());
    }

    private static ACase delivered() {
        return granted()
                .as(ACase.CLERK)
                .does(new Command.Complete())
                .does(new Command.Deliver("张三", "11010519491231002X"));
    }

    private static ACase ordered() {
        return delivered().at("2026-10-20T10:00").as(ACase.REVIEWER).does(check(CheckOutcome.NOT_KEPT));
    }

    private static ACase served() {
        ACase file = ordered().as(ACase.CLERK).at("2026-10-21T10:00");
        String order = file.history().getLast().version() + "-putting-right-order";
        return file.does(new Command.Serve(order, "直接送达", null, "张三", null, null, null));
    }

    @Test
    void C16_a_commitment_stands_in_for_the_papers_the_version_names_and_is_decided_on_the_spot() {
        ACase file = received();

        assertThat(file.whyNot(ACase.accept())).containsExactly("C16 accept.papers-or-commitment");
        file.does(commit());

        assertThat(file.step()).isEqualTo("S3");
        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.SIGNED);
        assertThat(Objects.requireNonNull(file.file().commitment()).standsInFor())
                .containsExactly(PLAN);
        assertThat(Papers.missing(file.item(), Papers.Circumstances.of(file.file())))
                .isEmpty();
        file.as(ACase.APPROVER).does(grant());
        assertThat(file.state()).isEqualTo(CaseState.DECIDED);
        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.TO_CHECK);
    }

    @Test
    void C16_what_was_signed_before_the_version_was_in_force_commits_to_what_was_told_then() {
        LocalDate inForce = LocalDate.of(2026, 9, 1);
        ACase file = aCase().of(byCommitment().build().in(ItemVersion.State.IN_EFFECT, inForce))
                .at(ACCEPTED)
                .with(FORM)
                .received();

        assertThat(file.whyNot(signedOn(inForce.minusDays(1)))).containsExactly("C16 commitment.signed-earlier");
        assertThat(file.whyNot(signedOn(inForce))).isEmpty();
    }

    @Test
    void C16_T3_the_promise_is_the_day_of_acceptance_itself_and_the_statutory_limit_stays() {
        ACase file = received().does(commit());

        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(file.clock(ClockKind.STEP).dueOn())
                .as("the decision's step, which shares the promise's days")
                .isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(file.clock(ClockKind.STATUTORY).budgetDays()).isEqualTo(20);
        assertThat(aCase().of(byCommitment().build())
                        .at(ACCEPTED)
                        .received()
                        .does(ACase.accept())
                        .clock(ClockKind.COMMITTED)
                        .budgetDays())
                .as("without a commitment all is as before")
                .isEqualTo(8);
    }

    @Test
    void C16_after_a_supplement_the_promise_still_counts_from_the_day_of_the_commitment() {
        ACase file = aCase().of(byCommitment().build())
                .at("2026-09-24T10:00")
                .with()
                .received()
                .does(new Command.RequestSupplement(List.of(new Command.Point(FORM, "缺")), null, null))
                .at("2026-09-25T10:00")
                .does(new Command.Supplement(List.of(ACase.paper(FORM))))
                .at(ACCEPTED)
                .does(commit());

        assertThat(file.clock(ClockKind.COMMITTED).dueOn()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(file.clock(ClockKind.COMMITTED).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void C16_a_paper_it_may_not_stand_in_for_is_still_missing() {
        ACase file = aCase().of(byCommitment().build()).at(ACCEPTED).with(PLAN).received();

        assertThat(file.whyNot(commit())).containsExactly("C4 accept.missing");
    }

    @Test
    void
            C16_a_paper_that_may_follow_needs_no_promise_where_the_commitment_stands_in_for_it_and_one_where_it_does_not() {
        List<ItemVersion.Material> papers =
                List.of(AnItem.material(FORM), HandlingRulesTest.mayFollow(PLAN), HandlingRulesTest.mayFollow("检验报告"));
        ACase file = aCase().of(
                        byCommitment().with(item -> item.materials = papers).build())
                .at(ACCEPTED)
                .with(FORM)
                .received();

        assertThat(file.whyNot(commit())).containsExactly("C16 accept.no-promise");
        file.does(new Command.Accept(List.of(new Command.Promise("检验报告", LocalDate.of(2026, 10, 12))), signed(null)));
        assertThat(file.clock(ClockKind.DOCUMENTS_TO_FOLLOW).reference()).isEqualTo("检验报告");
        assertThat(file.as(ACase.APPROVER).whyNot(grant()))
                .as("a promise is no commitment: no grant before the paper")
                .containsExactly("C16 decide.outstanding");
    }

    @Test
    void C16_all_reasons_against_a_commitment_come_together() {
        ACase file = aCase().of(anItem().build()).at(ACCEPTED).with().received().whoBrokeACommitment();

        assertThat(file.whyNot(
                        new Command.Accept(List.of(), new Command.Commitment(LocalDate.of(2026, 9, 29), 1, null))))
                .containsExactly(
                        "C4 accept.missing",
                        "C16 commitment.not-allowed",
                        "C16 commitment.signed-later",
                        "C16 commitment.false-before");
    }

    @Test
    void C16_whoever_committed_falsely_before_commits_again_only_once_the_credit_is_repaired() {
        ACase file = received().whoBrokeACommitment();

        assertThat(file.whyNot(commit())).containsExactly("C16 commitment.false-before");
        assertThat(file.whyNot(new Command.Accept(List.of(), signed("示信修〔2026〕1号"))))
                .isEmpty();
    }

    @Test
    void C16_a_refusal_leaves_nothing_to_check() {
        ACase file =
                received().does(commit()).as(ACase.APPROVER).does(new Command.Decide(DecisionOutcome.REFUSED, "条件不符"));

        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.LAPSED);
        assertThat(file.clocks(ClockKind.COMMITMENT_CHECK)).isEmpty();
        assertThat(file.as(ACase.REVIEWER).whyNot(check(CheckOutcome.KEPT)))
                .containsExactly("C16 commitment.nothing-granted");
    }

    @Test
    void C16_the_check_counts_from_the_decision_passes_over_the_holiday_and_outlives_the_delivery() {
        ACase file = delivered();

        assertThat(file.clock(ClockKind.COMMITMENT_CHECK).dueOn()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(file.state()).isEqualTo(CaseState.DELIVERED);
        assertThat(file.clock(ClockKind.COMMITMENT_CHECK).state()).isEqualTo(ClockState.RUNNING);
        assertThat(file.file().isOpen()).isTrue();

        file.at("2026-11-03T10:00").as(ACase.REVIEWER).does(check(CheckOutcome.KEPT));
        assertThat(file.clock(ClockKind.COMMITMENT_CHECK).state()).isEqualTo(ClockState.MISSED);
        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.KEPT);
        assertThat(file.file().isOpen()).isFalse();
        assertThat(file.whyNot(check(CheckOutcome.NOT_KEPT))).containsExactly("C16 commitment.checked");
    }

    @Test
    void C16_C14_whoever_granted_does_not_check_and_whoever_checked_does_not_revoke() {
        Actor both = ACase.actor(
                "approver.bm01",
                ACase.REVIEWER.posts().getFirst(),
                ACase.APPROVER.posts().getFirst());
        assertThat(granted().as(both).whyNot(check(CheckOutcome.KEPT))).containsExactly("C14 commitment.decider");
        assertThat(granted().as(ACase.REVIEWER).inTheirOwnMatter().whyNot(check(CheckOutcome.KEPT)))
                .containsExactly("C14 own-matter");

        Actor checker =
                ACase.actor(ACase.REVIEWER.userName(), ACase.APPROVER.posts().getFirst());
        assertThat(served().at("2026-10-29T10:00").as(checker).whyNot(REVOKE))
                .containsExactly("C14 commitment.checker");
    }

    @Test
    void C16_what_is_not_kept_is_ordered_to_be_put_right_and_the_days_count_from_service() {
        ACase file = ordered();

        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.TO_PUT_RIGHT);
        assertThat(file.clocks(ClockKind.PUTTING_RIGHT))
                .as("nobody was told yet")
                .isEmpty();
        assertThat(CaseDocuments.of(file.history(), file.item()).getLast().kind())
                .isEqualTo(DocumentKind.PUTTING_RIGHT_ORDER);
        assertThat(file.as(ACase.APPROVER).whyNot(REVOKE)).containsExactly("C8a commitment.order-unserved");

        assertThat(served().clock(ClockKind.PUTTING_RIGHT).dueOn()).isEqualTo(LocalDate.of(2026, 10, 28));
    }

    @Test
    void C16_put_right_within_the_period_closes_it_and_is_repair() {
        ACase file = served().at("2026-10-23T10:00").as(ACase.REVIEWER).does(check(CheckOutcome.KEPT));

        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.PUT_RIGHT);
        assertThat(CommitmentState.PUT_RIGHT.isFalse()).isFalse();
        assertThat(file.clock(ClockKind.PUTTING_RIGHT).state()).isEqualTo(ClockState.MET);
        assertThat(file.as(ACase.APPROVER).whyNot(REVOKE)).containsExactly("C16 commitment.not-broken");
    }

    @Test
    void C16_nobody_finds_it_not_put_right_or_revokes_while_the_period_runs() {
        ACase file = served().at("2026-10-28T17:00");

        assertThat(file.as(ACase.REVIEWER).whyNot(check(CheckOutcome.NOT_KEPT)))
                .containsExactly("C16 commitment.period-runs");
        assertThat(file.as(ACase.APPROVER).whyNot(REVOKE)).containsExactly("C16 commitment.period-runs");
        assertThat(file.at("2026-10-29T09:00").whyNot(REVOKE)).isEmpty();
    }

    @Test
    void C16_a_second_finding_orders_nothing_more_and_leaves_revoking() {
        ACase file = served().at("2026-10-29T09:00").as(ACase.REVIEWER).does(check(CheckOutcome.NOT_KEPT));

        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.BROKEN);
        assertThat(file.whyNot(check(CheckOutcome.NOT_KEPT))).containsExactly("C16 commitment.found-already");
        assertThat(CaseDocuments.of(file.history(), file.item()))
                .filteredOn(paper -> paper.kind() == DocumentKind.PUTTING_RIGHT_ORDER)
                .hasSize(1);
        assertThat(file.as(ACase.APPROVER).whyNot(REVOKE)).isEmpty();
        assertThat(file.as(ACase.REVIEWER).whyNot(check(CheckOutcome.KEPT)))
                .as("put right late is still put right")
                .isEmpty();
    }

    @Test
    void C16_APL_69_what_was_revoked_after_delivery_stays_delivered_and_is_false_for_good() {
        ACase file = served().at("2026-10-29T09:00").as(ACase.APPROVER).does(REVOKE);

        assertThat(file.state()).isEqualTo(CaseState.DELIVERED);
        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.REVOKED);
        assertThat(CommitmentState.REVOKED.isFalse()).isTrue();
        assertThat(file.file().isOpen()).isFalse();
        assertThat(file.clock(ClockKind.PUTTING_RIGHT).state()).isEqualTo(ClockState.MISSED);
        assertThat(CaseDocuments.of(file.history(), file.item()).getLast().kind())
                .isEqualTo(DocumentKind.REVOCATION);
        assertThat(file.whyNot(REVOKE)).containsExactly("C16 commitment.revoked");
        assertThat(file.as(ACase.REVIEWER).whyNot(check(CheckOutcome.KEPT))).containsExactly("C16 commitment.revoked");
    }

    @Test
    void C16_what_is_revoked_before_it_was_handed_out_ends_the_case() {
        ACase file = granted().at("2026-10-20T10:00").as(ACase.REVIEWER).does(check(CheckOutcome.NOT_KEPT));
        String order = file.history().getLast().version() + "-putting-right-order";
        file.as(ACase.CLERK).does(new Command.Serve(order, "直接送达", null, "张三", null, null, null));

        file.at("2026-11-05T10:00").as(ACase.APPROVER).does(REVOKE);

        assertThat(file.state()).isEqualTo(CaseState.TERMINATED);
        assertThat(file.file().isOpen()).isFalse();
        assertThat(file.clock(ClockKind.DELIVERY).state()).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void C16_K10_a_revocation_needs_authority_and_a_reason_and_a_check_its_opinion() {
        assertThat(served().at("2026-10-29T09:00")
                        .as(ACase.APPROVER)
                        .withoutAuthority()
                        .whyNot(new Command.Revoke(" ")))
                .containsExactly("K10 authority.decide", "C16 commitment.reason");
        assertThat(granted().as(ACase.REVIEWER).whyNot(new Command.CheckCommitment(CheckOutcome.KEPT, "")))
                .containsExactly("C16 commitment.opinion");
    }

    @Test
    void C16_whatever_was_granted_in_the_ordinary_course_knows_no_check() {
        ACase file = aCase().at(ACCEPTED).received().does(ACase.accept());

        assertThat(file.file().commitmentState()).isNull();
        assertThat(CaseRules.concerns(CaseCommand.CHECK_COMMITMENT, file.file(), file.context()))
                .isFalse();
        assertThat(CaseRules.concerns(CaseCommand.REVOKE, file.file(), file.context()))
                .isFalse();
        assertThat(CaseDocuments.of(file.history(), file.item()))
                .extracting(CaseDocuments.CaseDocument::kind)
                .doesNotContain(DocumentKind.COMMITMENT_LETTER);
    }

    @Test
    void C16_the_letter_can_be_printed_from_receipt_on_where_the_version_allows_a_commitment() {
        assertThat(CaseDocuments.of(received().history(), received().item()))
                .extracting(CaseDocuments.CaseDocument::kind)
                .containsExactly(DocumentKind.RECEIPT, DocumentKind.COMMITMENT_LETTER);
    }

    @Test
    void C16_a_case_received_by_mistake_counts_against_nobody() {
        ACase file = ordered().as(ACase.APPROVER).does(new Command.MarkVoid("重复收件"));

        assertThat(file.file().commitmentState()).isEqualTo(CommitmentState.LAPSED);
        assertThat(file.file().isOpen()).isFalse();
    }
}
