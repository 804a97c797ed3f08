package org.onewindow.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.model.CaseFile.Notice;
import org.onewindow.cases.model.CaseFile.Suspension;
import org.onewindow.cases.model.CaseFile.ToFollow;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.TimeLimits;

/**
 * What the law does to a case by itself when an instant passes: deemed acceptance (T4), the stated end of a suspension (T6),
 * the end of a supplement period (C10), a promised paper that didn't come (C16).
 *
 * @param dueAt the instant at whose passing it happens
 * @param event what happens
 */
public record LegalConsequence(Instant dueAt, CaseEvent event) {

    /** All that is pending, in no particular order. */
    public static List<LegalConsequence> pending(
            CaseFile file, ItemVersion item, WorkingCalendar calendar, CentreTime time) {
        List<LegalConsequence> pending = new ArrayList<>();
        if (item.deemedAcceptance() && !file.isAnswered()) {
            LocalDate from = file.openNotice().map(Notice::startDay).orElse(file.papersOn());
            add(pending, due(file, item, ClockKind.ACCEPTANCE, "", calendar, time), acceptedByLaw(from));
        }
        if (file.state() == CaseState.AWAITING_SUPPLEMENT && item.endsOnMissingSupplement() != null) {
            add(pending, due(file, item, ClockKind.SUPPLEMENT, "", calendar, time), notSupplied(item));
        }
        if (file.state() == CaseState.SUSPENDED) {
            file.suspensions().stream()
                    .filter(suspension -> suspension.isOpen() && !suspension.statedEnded() && suspension.from() != null)
                    .forEach(suspension -> addStatedEnd(pending, suspension, calendar, time));
        }
        if (isWorked(file.state()) && item.endsOnMissingSupplement() != null) {
            for (ToFollow paper : file.outstanding()) {
                add(
                        pending,
                        due(file, item, ClockKind.DOCUMENTS_TO_FOLLOW, paper.material(), calendar, time),
                        notSupplied(item));
            }
        }
        return pending;
    }

    private static boolean isWorked(CaseState state) {
        return state == CaseState.ACCEPTED || state == CaseState.SUSPENDED;
    }

    private static CaseEvent acceptedByLaw(LocalDate from) {
        return new CaseEvent.Accepted(from, from, true, List.of(), null);
    }

    private static CaseEvent notSupplied(ItemVersion item) {
        return new CaseEvent.Terminated("", true, Objects.requireNonNull(item.endsOnMissingSupplement()));
    }

    private static void addStatedEnd(
            List<LegalConsequence> pending, Suspension suspension, WorkingCalendar calendar, CentreTime time) {
        LocalDate from = Objects.requireNonNull(suspension.from());
        LocalDate on = Objects.requireNonNull(
                TimeLimits.statedEnd(new Exclusion(from, null, suspension.days(), suspension.unit()), calendar));
        pending.add(new LegalConsequence(
                time.at(on, calendar.closingTime(on)), new CaseEvent.StatedDaysEnded(suspension.kind(), on)));
    }

    private static void add(List<LegalConsequence> pending, @Nullable Instant dueAt, CaseEvent event) {
        if (dueAt != null) {
            pending.add(new LegalConsequence(dueAt, event));
        }
    }

    private static @Nullable Instant due(
            CaseFile file,
            ItemVersion item,
            ClockKind kind,
            String reference,
            WorkingCalendar calendar,
            CentreTime time) {
        return CaseClocks.of(file, item).stream()
                .filter(facts -> facts.kind() == kind && facts.reference().equals(reference))
                .findFirst()
                .map((ClockFacts facts) -> TimeLimits.read(facts, calendar, time, facts.startedAt()))
                .map(ClockReading::dueAt)
                .orElse(null);
    }
}
