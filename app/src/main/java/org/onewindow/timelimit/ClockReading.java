package org.onewindow.timelimit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a clock stands at an instant.
 *
 * @param kind which clock
 * @param reference what it is about; see {@link ClockFacts#reference()}
 * @param state how it stands
 * @param unit what the three numbers are counted in; hours are whole hours begun
 * @param budgetDays budget and extension together
 * @param usedDays counted up to now or to the stop, today included, the start day and excluded days not
 * @param remainingDays {@code budgetDays - usedDays}: 0 on the last day, which isn't overdue yet; negative = counted days over
 * @param dueOn the last day; null while an open suspension without stated days keeps it unknown
 * @param dueAt the close of business of that day, the last instant in time; null with {@code dueOn}
 * @param projected whether it rests on the stated end of a suspension still open (T6)
 * @param provisional whether it rests on days no published calendar covers yet (T1)
 * @param stopped whether what it is a limit for was done, in time or late, or fell away
 */
public record ClockReading(
        ClockKind kind,
        String reference,
        ClockState state,
        Unit unit,
        int budgetDays,
        int usedDays,
        int remainingDays,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        boolean projected,
        boolean provisional,
        boolean stopped) {

    /** Whether something is still owed: it runs, waits, or has run out and nobody stopped it. */
    public boolean open() {
        return !stopped && state != ClockState.CANCELLED;
    }

    /** Whether it is overdue: missed, whether stopped or still running. */
    public boolean missed() {
        return state == ClockState.MISSED;
    }
}
