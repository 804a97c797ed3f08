package org.onewindow.parties;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The door to who applies (V3). Writing methods join the caller's transaction, so that nothing is left half-written.
 */
public interface Parties {

    /**
     * The party with this id number, kept anew where there is none; a changed name or phone replaces the old one. A recipient
     * is always kept anew.
     *
     * @return the party's number, which events may carry
     */
    long keep(PartyDetails details);

    /** Numbers of the parties with an id number; empty for one never seen. */
    List<Long> withIdNumber(String idNumber);

    /**
     * Everything about a party, for a paper that needs it. Shown to people only after {@link #masked} where that does.
     *
     * @throws org.onewindow.kernel.NotFound when there is none, or its key was destroyed
     */
    PartyDetails details(long id);

    /** Parties as shown by default, by number; one query. An erased party shows as {@code *}. */
    Map<Long, MaskedParty> masked(Collection<Long> ids);

    /** Puts a phone number right (C12). */
    void changePhone(long id, String phone);

    /** A digest under the master key: the same for the same purpose and text, and nobody without the key can make it. */
    byte[] keyedDigest(String purpose, String text);
}
