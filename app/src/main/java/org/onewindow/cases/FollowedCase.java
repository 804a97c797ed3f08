package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;

/**
 * A case as it was at one of its versions: what those who follow the journal need of it. Holds no personal data and never changes.
 *
 * @param version version of the event after which it was so
 * @param item the version of the item it is handled under
 * @param holder sign-in name of whoever must act next at the window
 * @param firstInquiry sign-in name of the first-inquiry responsible person (C5)
 * @param steps runs of the version's steps, oldest first; the last without an end is the current one
 * @param clocks all clocks there were, of each kind the current one first
 * @param receivedAt when it was received
 * @param endedAt when it came to its end; null while it is open
 */
public record FollowedCase(
        long id,
        int version,
        String number,
        CaseState state,
        ItemVersion item,
        String department,
        @Nullable String window,
        @Nullable String station,
        String holder,
        String firstInquiry,
        List<StepTurn> steps,
        List<ClockFacts> clocks,
        Instant receivedAt,
        @Nullable Instant endedAt) {

    /** Names a case at one of its versions. */
    public record At(long id, int version) {}

    /**
     * One run of a step.
     *
     * @param ended null while it is the current one
     * @param by sign-in name of whoever ended it
     */
    public record StepTurn(
            String code,
            Instant began,
            @Nullable Instant ended,
            @Nullable String by) {}

    public FollowedCase {
        steps = List.copyOf(steps);
        clocks = List.copyOf(clocks);
    }

    /** Whether the centre still has something to do on it: before its end, or a commitment to check (C16). */
    public boolean isOpen() {
        return !state.isEnd()
                || clocks.stream()
                        .anyMatch(clock -> clock.kind() == ClockKind.COMMITMENT_CHECK
                                && clock.stoppedAt() == null
                                && !clock.cancelled());
    }

    /** Code of the step being worked; null where none is. */
    public @Nullable String step() {
        return steps.isEmpty() || steps.getLast().ended() != null
                ? null
                : steps.getLast().code();
    }
}
