package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseView.NoticePoint;
import org.onewindow.cases.CaseView.StepView;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.timelimit.ClockReading;

/**
 * A case as its applicant follows it with number and query code: never personal data, never who handles it.
 *
 * @param openPoints what the notice that is out asks for
 * @param granted the decision, once it is completed; null before
 * @param commitment where the commitment stands that it was decided on (C16); null in the ordinary course
 * @param rateable whether it may be evaluated now (F1)
 */
public record PublicCase(
        String caseNumber,
        CaseState state,
        ItemVersion item,
        LocalDate receivedOn,
        Instant receivedAt,
        List<StepView> steps,
        List<ClockReading> clocks,
        List<NoticePoint> openPoints,
        @Nullable Boolean granted,
        @Nullable CommitmentState commitment,
        boolean rateable) {}
