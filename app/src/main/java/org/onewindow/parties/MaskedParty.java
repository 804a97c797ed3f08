package org.onewindow.parties;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as shown on pages and in answers by default: {@code 张*}, {@code 99**************1X}.
 *
 * @param phone null when none is known
 */
public record MaskedParty(
        long id,
        PartyDetails.Kind kind,
        String name,
        String idNumber,
        @Nullable String phone) {}
