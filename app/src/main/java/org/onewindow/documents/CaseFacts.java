package org.onewindow.documents;

import org.jspecify.annotations.Nullable;

/**
 * The case a paper belongs to.
 *
 * @param caseNumber the case number (C11)
 * @param itemCode the item's code
 * @param itemName the item's name
 * @param applicant the applicant's full name
 * @param applicantId identity number or credit code, as far as the caller wants it shown
 * @param representative who acts for the applicant; null if nobody does
 */
public record CaseFacts(
        String caseNumber,
        String itemCode,
        String itemName,
        String applicant,
        String applicantId,
        @Nullable String representative) {}
