package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffMember;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.ReviewedFile.Deduction;
import org.onewindow.supervision.model.CardEvent;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Component;

/** The cards of files that fail a rule of supervision, raised when their review is concluded (S10, S1). */
@Component
class ReviewCards {

    /** More cards of one case than anybody has seen. */
    private static final int MOST_OF_CASE = 100;

    private final CardStore cards;
    private final CaseHistories histories;
    private final Rules rules;
    private final StaffDirectory staff;
    private final Journal journal;
    private final CentreCalendar calendar;
    private final CentreTime time;

    ReviewCards(
            CardStore cards,
            CaseHistories histories,
            Rules rules,
            StaffDirectory staff,
            Journal journal,
            CentreCalendar calendar,
            CentreTime time) {
        this.cards = cards;
        this.histories = histories;
        this.rules = rules;
        this.staff = staff;
        this.journal = journal;
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * Raises one card for each rule that a file fails and has no card of yet, in the transaction there is.
     *
     * @param checklist what the files were scored against
     * @return the cards' ids
     */
    List<Long> raise(List<ReviewedFile> files, ReviewChecklist checklist, Instant now) {
        RuleSet inForce = rules.on(time.today());
        List<CardFile> raised = new ArrayList<>();
        List<NewEvent> events = new ArrayList<>();
        for (ReviewedFile file : files) {
            for (ContentRule rule : failed(file, checklist)) {
                Colour colour = inForce.contents().get(rule);
                if (colour != null && !hasOne(file, rule)) {
                    CardEvent.Raised card = card(file, rule, colour, inForce, now);
                    long id = journal.nextStream();
                    raised.add(CardFile.raised(id, card, now, now));
                    events.add(new NewEvent(
                            id,
                            1,
                            CardEvent.nameOf(card),
                            Actor.SYSTEM.userName(),
                            null,
                            null,
                            now,
                            SupervisionJson.write(card)));
                }
            }
        }
        if (!raised.isEmpty()) {
            cards.insert(raised, Map.of());
            journal.append(Centre.OURS, events);
        }
        return raised.stream().map(CardFile::id).toList();
    }

    /** The rules a file fails, each once. */
    private static Set<ContentRule> failed(ReviewedFile file, ReviewChecklist checklist) {
        Set<ContentRule> failed = new LinkedHashSet<>();
        for (Deduction deduction : file.deductions()) {
            checklist.point(deduction.point()).map(ReviewChecklist.Point::rule).ifPresent(failed::add);
        }
        return failed;
    }

    private boolean hasOne(ReviewedFile file, ContentRule rule) {
        CardQuery ofCase = CardQuery.ALL.ofCase(file.caseNumber());
        return cards.list(ofCase, MOST_OF_CASE).stream()
                .anyMatch(card -> card.state() != CardState.LIFTED
                        && card.key().reference().startsWith(rule.name() + ":"));
    }

    private CardEvent.Raised card(ReviewedFile file, ContentRule rule, Colour colour, RuleSet inForce, Instant now) {
        List<StaffMember> heads = staff.holders(Role.HEAD, file.department());
        WorkingCalendar edition = calendar.current();
        LocalDate last =
                edition.workingDayAfter(time.dayOf(now), inForce.replies().explanation());
        Integer version = histories.versions(List.of(file.caseId())).get(file.caseId());
        return new CardEvent.Raised(
                colour,
                rule.rule(),
                inForce.id(),
                file.caseId(),
                file.caseId(),
                file.caseNumber(),
                version == null ? 0 : version,
                file.department(),
                null,
                "",
                rule.name() + ":review-" + file.review(),
                now,
                null,
                null,
                Role.HEAD.name(),
                heads.size() == 1 ? heads.getFirst().userName() : null,
                time.at(last, edition.closingTime(last)),
                inForce.points().of(colour),
                false);
    }
}
