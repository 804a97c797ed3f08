package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import org.onewindow.desk.DeskViews.Document;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointPapers;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointView;
import org.onewindow.kernel.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The papers of a joint application at the desk. */
@Controller
class JointShelf {

    private final JointReading reading;
    private final JointPapers papers;
    private final ClockWords clocks;
    private final Texts texts;

    JointShelf(JointReading reading, JointPapers papers, ClockWords clocks, Texts texts) {
        this.reading = reading;
        this.papers = papers;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** Newest first. */
    List<Document> of(Actor actor, JointView view, Locale locale) {
        String shelf = JointPages.ADDRESS + view.number() + "/documents/";
        return papers.list(actor, view.number()).reversed().stream()
                .map(paper -> new Document(
                        paper.id(),
                        texts.text(locale, "DocumentKind." + paper.kind()),
                        clocks.moment(paper.at(), locale),
                        shelf + paper.id() + ".pdf",
                        shelf + paper.id() + "/print",
                        false))
                .toList();
    }

    @GetMapping("/desk/joint/{number}/documents/{id}.pdf")
    ResponseEntity<byte[]> look(Actor actor, @PathVariable String number, @PathVariable String id) {
        return PaperShelf.answer(papers.look(actor, number, id));
    }

    @PostMapping("/desk/joint/{number}/documents/{id}/print")
    ResponseEntity<byte[]> print(Actor actor, @PathVariable String number, @PathVariable String id) {
        return PaperShelf.answer(papers.print(actor, number, id));
    }

    /** The plan as it is today. */
    @GetMapping("/desk/joint/{number}/plan.pdf")
    ResponseEntity<byte[]> plan(Actor actor, @PathVariable String number) {
        return PaperShelf.answer(papers.plan(reading.find(actor, number)));
    }
}
