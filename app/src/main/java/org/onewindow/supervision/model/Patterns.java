package org.onewindow.supervision.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.PatternKind;
import org.onewindow.supervision.PatternThresholds;
import org.onewindow.supervision.model.Deed.Kind;
import org.onewindow.supervision.model.Deed.Mark;

/**
 * What is gamed is shown (S7): each pattern a small rule over what happened. None of them says that somebody did wrong; it says
 * what stands out, and shows the events. Pure.
 */
public final class Patterns {

    /** Posts that decide in the hall; a head or leader decides in their own house, and above is elsewhere anyway. */
    private static final Set<String> IN_THE_HALL = Set.of("CLERK", "REVIEWER", "APPROVER", "AGENT");

    private static final Set<Kind> APPROVAL_LIKE = EnumSet.of(Kind.SUSPENDED, Kind.EXTENDED);

    private static final int PERCENT = 100;

    private final PatternThresholds thresholds;
    private final WorkingCalendar calendar;
    private final CentreTime time;

    public Patterns(PatternThresholds thresholds, WorkingCalendar calendar, CentreTime time) {
        this.thresholds = thresholds;
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * Something that stands out.
     *
     * @param evidence the events that show it
     * @param among among how many; 0 where they stand for themselves
     */
    public record Sighting(PatternKind pattern, String subject, String department, List<Deed> evidence, int among) {

        public Sighting {
            evidence = List.copyOf(evidence);
        }

        private static Sighting ofCase(PatternKind pattern, Deed... evidence) {
            Deed last = evidence[evidence.length - 1];
            return new Sighting(pattern, last.caseNumber(), last.department(), List.of(evidence), 0);
        }
    }

    /** Suspended so near to the limit that the suspension may be there to save it. */
    public Optional<Sighting> suspendedNearLimit(Deed deed) {
        Integer left = deed.minutesLeft();
        return deed.kind() == Kind.SUSPENDED && left != null && left <= thresholds.suspendedMinutes()
                ? Optional.of(Sighting.ofCase(PatternKind.SUSPENDED_NEAR_LIMIT, deed))
                : Optional.empty();
    }

    /**
     * Accepted days after everything was there, and decided at once: the work was done before the clock was let run.
     *
     * @param history what happened to the case, oldest first
     */
    public Optional<Sighting> acceptedWhenReady(Deed decided, List<Deed> history) {
        if (decided.kind() != Kind.DECIDED) {
            return Optional.empty();
        }
        Deed accepted = last(history, decided, Kind.ACCEPTED);
        if (accepted == null || accepted.mark() == Mark.DEEMED) {
            return Optional.empty();
        }
        Deed supplemented = last(history, accepted, Kind.SUPPLEMENTED);
        Deed complete = supplemented == null ? last(history, accepted, Kind.RECEIVED) : supplemented;
        if (complete == null) {
            return Optional.empty();
        }
        LocalDate ready = time.dayOf(complete.at());
        boolean waited =
                calendar.workingDaysBetween(ready, time.dayOf(accepted.at())) >= thresholds.acceptedAfterDays();
        boolean atOnce = WorkingMinutes.between(accepted.at(), decided.at(), calendar, time, _ -> true)
                <= thresholds.decidedWithinMinutes();
        return waited && atOnce
                ? Optional.of(Sighting.ofCase(PatternKind.ACCEPTED_WHEN_READY, complete, accepted, decided))
                : Optional.empty();
    }

    private static @Nullable Deed last(List<Deed> history, Deed before, Kind kind) {
        return history.stream()
                .filter(deed -> deed.kind() == kind && deed.version() < before.version())
                .max(Comparator.comparingInt(Deed::version))
                .orElse(null);
    }

    /** Completed, and put right or voided afterwards: counted as done, and not done. */
    public Optional<Sighting> reopened(Deed deed) {
        boolean again = deed.kind() == Kind.CORRECTED || deed.kind() == Kind.VOIDED;
        return again && deed.mark() == Mark.AFTER_COMPLETION
                ? Optional.of(Sighting.ofCase(PatternKind.REOPENED, deed))
                : Optional.empty();
    }

    /** Received earlier than it was recorded. */
    public Optional<Sighting> backdated(Deed deed) {
        return deed.kind() == Kind.RECEIVED
                        && Duration.between(deed.at(), deed.recordedAt()).toMinutes() > thresholds.backdatedMinutes()
                ? Optional.of(Sighting.ofCase(PatternKind.BACKDATED, deed))
                : Optional.empty();
    }

    /** Asked for what the version doesn't list. */
    public Optional<Sighting> unlistedMaterials(Deed deed) {
        return deed.mark() == Mark.UNLISTED
                ? Optional.of(Sighting.ofCase(PatternKind.UNLISTED_MATERIALS, deed))
                : Optional.empty();
    }

    /**
     * A filing that took days, was suspended, extended or refused, like an approval.
     *
     * @param itemName the item's name, which tells a filing
     */
    public Optional<Sighting> filingLikeApproval(Deed completed, List<Deed> history, String itemName) {
        boolean filing = completed.kind() == Kind.COMPLETED
                && thresholds.filingWords().stream().anyMatch(itemName::contains);
        if (!filing) {
            return Optional.empty();
        }
        Integer used = completed.usedDays();
        List<Deed> evidence = new ArrayList<>(history.stream()
                .filter(deed -> APPROVAL_LIKE.contains(deed.kind()) || deed.mark() == Mark.REFUSED)
                .toList());
        if (evidence.isEmpty() && (used == null || used <= thresholds.filingDays())) {
            return Optional.empty();
        }
        evidence.add(completed);
        return Optional.of(Sighting.ofCase(PatternKind.FILING_LIKE_APPROVAL, evidence.toArray(Deed[]::new)));
    }

    /**
     * The same matter of the same applicant received while the first was still open, or after it was withdrawn: it is counted
     * twice, and its clock begins anew. Resubmission after a refusal or after papers that didn't come is lawful (C3, C10).
     *
     * @param earlier an earlier receipt by the same applicant for the same item
     * @param ofEarlier what happened to that case, oldest first
     */
    public Optional<Sighting> receivedTwice(Deed receipt, Deed earlier, List<Deed> ofEarlier) {
        boolean both = receipt.kind() == Kind.RECEIVED
                && earlier.kind() == Kind.RECEIVED
                && earlier.stream() != receipt.stream()
                && earlier.applicant() == receipt.applicant()
                && earlier.itemCode().equals(receipt.itemCode())
                && !earlier.at().isAfter(receipt.at());
        boolean soon =
                Duration.between(earlier.at(), receipt.at()).compareTo(Duration.ofDays(thresholds.twiceDays())) <= 0;
        boolean lawful = ofEarlier.stream()
                .filter(deed -> !deed.at().isAfter(receipt.at()))
                .anyMatch(deed -> NoticeLines.ENDING.contains(deed.kind()) && deed.kind() != Kind.WITHDRAWN);
        return both && soon && !lawful
                ? Optional.of(Sighting.ofCase(PatternKind.RECEIVED_TWICE, earlier, receipt))
                : Optional.empty();
    }

    /**
     * Evaluations at one window so close upon each other that they hardly came from so many people. Which device they came from
     * isn't recorded yet; until it is, the window stands for it.
     *
     * @param evaluations of one window
     */
    public List<Sighting> evaluatedInSequence(List<Deed> evaluations) {
        List<Deed> inOrder = evaluations.stream()
                .filter(deed -> deed.kind() == Kind.EVALUATED)
                .sorted(Comparator.comparing(Deed::at))
                .toList();
        List<Sighting> found = new ArrayList<>();
        Duration within = Duration.ofMinutes(thresholds.evaluationsMinutes());
        int from = 0;
        while (from < inOrder.size()) {
            int to = from;
            while (to + 1 < inOrder.size()
                    && Duration.between(
                                            inOrder.get(Math.max(from, to + 2 - thresholds.evaluations()))
                                                    .at(),
                                            inOrder.get(to + 1).at())
                                    .compareTo(within)
                            <= 0) {
                to++;
            }
            if (to - from + 1 >= thresholds.evaluations()) {
                Deed first = inOrder.get(from);
                found.add(new Sighting(
                        PatternKind.EVALUATED_IN_SEQUENCE,
                        first.window(),
                        first.department(),
                        inOrder.subList(from, to + 1),
                        0));
                from = to + 1;
            } else {
                from++;
            }
        }
        return found;
    }

    /**
     * A window that takes in and hands on: hardly a case is decided in the hall.
     *
     * @param decided decisions and results of one window's cases
     */
    public Optional<Sighting> decidedElsewhere(List<Deed> decided) {
        List<Deed> all = decided.stream()
                .filter(deed -> deed.kind() == Kind.DECIDED || deed.kind() == Kind.RESULT_RECORDED)
                .toList();
        List<Deed> elsewhere = all.stream().filter(Patterns::isElsewhere).toList();
        return standsOut(
                PatternKind.DECIDED_ELSEWHERE,
                Deed::window,
                elsewhere,
                all.size(),
                thresholds.elsewhereCases(),
                thresholds.elsewherePercent(),
                all.size());
    }

    private static boolean isElsewhere(Deed deed) {
        String post = deed.post();
        return deed.kind() == Kind.RESULT_RECORDED || (post != null && !IN_THE_HALL.contains(post));
    }

    /**
     * Somebody whose cases end in a cluster just before their limits.
     *
     * @param completed completions by one person
     */
    public Optional<Sighting> clusteredBeforeLimit(List<Deed> completed) {
        List<Deed> all = completed.stream()
                .filter(deed -> deed.kind() == Kind.COMPLETED && isPromised(deed))
                .toList();
        List<Deed> near = all.stream().filter(this::isNearLimit).toList();
        return standsOut(
                PatternKind.CLUSTERED_BEFORE_LIMIT,
                Deed::actor,
                near,
                all.size(),
                thresholds.clusterCases(),
                thresholds.clusterPercent(),
                near.size());
    }

    /** What is done on the spot is always done near its limit. */
    private static boolean isPromised(Deed deed) {
        Integer promised = deed.promisedDays();
        return promised != null && promised > 0;
    }

    private boolean isNearLimit(Deed deed) {
        Integer left = deed.minutesLeft();
        return left != null && left >= 0 && left <= thresholds.clusterMinutes();
    }

    private static Optional<Sighting> standsOut(
            PatternKind pattern,
            java.util.function.Function<Deed, String> subject,
            List<Deed> evidence,
            int among,
            int least,
            int percent,
            int enough) {
        boolean found = !evidence.isEmpty() && enough >= least && evidence.size() * PERCENT >= among * percent;
        return found
                ? Optional.of(new Sighting(
                        pattern,
                        subject.apply(evidence.getFirst()),
                        evidence.getFirst().department(),
                        evidence,
                        among))
                : Optional.empty();
    }
}
