package org.onewindow.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A joint review meeting (联审会议, J4): convened with an agenda, opinions of each body within a limit, minutes. It prepares decisions
 * and takes none: silence replaces an opinion where the theme says so, never a member's own decision.
 *
 * @param application id of the application it is about; null when it is about a project file, also before any application (提前介入)
 * @param project id of the project file; null when it is about an application
 * @param stage number of the theme's stage it prepares
 * @param at when they meet
 * @param departments the bodies whose opinion is asked
 * @param dueOn last day for opinions
 * @param silenceAgrees whether silence counts as agreement after that, from the theme
 * @param minutes null until they are written
 */
public record Review(
        long id,
        int version,
        @Nullable Long application,
        @Nullable Long project,
        String subject,
        int stage,
        Instant at,
        String place,
        String agenda,
        List<String> departments,
        LocalDate dueOn,
        boolean silenceAgrees,
        String convenedBy,
        List<Opinion> opinions,
        @Nullable Minutes minutes) {

    public Review {
        departments = List.copyOf(departments);
        opinions = List.copyOf(opinions);
    }

    /** What a body says. */
    public enum Stand {
        AGREES,
        AGREES_WITH_CONDITIONS,
        DISAGREES,
        /** Nothing within the limit, where the theme counts that as agreement (超时默认). */
        AGREED_BY_SILENCE,
        /** Nothing within the limit, where it counts for nothing: supervision takes it up. */
        MISSED
    }

    /** An opinion; {@code by} is the sign-in name of who gave it, {@code system} for silence. */
    public record Opinion(String department, Stand stand, String text, String by, Instant at) {}

    /** The minutes. */
    public record Minutes(String text, String by, Instant at) {}

    /** Whether a body has spoken, or silence for it. */
    public boolean hasOpinionOf(String department) {
        return opinions.stream().anyMatch(opinion -> opinion.department().equals(department));
    }

    /** Bodies that haven't said anything yet. */
    public List<String> silent() {
        return departments.stream()
                .filter(department -> !hasOpinionOf(department))
                .toList();
    }

    Review after(List<Opinion> newOpinions, @Nullable Minutes newMinutes) {
        return new Review(
                id,
                version + 1,
                application,
                project,
                subject,
                stage,
                at,
                place,
                agenda,
                departments,
                dueOn,
                silenceAgrees,
                convenedBy,
                newOpinions,
                newMinutes);
    }
}
