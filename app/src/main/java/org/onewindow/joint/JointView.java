package org.onewindow.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.MemberCase;
import org.onewindow.kernel.Refusal;
import org.onewindow.parties.MaskedParty;
import org.onewindow.timelimit.ClockReading;

/**
 * A joint application as somebody sees it who may.
 *
 * @param queryCode only right after receipt, for the clerk to hand over; null otherwise
 * @param whole whether the viewer sees all of it; else only their department's part and its place in the graph
 * @param size how many members there are in all
 * @param members those the viewer sees; with case and plan only where they may
 * @param edges between members shown
 * @param earlier members of earlier stages that members the viewer sees wait for
 * @param plan null where the viewer doesn't see the whole
 * @param materials the merged list, as far as the viewer's part needs it
 * @param version version of the facts
 */
public record JointView(
        String number,
        @Nullable String queryCode,
        JointState state,
        Theme theme,
        Theme.Stage stage,
        @Nullable String project,
        boolean green,
        String window,
        String handler,
        @Nullable MaskedParty applicant,
        Instant receivedAt,
        @Nullable Instant endedAt,
        PickUp pickUp,
        boolean whole,
        int size,
        List<MemberView> members,
        List<Theme.Edge> edges,
        List<Earlier> earlier,
        @Nullable LivePlan plan,
        List<ClockReading> clocks,
        List<MaterialLine> materials,
        List<HandedIn> handedIn,
        List<String> missing,
        List<Point> toSupply,
        List<Survey> surveys,
        Set<JointCommand.Kind> allowed,
        Set<JointCommand.Kind> allowedToYou,
        List<Blocked> blocked,
        int version) {

    /** A point of the notice that is out. */
    public record Point(String material, String problem) {}

    /** A command and why it isn't lawful now. */
    public record Blocked(JointCommand.Kind command, Refusal refusal) {}

    /**
     * A member of an earlier stage, in another application of the project, that must end before a member here starts.
     *
     * @param awaitedBy the item of the member here
     * @param progress how far it is; null where the viewer sees only that it is there, or where nobody applied for it yet
     * @param on when it ended, or is expected to; null where that isn't known or isn't the viewer's to see
     */
    public record Earlier(
            String itemCode,
            String awaitedBy,
            String name,
            String nameEn,
            @Nullable MemberProgress progress,
            @Nullable LocalDate on) {}

    /**
     * A member.
     *
     * @param place its place among all members, from 1: what comes before others in the graph first
     * @param own its case; null where the viewer sees only that it is there
     * @param line its plan; null where the viewer doesn't see it
     * @param because the item whose refusal stopped it; null otherwise
     */
    public record MemberView(
            int place,
            String itemCode,
            String name,
            String nameEn,
            String department,
            boolean lead,
            MemberProgress progress,
            @Nullable MemberCase own,
            LivePlan.@Nullable Line line,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable String because) {}
}
