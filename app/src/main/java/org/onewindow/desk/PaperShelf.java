package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import org.onewindow.cases.CasePapers;
import org.onewindow.cases.CaseView;
import org.onewindow.desk.DeskViews.Document;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case's papers at the desk: looked at by GET, printed by POST, since every print is counted and each after the first marked (C8). */
@Controller
class PaperShelf {

    private final CasePapers papers;
    private final ClockWords clocks;
    private final Texts texts;

    PaperShelf(CasePapers papers, ClockWords clocks, Texts texts) {
        this.papers = papers;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** Newest first. */
    List<Document> of(Actor actor, CaseView view, Locale locale) {
        String shelf = "/desk/cases/" + view.caseNumber() + "/documents/";
        return papers.list(actor, view.caseNumber()).reversed().stream()
                .map(paper -> new Document(
                        paper.id(),
                        texts.text(locale, "DocumentKind." + paper.kind()),
                        clocks.moment(paper.at(), locale),
                        shelf + paper.id() + ".pdf",
                        shelf + paper.id() + "/print",
                        paper.kind().papers().contains(Paper.ROLL_80MM)))
                .toList();
    }

    @GetMapping("/desk/cases/{number}/documents/{id}.pdf")
    ResponseEntity<byte[]> look(Actor actor, @PathVariable String number, @PathVariable String id) {
        return answer(papers.look(actor, number, id, Paper.A4));
    }

    @PostMapping("/desk/cases/{number}/documents/{id}/print")
    ResponseEntity<byte[]> print(
            Actor actor,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "A4") Paper paper) {
        return answer(papers.print(actor, number, id, paper));
    }

    static ResponseEntity<byte[]> answer(Pdf pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(pdf.fileName())
                                .build()
                                .toString())
                .body(pdf.bytes());
    }
}
