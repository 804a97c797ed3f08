package org.onewindow.parties;

import org.jspecify.annotations.Nullable;

/**
 * A party as it lies in the database ({@code parties.sealed_party}), worth nothing without the master key: what another module
 * reads beside a row of its own, in the same statement, and hands to {@link Parties} to be shown.
 *
 * @param idDigest keyed digest of the id number; null for a recipient and after erasure
 * @param wrapped the party's own key, wrapped by the master key; null after erasure
 * @param sealed null after erasure
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedParty(long id, byte @Nullable [] idDigest, byte @Nullable [] wrapped, byte @Nullable [] sealed) {}
