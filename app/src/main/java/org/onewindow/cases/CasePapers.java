package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import org.onewindow.cases.model.CaseDocuments;
import org.onewindow.cases.model.CaseDocuments.CaseDocument;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.Recorded;
import org.onewindow.documents.DocumentKey;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.Documents;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.NotFound;
import org.springframework.stereotype.Service;

/** The door to a case's papers: listed as soon as the command answers, made when first asked for, then kept. */
@Service
public class CasePapers {

    private final CaseReading reading;
    private final CaseWriter writer;
    private final PaperModels models;
    private final Documents documents;

    CasePapers(CaseReading reading, CaseWriter writer, PaperModels models, Documents documents) {
        this.reading = reading;
        this.writer = writer;
        this.models = models;
        this.documents = documents;
    }

    /**
     * A paper of a case.
     *
     * @param id to ask for it by
     * @param number its document number
     */
    public record PaperView(String id, DocumentKind kind, String number, Instant at) {}

    /** All papers of a case, oldest first. */
    public List<PaperView> list(Actor actor, String number) {
        CaseFile file = reading.seen(actor, number);
        return CaseDocuments.of(writer.history(file.id()), reading.item(file)).stream()
                .map(paper -> new PaperView(paper.id(), paper.kind(), models.number(file, paper), paper.at()))
                .toList();
    }

    /**
     * A paper as PDF, for looking at.
     *
     * @throws NotFound the case has no such paper, or it doesn't come on this kind of paper
     */
    public Pdf look(Actor actor, String number, String id, Paper on) {
        Asked asked = asked(actor, number, id, on);
        return documents.pdf(asked.key(), asked::model, on);
    }

    /** The same for printing: from the second print on it is marked as a reprint (C8). */
    public Pdf print(Actor actor, String number, String id, Paper on) {
        Asked asked = asked(actor, number, id, on);
        return documents.print(asked.key(), asked::model, on);
    }

    private Asked asked(Actor actor, String number, String id, Paper on) {
        CaseFile file = reading.seen(actor, number);
        List<Recorded> history = writer.history(file.id());
        CaseDocument paper = CaseDocuments.of(history, reading.item(file)).stream()
                .filter(candidate -> candidate.id().equals(id))
                .filter(candidate -> candidate.kind().papers().contains(on))
                .findFirst()
                .orElseThrow(() -> new NotFound("paper"));
        return new Asked(file, history, paper);
    }

    private final class Asked {

        private final CaseFile file;
        private final List<Recorded> history;
        private final CaseDocument paper;

        private Asked(CaseFile file, List<Recorded> history, CaseDocument paper) {
            this.file = file;
            this.history = history;
            this.paper = paper;
        }

        private DocumentKey key() {
            return DocumentKey.of(
                    Centre.OURS, "case/" + file.id(), paper.kind(), paper.running(), models.number(file, paper));
        }

        private org.onewindow.documents.DocumentModel model() {
            return models.of(file, history, paper);
        }
    }
}
