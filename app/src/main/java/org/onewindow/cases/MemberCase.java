package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.timelimit.ClockReading;

/**
 * A case as the joint application sees it that it is a member of (J2, J3).
 *
 * @param startDay the day its limits count from; null while it waits
 * @param startedAt when it was accepted; null while it waits
 * @param committed its promise, read now; null while it waits
 * @param granted what was decided; null before
 * @param endedAt when it ended for those that wait for it: completed (办结), or ended another way; null before
 * @param papers names of the papers in hand
 * @param owes whether a fee is owed and not settled yet (C6)
 * @param paidFen what was paid so far
 */
public record MemberCase(
        long id,
        String caseNumber,
        CaseState state,
        ItemVersion item,
        String department,
        @Nullable String window,
        @Nullable LocalDate startDay,
        @Nullable Instant startedAt,
        @Nullable ClockReading committed,
        @Nullable Boolean granted,
        @Nullable Instant endedAt,
        @Nullable Instant deliveredAt,
        List<String> papers,
        boolean owes,
        long paidFen,
        List<CaseView.StepView> steps) {

    public MemberCase {
        papers = List.copyOf(papers);
        steps = List.copyOf(steps);
    }

    /** Whether its department or law can still do something with it before it is completed. */
    public boolean isOpen() {
        return endedAt == null;
    }
}
