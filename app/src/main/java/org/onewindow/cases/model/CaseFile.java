package org.onewindow.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command.CheckOutcome;
import org.onewindow.cases.Command.CustodyAction;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.SpotGround;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.CommitmentState;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.timelimit.Unit;

/**
 * A case (办件): what is known of it, folded from its events by {@link Evolution}.
 *
 * <p>A case begins when a clerk takes in papers (收件). Within five working days the window accepts, says once what is
 * missing, or refuses; if it stays silent, the law accepts (T4). From acceptance the two clocks run: the promise and the
 * statutory limit (T5). The department works through the version's steps; a special procedure may stop the clocks (T6), a
 * head may extend them once (T7). After the decision whatever is owed is paid, the case is completed when the result is
 * ready and told, and delivered when the applicant has it. Only facts are kept here; every due date is computed from them
 * ({@link CaseClocks}).
 *
 * @param version version of the last event: the version of the facts
 * @param acceptanceStartedAt when the papers were there: at receipt, or with the supplement that completed the list
 * @param papersOn the day of that (T4, T5)
 * @param holder sign-in name of whoever must act next at the window
 * @param steps runs of the version's steps, oldest first; the last without an end is the current one
 * @param edition calendar edition the stored due instants were computed with
 * @param joint number of the joint application it is a member of (J2); null for a case of its own
 * @param commitment the commitment it was accepted on (C16); null in the ordinary course
 */
public record CaseFile(
        long id,
        int version,
        String number,
        CaseState state,
        String itemCode,
        int itemVersion,
        String department,
        Channel channel,
        @Nullable String window,
        @Nullable String station,
        String holder,
        String firstInquiry,
        ApplicantKind applicantKind,
        long applicant,
        List<Long> coApplicants,
        @Nullable Long representative,
        @Nullable String serviceAgent,
        Map<String, String> situations,
        List<String> conditions,
        List<HandedIn> materials,
        boolean overridden,
        String querySalt,
        Instant receivedAt,
        LocalDate receivedOn,
        Instant acceptanceStartedAt,
        LocalDate papersOn,
        List<Notice> notices,
        @Nullable Acceptance acceptance,
        @Nullable NonAcceptance nonAcceptance,
        List<StepRun> steps,
        List<Suspension> suspensions,
        @Nullable Extension extension,
        @Nullable Hearing hearing,
        @Nullable LegalReview legalReview,
        List<ToFollow> toFollow,
        @Nullable Instant forwardedAt,
        @Nullable Decision decision,
        List<Payment> payments,
        @Nullable LocalDate paidOn,
        @Nullable Instant completedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        List<Custody> custody,
        long edition,
        @Nullable String joint,
        @Nullable Commitment commitment,
        @Nullable SpotGround notOnTheSpot,
        @Nullable Instant remindedAt) {

    /**
     * A one-time notice.
     *
     * @param event version of its event
     * @param startedAt when the acceptance clock it answers had started
     * @param startDay and on which day
     * @param servedOn null until told
     * @param suppliedAfter names of the papers supplied since
     * @param closedAt when a supplement completed it or the case left this state; null while open
     */
    public record Notice(
            int event,
            List<Point> points,
            int days,
            Instant startedAt,
            LocalDate startDay,
            Instant at,
            @Nullable LocalDate servedOn,
            @Nullable Instant servedAt,
            List<String> suppliedAfter,
            @Nullable Instant closedAt) {

        /** Points not yet answered by a paper (C3). */
        public List<Point> unmet() {
            return points.stream()
                    .filter(point -> !suppliedAfter.contains(point.material()))
                    .toList();
        }
    }

    /** Acceptance; {@code at} is when it was recorded, {@code effectiveOn} from when it counts. */
    public record Acceptance(Instant at, LocalDate effectiveOn, LocalDate startDay, boolean deemed) {}

    /** Non-acceptance; told when {@code servedAt} isn't null. */
    public record NonAcceptance(
            int event, Instant at, @Nullable Instant servedAt) {}

    /** One run of a step. */
    public record StepRun(
            String code,
            Instant began,
            LocalDate beganOn,
            @Nullable Instant ended,
            @Nullable StepOutcome outcome,
            @Nullable String by) {}

    /**
     * A suspension; {@code from} is null until its notice is served, {@code to} until it is resumed.
     *
     * @param statedEnded whether the stated days ran out before it was resumed
     */
    public record Suspension(
            int event,
            SpecialProcedureKind kind,
            String name,
            int days,
            Unit unit,
            Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant resumedAt,
            boolean statedEnded) {

        /** Whether it hasn't been resumed. */
        public boolean isOpen() {
            return to == null;
        }
    }

    /**
     * The one extension (T7).
     *
     * @param unit the statutory limit's unit
     * @param run index of the step run that was open: its limit moves too
     */
    public record Extension(int days, Unit unit, int run) {}

    /**
     * How applicant and interested parties are heard before the decision (C7, APL 36, 46-48).
     *
     * @param toldOn the day they were told of their right; null where a hearing was announced at once
     * @param heldOn the day announced for the hearing; null while none is
     * @param presider sign-in name of whoever presides; null while none is announced
     * @param over whether it was held and recorded, or nobody asked for it in time
     */
    public record Hearing(
            @Nullable LocalDate toldOn,
            @Nullable LocalDate heldOn,
            @Nullable String presider,
            boolean over) {}

    /** The latest legal review (C7). */
    public record LegalReview(StepOutcome outcome, String by) {}

    /** A document to follow; {@code cameAt} is null until it is in. */
    public record ToFollow(
            String material,
            LocalDate dueOn,
            Instant promisedAt,
            LocalDate promisedOn,
            @Nullable Instant cameAt) {}

    /** The decision. */
    public record Decision(DecisionOutcome outcome, Instant at, LocalDate on, String by) {

        /** Whether what was applied for is given. */
        public boolean granted() {
            return outcome == DecisionOutcome.GRANTED;
        }
    }

    /** One settled fee line. */
    public record Payment(@Nullable String situation, long amountFen, Instant at) {}

    /**
     * A declared commitment (告知承诺, C16).
     *
     * @param standsInFor names of the papers it stands in for
     * @param checks what was found afterwards, oldest first
     * @param revokedAt when what was granted on it was revoked; null while it stands
     */
    public record Commitment(
            LocalDate signedOn,
            int pages,
            List<String> standsInFor,
            List<Check> checks,
            @Nullable Instant revokedAt) {

        public Commitment {
            standsInFor = List.copyOf(standsInFor);
            checks = List.copyOf(checks);
        }

        /** The check that ordered it to be put right, if one did. */
        public Optional<Check> order() {
            return checks.stream().filter(check -> check.days() != null).findFirst();
        }
    }

    /**
     * One check of a commitment.
     *
     * @param event version of its event
     * @param days working days given for putting it right; null where nothing was ordered
     * @param servedOn the day the order was told, from which its period counts (C8a); null until then
     */
    public record Check(
            int event,
            CheckOutcome outcome,
            @Nullable Integer days,
            Instant at,
            String by,
            @Nullable LocalDate servedOn,
            @Nullable Instant servedAt) {}

    /** Where a paper original is now. */
    public record Custody(
            String material,
            @Nullable String bag,
            int pages,
            CustodyAction action,
            @Nullable String with) {}

    public CaseFile {
        coApplicants = List.copyOf(coApplicants);
        situations = Map.copyOf(situations);
        conditions = List.copyOf(conditions);
        materials = List.copyOf(materials);
        notices = List.copyOf(notices);
        steps = List.copyOf(steps);
        suspensions = List.copyOf(suspensions);
        toFollow = List.copyOf(toFollow);
        payments = List.copyOf(payments);
        custody = List.copyOf(custody);
    }

    /** The step being worked, if any. */
    public Optional<StepRun> currentStep() {
        return steps.isEmpty() || steps.getLast().ended() != null ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** The notice that is out, if any. */
    public Optional<Notice> openNotice() {
        return notices.stream().filter(notice -> notice.closedAt() == null).findFirst();
    }

    /** Names of all papers in hand. */
    public List<String> inHand() {
        return materials.stream().map(HandedIn::name).toList();
    }

    /** Whether whoever the version wants heard was heard, or didn't ask to be (C7). */
    public boolean isHeard() {
        return hearing != null && hearing.over();
    }

    /** Whether the latest legal review let the decision pass (C7). */
    public boolean hasPassedLegalReview() {
        return legalReview != null && legalReview.outcome() == StepOutcome.PASS;
    }

    /** Promised papers that aren't in yet (C16). */
    public List<ToFollow> outstanding() {
        return toFollow.stream().filter(paper -> paper.cameAt() == null).toList();
    }

    /** Where the commitment stands on which it was accepted (C16); null in the ordinary course. */
    public @Nullable CommitmentState commitmentState() {
        if (commitment == null) {
            return null;
        }
        if (state == CaseState.VOID) {
            return CommitmentState.LAPSED;
        }
        if (commitment.revokedAt() != null) {
            return CommitmentState.REVOKED;
        }
        List<Check> checks = commitment.checks();
        if (checks.isEmpty()) {
            boolean granted = decision != null && decision.granted();
            return granted
                    ? CommitmentState.TO_CHECK
                    : decision == null && !state.isEnd() ? CommitmentState.SIGNED : CommitmentState.LAPSED;
        }
        boolean first = checks.size() == 1;
        return checks.getLast().outcome() == CheckOutcome.KEPT
                ? first ? CommitmentState.KEPT : CommitmentState.PUT_RIGHT
                : first ? CommitmentState.TO_PUT_RIGHT : CommitmentState.BROKEN;
    }

    /** Whether the centre still has something to do on it: an application to answer, or a commitment to check (C16). */
    public boolean isOpen() {
        CommitmentState committed = commitmentState();
        return !state.isEnd() || (committed != null && committed.isPending());
    }

    /** Whether the law's acceptance clock has been answered: accepted, told what is missing, or told no (T4). */
    public boolean isAnswered() {
        return acceptance != null
                || (state == CaseState.AWAITING_SUPPLEMENT
                        && openNotice().map(notice -> notice.servedAt() != null).orElse(true))
                || (state == CaseState.NOT_ACCEPTED && (nonAcceptance == null || nonAcceptance.servedAt() != null))
                || state == CaseState.WITHDRAWN
                || state == CaseState.TERMINATED
                || state == CaseState.VOID;
    }
}
