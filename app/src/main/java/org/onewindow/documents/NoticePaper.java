package org.onewindow.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 效能通报 (S8): what supervision tells of a period.
 *
 * @param head the usual; its date is the day at whose close it is dated
 * @param period which kind of period
 * @param firstDay its first day
 * @param lastDay its last day
 * @param until the close of business up to which it counts
 * @param departments a row each department
 * @param regions a row each region
 * @param total everything together
 * @param late when it was made, where that was later than it should have been; else null
 */
public record NoticePaper(
        Head head,
        Period period,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant until,
        List<Row> departments,
        List<Row> regions,
        Row total,
        @Nullable Instant late)
        implements DocumentModel {

    public NoticePaper {
        departments = List.copyOf(departments);
        regions = List.copyOf(regions);
    }

    /** Kinds of period. */
    public enum Period {
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        ANNUAL
    }

    /**
     * One row.
     *
     * @param name of the department or region
     * @param notAccepted how many were refused acceptance
     * @param onTimePercent of those completed; null: none
     * @param used working days on average; null: none measured
     * @param promised working days on average
     * @param open in hand at the close
     */
    public record Row(
            String name,
            int received,
            int accepted,
            int notAccepted,
            int supplements,
            int suspended,
            int extended,
            int completed,
            int onTime,
            int late,
            @Nullable BigDecimal onTimePercent,
            @Nullable BigDecimal used,
            @Nullable BigDecimal promised,
            int warned,
            int yellow,
            int red,
            int lifted,
            int open) {}
}
