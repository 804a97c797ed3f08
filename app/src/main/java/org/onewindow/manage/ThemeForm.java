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
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.InvalidInput;
import org.springframework.util.MultiValueMap;

/**
 * A theme as a form of three tables: questions, stages, items. Rows are numbered from 1, and an item names what must end before it,
 * and what its refusal stops, by the numbers of rows, as people point at a list. An empty row isn't one.
 */
final class ThemeForm {

    /** How many empty rows wait at the end of a table. */
    private static final int SPARE = 2;

    private static final int MOST_ROWS = 220;
    private static final String NOTHING = "0";
    private static final String PARTS = "[;；,，、\\s]+";

    private final MultiValueMap<String, String> typed;
    private final List<InvalidInput.Field> wrong = new ArrayList<>();

    private ThemeForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** What the form shows of a version, by the names of its fields. */
    static Map<String, String> of(Theme theme) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", theme.name());
        form.put("nameEn", theme.nameEn());
        form.put("description", theme.description());
        form.put("object", theme.object().name());
        form.put("leadDepartment", theme.leadDepartment());
        for (int i = 0; i < theme.questions().size(); i++) {
            Situation question = theme.questions().get(i);
            form.put("q." + (i + 1) + ".code", question.code());
            form.put("q." + (i + 1) + ".question", question.question());
            form.put(
                    "q." + (i + 1) + ".choices",
                    question.choices().stream()
                            .map(choice -> choice.code() + "=" + choice.label())
                            .collect(Collectors.joining("；")));
        }
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

    /** Numbers of the rows to show: those filled in, and a few empty ones. */
    static List<Integer> rows(Map<String, String> form, String table, String field) {
        int last = 0;
        for (int row = 1; row <= MOST_ROWS; row++) {
            String value = form.get(table + "." + row + "." + field);
            last = value == null || value.isBlank() ? last : row;
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = 1; row <= Math.min(MOST_ROWS, last + SPARE); row++) {
            rows.add(row);
        }
        return rows;
    }

    /**
     * The theme that was typed.
     *
     * @throws InvalidInput naming every field that can't be read; whether it may be filed, the door says
     */
    static Theme read(String code, MultiValueMap<String, String> typed) {
        ThemeForm form = new ThemeForm(typed);
        Theme theme = form.theme(code);
        if (!form.wrong.isEmpty()) {
            throw new InvalidInput(form.wrong);
        }
        return theme;
    }

    private Theme theme(String code) {
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            wrong.add(InvalidInput.Field.of("/code", "value"));
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

    private List<Situation> questions() {
        List<Situation> questions = new ArrayList<>();
        for (int row = 1; row <= MOST_ROWS; row++) {
            String code = text("q." + row + ".code");
            if (!code.isEmpty()) {
                questions.add(new Situation(
                        code,
                        required("q." + row + ".question"),
                        Arrays.stream(text("q." + row + ".choices").split("[;；]"))
                                .map(String::strip)
                                .filter(choice -> !choice.isEmpty())
                                .map(ThemeForm::choice)
                                .toList()));
            }
        }
        return questions;
    }

    private static Choice choice(String typed) {
        int equals = typed.indexOf('=');
        return equals < 0
                ? new Choice(typed, typed)
                : new Choice(
                        typed.substring(0, equals).strip(),
                        typed.substring(equals + 1).strip());
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
                            parts(text(row + "when")),
                            stops(row + "stops", codes),
                            parts(text(row + "provides")));
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
        for (String part : parts(text(field))) {
            String code = part.matches("\\d{1,3}") ? codes.get(Integer.valueOf(part)) : part;
            if (code == null) {
                wrong.add(InvalidInput.Field.of("/" + field, "joint.no-row", part));
            } else {
                named.add(code);
            }
        }
        return named;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(PARTS)).filter(part -> !part.isEmpty()).toList();
    }

    private String required(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            wrong.add(InvalidInput.Field.of("/" + name, "required"));
        }
        return value;
    }

    private String text(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private boolean isTicked(String name) {
        return "true".equals(typed.getFirst(name));
    }
}
