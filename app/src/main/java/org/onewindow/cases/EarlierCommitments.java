package org.onewindow.cases;

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

    /** Whether a commitment of this party proved false in this centre and wasn't put right. */
    boolean brokeOne(long party) {
        return store.anyBrokeCommitment(
                parties.withIdNumber(parties.details(party).idNumber()));
    }
}
