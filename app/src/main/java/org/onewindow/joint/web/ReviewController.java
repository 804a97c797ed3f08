package org.onewindow.joint.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.http.Answers;
import org.onewindow.http.Reply;
import org.onewindow.joint.Review;
import org.onewindow.joint.Reviews;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joint review meetings: convened, opinions with a limit, minutes (J4). */
@RestController
@RequestMapping("/api/v1")
@Answers(ReviewController.ReviewAnswer.class)
class ReviewController {

    private static final int MOST_DAYS = 60;
    private static final int MOST_DEPARTMENTS = 60;

    private final Reviews reviews;

    ReviewController(Reviews reviews) {
        this.reviews = reviews;
    }

    /** {@code stage}: for a project file, 1 unless said; an application has its own. */
    record ConveneBody(
            @Nullable Integer stage,
            Instant at,
            String place,
            String agenda,
            List<String> departments,
            int opinionDays) {}

    record OpinionBody(
            String department, Review.Stand stand, @Nullable String text) {}

    record MinutesBody(String text) {}

    record ReviewAnswer(
            long id,
            String subject,
            int stage,
            Instant at,
            String place,
            String agenda,
            List<String> departments,
            LocalDate opinionsDueOn,
            boolean silenceAgrees,
            List<Review.Opinion> opinions,
            List<String> silent,
            Review.@Nullable Minutes minutes,
            int version) {

        static ReviewAnswer of(Review review) {
            return new ReviewAnswer(
                    review.id(),
                    review.subject(),
                    review.stage(),
                    review.at(),
                    review.place(),
                    review.agenda(),
                    review.departments(),
                    review.dueOn(),
                    review.silenceAgrees(),
                    review.opinions(),
                    review.silent(),
                    review.minutes(),
                    review.version());
        }
    }

    record ReviewList(List<ReviewAnswer> items) {}

    @PostMapping("/joint-cases/{number}/convene")
    @Answers(value = ReviewAnswer.class, status = 201)
    ResponseEntity<byte[]> ofApplication(
            Actor actor, @PathVariable String number, @RequestBody ConveneBody body, Reply reply) {
        reviews.ofApplication(actor, number, convene(body), review -> created(review, reply));
        return reply.send();
    }

    @PostMapping("/projects/{number}/convene")
    @Answers(value = ReviewAnswer.class, status = 201)
    ResponseEntity<byte[]> ofProject(
            Actor actor, @PathVariable String number, @RequestBody ConveneBody body, Reply reply) {
        reviews.ofProject(actor, number, convene(body), review -> created(review, reply));
        return reply.send();
    }

    @GetMapping("/joint-cases/{number}/reviews")
    ReviewList listOfApplication(Actor actor, @PathVariable String number) {
        return new ReviewList(reviews.ofApplication(actor, number).stream()
                .map(ReviewAnswer::of)
                .toList());
    }

    @GetMapping("/projects/{number}/reviews")
    ReviewList listOfProject(Actor actor, @PathVariable String number) {
        return new ReviewList(
                reviews.ofProject(actor, number).stream().map(ReviewAnswer::of).toList());
    }

    @GetMapping("/joint-reviews/{id}")
    ReviewAnswer find(Actor actor, @PathVariable long id) {
        return ReviewAnswer.of(reviews.find(actor, id));
    }

    @PostMapping("/joint-reviews/{id}/opinion")
    ResponseEntity<byte[]> opinion(Actor actor, @PathVariable long id, @RequestBody OpinionBody body, Reply reply) {
        String text = ApplicationCheck.optional("/text", body.text());
        reviews.give(
                actor, id, body.department(), body.stand(), text == null ? "" : text, review -> changed(review, reply));
        return reply.send();
    }

    @PostMapping("/joint-reviews/{id}/minutes")
    ResponseEntity<byte[]> minutes(Actor actor, @PathVariable long id, @RequestBody MinutesBody body, Reply reply) {
        reviews.record(
                actor,
                id,
                JointBodies.textOf("/text", body.text(), ApplicationCheck.LONGEST_TEXT),
                review -> changed(review, reply));
        return reply.send();
    }

    private static Reviews.Convene convene(ConveneBody body) {
        if (body.opinionDays() < 1 || body.opinionDays() > MOST_DAYS) {
            throw new InvalidInput("/opinionDays", "range", 1, MOST_DAYS);
        }
        if (body.departments().size() > MOST_DEPARTMENTS) {
            throw new InvalidInput("/departments", "too-many", MOST_DEPARTMENTS);
        }
        Integer stage = body.stage();
        return new Reviews.Convene(
                stage == null ? 1 : stage,
                body.at(),
                JointBodies.textOf("/place", body.place(), ApplicationCheck.LONGEST_NAME),
                JointBodies.textOf("/agenda", body.agenda(), ApplicationCheck.LONGEST_TEXT),
                body.departments(),
                body.opinionDays());
    }

    private static org.onewindow.journal.@Nullable Answer created(Review review, Reply reply) {
        return reply.answer(
                201, Reply.created("/api/v1/joint-reviews/" + review.id(), review.version()), ReviewAnswer.of(review));
    }

    private static org.onewindow.journal.@Nullable Answer changed(Review review, Reply reply) {
        return reply.answer(200, Reply.version(review.version()), ReviewAnswer.of(review));
    }
}
