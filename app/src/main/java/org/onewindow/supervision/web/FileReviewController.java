package org.onewindow.supervision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Answers;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.FileReview;
import org.onewindow.supervision.FileReviews;
import org.onewindow.supervision.FileReviews.OneFile;
import org.onewindow.supervision.FileReviews.Proof;
import org.onewindow.supervision.FileReviews.Wanted;
import org.onewindow.supervision.ReviewChecklist;
import org.onewindow.supervision.ReviewedFile;
import org.onewindow.supervision.ReviewedFile.Deduction;
import org.onewindow.supervision.Standards;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** File reviews (S10). */
@RestController
@RequestMapping("/api/v1/supervision/file-reviews")
class FileReviewController {

    private static final int MOST_POINTS = 100;

    private final FileReviews reviews;
    private final Standards standards;

    FileReviewController(FileReviews reviews, Standards standards) {
        this.reviews = reviews;
        this.standards = standards;
    }

    record DrawBody(
            @Nullable String title,
            LocalDate from,
            LocalDate to,
            @Nullable String department,
            int size,
            @Nullable String seed,
            @Nullable List<String> reviewers) {}

    record ScoreBody(@Nullable List<Deduction> deductions) {}

    record ObjectBody(@Nullable String objection) {}

    /** {@code deductions} null: the score stands. */
    record DecideBody(
            @Nullable List<Deduction> deductions, @Nullable String answer) {}

    /** The checklist in force; {@code version} 0 is what ships. */
    record ChecklistAnswer(int version, ReviewChecklist checklist) {

        static ChecklistAnswer of(Standards.Standard<ReviewChecklist> standard) {
            return new ChecklistAnswer(standard.version(), standard.content());
        }
    }

    /** Reviews, latest first. */
    @GetMapping
    Page<FileReview> list(Actor actor, Paging paging) {
        return reviews.list(actor, paging.after(), paging.limit());
    }

    /** Draws a sample. */
    @PostMapping
    @Answers(value = FileReviewAnswer.class, status = 201)
    ResponseEntity<byte[]> draw(Actor actor, @RequestBody DrawBody body, Reply reply) {
        List<String> reviewers = body.reviewers() == null ? List.of() : body.reviewers();
        String title = Typed.text("/title", body.title());
        reviews.draw(
                actor,
                new Wanted(
                        title == null ? "" : title,
                        body.from(),
                        body.to(),
                        body.department(),
                        body.size(),
                        body.seed(),
                        reviewers),
                whole -> reply.answer(
                        201,
                        Reply.created(
                                "/api/v1/supervision/file-reviews/"
                                        + whole.review().id(),
                                whole.review().version()),
                        FileReviewAnswer.of(whole)));
        return reply.send();
    }

    @GetMapping("/{id}")
    ResponseEntity<FileReviewAnswer> find(Actor actor, @PathVariable long id) {
        FileReviewAnswer answer = FileReviewAnswer.of(reviews.find(actor, id));
        return ResponseEntity.ok().eTag("\"" + answer.review().version() + "\"").body(answer);
    }

    /** Draws again with the recorded seed, and says whether it comes to the same. */
    @GetMapping("/{id}/proof")
    Proof prove(Actor actor, @PathVariable long id) {
        return reviews.prove(actor, id);
    }

    @PostMapping("/{id}/conclude")
    @Answers(FileReviewAnswer.class)
    ResponseEntity<byte[]> conclude(Actor actor, @PathVariable long id, Reply reply) {
        reviews.conclude(
                actor,
                id,
                reply.ifMatch(),
                whole -> reply.answer(200, Reply.version(whole.review().version()), FileReviewAnswer.of(whole)));
        return reply.send();
    }

    /** The caller's files: to score, or of their departments. */
    @GetMapping("/files")
    List<ReviewedFile> mine(Actor actor) {
        return reviews.mine(actor);
    }

    @GetMapping("/files/{file}")
    ResponseEntity<OneFile> file(Actor actor, @PathVariable long file) {
        OneFile answer = reviews.file(actor, file);
        return ResponseEntity.ok().eTag("\"" + answer.file().version() + "\"").body(answer);
    }

    @PostMapping("/files/{file}/score")
    @Answers(ReviewedFile.class)
    ResponseEntity<byte[]> score(Actor actor, @PathVariable long file, @RequestBody ScoreBody body, Reply reply) {
        List<Deduction> deductions = body.deductions() == null ? List.of() : body.deductions();
        reviews.score(actor, file, limited(deductions), reply.ifMatch(), scored -> answer(scored, reply));
        return reply.send();
    }

    @PostMapping("/files/{file}/object")
    @Answers(ReviewedFile.class)
    ResponseEntity<byte[]> object(Actor actor, @PathVariable long file, @RequestBody ObjectBody body, Reply reply) {
        reviews.object(
                actor,
                file,
                Typed.text("/objection", body.objection()),
                reply.ifMatch(),
                objected -> answer(objected, reply));
        return reply.send();
    }

    @PostMapping("/files/{file}/decide")
    @Answers(ReviewedFile.class)
    ResponseEntity<byte[]> decide(Actor actor, @PathVariable long file, @RequestBody DecideBody body, Reply reply) {
        List<Deduction> deductions = body.deductions();
        reviews.decide(
                actor,
                file,
                deductions == null ? null : limited(deductions),
                Typed.text("/answer", body.answer()),
                reply.ifMatch(),
                decided -> answer(decided, reply));
        return reply.send();
    }

    private static @Nullable Answer answer(ReviewedFile file, Reply reply) {
        return reply.answer(200, Reply.version(file.version()), file);
    }

    private static List<Deduction> limited(List<Deduction> deductions) {
        if (deductions.size() > MOST_POINTS) {
            throw new InvalidInput("/deductions", "too-many", MOST_POINTS);
        }
        deductions.forEach(deduction -> Typed.text("/deductions", deduction.reason()));
        return deductions;
    }

    @GetMapping("/checklist")
    ResponseEntity<ChecklistAnswer> checklist(Actor actor) {
        ChecklistAnswer answer = ChecklistAnswer.of(standards.checklist());
        return ResponseEntity.ok().eTag("\"" + answer.version() + "\"").body(answer);
    }

    /** Says anew what files are scored against; reviews drawn before keep their list. */
    @PutMapping("/checklist")
    @Answers(ChecklistAnswer.class)
    ResponseEntity<byte[]> check(Actor actor, @RequestBody ReviewChecklist body, Reply reply) {
        if (body.points().size() > MOST_POINTS) {
            throw new InvalidInput("/points", "too-many", MOST_POINTS);
        }
        body.points()
                .forEach(point -> Stream.of(
                                point.code(),
                                point.group(),
                                point.groupEn(),
                                point.text(),
                                point.textEn(),
                                point.basis())
                        .forEach(words -> Typed.text("/points", words)));
        standards.check(
                actor,
                body,
                reply.ifMatch(),
                set -> reply.answer(200, Reply.version(set.version()), ChecklistAnswer.of(set)));
        return reply.send();
    }
}
