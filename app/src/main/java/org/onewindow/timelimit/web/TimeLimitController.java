package org.onewindow.timelimit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.Calendars;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.timelimit.Calculation;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The deadline calculator for everybody. Answered from memory: no database, no session, nothing kept. */
@RestController
class TimeLimitController {

    /** Longer than any limit in law; keeps every result within the calendar's reach. */
    private static final int MOST_DAYS = 3_660;

    private static final int MOST_SUSPENSIONS = 200;

    private final Calendars calendars;
    private final CentreTime time;

    TimeLimitController(Calendars calendars, CentreTime time) {
        this.calendars = calendars;
        this.time = time;
    }

    /** From the day a suspension takes effect to the day it ends; without an end while it is open (T6). */
    record Suspension(LocalDate from, @Nullable LocalDate to) {}

    record Question(
            String region,
            LocalDate start,
            int workingDays,
            @Nullable Integer extensionDays,
            List<Suspension> suspensions) {}

    record Result(
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt,
            int excludedDays,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer remainingDays,

            boolean provisional) {

        static Result of(Calculation calculation) {
            return new Result(
                    calculation.dueOn(),
                    calculation.dueAt(),
                    calculation.excludedDays(),
                    calculation.remainingDays(),
                    calculation.provisional());
        }
    }

    @PostMapping("/api/v1/public/time-limits/calculate")
    Result calculate(@RequestBody Question question) {
        int extension = question.extensionDays() == null ? 0 : question.extensionDays();
        var wrong = new ArrayList<InvalidInput.Field>();
        mustBeDays(question.workingDays(), "/workingDays", wrong);
        mustBeDays(extension, "/extensionDays", wrong);
        if (question.suspensions().size() > MOST_SUSPENSIONS) {
            wrong.add(InvalidInput.Field.of("/suspensions", "timelimit.too-many", MOST_SUSPENSIONS));
        }
        var exclusions = new ArrayList<Exclusion>();
        for (int i = 0; i < question.suspensions().size(); i++) {
            var suspension = question.suspensions().get(i);
            LocalDate to = suspension.to();
            if (to != null && to.isBefore(suspension.from())) {
                wrong.add(
                        InvalidInput.Field.of("/suspensions/" + i + "/to", "timelimit.before-from", suspension.from()));
            }
            exclusions.add(new Exclusion(suspension.from(), to, 0, Unit.WORKING_DAY));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return Result.of(TimeLimits.calculate(
                calendars.of(question.region()),
                time,
                question.start(),
                Unit.WORKING_DAY,
                question.workingDays(),
                extension,
                exclusions));
    }

    private static void mustBeDays(int days, String pointer, List<InvalidInput.Field> wrong) {
        if (days < 0 || days > MOST_DAYS) {
            wrong.add(InvalidInput.Field.of(pointer, "timelimit.days", MOST_DAYS));
        }
    }
}
