package org.onewindow.documents;

import java.time.Instant;
import java.util.List;

/**
 * 取件登记单 (C8).
 *
 * @param head the usual
 * @param facts the case
 * @param results what is handed over
 * @param recipient who takes it
 * @param recipientPaper the identity paper shown
 * @param forApplicant whether the recipient is the applicant
 * @param method how it is handed over
 * @param deliveredAt when
 * @param handler who hands it over
 */
public record PickUpRecord(
        Head head,
        CaseFacts facts,
        List<Result> results,
        String recipient,
        String recipientPaper,
        boolean forApplicant,
        Method method,
        Instant deliveredAt,
        String handler)
        implements DocumentModel {
    public PickUpRecord {
        results = List.copyOf(results);
    }

    /** How results are handed over (C8). */
    public enum Method {
        WINDOW,
        POST,
        STATION
    }

    /**
     * One result.
     *
     * @param name what it is
     * @param number its number
     * @param copies how many
     */
    public record Result(String name, String number, int copies) {}
}
