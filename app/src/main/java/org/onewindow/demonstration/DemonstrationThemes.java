package org.onewindow.demonstration;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.catalogue.Sheet;
import org.onewindow.joint.Theme;

/** The demonstration county's themes, read. */
final class DemonstrationThemes {

    private DemonstrationThemes() {}

    /** The themes, to be filed. */
    static List<Theme> read(List<ItemVersion> items) {
        Map<String, ItemVersion> byCode = items.stream().collect(toMap(ItemVersion::code, item -> item));
        return DemonstrationData.sheet("themes").rows().stream()
                .map(row -> theme(row, byCode))
                .toList();
    }

    private static Theme theme(Sheet.Row row, Map<String, ItemVersion> items) {
        String code = row.text("code");
        return new Theme(
                code,
                1,
                Theme.State.DRAFT,
                null,
                row.text("name"),
                row.text("name_en"),
                row.text("description"),
                object(row.text("object")),
                row.text("lead_department_code"),
                questions(code),
                rows("theme_stages", code).stream()
                        .map(stage -> stage(stage, code, items))
                        .toList(),
                rows("theme_edges", code).stream()
                        .map(edge -> new Theme.Edge(edge.text("from_item"), edge.text("to_item")))
                        .toList());
    }

    private static Theme.Stage stage(Sheet.Row row, String theme, Map<String, ItemVersion> items) {
        List<Theme.Member> members = rows("theme_items", theme).stream()
                .filter(member -> member.text("stage").equals(row.text("stage")))
                .map(member -> member(member, theme, items))
                .toList();
        boolean licence = members.stream()
                .filter(Theme.Member::lead)
                .allMatch(lead ->
                        Objects.requireNonNull(items.get(lead.itemCode())).isLicence());
        return new Theme.Stage(
                Integer.parseInt(row.text("stage")),
                row.text("name"),
                row.text("lead_department_code"),
                textOrNull(row.text("milestone_before")),
                licence,
                true,
                row.text("one_seal").equals("1"),
                members);
    }

    private static Theme.Member member(Sheet.Row row, String theme, Map<String, ItemVersion> items) {
        String situation = row.text("situation");
        String result = Objects.requireNonNull(items.get(row.text("item_code"))).result();
        // A result called 出生医学证明（补发） is, to whoever needs it next, an 出生医学证明.
        int bracket = result.indexOf('（');
        return new Theme.Member(
                row.text("item_code"),
                row.text("lead").equals("1"),
                situation.isEmpty() ? List.of() : List.of(answer(theme, situation)),
                null,
                bracket > 0 ? List.of(result.substring(0, bracket)) : List.of());
    }

    private static String answer(String theme, String situation) {
        return rows("theme_questions", theme).stream()
                .filter(row -> row.text("situation").equals(situation))
                .map(row -> row.text("question") + "=" + row.text("choice"))
                .findFirst()
                .orElseThrow(() -> org.onewindow.kernel.Bug.found("no question for " + situation));
    }

    private static List<Situation> questions(String theme) {
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Sheet.Row row : rows("theme_questions", theme)) {
            texts.put(row.text("question"), row.text("text"));
            choices.computeIfAbsent(row.text("question"), question -> new ArrayList<>())
                    .add(new Choice(row.text("choice"), row.text("label")));
        }
        return choices.entrySet().stream()
                .map(entry -> new Situation(
                        entry.getKey(), Objects.requireNonNull(texts.get(entry.getKey())), entry.getValue()))
                .toList();
    }

    private static List<Sheet.Row> rows(String sheet, String theme) {
        return DemonstrationData.sheet(sheet).rows().stream()
                .filter(row -> row.text("theme_code").equals(theme))
                .toList();
    }

    private static ApplicantObject object(String word) {
        return switch (word) {
            case "自然人" -> ApplicantObject.PERSON;
            case "法人" -> ApplicantObject.ORGANISATION;
            default -> ApplicantObject.BOTH;
        };
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
