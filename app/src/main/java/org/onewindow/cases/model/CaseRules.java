package org.onewindow.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.RefusalGround;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.CommitmentState;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.model.CaseFile.Decision;
import org.onewindow.cases.model.CaseFile.Hearing;
import org.onewindow.cases.model.CaseFile.LegalReview;
import org.onewindow.cases.model.CaseFile.Notice;
import org.onewindow.cases.model.CaseFile.StepRun;
import org.onewindow.cases.model.CaseFile.Suspension;
import org.onewindow.cases.model.CaseFile.ToFollow;
import org.onewindow.cases.model.Papers.Circumstances;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Role;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;

/**
 * What a command does to a case, or every reason why it may not (C3–C16, T4–T10). Whose it is to give is in {@link Posts};
 * which state knows it is in {@link Lifecycle}.
 */
public final class CaseRules {

    /** Default period for supplying what a notice names, in working days (C3). */
    public static final int SUPPLEMENT_DAYS = 10;

    /** APL 47: whoever was told may ask for a hearing within five working days (T14). */
    public static final int HEARING_REQUEST_DAYS = 5;

    /** APL 48: the hearing is announced seven working days before (T14). */
    static final int HEARING_NOTICE_DAYS = 7;

    private final CaseFile file;
    private final Context context;
    private final ItemVersion item;
    private final List<Refusal> refusals = new ArrayList<>();

    private CaseRules(CaseFile file, Context context) {
        this.file = file;
        this.context = context;
        this.item = context.item();
    }

    /** Decides a command. */
    public static Verdict decide(CaseFile file, Command command, Context context) {
        List<Refusal> blocked = blocked(command.kind(), file, context);
        if (blocked.stream().anyMatch(refusal -> refusal.key().equals("case.state"))) {
            return Verdict.refused(blocked);
        }
        CaseRules rules = new CaseRules(file, context);
        rules.refusals.addAll(blocked);
        rules.refuseIf(context.ownMatter(), "C14", "own-matter");
        CaseEvent event = rules.event(command);
        return rules.refusals.isEmpty() ? Verdict.of(Objects.requireNonNull(event)) : Verdict.refused(rules.refusals);
    }

    /** Why a command can't be given now, whatever it says; empty when it can. */
    public static List<Refusal> blocked(CaseCommand command, CaseFile file, Context context) {
        if (!Lifecycle.knows(file.state(), command)) {
            return List.of(Refusal.of(command.rule(), "case.state", command, file.state()));
        }
        CaseRules rules = new CaseRules(file, context);
        rules.precondition(command);
        return List.copyOf(rules.refusals);
    }

    /** Whether a case can need a command as its version is; what it can't is neither offered nor explained. */
    public static boolean concerns(CaseCommand command, CaseFile file, Context context) {
        ItemVersion item = context.item();
        return switch (command) {
            case SUPPLEMENT -> file.decision() == null || !file.outstanding().isEmpty();
            case TELL_PARTIES, ANNOUNCE_HEARING, RECORD_HEARING -> item.hearBeforeDecision();
            case REVIEW_LEGALITY -> item.legalReview();
            case CHECK_COMMITMENT -> file.commitment() != null;
            case REVOKE ->
                file.commitment() != null && !file.commitment().checks().isEmpty();
            case NOT_ON_THE_SPOT, REMIND -> blocked(command, file, context).isEmpty();
            default -> true;
        };
    }

    private void precondition(CaseCommand command) {
        switch (command) {
            case ACCEPT -> {
                List<String> missing = new ArrayList<>(Papers.missingNow(item, Circumstances.of(file)));
                missing.removeAll(coverable());
                refuseIf(!missing.isEmpty(), "C4", "accept.missing", missing);
            }
            case SUPPLEMENT -> refuseIf(!papersAreAwaited(), "T8", "supplement.nothing-asked");
            case COMPLETE_STEP -> refuseIf(currentKind() != StepKind.WORK, "C5", "step.not-work");
            case SUSPEND ->
                refuseIf(
                        item.specialProcedures().stream().noneMatch(SpecialProcedure::stopsClock),
                        "T6",
                        "suspend.no-ground");
            case RESUME -> refuseIf(file.suspensions().stream().noneMatch(Suspension::isOpen), "T6", "resume.nothing");
            case EXTEND -> extendPrecondition();
            case DECIDE -> {
                refuseIf(item.forwardedTo() != null, "T9", "decide.above", Objects.toString(item.forwardedTo(), ""));
                refuseIf(currentKind() != StepKind.DECIDE, "C7", "decide.steps-open");
                refuseIf(item.hearBeforeDecision() && !file.isHeard(), "C7", "decide.not-heard");
                refuseIf(item.legalReview() && !file.hasPassedLegalReview(), "C7", "decide.no-legal-review");
            }
            case TELL_PARTIES, ANNOUNCE_HEARING -> {
                refuseIf(!item.hearBeforeDecision(), "C7", "hearing.not-needed");
                refuseIf(file.isHeard(), "C7", "hearing.over");
            }
            case RECORD_HEARING -> {
                refuseIf(file.hearing() == null, "C7", "hearing.not-begun");
                refuseIf(file.isHeard(), "C7", "hearing.over");
            }
            case REVIEW_LEGALITY -> {
                refuseIf(!item.legalReview(), "C7", "legal-review.not-needed");
                refuseIf(item.legalReview() && currentKind() != StepKind.DECIDE, "C7", "legal-review.too-early");
                refuseIf(item.legalReview() && item.hearBeforeDecision() && !file.isHeard(), "C7", "decide.not-heard");
            }
            case FORWARD -> refuseIf(item.forwardedTo() == null, "T9", "forward.not-above");
            case PAY -> {
                refuseIf(!owes(), "C6", "pay.nothing-owed");
                refuseIf(owes() && settled(), "C6", "pay.settled");
            }
            case COMPLETE -> refuseIf(owes() && file.payments().isEmpty(), "C6", "complete.unpaid");
            case CHECK_COMMITMENT -> checkPrecondition();
            case REVOKE -> revokePrecondition();
            case NOT_ON_THE_SPOT -> {
                refuseIf(file.notOnTheSpot() != null, "C5", "spot.explained");
                boolean nothing = OnTheSpot.owesNothing(file, item, context.time());
                refuseIf(nothing, "C5", "spot.done");
                refuseIf(!nothing && context.today().equals(file.receivedOn()), "C5", "spot.today");
            }
            case REMIND -> refuseIf(remindable() == null, "C10", "remind.nothing");
            case VOID -> refuseIf(file.state() == CaseState.VOID, "C12", "void.already");
            case REQUEST_SUPPLEMENT,
                    REFUSE,
                    RECORD_RESULT,
                    DELIVER,
                    WITHDRAW,
                    TERMINATE,
                    HAND_OVER,
                    CORRECT,
                    CUSTODY,
                    SERVE -> {
                // Nothing beyond the state.
            }
        }
    }

    /**
     * Asked for, promised, or still missing where the law accepted before everything was there (T4): such a paper is taken in,
     * though it stops no clock (T8).
     */
    private boolean papersAreAwaited() {
        return file.state() == CaseState.AWAITING_SUPPLEMENT
                || !file.outstanding().isEmpty()
                || (file.decision() == null
                        && !Papers.missing(item, Circumstances.of(file)).isEmpty());
    }

    private void extendPrecondition() {
        refuseIf(item.extensionDays() == 0, "T7", "extend.none");
        refuseIf(file.extension() != null, "T7", "extend.once");
        Instant committedDue = due(ClockKind.COMMITTED);
        refuseIf(committedDue != null && context.now().isAfter(committedDue), "T7", "extend.late");
    }

    private @Nullable CaseEvent event(Command command) {
        return switch (command) {
            case Command.Accept accept -> accept(accept);
            case Command.RequestSupplement request -> requestSupplement(request);
            case Command.Supplement supplement -> supplement(supplement);
            case Command.Refuse refuse -> refuse(refuse);
            case Command.CompleteStep step -> completeStep(step);
            case Command.Suspend suspend -> suspend(suspend);
            case Command.Resume resume -> resume(resume);
            case Command.Extend extend -> extend(extend);
            case Command.TellParties tell ->
                new CaseEvent.PartiesTold(reason(tell.matter(), "C7", "hearing.matter"), context.today());
            case Command.AnnounceHearing announce -> announceHearing(announce);
            case Command.RecordHearing record -> recordHearing(record);
            case Command.ReviewLegality review -> reviewLegality(review);
            case Command.Decide decide -> decide(decide);
            case Command.Forward forward ->
                new CaseEvent.Forwarded(
                        text(forward.to()).isEmpty() ? Objects.toString(item.forwardedTo(), "") : text(forward.to()),
                        text(forward.opinion()));
            case Command.RecordResult result -> recordResult(result);
            case Command.Pay pay -> pay(pay);
            case Command.Complete _ -> new CaseEvent.Completed(context.today());
            case Command.Deliver deliver -> deliver(deliver);
            case Command.CheckCommitment check -> checkCommitment(check);
            case Command.Revoke revoke -> revoke(revoke);
            case Command.Withdraw withdraw -> new CaseEvent.Withdrawn(text(withdraw.reason()));
            case Command.Terminate terminate ->
                new CaseEvent.Terminated(reason(terminate.reason(), "C10", "terminate.reason"), false, null);
            case Command.HandOver _ -> handOver();
            case Command.ExplainSpot explain -> explainSpot(explain);
            case Command.Remind remind -> remind(remind);
            case Command.Correct correct -> correct(correct);
            case Command.MarkVoid voiding -> new CaseEvent.Voided(reason(voiding.reason(), "C12", "void.reason"));
            case Command.MoveCustody custody -> moveCustody(custody);
            case Command.Serve serve -> serve(serve);
        };
    }

    // --- acceptance (C3, C4, T8, C16) ---

    private CaseEvent accept(Command.Accept accept) {
        refuseIf(!context.authorised(), "K10", "authority.accept", item.code());
        CaseEvent.Commitment commitment = commitment(accept.commitment());
        List<String> mayFollow = new ArrayList<>(Papers.missingButMayFollow(item, Circumstances.of(file)));
        if (commitment != null) {
            mayFollow.removeAll(commitment.standsInFor());
        }
        List<String> promised = accept.documentsToFollow().stream()
                .map(Command.Promise::material)
                .toList();
        List<String> unpromised =
                mayFollow.stream().filter(name -> !promised.contains(name)).toList();
        refuseIf(!unpromised.isEmpty(), "C16", "accept.no-promise", unpromised);
        List<String> idle =
                promised.stream().filter(name -> !mayFollow.contains(name)).toList();
        refuseIf(!idle.isEmpty(), "C16", "accept.may-not-follow", idle);
        refuseIf(new HashSet<>(promised).size() < promised.size(), "C16", "accept.promised-twice");
        for (Command.Promise promise : accept.documentsToFollow()) {
            refuseIf(promise.dueOn().isBefore(context.today()), "C16", "accept.promise-past", promise.material());
        }
        LocalDate today = context.today();
        LocalDate startDay = file.notices().isEmpty() ? today : file.papersOn();
        return new CaseEvent.Accepted(today, startDay, false, accept.documentsToFollow(), commitment);
    }

    /** The papers a commitment may stand in for, as the version says (C16). */
    private List<String> coverable() {
        ItemVersion.Commitment terms = item.commitment();
        return terms == null ? List.of() : terms.standsInFor();
    }

    private CaseEvent.@Nullable Commitment commitment(Command.@Nullable Commitment signed) {
        List<String> covered = new ArrayList<>(Papers.missing(item, Circumstances.of(file)));
        covered.retainAll(coverable());
        if (signed == null) {
            List<String> lacking = new ArrayList<>(Papers.missingNow(item, Circumstances.of(file)));
            lacking.retainAll(coverable());
            refuseIf(!lacking.isEmpty(), "C16", "accept.papers-or-commitment", lacking);
            return null;
        }
        String repair = text(signed.repair());
        refuseIf(item.commitment() == null, "C16", "commitment.not-allowed");
        refuseIf(signed.signedOn().isAfter(context.today()), "C16", "commitment.signed-later");
        LocalDate inForce = item.effectiveFrom();
        if (inForce != null) {
            refuseIf(signed.signedOn().isBefore(inForce), "C16", "commitment.signed-earlier", inForce);
        }
        refuseIf(context.brokeCommitment() && repair.isEmpty(), "C16", "commitment.false-before");
        return new CaseEvent.Commitment(signed.signedOn(), signed.pages(), covered, repair.isEmpty() ? null : repair);
    }

    private CaseEvent requestSupplement(Command.RequestSupplement request) {
        List<String> named = request.points().stream().map(Point::material).toList();
        List<String> unlisted =
                named.stream().filter(name -> !Papers.lists(item, name)).toList();
        refuseIf(!unlisted.isEmpty(), "K6", "supplement.unlisted", unlisted);
        String authorisation = text(request.authorisation());
        boolean authorises = context.actsAs(Role.APPROVER, file.department());
        refuseIf(!authorisation.isEmpty() && !authorises, "C3", "supplement.authorisation");
        List<String> fresh = newPoints(named);
        refuseIf(!fresh.isEmpty() && authorisation.isEmpty(), "C3", "supplement.new-points", fresh);
        boolean returnsPapers = item.acceptanceRule() == AcceptanceRule.RETURN;
        Integer days = request.days();
        return new CaseEvent.SupplementRequested(
                request.points(),
                days == null ? SUPPLEMENT_DAYS : days,
                returnsPapers,
                fresh.isEmpty() ? null : authorisation,
                servedToday());
    }

    /** Points that an earlier notice should have named: neither still unmet nor about papers supplied since (C3). */
    private List<String> newPoints(List<String> named) {
        if (file.notices().isEmpty()) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        for (Notice notice : file.notices()) {
            notice.unmet().forEach(point -> known.add(point.material()));
            known.addAll(notice.suppliedAfter());
        }
        return named.stream().filter(name -> !known.contains(name)).toList();
    }

    private CaseEvent supplement(Command.Supplement supplement) {
        refuseUnlisted(supplement.materials());
        Set<String> supplied = new HashSet<>();
        supplement.materials().forEach(paper -> supplied.add(paper.name()));
        boolean completes = file.openNotice()
                .map(notice -> notice.unmet().stream().allMatch(point -> supplied.contains(point.material())))
                .orElse(true);
        return new CaseEvent.Supplemented(supplement.materials(), completes, context.today());
    }

    private void refuseUnlisted(List<HandedIn> materials) {
        List<String> unlisted = materials.stream()
                .map(HandedIn::name)
                .filter(name -> !Papers.lists(item, name))
                .toList();
        refuseIf(!unlisted.isEmpty(), "K6", "material.unlisted", unlisted);
    }

    private CaseEvent refuse(Command.Refuse refuse) {
        String reason = reason(refuse.reason(), "C4", "refuse.reason");
        String basis = text(refuse.legalBasis());
        String competentBody = text(refuse.competentBody());
        refuseIf(basis.isEmpty(), "C4", "refuse.basis");
        refuseIf(
                refuse.ground() == RefusalGround.NOT_OUR_AUTHORITY && competentBody.isEmpty(),
                "C4",
                "refuse.competent-body");
        return new CaseEvent.Refused(
                refuse.ground(), reason, basis, competentBody.isEmpty() ? null : competentBody, servedToday());
    }

    /** Told means served: at once where the applicant is at hand, else when {@code serve} records it (C8a). */
    private @Nullable LocalDate servedToday() {
        return file.channel().servesAtOnce() ? context.today() : null;
    }

    // --- handling (C5, C7, T6, T7, T9) ---

    private CaseEvent completeStep(Command.CompleteStep command) {
        StepRun current = file.currentStep().orElse(null);
        refuseIf(
                current != null && !current.code().equals(command.step()),
                "C5",
                "step.not-current",
                command.step(),
                current == null ? "" : current.code());
        String opinion = text(command.opinion());
        refuseIf(command.outcome() == StepOutcome.FAIL && opinion.isEmpty(), "C5", "step.opinion");
        return new CaseEvent.StepCompleted(command.step(), command.outcome(), opinion);
    }

    private @Nullable CaseEvent suspend(Command.Suspend command) {
        SpecialProcedure procedure = item.specialProcedures().stream()
                .filter(listed -> listed.kind() == command.procedure())
                .max((a, b) -> Boolean.compare(a.stopsClock(), b.stopsClock()))
                .orElse(null);
        if (procedure == null || !procedure.stopsClock()) {
            refuseIf(true, "T6", "suspend.not-a-ground", command.procedure());
            return null;
        }
        Integer stated = command.days();
        int days = stated == null ? procedure.days() : stated;
        refuseIf(days < 1 || days > procedure.days(), "T6", "suspend.days", procedure.days());
        refuseIf(
                file.suspensions().stream().anyMatch(open -> open.isOpen() && open.kind() == command.procedure()),
                "T6",
                "suspend.open",
                procedure.name());
        return new CaseEvent.Suspended(
                procedure.kind(), procedure.name(), days, procedure.unit(), text(command.reason()), servedToday());
    }

    private CaseEvent resume(Command.Resume command) {
        refuseIf(
                file.suspensions().stream().noneMatch(open -> open.isOpen() && open.kind() == command.procedure()),
                "T6",
                "resume.not-open",
                command.procedure());
        return new CaseEvent.Resumed(command.procedure(), context.today());
    }

    private CaseEvent extend(Command.Extend command) {
        refuseIf(
                command.days() < 1 || (item.extensionDays() > 0 && command.days() > item.extensionDays()),
                "T7",
                "extend.days",
                item.extensionDays());
        String reason = reason(command.reason(), "T7", "extend.reason");
        StatutoryLimit limit = CaseClocks.statutoryLimit(item);
        return new CaseEvent.Extended(command.days(), limit == null ? Unit.WORKING_DAY : limit.unit(), reason);
    }

    // --- before the decision: who must be heard, and the legal review (C7, APL 36, 46-48) ---

    private CaseEvent announceHearing(Command.AnnounceHearing command) {
        String place = text(command.place());
        refuseIf(place.isEmpty(), "T14", "hearing.place");
        int notice = context.calendar().workingDaysBetween(context.today(), command.heldOn());
        refuseIf(notice < HEARING_NOTICE_DAYS, "T14", "hearing.notice", HEARING_NOTICE_DAYS);
        Instant startsAt = command.startsAt();
        refuseIf(
                startsAt != null && !context.time().dayOf(startsAt).equals(command.heldOn()),
                "T14",
                "hearing.start",
                command.heldOn());
        refuseIf(examined(command.presider()), "T14", "hearing.presider");
        return new CaseEvent.HearingAnnounced(command.heldOn(), startsAt, place, command.presider());
    }

    private CaseEvent recordHearing(Command.RecordHearing command) {
        String record = text(command.record());
        Hearing hearing = file.hearing();
        if (hearing != null && !hearing.over()) {
            switch (command.outcome()) {
                case HELD -> held(hearing, record);
                case NOT_ASKED -> notAsked(hearing);
            }
        }
        return new CaseEvent.HearingRecorded(command.outcome(), record);
    }

    private void held(Hearing hearing, String record) {
        LocalDate heldOn = hearing.heldOn();
        refuseIf(record.isEmpty(), "C7", "hearing.record");
        if (heldOn == null) {
            refuseIf(true, "T14", "hearing.not-announced");
        } else {
            refuseIf(context.today().isBefore(heldOn), "T14", "hearing.not-yet", heldOn);
        }
        String presider = hearing.presider();
        refuseIf(presider != null && examined(presider), "T14", "hearing.presider");
    }

    private void notAsked(Hearing hearing) {
        LocalDate toldOn = hearing.toldOn();
        refuseIf(hearing.heldOn() != null, "T14", "hearing.announced");
        if (toldOn != null) {
            LocalDate last = context.calendar().workingDayAfter(toldOn, HEARING_REQUEST_DAYS);
            Instant close = context.time().at(last, context.calendar().closingTime(last));
            refuseIf(!context.now().isAfter(close), "T14", "hearing.still-open", last);
        }
    }

    private CaseEvent reviewLegality(Command.ReviewLegality command) {
        String opinion = text(command.opinion());
        refuseIf(opinion.isEmpty(), "C7", "legal-review.opinion");
        refuseIf(examined(context.actor().userName()), "C14", "legal-review.examiner");
        return new CaseEvent.LegallyReviewed(command.outcome(), opinion);
    }

    private boolean examined(String userName) {
        return file.steps().stream().anyMatch(run -> isWork(run) && userName.equals(run.by()));
    }

    private CaseEvent decide(Command.Decide command) {
        refuseIf(!context.authorised(), "K10", "authority.decide", item.code());
        String reason = text(command.reason());
        boolean grants = command.outcome() == DecisionOutcome.GRANTED;
        refuseIf(!grants && reason.isEmpty(), "C7", "decide.reason");
        refuseIf(
                grants && file.steps().stream().anyMatch(run -> run.outcome() == StepOutcome.FAIL),
                "C7",
                "decide.failed-step");
        List<String> outstanding =
                file.outstanding().stream().map(ToFollow::material).toList();
        refuseIf(grants && !item.grantMayPrecede() && !outstanding.isEmpty(), "C16", "decide.outstanding", outstanding);
        String decider = context.actor().userName();
        refuseIf(item.separatePosts() && examined(decider), "C14", "decide.same-person");
        LegalReview review = file.legalReview();
        refuseIf(review != null && review.by().equals(decider), "C14", "decide.legal-reviewer");
        return new CaseEvent.Decided(command.outcome(), reason, context.today());
    }

    private boolean isWork(StepRun run) {
        return step(item, run.code()).kind() == StepKind.WORK;
    }

    private CaseEvent recordResult(Command.RecordResult command) {
        String reason = text(command.reason());
        refuseIf(command.outcome() == DecisionOutcome.REFUSED && reason.isEmpty(), "C7", "decide.reason");
        return new CaseEvent.ResultRecorded(command.outcome(), reason, text(command.documentNumber()), context.today());
    }

    // --- what was granted on a commitment (C16, APL 69) ---

    private void checkPrecondition() {
        CommitmentState state = file.commitmentState();
        boolean none = state == null || state == CommitmentState.LAPSED || state == CommitmentState.SIGNED;
        refuseIf(none, "C16", "commitment.nothing-granted");
        refuseIf(state == CommitmentState.REVOKED, "C16", "commitment.revoked");
        refuseIf(state == CommitmentState.KEPT || state == CommitmentState.PUT_RIGHT, "C16", "commitment.checked");
    }

    private CaseEvent checkCommitment(Command.CheckCommitment command) {
        CommitmentState state = file.commitmentState();
        String opinion = reason(command.opinion(), "C16", "commitment.opinion");
        Decision decision = file.decision();
        refuseIf(
                item.separatePosts()
                        && decision != null
                        && decision.by().equals(context.actor().userName()),
                "C14",
                "commitment.decider");
        boolean found = command.outcome() == Command.CheckOutcome.NOT_KEPT;
        refuseIf(found && state == CommitmentState.BROKEN, "C16", "commitment.found-already");
        if (found && state == CommitmentState.TO_PUT_RIGHT) {
            refuseBeforeThePeriodIsOver();
        }
        ItemVersion.Commitment terms = item.commitment();
        Integer days = found && state == CommitmentState.TO_CHECK && terms != null ? terms.putRightDays() : null;
        return new CaseEvent.CommitmentChecked(command.outcome(), opinion, days, context.today());
    }

    /** Whoever was given days to put it right has them (C16); they count from when they were told (C8a). */
    private void refuseBeforeThePeriodIsOver() {
        Instant due = due(ClockKind.PUTTING_RIGHT);
        refuseIf(due == null, "C8a", "commitment.order-unserved");
        refuseIf(
                due != null && !context.now().isAfter(due),
                "C16",
                "commitment.period-runs",
                due == null ? context.today() : context.time().dayOf(due));
    }

    private void revokePrecondition() {
        CommitmentState state = file.commitmentState();
        refuseIf(state == CommitmentState.REVOKED, "C16", "commitment.revoked");
        if (state == CommitmentState.TO_PUT_RIGHT) {
            refuseBeforeThePeriodIsOver();
        } else {
            refuseIf(
                    state != CommitmentState.BROKEN && state != CommitmentState.REVOKED,
                    "C16",
                    "commitment.not-broken");
        }
    }

    private CaseEvent revoke(Command.Revoke command) {
        refuseIf(!context.authorised(), "K10", "authority.decide", item.code());
        String reason = reason(command.reason(), "C16", "commitment.reason");
        CaseFile.Commitment commitment = file.commitment();
        String approver = context.actor().userName();
        refuseIf(
                item.separatePosts()
                        && commitment != null
                        && commitment.checks().stream()
                                .anyMatch(check -> check.by().equals(approver)),
                "C14",
                "commitment.checker");
        return new CaseEvent.Revoked(reason, context.today());
    }

    // --- charging and delivery (C6, C8) ---

    private CaseEvent pay(Command.Pay command) {
        if (owes()) {
            Fees.check(item.fee(), file.payments(), command, this::refuseIf);
        }
        return new CaseEvent.Paid(
                command.amountFen(),
                command.method(),
                Fees.line(item.fee(), command.situation())
                        .map(ItemVersion.FeeLine::situation)
                        .orElse(null),
                command.basis(),
                command.reduction(),
                context.today());
    }

    private boolean owes() {
        Decision decision = file.decision();
        return decision != null && decision.granted() && item.fee().kind() != FeeKind.NONE;
    }

    private boolean settled() {
        return Fees.settled(item.fee(), file.payments());
    }

    private CaseEvent deliver(Command.Deliver command) {
        refuseIf(text(command.recipient()).isEmpty(), "C8", "deliver.recipient");
        return new CaseEvent.Delivered(context.recipient(), context.today());
    }

    private @Nullable CaseEvent handOver() {
        Context.Successor successor = context.successor();
        if (successor == null || successor.window() == null) {
            refuseIf(true, "C5", "hand-over.no-post");
            return null;
        }
        refuseIf(successor.userName().equals(file.holder()), "C5", "hand-over.same");
        refuseIf(successor.ownMatter(), "C14", "hand-over.own-matter");
        return new CaseEvent.HandedOver(file.holder(), successor.userName(), successor.window());
    }

    private CaseEvent explainSpot(Command.ExplainSpot command) {
        String note = text(command.note());
        refuseIf(command.ground() == Command.SpotGround.OTHER && note.isEmpty(), "C5", "spot.note");
        return new CaseEvent.SpotExplained(command.ground(), note.isEmpty() ? null : note);
    }

    /** Since when papers are awaited of the applicant, by a notice or by their own promise; null where none are. */
    private @Nullable Instant remindable() {
        return file.openNotice()
                .map(CaseFile.Notice::at)
                .or(() -> file.outstanding().stream()
                        .map(CaseFile.ToFollow::promisedAt)
                        .min(Comparator.naturalOrder()))
                .orElse(null);
    }

    private CaseEvent remind(Command.Remind command) {
        Instant given = command.at();
        Instant at = given == null ? context.now() : given;
        Instant since = remindable();
        refuseIf(at.isAfter(context.now()), "C10", "remind.future");
        refuseIf(since != null && at.isBefore(since), "C10", "remind.early");
        return new CaseEvent.Reminded(command.way(), at, context.time().dayOf(at));
    }

    private CaseEvent correct(Command.Correct command) {
        List<HandedIn> right = command.replacement().materials();
        if (right != null) {
            refuseUnlisted(right);
        }
        return Corrections.check(command, context.today(), this::refuseIf);
    }

    private CaseEvent moveCustody(Command.MoveCustody command) {
        boolean held = file.custody().stream()
                .anyMatch(paper -> paper.material().equals(command.material()) && isHeld(paper.action()));
        refuseIf(command.action() == Command.CustodyAction.TAKE && held, "C15", "custody.held", command.material());
        refuseIf(
                command.action() != Command.CustodyAction.TAKE && !held, "C15", "custody.not-held", command.material());
        refuseIf(
                command.action() == Command.CustodyAction.HAND_ON
                        && text(command.to()).isEmpty(),
                "C15",
                "custody.to");
        return new CaseEvent.CustodyMoved(
                command.material(), command.bag(), command.pages(), command.action(), command.to());
    }

    private static boolean isHeld(Command.CustodyAction last) {
        return last == Command.CustodyAction.TAKE || last == Command.CustodyAction.HAND_ON;
    }

    private CaseEvent serve(Command.Serve command) {
        Instant given = command.at();
        Instant at = given == null ? context.now() : given;
        refuseIf(at.isAfter(context.now()), "C8a", "serve.future");
        boolean signed = !text(command.signer()).isEmpty();
        boolean refused = !text(command.refusal()).isEmpty();
        refuseIf(signed && refused, "C8a", "serve.signed-or-refused");
        refuseIf(refused && text(command.witness()).isEmpty(), "C8a", "serve.witness");
        return new CaseEvent.Served(
                command.document(),
                text(command.method()),
                at,
                context.time().dayOf(at),
                signed ? context.recipient() : null,
                signed ? command.relation() : null,
                refused ? command.refusal() : null,
                refused ? context.recipient() : null);
    }

    // --- what they share ---

    private @Nullable StepKind currentKind() {
        return file.currentStep().map(run -> step(item, run.code()).kind()).orElse(null);
    }

    private @Nullable Instant due(ClockKind kind) {
        return CaseClocks.of(file, item).stream()
                .filter(facts -> facts.kind() == kind)
                .findFirst()
                .map((ClockFacts facts) -> TimeLimits.read(facts, context.calendar(), context.time(), context.now())
                        .dueAt())
                .orElse(null);
    }

    private String reason(@Nullable String given, String rule, String key) {
        String reason = text(given);
        refuseIf(reason.isEmpty(), rule, key);
        return reason;
    }

    private void refuseIf(boolean wrong, String rule, String key, Object... arguments) {
        if (wrong) {
            refusals.add(Refusal.of(rule, key, arguments));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** The step of a kind; every filed version has ACCEPT, DECIDE and ISSUE (K5). */
    static Step step(ItemVersion item, StepKind kind) {
        return item.step(kind).orElseThrow(() -> Bug.found("no " + kind + " step in " + item.code()));
    }

    /** The step with a code. */
    static Step step(ItemVersion item, String code) {
        return item.steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Bug.found("no step " + code + " in " + item.code()));
    }
}
