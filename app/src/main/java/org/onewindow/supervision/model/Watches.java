package org.onewindow.supervision.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.model.Watch.Subject;
import org.onewindow.supervision.model.Watch.Wrong;

/**
 * What becomes of the watches of one case when something happened to it (S2, S4). Pure, so that reading the journal again comes to
 * the same.
 *
 * <p>In words: a signal that was due before the event happened stays due, as of the case before the event; where the event shows
 * it to have been wrong, it will be raised and lifted at once. The same goes for cards raised already. Everything else is forgotten
 * and set anew from the clocks as they are now, except for thresholds that have had their card.
 */
public final class Watches {

    /**
     * What happened.
     *
     * @param at when
     * @param cause type of the event, {@code calendar} or {@code rules}
     * @param version the case's version after it
     * @param edition the calendar edition counted with
     */
    public record Cause(Instant at, String cause, int version, long edition) {

        /** Whether it shows more of a case than was known when a card was raised on one of its versions. */
        boolean isAfter(int cardVersion) {
            return version > cardVersion || (version == cardVersion && !cause.startsWith("case."));
        }
    }

    /**
     * A card of the case.
     *
     * @param at the instant it is dated at
     * @param version the case's version it was raised on
     * @param withdrawn at which version and edition the system lifted it as wrong; null where it didn't
     * @param lifted whether anybody lifted it
     */
    public record Raised(
            long id,
            Watch.Key key,
            Instant at,
            int version,
            @Nullable Withdrawn withdrawn,
            boolean lifted) {}

    /** Where in the case's life, and with which calendar, a card was found wrong. */
    public record Withdrawn(int version, long edition) {}

    private final List<Watch> before;
    private final List<Raised> cards;
    private final Map<Watch.Key, Watch> wanted = new HashMap<>();
    private final Set<Watch.Key> presentClocks;
    private final Cause cause;
    private final List<Watch> after = new ArrayList<>();

    private Watches(
            List<Watch> before, List<Raised> cards, List<Watch> wanted, Set<Watch.Key> presentClocks, Cause cause) {
        this.before = before;
        this.cards = cards;
        this.presentClocks = presentClocks;
        this.cause = cause;
        wanted.forEach(watch -> this.wanted.put(watch.key(), watch));
    }

    /**
     * The watches after something happened.
     *
     * @param before those there were
     * @param cards the case's cards
     * @param wanted a watch for each signal that the case as it is now has given or will give
     * @param presentClocks the keys (of any colour) of all clocks the case has now
     * @param subject the case as it was before; null when it was only just received
     */
    public static List<Watch> after(
            List<Watch> before,
            List<Raised> cards,
            List<Watch> wanted,
            Set<Watch.Key> presentClocks,
            Cause cause,
            @Nullable Subject subject) {
        Watches watches = new Watches(before, cards, wanted, presentClocks, cause);
        watches.keepWhatIsDue(subject);
        watches.liftWhatIsWrong();
        watches.setAnew(wanted);
        return List.copyOf(watches.after);
    }

    private void keepWhatIsDue(@Nullable Subject subject) {
        for (Watch watch : before) {
            if (watch.card() != null || !watch.key().isClock()) {
                after.add(watch);
                continue;
            }
            Subject then = watch.subject();
            boolean due = then != null || !watch.wakeAt().isAfter(cause.at());
            if (due) {
                Wrong wrong = watch.wrong();
                after.add(watch.ripe(
                        then == null ? subject : then, wrong == null ? wrong(watch.key(), watch.at()) : wrong));
            }
        }
    }

    private void liftWhatIsWrong() {
        for (Raised card : cards) {
            boolean judged = cause.isAfter(card.version());
            if (!judged || card.lifted() || !card.key().isClock() || isBeingLifted(card.id())) {
                continue;
            }
            Wrong wrong = wrong(card.key(), card.at());
            if (wrong != null) {
                // Due at once, and before the signal at its right instant: a threshold has one standing card at a time.
                after.add(new Watch(
                        card.key(), card.at(), card.at(), null, "S4", "", null, false, null, wrong, card.id()));
            }
        }
    }

    /** A signal is wrong once its clock is known to give it later, or not at all. */
    private @Nullable Wrong wrong(Watch.Key key, Instant at) {
        if (!presentClocks.contains(ofClock(key))) {
            return null;
        }
        Watch now = wanted.get(key);
        if (now != null && !now.at().isAfter(at)) {
            return null;
        }
        return new Wrong(cause.at(), cause.cause(), now == null ? null : now.at(), cause.version(), cause.edition());
    }

    /** The same key in the colour that stands for the clock itself. */
    public static Watch.Key ofClock(Watch.Key key) {
        return new Watch.Key(key.clock(), key.reference(), key.startedAt(), org.onewindow.supervision.Colour.WARNING);
    }

    private void setAnew(List<Watch> signals) {
        Set<Watch.Key> taken = new HashSet<>();
        Set<Watch.Key> wrongHere = new HashSet<>();
        for (Watch watch : after) {
            if (watch.wrong() == null) {
                taken.add(watch.key());
            } else {
                wrongHere.add(watch.key());
            }
        }
        for (Watch signal : signals) {
            boolean sameInstant = wrongHere.contains(signal.key())
                    && after.stream()
                            .anyMatch(watch -> watch.key().equals(signal.key())
                                    && watch.at().equals(signal.at()));
            if (!taken.contains(signal.key()) && !sameInstant && !hasItsCard(signal)) {
                after.add(signal);
            }
        }
    }

    private boolean hasItsCard(Watch signal) {
        return cards.stream().filter(card -> card.key().equals(signal.key())).anyMatch(card -> {
            Withdrawn withdrawn = card.withdrawn();
            if (withdrawn == null) {
                return !isBeingLifted(card.id());
            }
            return card.at().equals(signal.at()) && isBefore(withdrawn);
        });
    }

    /** Whether, reading the journal again, we are at a place before the one where a card turned out wrong. */
    private boolean isBefore(Withdrawn withdrawn) {
        return cause.version() < withdrawn.version()
                || (cause.version() == withdrawn.version() && cause.edition() < withdrawn.edition());
    }

    private boolean isBeingLifted(long card) {
        return after.stream().anyMatch(watch -> Objects.equals(watch.card(), card));
    }
}
