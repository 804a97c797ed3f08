package org.onewindow.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.parties.PartyDetails;

/**
 * What is taken in at a window or a station (C2).
 *
 * @param window the window that holds the case; null at a station: the item's first window then
 * @param station the township's or village's division code where it was collected (N1); null in the hall
 * @param representative who acts for the applicant; null when nobody does
 * @param serviceAgent sign-in name of the agent who helps; null without
 * @param situations answers to the version's questions (K6a); a condition in words is ticked by naming it with {@code true}
 * @param override why a wrong check character of an id number is let pass; null when all are right
 */
public record Receive(
        String itemCode,
        @Nullable String window,
        @Nullable String station,
        Channel channel,
        PartyDetails applicant,
        List<PartyDetails> coApplicants,
        @Nullable PartyDetails representative,
        @Nullable String serviceAgent,
        Map<String, String> situations,
        @Nullable String override,
        List<HandedIn> materials) {

    public Receive {
        coApplicants = List.copyOf(coApplicants);
        situations = Map.copyOf(situations);
        materials = List.copyOf(materials);
    }
}
