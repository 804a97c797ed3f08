package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.RulePreview.Example;
import org.onewindow.supervision.model.CaseWatching;
import org.onewindow.supervision.model.RuleBook;
import org.onewindow.supervision.model.RuleFiling;
import org.onewindow.supervision.model.Watch;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.FollowedRow;
import org.onewindow.supervision.store.RuleStore;
import org.onewindow.supervision.store.RuleStore.Filed;
import org.onewindow.supervision.store.SupervisionJson;
import org.onewindow.supervision.store.WatchStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the rules of supervision as data (S1): looking at them, trying one out, filing it. */
@Service
public class RuleOffice {

    private static final int PAGE = 500;
    private static final int MOST_EXAMPLES = 200;

    private final Rules rules;
    private final RuleStore store;
    private final CardStore cards;
    private final WatchStore watches;
    private final Histories histories;
    private final Journal journal;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    RuleOffice(
            Rules rules,
            RuleStore store,
            CardStore cards,
            WatchStore watches,
            Histories histories,
            Journal journal,
            CentreCalendar calendar,
            CentreTime time,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.store = store;
        this.cards = cards;
        this.watches = watches;
        this.histories = histories;
        this.journal = journal;
        this.calendar = calendar;
        this.time = time;
        this.transaction = transaction;
    }

    /** All sets, the shipped one first, then by region and number. */
    public List<RuleSet> all() {
        List<RuleSet> all = new ArrayList<>();
        all.add(RuleSet.SHIPPED);
        rules.filed().forEach(filed -> all.add(filed.rules()));
        return all;
    }

    /** The set in force today. */
    public RuleSet inForce() {
        return rules.on(time.today());
    }

    /**
     * What a set would have done in a period to the cases that were open then, as they turned out.
     *
     * @param from the first day; the last is yesterday
     * @throws NotAllowed nobody but a manager or supervisor
     * @throws InvalidInput for a period that isn't in the past, or longer than a year
     */
    public RulePreview preview(Actor actor, RuleProposal proposal, LocalDate from) {
        if (!actor.has(Role.MANAGER) && !actor.has(Role.SUPERVISOR)) {
            throw new NotAllowed("rules");
        }
        LocalDate to = time.today().minusDays(1);
        if (from.isAfter(to) || from.isBefore(to.minusYears(1))) {
            throw new InvalidInput("from", "rules.preview-period");
        }
        Instant begin = time.startOf(from);
        Instant end = time.startOf(to.plusDays(1));
        RuleBook always = always(proposal.rules());
        Map<Colour, Integer> would = new EnumMap<>(Colour.class);
        List<Example> examples = new ArrayList<>();
        for (Given given : signals(always, begin, row -> true)) {
            if (!given.watch().at().isBefore(begin) && given.watch().at().isBefore(end)) {
                would.merge(given.watch().key().colour(), 1, Integer::sum);
                examples.add(example(given));
            }
        }
        examples.sort(Comparator.comparing(Example::at).thenComparing(Example::caseNumber));
        return new RulePreview(
                from,
                to,
                would,
                cards.counts(begin, end),
                examples.subList(0, Math.min(examples.size(), MOST_EXAMPLES)));
    }

    private record Given(FollowedRow row, Watch watch) {}

    /** The set as if it had always been in force, for everybody. */
    private static RuleBook always(RuleSet rules) {
        return new RuleBook(
                rules.region(),
                List.of(new RuleSet(
                        rules.region(),
                        Math.max(1, rules.number()),
                        RuleSet.SHIPPED.validFrom(),
                        null,
                        rules.title(),
                        rules.basis(),
                        rules.thresholds(),
                        rules.clocks(),
                        rules.contents(),
                        rules.points(),
                        rules.replies(),
                        rules.mostAtOnce())));
    }

    private List<Given> signals(RuleBook book, Instant since, java.util.function.Predicate<FollowedRow> wanted) {
        List<Given> signals = new ArrayList<>();
        long after = 0;
        for (List<FollowedRow> page = watches.openSince(since, after, PAGE);
                !page.isEmpty();
                page = watches.openSince(since, after, PAGE)) {
            after = page.getLast().caseId();
            List<FollowedRow> rows = page.stream().filter(wanted).toList();
            Map<At, FollowedCase> states = histories.seen(rows);
            for (FollowedRow row : rows) {
                FollowedCase state = states.get(new At(row.caseId(), row.version()));
                if (state != null) {
                    CaseWatching.signals(state, book, calendar.current(), time)
                            .forEach(watch -> signals.add(new Given(row, watch)));
                }
            }
        }
        return signals;
    }

    private static Example example(Given given) {
        Watch watch = given.watch();
        return new Example(
                given.row().number(),
                given.row().department(),
                watch.key().colour(),
                watch.rule(),
                watch.key().clock(),
                watch.key().reference(),
                watch.at(),
                watch.dueAt());
    }

    /**
     * Files a set. It speaks from its first day on; where that is near, watches are computed anew within moments.
     *
     * @param answer makes the answer that is kept for a repeated request
     * @throws NotAllowed nobody but a manager
     * @throws Refused with every reason; also where it would raise more cards at once than it allows itself and nobody confirmed it
     * @throws ChangedMeanwhile another set was filed at the same moment
     */
    public RuleSet file(Actor actor, RuleProposal proposal, Function<RuleSet, @Nullable Answer> answer) {
        if (!actor.has(Role.MANAGER)) {
            throw new NotAllowed("rules");
        }
        List<Filed> ofRegion = rules.filed().stream()
                .filter(filed -> filed.rules().region().equals(proposal.rules().region()))
                .toList();
        Filed replaced = replaced(proposal, ofRegion);
        RuleSet next = numbered(proposal.rules(), ofRegion.size() + 1);
        List<RuleSet> others = ofRegion.stream()
                .map(filed -> filed.equals(replaced)
                        ? filed.rules().until(next.validFrom().minusDays(1))
                        : filed.rules())
                .toList();
        List<Refusal> refusals = new ArrayList<>(RuleFiling.check(next, others, time.today()));
        if (replaced != null && !replaced.rules().isValidOn(next.validFrom().minusDays(1))) {
            refusals.add(Refusal.of("S1", "rules.replaces", replaced.rules().number()));
        }
        if (refusals.isEmpty() && !proposal.confirmed()) {
            int atOnce = atOnce(next);
            if (atOnce > next.mostAtOnce()) {
                refusals.add(Refusal.of("S1", "rules.many", atOnce, next.mostAtOnce()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return Objects.requireNonNull(transaction.execute(_ -> write(actor, next, replaced, answer)));
    }

    private static @Nullable Filed replaced(RuleProposal proposal, List<Filed> ofRegion) {
        Integer number = proposal.replaces();
        if (number == null) {
            return null;
        }
        return ofRegion.stream()
                .filter(filed -> filed.rules().number() == number)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/replaces", "rules.replaces-unknown", number));
    }

    private static RuleSet numbered(RuleSet rules, int number) {
        return new RuleSet(
                rules.region(),
                number,
                rules.validFrom(),
                rules.validTo(),
                rules.title(),
                rules.basis(),
                rules.thresholds(),
                rules.clocks(),
                rules.contents(),
                rules.points(),
                rules.replies(),
                rules.mostAtOnce());
    }

    /** How many cards open cases would get the moment it comes into force, beyond those they have or would have had anyway. */
    private int atOnce(RuleSet next) {
        RuleBook before = rules.book();
        RuleBook with = rules.with(next);
        LocalDate open = calendar.current().workingDayOnOrAfter(next.validFrom());
        Instant opening = time.at(open, calendar.current().openingTime(open));
        Set<String> anyway = new HashSet<>();
        for (Given given : signals(before, time.now(), FollowedRow::open)) {
            if (!given.watch().at().isAfter(opening)) {
                anyway.add(given.row().caseId() + " " + given.watch().key());
            }
        }
        int atOnce = 0;
        for (Given given : signals(with, time.now(), FollowedRow::open)) {
            boolean then = given.watch().ruleSet().equals(next.id())
                    && !given.watch().at().isAfter(opening);
            atOnce += then
                            && !anyway.contains(
                                    given.row().caseId() + " " + given.watch().key())
                    ? 1
                    : 0;
        }
        return atOnce;
    }

    private record Ended(String region, int number, LocalDate lastDay) {}

    private RuleSet write(
            Actor actor, RuleSet next, @Nullable Filed replaced, Function<RuleSet, @Nullable Answer> answer) {
        Instant now = time.now();
        if (replaced != null) {
            LocalDate lastDay = next.validFrom().minusDays(1);
            NewEvent ended = event(
                    replaced.id(),
                    replaced.version() + 1,
                    "supervision.rules-ended",
                    actor,
                    now,
                    new Ended(next.region(), replaced.rules().number(), lastDay));
            if (!journal.commit(Centre.OURS, store.ending(replaced, lastDay), List.of(ended), null)) {
                throw new ChangedMeanwhile(false, List.of("supervision.rules-ended"));
            }
        }
        Filed filed = new Filed(journal.nextStream(), 1, now, actor.userName(), next);
        NewEvent event = event(filed.id(), 1, "supervision.rules-filed", actor, now, next);
        if (!journal.commit(Centre.OURS, store.insertion(filed), List.of(event), answer.apply(next))) {
            throw new ChangedMeanwhile(false, List.of("supervision.rules-filed"));
        }
        return next;
    }

    private static NewEvent event(long stream, int version, String type, Actor actor, Instant at, Object body) {
        return new NewEvent(
                stream, version, type, actor.userName(), Role.MANAGER.name(), null, at, SupervisionJson.write(body));
    }
}
