package org.onewindow.cases.web;

import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.cases.ApplicationCheck.MaterialBody;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Cases;
import org.onewindow.cases.Command;
import org.onewindow.cases.Intake;
import org.onewindow.cases.web.CaseBodies.AcceptBody;
import org.onewindow.cases.web.CaseBodies.AnnounceHearingBody;
import org.onewindow.cases.web.CaseBodies.CheckCommitmentBody;
import org.onewindow.cases.web.CaseBodies.CompleteStepBody;
import org.onewindow.cases.web.CaseBodies.CorrectBody;
import org.onewindow.cases.web.CaseBodies.CustodyBody;
import org.onewindow.cases.web.CaseBodies.DecideBody;
import org.onewindow.cases.web.CaseBodies.DeliverBody;
import org.onewindow.cases.web.CaseBodies.EmptyBody;
import org.onewindow.cases.web.CaseBodies.ExtendBody;
import org.onewindow.cases.web.CaseBodies.ForwardBody;
import org.onewindow.cases.web.CaseBodies.HandOverBody;
import org.onewindow.cases.web.CaseBodies.PayBody;
import org.onewindow.cases.web.CaseBodies.ReasonBody;
import org.onewindow.cases.web.CaseBodies.ReceiveBody;
import org.onewindow.cases.web.CaseBodies.RecordHearingBody;
import org.onewindow.cases.web.CaseBodies.RecordResultBody;
import org.onewindow.cases.web.CaseBodies.RefuseBody;
import org.onewindow.cases.web.CaseBodies.RemindBody;
import org.onewindow.cases.web.CaseBodies.RequestSupplementBody;
import org.onewindow.cases.web.CaseBodies.ResumeBody;
import org.onewindow.cases.web.CaseBodies.ReviewLegalityBody;
import org.onewindow.cases.web.CaseBodies.ServeBody;
import org.onewindow.cases.web.CaseBodies.SpotBody;
import org.onewindow.cases.web.CaseBodies.SupplementBody;
import org.onewindow.cases.web.CaseBodies.SuspendBody;
import org.onewindow.cases.web.CaseBodies.TellPartiesBody;
import org.onewindow.http.Answers;
import org.onewindow.http.Reply;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on cases, each answering the case (api.md, Cases). */
@RestController
@RequestMapping("/api/v1/cases")
@Answers(CaseAnswer.class)
class CaseController {

    private static final int LONGEST_PERIOD = 250;
    private static final long MOST_FEN = 100_000_000_000L;

    private final Intake intake;
    private final Cases cases;
    private final Texts texts;

    CaseController(Intake intake, Cases cases, Texts texts) {
        this.intake = intake;
        this.cases = cases;
        this.texts = texts;
    }

    @PostMapping
    @Answers(value = CaseAnswer.class, status = 201)
    ResponseEntity<byte[]> receive(Actor actor, @RequestBody ReceiveBody body, Reply reply) {
        intake.receive(
                actor,
                BodyCheck.receive(body),
                view -> reply.answer(
                        201,
                        Reply.created("/api/v1/cases/" + view.caseNumber(), view.version()),
                        CaseAnswer.of(view, texts, reply.locale())));
        return reply.send();
    }

    @PostMapping("/{number}/accept")
    ResponseEntity<byte[]> accept(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable AcceptBody body,
            Reply reply) {
        return handle(
                actor,
                number,
                new Command.Accept(
                        body == null
                                ? java.util.List.of()
                                : body.documentsToFollow().stream()
                                        .map(promise -> new Command.Promise(promise.material(), promise.dueOn()))
                                        .toList(),
                        body == null ? null : commitment(body.commitment())),
                reply);
    }

    private static Command.@Nullable Commitment commitment(CaseBodies.@Nullable CommitmentBody body) {
        if (body == null) {
            return null;
        }
        Integer pages = body.pages();
        return new Command.Commitment(
                body.signedOn(),
                pages == null ? 1 : BodyCheck.within("/commitment/pages", pages, 1, ApplicationCheck.MOST_PAGES),
                ApplicationCheck.optional("/commitment/repair", body.repair()));
    }

    @PostMapping("/{number}/request-supplement")
    ResponseEntity<byte[]> requestSupplement(
            Actor actor, @PathVariable String number, @RequestBody RequestSupplementBody body, Reply reply) {
        Integer days = body.days();
        return handle(
                actor,
                number,
                new Command.RequestSupplement(
                        BodyCheck.points(body.items()),
                        days == null ? null : BodyCheck.within("/days", days, 1, LONGEST_PERIOD),
                        ApplicationCheck.optional("/authorisation", body.authorisation())),
                reply);
    }

    @PostMapping("/{number}/supplement")
    ResponseEntity<byte[]> supplement(
            Actor actor, @PathVariable String number, @RequestBody SupplementBody body, Reply reply) {
        return handle(actor, number, new Command.Supplement(BodyCheck.papers("/materials", body.materials())), reply);
    }

    @PostMapping("/{number}/refuse")
    ResponseEntity<byte[]> refuse(Actor actor, @PathVariable String number, @RequestBody RefuseBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.Refuse(
                        body.ground(),
                        ApplicationCheck.optional("/reason", body.reason()),
                        ApplicationCheck.optional("/legalBasis", body.legalBasis()),
                        ApplicationCheck.optional("/competentBody", body.competentBody())),
                reply);
    }

    @PostMapping("/{number}/complete-step")
    ResponseEntity<byte[]> completeStep(
            Actor actor, @PathVariable String number, @RequestBody CompleteStepBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.CompleteStep(
                        body.step(), body.outcome(), ApplicationCheck.optional("/opinion", body.opinion())),
                reply);
    }

    @PostMapping("/{number}/hand-over")
    ResponseEntity<byte[]> handOver(
            Actor actor, @PathVariable String number, @RequestBody HandOverBody body, Reply reply) {
        return handle(actor, number, new Command.HandOver(body.to()), reply);
    }

    @PostMapping("/{number}/suspend")
    ResponseEntity<byte[]> suspend(
            Actor actor, @PathVariable String number, @RequestBody SuspendBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.Suspend(body.kind(), body.days(), ApplicationCheck.optional("/reason", body.reason())),
                reply);
    }

    @PostMapping("/{number}/resume")
    ResponseEntity<byte[]> resume(Actor actor, @PathVariable String number, @RequestBody ResumeBody body, Reply reply) {
        return handle(actor, number, new Command.Resume(body.kind()), reply);
    }

    @PostMapping("/{number}/extend")
    ResponseEntity<byte[]> extend(Actor actor, @PathVariable String number, @RequestBody ExtendBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.Extend(body.days(), ApplicationCheck.optional("/reason", body.reason())),
                reply);
    }

    @PostMapping("/{number}/forward")
    ResponseEntity<byte[]> forward(
            Actor actor, @PathVariable String number, @RequestBody ForwardBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.Forward(
                        ApplicationCheck.optional("/to", body.to()),
                        ApplicationCheck.optional("/opinion", body.opinion())),
                reply);
    }

    @PostMapping("/{number}/record-result")
    ResponseEntity<byte[]> recordResult(
            Actor actor, @PathVariable String number, @RequestBody RecordResultBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.RecordResult(
                        body.outcome(),
                        ApplicationCheck.optional("/reason", body.reason()),
                        ApplicationCheck.optional("/documentNumber", body.documentNumber())),
                reply);
    }

    @PostMapping("/{number}/tell-parties")
    ResponseEntity<byte[]> tellParties(
            Actor actor, @PathVariable String number, @RequestBody TellPartiesBody body, Reply reply) {
        return handle(
                actor, number, new Command.TellParties(ApplicationCheck.optional("/matter", body.matter())), reply);
    }

    @PostMapping("/{number}/announce-hearing")
    ResponseEntity<byte[]> announceHearing(
            Actor actor, @PathVariable String number, @RequestBody AnnounceHearingBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.AnnounceHearing(
                        body.heldOn(),
                        body.startsAt(),
                        ApplicationCheck.optional("/place", body.place()),
                        body.presider()),
                reply);
    }

    @PostMapping("/{number}/record-hearing")
    ResponseEntity<byte[]> recordHearing(
            Actor actor, @PathVariable String number, @RequestBody RecordHearingBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.RecordHearing(body.outcome(), ApplicationCheck.optional("/record", body.record())),
                reply);
    }

    @PostMapping("/{number}/review-legality")
    ResponseEntity<byte[]> reviewLegality(
            Actor actor, @PathVariable String number, @RequestBody ReviewLegalityBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.ReviewLegality(body.outcome(), ApplicationCheck.optional("/opinion", body.opinion())),
                reply);
    }

    @PostMapping("/{number}/decide")
    ResponseEntity<byte[]> decide(Actor actor, @PathVariable String number, @RequestBody DecideBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.Decide(body.outcome(), ApplicationCheck.optional("/reason", body.reason())),
                reply);
    }

    @PostMapping("/{number}/pay")
    ResponseEntity<byte[]> pay(Actor actor, @PathVariable String number, @RequestBody PayBody body, Reply reply) {
        if (body.amountFen() < 0 || body.amountFen() > MOST_FEN) {
            throw new org.onewindow.kernel.InvalidInput("/amountFen", "range", 0, MOST_FEN);
        }
        return handle(
                actor,
                number,
                new Command.Pay(
                        body.amountFen(),
                        body.method(),
                        ApplicationCheck.optional("/situation", body.situation()),
                        ApplicationCheck.optional("/basis", body.basis()),
                        ApplicationCheck.optional("/reduction", body.reduction())),
                reply);
    }

    @PostMapping("/{number}/complete")
    ResponseEntity<byte[]> complete(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable EmptyBody body,
            Reply reply) {
        return handle(actor, number, new Command.Complete(), reply);
    }

    @PostMapping("/{number}/deliver")
    ResponseEntity<byte[]> deliver(
            Actor actor, @PathVariable String number, @RequestBody DeliverBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.Deliver(
                        ApplicationCheck.optional("/recipient", body.recipient()),
                        ApplicationCheck.optional("/documentNumber", body.documentNumber())),
                reply);
    }

    @PostMapping("/{number}/serve")
    ResponseEntity<byte[]> serve(Actor actor, @PathVariable String number, @RequestBody ServeBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.Serve(
                        body.document(),
                        ApplicationCheck.optional("/method", body.method()),
                        body.at(),
                        ApplicationCheck.optional("/signer", body.signer()),
                        ApplicationCheck.optional("/relation", body.relation()),
                        ApplicationCheck.optional("/refusal", body.refusal()),
                        ApplicationCheck.optional("/witness", body.witness())),
                reply);
    }

    @PostMapping("/{number}/check-commitment")
    ResponseEntity<byte[]> checkCommitment(
            Actor actor, @PathVariable String number, @RequestBody CheckCommitmentBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.CheckCommitment(body.outcome(), ApplicationCheck.optional("/opinion", body.opinion())),
                reply);
    }

    @PostMapping("/{number}/revoke")
    ResponseEntity<byte[]> revoke(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Reply reply) {
        return handle(actor, number, new Command.Revoke(reason(body)), reply);
    }

    /** Why it wasn't done on the spot (C5). */
    @PostMapping("/{number}/not-on-the-spot")
    ResponseEntity<byte[]> explainSpot(
            Actor actor, @PathVariable String number, @RequestBody SpotBody body, Reply reply) {
        return handle(
                actor,
                number,
                new Command.ExplainSpot(body.ground(), ApplicationCheck.optional("/note", body.note())),
                reply);
    }

    /** The applicant was reminded of papers that are awaited (C10). */
    @PostMapping("/{number}/remind")
    ResponseEntity<byte[]> remind(Actor actor, @PathVariable String number, @RequestBody RemindBody body, Reply reply) {
        return handle(actor, number, new Command.Remind(body.way(), body.at()), reply);
    }

    @PostMapping("/{number}/withdraw")
    ResponseEntity<byte[]> withdraw(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Reply reply) {
        return handle(actor, number, new Command.Withdraw(reason(body)), reply);
    }

    @PostMapping("/{number}/terminate")
    ResponseEntity<byte[]> terminate(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Reply reply) {
        return handle(actor, number, new Command.Terminate(reason(body)), reply);
    }

    @PostMapping("/{number}/void")
    ResponseEntity<byte[]> markVoid(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Reply reply) {
        return handle(actor, number, new Command.MarkVoid(reason(body)), reply);
    }

    @PostMapping("/{number}/correct")
    ResponseEntity<byte[]> correct(
            Actor actor, @PathVariable String number, @RequestBody CorrectBody body, Reply reply) {
        CaseBodies.ReplacementBody replacement = body.replacement();
        java.util.List<MaterialBody> materials = replacement.materials();
        String phone = replacement.phone();
        return handle(
                actor,
                number,
                new Command.Correct(
                        body.event(),
                        ApplicationCheck.optional("/reason", body.reason()),
                        new Command.Replacement(
                                materials == null ? null : BodyCheck.papers("/replacement/materials", materials),
                                ApplicationCheck.optional("/replacement/opinion", replacement.opinion()),
                                replacement.endsOn(),
                                phone == null ? null : BodyCheck.phone("/replacement/phone", phone))),
                reply);
    }

    @PostMapping("/{number}/custody")
    ResponseEntity<byte[]> custody(
            Actor actor, @PathVariable String number, @RequestBody CustodyBody body, Reply reply) {
        Integer pages = body.pages();
        return handle(
                actor,
                number,
                new Command.MoveCustody(
                        body.material(),
                        ApplicationCheck.optional("/bag", body.bag()),
                        pages == null ? 1 : BodyCheck.within("/pages", pages, 1, ApplicationCheck.MOST_PAGES),
                        body.action(),
                        ApplicationCheck.optional("/to", body.to())),
                reply);
    }

    private static @Nullable String reason(@Nullable ReasonBody body) {
        return body == null ? null : ApplicationCheck.optional("/reason", body.reason());
    }

    private ResponseEntity<byte[]> handle(Actor actor, String number, Command command, Reply reply) {
        cases.handle(
                actor,
                number,
                command,
                reply.ifMatch(),
                (CaseView view) ->
                        reply.answer(200, Reply.version(view.version()), CaseAnswer.of(view, texts, reply.locale())));
        return reply.send();
    }
}
