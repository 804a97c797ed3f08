package org.onewindow.portal;

import java.util.Locale;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.springframework.stereotype.Component;

/** Says of an item what the public wants to know first: its name, whose it is, how long it takes. */
@Component
class ItemWords {

    private final Divisions divisions;
    private final Texts texts;

    ItemWords(Divisions divisions, Texts texts) {
        this.divisions = divisions;
        this.texts = texts;
    }

    /** One line of a list. */
    record Line(String code, String name, String department, String promise) {}

    Line line(ItemVersion item, Locale locale) {
        return new Line(
                item.code(), name(item, locale), department(item.departmentCode(), locale), promise(item, locale));
    }

    String name(ItemVersion item, Locale locale) {
        return Languages.isEnglish(locale) && !item.nameEn().isBlank() ? item.nameEn() : item.name();
    }

    String department(String code, Locale locale) {
        return divisions
                .findDepartment(code)
                .map(department -> name(department, locale))
                .orElse(code);
    }

    String name(Department department, Locale locale) {
        return Languages.isEnglish(locale) && !department.nameEn().isBlank() ? department.nameEn() : department.name();
    }

    String promise(ItemVersion item, Locale locale) {
        return item.handlingClass() == HandlingClass.IMMEDIATE
                ? texts.text(locale, "portal.on-the-spot")
                : texts.text(locale, "portal.days", item.committedDays());
    }
}
