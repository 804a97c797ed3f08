package org.onewindow.manage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.kernel.InvalidInput;
import org.springframework.util.MultiValueMap;

/**
 * A form with tables in it: the field of row 2 is named {@code table.2.field}, rows are numbered from 1, a few empty ones wait at the
 * end, and an empty row isn't one. Says of every field what can't be read.
 */
abstract class TableForm {

    /** How many empty rows wait at the end of a table. */
    private static final int SPARE = 2;

    /** More than any catalogue has. */
    static final int MOST_ROWS = 220;

    private static final String PARTS = "[;；]";

    private final MultiValueMap<String, String> typed;
    private final List<InvalidInput.Field> wrong = new ArrayList<>();

    TableForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** Numbers of the rows to show: those in which one of the fields is filled in, and a few empty ones. */
    static List<Integer> rows(Map<String, String> form, String table, String... fields) {
        int last = 0;
        for (int row = 1; row <= MOST_ROWS; row++) {
            String prefix = prefix(table, row);
            if (Arrays.stream(fields)
                    .anyMatch(field -> !form.getOrDefault(prefix + field, "").isBlank())) {
                last = row;
            }
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = 1; row <= Math.min(MOST_ROWS, last + SPARE); row++) {
            rows.add(row);
        }
        return rows;
    }

    /** Begins the names of a row's fields. */
    static String prefix(String table, int row) {
        return table + "." + row + ".";
    }

    /**
     * To be asked when all was read.
     *
     * @throws InvalidInput naming every field that couldn't be read
     */
    final void done() {
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    final void wrong(String name, String key, Object... arguments) {
        wrong.add(InvalidInput.Field.of("/" + name, key, arguments));
    }

    final String text(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    final String required(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            wrong(name, "required");
        }
        return value;
    }

    final boolean isTicked(String name) {
        return "true".equals(typed.getFirst(name));
    }

    /** Prefixes of the rows in which one of the fields is filled in. */
    final List<String> filled(String table, String... fields) {
        List<String> prefixes = new ArrayList<>();
        for (int row = 1; row <= MOST_ROWS; row++) {
            String prefix = prefix(table, row);
            if (Arrays.stream(fields).anyMatch(field -> !text(prefix + field).isEmpty())) {
                prefixes.add(prefix);
            }
        }
        return prefixes;
    }

    /** Questions as both an item and a theme ask them (K6a), in the table {@code q}. */
    final List<Situation> questions() {
        return filled("q", "code", "question").stream()
                .map(row -> new Situation(
                        required(row + "code"),
                        required(row + "question"),
                        parts(text(row + "choices")).stream()
                                .map(TableForm::choice)
                                .toList()))
                .toList();
    }

    /** Puts questions into a form. */
    static void show(List<Situation> questions, Map<String, String> form) {
        for (int i = 0; i < questions.size(); i++) {
            String row = prefix("q", i + 1);
            form.put(row + "code", questions.get(i).code());
            form.put(row + "question", questions.get(i).question());
            form.put(
                    row + "choices",
                    questions.get(i).choices().stream()
                            .map(choice -> choice.code() + "=" + choice.label())
                            .collect(Collectors.joining("；")));
        }
    }

    private static Choice choice(String typed) {
        int equals = typed.indexOf('=');
        return equals < 0
                ? new Choice(typed, typed)
                : new Choice(
                        typed.substring(0, equals).strip(),
                        typed.substring(equals + 1).strip());
    }

    /** What stands between semicolons. */
    static List<String> parts(String text) {
        return parts(text, PARTS);
    }

    static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
