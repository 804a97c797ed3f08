package org.onewindow.supervision.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.joint.JointHistories;
import org.onewindow.journal.Follower;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Changes;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.Histories;
import org.onewindow.supervision.Rules;
import org.onewindow.supervision.model.CaseWatching;
import org.onewindow.supervision.model.ContentRules;
import org.onewindow.supervision.model.RuleBook;
import org.onewindow.supervision.model.Watch;
import org.onewindow.supervision.model.Watches;
import org.onewindow.supervision.model.Watches.Cause;
import org.onewindow.supervision.model.Watches.Raised;
import org.onewindow.supervision.store.FollowedRow;
import org.onewindow.supervision.store.WatchStore;
import org.onewindow.supervision.store.WatchStore.InUse;
import org.onewindow.supervision.store.WatchStore.Owned;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the watches of every case, and what the board counts, by what happens to cases and cards. A batch costs a handful of
 * statements however many events it has; none of them looks at cases to which nothing happened.
 */
@Component
class CaseFollower implements Follower {

    static final String NAME = "supervision.cases";

    private static final String OPINION_MISSED = "joint.review-silent";

    private final WatchStore store;
    private final Histories histories;
    private final CaseActs acts;
    private final Rules rules;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final ObjectProvider<Changes> listeners;

    CaseFollower(
            WatchStore store,
            Histories histories,
            CaseActs acts,
            Rules rules,
            CentreCalendar calendar,
            CentreTime time,
            ObjectProvider<Changes> listeners) {
        this.store = store;
        this.histories = histories;
        this.acts = acts;
        this.rules = rules;
        this.calendar = calendar;
        this.time = time;
        this.listeners = listeners;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> typePrefixes() {
        return List.of("case.", "joint.", "supervision.card-");
    }

    @Override
    public void reset() {
        store.reset();
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        List<RecordedEvent> onCases = new ArrayList<>();
        Set<Long> cards = new LinkedHashSet<>();
        Set<Long> cases = new LinkedHashSet<>();
        for (RecordedEvent event : batch) {
            if (event.type().startsWith("supervision.")) {
                cards.add(event.stream());
            } else if (isFollowed(event.type())) {
                onCases.add(event);
                cases.add(event.stream());
            } else if (event.type().equals(OPINION_MISSED)) {
                onCases.add(event);
            }
        }
        if (!cards.isEmpty()) {
            cases.addAll(store.casesOf(cards));
        }
        Map<Long, FollowedRow> before = store.lock(cases);
        Map<Long, FollowedRow> after = new LinkedHashMap<>(before);
        if (!onCases.isEmpty()) {
            follow(onCases, after);
        }
        write(before, coloured(after));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listeners.forEach(listener -> listener.happened(cards));
            }
        });
    }

    /** Whether what it happened to is followed, and not only the act looked at. */
    private static boolean isFollowed(String type) {
        return type.startsWith("case.") || JointHistories.isOfApplication(type);
    }

    private void follow(List<RecordedEvent> events, Map<Long, FollowedRow> rows) {
        Map<At, FollowedCase> states = histories.after(
                events.stream().filter(event -> isFollowed(event.type())).toList());
        Set<Long> ids = new LinkedHashSet<>();
        events.forEach(event -> ids.add(event.stream()));
        Map<Long, List<Watch>> kept = store.watches(ids);
        Map<Long, List<Raised>> cards = store.cards(ids);
        Map<Long, List<Watch>> watches = new HashMap<>(kept);
        RuleBook book = rules.book();
        Editions editions = new Editions(store.editions());
        for (RecordedEvent event : events) {
            long id = event.stream();
            WorkingCalendar edition = editions.at(event.happenedAt());
            if (event.type().equals(OPINION_MISSED)) {
                watches.put(
                        id,
                        Watches.after(
                                watches.getOrDefault(id, List.of()),
                                cards.getOrDefault(id, List.of()),
                                missed(event, book),
                                Set.of(),
                                new Cause(event.happenedAt(), event.type(), event.version(), edition.edition()),
                                null));
                continue;
            }
            FollowedCase state = states.get(new At(event.stream(), event.version()));
            if (state == null) {
                throw Bug.found("no version " + event.version() + " of case " + event.stream());
            }
            FollowedRow row = rows.get(id);
            List<Watch> wanted = new ArrayList<>(CaseWatching.signals(state, book, edition, time));
            wanted.addAll(found(event, state, book));
            watches.put(
                    id,
                    Watches.after(
                            watches.getOrDefault(id, List.of()),
                            cards.getOrDefault(id, List.of()),
                            wanted,
                            CaseWatching.clocks(state),
                            new Cause(event.happenedAt(), event.type(), event.version(), edition.edition()),
                            row == null ? null : row.subject()));
            rows.put(id, row(state, row, edition));
        }
        replace(kept, watches);
        if (editions.usedEarlier()) {
            store.forgetComputed();
        }
    }

    private List<Watch> found(RecordedEvent event, FollowedCase state, RuleBook book) {
        return acts.of(event, state)
                .map(act -> CaseWatching.found(
                        ContentRules.found(act, state.item()),
                        event.version(),
                        event.happenedAt(),
                        event.post(),
                        acts.subject(event, state),
                        book.on(time.dayOf(event.happenedAt()))))
                .orElse(List.of());
    }

    private List<Watch> missed(RecordedEvent event, RuleBook book) {
        return CaseActs.missedOpinion(event)
                .map(subject -> CaseWatching.found(
                        List.of(ContentRule.OPINION_MISSED),
                        event.version(),
                        event.happenedAt(),
                        subject.stepRole(),
                        subject,
                        book.on(time.dayOf(event.happenedAt()))))
                .orElse(List.of());
    }

    /** What is kept of a case, as it is. */
    FollowedRow row(FollowedCase state, @Nullable FollowedRow before, WorkingCalendar edition) {
        Instant dueAt = CaseWatching.dueAt(state, edition, time, time.now());
        LocalDate dueOn = dueAt == null ? null : time.dayOf(dueAt);
        return new FollowedRow(
                state.id(),
                state.version(),
                state.number(),
                state.item().code(),
                state.department(),
                Objects.requireNonNullElse(state.window(), ""),
                state.holder(),
                state.firstInquiry(),
                state.step(),
                CaseWatching.stepRole(state),
                state.isOpen(),
                CaseWatching.isSuspended(state),
                before == null ? 0 : before.colour(),
                dueAt,
                dueOn,
                state.receivedAt(),
                state.endedAt());
    }

    /** Writes down the difference between the watches there were and those there are. */
    void replace(Map<Long, List<Watch>> before, Map<Long, List<Watch>> after) {
        List<Owned> gone = new ArrayList<>();
        List<Owned> fresh = new ArrayList<>();
        after.forEach((owner, now) -> {
            List<Watch> then = before.getOrDefault(owner, List.of());
            if (!then.equals(now)) {
                Set<Watch> unchanged = new LinkedHashSet<>(then);
                unchanged.retainAll(now);
                then.stream()
                        .filter(watch -> !unchanged.contains(watch))
                        .forEach(watch -> gone.add(new Owned(owner, watch)));
                now.stream()
                        .filter(watch -> !unchanged.contains(watch))
                        .forEach(watch -> fresh.add(new Owned(owner, watch)));
            }
        });
        store.change(gone, fresh);
    }

    private Map<Long, FollowedRow> coloured(Map<Long, FollowedRow> rows) {
        Map<Long, Integer> colours = store.colours(rows.keySet());
        rows.replaceAll((id, row) -> row.coloured(colours.getOrDefault(id, 0)));
        return rows;
    }

    /** Writes down rows that changed, and counts them anew. */
    void write(Map<Long, FollowedRow> before, Map<Long, FollowedRow> after) {
        Collection<FollowedRow> unchanged = before.values();
        List<FollowedRow> changed = after.values().stream()
                .filter(row -> !row.equals(before.get(row.caseId())))
                .toList();
        if (!changed.isEmpty()) {
            store.save(changed);
            store.tally(unchanged, after.values());
        }
    }

    /** Which calendar was in use when: reading the journal again counts with what was counted with then. */
    private final class Editions {

        private final List<InUse> latestFirst;
        private final WorkingCalendar current = calendar.current();
        private final Map<Long, WorkingCalendar> earlier = new HashMap<>();

        Editions(List<InUse> latestFirst) {
            this.latestFirst = latestFirst;
        }

        /** Whether something was counted with a calendar that isn't the present one. */
        boolean usedEarlier() {
            return !earlier.isEmpty();
        }

        WorkingCalendar at(Instant instant) {
            if (latestFirst.isEmpty()) {
                return current;
            }
            long edition = latestFirst.stream()
                    .filter(each -> !each.since().isAfter(instant))
                    .findFirst()
                    .orElse(latestFirst.getLast())
                    .edition();
            return edition == current.edition() ? current : earlier.computeIfAbsent(edition, calendar::asOf);
        }
    }
}
