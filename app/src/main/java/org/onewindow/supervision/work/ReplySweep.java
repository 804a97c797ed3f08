package org.onewindow.supervision.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.clockwork.Sweep;
import org.onewindow.feedback.UnansweredConsultations;
import org.onewindow.feedback.UnansweredConsultations.Silence;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.Assignment;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.RuleSet;
import org.onewindow.supervision.Rules;
import org.onewindow.supervision.model.CardEvent;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.store.AssignmentStore;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches who owes an answer: explanations of cards (S3), supervision orders (S5), assigned tasks (S9), which are supervision's own
 * and whose cards ask for no further explanation; and consultations (T11), whose cards do. One that passes without an answer gets its
 * card once.
 */
@Component
class ReplySweep implements Sweep {

    private static final int BATCH = 500;
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    /** A limit has passed from the first instant after its end (T2). */
    private static final Duration FIRST_INSTANT_AFTER = Duration.ofNanos(1_000);

    private final CardStore cards;
    private final AssignmentStore assignments;
    private final UnansweredConsultations consultations;
    private final Journal journal;
    private final Rules rules;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    ReplySweep(
            CardStore cards,
            AssignmentStore assignments,
            UnansweredConsultations consultations,
            Journal journal,
            Rules rules,
            CentreCalendar calendar,
            CentreTime time,
            TransactionTemplate transaction) {
        this.cards = cards;
        this.assignments = assignments;
        this.consultations = consultations;
        this.journal = journal;
        this.rules = rules;
        this.calendar = calendar;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "supervision.replies";
    }

    @Override
    public Optional<Instant> nextInstant() {
        return Stream.of(cards.nextToExplain(), assignments.nextDue(), consultations.nextDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(due -> due.plus(FIRST_INSTANT_AFTER));
    }

    @Override
    public int doDue(Instant upTo) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<CardFile> unexplained = cards.unexplained(upTo, BATCH);
            List<Assignment> unanswered = assignments.due(upTo, BATCH);
            List<List<Silence>> taken = consultations.take(upTo, BATCH);
            List<Silence> silences = taken.stream().flatMap(List::stream).toList();
            List<CardFile> raised = new ArrayList<>();
            List<NewEvent> events = new ArrayList<>();
            for (CardFile card : unexplained) {
                raise(
                        "S3",
                        card.id(),
                        card.caseId(),
                        card.caseNumber(),
                        card.department(),
                        card.window(),
                        card.version(),
                        Objects.requireNonNull(card.explainBy()),
                        card.role(),
                        card.responsible(),
                        "",
                        false,
                        raised,
                        events);
            }
            for (Assignment each : unanswered) {
                String rule = each.kind() == Assignment.Kind.TASK ? "S9" : "S5";
                raise(
                        rule,
                        each.id(),
                        each.caseId(),
                        each.caseNumber(),
                        each.department(),
                        null,
                        each.version(),
                        Objects.requireNonNull(each.dueAt()),
                        Role.HEAD.name(),
                        each.assignee(),
                        "",
                        false,
                        raised,
                        events);
            }
            for (Silence each : silences) {
                raise(
                        "C1a",
                        each.consultation(),
                        null,
                        null,
                        each.department(),
                        each.window(),
                        each.version(),
                        each.dueAt(),
                        each.role().name(),
                        each.responsible(),
                        ":" + each.role() + ":" + each.department(),
                        true,
                        raised,
                        events);
            }
            if (!raised.isEmpty()) {
                cards.insert(raised, Map.of());
                journal.append(Centre.OURS, events);
            }
            cards.unanswered(unexplained.stream().map(CardFile::id).toList());
            assignments.unanswered(unanswered.stream().map(Assignment::id).toList());
            return unexplained.size() + unanswered.size() + taken.size();
        }));
    }

    private void raise(
            String rule,
            long owner,
            @Nullable Long caseId,
            @Nullable String caseNumber,
            String department,
            @Nullable String window,
            int version,
            Instant due,
            String role,
            @Nullable String responsible,
            String whose,
            boolean toExplain,
            List<CardFile> raised,
            List<NewEvent> events) {
        RuleSet inForce = rules.on(time.dayOf(due));
        Colour colour = inForce.contents().get(ContentRule.UNANSWERED);
        if (colour == null) {
            return;
        }
        Instant now = time.now();
        CardEvent.Raised event = new CardEvent.Raised(
                colour,
                rule,
                inForce.id(),
                owner,
                caseId,
                caseNumber,
                0,
                department,
                window,
                "",
                ContentRule.UNANSWERED.name() + ":" + version + whose,
                due,
                due,
                null,
                role,
                responsible,
                toExplain ? explainBy(inForce, now) : null,
                inForce.points().of(colour),
                Duration.between(due, now).compareTo(IN_TIME) > 0);
        long id = journal.nextStream();
        raised.add(CardFile.raised(id, event, due, now));
        events.add(new NewEvent(
                id,
                1,
                CardEvent.nameOf(event),
                Actor.SYSTEM.userName(),
                null,
                null,
                due,
                SupervisionJson.write(event)));
    }

    private Instant explainBy(RuleSet inForce, Instant now) {
        WorkingCalendar edition = calendar.current();
        LocalDate last =
                edition.workingDayAfter(time.dayOf(now), inForce.replies().explanation());
        return time.at(last, edition.closingTime(last));
    }
}
