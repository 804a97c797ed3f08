package org.onewindow.supervision.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.clockwork.Sweep;
import org.onewindow.journal.Followers;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Histories;
import org.onewindow.supervision.Rules;
import org.onewindow.supervision.model.CaseWatching;
import org.onewindow.supervision.model.RuleBook;
import org.onewindow.supervision.model.Watch;
import org.onewindow.supervision.model.Watches;
import org.onewindow.supervision.model.Watches.Cause;
import org.onewindow.supervision.model.Watches.Raised;
import org.onewindow.supervision.store.FollowedRow;
import org.onewindow.supervision.store.WatchStore;
import org.onewindow.supervision.store.WatchStore.Computed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the watches of all open cases anew when the calendar or the rules have changed (S2): the one work here that grows with
 * the number of open cases, in short transactions. Broken off, it begins again and finds most of it done.
 */
@Component
class ComputeSweep implements Sweep {

    private static final int BATCH = 200;

    /** Positions; a busy centre is never quite up to date. */
    private static final int FAR_BEHIND = 2_000;

    private final WatchStore store;
    private final CaseFollower follower;
    private final Histories histories;
    private final Rules rules;
    private final CentreCalendar calendar;
    private final Followers followers;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    ComputeSweep(
            WatchStore store,
            CaseFollower follower,
            Histories histories,
            Rules rules,
            CentreCalendar calendar,
            Followers followers,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.follower = follower;
        this.histories = histories;
        this.rules = rules;
        this.calendar = calendar;
        this.followers = followers;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "supervision.compute";
    }

    /** While the journal is being read again there is nothing to compute yet: it will all have to be done afterwards. */
    @Override
    public Optional<Instant> nextInstant() {
        boolean done = store.computed().filter(present()::equals).isPresent();
        return done || isReading() ? Optional.empty() : Optional.of(time.now());
    }

    private boolean isReading() {
        return followers.states().stream()
                .anyMatch(state -> state.name().equals(CaseFollower.NAME) && state.lag() > FAR_BEHIND);
    }

    private Computed present() {
        return new Computed(calendar.current().edition(), rules.revision());
    }

    @Override
    public int doDue(Instant upTo) {
        Computed before = store.computed().orElse(null);
        Computed now = present();
        if (now.equals(before)) {
            return 0;
        }
        String cause = before != null && before.edition() == now.edition() ? "rules" : "calendar";
        WorkingCalendar edition = calendar.current();
        int done = 1;
        long after = 0;
        for (List<Long> page = store.open(after, BATCH); !page.isEmpty(); page = store.open(after, BATCH)) {
            List<Long> cases = page;
            transaction.executeWithoutResult(_ -> compute(cases, edition, cause));
            after = cases.getLast();
            done += cases.size();
        }
        transaction.executeWithoutResult(_ -> store.computed(now, time.now()));
        return done;
    }

    private void compute(List<Long> cases, WorkingCalendar edition, String cause) {
        Map<Long, FollowedRow> before = store.lock(cases);
        Map<At, FollowedCase> states = histories.seen(before.values());
        Map<Long, List<Watch>> kept = store.watches(before.keySet());
        Map<Long, List<Raised>> cards = store.cards(before.keySet());
        Map<Long, List<Watch>> watches = new HashMap<>();
        Map<Long, FollowedRow> after = new LinkedHashMap<>(before);
        RuleBook book = rules.book();
        Instant now = time.now();
        states.forEach((at, state) -> {
            FollowedRow row = Objects.requireNonNull(before.get(at.id()));
            watches.put(
                    at.id(),
                    Watches.after(
                            kept.getOrDefault(at.id(), List.of()),
                            cards.getOrDefault(at.id(), List.of()),
                            CaseWatching.signals(state, book, edition, time),
                            CaseWatching.clocks(state),
                            new Cause(now, cause, at.version(), edition.edition()),
                            row.subject()));
            after.put(at.id(), follower.row(state, row, edition));
        });
        follower.replace(kept, watches);
        follower.write(before, after);
    }
}
