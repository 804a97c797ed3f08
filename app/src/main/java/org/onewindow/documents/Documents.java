package org.onewindow.documents;

import java.util.function.Supplier;
import org.onewindow.documents.press.Press;
import org.onewindow.documents.store.DocumentStore;
import org.onewindow.documents.store.DocumentStore.Kept;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * The door to papers. A command fixes number and template version ({@link DocumentKey}); the PDF is made when it is first
 * asked for, from what the journal says was known then, and kept: later changes to names, templates or catalogue don't reach it.
 */
@Service
public class Documents {

    private final ObjectProvider<Press> press;
    private final DocumentStore store;
    private final CentreTime time;

    Documents(ObjectProvider<Press> press, DocumentStore store, CentreTime time) {
        this.press = press;
        this.store = store;
        this.time = time;
    }

    /**
     * The paper for looking at or sending: never counted as a print, never marked.
     *
     * @param model asked only if the paper wasn't made before
     * @throws PressBusy too many papers are being set at once
     */
    public Pdf pdf(DocumentKey key, Supplier<? extends DocumentModel> model, Paper paper) {
        return asPdf(key, kept(key, model, paper).pdf(), paper, 0);
    }

    /**
     * The paper for printing (C8): the first print is the paper itself, each later one is marked as a reprint (补打) on every
     * page. Prints on A4 and on a roll count together.
     *
     * @throws PressBusy too many papers are being set at once
     */
    public Pdf print(DocumentKey key, Supplier<? extends DocumentModel> model, Paper paper) {
        Kept kept = kept(key, model, paper);
        int copy = store.countPrint(key, paper) - 1;
        byte[] bytes = copy == 0 ? kept.pdf() : press.getObject().markReprint(kept.pdf(), key.templateVersion(), copy);
        return asPdf(key, bytes, paper, copy);
    }

    /** A paper that isn't kept: a guide while its version is a draft, a ledger of a day that still runs. */
    public Pdf passing(DocumentModel model, Paper paper) {
        DocumentKind kind = DocumentKind.of(model);
        byte[] bytes = press.getObject().set(kind, kind.templateVersion(), model, paper);
        return new Pdf(kind.template() + ".pdf", model.head().number(), 0, bytes);
    }

    /** Forgets the kept papers about a subject, when the retention of personal data in them ends (V3). */
    public int forget(int centre, String subject) {
        return store.forget(centre, subject);
    }

    private Kept kept(DocumentKey key, Supplier<? extends DocumentModel> model, Paper paper) {
        return store.find(key, paper).orElseGet(() -> {
            store.keep(key, paper, make(key, model.get(), paper), time.now());
            return store.find(key, paper).orElseThrow(() -> Bug.found("a paper just kept isn't there"));
        });
    }

    private byte[] make(DocumentKey key, DocumentModel model, Paper paper) {
        if (!model.head().number().equals(key.number())) {
            throw Bug.found("paper " + key.number() + " was given the content of "
                    + model.head().number());
        }
        return press.getObject().set(key.kind(), key.templateVersion(), model, paper);
    }

    private static Pdf asPdf(DocumentKey key, byte[] bytes, Paper paper, int copy) {
        String name = key.kind().template() + "-" + key.running() + (paper == Paper.A4 ? "" : "-80mm") + ".pdf";
        return new Pdf(name, key.number(), copy, bytes);
    }
}
