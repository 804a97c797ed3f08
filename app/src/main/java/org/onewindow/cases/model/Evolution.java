package org.onewindow.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.Command.Promise;
import org.onewindow.cases.Command.SpotGround;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.model.CaseFile.Acceptance;
import org.onewindow.cases.model.CaseFile.Check;
import org.onewindow.cases.model.CaseFile.Commitment;
import org.onewindow.cases.model.CaseFile.Custody;
import org.onewindow.cases.model.CaseFile.Decision;
import org.onewindow.cases.model.CaseFile.Extension;
import org.onewindow.cases.model.CaseFile.Hearing;
import org.onewindow.cases.model.CaseFile.LegalReview;
import org.onewindow.cases.model.CaseFile.NonAcceptance;
import org.onewindow.cases.model.CaseFile.Notice;
import org.onewindow.cases.model.CaseFile.Payment;
import org.onewindow.cases.model.CaseFile.StepRun;
import org.onewindow.cases.model.CaseFile.Suspension;
import org.onewindow.cases.model.CaseFile.ToFollow;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.kernel.Bug;

/** Folds events into a {@link CaseFile}: what happened is never judged here, only applied. */
public final class Evolution {

    private Evolution() {}

    /** The case as it is after its first event. */
    public static CaseFile begin(long id, Recorded first, ItemVersion item, long edition) {
        if (!(first.event() instanceof CaseEvent.Received received)) {
            throw Bug.found("a case that doesn't begin with its receipt: " + first.event());
        }
        String accept = stepCode(item, StepKind.ACCEPT);
        return new CaseFile(
                id,
                first.version(),
                received.number(),
                received.joint() == null ? CaseState.RECEIVED : CaseState.WAITING,
                received.itemCode(),
                received.itemVersion(),
                received.department(),
                received.channel(),
                received.window(),
                received.station(),
                first.actor(),
                first.actor(),
                received.applicantKind(),
                received.applicant(),
                received.coApplicants(),
                received.representative(),
                received.serviceAgent(),
                received.situations(),
                received.conditions(),
                received.materials(),
                received.override() != null,
                received.querySalt(),
                first.happenedAt(),
                received.on(),
                first.happenedAt(),
                received.on(),
                List.of(),
                null,
                null,
                List.of(new StepRun(accept, first.happenedAt(), received.on(), null, null, null)),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                edition,
                received.joint(),
                null,
                null,
                null);
    }

    /** The case after one more event. */
    public static CaseFile evolve(CaseFile file, Recorded recorded, ItemVersion item) {
        Draft draft = new Draft(file, recorded);
        switch (recorded.event()) {
            case CaseEvent.Received again -> throw Bug.found("a case received twice: " + again.number());
            case CaseEvent.SupplementRequested event -> draft.supplementRequested(event);
            case CaseEvent.Supplemented event -> draft.supplemented(event);
            case CaseEvent.Accepted event -> draft.accepted(event, item);
            case CaseEvent.Refused event -> draft.refused(event);
            case CaseEvent.StepCompleted event -> draft.stepCompleted(event, item);
            case CaseEvent.Suspended event -> draft.suspended(event);
            case CaseEvent.StatedDaysEnded event -> draft.statedDaysEnded(event);
            case CaseEvent.Resumed event -> draft.resumed(event);
            case CaseEvent.Extended event -> draft.extended(event);
            case CaseEvent.PartiesTold event -> draft.hearing = new Hearing(event.on(), null, null, false);
            case CaseEvent.HearingAnnounced event -> draft.hearingAnnounced(event);
            case CaseEvent.HearingRecorded _ -> draft.hearingRecorded();
            case CaseEvent.LegallyReviewed event ->
                draft.legalReview = new LegalReview(event.outcome(), recorded.actor());
            case CaseEvent.Forwarded _ -> draft.forwarded();
            case CaseEvent.ResultRecorded event -> draft.decided(event.outcome(), event.on(), item);
            case CaseEvent.Decided event -> draft.decided(event.outcome(), event.on(), item);
            case CaseEvent.Paid event -> draft.paid(event);
            case CaseEvent.Completed _ -> draft.completed(item);
            case CaseEvent.Delivered _ -> draft.delivered();
            case CaseEvent.Served event -> draft.served(event);
            case CaseEvent.CommitmentChecked event -> draft.commitmentChecked(event);
            case CaseEvent.Revoked _ -> draft.revoked();
            case CaseEvent.Withdrawn _ -> draft.end(CaseState.WITHDRAWN);
            case CaseEvent.Terminated _ -> draft.end(CaseState.TERMINATED);
            case CaseEvent.HandedOver event -> draft.handedOver(event);
            case CaseEvent.SpotExplained event -> draft.notOnTheSpot = event.ground();
            case CaseEvent.Reminded event -> draft.remindedAt = event.at();
            case CaseEvent.Corrected event -> draft.corrected(event);
            case CaseEvent.Voided _ -> draft.end(CaseState.VOID);
            case CaseEvent.CustodyMoved event -> draft.custodyMoved(event);
            case CaseEvent.CalendarChanged event -> draft.edition = event.edition();
        }
        return draft.freeze();
    }

    private static String stepCode(ItemVersion item, StepKind kind) {
        return item.step(kind)
                .map(Step::code)
                .orElseThrow(() -> Bug.found("a version without its " + kind + " step: " + item.code()));
    }

    /** The parts of a case that an event may change, open for change while one is applied. */
    private static final class Draft {

        private final CaseFile file;
        private final Recorded recorded;
        private final Instant at;
        private CaseState state;
        private @Nullable String window;
        private String holder;
        private List<HandedIn> materials;
        private Instant acceptanceStartedAt;
        private LocalDate papersOn;
        private final List<Notice> notices;
        private @Nullable Acceptance acceptance;
        private @Nullable NonAcceptance nonAcceptance;
        private final List<StepRun> steps;
        private final List<Suspension> suspensions;
        private @Nullable Extension extension;
        private @Nullable Hearing hearing;
        private @Nullable LegalReview legalReview;
        private final List<ToFollow> toFollow;
        private @Nullable Instant forwardedAt;
        private @Nullable Decision decision;
        private final List<Payment> payments;
        private @Nullable LocalDate paidOn;
        private @Nullable Instant completedAt;
        private @Nullable Instant deliveredAt;
        private @Nullable Instant endedAt;
        private final List<Custody> custody;
        private long edition;
        private @Nullable Commitment commitment;
        private @Nullable SpotGround notOnTheSpot;
        private @Nullable Instant remindedAt;

        private Draft(CaseFile file, Recorded recorded) {
            this.file = file;
            this.recorded = recorded;
            this.at = recorded.happenedAt();
            state = file.state();
            window = file.window();
            holder = file.holder();
            materials = new ArrayList<>(file.materials());
            acceptanceStartedAt = file.acceptanceStartedAt();
            papersOn = file.papersOn();
            notices = new ArrayList<>(file.notices());
            acceptance = file.acceptance();
            nonAcceptance = file.nonAcceptance();
            steps = new ArrayList<>(file.steps());
            suspensions = new ArrayList<>(file.suspensions());
            extension = file.extension();
            hearing = file.hearing();
            legalReview = file.legalReview();
            toFollow = new ArrayList<>(file.toFollow());
            forwardedAt = file.forwardedAt();
            decision = file.decision();
            payments = new ArrayList<>(file.payments());
            paidOn = file.paidOn();
            completedAt = file.completedAt();
            deliveredAt = file.deliveredAt();
            endedAt = file.endedAt();
            custody = new ArrayList<>(file.custody());
            edition = file.edition();
            commitment = file.commitment();
            notOnTheSpot = file.notOnTheSpot();
            remindedAt = file.remindedAt();
        }

        private void supplementRequested(CaseEvent.SupplementRequested event) {
            remindedAt = null;
            notices.add(new Notice(
                    recorded.version(),
                    event.points(),
                    event.days(),
                    acceptanceStartedAt,
                    papersOn,
                    at,
                    event.servedOn(),
                    event.servedOn() == null ? null : at,
                    List.of(),
                    event.returnsPapers() ? at : null));
            if (event.returnsPapers()) {
                nonAcceptance = new NonAcceptance(recorded.version(), at, event.servedOn() == null ? null : at);
                end(CaseState.NOT_ACCEPTED);
            } else {
                state = CaseState.AWAITING_SUPPLEMENT;
            }
        }

        private void supplemented(CaseEvent.Supplemented event) {
            List<String> names = event.materials().stream().map(HandedIn::name).toList();
            materials.removeIf(paper -> names.contains(paper.name()));
            materials.addAll(event.materials());
            toFollow.replaceAll(paper -> paper.cameAt() == null && names.contains(paper.material())
                    ? new ToFollow(paper.material(), paper.dueOn(), paper.promisedAt(), paper.promisedOn(), at)
                    : paper);
            // Every earlier notice learns of it: a paper newly supplied may be found wanting by a later one (C3).
            notices.replaceAll(notice -> withSupplied(notice, names));
            if (state == CaseState.AWAITING_SUPPLEMENT && event.completes()) {
                notices.replaceAll(notice -> notice.closedAt() == null ? closed(notice) : notice);
                state = CaseState.RECEIVED;
                acceptanceStartedAt = at;
                papersOn = event.on();
            }
        }

        private static Notice withSupplied(Notice notice, List<String> names) {
            List<String> supplied = new ArrayList<>(notice.suppliedAfter());
            names.stream().filter(name -> !supplied.contains(name)).forEach(supplied::add);
            return new Notice(
                    notice.event(),
                    notice.points(),
                    notice.days(),
                    notice.startedAt(),
                    notice.startDay(),
                    notice.at(),
                    notice.servedOn(),
                    notice.servedAt(),
                    List.copyOf(supplied),
                    notice.closedAt());
        }

        private Notice closed(Notice notice) {
            return new Notice(
                    notice.event(),
                    notice.points(),
                    notice.days(),
                    notice.startedAt(),
                    notice.startDay(),
                    notice.at(),
                    notice.servedOn(),
                    notice.servedAt(),
                    notice.suppliedAfter(),
                    at);
        }

        private void accepted(CaseEvent.Accepted event, ItemVersion item) {
            if (state == CaseState.WAITING) {
                // The body has a member's papers in hand from here on: a limit from receipt counts from now (J1, T5).
                acceptanceStartedAt = at;
                papersOn = event.startDay();
            }
            state = CaseState.ACCEPTED;
            endedAt = null;
            nonAcceptance = null;
            acceptance = new Acceptance(at, event.effectiveOn(), event.startDay(), event.deemed());
            notices.replaceAll(notice -> notice.closedAt() == null ? closed(notice) : notice);
            for (Promise promise : event.toFollow()) {
                toFollow.add(new ToFollow(promise.material(), promise.dueOn(), at, recorded.on(), null));
            }
            closeStep(null);
            CaseEvent.Commitment signed = event.commitment();
            if (signed == null) {
                openStepAfter(stepCode(item, StepKind.ACCEPT), item);
            } else {
                // The commitment takes the place of the examination (C16): the work before the decision is waived.
                commitment = new Commitment(signed.signedOn(), signed.pages(), signed.standsInFor(), List.of(), null);
                openStep(stepCode(item, StepKind.DECIDE));
            }
        }

        private void refused(CaseEvent.Refused event) {
            nonAcceptance = new NonAcceptance(recorded.version(), at, event.servedOn() == null ? null : at);
            end(CaseState.NOT_ACCEPTED);
        }

        private void stepCompleted(CaseEvent.StepCompleted event, ItemVersion item) {
            closeStep(event.outcome());
            if (event.outcome() == StepOutcome.FAIL) {
                // A step that failed leaves only refusing (C7): what lies before the decision is skipped.
                openStep(stepCode(item, StepKind.DECIDE));
            } else {
                openStepAfter(event.step(), item);
            }
        }

        private void suspended(CaseEvent.Suspended event) {
            suspensions.add(new Suspension(
                    recorded.version(),
                    event.kind(),
                    event.name(),
                    event.days(),
                    event.unit(),
                    at,
                    event.servedOn(),
                    null,
                    null,
                    false));
            state = CaseState.SUSPENDED;
        }

        private void statedDaysEnded(CaseEvent.StatedDaysEnded event) {
            change(
                    suspensions,
                    suspension -> suspension.isOpen() && suspension.kind() == event.kind(),
                    suspension -> ended(suspension, null, null, true));
        }

        private void resumed(CaseEvent.Resumed event) {
            change(
                    suspensions,
                    suspension -> suspension.isOpen() && suspension.kind() == event.kind(),
                    suspension -> ended(suspension, event.on(), at, suspension.statedEnded()));
            if (suspensions.stream().noneMatch(Suspension::isOpen)) {
                state = CaseState.ACCEPTED;
            }
        }

        private static Suspension ended(
                Suspension suspension, @Nullable LocalDate to, @Nullable Instant resumedAt, boolean statedEnded) {
            return new Suspension(
                    suspension.event(),
                    suspension.kind(),
                    suspension.name(),
                    suspension.days(),
                    suspension.unit(),
                    suspension.at(),
                    suspension.from(),
                    to,
                    resumedAt,
                    statedEnded);
        }

        private void extended(CaseEvent.Extended event) {
            extension = new Extension(event.days(), event.unit(), steps.size() - 1);
        }

        private void hearingAnnounced(CaseEvent.HearingAnnounced event) {
            hearing = new Hearing(hearing == null ? null : hearing.toldOn(), event.heldOn(), event.presider(), false);
        }

        private void hearingRecorded() {
            Hearing before = hearing;
            hearing = before == null
                    ? new Hearing(null, null, null, true)
                    : new Hearing(before.toldOn(), before.heldOn(), before.presider(), true);
        }

        private void forwarded() {
            state = CaseState.FORWARDED;
            forwardedAt = at;
            closeStep(null);
        }

        private void decided(DecisionOutcome outcome, LocalDate on, ItemVersion item) {
            decision = new Decision(outcome, at, on, recorded.actor());
            state = CaseState.DECIDED;
            closeStep(null);
            boolean make = outcome == DecisionOutcome.GRANTED
                    && item.step(StepKind.MAKE).isPresent();
            openStep(stepCode(item, make ? StepKind.MAKE : StepKind.ISSUE));
        }

        private void paid(CaseEvent.Paid event) {
            payments.add(new Payment(event.situation(), event.amountFen(), at));
            if (paidOn == null) {
                paidOn = event.on();
            }
        }

        private void completed(ItemVersion item) {
            state = CaseState.COMPLETED;
            completedAt = at;
            String issue = stepCode(item, StepKind.ISSUE);
            if (!steps.isEmpty() && !steps.getLast().code().equals(issue)) {
                closeStep(null);
                openStep(issue);
            }
        }

        private void delivered() {
            deliveredAt = at;
            closeStep(null);
            end(CaseState.DELIVERED);
        }

        private void served(CaseEvent.Served event) {
            int version = CaseDocuments.eventOf(event.document());
            orderServed(version, event);
            change(
                    notices,
                    notice -> notice.event() == version && notice.servedAt() == null,
                    notice -> new Notice(
                            notice.event(),
                            notice.points(),
                            notice.days(),
                            notice.startedAt(),
                            notice.startDay(),
                            notice.at(),
                            event.on(),
                            event.at(),
                            notice.suppliedAfter(),
                            notice.closedAt()));
            NonAcceptance refusal = nonAcceptance;
            if (refusal != null && refusal.event() == version && refusal.servedAt() == null) {
                nonAcceptance = new NonAcceptance(refusal.event(), refusal.at(), event.at());
            }
            change(
                    suspensions,
                    suspension -> suspension.event() == version && suspension.from() == null,
                    suspension -> new Suspension(
                            suspension.event(),
                            suspension.kind(),
                            suspension.name(),
                            suspension.days(),
                            suspension.unit(),
                            suspension.at(),
                            event.on(),
                            suspension.to(),
                            suspension.resumedAt(),
                            suspension.statedEnded()));
        }

        private void commitmentChecked(CaseEvent.CommitmentChecked event) {
            Commitment before = committed();
            List<Check> checks = new ArrayList<>(before.checks());
            checks.add(new Check(recorded.version(), event.outcome(), event.days(), at, recorded.actor(), null, null));
            commitment = new Commitment(before.signedOn(), before.pages(), before.standsInFor(), checks, null);
        }

        private void revoked() {
            Commitment before = committed();
            commitment = new Commitment(before.signedOn(), before.pages(), before.standsInFor(), before.checks(), at);
            if (!state.isEnd()) {
                // Nothing is left to be handed out.
                end(CaseState.TERMINATED);
            }
        }

        private Commitment committed() {
            return Objects.requireNonNull(commitment, "BUG: no commitment on case " + file.number());
        }

        private void orderServed(int version, CaseEvent.Served event) {
            Commitment before = commitment;
            if (before != null) {
                List<Check> checks = new ArrayList<>(before.checks());
                change(
                        checks,
                        check -> check.event() == version && check.days() != null && check.servedAt() == null,
                        check -> new Check(
                                check.event(),
                                check.outcome(),
                                check.days(),
                                check.at(),
                                check.by(),
                                event.on(),
                                event.at()));
                commitment = new Commitment(
                        before.signedOn(), before.pages(), before.standsInFor(), checks, before.revokedAt());
            }
        }

        private void handedOver(CaseEvent.HandedOver event) {
            holder = event.to();
            if (event.window() != null) {
                window = event.window();
            }
        }

        private void corrected(CaseEvent.Corrected event) {
            List<HandedIn> right = event.materials();
            if (right != null) {
                List<String> names = right.stream().map(HandedIn::name).toList();
                if (event.event() == 1) {
                    List<HandedIn> later = materials.stream()
                            .filter(paper -> !file.receivedAt().equals(at) && suppliedLater(paper.name()))
                            .filter(paper -> !names.contains(paper.name()))
                            .toList();
                    materials = new ArrayList<>(right);
                    materials.addAll(later);
                } else {
                    materials.removeIf(paper -> names.contains(paper.name()));
                    materials.addAll(right);
                }
            }
            LocalDate endsOn = event.endsOn();
            if (endsOn != null) {
                change(
                        suspensions,
                        suspension -> suspension.resumedAt() != null && resumeVersion(event.event(), suspension),
                        suspension -> ended(suspension, endsOn, suspension.resumedAt(), suspension.statedEnded()));
            }
        }

        private boolean suppliedLater(String name) {
            return notices.stream().anyMatch(notice -> notice.suppliedAfter().contains(name))
                    || toFollow.stream().anyMatch(paper -> paper.material().equals(name) && paper.cameAt() != null);
        }

        /** A correction names the resuming event; the suspension it ended is the latest one begun before it. */
        private boolean resumeVersion(int event, Suspension suspension) {
            return suspension.event() < event
                    && suspensions.stream()
                            .filter(other -> other.resumedAt() != null && other.event() < event)
                            .allMatch(other -> other.event() <= suspension.event());
        }

        private void custodyMoved(CaseEvent.CustodyMoved event) {
            custody.removeIf(paper -> paper.material().equals(event.material()));
            custody.add(new Custody(event.material(), event.bag(), event.pages(), event.action(), event.to()));
        }

        private void end(CaseState end) {
            state = end;
            endedAt = at;
            if (end != CaseState.DELIVERED) {
                closeStep(null);
            }
        }

        private void openStep(String code) {
            steps.add(new StepRun(code, at, recorded.on(), null, null, null));
        }

        private void openStepAfter(String code, ItemVersion item) {
            List<Step> procedure = item.steps();
            for (int i = 0; i + 1 < procedure.size(); i++) {
                if (procedure.get(i).code().equals(code)) {
                    openStep(procedure.get(i + 1).code());
                    return;
                }
            }
            throw Bug.found("no step after " + code + " in " + item.code());
        }

        private void closeStep(@Nullable StepOutcome outcome) {
            if (steps.isEmpty() || steps.getLast().ended() != null) {
                return;
            }
            StepRun last = steps.removeLast();
            steps.add(new StepRun(last.code(), last.began(), last.beganOn(), at, outcome, recorded.actor()));
        }

        private static <T> void change(List<T> list, java.util.function.Predicate<T> which, UnaryOperator<T> how) {
            list.replaceAll(element -> which.test(element) ? how.apply(element) : element);
        }

        private CaseFile freeze() {
            Map<String, String> situations = file.situations();
            return new CaseFile(
                    file.id(),
                    recorded.version(),
                    file.number(),
                    state,
                    file.itemCode(),
                    file.itemVersion(),
                    file.department(),
                    file.channel(),
                    window,
                    file.station(),
                    holder,
                    file.firstInquiry(),
                    file.applicantKind(),
                    file.applicant(),
                    file.coApplicants(),
                    file.representative(),
                    file.serviceAgent(),
                    situations,
                    file.conditions(),
                    materials,
                    file.overridden(),
                    file.querySalt(),
                    file.receivedAt(),
                    file.receivedOn(),
                    acceptanceStartedAt,
                    papersOn,
                    notices,
                    acceptance,
                    nonAcceptance,
                    steps,
                    suspensions,
                    extension,
                    hearing,
                    legalReview,
                    toFollow,
                    forwardedAt,
                    decision,
                    payments,
                    paidOn,
                    completedAt,
                    deliveredAt,
                    endedAt,
                    custody,
                    edition,
                    file.joint(),
                    commitment,
                    notOnTheSpot,
                    remindedAt);
        }
    }
}
