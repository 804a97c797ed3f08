package org.onewindow.demonstration;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.catalogue.CatalogueTables;
import org.onewindow.catalogue.Sheet;
import org.onewindow.catalogue.Theme;
import org.onewindow.divisions.CentreLayout;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Remedies;
import org.onewindow.divisions.Window;
import org.onewindow.divisions.Zone;
import org.onewindow.kernel.Bug;

/** The demonstration county's files, read. They ship with the program and are right, so whatever is wrong in them is a bug. */
public final class DemonstrationData {

    private DemonstrationData() {}

    /** The tree and the hall. */
    public static CentreLayout layout() {
        List<Division> divisions = new ArrayList<>();
        Sheet.Row region = region();
        divisions.add(new Division(
                region.text("county_code"),
                null,
                Division.Level.COUNTY,
                region.text("county_kind"),
                region.text("county_name")));
        for (Sheet.Row row : sheet("townships").rows()) {
            divisions.add(new Division(
                    row.text("code"),
                    region.text("county_code"),
                    Division.Level.TOWNSHIP,
                    row.text("type"),
                    row.text("name")));
        }
        for (Sheet.Row row : sheet("villages").rows()) {
            // The name says which of the two kinds it is.
            String kind = row.text("name").endsWith("社区") ? "社区" : "村";
            divisions.add(new Division(
                    row.text("code"), row.text("township_code"), Division.Level.VILLAGE, kind, row.text("name")));
        }
        Map<String, Zone> zones = new LinkedHashMap<>();
        List<Window> windows = new ArrayList<>();
        for (Sheet.Row row : sheet("windows").rows()) {
            Zone zone = zone(row.text("zone"));
            zones.putIfAbsent(zone.code(), zone);
            windows.add(new Window(
                    row.text("number"),
                    zone.code(),
                    Window.Kind.valueOf(row.text("kind")),
                    row.text("department_code").isEmpty() ? null : row.text("department_code"),
                    row.text("name")));
        }
        return new CentreLayout(divisions, List.copyOf(zones.values()), departments(), windows);
    }

    /** A zone is called by its letter and its business: A区商事登记. */
    private static Zone zone(String name) {
        return new Zone(name.substring(0, 1), name);
    }

    private static List<Department> departments() {
        Map<String, Remedies> remedies = sheet("remedies").rows().stream()
                .collect(toMap(
                        row -> row.text("department_code"),
                        row -> new Remedies(
                                row.text("reconsideration_body").isEmpty() ? null : row.text("reconsideration_body"),
                                Integer.parseInt(row.text("reconsideration_days")),
                                row.text("court"),
                                Integer.parseInt(row.text("litigation_months")))));
        return sheet("departments").rows().stream()
                .map(row -> new Department(
                        row.text("code"),
                        row.text("name"),
                        row.text("short_name"),
                        row.text("name_en"),
                        zone(row.text("zone")).code(),
                        row.text("consult_phone"),
                        row.text("supervise_phone"),
                        java.util.Objects.requireNonNull(remedies.get(row.text("code")))))
                .toList();
    }

    /** The catalogue's tables, by the importer everybody uses. */
    public static CatalogueTables.Read catalogue() {
        List<Sheet> sheets = List.of(
                sheet("items"),
                sheet("steps"),
                sheet("special_procedures"),
                sheet("fee_lines"),
                sheet("materials"),
                sheet("window_items"),
                sheet("commitments"));
        CatalogueTables.Read read = CatalogueTables.read(
                sheets, new CatalogueTables.RegionRules(region().text("ends_on_missing_supplement")));
        if (!read.errors().isEmpty()) {
            throw Bug.found("the demonstration's tables: " + read.errors());
        }
        return read;
    }

    /** The life events. */
    public static List<Theme> themes() {
        Map<String, List<String>> items = new LinkedHashMap<>();
        sheet("theme_items")
                .rows()
                .forEach(row -> items.computeIfAbsent(row.text("theme_code"), theme -> new ArrayList<>())
                        .add(row.text("item_code")));
        return sheet("themes").rows().stream()
                .map(row -> new Theme(
                        row.text("code"),
                        row.text("name"),
                        row.text("name_en"),
                        row.text("description"),
                        List.of(row.text("keywords").split(";")),
                        items.getOrDefault(row.text("code"), List.of())))
                .toList();
    }

    private static Sheet.Row region() {
        return sheet("region").rows().getFirst();
    }

    static Sheet sheet(String name) {
        try (InputStream file = DemonstrationData.class.getResourceAsStream("/demonstration/" + name + ".csv")) {
            if (file == null) {
                throw Bug.found("no demonstration file " + name);
            }
            return Sheet.ofCsv(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
