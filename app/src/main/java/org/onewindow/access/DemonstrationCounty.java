package org.onewindow.access;

import java.util.List;

/**
 * What the demonstration's staff are made from (api.md, "The demonstration county").
 *
 * @param windows every window
 * @param departments every department
 * @param divisions every township and village
 */
public record DemonstrationCounty(List<Window> windows, List<Department> departments, List<Division> divisions) {

    public DemonstrationCounty {
        windows = List.copyOf(windows);
        departments = List.copyOf(departments);
        divisions = List.copyOf(divisions);
    }

    /** A window with the items it lists; a charging one gets the cashier too. */
    public record Window(String number, boolean charging, List<String> items) {}

    /** A department with all its items. */
    public record Department(String code, String shortName, List<String> items) {}

    /** A township or village. */
    public record Division(String code, String name) {}
}
