package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Custody;
import org.onewindow.cases.HeldPaper;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The overnight list (C15): paper originals that are out, where they are and who answers for them, to look at and to print. */
@Controller
class CustodyController {

    /** Nobody keeps more; who does has another trouble, and the page says that there are more. */
    private static final int MOST = 500;

    private final Custody custody;
    private final Divisions divisions;
    private final ClockWords clocks;
    private final CentreTime time;

    CustodyController(Custody custody, Divisions divisions, ClockWords clocks, CentreTime time) {
        this.custody = custody;
        this.divisions = divisions;
        this.clocks = clocks;
        this.time = time;
    }

    /** One line; {@code overNight} is whether it was taken before today. */
    record Line(
            String number,
            String item,
            String material,
            int pages,
            @Nullable String bag,
            String holder,
            String place,
            String since,
            boolean overNight) {}

    @GetMapping("/desk/custody")
    String show(Actor actor, Model model, Locale locale) {
        List<Line> lines = custody.out(actor, MOST + 1).stream()
                .map(paper -> line(paper, locale))
                .toList();
        model.addAttribute("rows", lines.subList(0, Math.min(MOST, lines.size())));
        model.addAttribute("more", lines.size() > MOST);
        model.addAttribute("now", clocks.moment(time.now(), locale));
        return "desk/custody";
    }

    private Line line(HeldPaper paper, Locale locale) {
        return new Line(
                paper.caseNumber(),
                ClockWords.item(paper.item(), locale),
                paper.material(),
                paper.pages(),
                paper.bag(),
                paper.holder(),
                place(paper),
                clocks.moment(paper.since(), locale),
                time.dayOf(paper.since()).isBefore(time.today()));
    }

    private String place(HeldPaper paper) {
        String station = paper.station();
        return station == null
                ? Objects.requireNonNullElse(paper.window(), "")
                : divisions.find(station).map(Division::name).orElse(station);
    }
}
