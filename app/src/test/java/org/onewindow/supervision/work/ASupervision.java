package org.onewindow.supervision.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.access.StaffRegister;
import org.onewindow.access.TestStaff;
import org.onewindow.calendar.Calendars;
import org.onewindow.calendar.TestCalendars;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.TestCases;
import org.onewindow.clockwork.Settling;
import org.onewindow.clockwork.Sweep;
import org.onewindow.demonstration.LoadedDemonstration;
import org.onewindow.joint.TestJoint;
import org.onewindow.journal.work.ANode;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.CardQuery;
import org.onewindow.supervision.Changes;
import org.onewindow.supervision.Histories;
import org.onewindow.supervision.PatternLook;
import org.onewindow.supervision.Rules;
import org.onewindow.supervision.Standards;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.DeedStore;
import org.onewindow.supervision.store.FindingStore;
import org.onewindow.supervision.store.NoticeStore;
import org.onewindow.supervision.store.RuleStore;
import org.onewindow.supervision.store.StandardStore;
import org.onewindow.supervision.store.WatchStore;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * Supervision put together by hand over a database of its own, with the demonstration county's catalogue and a clock that is driven:
 * nothing happens between the calls of a test.
 */
final class ASupervision implements AutoCloseable {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** 食品经营许可: accepted within 5 days, promised within 8, by law within 10 working days. */
    static final String FOOD = "SF0101009";

    final TestDatabase database = TestDatabase.fresh();
    final DrivenClock clock = new DrivenClock(at("2026-02-09T09:00"));
    final CentreTime time = new CentreTime(clock, SHANGHAI);
    final Calendars calendars = TestCalendars.over(database, time);
    final StaffRegister staff = TestStaff.over(database);
    final LoadedDemonstration county = LoadedDemonstration.in(database, clock);
    final WatchStore watches = new WatchStore(database.jdbc());
    final CardStore cards = new CardStore(database.jdbc());
    final ANode node;
    final TestCases cases;
    final RaiseSweep raise;
    final ComputeSweep compute;
    final DeedStore deeds = new DeedStore(database.jdbc());
    final NoticeStore notices = new NoticeStore(database.jdbc());
    private final Histories histories;
    final FindingStore findings = new FindingStore(database.jdbc());
    private final CentreCalendar calendar;
    private final Rules rules;
    private final List<Sweep> sweeps;
    private final boolean tells;

    ASupervision() {
        this(false);
    }

    /** One that makes notices as well, which takes a look at every working day. */
    static ASupervision telling() {
        return new ASupervision(true);
    }

    private ASupervision(boolean tells) {
        this.tells = tells;
        ANode writing = new ANode(database.dataSource());
        cases = TestCases.over(database, writing.journal(), county.catalogue(), calendars, county.divisions(), time);
        histories = new Histories(
                cases.histories(),
                TestJoint.histories(database, writing.journal(), county.catalogue(), county.divisions(), time));
        calendar = cases.calendar();
        calendars.ensureRegion(calendar.region(), "山桥县");
        rules = new Rules(new RuleStore(database.jdbc()), calendar);
        CaseActs acts = new CaseActs(cases.histories(), staff, staff, time);
        CaseFollower follower = new CaseFollower(
                watches,
                histories,
                acts,
                rules,
                calendar,
                time,
                new StaticListableBeanFactory().getBeanProvider(Changes.class));
        node = tells
                ? new ANode(
                        database.dataSource(),
                        follower,
                        new DeedFollower(deeds, notices, cases.histories(), acts, calendar, time))
                : new ANode(database.dataSource(), follower);
        raise = anotherSweep();
        compute = new ComputeSweep(
                watches, follower, histories, rules, calendar, node.followers(), time, database.transactions());
        sweeps = tells
                ? List.of(
                        compute, raise, anotherNoticeSweep(), new PatternSweep(findings, anotherLook(), calendar, time))
                : List.of(compute, raise);
    }

    /** The sweep that makes notices, as another node has it. */
    NoticeSweep anotherNoticeSweep() {
        return new NoticeSweep(
                notices,
                deeds,
                watches,
                raise,
                standards(),
                node.journal(),
                node.followers(),
                new StaticListableBeanFactory(Map.of("node", (Settling) node::settle)).getBeanProvider(Settling.class),
                calendar,
                time,
                database.transactions());
    }

    /** The sweep as another node has it. */
    RaiseSweep anotherSweep() {
        return new RaiseSweep(
                watches, cards, histories, node.journal(), rules, staff, calendar, time, database.transactions());
    }

    private Standards standards() {
        return new Standards(new StandardStore(database.jdbc()), node.journal(), time);
    }

    /** What looks for patterns, as another node has it. */
    PatternLook anotherLook() {
        return new PatternLook(
                deeds,
                findings,
                standards(),
                county.catalogue(),
                node.journal(),
                calendar,
                time,
                database.transactions());
    }

    static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(SHANGHAI).toInstant();
    }

    /** Lives up to a moment: everything due happens at its instant, and what follows is settled before the next. */
    ASupervision live(String wall) {
        return live(at(wall));
    }

    ASupervision live(Instant until) {
        node.settle();
        for (Optional<Instant> next = next(until); next.isPresent(); next = next(until)) {
            clock.moveTo(next.get());
            // after downtime the clockwork goes from instant to instant, too
            Instant upTo = tells ? next.get() : clock.instant();
            for (Sweep sweep : sweeps) {
                if (sweep.nextInstant()
                        .filter(instant -> !instant.isAfter(upTo))
                        .isPresent()) {
                    sweep.doDue(upTo);
                }
            }
            node.settle();
        }
        clock.moveTo(until);
        return this;
    }

    private Optional<Instant> next(Instant until) {
        return sweeps.stream()
                .map(Sweep::nextInstant)
                .flatMap(Optional::stream)
                .filter(instant -> !instant.isAfter(until))
                .min(Comparator.naturalOrder());
    }

    /** Time passes and nobody is there: nothing happens. */
    ASupervision down(String wall) {
        clock.moveTo(at(wall));
        return this;
    }

    /** Everything that is due now. */
    ASupervision catchUp() {
        return live(clock.instant());
    }

    /** All cards in the order of their instants, each as {@code colour rule clock instant state}. */
    List<String> told() {
        List<CardFile> all = new ArrayList<>(cards.list(CardQuery.ALL, 100_000));
        return all.reversed().stream().map(ASupervision::told).toList();
    }

    static String told(CardFile card) {
        return card.colour() + " " + card.rule() + " "
                + (card.key().isClock() ? card.key().clock() : card.key().reference()) + " "
                + LocalDateTime.ofInstant(card.at(), SHANGHAI) + " " + card.state();
    }

    @Override
    public void close() {
        node.close();
        database.close();
    }

    /** A clock that goes where it is told, forwards only. */
    static final class DrivenClock extends Clock {

        private volatile Instant now;

        DrivenClock(Instant now) {
            this.now = now;
        }

        void moveTo(Instant instant) {
            now = instant.isAfter(now) ? instant : now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
