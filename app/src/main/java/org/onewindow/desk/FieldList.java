package org.onewindow.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.desk.DeskViews.Field;
import org.onewindow.desk.DeskViews.FieldKind;
import org.onewindow.http.Texts;

/** The fields of a form as they are collected; labels are {@code desk.field.<name>}, helps {@code desk.field.<name>.help} where there is one. */
final class FieldList {

    private final List<Field> fields = new ArrayList<>();
    private final Texts texts;
    private final Locale locale;

    FieldList(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    void add(FieldKind kind, String name, boolean required, @Nullable String value) {
        choose(kind, name, required, Map.of(), value);
    }

    void choose(FieldKind kind, String name, boolean required, Map<String, String> options, @Nullable String value) {
        labelled(kind, name, texts.text(locale, "desk.field." + name), required, options, value);
    }

    /** A field that stands there once for each of several things: its label says for which. */
    void labelled(
            FieldKind kind,
            String name,
            String label,
            boolean required,
            Map<String, String> options,
            @Nullable String value) {
        String help = "desk.field." + name + ".help";
        fields.add(new Field(
                kind, name, label, texts.has(help) ? texts.text(locale, help) : null, required, options, value));
    }

    <E extends Enum<E>> Map<String, String> constants(E[] values) {
        Map<String, String> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(
                    value.name(),
                    texts.text(locale, "desk." + value.getDeclaringClass().getSimpleName() + "." + value.name()));
        }
        return words;
    }

    /** Options that are their own words. */
    static Map<String, String> same(List<String> values) {
        return values.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), Function.identity(), (first, _) -> first, LinkedHashMap::new));
    }
}
