package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 办件台账: what happened at one window on one day.
 *
 * @param head the usual; its date is the ledger's day
 * @param window the window's number and name
 * @param rows what happened, in order
 * @param received how many were received
 * @param accepted how many were accepted
 * @param completed how many were completed
 * @param refused how many were not accepted or refused
 * @param keeper who keeps it
 */
public record DayLedger(
        Head head, String window, List<Row> rows, int received, int accepted, int completed, int refused, String keeper)
        implements DocumentModel {
    public DayLedger {
        rows = List.copyOf(rows);
    }

    /**
     * One line.
     *
     * @param at when
     * @param caseNumber the case
     * @param item the item's name
     * @param applicant the applicant, masked
     * @param act what was done, in words
     * @param handler by whom
     * @param state where the case stands, in words
     * @param promisedOn the promised day; null where there is none
     */
    public record Row(
            Instant at,
            String caseNumber,
            String item,
            String applicant,
            String act,
            String handler,
            String state,
            @Nullable LocalDate promisedOn) {}
}
