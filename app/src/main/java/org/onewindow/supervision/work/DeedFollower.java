package org.onewindow.supervision.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.journal.Follower;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.model.CardEvent;
import org.onewindow.supervision.model.ContentRules;
import org.onewindow.supervision.model.Deed;
import org.onewindow.supervision.model.Deed.Kind;
import org.onewindow.supervision.model.Deed.Mark;
import org.onewindow.supervision.model.Deeds;
import org.onewindow.supervision.model.NoticeLines;
import org.onewindow.supervision.store.DeedStore;
import org.onewindow.supervision.store.NoticeStore;
import org.onewindow.supervision.store.NoticeStore.Close;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Component;

/**
 * Writes down what happens to cases, one row an event, for notices (S8) and patterns (S7). What became known only after a close
 * had been told of is counted in the next notice: the position of the journal says which, so reading it again comes to the same.
 */
@Component
class DeedFollower implements Follower {

    static final String NAME = "supervision.deeds";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("case.received", Kind.RECEIVED),
            Map.entry("case.accepted", Kind.ACCEPTED),
            Map.entry("case.refused", Kind.NOT_ACCEPTED),
            Map.entry("case.supplement-requested", Kind.SUPPLEMENT_REQUESTED),
            Map.entry("case.supplemented", Kind.SUPPLEMENTED),
            Map.entry("case.suspended", Kind.SUSPENDED),
            Map.entry("case.extended", Kind.EXTENDED),
            Map.entry("case.decided", Kind.DECIDED),
            Map.entry("case.result-recorded", Kind.RESULT_RECORDED),
            Map.entry("case.completed", Kind.COMPLETED),
            Map.entry("case.withdrawn", Kind.WITHDRAWN),
            Map.entry("case.terminated", Kind.TERMINATED),
            Map.entry("case.voided", Kind.VOIDED),
            Map.entry("case.corrected", Kind.CORRECTED));

    private static final int TOWNSHIP = 9;

    private final DeedStore store;
    private final NoticeStore notices;
    private final CaseHistories histories;
    private final CaseActs acts;
    private final CentreCalendar calendar;
    private final CentreTime time;

    DeedFollower(
            DeedStore store,
            NoticeStore notices,
            CaseHistories histories,
            CaseActs acts,
            CentreCalendar calendar,
            CentreTime time) {
        this.store = store;
        this.notices = notices;
        this.histories = histories;
        this.acts = acts;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> typePrefixes() {
        return List.of("case.", "supervision.card-", "feedback.evaluated");
    }

    @Override
    public void reset() {
        store.reset();
    }

    /** A notice without some of the day's cases would be wrong for good; one that comes late is only late. */
    @Override
    public boolean stopsOnFailure() {
        return true;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        Batch work = new Batch(notices.closes(batch.getFirst().position()));
        List<RecordedEvent> onCases =
                batch.stream().filter(event -> KINDS.containsKey(event.type())).toList();
        if (!onCases.isEmpty()) {
            work.cases(onCases);
        }
        List<RecordedEvent> evaluated = batch.stream()
                .filter(event -> event.type().equals("feedback.evaluated"))
                .toList();
        if (!evaluated.isEmpty()) {
            work.evaluations(evaluated);
        }
        List<RecordedEvent> onCards = batch.stream()
                .filter(event -> event.type().startsWith("supervision.card-"))
                .toList();
        if (!onCards.isEmpty()) {
            work.cards(onCards);
        }
        if (!work.deeds.isEmpty()) {
            store.insert(work.deeds);
        }
    }

    private record Evaluated(
            @com.fasterxml.jackson.annotation.JsonProperty("case")
            long caseId) {}

    /** The parts of case events that aren't seen from the case itself; what an event doesn't have reads as empty. */
    private record Told(
            @Nullable Long applicant,
            @Nullable Boolean deemed,
            @Nullable Boolean returnsPapers,
            @Nullable String outcome) {}

    /** What one batch comes to. */
    private final class Batch {

        private final List<Close> closes;
        private final List<Deed> deeds = new ArrayList<>();
        private final WorkingCalendar edition = calendar.current();

        Batch(List<Close> closes) {
            this.closes = closes;
        }

        void cases(List<RecordedEvent> events) {
            List<At> wanted = new ArrayList<>();
            Set<Long> ids = new LinkedHashSet<>();
            for (RecordedEvent event : events) {
                wanted.add(new At(event.stream(), event.version()));
                ids.add(event.stream());
                if (event.type().equals("case.suspended")) {
                    wanted.add(new At(event.stream(), event.version() - 1));
                }
            }
            Map<At, FollowedCase> states = histories.asOf(wanted);
            Map<Long, Mark> ended = store.ended(ids);
            for (RecordedEvent event : events) {
                FollowedCase state = states.get(new At(event.stream(), event.version()));
                if (state == null) {
                    throw Bug.found("no version " + event.version() + " of case " + event.stream());
                }
                FollowedCase before = states.get(new At(event.stream(), event.version() - 1));
                Deed deed = deed(event, state, before, ended.getOrDefault(event.stream(), Mark.NONE));
                deeds.add(deed);
                if (NoticeLines.ENDING.contains(deed.kind())) {
                    ended.putIfAbsent(
                            event.stream(), deed.kind() == Kind.COMPLETED ? Mark.AFTER_COMPLETION : Mark.AFTER_END);
                }
            }
        }

        private Deed deed(RecordedEvent event, FollowedCase state, @Nullable FollowedCase before, Mark ifEndedBefore) {
            Told told = SupervisionJson.read(event.body(), Told.class);
            Kind kind = Objects.requireNonNull(KINDS.get(event.type()));
            if (kind == Kind.SUPPLEMENT_REQUESTED && Boolean.TRUE.equals(told.returnsPapers())) {
                kind = Kind.RETURNED;
            }
            Deeds.Limit limit = switch (kind) {
                case COMPLETED -> Deeds.promise(state, edition, time, event.happenedAt());
                case SUSPENDED ->
                    before == null ? Deeds.Limit.NONE : Deeds.nearest(before, edition, time, event.happenedAt());
                default -> Deeds.Limit.NONE;
            };
            Long applicant = told.applicant();
            String window = state.window();
            return new Deed(
                    event.stream(),
                    event.version(),
                    kind,
                    mark(kind, told, limit, event, state, ifEndedBefore),
                    state.id(),
                    state.number(),
                    state.item().code(),
                    state.department(),
                    window == null ? "" : window,
                    division(state.station()),
                    applicant == null ? 0 : applicant,
                    event.actor(),
                    event.post(),
                    event.happenedAt(),
                    event.recordedAt(),
                    countedAt(event),
                    limit.minutesLeft(),
                    limit.usedDays(),
                    limit.promisedDays(),
                    event.position());
        }

        private Mark mark(
                Kind kind, Told told, Deeds.Limit limit, RecordedEvent event, FollowedCase state, Mark ifEndedBefore) {
            return switch (kind) {
                case ACCEPTED -> Boolean.TRUE.equals(told.deemed()) ? Mark.DEEMED : Mark.NONE;
                case SUPPLEMENT_REQUESTED, RETURNED -> asksForMore(event, state) ? Mark.UNLISTED : Mark.NONE;
                case DECIDED, RESULT_RECORDED -> "REFUSED".equals(told.outcome()) ? Mark.REFUSED : Mark.NONE;
                case COMPLETED -> limit.mark();
                case VOIDED, CORRECTED -> ifEndedBefore;
                case RECEIVED,
                        NOT_ACCEPTED,
                        SUPPLEMENTED,
                        SUSPENDED,
                        EXTENDED,
                        WITHDRAWN,
                        TERMINATED,
                        EVALUATED,
                        WARNED,
                        YELLOW,
                        RED,
                        LIFTED -> Mark.NONE;
            };
        }

        private boolean asksForMore(RecordedEvent event, FollowedCase state) {
            return acts.of(event, state)
                    .filter(act -> ContentRules.found(act, state.item()).contains(ContentRule.UNLISTED_MATERIAL))
                    .isPresent();
        }

        void evaluations(List<RecordedEvent> events) {
            Map<Long, Long> about = new HashMap<>();
            events.forEach(event -> about.put(
                    event.stream(),
                    SupervisionJson.read(event.body(), Evaluated.class).caseId()));
            Map<Long, FollowedCase> cases = histories.now(about.values());
            for (RecordedEvent event : events) {
                FollowedCase state = cases.get(about.get(event.stream()));
                if (state != null) {
                    String window = state.window();
                    add(
                            event,
                            Kind.EVALUATED,
                            state.id(),
                            state.number(),
                            state.item().code(),
                            state.department(),
                            window == null ? "" : window,
                            division(state.station()));
                }
            }
        }

        void cards(List<RecordedEvent> events) {
            Map<Long, Deed> raised = new HashMap<>();
            Map<RecordedEvent, CardEvent.Raised> raising = new LinkedHashMap<>();
            Set<Long> lifted = new LinkedHashSet<>();
            for (RecordedEvent event : events) {
                CardEvent happened = SupervisionJson.event(event.type(), event.body());
                if (happened instanceof CardEvent.Raised card) {
                    raising.put(event, card);
                } else if (lifts(happened)) {
                    lifted.add(event.stream());
                }
            }
            Map<Long, FollowedCase> cases = histories.now(raising.values().stream()
                    .flatMap(card -> Stream.ofNullable(card.caseId()))
                    .toList());
            raising.forEach((event, card) -> raised.put(event.stream(), raised(event, card, cases)));
            lifted.removeAll(raised.keySet());
            if (!lifted.isEmpty()) {
                store.of(lifted).stream()
                        .filter(deed -> deed.version() == 1)
                        .forEach(deed -> raised.put(deed.stream(), deed));
            }
            for (RecordedEvent event : events) {
                Deed card = raised.get(event.stream());
                if (card != null && event.version() > 1 && lifts(SupervisionJson.event(event.type(), event.body()))) {
                    add(
                            event,
                            Kind.LIFTED,
                            card.caseId(),
                            card.caseNumber(),
                            card.itemCode(),
                            card.department(),
                            card.window(),
                            card.division());
                }
            }
        }

        private static boolean lifts(CardEvent event) {
            return event instanceof CardEvent.Lifted
                    || event instanceof CardEvent.Withdrawn
                    || (event instanceof CardEvent.AppealDecided decided && decided.granted());
        }

        private Deed raised(RecordedEvent event, CardEvent.Raised card, Map<Long, FollowedCase> cases) {
            Long about = card.caseId();
            FollowedCase state = cases.get(about);
            String window = card.window();
            return add(
                    event,
                    switch (card.colour()) {
                        case WARNING -> Kind.WARNED;
                        case YELLOW -> Kind.YELLOW;
                        case RED -> Kind.RED;
                    },
                    about == null ? 0 : about,
                    Objects.requireNonNullElse(card.caseNumber(), ""),
                    state == null ? "" : state.item().code(),
                    card.department(),
                    window == null ? "" : window,
                    state == null ? "" : division(state.station()));
        }

        private Deed add(
                RecordedEvent event,
                Kind kind,
                long caseId,
                String number,
                String item,
                String department,
                String window,
                String division) {
            Deed deed = new Deed(
                    event.stream(),
                    event.version(),
                    kind,
                    Mark.NONE,
                    caseId,
                    number,
                    item,
                    department,
                    window,
                    division,
                    0,
                    event.actor(),
                    event.post(),
                    event.happenedAt(),
                    event.recordedAt(),
                    countedAt(event),
                    null,
                    null,
                    null,
                    event.position());
            deeds.add(deed);
            return deed;
        }

        private Instant countedAt(RecordedEvent event) {
            Instant last = null;
            for (Close close : closes) {
                if (close.position() < event.position()) {
                    last = close.at();
                }
            }
            return Deeds.countedAt(event.happenedAt(), last);
        }
    }

    /** A village's station counts for its township. */
    private static String division(@Nullable String station) {
        return station == null ? "" : station.substring(0, Math.min(TOWNSHIP, station.length()));
    }
}
