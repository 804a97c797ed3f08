package org.onewindow.catalogue.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Material;

/**
 * The names documents go by (K6). The same document carries the same name everywhere, so that lists of several items can be
 * merged; two names are taken for the same document when they differ only in brackets, spaces, punctuation or in saying which
 * form is meant, which is a field of its own.
 */
public final class MaterialNames {

    /** 其他材料, 有关资料, 法律法规规定的其他证明文件 …: a name under which anything can be asked for. */
    private static final Pattern CATCH_ALL = Pattern.compile(
            "(?:其他|其它|有关|相关|等|需要提交|要求提交|需要提供|要求提供|规定)的?" + "(?:证明|申请|补充|申报|佐证|支撑|附件|书面|必要)?(?:材料|资料|文件|证件|证明|手续|文书)$");

    private static final Pattern FORM_WORDS = Pattern.compile("(?:原件|复印件|电子件|扫描件|副本)$");

    private final Map<String, String> established;

    private MaterialNames(Map<String, String> established) {
        this.established = established;
    }

    /** The names in use in these versions. */
    public static MaterialNames of(Iterable<ItemVersion> versions) {
        Map<String, String> names = new HashMap<>();
        for (ItemVersion version : versions) {
            for (Material material : version.materials()) {
                names.putIfAbsent(key(material.name()), material.name());
            }
        }
        return new MaterialNames(names);
    }

    /** The name the same document carries elsewhere, where it is another. */
    Optional<String> otherNameOf(String name) {
        String known = established.get(key(name));
        return known == null || known.equals(name) ? Optional.empty() : Optional.of(known);
    }

    /** Whether a list names one document twice. */
    static List<String> twice(List<Material> materials) {
        Map<String, String> seen = new HashMap<>();
        return materials.stream()
                .map(Material::name)
                .filter(name -> seen.putIfAbsent(key(name), name) != null)
                .toList();
    }

    static boolean isCatchAll(String name) {
        return CATCH_ALL.matcher(plain(name)).find();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}、，。；：·]+", "");
    }

    private static String key(String name) {
        return FORM_WORDS.matcher(plain(name)).replaceAll("");
    }
}
