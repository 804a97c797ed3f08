package org.onewindow.supervision.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Window;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.springframework.stereotype.Component;

/** What codes, sign-in names and instants are called on the pages of supervision. */
@Component
class SupervisionWords {

    private final Divisions divisions;
    private final Catalogue catalogue;
    private final StaffDirectory staff;
    private final CentreTime time;
    private final Texts texts;

    SupervisionWords(Divisions divisions, Catalogue catalogue, StaffDirectory staff, CentreTime time, Texts texts) {
        this.divisions = divisions;
        this.catalogue = catalogue;
        this.staff = staff;
        this.time = time;
        this.texts = texts;
    }

    String department(String code, Locale locale) {
        return divisions
                .findDepartment(code)
                .map(department -> name(department, locale))
                .orElse(code);
    }

    private static String name(Department department, Locale locale) {
        return Languages.isEnglish(locale) && !department.nameEn().isBlank()
                ? department.nameEn()
                : department.shortName();
    }

    /** A window by its number and name; stations have none. */
    String window(@Nullable String number, Locale locale) {
        if (number == null || number.isEmpty()) {
            return texts.text(locale, "supervision.station");
        }
        return number
                + divisions
                        .findWindow(number)
                        .map(Window::name)
                        .map(name -> " " + name)
                        .orElse("");
    }

    String item(String code, Locale locale) {
        return catalogue
                .latest(code)
                .map(item -> Languages.isEnglish(locale) && !item.nameEn().isBlank() ? item.nameEn() : item.name())
                .orElse(code);
    }

    /** A step of an item as it counts now; the code itself where there is none any more. */
    String step(String item, String code) {
        return catalogue
                .latest(item)
                .flatMap(version -> version.steps().stream()
                        .filter(step -> step.code().equals(code))
                        .findFirst())
                .map(ItemVersion.Step::name)
                .orElse(code);
    }

    /** What a card is about: a clock, or what was found in an act. */
    String subject(@Nullable String clock, String reference, Locale locale) {
        return clock != null && !clock.isEmpty()
                ? texts.text(locale, "ClockKind." + clock)
                : texts.text(locale, "ContentRule." + reference.split(":", 2)[0]);
    }

    /** Everybody's departments, for choosing one; the first entry chooses none. */
    Map<String, String> departments(Locale locale) {
        Map<String, String> departments = new LinkedHashMap<>();
        departments.put("", texts.text(locale, "supervision.any"));
        divisions.departments().forEach(one -> departments.put(one.code(), name(one, locale)));
        return departments;
    }

    /** Constants with their words, for choosing one; the first entry chooses none. */
    Map<String, String> choices(List<? extends Enum<?>> constants, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", texts.text(locale, "supervision.any"));
        for (Enum<?> each : constants) {
            choices.put(each.name(), texts.text(locale, each.getDeclaringClass().getSimpleName() + "." + each.name()));
        }
        return choices;
    }

    /** Somebody's name; the system's own where it acted by itself. */
    String person(String userName, Locale locale) {
        return userName.equals("system") ? texts.text(locale, "supervision.system") : staff.displayName(userName);
    }

    /** Day, weekday and time. */
    String moment(Instant instant, Locale locale) {
        return format("supervision.format.moment", instant, locale);
    }

    /** The time of day to the second, for what is live. */
    String second(Instant instant, Locale locale) {
        return format("supervision.format.second", instant, locale);
    }

    private String format(String pattern, Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        texts.text(locale, pattern),
                        Languages.isEnglish(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .format(instant.atZone(time.zone()));
    }
}
