package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.parties.MaskedParty;
import org.onewindow.timelimit.ClockReading;

/**
 * A row of a worklist or list of cases.
 *
 * @param dueAt the earliest limit still open; null where nothing is due
 * @param clock the clock it belongs to, read now; null with {@code dueAt}
 * @param supplement the applicant's own period while papers are awaited (C10), for reminding them; null when none are
 * @param reminded whether they were reminded of it
 * @param next the command most likely to be given next by the viewer; null when none of theirs is lawful
 * @param commitment where the commitment stands on which it was accepted (C16); null in the ordinary course
 * @param joint number of the joint application it is a member of (J2); null for a case of its own
 */
public record CaseSummary(
        String caseNumber,
        CaseState state,
        ItemVersion item,
        MaskedParty applicant,
        String department,
        @Nullable String window,
        @Nullable String station,
        String holder,
        @Nullable String currentStep,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable ClockReading clock,
        @Nullable ClockReading supplement,
        boolean reminded,
        @Nullable CaseCommand next,
        @Nullable CommitmentState commitment,
        @Nullable String joint,
        int version) {

    /** The step being worked, with its name; null when none is. */
    public ItemVersion.@Nullable Step step() {
        List<ItemVersion.Step> steps = item.steps();
        return steps.stream()
                .filter(step -> step.code().equals(currentStep))
                .findFirst()
                .orElse(null);
    }
}
