package org.onewindow.cases;

import java.util.stream.Stream;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.parties.Parties;
import org.springframework.stereotype.Component;

/**
 * Knows whose commitment proved false (C16; 国办发〔2020〕42号): they aren't admitted to another until the credit is repaired. People are
 * recognised by their id number, so a slip in the name doesn't help.
 */
@Component
class EarlierCommitments {

    private final CaseStore store;
    private final Parties parties;

    EarlierCommitments(CaseStore store, Parties parties) {
        this.store = store;
        this.parties = parties;
    }

    /** Whether a commitment of any of those who apply proved false in this centre and wasn't put right; nobody hides behind another. */
    boolean anyBrokeOne(CaseFile file) {
        return store.anyBrokeCommitment(Stream.concat(Stream.of(file.applicant()), file.coApplicants().stream())
                .flatMap(party -> parties.withIdNumber(parties.details(party).idNumber()).stream())
                .toList());
    }
}
