package org.onewindow.supervision.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.StepTurn;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.supervision.model.Shares.Turn;

/** With whom a case lay when, from its steps and its history. */
public final class Turns {

    /** Somebody came to hold the case, by an event of that version. */
    public record Held(String userName, Instant from, int event) {}

    private Turns() {}

    /**
     * The turns, oldest first: a clerk's step belongs to whoever held the case then, another to whoever did it.
     *
     * @param holders who held the case, oldest first
     * @param history all events, for naming those that began and ended a turn
     */
    public static List<Turn> of(FollowedCase followed, List<Held> holders, List<HistoryEntry> history) {
        List<Turn> turns = new ArrayList<>();
        for (StepTurn step : followed.steps()) {
            StepRole role = role(followed.item(), step.code());
            if (role == StepRole.CLERK || role == StepRole.AGENT) {
                atTheWindow(step, role, holders, history, turns);
            } else {
                turns.add(new Turn(
                        role,
                        step.code(),
                        step.began(),
                        step.ended(),
                        step.by(),
                        events(history, step.began(), step.ended())));
            }
        }
        return turns;
    }

    private static void atTheWindow(
            StepTurn step, StepRole role, List<Held> holders, List<HistoryEntry> history, List<Turn> turns) {
        for (int i = 0; i < holders.size(); i++) {
            Held held = holders.get(i);
            Instant next = i + 1 < holders.size() ? holders.get(i + 1).from() : null;
            Instant from = held.from().isBefore(step.began()) ? step.began() : held.from();
            Instant until = earlier(step.ended(), next);
            if (until == null || from.isBefore(until)) {
                List<Integer> events = new ArrayList<>(events(history, step.began(), step.ended()));
                events.add(held.event());
                turns.add(new Turn(role, step.code(), from, until, held.userName(), events));
            }
        }
    }

    private static List<Integer> events(List<HistoryEntry> history, Instant began, @Nullable Instant ended) {
        return history.stream()
                .filter(entry ->
                        entry.happenedAt().equals(began) || entry.happenedAt().equals(ended))
                .map(HistoryEntry::version)
                .toList();
    }

    private static StepRole role(ItemVersion item, String code) {
        return item.steps().stream()
                .filter(step -> step.code().equals(code))
                .map(ItemVersion.Step::role)
                .findFirst()
                .orElse(StepRole.CLERK);
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
