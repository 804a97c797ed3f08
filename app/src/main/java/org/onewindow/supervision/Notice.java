package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A notice (通报, S8) as made: what the journal said at its close. Nothing changes it afterwards.
 *
 * @param id its stream in the journal
 * @param serial which of its year
 * @param firstDay the first day of its period
 * @param lastDay the last, which for longer periods may lie after the working day at whose close it was made
 * @param after it counts what happened after this instant
 * @param until up to and including this one, the close at which it was due and which it is dated at
 * @param madeAt when it was made
 * @param late whether that was more than a minute later
 * @param addressees whom it went to
 * @param lines a line each department and region
 */
public record Notice(
        long id,
        NoticeKind kind,
        int serial,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant after,
        Instant until,
        Instant madeAt,
        boolean late,
        List<Addressee> addressees,
        List<NoticeLine> lines) {

    public Notice {
        addressees = List.copyOf(addressees);
        lines = List.copyOf(lines);
    }
}
