package org.onewindow.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One element in which two catalogues differ (K9): ours and the higher authority's, say. Elements are the cells of the tables
 * both are written in.
 *
 * @param sheet the table
 * @param key what the row is about: the item's code, and within an item the step's number, the material's name …
 * @param column the element; empty where one of the two lacks the whole row
 * @param ours what ours says; null where we lack the row
 * @param theirs what theirs says; null where they lack the row
 */
public record CatalogueDifference(
        String sheet,
        String key,
        String column,
        @Nullable String ours,
        @Nullable String theirs) {

    /** What tells the rows of a table apart. */
    private static final Map<String, List<String>> KEYS = keys();

    /** Order within a list and hints say nothing about an item. */
    private static final Set<String> UNCOMPARED = Set.of("seq");

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("items", List.of("code"));
        keys.put("steps", List.of("item_code", "seq"));
        keys.put("special_procedures", List.of("item_code", "name"));
        keys.put("fee_lines", List.of("item_code", "situation"));
        keys.put("materials", List.of("item_code", "name"));
        keys.put("window_items", List.of("item_code", "window_number"));
        keys.put("commitments", List.of("item_code"));
        keys.put("situations", List.of("item_code", "question_code", "choice_code"));
        return keys;
    }

    /**
     * Every difference, table by table. A table or a column that one side doesn't have isn't compared: silence of a file
     * about an element is not a difference in it.
     */
    public static List<CatalogueDifference> between(List<Sheet> ours, List<Sheet> theirs) {
        List<CatalogueDifference> differences = new ArrayList<>();
        KEYS.forEach((name, key) -> ours.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .ifPresent(our -> theirs.stream()
                        .filter(sheet -> sheet.name().equals(name))
                        .findFirst()
                        .ifPresent(their -> compare(our, their, key, differences))));
        return differences;
    }

    private static void compare(Sheet ours, Sheet theirs, List<String> key, List<CatalogueDifference> differences) {
        Map<String, Sheet.Row> ourRows = byKey(ours, key);
        Map<String, Sheet.Row> theirRows = byKey(theirs, key);
        Set<String> columns = new LinkedHashSet<>(ours.columns());
        columns.retainAll(theirs.columns());
        columns.removeAll(key);
        columns.removeAll(UNCOMPARED);
        Set<String> rows = new LinkedHashSet<>(ourRows.keySet());
        rows.addAll(theirRows.keySet());
        for (String row : rows) {
            Sheet.Row our = ourRows.get(row);
            Sheet.Row their = theirRows.get(row);
            if (our == null || their == null) {
                differences.add(new CatalogueDifference(
                        ours.name(), row, "", our == null ? null : row, their == null ? null : row));
                continue;
            }
            for (String column : columns) {
                if (!our.text(column).equals(their.text(column))) {
                    differences.add(
                            new CatalogueDifference(ours.name(), row, column, our.text(column), their.text(column)));
                }
            }
        }
    }

    private static Map<String, Sheet.Row> byKey(Sheet sheet, List<String> key) {
        Map<String, Sheet.Row> rows = new LinkedHashMap<>();
        sheet.rows()
                .forEach(row ->
                        rows.put(String.join(" ", key.stream().map(row::text).toList()), row));
        return rows;
    }
}
