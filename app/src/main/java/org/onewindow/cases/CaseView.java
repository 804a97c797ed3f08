package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.kernel.Refusal;
import org.onewindow.parties.MaskedParty;
import org.onewindow.timelimit.ClockReading;

/**
 * A case as somebody sees it who may.
 *
 * @param queryCode only right after receipt, for the clerk to hand over; null otherwise
 * @param currentStep code of the step being worked; null when none is
 * @param holder sign-in name of whoever answers for it at the window (C5)
 * @param clocks of each kind the current one first
 * @param missingMaterials papers that must be there now or later and aren't
 * @param allowed commands lawful now for whoever has the post
 * @param allowedToYou those that the viewer's posts give
 * @param blocked commands the state knows but a rule forbids now
 * @param duplicates numbers of open cases of the same applicant on the same item (C12); only right after receipt
 * @param joint number of the joint application it is a member of (J2); null for a case of its own
 * @param commitment the commitment it was accepted on (C16); null in the ordinary course
 * @param brokeCommitment whether an earlier commitment of one of the applicants proved false, so that none is taken (C16); told only while
 *     one could be given
 * @param version version of the facts
 */
public record CaseView(
        String caseNumber,
        @Nullable String queryCode,
        CaseState state,
        ItemVersion item,
        MaskedParty applicant,
        List<MaskedParty> coApplicants,
        @Nullable MaskedParty representative,
        Channel channel,
        @Nullable String window,
        @Nullable String station,
        String department,
        String holder,
        String firstInquiry,
        Instant receivedAt,
        @Nullable String currentStep,
        List<StepView> steps,
        List<ClockReading> clocks,
        List<HandedIn> materials,
        List<String> missingMaterials,
        List<NoticePoint> openPoints,
        Set<CaseCommand> allowed,
        Set<CaseCommand> allowedToYou,
        List<Blocked> blocked,
        List<String> duplicates,
        @Nullable String joint,
        @Nullable CommitmentView commitment,
        boolean brokeCommitment,
        int version) {

    /** A command and why it is not lawful now. */
    public record Blocked(CaseCommand command, Refusal refusal) {}

    /**
     * A declared commitment (C16).
     *
     * @param standsInFor names of the papers it stands in for
     */
    public record CommitmentView(CommitmentState state, LocalDate signedOn, int pages, List<String> standsInFor) {}

    /** A point of the notice that is out. */
    public record NoticePoint(String material, String problem) {}

    /** How far a step is. */
    public enum Progress {
        DONE,
        CURRENT,
        TO_COME,
        /** Passed over: after a failed step, or because nothing has to be made. */
        SKIPPED,
        /** 免予审查: a commitment takes its place (C16). */
        WAIVED
    }

    /**
     * A step of the procedure.
     *
     * @param endedAt when it was done; null before
     * @param by sign-in name of who did it; null before
     */
    public record StepView(
            ItemVersion.Step step,
            Progress progress,
            @Nullable Instant began,
            @Nullable Instant endedAt,
            Command.@Nullable StepOutcome outcome,
            @Nullable String by) {}
}
