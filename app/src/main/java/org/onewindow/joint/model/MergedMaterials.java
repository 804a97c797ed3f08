package org.onewindow.joint.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.joint.MaterialLine;

/** One list of materials for a whole stage (一单清, J2): each document once, marked which members need it. */
public final class MergedMaterials {

    private MergedMaterials() {}

    /** A member needs a material. */
    public record Need(String itemCode, Material material) {}

    /** A document whose members ask for it in ways that one paper can't satisfy. */
    public record Contradiction(String material, List<String> members) {}

    /** Documents of the same name in another form, or from another source (K6: the same document is the same everywhere). */
    public static List<Contradiction> contradictions(List<Need> needs) {
        List<Contradiction> contradictions = new ArrayList<>();
        byName(needs).forEach((name, same) -> {
            Material first = same.getFirst().material();
            boolean agrees = same.stream()
                    .map(Need::material)
                    .allMatch(material -> material.form() == first.form() && material.source() == first.source());
            if (!agrees) {
                contradictions.add(new Contradiction(
                        name, same.stream().map(Need::itemCode).distinct().toList()));
            }
        });
        return contradictions;
    }

    /**
     * The list.
     *
     * @param needs in the order in which documents are to stand
     * @param provider code of the member before another one whose result a material is; null where there is none
     */
    public static List<MaterialLine> of(List<Need> needs, Provider provider) {
        List<MaterialLine> lines = new ArrayList<>();
        byName(needs).forEach((name, same) -> {
            Map<String, String> handedOn = new LinkedHashMap<>();
            for (Need need : same) {
                String from = provider.of(need.itemCode(), name);
                if (from != null) {
                    handedOn.put(need.itemCode(), from);
                }
            }
            List<Material> asked = same.stream()
                    .filter(need -> !handedOn.containsKey(need.itemCode()))
                    .map(Need::material)
                    .toList();
            Material first = same.getFirst().material();
            boolean always =
                    same.stream().anyMatch(need -> need.material().condition().isEmpty());
            lines.add(new MaterialLine(
                    name,
                    first.form(),
                    same.stream()
                            .mapToInt(need -> need.material().copies())
                            .max()
                            .orElse(1),
                    first.source(),
                    strictest(asked),
                    always
                            ? List.of()
                            : same.stream()
                                    .map(need -> need.material().condition())
                                    .distinct()
                                    .toList(),
                    same.stream().map(Need::itemCode).distinct().toList(),
                    handedOn));
        });
        return List.copyOf(lines);
    }

    /** Where a member gets a material from, if not from the applicant. */
    @FunctionalInterface
    public interface Provider {
        /** Code of the member, or null. */
        @Nullable
        String of(String itemCode, String material);
    }

    /** A provider from who comes before whom and what each result is. */
    public static Provider provider(Map<String, Set<String>> before, BiPredicate<String, String> provides) {
        return (itemCode, material) -> Objects.requireNonNull(before.getOrDefault(itemCode, Set.of())).stream()
                .filter(earlier -> provides.test(earlier, material))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static Necessity strictest(List<Material> asked) {
        if (asked.stream().anyMatch(material -> material.necessity() == Necessity.REQUIRED)) {
            return Necessity.REQUIRED;
        }
        return asked.stream().anyMatch(material -> material.necessity() == Necessity.MAY_FOLLOW)
                ? Necessity.MAY_FOLLOW
                : Necessity.EXEMPT;
    }

    private static Map<String, List<Need>> byName(List<Need> needs) {
        Map<String, List<Need>> byName = new LinkedHashMap<>();
        needs.forEach(need -> byName.computeIfAbsent(need.material().name(), name -> new ArrayList<>())
                .add(need));
        return byName;
    }
}
