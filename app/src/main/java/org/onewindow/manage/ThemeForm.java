package org.onewindow.manage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.InvalidInput;
import org.springframework.util.MultiValueMap;

/**
 * A theme as a form of three tables: questions, stages, items. Rows are numbered from 1, and an item names what must end before it,
 * and what its refusal stops, by the numbers of rows, as people point at a list. An empty row isn't one.
 */
final class ThemeForm extends TableForm {

    private static final String NOTHING = "0";
    private static final String NAMES = "[;；,，、\\s]+";

    private ThemeForm(MultiValueMap<String, String> typed) {
        super(typed);
    }

    /** What the form shows of a version, by the names of its fields. */
    static Map<String, String> of(Theme theme) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", theme.name());
        form.put("nameEn", theme.nameEn());
        form.put("description", theme.description());
        form.put("object", theme.object().name());
        form.put("leadDepartment", theme.leadDepartment());
        show(theme.questions(), form);
        List<Theme.Stage> stages = theme.inOrder().toList();
        for (Theme.Stage stage : stages) {
            String row = "s." + stage.number() + ".";
            form.put(row + "name", stage.name());
            form.put(row + "lead", stage.leadDepartment());
            form.put(row + "milestone", Objects.toString(stage.milestone(), ""));
            form.put(row + "one", String.valueOf(stage.oneDecision()));
            form.put(row + "silence", String.valueOf(stage.silenceAgrees()));
            form.put(row + "seal", String.valueOf(stage.oneSeal()));
        }
        List<String> codes = codes(stages);
        int number = 1;
        for (Theme.Stage stage : stages) {
            for (Theme.Member member : stage.members()) {
                String row = "m." + number + ".";
                form.put(row + "code", member.itemCode());
                form.put(row + "stage", String.valueOf(stage.number()));
                form.put(row + "lead", String.valueOf(member.lead()));
                form.put(row + "when", String.join("；", member.when()));
                form.put(
                        row + "after",
                        theme.edges().stream()
                                .filter(edge -> edge.to().equals(member.itemCode()))
                                .map(edge -> String.valueOf(codes.indexOf(edge.from()) + 1))
                                .collect(Collectors.joining("、")));
                List<String> stops = member.stops();
                form.put(
                        row + "stops",
                        stops == null
                                ? ""
                                : stops.isEmpty()
                                        ? NOTHING
                                        : stops.stream()
                                                .map(code -> String.valueOf(codes.indexOf(code) + 1))
                                                .collect(Collectors.joining("、")));
                form.put(row + "provides", String.join("；", member.provides()));
                number++;
            }
        }
        return form;
    }

    private static List<String> codes(List<Theme.Stage> stages) {
        return stages.stream()
                .flatMap(stage -> stage.members().stream())
                .map(Theme.Member::itemCode)
                .toList();
    }

    /**
     * The theme that was typed.
     *
     * @throws InvalidInput naming every field that can't be read; whether it may be filed, the door says
     */
    static Theme read(String code, MultiValueMap<String, String> typed) {
        ThemeForm form = new ThemeForm(typed);
        Theme theme = form.theme(code);
        form.done();
        return theme;
    }

    private Theme theme(String code) {
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            wrong("code", "value");
        }
        Map<Integer, String> codes = new LinkedHashMap<>();
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (!text("m." + row + ".code").isEmpty()) {
                codes.put(row, text("m." + row + ".code"));
            }
        }
        List<Theme.Edge> edges = new ArrayList<>();
        codes.forEach((row, item) ->
                named("m." + row + ".after", codes).forEach(before -> edges.add(new Theme.Edge(before, item))));
        return new Theme(
                code,
                1,
                Theme.State.DRAFT,
                null,
                required("name"),
                text("nameEn"),
                text("description"),
                Arrays.stream(ApplicantObject.values())
                        .filter(object -> object.name().equals(text("object")))
                        .findFirst()
                        .orElse(ApplicantObject.BOTH),
                required("leadDepartment"),
                questions(),
                stages(codes),
                edges);
    }

    private List<Theme.Stage> stages(Map<Integer, String> codes) {
        List<Theme.Stage> stages = new ArrayList<>();
        for (int row = 1; row <= MOST_ROWS; row++) {
            String name = text("s." + row + ".name");
            if (name.isEmpty()) {
                continue;
            }
            String milestone = text("s." + row + ".milestone");
            stages.add(new Theme.Stage(
                    stages.size() + 1,
                    name,
                    text("s." + row + ".lead"),
                    milestone.isEmpty() ? null : milestone,
                    isTicked("s." + row + ".one"),
                    isTicked("s." + row + ".silence"),
                    isTicked("s." + row + ".seal"),
                    members(stages.size() + 1, codes)));
        }
        return stages;
    }

    private List<Theme.Member> members(int stage, Map<Integer, String> codes) {
        return codes.entrySet().stream()
                .filter(entry -> stageOf(entry.getKey()) == stage)
                .map(entry -> {
                    String row = "m." + entry.getKey() + ".";
                    return new Theme.Member(
                            entry.getValue(),
                            isTicked(row + "lead"),
                            parts(text(row + "when"), NAMES),
                            stops(row + "stops", codes),
                            parts(text(row + "provides"), NAMES));
                })
                .toList();
    }

    private int stageOf(int row) {
        String stage = text("m." + row + ".stage");
        return stage.matches("\\d{1,2}") ? Integer.parseInt(stage) : 1;
    }

    private @Nullable List<String> stops(String field, Map<Integer, String> codes) {
        String stops = text(field);
        return stops.isEmpty() ? null : stops.equals(NOTHING) ? List.of() : named(field, codes);
    }

    /** Items by the numbers of their rows, or by their codes. */
    private List<String> named(String field, Map<Integer, String> codes) {
        List<String> named = new ArrayList<>();
        for (String part : parts(text(field), NAMES)) {
            String code = part.matches("\\d{1,3}") ? codes.get(Integer.valueOf(part)) : part;
            if (code == null) {
                wrong(field, "joint.no-row", part);
            } else {
                named.add(code);
            }
        }
        return named;
    }
}
