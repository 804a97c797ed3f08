package org.onewindow.joint.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.cases.Command;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Answers;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.http.Texts;
import org.onewindow.joint.GraphBoards;
import org.onewindow.joint.JointCases;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.JointPapers;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointView;
import org.onewindow.joint.model.JointEvent;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.web.JointAnswers.JointAnswer;
import org.onewindow.kernel.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joint applications: one form, one acceptance, one tracking for all members (api.md, Joint handling). */
@RestController
@RequestMapping("/api/v1/joint-cases")
@Answers(JointAnswer.class)
class JointController {

    private final JointCases cases;
    private final JointReading reading;
    private final GraphBoards graphs;
    private final JointPapers papers;
    private final Texts texts;

    JointController(JointCases cases, JointReading reading, GraphBoards graphs, JointPapers papers, Texts texts) {
        this.cases = cases;
        this.reading = reading;
        this.graphs = graphs;
        this.papers = papers;
        this.texts = texts;
    }

    /** Open applications; few enough for one page. */
    record JointList(List<JointAnswer> items) {}

    record JointEventAnswer(
            int version,
            String type,
            String actor,
            @Nullable String post,
            @Nullable String window,
            Instant at,
            JointEvent what) {

        static JointEventAnswer of(JointFile.Recorded recorded) {
            return new JointEventAnswer(
                    recorded.version(),
                    recorded.event().getClass().getSimpleName(),
                    recorded.actor(),
                    recorded.post(),
                    recorded.window(),
                    recorded.at(),
                    recorded.event());
        }
    }

    record JointEvents(List<JointEventAnswer> items) {}

    @PostMapping
    @Answers(value = JointAnswer.class, status = 201)
    ResponseEntity<byte[]> apply(Actor actor, @RequestBody JointBodies.ApplyBody body, Reply reply) {
        cases.apply(
                actor,
                JointBodies.apply(body),
                view -> reply.answer(
                        201,
                        Reply.created("/api/v1/joint-cases/" + view.number(), view.version()),
                        JointAnswer.of(view, texts, reply.locale())));
        return reply.send();
    }

    @GetMapping
    JointList open(Actor actor, Paging paging, Locale locale) {
        return new JointList(reading.open(actor, paging.limit()).stream()
                .map(view -> JointAnswer.of(view, texts, locale))
                .toList());
    }

    @GetMapping("/{number}")
    ResponseEntity<JointAnswer> find(Actor actor, @PathVariable String number, Locale locale) {
        JointView view = reading.find(actor, number);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(JointAnswer.of(view, texts, locale));
    }

    @GetMapping("/{number}/events")
    JointEvents events(Actor actor, @PathVariable String number) {
        return new JointEvents(reading.history(actor, number).stream()
                .map(JointEventAnswer::of)
                .toList());
    }

    @GetMapping(value = "/{number}/graph.svg", produces = "image/svg+xml")
    ResponseEntity<String> graph(Actor actor, @PathVariable String number, Locale locale) {
        return svg(graphs.drawing(reading.find(actor, number), locale));
    }

    /** The plan on paper, as it is today. */
    @GetMapping("/{number}/plan.pdf")
    ResponseEntity<byte[]> plan(Actor actor, @PathVariable String number) {
        Pdf pdf = papers.plan(reading.find(actor, number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + pdf.fileName() + "\"")
                .body(pdf.bytes());
    }

    static ResponseEntity<String> svg(String drawing) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .body(drawing);
    }

    @PostMapping("/{number}/what-if")
    JointAnswer whatIf(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.WhatIfBody body, Locale locale) {
        return JointAnswer.of(reading.whatIf(actor, number, body.days()), texts, locale);
    }

    @PostMapping("/{number}/accept")
    ResponseEntity<byte[]> accept(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) JointBodies.@Nullable JointAcceptBody body,
            Reply reply) {
        return handle(
                actor,
                number,
                new JointCommand.Accept(
                        body == null
                                ? List.of()
                                : body.documentsToFollow().stream()
                                        .map(promise -> new Command.Promise(promise.material(), promise.dueOn()))
                                        .toList()),
                reply);
    }

    @PostMapping("/{number}/request-supplement")
    ResponseEntity<byte[]> requestSupplement(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.JointNoticeBody body, Reply reply) {
        return handle(actor, number, JointBodies.notice(body), reply);
    }

    @PostMapping("/{number}/supplement")
    ResponseEntity<byte[]> supplement(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.JointSupplementBody body, Reply reply) {
        return handle(actor, number, JointBodies.supplement(body), reply);
    }

    @PostMapping("/{number}/refuse")
    ResponseEntity<byte[]> refuse(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.JointRefuseBody body, Reply reply) {
        return handle(
                actor,
                number,
                new JointCommand.Refuse(
                        body.ground(),
                        ApplicationCheck.optional("/reason", body.reason()),
                        ApplicationCheck.optional("/legalBasis", body.legalBasis()),
                        ApplicationCheck.optional("/competentBody", body.competentBody())),
                reply);
    }

    @PostMapping("/{number}/extend")
    ResponseEntity<byte[]> extend(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.JointExtendBody body, Reply reply) {
        return handle(
                actor,
                number,
                new JointCommand.Extend(body.days(), ApplicationCheck.optional("/reason", body.reason())),
                reply);
    }

    @PostMapping("/{number}/withdraw")
    ResponseEntity<byte[]> withdraw(
            Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) JointBodies.@Nullable JointReasonBody body,
            Reply reply) {
        return handle(
                actor,
                number,
                new JointCommand.Withdraw(body == null ? null : ApplicationCheck.optional("/reason", body.reason())),
                reply);
    }

    @PostMapping("/{number}/arrange-survey")
    ResponseEntity<byte[]> arrangeSurvey(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.ArrangeSurveyBody body, Reply reply) {
        return handle(actor, number, JointBodies.survey(body), reply);
    }

    @PostMapping("/{number}/record-survey")
    ResponseEntity<byte[]> recordSurvey(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.RecordSurveyBody body, Reply reply) {
        return handle(actor, number, JointBodies.findings(body), reply);
    }

    @PostMapping("/{number}/pay")
    ResponseEntity<byte[]> pay(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.JointPayBody body, Reply reply) {
        return handle(actor, number, JointBodies.pay(body), reply);
    }

    @PostMapping("/{number}/deliver")
    ResponseEntity<byte[]> deliver(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.JointDeliverBody body, Reply reply) {
        return handle(
                actor,
                number,
                new JointCommand.Deliver(
                        ApplicationCheck.optional("/recipient", body.recipient()),
                        ApplicationCheck.optional("/documentNumber", body.documentNumber())),
                reply);
    }

    @PostMapping("/{number}/choose-pick-up")
    ResponseEntity<byte[]> choosePickUp(
            Actor actor, @PathVariable String number, @RequestBody JointBodies.PickUpBody body, Reply reply) {
        return handle(actor, number, new JointCommand.ChoosePickUp(body.pickUp()), reply);
    }

    private ResponseEntity<byte[]> handle(Actor actor, String number, JointCommand command, Reply reply) {
        cases.handle(
                actor,
                number,
                command,
                reply.ifMatch(),
                view -> reply.answer(200, Reply.version(view.version()), JointAnswer.of(view, texts, reply.locale())));
        return reply.send();
    }
}
