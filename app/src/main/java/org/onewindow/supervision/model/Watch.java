package org.onewindow.supervision.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.Colour;

/**
 * A signal that is still to come, or has come and isn't raised yet (S2).
 *
 * @param key which threshold of which clock
 * @param at the instant its card is dated at
 * @param wakeAt the first instant at which it holds
 * @param dueAt when the limit it speaks of ends; null where there is none
 * @param rule the rule's id
 * @param ruleSet the set it is made under
 * @param role the role that answers, by name; null: whoever the current step is given to
 * @param held set aside by the sweep because the case had changed since
 * @param subject what its owner was when it became due, where the owner has changed since; null: as it is now
 * @param wrong set where something that happened since shows it to be wrong: it is raised and lifted at once
 * @param card the card to lift, which is what this watch is for then; null where one is to be raised
 */
public record Watch(
        Key key,
        Instant at,
        Instant wakeAt,
        @Nullable Instant dueAt,
        String rule,
        String ruleSet,
        @Nullable String role,
        boolean held,
        @Nullable Subject subject,
        @Nullable Wrong wrong,
        @Nullable Long card) {

    /**
     * One threshold of one clock; no card is raised twice for the same.
     *
     * @param clock the kind of clock; empty for what is no clock
     * @param reference what the clock is about; for what is no clock: the rule and the version of the event
     * @param startedAt when it began
     */
    public record Key(String clock, String reference, Instant startedAt, Colour colour) {

        /** Whether it is a threshold of a clock. */
        public boolean isClock() {
            return !clock.isEmpty();
        }
    }

    /**
     * Why a signal turned out wrong (S4).
     *
     * @param at when that became known
     * @param cause type of the event that showed it, {@code calendar} or {@code rules}
     * @param movedTo the instant the signal has now; null where it doesn't arise any more
     * @param version the case's version at which that was seen
     * @param edition the calendar edition with which
     */
    public record Wrong(Instant at, String cause, @Nullable Instant movedTo, int version, long edition) {}

    /**
     * What a card says of the case it is about, as of when its signal became due.
     *
     * @param caseId null for an assigned task without a case
     * @param version the case's version
     * @param holder sign-in name of whoever had to act next
     * @param stepRole the role the current step was given to
     */
    public record Subject(
            @Nullable Long caseId,
            @Nullable String caseNumber,
            int version,
            String department,
            @Nullable String window,
            String holder,
            @Nullable String step,
            @Nullable String stepRole) {}

    Watch ripe(@Nullable Subject then, @Nullable Wrong found) {
        return new Watch(key, at, wakeAt, dueAt, rule, ruleSet, role, false, then, found, null);
    }
}
