package org.onewindow.parties;

import org.jspecify.annotations.Nullable;

/**
 * What identifies somebody. Never logged, never in an event; pages show it masked.
 *
 * @param kind a person or an organisation
 * @param name full name
 * @param idNumber citizen id number (GB 11643) or unified social credit code (GB 32100); for a mere recipient the paper shown,
 *     as free text
 * @param phone 5 to 20 of digits, {@code +}, {@code -}; null when not given
 */
public record PartyDetails(
        Kind kind, String name, String idNumber, @Nullable String phone) {

    /** Kinds of party. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        /** Somebody who only collected a result: the paper they showed isn't looked up again. */
        RECIPIENT
    }

    @Override
    public String toString() {
        return "PartyDetails[" + kind + "]";
    }
}
