package org.onewindow.parties;

import java.util.List;
import org.onewindow.journal.RowWrite;

/**
 * A party about to be kept, with its number.
 *
 * @param party as it will lie in the database
 * @param earlier numbers of parties kept before under the same id number, in this name or, by a slip, in another
 * @param rows what a state write takes along; empty where nothing changes
 */
public record PreparedParty(SealedParty party, List<Long> earlier, List<RowWrite> rows) {

    /** Its number, which events may carry. */
    public long id() {
        return party.id();
    }
}
