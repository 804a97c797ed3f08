package org.onewindow.feedback.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.documents.Pdf;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultations;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
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

/** Consultations at a window (C1, C1a). */
@RestController
@RequestMapping("/api/v1/consultations")
class ConsultationController {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 100;

    private final Consultations consultations;

    ConsultationController(Consultations consultations) {
        this.consultations = consultations;
    }

    record ConsultationBody(
            String window,
            @Nullable String asker,
            @Nullable String itemCode,
            String question,
            String answer,
            @Nullable String competentBody) {}

    record ConsultationAnswer(
            long id,
            Instant askedAt,
            @Nullable String window,
            String handler,
            @Nullable String itemCode,
            String question,
            String answer,
            @Nullable String competentBody,
            String sheet) {

        static ConsultationAnswer of(Consultation consultation) {
            return new ConsultationAnswer(
                    consultation.id(),
                    consultation.askedAt(),
                    consultation.window(),
                    consultation.handler(),
                    consultation.itemCode(),
                    consultation.question(),
                    consultation.answer(),
                    consultation.competentBody(),
                    "/api/v1/consultations/" + consultation.id() + "/sheet.pdf");
        }
    }

    @PostMapping
    ResponseEntity<byte[]> record(Actor actor, @RequestBody ConsultationBody body, Reply reply) {
        Consultations.Asked asked = new Consultations.Asked(
                body.window(),
                optional("/asker", body.asker(), LONGEST_NAME),
                body.itemCode(),
                required("/question", body.question()),
                required("/answer", body.answer()),
                optional("/competentBody", body.competentBody(), LONGEST));
        consultations.record(
                actor,
                asked,
                consultation -> reply.answer(
                        201,
                        Reply.created("/api/v1/consultations/" + consultation.id(), 1),
                        ConsultationAnswer.of(consultation)));
        return reply.send();
    }

    @GetMapping
    Page<ConsultationAnswer> list(Actor actor, @RequestParam String window, Paging paging) {
        return consultations.list(actor, window, paging.after(), paging.limit()).map(ConsultationAnswer::of);
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
        if (text.isBlank()) {
            throw new InvalidInput(pointer, "required");
        }
        return java.util.Objects.requireNonNull(optional(pointer, text.strip(), LONGEST));
    }

    private static @Nullable String optional(String pointer, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new InvalidInput(pointer, "too-long", longest);
        }
        return text == null || text.isBlank() ? null : text.strip();
    }
}
