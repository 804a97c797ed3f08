package org.onewindow.supervision.web;

import org.jspecify.annotations.Nullable;
import org.onewindow.http.Answers;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.Finding;
import org.onewindow.supervision.PatternKind;
import org.onewindow.supervision.PatternOffice;
import org.onewindow.supervision.PatternThresholds;
import org.onewindow.supervision.Standards;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patterns (S7). */
@RestController
@RequestMapping("/api/v1/supervision/patterns")
class PatternController {

    static final int LONGEST_NOTE = 4_000;

    private final PatternOffice office;
    private final Standards standards;
    private final PatternWords words;

    PatternController(PatternOffice office, Standards standards, PatternWords words) {
        this.office = office;
        this.standards = standards;
        this.words = words;
    }

    /** A finding with its explanation in words. */
    record FindingAnswer(Finding finding, String explanation) {}

    record NoteBody(@Nullable String note) {}

    /** How many were found. */
    record Looked(int found) {}

    /** The thresholds in force; {@code version} 0 is what ships. */
    record ThresholdsAnswer(int version, PatternThresholds thresholds) {

        static ThresholdsAnswer of(Standards.Standard<PatternThresholds> standard) {
            return new ThresholdsAnswer(standard.version(), standard.content());
        }
    }

    /** Findings, latest first. */
    @GetMapping
    Page<Finding> list(Actor actor, @RequestParam(required = false) @Nullable PatternKind pattern, Paging paging) {
        return office.list(actor, pattern, paging.after(), paging.limit());
    }

    @GetMapping("/{id}")
    ResponseEntity<FindingAnswer> find(Actor actor, @PathVariable long id, Reply reply) {
        FindingAnswer answer = answer(office.find(actor, id), reply);
        return ResponseEntity.ok()
                .eTag("\"" + answer.finding().version() + "\"")
                .body(answer);
    }

    private FindingAnswer answer(Finding finding, Reply reply) {
        return new FindingAnswer(finding, words.explanation(finding, reply.locale()));
    }

    /** Looks at once, instead of at the next close. */
    @PostMapping("/look")
    Looked look(Actor actor) {
        return new Looked(office.look(actor));
    }

    /** Notes what became of a finding. */
    @PostMapping("/{id}/note")
    @Answers(FindingAnswer.class)
    ResponseEntity<byte[]> note(Actor actor, @PathVariable long id, @RequestBody NoteBody body, Reply reply) {
        String note = body.note();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new InvalidInput("/note", "too-long", LONGEST_NOTE);
        }
        office.note(
                actor,
                id,
                note,
                reply.ifMatch(),
                noted -> reply.answer(200, Reply.version(noted.version()), answer(noted, reply)));
        return reply.send();
    }

    @GetMapping("/thresholds")
    ResponseEntity<ThresholdsAnswer> thresholds(Actor actor) {
        office.mustOversee(actor);
        ThresholdsAnswer answer = ThresholdsAnswer.of(standards.thresholds());
        return ResponseEntity.ok().eTag("\"" + answer.version() + "\"").body(answer);
    }

    /** Says anew from when on patterns are shown; what was found before stays as it is. */
    @PutMapping("/thresholds")
    @Answers(ThresholdsAnswer.class)
    ResponseEntity<byte[]> limit(Actor actor, @RequestBody PatternThresholds body, Reply reply) {
        standards.limit(
                actor,
                body,
                reply.ifMatch(),
                set -> reply.answer(200, Reply.version(set.version()), ThresholdsAnswer.of(set)));
        return reply.send();
    }
}
