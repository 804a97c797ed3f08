package org.onewindow.joint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Channel;
import org.onewindow.cases.HandedIn;
import org.onewindow.parties.PartyDetails;

/**
 * What the lead window takes in for a whole stage (J2).
 *
 * @param window a window that lists the lead's item
 * @param project number of the project file; null without; a later stage needs one
 * @param answers to the theme's questions (question → choice); conditions in words are ticked by naming them with {@code true}
 * @param override why a wrong check character of an id number is let pass; null when all are right
 */
public record Apply(
        String theme,
        int stage,
        String window,
        Channel channel,
        @Nullable String project,
        PartyDetails applicant,
        List<PartyDetails> coApplicants,
        @Nullable PartyDetails representative,
        @Nullable String serviceAgent,
        Map<String, String> answers,
        @Nullable String override,
        List<HandedIn> materials,
        PickUp pickUp) {

    public Apply {
        coApplicants = List.copyOf(coApplicants);
        answers = Map.copyOf(answers);
        materials = List.copyOf(materials);
    }
}
