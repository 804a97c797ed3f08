package org.onewindow.cases.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Necessity;

/** Which papers a case needs and which it lacks (K6, K6a, K6b). */
public final class Papers {

    /** The one condition the system can tell by itself: somebody acts for the applicant (K6b). */
    public static final String WHEN_REPRESENTED = "委托他人办理时";

    private Papers() {}

    /**
     * What decides which papers apply.
     *
     * @param represented whether a representative acts
     * @param ticked conditions in words that the clerk ticked
     * @param inHand names of papers handed in: handing one in shows that its condition applies
     * @param situations answers to the version's questions
     */
    public record Circumstances(
            boolean represented, Collection<String> ticked, Collection<String> inHand, Map<String, String> situations) {

        /** Those of a case as it is. */
        public static Circumstances of(CaseFile file) {
            CaseFile.Commitment commitment = file.commitment();
            List<String> inHand = new ArrayList<>(file.inHand());
            if (commitment != null) {
                // A paper for which a commitment stands in doesn't lack any more (C16).
                inHand.addAll(commitment.standsInFor());
            }
            return new Circumstances(file.representative() != null, file.conditions(), inHand, file.situations());
        }
    }

    /** Whether a material applies in these circumstances. */
    public static boolean applies(Material material, Circumstances circumstances) {
        String condition = material.condition();
        boolean conditionHolds = condition.isEmpty()
                || (condition.equals(WHEN_REPRESENTED)
                        ? circumstances.represented()
                        : circumstances.ticked().contains(condition));
        boolean situationHolds = material.situations().isEmpty()
                || material.situations().stream().anyMatch(answer -> given(answer, circumstances.situations()));
        return conditionHolds && situationHolds;
    }

    private static boolean given(String answer, Map<String, String> situations) {
        int equals = answer.indexOf('=');
        return equals > 0 && answer.substring(equals + 1).equals(situations.get(answer.substring(0, equals)));
    }

    /** Names of the papers that must be handed in now or later and aren't in hand; exempt ones never lack. */
    public static List<String> missing(ItemVersion item, Circumstances circumstances) {
        return lacking(item, circumstances, Set.of(Necessity.REQUIRED, Necessity.MAY_FOLLOW));
    }

    /** Names of the missing papers without which no acceptance is lawful (C4). */
    public static List<String> missingNow(ItemVersion item, Circumstances circumstances) {
        return lacking(item, circumstances, Set.of(Necessity.REQUIRED));
    }

    /** Names of the missing papers that may follow against a promise (C16). */
    public static List<String> missingButMayFollow(ItemVersion item, Circumstances circumstances) {
        return lacking(item, circumstances, Set.of(Necessity.MAY_FOLLOW));
    }

    private static List<String> lacking(ItemVersion item, Circumstances circumstances, Set<Necessity> necessities) {
        return item.materials().stream()
                .filter(material -> necessities.contains(material.necessity()))
                .filter(material -> applies(material, circumstances))
                .map(Material::name)
                .filter(name -> !circumstances.inHand().contains(name))
                .distinct()
                .toList();
    }

    /** Whether the version lists a paper; nothing else may be asked for (APL 31). */
    public static boolean lists(ItemVersion item, String material) {
        return item.materials().stream().anyMatch(listed -> listed.name().equals(material));
    }
}
