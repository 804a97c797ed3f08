package org.onewindow.cases.model;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.onewindow.cases.Command;

/**
 * Putting a wrong entry right (纠错, C12): materials, pages, an opinion, contact data, the end of a suspension; never the
 * instants of receipt or acceptance. Which kind of event a replacement fits is checked against the event itself by the door.
 */
public final class Corrections {

    private Corrections() {}

    static CaseEvent check(Command.Correct correct, LocalDate today, Check check) {
        String reason = correct.reason() == null ? "" : correct.reason().strip();
        check.refuseIf(reason.isEmpty(), "C12", "correct.reason");
        Command.Replacement replacement = correct.replacement();
        long given = Stream.of(
                        replacement.materials(), replacement.opinion(), replacement.endsOn(), replacement.phone())
                .filter(java.util.Objects::nonNull)
                .count();
        check.refuseIf(given != 1, "C12", "correct.one");
        LocalDate endsOn = replacement.endsOn();
        check.refuseIf(endsOn != null && endsOn.isAfter(today), "C12", "correct.future");
        return new CaseEvent.Corrected(
                correct.event(),
                reason,
                replacement.materials(),
                replacement.opinion(),
                replacement.endsOn(),
                replacement.phone() != null);
    }

    /** Whether a replacement fits the event it is to put right. */
    public static boolean fits(CaseEvent wrong, Command.Replacement replacement) {
        return switch (wrong) {
            case CaseEvent.Received _ -> replacement.materials() != null || replacement.phone() != null;
            case CaseEvent.Supplemented _ -> replacement.materials() != null;
            case CaseEvent.StepCompleted _ -> replacement.opinion() != null;
            case CaseEvent.Forwarded _ -> replacement.opinion() != null;
            case CaseEvent.CommitmentChecked _ -> replacement.opinion() != null;
            case CaseEvent.Resumed _ -> replacement.endsOn() != null;
            default -> false;
        };
    }
}
