package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffMember;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.CardDetail.Blocked;
import org.onewindow.supervision.Share.Part;
import org.onewindow.supervision.model.CardEvent;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.model.CardRules;
import org.onewindow.supervision.model.CaseWatching;
import org.onewindow.supervision.model.Shares;
import org.onewindow.supervision.model.Signals;
import org.onewindow.supervision.model.Turns;
import org.onewindow.supervision.model.Turns.Held;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.onewindow.timelimit.ClockFacts;
import org.springframework.stereotype.Service;

/** The door to cards: looking at them, and everything accountability is made of (S3, S4). */
@Service
public class Cards {

    private final CardStore store;
    private final Histories histories;
    private final Rules rules;
    private final Journal journal;
    private final StaffDirectory staff;
    private final CentreCalendar calendar;
    private final CentreTime time;

    Cards(
            CardStore store,
            Histories histories,
            Rules rules,
            Journal journal,
            StaffDirectory staff,
            CentreCalendar calendar,
            CentreTime time) {
        this.store = store;
        this.histories = histories;
        this.rules = rules;
        this.journal = journal;
        this.staff = staff;
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * Cards that fit, latest first, as far as the actor sees them: overseers all, a department its own, anybody else what they
     * answer for, and of a case that is asked for also whoever was the first asked about it (C5).
     *
     * @throws NotAllowed when a department or person is asked for that isn't theirs
     */
    public Page<CardView> list(Actor actor, CardQuery query, int limit) {
        List<CardFile> found =
                store.list(isFirstAsked(actor, query.caseNumber()) ? query : Viewing.narrowed(actor, query), limit + 1);
        Page<CardFile> page = Page.of(found, limit, CardStore::cursor);
        return new Page<>(views(page.items()), page.next());
    }

    /** Whether somebody is the first-inquiry person of a case, who gets its warnings (C5). */
    private boolean isFirstAsked(Actor actor, @Nullable String caseNumber) {
        return caseNumber != null
                && histories
                        .ofCase(caseNumber)
                        .filter(about -> about.firstInquiry().equals(actor.userName()))
                        .isPresent();
    }

    /** Cards whose explanation is the actor's to give, by name or by post, and isn't given yet (S3): the earliest limit first. */
    public List<CardView> toExplain(Actor actor, int limit) {
        return views(store.toExplain(actor.userName(), Viewing.posts(actor), limit));
    }

    /** Cards by their ids, as far as the actor sees them; for what is live. */
    public List<CardView> all(Actor actor, Collection<Long> ids) {
        return views(store.all(ids).stream()
                .filter(card -> Viewing.sees(actor, card.department(), card.responsible()))
                .toList());
    }

    /**
     * A card with everything about it.
     *
     * @throws NotFound no such card
     * @throws NotAllowed it isn't the actor's to see
     */
    public CardDetail find(Actor actor, long id) {
        CardFile card = get(id);
        if (!Viewing.sees(actor, card.department(), card.responsible())
                && !Viewing.answers(actor, card.role(), card.department(), card.responsible())
                && !isFirstAsked(actor, card.caseNumber())) {
            throw new NotAllowed("card");
        }
        return detail(actor, card, journal.stream(Centre.OURS, id));
    }

    /**
     * Does something with a card.
     *
     * @param expectedVersion the version the caller had seen; null: whatever it is now
     * @param answer makes the answer that is kept for a repeated request; called before the command is durable
     * @throws NotFound no such card
     * @throws NotAllowed none of the actor's posts gives this command, and they don't answer for the card
     * @throws ChangedMeanwhile the card isn't in the expected version, or others were faster twice
     * @throws Refused with every rule that forbids it
     */
    public CardDetail handle(
            Actor actor,
            long id,
            CardCommand command,
            @Nullable Long expectedVersion,
            Function<CardDetail, @Nullable Answer> answer) {
        for (int attempt = 0; attempt < 2; attempt++) {
            CardFile card = get(id);
            String post = post(actor, card, command).orElseThrow(() -> new NotAllowed("card"));
            if (expectedVersion != null && expectedVersion != card.version()) {
                throw new ChangedMeanwhile(true, List.of());
            }
            CardDetail done = attempt(actor, post, card, command, answer);
            if (done != null) {
                return done;
            }
        }
        throw new ChangedMeanwhile(expectedVersion != null, List.of());
    }

    private @Nullable CardDetail attempt(
            Actor actor,
            String post,
            CardFile card,
            CardCommand command,
            Function<CardDetail, @Nullable Answer> answer) {
        Instant now = time.now();
        List<RecordedEvent> history = journal.stream(Centre.OURS, card.id());
        CardRules.Verdict verdict = CardRules.decide(card, command, context(actor, card, history, now));
        CardEvent event = verdict.event();
        if (event == null) {
            throw new Refused(verdict.refusals());
        }
        CardFile after = card.after(event);
        NewEvent written = new NewEvent(
                card.id(),
                after.version(),
                CardEvent.nameOf(event),
                actor.userName(),
                post,
                null,
                now,
                SupervisionJson.write(event));
        List<RecordedEvent> and = new ArrayList<>(history);
        and.add(new RecordedEvent(
                0,
                Centre.OURS,
                card.id(),
                written.version(),
                written.type(),
                written.actor(),
                post,
                null,
                now,
                now,
                written.body()));
        CardDetail detail = detail(actor, after, and);
        return journal.commit(Centre.OURS, store.change(after, card.version()), List.of(written), answer.apply(detail))
                ? detail
                : null;
    }

    /** The post in which the actor would give a command; empty: not theirs to give. */
    private static Optional<String> post(Actor actor, CardFile card, CardCommand command) {
        return switch (command) {
            case CardCommand.Find _, CardCommand.Lift _ -> first(actor, Role.SUPERVISOR);
            case CardCommand.DecideAppeal _ -> first(actor, Role.LEADER).or(() -> first(actor, Role.MANAGER));
            case CardCommand.Explain _, CardCommand.Appeal _ ->
                Viewing.answers(actor, card.role(), card.department(), card.responsible())
                        ? Optional.of(answering(actor, card))
                        : Optional.empty();
        };
    }

    private static Optional<String> first(Actor actor, Role role) {
        return actor.has(role) ? Optional.of(role.name()) : Optional.empty();
    }

    private static String answering(Actor actor, CardFile card) {
        return actor.posts().stream()
                .map(Post::role)
                .filter(role -> role.name().equals(card.role()))
                .findFirst()
                .or(() -> actor.posts().stream().map(Post::role).findFirst())
                .map(Role::name)
                .orElse(card.role());
    }

    private CardRules.Context context(Actor actor, CardFile card, List<RecordedEvent> history, Instant now) {
        RecordedEvent found = history.stream()
                .filter(event -> event.type().equals("supervision.card-found"))
                .reduce((_, later) -> later)
                .orElse(null);
        return new CardRules.Context(
                actor.userName(),
                now,
                found == null ? null : found.actor(),
                found == null ? null : appealBy(card, found.happenedAt()));
    }

    private Instant appealBy(CardFile card, Instant found) {
        WorkingCalendar edition = calendar.current();
        LocalDate last = edition.workingDayAfter(
                time.dayOf(found), rules.named(card.ruleSet()).replies().appeal());
        return time.at(last, edition.closingTime(last));
    }

    private CardFile get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("card"));
    }

    // --- views ---

    private List<CardView> views(List<CardFile> cards) {
        Set<Long> cases = new HashSet<>();
        for (CardFile card : cards) {
            Long about = card.caseId();
            if (about != null) {
                cases.add(about);
            }
        }
        Map<Long, FollowedCase> now = histories.now(cases);
        return cards.stream().map(card -> view(card, now.get(card.caseId()))).toList();
    }

    private CardView view(CardFile card, @Nullable FollowedCase followed) {
        ClockFacts clock = followed == null ? null : CaseWatching.clock(followed, card.key());
        return new CardView(
                card.id(),
                card.version(),
                card.colour(),
                card.rule(),
                card.ruleSet(),
                card.caseNumber(),
                followed == null ? null : followed.item().code(),
                card.owner(),
                card.department(),
                card.window(),
                card.step(),
                card.key().isClock() ? card.key().clock() : null,
                card.key().reference(),
                card.dueAt(),
                card.at(),
                card.recordedAt(),
                card.late(),
                clock == null ? 0 : Signals.overrunDays(clock, calendar.current(), time, time.now()),
                card.role(),
                card.responsible(),
                card.explainBy(),
                card.points(),
                card.state());
    }

    private CardDetail detail(Actor actor, CardFile card, List<RecordedEvent> history) {
        Long about = card.caseId();
        FollowedCase followed =
                about == null ? null : histories.now(List.of(about)).get(about);
        List<String> allowed = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        sort(actor, card, history, allowed, blocked);
        return new CardDetail(view(card, followed), shares(card, followed), CardDetail.acts(history), allowed, blocked);
    }

    private List<Share> shares(CardFile card, @Nullable FollowedCase followed) {
        ClockFacts clock = followed == null ? null : CaseWatching.clock(followed, card.key());
        if (followed == null || clock == null) {
            return List.of();
        }
        List<HistoryEntry> history = histories.history(followed);
        List<Share> shares = new ArrayList<>(
                Shares.of(Turns.of(followed, holders(history), history), clock, calendar.current(), time, time.now()));
        List<StaffMember> heads = staff.holders(Role.HEAD, card.department());
        shares.add(
                new Share(Part.LEADER, heads.size() == 1 ? heads.getFirst().userName() : null, null, 0, 0, List.of()));
        return shares;
    }

    private record HandedOver(@Nullable String to) {}

    private static List<Held> holders(List<HistoryEntry> history) {
        List<Held> holders = new ArrayList<>();
        for (HistoryEntry entry : history) {
            if (entry.type().endsWith(".received")) {
                holders.add(new Held(entry.actor(), entry.happenedAt(), entry.version()));
            } else if (entry.type().equals("case.handed-over")) {
                String to = SupervisionJson.read(entry.body(), HandedOver.class).to();
                holders.add(new Held(Objects.requireNonNullElse(to, ""), entry.happenedAt(), entry.version()));
            }
        }
        return holders;
    }

    /** Sorts the commands that are the actor's to give into those that can be given now and those that can't, with the reason. */
    private void sort(
            Actor actor, CardFile card, List<RecordedEvent> history, List<String> allowed, List<Blocked> blocked) {
        CardRules.Context context = context(actor, card, history, time.now());
        Map<String, CardCommand> filledIn = new LinkedHashMap<>();
        filledIn.put("explain", new CardCommand.Explain("?"));
        filledIn.put("find", new CardCommand.Find(false, List.of(), null, "?"));
        filledIn.put("lift", new CardCommand.Lift("?", "?"));
        filledIn.put("appeal", new CardCommand.Appeal("?"));
        filledIn.put("decide-appeal", new CardCommand.DecideAppeal(false, "?"));
        filledIn.forEach((word, command) -> {
            if (post(actor, card, command).isPresent()) {
                List<Refusal> refusals =
                        CardRules.decide(card, command, context).refusals();
                if (refusals.isEmpty()) {
                    allowed.add(word);
                } else {
                    blocked.add(new Blocked(word, refusals.getFirst()));
                }
            }
        });
    }
}
