package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import org.onewindow.desk.DeskViews.Document;
import org.onewindow.joint.JointPapers;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointView;
import org.onewindow.kernel.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a joint application at the desk. */
@Controller
class JointShelf {

    private final JointReading reading;
    private final JointPapers papers;

    JointShelf(JointReading reading, JointPapers papers) {
        this.reading = reading;
        this.papers = papers;
    }

    List<Document> of(Actor actor, JointView view, Locale locale) {
        return List.of();
    }

    /** The plan as it is today. */
    @GetMapping("/desk/joint/{number}/plan.pdf")
    ResponseEntity<byte[]> plan(Actor actor, @PathVariable String number) {
        return PaperShelf.answer(papers.plan(reading.find(actor, number)));
    }
}
