package org.onewindow.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.CommitmentState;
import org.onewindow.cases.PublicCase;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.http.RateLimit;
import org.onewindow.kernel.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A case for whoever knows its query code: never personal data; a wrong code and an unknown number look the same. */
@RestController
class PublicCaseController {

    private final CaseReading reading;
    private final RateLimit limit;

    PublicCaseController(CaseReading reading, RateLimit limit) {
        this.reading = reading;
        this.limit = limit;
    }

    record StepAnswer(
            String code,
            StepKind kind,
            String name,
            CaseView.Progress progress,
            @Nullable Instant endedAt) {}

    record PointAnswer(String material, String problem) {}

    record PublicAnswer(
            String caseNumber,
            CaseState state,
            CaseAnswer.ItemAnswer item,
            LocalDate receivedOn,
            List<StepAnswer> steps,
            List<CaseAnswer.ClockAnswer> clocks,
            List<PointAnswer> toSupply,
            @Nullable Boolean granted,
            @Nullable CommitmentState commitment,
            boolean rateable) {

        static PublicAnswer of(PublicCase file) {
            return new PublicAnswer(
                    file.caseNumber(),
                    file.state(),
                    CaseAnswer.ItemAnswer.of(file.item()),
                    file.receivedOn(),
                    file.steps().stream()
                            .map(step -> new StepAnswer(
                                    step.step().code(),
                                    step.step().kind(),
                                    step.step().name(),
                                    step.progress(),
                                    step.endedAt()))
                            .toList(),
                    file.clocks().stream().map(CaseAnswer.ClockAnswer::of).toList(),
                    file.openPoints().stream()
                            .map(point -> new PointAnswer(point.material(), point.problem()))
                            .toList(),
                    file.granted(),
                    file.commitment(),
                    file.rateable());
        }
    }

    @GetMapping("/api/v1/public/cases/{number}")
    PublicAnswer track(
            @PathVariable String number,
            @RequestParam(required = false, defaultValue = "") String code,
            HttpServletRequest request) {
        return limit.guess(RateLimit.CODES, request, () -> reading.track(number, code))
                .map(PublicAnswer::of)
                .orElseThrow(() -> new NotFound("case"));
    }
}
