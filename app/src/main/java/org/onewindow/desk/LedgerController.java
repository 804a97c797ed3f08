package org.onewindow.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.onewindow.cases.CaseQuery;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseSummary;
import org.onewindow.http.Texts;
import org.onewindow.http.WrittenDay;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The day ledger (办件台账): what was received on a day at the viewer's windows, newest first, to look at and to print. */
@Controller
class LedgerController {

    private static final int PAGE = 200;

    /** A window receives some hundreds a day, a centre some thousands; nobody reads more lines than these pages have. */
    private static final int MOST_PAGES = 25;

    private final CaseReading reading;
    private final LedgerPaper paper;
    private final ClockWords clocks;
    private final CentreTime time;
    private final Texts texts;

    LedgerController(CaseReading reading, LedgerPaper paper, ClockWords clocks, CentreTime time, Texts texts) {
        this.reading = reading;
        this.paper = paper;
        this.clocks = clocks;
        this.time = time;
        this.texts = texts;
    }

    /** One line. */
    record Line(String number, String item, String applicant, String state, String received) {}

    @GetMapping("/desk/ledger")
    String show(Actor actor, @RequestParam(defaultValue = "") String day, Model model, Locale locale) {
        LocalDate chosen = dayOf(day);
        model.addAttribute("day", chosen.toString());
        model.addAttribute(
                "rows",
                receivedOn(actor, chosen).stream().map(row -> line(row, locale)).toList());
        model.addAttribute("windows", windows(actor));
        return "desk/ledger";
    }

    /** The paper for a window of one's own. */
    @GetMapping("/desk/ledger.pdf")
    ResponseEntity<byte[]> print(
            Actor actor, @RequestParam(defaultValue = "") String window, @RequestParam(defaultValue = "") String day) {
        if (!windows(actor).contains(window)) {
            throw new NotAllowed("ledger");
        }
        LocalDate chosen = dayOf(day);
        return PaperShelf.answer(paper.of(actor, window, chosen, receivedOn(actor, chosen)));
    }

    private static List<String> windows(Actor actor) {
        return ReceivingPlace.of(actor).stream()
                .map(ReceivingPlace::window)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private List<CaseSummary> receivedOn(Actor actor, LocalDate day) {
        List<CaseSummary> found = new java.util.ArrayList<>();
        CaseQuery query = CaseQuery.ALL.received(time.startOf(day), time.startOf(day.plusDays(1)));
        for (int page = 0; page < MOST_PAGES; page++) {
            Page<CaseSummary> rows = reading.list(actor, query, PAGE);
            found.addAll(rows.items());
            String next = rows.next();
            if (next == null) {
                break;
            }
            query = query.after(next);
        }
        return found;
    }

    private Line line(CaseSummary row, Locale locale) {
        return new Line(
                row.caseNumber(),
                ClockWords.item(row.item(), locale),
                row.applicant().name(),
                texts.text(locale, "desk.state." + row.state()),
                clocks.moment(row.receivedAt(), locale));
    }

    /** Today where the address names no day. */
    private LocalDate dayOf(String typed) {
        return WrittenDay.of(typed).orElseGet(time::today);
    }
}
