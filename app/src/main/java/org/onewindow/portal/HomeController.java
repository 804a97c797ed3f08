package org.onewindow.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.onewindow.calendar.Calendars;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemQuery;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Languages;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.onewindow.kernel.CentreTime;
import org.onewindow.portal.store.DayFigureStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what do you want to do? */
@Controller
class HomeController {

    private static final int EVERYTHING = 500;
    private static final LocalTime OPENS = LocalTime.of(9, 0);

    /** Doors to what happens in a life; the words to search for are in the message files. */
    private static final List<LifeEvent> LIFE_EVENTS = List.of(
            new LifeEvent("shop", "shop"),
            new LifeEvent("company", "building"),
            new LifeEvent("food", "food"),
            new LifeEvent("work", "work"),
            new LifeEvent("home", "house"),
            new LifeEvent("car", "car"),
            new LifeEvent("identity", "card"),
            new LifeEvent("birth", "child"),
            new LifeEvent("marriage", "rings"),
            new LifeEvent("health", "shield"),
            new LifeEvent("retirement", "heart"),
            new LifeEvent("construction", "crane"));

    private final Catalogue catalogue;
    private final Themes themes;
    private final Divisions divisions;
    private final Calendars calendars;
    private final CentreTime time;
    private final ItemWords words;
    private final DayFigureStore figures;

    HomeController(
            Catalogue catalogue,
            Themes themes,
            Divisions divisions,
            Calendars calendars,
            CentreTime time,
            ItemWords words,
            DayFigureStore figures) {
        this.catalogue = catalogue;
        this.themes = themes;
        this.divisions = divisions;
        this.calendars = calendars;
        this.time = time;
        this.words = words;
        this.figures = figures;
    }

    record LifeEvent(String key, String icon) {}

    record ThemeDoor(String code, String name, int count) {}

    record DepartmentDoor(String code, String name) {}

    record ZoneDoors(String name, List<DepartmentDoor> departments) {}

    @GetMapping("/")
    String home(Model model, Locale locale) {
        List<Department> departments = divisions.departments();
        model.addAttribute("lifeEvents", LIFE_EVENTS);
        model.addAttribute(
                "themes",
                themes.inEffect().stream().map(theme -> door(theme, locale)).toList());
        model.addAttribute(
                "zones",
                divisions.zones().stream()
                        .map(zone -> new ZoneDoors(
                                zone.name(),
                                departments.stream()
                                        .filter(department -> department.zone().equals(zone.code()))
                                        .map(department ->
                                                new DepartmentDoor(department.code(), shortName(department, locale)))
                                        .toList()))
                        .filter(zone -> !zone.departments().isEmpty())
                        .toList());
        model.addAttribute("itemCount", itemsInEffect());
        model.addAttribute("departmentCount", departments.size());
        model.addAttribute("windowCount", divisions.windows().size());
        model.addAttribute("openNow", openNow());
        LocalDate today = time.today();
        model.addAttribute("today", figures.between(today, today));
        model.addAttribute("month", figures.between(today.withDayOfMonth(1), today));
        return "portal/home";
    }

    private int itemsInEffect() {
        return catalogue
                .list(new ItemQuery(null, null, null, null, EVERYTHING, null))
                .items()
                .size();
    }

    private static ThemeDoor door(Theme theme, Locale locale) {
        return new ThemeDoor(
                theme.code(), ThemePages.name(theme, locale), theme.members().size());
    }

    private String shortName(Department department, Locale locale) {
        return Languages.isEnglish(locale) ? words.name(department, locale) : department.shortName();
    }

    private boolean openNow() {
        Instant now = time.now();
        LocalDate today = time.dayOf(now);
        LocalTime clock = time.timeOf(now);
        WorkingCalendar calendar = calendars.of("CN");
        return calendar.isWorkingDay(today) && !clock.isBefore(OPENS) && clock.isBefore(calendar.closingTime(today));
    }
}
