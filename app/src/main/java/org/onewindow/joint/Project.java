package org.onewindow.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicantKind;

/**
 * A project file (项目, J4, J6): what several applications, meetings and milestones belong to, and the green channel's service file.
 *
 * @param version version of the last event
 * @param number printed, like a case's
 * @param name the project's name
 * @param owner party number of the owner
 * @param theme code of the theme it runs through
 * @param agent sign-in name of the agent who helps; null without
 * @param green why it has the green channel; null where it hasn't
 * @param limits tighter working days by item: what is promised to the project, never more than the catalogue's (J6)
 * @param milestones days on which what a stage waits for was reached, by the stage's number
 * @param uses numbers of the applications that went through the green channel: each use is recorded and counted (J6)
 * @param querySalt random part of the code by which its owner follows every step
 */
public record Project(
        long id,
        int version,
        String number,
        String name,
        ApplicantKind ownerKind,
        long owner,
        String theme,
        @Nullable String agent,
        @Nullable Green green,
        Map<String, Integer> limits,
        Map<Integer, LocalDate> milestones,
        List<String> uses,
        String querySalt,
        Instant openedAt) {

    public Project {
        limits = Map.copyOf(limits);
        milestones = Map.copyOf(milestones);
        uses = List.copyOf(uses);
    }

    /** Grounds of the green channel. */
    public enum Ground {
        /** 重点项目. */
        KEY_PROJECT,
        /** 灾后重建. */
        RECONSTRUCTION
    }

    /** The green channel: its ground and reason. */
    public record Green(Ground ground, String reason) {}

    /** The same after an event. */
    Project after(
            @Nullable Green newGreen,
            Map<String, Integer> newLimits,
            Map<Integer, LocalDate> newMilestones,
            List<String> newUses) {
        return new Project(
                id,
                version + 1,
                number,
                name,
                ownerKind,
                owner,
                theme,
                agent,
                newGreen,
                newLimits,
                newMilestones,
                newUses,
                querySalt,
                openedAt);
    }
}
