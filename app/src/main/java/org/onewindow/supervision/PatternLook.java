package org.onewindow.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Finding.Evidence;
import org.onewindow.supervision.model.Deed;
import org.onewindow.supervision.model.Deed.Kind;
import org.onewindow.supervision.model.OversightEvent;
import org.onewindow.supervision.model.Patterns;
import org.onewindow.supervision.model.Patterns.Sighting;
import org.onewindow.supervision.store.DeedStore;
import org.onewindow.supervision.store.FindingStore;
import org.onewindow.supervision.store.FindingStore.EventOf;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for patterns (S7) in what is new since the last look: page by page, each in a transaction of its own. It asks for what
 * happened before only where something new gives reason to: to that case, at that window, by that person, and so far back only.
 * One looks at a time; an event is evidence of a pattern once.
 */
@Component
public class PatternLook {

    private static final int PAGE = 500;
    private static final int MOST = 1_000;
    private static final Set<Kind> DECISIONS = EnumSet.of(Kind.DECIDED, Kind.RESULT_RECORDED);

    private final DeedStore deeds;
    private final FindingStore store;
    private final Standards standards;
    private final Catalogue catalogue;
    private final Journal journal;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    public PatternLook(
            DeedStore deeds,
            FindingStore store,
            Standards standards,
            Catalogue catalogue,
            Journal journal,
            CentreCalendar calendar,
            CentreTime time,
            TransactionTemplate transaction) {
        this.deeds = deeds;
        this.store = store;
        this.standards = standards;
        this.catalogue = catalogue;
        this.journal = journal;
        this.calendar = calendar;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Looks at everything that is new.
     *
     * @param dated the instant findings are dated at
     * @return how many were found
     */
    public int look(Instant dated) {
        int found = 0;
        for (int page = lookAtPage(dated); page >= 0; page = lookAtPage(dated)) {
            found += page;
        }
        return found;
    }

    /** How many were found in the next page; -1 when there is none. */
    private int lookAtPage(Instant dated) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Deed> fresh = deeds.since(store.lockLooking(), PAGE);
            if (fresh.isEmpty()) {
                return -1;
            }
            int found = new Page(fresh, dated).keep();
            store.looked(fresh.getLast().position());
            return found;
        }));
    }

    /** What a page of new deeds comes to. */
    private final class Page {

        private final List<Deed> fresh;
        private final Instant dated;
        private final Standards.Standard<PatternThresholds> thresholds = standards.thresholds();
        private final Patterns rules = new Patterns(thresholds.content(), calendar.current(), time);
        private final List<NewEvent> events = new ArrayList<>();

        Page(List<Deed> fresh, Instant dated) {
            this.fresh = fresh;
            this.dated = dated;
        }

        int keep() {
            Map<Long, List<Deed>> histories = histories();
            for (Deed deed : fresh) {
                keep(rules.suspendedNearLimit(deed));
                keep(rules.reopened(deed));
                keep(rules.backdated(deed));
                keep(rules.unlistedMaterials(deed));
                List<Deed> history = histories.getOrDefault(deed.stream(), List.of());
                keep(rules.acceptedWhenReady(deed, history));
                if (deed.kind() == Kind.COMPLETED) {
                    keep(rules.filingLikeApproval(deed, history, name(deed.itemCode())));
                }
                if (deed.kind() == Kind.RECEIVED) {
                    receivedTwice(deed);
                }
            }
            windows(EnumSet.of(Kind.EVALUATED)).forEach(this::evaluations);
            windows(DECISIONS).forEach(this::decisions);
            fresh.stream()
                    .filter(deed -> deed.kind() == Kind.COMPLETED)
                    .map(Deed::actor)
                    .distinct()
                    .forEach(this::completions);
            if (!events.isEmpty()) {
                journal.append(Centre.OURS, events);
            }
            return events.size();
        }

        private Map<Long, List<Deed>> histories() {
            Set<Long> asked = fresh.stream()
                    .filter(deed -> deed.kind() == Kind.DECIDED || deed.kind() == Kind.COMPLETED)
                    .map(Deed::stream)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Map<Long, List<Deed>> histories = new HashMap<>();
            if (!asked.isEmpty()) {
                deeds.of(asked)
                        .forEach(deed -> histories
                                .computeIfAbsent(deed.stream(), _ -> new ArrayList<>())
                                .add(deed));
            }
            return histories;
        }

        private String name(String item) {
            return catalogue.latest(item).map(ItemVersion::name).orElse("");
        }

        private void receivedTwice(Deed receipt) {
            Instant after = receipt.countedAt()
                    .minus(Duration.ofDays(thresholds.content().twiceDays()));
            for (Deed earlier : deeds.receipts(receipt.applicant(), receipt.itemCode(), after, MOST)) {
                if (earlier.stream() != receipt.stream()) {
                    keep(rules.receivedTwice(receipt, earlier, deeds.of(List.of(earlier.stream()))));
                }
            }
        }

        private Set<String> windows(Set<Kind> kinds) {
            return fresh.stream()
                    .filter(deed ->
                            kinds.contains(deed.kind()) && !deed.window().isEmpty())
                    .map(Deed::window)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private void evaluations(String window) {
            Duration within = Duration.ofMinutes(thresholds.content().evaluationsMinutes());
            rules.evaluatedInSequence(unused(
                            PatternKind.EVALUATED_IN_SEQUENCE,
                            deeds.atWindow(
                                    window,
                                    EnumSet.of(Kind.EVALUATED),
                                    fresh.getFirst().countedAt().minus(within),
                                    MOST)))
                    .forEach(this::keep);
        }

        private void decisions(String window) {
            keep(rules.decidedElsewhere(
                    unused(PatternKind.DECIDED_ELSEWHERE, deeds.atWindow(window, DECISIONS, lookBack(), MOST))));
        }

        private void completions(String actor) {
            keep(rules.clusteredBeforeLimit(unused(
                    PatternKind.CLUSTERED_BEFORE_LIMIT,
                    deeds.byActor(actor, EnumSet.of(Kind.COMPLETED), lookBack(), MOST))));
        }

        private Instant lookBack() {
            return fresh.getLast()
                    .countedAt()
                    .minus(Duration.ofDays(thresholds.content().lookBackDays()));
        }

        private List<Deed> unused(PatternKind pattern, List<Deed> found) {
            Set<EventOf> used =
                    store.used(pattern, found.stream().map(EventOf::of).toList());
            return found.reversed().stream()
                    .filter(deed -> !used.contains(EventOf.of(deed)))
                    .toList();
        }

        private void keep(Optional<Sighting> sighting) {
            sighting.ifPresent(this::keep);
        }

        private void keep(Sighting sighting) {
            List<EventOf> evidence =
                    sighting.evidence().stream().map(EventOf::of).toList();
            if (!store.used(sighting.pattern(), evidence).isEmpty()) {
                return;
            }
            Finding finding = new Finding(
                    journal.nextStream(),
                    1,
                    sighting.pattern(),
                    sighting.subject(),
                    sighting.department(),
                    dated,
                    sighting.among(),
                    thresholds.version(),
                    sighting.evidence().stream().map(PatternLook::evidence).toList(),
                    null,
                    null,
                    null);
            store.insert(finding);
            events.add(SupervisionJson.event(
                    finding.id(),
                    1,
                    new OversightEvent.PatternFound(
                            finding.pattern(),
                            finding.subject(),
                            finding.department(),
                            finding.among(),
                            finding.thresholds(),
                            finding.evidence()),
                    Actor.SYSTEM.userName(),
                    null,
                    dated));
        }
    }

    private static Evidence evidence(Deed deed) {
        return new Evidence(
                deed.caseNumber(),
                deed.stream(),
                deed.version(),
                deed.kind().name(),
                deed.at(),
                deed.recordedAt(),
                deed.actor(),
                deed.minutesLeft());
    }
}
