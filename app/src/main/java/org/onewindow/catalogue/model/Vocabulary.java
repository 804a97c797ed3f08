package org.onewindow.catalogue.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.ItemType;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;

/**
 * The words a spreadsheet of the catalogue uses for an enumeration, in both directions. They are part of the file format, not
 * of the pages, and so don't come from the message files; the enumeration's own names are read as well.
 */
final class Vocabulary<E extends Enum<E>> {

    static final Vocabulary<ItemType> TYPES = new Vocabulary<>(
            ItemType.class,
            Map.of(
                    ItemType.LICENCE, "行政许可",
                    ItemType.BENEFIT, "行政给付",
                    ItemType.CONFIRMATION, "行政确认",
                    ItemType.AWARD, "行政奖励",
                    ItemType.ADJUDICATION, "行政裁决",
                    ItemType.OTHER_POWER, "其他行政权力",
                    ItemType.PUBLIC_SERVICE, "公共服务"));

    static final Vocabulary<ApplicantObject> OBJECTS = new Vocabulary<>(
            ApplicantObject.class,
            Map.of(ApplicantObject.PERSON, "自然人", ApplicantObject.ORGANISATION, "法人", ApplicantObject.BOTH, "both"));

    static final Vocabulary<MaterialForm> FORMS = new Vocabulary<>(
            MaterialForm.class,
            Map.of(
                    MaterialForm.ORIGINAL, "原件",
                    MaterialForm.COPY, "复印件",
                    MaterialForm.ELECTRONIC, "电子件",
                    MaterialForm.SHOWN, "原件核验"));

    static final Vocabulary<MaterialSource> SOURCES = new Vocabulary<>(
            MaterialSource.class,
            Map.of(
                    MaterialSource.APPLICANT, "申请人自备",
                    MaterialSource.DEPARTMENT, "政府部门核发",
                    MaterialSource.INTERMEDIARY, "中介机构出具",
                    MaterialSource.SHARED, "数据共享"));

    static final Vocabulary<Necessity> NECESSITIES = new Vocabulary<>(
            Necessity.class, Map.of(Necessity.REQUIRED, "必要", Necessity.MAY_FOLLOW, "容缺", Necessity.EXEMPT, "免提交"));

    private final Class<E> type;
    private final Map<E, String> words;

    private Vocabulary(Class<E> type, Map<E, String> words) {
        this.type = type;
        this.words = new EnumMap<>(words);
    }

    /** Whose words are the enumeration's own names. */
    static <E extends Enum<E>> Vocabulary<E> ofNames(Class<E> type) {
        Map<E, String> names = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            names.put(value, value.name());
        }
        return new Vocabulary<>(type, names);
    }

    Optional<E> read(String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word.equals(words.get(value)) || word.equals(value.name()))
                .findFirst();
    }

    String write(E value) {
        return words.getOrDefault(value, value.name());
    }
}
