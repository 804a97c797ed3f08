package org.onewindow.feedback.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.documents.Pdf;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultations;
import org.onewindow.feedback.Inquiries;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consultations at a window or a station, and what becomes of those that aren't answered at once (C1, C1a). */
@RestController
@RequestMapping("/api/v1/consultations")
class ConsultationController {

    private static final String ADDRESS = "/api/v1/consultations/";

    private final Consultations consultations;
    private final Inquiries inquiries;

    ConsultationController(Consultations consultations, Inquiries inquiries) {
        this.consultations = consultations;
        this.inquiries = inquiries;
    }

    record ConsultationBody(
            @Nullable String window,
            @Nullable String station,
            @Nullable String asker,
            @Nullable String phone,
            @Nullable String itemCode,
            String question,
            @Nullable String answer,
            @Nullable String competentBody,
            @Nullable List<String> departments,
            @Nullable String escalation) {}

    record PassBody(
            @Nullable List<String> departments, @Nullable String escalation) {}

    record ReplyBody(@Nullable String department, String reply) {}

    record AnswerBody(
            String answer, Consultation.Told told, @Nullable String competentBody) {}

    record InquiryAnswer(
            @Nullable String department,
            @Nullable String reason,
            String by,
            Instant at,
            @Nullable String reply,
            @Nullable String repliedBy,
            @Nullable Instant repliedAt) {

        static InquiryAnswer of(Consultation.Inquiry inquiry) {
            Consultation.Reply reply = inquiry.reply();
            return new InquiryAnswer(
                    inquiry.department(),
                    inquiry.reason(),
                    inquiry.by(),
                    inquiry.at(),
                    reply == null ? null : reply.text(),
                    reply == null ? null : reply.by(),
                    reply == null ? null : reply.at());
        }
    }

    record ConsultationAnswer(
            long id,
            int version,
            Instant askedAt,
            @Nullable String window,
            @Nullable String station,
            String handler,
            @Nullable String itemCode,
            String question,
            @Nullable String answer,
            Consultation.@Nullable Told told,
            @Nullable Instant answeredAt,
            @Nullable String competentBody,
            Instant dueAt,
            boolean overdue,
            List<InquiryAnswer> inquiries,
            @Nullable String sheet) {}

    private ConsultationAnswer words(Consultation consultation) {
        Consultation.Given answer = consultation.answer();
        return new ConsultationAnswer(
                consultation.id(),
                consultation.version(),
                consultation.askedAt(),
                consultation.window(),
                consultation.station(),
                consultation.handler(),
                consultation.itemCode(),
                consultation.question(),
                answer == null ? null : answer.text(),
                answer == null ? null : answer.told(),
                answer == null ? null : answer.at(),
                consultation.competentBody(),
                inquiries.dueAt(consultation),
                inquiries.isOverdue(consultation),
                consultation.inquiries().stream().map(InquiryAnswer::of).toList(),
                answer == null ? null : ADDRESS + consultation.id() + "/sheet.pdf");
    }

    /** Answered at once where it says the answer; passed on where it names departments or why it is escalated. */
    @PostMapping
    ResponseEntity<byte[]> record(Actor actor, @RequestBody ConsultationBody body, Reply reply) {
        Consultations.Asked asked = new Consultations.Asked(
                body.window(),
                body.station(),
                stripped(body.asker()),
                body.phone(),
                body.itemCode(),
                body.question().strip(),
                stripped(body.answer()),
                stripped(body.competentBody()),
                Objects.requireNonNullElse(body.departments(), List.of()),
                stripped(body.escalation()));
        consultations.record(
                actor,
                asked,
                consultation -> reply.answer(201, Reply.created(ADDRESS + consultation.id(), 1), words(consultation)));
        return reply.send();
    }

    /** Those at a window or a station, newest first. */
    @GetMapping
    Page<ConsultationAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String window,
            @RequestParam(required = false) @Nullable String station,
            Paging paging) {
        return consultations
                .list(actor, window, station, paging.after(), paging.limit())
                .map(this::words);
    }

    /** Those whose askers wait for the caller, earliest limit first. */
    @GetMapping("/open")
    List<ConsultationAnswer> open(Actor actor, Paging paging) {
        return inquiries.open(actor, paging.limit()).stream().map(this::words).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<ConsultationAnswer> find(Actor actor, @PathVariable long id) {
        Consultation consultation = inquiries.find(actor, id);
        return ResponseEntity.ok().eTag("\"" + consultation.version() + "\"").body(words(consultation));
    }

    /** Passes it on to departments, or escalates it to the leader. */
    @PostMapping("/{id}/pass")
    ResponseEntity<byte[]> pass(Actor actor, @PathVariable long id, @RequestBody PassBody body, Reply reply) {
        inquiries.pass(
                actor,
                id,
                Objects.requireNonNullElse(body.departments(), List.of()),
                optional("/escalation", body.escalation()),
                reply.ifMatch(),
                done(reply));
        return reply.send();
    }

    /** What a department says; without a department: the leader. */
    @PostMapping("/{id}/reply")
    ResponseEntity<byte[]> reply(Actor actor, @PathVariable long id, @RequestBody ReplyBody body, Reply reply) {
        inquiries.reply(actor, id, body.department(), required("/reply", body.reply()), reply.ifMatch(), done(reply));
        return reply.send();
    }

    /** What the asker was told, which closes it. */
    @PostMapping("/{id}/answer")
    ResponseEntity<byte[]> answer(Actor actor, @PathVariable long id, @RequestBody AnswerBody body, Reply reply) {
        inquiries.answer(
                actor,
                id,
                required("/answer", body.answer()),
                body.told(),
                optional("/competentBody", body.competentBody()),
                reply.ifMatch(),
                done(reply));
        return reply.send();
    }

    private Function<Consultation, @Nullable Answer> done(Reply reply) {
        return after -> reply.answer(200, Reply.version(after.version()), words(after));
    }

    @GetMapping("/{id}/sheet.pdf")
    ResponseEntity<byte[]> sheet(Actor actor, @PathVariable long id) {
        Pdf pdf = consultations.sheet(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + pdf.fileName() + "\"")
                .body(pdf.bytes());
    }

    private static String required(String pointer, String text) {
        ApplicationCheck check = new ApplicationCheck();
        String stripped = check.text(pointer, text, ApplicationCheck.LONGEST_TEXT);
        check.done();
        return stripped;
    }

    private static @Nullable String optional(String pointer, @Nullable String text) {
        return stripped(ApplicationCheck.optional(pointer, text));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
