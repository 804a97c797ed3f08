package org.onewindow.catalogue.web;

import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.Draft;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.springframework.stereotype.Component;

/** Adds to a version what stands beside it: the department's name, the windows. */
@Component
class ItemAnswers {

    private final Catalogue catalogue;
    private final Divisions divisions;

    ItemAnswers(Catalogue catalogue, Divisions divisions) {
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    ItemAnswer of(ItemVersion item) {
        return of(new Draft(item, catalogue.windowsOf(item.code())));
    }

    ItemAnswer of(Draft draft) {
        ItemVersion item = draft.item();
        return ItemAnswer.of(
                item,
                divisions
                        .findDepartment(item.departmentCode())
                        .map(Department::name)
                        .orElse(item.departmentCode()),
                draft.windows());
    }
}
