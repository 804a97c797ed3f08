package org.onewindow.cases.model;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.kernel.Refusal;

/** Whether an application may be taken in (C2, K2, K6, K6a, K8). Taking in is never refused for papers that are missing. */
public final class ReceiptRules {

    private ReceiptRules() {}

    /**
     * What is to be judged.
     *
     * @param windowTakes whether the window's list has the item, by filed authority (K10)
     * @param atStation whether it is collected at a township or village
     * @param stationTakes whether the item may be handed in that low
     */
    public record Application(
            ItemVersion item,
            ApplicantKind applicant,
            boolean represented,
            java.util.Map<String, String> situations,
            List<HandedIn> materials,
            boolean windowTakes,
            boolean atStation,
            boolean stationTakes) {}

    /** Every reason why not; empty when it may. */
    public static List<Refusal> check(Application application) {
        ItemVersion item = application.item();
        List<Refusal> refusals = new ArrayList<>();
        if (!admits(item.object(), application.applicant())) {
            refusals.add(Refusal.of("K2", "receive.object", item.object()));
        }
        List<String> unlisted = application.materials().stream()
                .map(HandedIn::name)
                .filter(name -> !Papers.lists(item, name))
                .toList();
        if (!unlisted.isEmpty()) {
            refusals.add(Refusal.of("K6", "material.unlisted", unlisted));
        }
        for (Situation situation : item.situations()) {
            String answer = application.situations().get(situation.code());
            if (answer == null
                    || situation.choices().stream()
                            .noneMatch(choice -> choice.code().equals(answer))) {
                refusals.add(Refusal.of("K6a", "receive.situation", situation.question()));
            }
        }
        if (application.represented() && !item.agentAllowed()) {
            refusals.add(Refusal.of("C2", "receive.representative"));
        }
        if (!application.windowTakes()) {
            refusals.add(Refusal.of("K10", "authority.accept", item.code()));
        }
        if (application.atStation() && !application.stationTakes()) {
            refusals.add(Refusal.of("N1", item.presenceRequired() ? "receive.presence" : "receive.level"));
        }
        return refusals;
    }

    private static boolean admits(ApplicantObject object, ApplicantKind applicant) {
        return switch (object) {
            case BOTH -> true;
            case PERSON -> applicant == ApplicantKind.PERSON;
            case ORGANISATION -> applicant == ApplicantKind.ORGANISATION;
        };
    }
}
