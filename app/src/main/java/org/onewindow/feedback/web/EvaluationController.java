package org.onewindow.feedback.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.feedback.Evaluation;
import org.onewindow.feedback.Evaluations;
import org.onewindow.feedback.Grade;
import org.onewindow.http.RateLimit;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evaluating a case with the receipt's code (api.md, Cases). */
@RestController
class EvaluationController {

    private static final int LONGEST_COMMENT = 2_000;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 50;

    private final Evaluations evaluations;
    private final RateLimit limit;

    EvaluationController(Evaluations evaluations, RateLimit limit) {
        this.evaluations = evaluations;
        this.limit = limit;
    }

    record EvaluationBody(
            Grade grade, List<String> tags, @Nullable String comment) {}

    @PostMapping("/api/v1/public/cases/{number}/evaluation")
    @ResponseStatus(HttpStatus.CREATED)
    Evaluation evaluate(
            @PathVariable String number,
            @RequestParam(required = false, defaultValue = "") String code,
            @RequestBody EvaluationBody body,
            HttpServletRequest request) {
        String comment = body.comment() == null ? "" : body.comment().strip();
        if (comment.length() > LONGEST_COMMENT) {
            throw new InvalidInput("/comment", "too-long", LONGEST_COMMENT);
        }
        if (body.tags().size() > MOST_TAGS) {
            throw new InvalidInput("/tags", "too-many", MOST_TAGS);
        }
        for (int i = 0; i < body.tags().size(); i++) {
            String tag = body.tags().get(i);
            if (tag.isBlank() || tag.length() > LONGEST_TAG || tag.indexOf('\u001f') >= 0) {
                throw new InvalidInput("/tags/" + i, "too-long", LONGEST_TAG);
            }
        }
        return limit.guess(RateLimit.CODES, request, () -> evaluated(number, code, body, comment))
                .orElseThrow(() -> new NotFound("case"));
    }

    private Optional<Evaluation> evaluated(String number, String code, EvaluationBody body, String comment) {
        try {
            return Optional.of(evaluations.evaluate(number, code, body.grade(), body.tags(), comment));
        } catch (NotFound wrongCodeOrNumber) {
            return Optional.empty();
        }
    }
}
