package org.onewindow.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseSummary;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.CentrePapers;
import org.onewindow.divisions.Divisions;
import org.onewindow.documents.DayLedger;
import org.onewindow.documents.Documents;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Component;

/** A window's day ledger as a paper. It isn't kept: the cases on it go on. */
@Component
class LedgerPaper {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;
    private static final Set<CaseState> DONE = EnumSet.of(CaseState.COMPLETED, CaseState.DELIVERED);

    private final CaseReading reading;
    private final CentrePapers centre;
    private final Documents documents;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final CentreTime time;
    private final Texts texts;

    LedgerPaper(
            CaseReading reading,
            CentrePapers centre,
            Documents documents,
            Divisions divisions,
            StaffDirectory staff,
            CentreTime time,
            Texts texts) {
        this.reading = reading;
        this.centre = centre;
        this.documents = documents;
        this.divisions = divisions;
        this.staff = staff;
        this.time = time;
        this.texts = texts;
    }

    /** The ledger of what was received at a window on a day, earliest first. */
    Pdf of(Actor actor, String window, LocalDate day, List<CaseSummary> newestFirst) {
        List<CaseSummary> received = newestFirst.reversed().stream()
                .filter(row -> window.equals(row.window()))
                .toList();
        List<CaseView> views = received.stream()
                .map(row -> reading.find(actor, row.caseNumber()))
                .toList();
        DayLedger ledger = new DayLedger(
                centre.head(window + "-" + day, day, null, "/"),
                window + " " + divisions.window(window).name(),
                views.stream().map(this::row).toList(),
                views.size(),
                (int) views.stream()
                        .filter(view -> view.clocks().stream().anyMatch(clock -> clock.kind() == ClockKind.COMMITTED))
                        .count(),
                (int) views.stream().filter(view -> DONE.contains(view.state())).count(),
                (int) views.stream()
                        .filter(view -> view.state() == CaseState.NOT_ACCEPTED)
                        .count(),
                actor.displayName());
        return documents.passing(ledger, Paper.A4);
    }

    private DayLedger.Row row(CaseView view) {
        Instant promised = committed(view);
        return new DayLedger.Row(
                view.receivedAt(),
                view.caseNumber(),
                view.item().name(),
                view.applicant().name(),
                texts.text(PAPER, "desk.event.case.received"),
                staff.displayName(view.firstInquiry()),
                texts.text(PAPER, "desk.state." + view.state()),
                promised == null ? null : time.dayOf(promised));
    }

    /** When the promise ends; null until it is accepted, and while the clock stands without a projected end. */
    private static @Nullable Instant committed(CaseView view) {
        return view.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.COMMITTED)
                .findFirst()
                .map(ClockReading::dueAt)
                .orElse(null);
    }
}
