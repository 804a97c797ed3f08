package org.onewindow.parties;

import java.util.List;
import org.onewindow.journal.RowWrite;

/**
 * A party about to be kept, with its number.
 *
 * @param party as it will lie in the database
 * @param known whether it was kept before
 * @param rows what a state write takes along; empty where nothing changes
 */
public record PreparedParty(SealedParty party, boolean known, List<RowWrite> rows) {

    /** Its number, which events may carry. */
    public long id() {
        return party.id();
    }
}
