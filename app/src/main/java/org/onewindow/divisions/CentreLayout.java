package org.onewindow.divisions;

import java.util.List;

/** All of a centre's tree and hall, as set up or imported at once. */
public record CentreLayout(
        List<Division> divisions, List<Zone> zones, List<Department> departments, List<Window> windows) {

    public CentreLayout {
        divisions = List.copyOf(divisions);
        zones = List.copyOf(zones);
        departments = List.copyOf(departments);
        windows = List.copyOf(windows);
    }
}
