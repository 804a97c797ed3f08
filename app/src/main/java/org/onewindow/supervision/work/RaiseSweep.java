package org.onewindow.supervision.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffMember;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.clockwork.Sweep;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Histories;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.Rules;
import org.onewindow.supervision.model.CardEvent;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.model.Watch;
import org.onewindow.supervision.model.Watch.Subject;
import org.onewindow.supervision.model.Watch.Wrong;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.CardStore.Withdrawal;
import org.onewindow.supervision.store.SupervisionJson;
import org.onewindow.supervision.store.WatchStore;
import org.onewindow.supervision.store.WatchStore.Due;
import org.onewindow.supervision.store.WatchStore.Owned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises what has become due, and lifts what turned out wrong (S2, S4). Card, event and the end of the watch are one transaction,
 * and a watch in one node's hands is left alone by the others, so each is raised exactly once, whatever breaks off in between.
 *
 * <p>A watch of a case that has changed since the follower last saw it is set aside: the follower will look at the case again and
 * say what of it is still right. So a case completed in the last second gets no card because somebody was slow to notice.
 */
@Component
@Order
class RaiseSweep implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(RaiseSweep.class);

    private static final int BATCH = 1_000;

    /** S2 allows a minute; what took longer is marked. */
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    private final WatchStore watches;
    private final CardStore cards;
    private final Histories histories;
    private final Journal journal;
    private final Rules rules;
    private final StaffDirectory staff;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    RaiseSweep(
            WatchStore watches,
            CardStore cards,
            Histories histories,
            Journal journal,
            Rules rules,
            StaffDirectory staff,
            CentreCalendar calendar,
            CentreTime time,
            TransactionTemplate transaction) {
        this.watches = watches;
        this.cards = cards;
        this.histories = histories;
        this.journal = journal;
        this.rules = rules;
        this.staff = staff;
        this.calendar = calendar;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "supervision.raise";
    }

    @Override
    public Optional<Instant> nextInstant() {
        return watches.nextWake();
    }

    @Override
    public int doDue(Instant upTo) {
        try {
            return batch(upTo, BATCH, 0);
        } catch (DataAccessResourceFailureException | TransactionException noDatabase) {
            throw noDatabase;
        } catch (RuntimeException failed) {
            LOG.warn("a batch of signals failed; trying one by one", failed);
            return oneByOne(upTo);
        }
    }

    /** One that fails stays due and doesn't keep the others from being raised; nothing but 0 done lets the sweep rest. */
    private int oneByOne(Instant upTo) {
        int done = 0;
        int failures = 0;
        while (done + failures < BATCH) {
            try {
                if (batch(upTo, 1, failures) == 0) {
                    break;
                }
                done++;
            } catch (RuntimeException failed) {
                failures++;
                LOG.error("ALARM: a signal can't be raised", failed);
            }
        }
        return done;
    }

    private int batch(Instant upTo, int limit, int passedOver) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Due> due = watches.due(upTo, limit, passedOver);
            if (!due.isEmpty()) {
                Batch batch = new Batch();
                split(due, batch);
                batch.write();
            }
            return due.size();
        }));
    }

    /** Tells what is right to raise from what has to wait for the follower. */
    private void split(List<Due> due, Batch batch) {
        Map<Long, Integer> versions = histories.versions(due.stream()
                .filter(RaiseSweep::goesByTheCase)
                .map(Due::owner)
                .distinct()
                .toList());
        for (Due each : due) {
            Integer version = versions.get(each.owner());
            if (goesByTheCase(each) && (version == null || version != each.seenVersion())) {
                batch.stale.add(each.owned());
            } else if (each.watch().card() != null) {
                batch.lift(each, each.watch().card());
            } else {
                batch.raise(each);
            }
        }
    }

    /** What became due before the case changed stays due whatever happens now. */
    private static boolean goesByTheCase(Due due) {
        return due.watch().subject() == null && due.watch().card() == null;
    }

    /** What one transaction does. */
    private final class Batch {

        private final Instant now = time.now();
        private final WorkingCalendar edition = calendar.current();
        private final Map<String, RuleSet> sets = new HashMap<>();
        private final List<Owned> stale = new ArrayList<>();
        private final List<Owned> done = new ArrayList<>();
        private final List<CardFile> raised = new ArrayList<>();
        private final List<NewEvent> events = new ArrayList<>();
        private final Map<Long, Wrong> wrong = new LinkedHashMap<>();
        private final Map<Long, Withdrawal> wrongFromTheStart = new LinkedHashMap<>();

        void raise(Due due) {
            Watch watch = due.watch();
            long id = journal.nextStream();
            CardEvent.Raised event = event(due);
            CardFile card = CardFile.raised(id, event, watch.at(), now);
            events.add(newEvent(id, 1, event, watch.at()));
            done.add(due.owned());
            Wrong found = watch.wrong();
            if (found != null) {
                CardEvent.Withdrawn withdrawn = withdrawn(found);
                card = card.after(withdrawn);
                events.add(newEvent(id, card.version(), withdrawn, found.at()));
                wrongFromTheStart.put(id, new Withdrawal(id, found.version(), found.edition()));
            }
            raised.add(card);
        }

        void lift(Due due, long card) {
            Wrong found = Objects.requireNonNull(due.watch().wrong());
            wrong.put(card, found);
            done.add(due.owned());
        }

        /** Lifts before it raises: the signal at its right instant may be due as well. */
        void write() {
            watches.hold(stale);
            watches.delete(done);
            if (!wrong.isEmpty()) {
                List<Withdrawal> withdrawals = new ArrayList<>();
                wrong.forEach((card, found) -> withdrawals.add(new Withdrawal(card, found.version(), found.edition())));
                cards.withdraw(withdrawals).forEach((card, version) -> {
                    Wrong found = Objects.requireNonNull(wrong.get(card));
                    events.add(newEvent(card, version, withdrawn(found), found.at()));
                });
            }
            if (!raised.isEmpty()) {
                cards.insert(raised, wrongFromTheStart);
            }
            if (!events.isEmpty()) {
                journal.append(Centre.OURS, events);
            }
        }

        private static CardEvent.Withdrawn withdrawn(Wrong found) {
            return new CardEvent.Withdrawn(found.cause(), found.movedTo(), found.version(), found.edition());
        }

        private CardEvent.Raised event(Due due) {
            Watch watch = due.watch();
            Subject subject = due.subject();
            RuleSet made = sets.computeIfAbsent(watch.ruleSet(), rules::named);
            String role = role(watch, subject);
            return new CardEvent.Raised(
                    watch.key().colour(),
                    watch.rule(),
                    watch.ruleSet(),
                    due.owner(),
                    subject.caseId(),
                    subject.caseNumber(),
                    subject.version(),
                    subject.department(),
                    subject.window(),
                    watch.key().clock(),
                    watch.key().reference(),
                    watch.key().startedAt(),
                    watch.dueAt(),
                    subject.step(),
                    role,
                    responsible(role, subject),
                    explainBy(watch, made),
                    made.points().of(watch.key().colour()),
                    Duration.between(watch.wakeAt(), now).compareTo(IN_TIME) > 0);
        }

        /** The day it is raised isn't counted, and who hears of it late has no less time (S3, T2). */
        private @Nullable Instant explainBy(Watch watch, RuleSet made) {
            if (watch.key().colour() == Colour.WARNING) {
                return null;
            }
            LocalDate last =
                    edition.workingDayAfter(time.dayOf(now), made.replies().explanation());
            return time.at(last, edition.closingTime(last));
        }
    }

    private static String role(Watch watch, Subject subject) {
        String role = watch.role();
        String ofStep = subject.stepRole();
        return role != null ? role : ofStep != null ? ofStep : Role.CLERK.name();
    }

    /** Whoever holds the case, for what is the window's; else who held the post then, where that was one person. */
    private @Nullable String responsible(String role, Subject subject) {
        if (role.equals(Role.CLERK.name()) || role.equals(Role.AGENT.name())) {
            return subject.holder();
        }
        String department = role.equals(Role.LEADER.name()) ? null : subject.department();
        List<StaffMember> holders = staff.holders(Role.valueOf(role), department);
        return holders.size() == 1 ? holders.getFirst().userName() : null;
    }

    private static NewEvent newEvent(long card, int version, CardEvent event, Instant at) {
        return new NewEvent(
                card,
                version,
                CardEvent.nameOf(event),
                Actor.SYSTEM.userName(),
                null,
                null,
                at,
                SupervisionJson.write(event));
    }
}
