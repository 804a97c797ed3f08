package org.onewindow.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.model.CatalogueSheetWriter;
import org.onewindow.catalogue.model.CatalogueSheets;

/**
 * A catalogue in tables, as the spreadsheet template and the demonstration county lay it out: items, steps,
 * special_procedures, fee_lines, materials, window_items, and situations where there are any.
 */
public final class CatalogueTables {

    private CatalogueTables() {}

    /**
     * What a table without the column doesn't say, because it belongs to the region.
     *
     * @param endsOnMissingSupplement the region's rule by which a case ends when papers aren't supplied (C10); null where none
     */
    public record RegionRules(@Nullable String endsOnMissingSupplement) {}

    /**
     * What was read.
     *
     * @param items as drafts of version 1, in the order of the sheet
     * @param retired codes of items the table calls retired
     * @param windowItems numbers of the windows that take an item, by its code, in the order of the table
     * @param errors every cell that can't be read; with any of them the rest isn't to be used
     */
    public record Read(
            List<ItemVersion> items,
            Set<String> retired,
            Map<String, List<String>> windowItems,
            List<RowError> errors) {}

    /** The tables of a catalogue, which can be read again; columns as in {@link #template()}. */
    public static List<Sheet> write(
            List<ItemVersion> items, Set<String> retired, Function<String, List<String>> windowsOf) {
        return CatalogueSheetWriter.write(items, retired, windowsOf);
    }

    /** The tables with their columns and nothing in them, and a sheet that tells which words each column takes. */
    public static List<Sheet> template() {
        return CatalogueSheetWriter.template();
    }

    /** Reads everything, and says what is wrong with every cell at once. */
    public static Read read(List<Sheet> sheets, RegionRules rules) {
        return CatalogueSheets.read(sheets, rules);
    }
}
