package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import org.onewindow.cases.CaseView;
import org.onewindow.desk.DeskViews.Document;
import org.onewindow.kernel.Actor;
import org.springframework.stereotype.Component;

/** The papers of a case, newest first, each with the address it is printed from. */
@Component
class CasePapers {

    List<Document> of(Actor actor, CaseView view, Locale locale) {
        return List.of();
    }
}
