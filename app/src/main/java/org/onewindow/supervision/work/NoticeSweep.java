package org.onewindow.supervision.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.clockwork.Settling;
import org.onewindow.clockwork.Sweep;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.Followers;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Notice;
import org.onewindow.supervision.NoticeKind;
import org.onewindow.supervision.NoticeLine;
import org.onewindow.supervision.Standards;
import org.onewindow.supervision.model.NoticeLines;
import org.onewindow.supervision.model.OversightEvent;
import org.onewindow.supervision.store.DeedStore;
import org.onewindow.supervision.store.NoticeStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.onewindow.supervision.store.WatchStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the notices (S8): the daily one at the close of business of each working day, and with it those of the longer periods the
 * day is the last of. Each counts from the close of the one before, so nothing is left out and nothing told twice, also after
 * downtime: then one after the other, each with what had happened by its own close.
 *
 * <p>Signals due at the close are raised first. Two nodes at once: one waits for the other and finds it done.
 */
@Component
class NoticeSweep implements Sweep {

    private static final Duration IN_TIME = Duration.ofMinutes(1);

    /** Positions; a follower that is further behind is being rebuilt, and nobody waits for it, nor for one that has stopped. */
    private static final int FAR_BEHIND = 2_000;

    private final NoticeStore store;
    private final DeedStore deeds;
    private final WatchStore watches;
    private final RaiseSweep raise;
    private final Standards standards;
    private final Journal journal;
    private final Followers followers;
    private final ObjectProvider<Settling> settlings;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    NoticeSweep(
            NoticeStore store,
            DeedStore deeds,
            WatchStore watches,
            RaiseSweep raise,
            Standards standards,
            Journal journal,
            Followers followers,
            ObjectProvider<Settling> settlings,
            CentreCalendar calendar,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.deeds = deeds;
        this.watches = watches;
        this.raise = raise;
        this.standards = standards;
        this.journal = journal;
        this.followers = followers;
        this.settlings = settlings;
        this.calendar = calendar;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "supervision.notices";
    }

    @Override
    public Optional<Instant> nextInstant() {
        return Optional.of(nextClose(calendar.current()));
    }

    /** The first close of business after the last one that was told of. */
    private Instant nextClose(WorkingCalendar edition) {
        Instant last = store.lastClose().orElseGet(() -> store.since(time.now()));
        return Closes.after(last, edition, time);
    }

    @Override
    public int doDue(Instant upTo) {
        Instant close = nextClose(calendar.current());
        if (close.isAfter(upTo) || isBehind()) {
            return 0;
        }
        raiseFirst(close);
        if (followers.states().stream().noneMatch(NoticeSweep::isOutOfReach)) {
            settlings.forEach(Settling::settle);
        }
        return Objects.requireNonNull(transaction.execute(_ -> make(close)));
    }

    /** Whether what is to be counted isn't all there; then the notice comes later, and is marked so. */
    private boolean isBehind() {
        return isOutOfReach(reading());
    }

    private static boolean isOutOfReach(FollowerState state) {
        return state.error() != null || state.lag() > FAR_BEHIND;
    }

    private FollowerState reading() {
        return followers.states().stream()
                .filter(state -> state.name().equals(DeedFollower.NAME))
                .findFirst()
                .orElseThrow(() -> Bug.found("nobody follows for notices"));
    }

    private void raiseFirst(Instant close) {
        while (watches.nextWake().filter(due -> !due.isAfter(close)).isPresent()) {
            if (raise.doDue(close) == 0) {
                return;
            }
        }
    }

    private int make(Instant close) {
        store.lockCounting();
        WorkingCalendar edition = calendar.current();
        if (!nextClose(edition).equals(close)) {
            return 1;
        }
        LocalDate day = time.dayOf(close);
        List<Notice> made = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            if (kind.closesWith(day, edition) && !store.exists(kind, kind.firstDay(day))) {
                made.add(make(kind, day, close, edition));
            }
        }
        return made.size();
    }

    private Notice make(NoticeKind kind, LocalDate day, Instant close, WorkingCalendar edition) {
        Optional<Notice> before = store.latest(kind);
        Instant after = before.map(Notice::until).orElseGet(() -> begin(kind, day, edition));
        List<NoticeLine> lines = kind == NoticeKind.DAILY
                ? NoticeLines.of(
                        deeds.counted(after, close),
                        before.map(Notice::lines)
                                .orElseGet(() -> NoticeLines.of(deeds.counted(Instant.EPOCH, after), List.of())))
                : NoticeLines.sum(
                        store.daily(after, close).stream().map(Notice::lines).toList());
        Instant now = time.now();
        int year = day.getYear();
        Notice notice = new Notice(
                journal.nextStream(),
                kind,
                store.nextSerial(year),
                kind.firstDay(day),
                kind.lastDay(day),
                after,
                close,
                now,
                Duration.between(close, now).compareTo(IN_TIME) > 0,
                standards.addressees().content().of(kind),
                lines);
        store.insert(notice, year, reading().position());
        NewEvent event = SupervisionJson.event(
                notice.id(),
                1,
                new OversightEvent.NoticeMade(
                        kind,
                        year,
                        notice.serial(),
                        notice.firstDay(),
                        notice.lastDay(),
                        after,
                        close,
                        notice.late(),
                        notice.addressees(),
                        lines),
                Actor.SYSTEM.userName(),
                null,
                close);
        journal.append(Centre.OURS, List.of(event));
        return notice;
    }

    /** Where the first notice of a kind begins: with the close before its period. */
    private Instant begin(NoticeKind kind, LocalDate day, WorkingCalendar edition) {
        LocalDate first = edition.workingDayOnOrAfter(kind.firstDay(day));
        LocalDate before = edition.workingDayNumbered(edition.workingDaysUntil(first) - 1);
        return time.at(before, edition.closingTime(before));
    }
}
