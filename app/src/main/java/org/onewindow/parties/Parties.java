package org.onewindow.parties;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.onewindow.kernel.Actor;

/**
 * The door to who applies (V3). Writing methods join the caller's transaction, so that nothing is left half-written.
 */
public interface Parties {

    /**
     * The party with this id number and name, kept anew where there is none; a changed phone replaces the old one. Another name
     * under the same id number is kept beside it: it may be a slip, and earlier cases stay with the name they were applied for
     * in. A recipient is always kept anew.
     *
     * @return the party's number, which events may carry
     */
    long keep(PartyDetails details);

    /**
     * The same without a transaction, for an owner whose state write takes the rows along: numbers are given at once, and nothing
     * is kept before that write. Where a twin keeps the same party meanwhile, the write fails with a duplicate key; prepared
     * anew, the party is known.
     *
     * @return in the order of the details; the same party twice is written once
     */
    List<PreparedParty> prepare(List<PartyDetails> details);

    /** Numbers of the parties with an id number; empty for one never seen. */
    List<Long> withIdNumber(String idNumber);

    /**
     * Everything about a party, for a paper that needs it. On a screen {@link #masked} does; to show more use {@link #unmask}.
     *
     * @throws org.onewindow.kernel.NotFound when there is none, or its key was destroyed
     */
    PartyDetails details(long id);

    /**
     * The same for somebody who asked to see it: who and why is recorded (V3).
     *
     * @param why the case or purpose; no personal data
     * @throws org.onewindow.kernel.NotFound when there is none, or its key was destroyed
     */
    PartyDetails unmask(long id, Actor by, String why);

    /** Parties as shown by default, by number; one query. An erased party shows as {@code *}. */
    Map<Long, MaskedParty> masked(Collection<Long> ids);

    /** The same of a party that was read beside something else. */
    MaskedParty masked(SealedParty party);

    /** Puts a phone number right (C12). */
    void changePhone(long id, String phone);

    /** Destroys a party's key, when retention has ended: nobody can read it again, here or in a copy without the keys. */
    void erase(long id);

    /**
     * A keyed digest of an id number, in hexadecimal: by it somebody is recognised among parties without the number being kept
     * again (C14).
     */
    String identity(String idNumber);

    /** Whether a party has an identity; an erased party has none. */
    boolean is(SealedParty party, String identity);

    /** Whether one of these parties has an identity; an erased party has none. */
    boolean anyIs(Collection<Long> ids, String identity);

    /** A digest under the master key: the same for the same purpose and text, and nobody without the key can make it. */
    byte[] keyedDigest(String purpose, String text);

    /**
     * Seals under the master key what isn't a party's yet and is kept for a short while, such as a half-typed receipt. Whoever
     * keeps it deletes it.
     */
    byte[] seal(String purpose, byte[] plain);

    /** What {@link #seal} sealed for the same purpose. */
    byte[] open(String purpose, byte[] sealed);
}
