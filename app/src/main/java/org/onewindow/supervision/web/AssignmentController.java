package org.onewindow.supervision.web;

import org.jspecify.annotations.Nullable;
import org.onewindow.http.Answers;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.Assignment;
import org.onewindow.supervision.Assignments;
import org.onewindow.supervision.Assignments.Given;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reminders, supervision orders and assigned tasks (S5, S9). */
@RestController
@RequestMapping("/api/v1/supervision")
@Answers(Assignment.class)
class AssignmentController {

    private final Assignments assignments;

    AssignmentController(Assignments assignments) {
        this.assignments = assignments;
    }

    /** What is given; {@code department} may be left out where a case or card says it. */
    record GivenBody(
            @Nullable String caseNumber,
            @Nullable Long card,
            @Nullable String department,
            @Nullable String to,
            @Nullable String text,
            @Nullable Integer days) {}

    record AnswerBody(@Nullable String answer) {}

    record CloseBody(boolean accepted, @Nullable String note) {}

    @PostMapping("/reminders")
    @Answers(value = Assignment.class, status = 201)
    ResponseEntity<byte[]> remind(Actor actor, @RequestBody GivenBody body, Reply reply) {
        return give(actor, Assignment.Kind.REMINDER, body, reply);
    }

    @PostMapping("/orders")
    @Answers(value = Assignment.class, status = 201)
    ResponseEntity<byte[]> order(Actor actor, @RequestBody GivenBody body, Reply reply) {
        return give(actor, Assignment.Kind.ORDER, body, reply);
    }

    @PostMapping("/tasks")
    @Answers(value = Assignment.class, status = 201)
    ResponseEntity<byte[]> assign(Actor actor, @RequestBody GivenBody body, Reply reply) {
        return give(actor, Assignment.Kind.TASK, body, reply);
    }

    private ResponseEntity<byte[]> give(Actor actor, Assignment.Kind kind, GivenBody body, Reply reply) {
        assignments.give(
                actor,
                new Given(
                        kind,
                        body.caseNumber(),
                        body.card(),
                        body.department(),
                        body.to(),
                        Typed.text("/text", body.text()),
                        body.days()),
                given -> reply.answer(
                        201, Reply.created("/api/v1/supervision/assignments/" + given.id(), given.version()), given));
        return reply.send();
    }

    /**
     * Assignments, latest first.
     *
     * @param assignee sign-in name of whom they are for
     * @param caseNumber the case they are about
     */
    @GetMapping("/assignments")
    Page<Assignment> list(
            Actor actor,
            @RequestParam(required = false) Assignment.@Nullable Kind kind,
            @RequestParam(required = false) Assignment.@Nullable State state,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String caseNumber,
            Paging paging) {
        return assignments.list(actor, kind, state, department, assignee, caseNumber, paging.after(), paging.limit());
    }

    @PostMapping("/assignments/{id}/answer")
    ResponseEntity<byte[]> answer(Actor actor, @PathVariable long id, @RequestBody AnswerBody body, Reply reply) {
        assignments.answer(
                actor,
                id,
                Typed.text("/answer", body.answer()),
                reply.ifMatch(),
                done -> reply.answer(200, Reply.version(done.version()), done));
        return reply.send();
    }

    @PostMapping("/assignments/{id}/close")
    ResponseEntity<byte[]> close(Actor actor, @PathVariable long id, @RequestBody CloseBody body, Reply reply) {
        assignments.close(
                actor,
                id,
                body.accepted(),
                Typed.text("/note", body.note()),
                reply.ifMatch(),
                done -> reply.answer(200, Reply.version(done.version()), done));
        return reply.send();
    }
}
