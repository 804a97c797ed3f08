package org.onewindow.manage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.BusinessHours;
import org.onewindow.calendar.Calendars;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.http.WrittenDay;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendars (T1): a year at a glance, importing a year's arrangement, changing business hours. */
@Controller
class CalendarPagesController {

    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_NOTICE = 200;
    private static final int WEEK = 7;

    /** What the page calls its fields. */
    private static final Map<String, String> LABELS = Map.of(
            "year", "manage.calendar.import.year",
            "notice", "manage.calendar.notice",
            "hoursNotice", "manage.calendar.notice",
            "days", "manage.calendar.days",
            "validFrom", "manage.calendar.hours.from",
            "opening", "manage.calendar.hours.opening",
            "closing", "manage.calendar.hours.closing");

    private final Calendars calendars;
    private final Divisions divisions;
    private final CentreTime time;
    private final FormOutcome outcome;
    private final Texts texts;

    CalendarPagesController(
            Calendars calendars, Divisions divisions, CentreTime time, FormOutcome outcome, Texts texts) {
        this.calendars = calendars;
        this.divisions = divisions;
        this.time = time;
        this.outcome = outcome;
        this.texts = texts;
    }

    /** A region with a calendar. */
    record Region(String code, String name) {}

    /** A day of a month's sheet; {@code kind} is a {@link org.onewindow.calendar.DayKind}. */
    record Day(int number, String kind, String words) {}

    /** A month with as many empty places before its first day as the week needs. */
    record Month(String name, List<Integer> before, List<Day> days, int workingDays) {}

    @GetMapping("/manage/calendars")
    ModelAndView show(
            Actor actor,
            @RequestParam(defaultValue = Calendars.COUNTRY) String region,
            @RequestParam(required = false) @Nullable Integer year,
            Locale locale) {
        mayLook(actor);
        return page(actor, region, year == null ? time.today().getYear() : year, Map.of(), HttpStatus.OK, locale);
    }

    @PostMapping("/manage/calendars/{region}/years")
    ModelAndView importYear(
            Actor actor,
            @PathVariable String region,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String notice,
            @RequestParam(defaultValue = "") String days,
            RedirectAttributes next,
            Locale locale) {
        mayLook(actor);
        FormOutcome.Result result = outcome.of(
                () -> calendars.importYear(region, year(year), notice("notice", notice), days(days), actor),
                LABELS,
                locale);
        if (!result.isDone()) {
            result.model().put("form", Map.of("year", year, "notice", notice, "days", days));
            return page(actor, region, time.today().getYear(), result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "manage.calendar.imported", year(year)));
        return new ModelAndView("redirect:/manage/calendars?region=" + region + "&year=" + year(year));
    }

    @PostMapping("/manage/calendars/{region}/hours")
    ModelAndView changeHours(
            Actor actor,
            @PathVariable String region,
            @RequestParam Map<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        mayLook(actor);
        FormOutcome.Result result = outcome.of(
                () -> calendars.changeHours(
                        region, hours(form), notice("hoursNotice", form.getOrDefault("hoursNotice", "")), actor),
                LABELS,
                locale);
        if (!result.isDone()) {
            result.model().put("form", form);
            return page(actor, region, time.today().getYear(), result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "manage.calendar.hours.changed"));
        return new ModelAndView("redirect:/manage/calendars?region=" + region);
    }

    private ModelAndView page(
            Actor actor, String region, int year, Map<String, ?> more, HttpStatus status, Locale locale) {
        int shown = Math.clamp(year, FIRST_YEAR, LAST_YEAR);
        WorkingCalendar calendar = calendars.of(region);
        LocalDate today = time.today();
        ModelAndView page = new ModelAndView("manage/calendars", more, status);
        page.addObject("regions", regions(locale));
        page.addObject("region", region);
        page.addObject("year", shown);
        page.addObject("provisional", calendar.isProvisional(LocalDate.of(shown, 12, 1)));
        page.addObject(
                "weekdays",
                List.of(texts.text(locale, "manage.calendar.weekdays").split(",")));
        page.addObject(
                "months",
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(calendar, YearMonth.of(shown, month), locale))
                        .toList());
        page.addObject("years", calendars.years(region));
        page.addObject("opening", calendar.openingTime(today).toString());
        page.addObject("closing", calendar.closingTime(today).toString());
        page.addObject("mayChange", actor.has(Role.MANAGER) || actor.has(Role.ADMIN));
        if (!more.containsKey("form")) {
            page.addObject("form", Map.of("year", String.valueOf(today.getYear() + 1)));
        }
        return page;
    }

    private List<Region> regions(Locale locale) {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region(Calendars.COUNTRY, texts.text(locale, "manage.calendar.country")));
        divisions.county().map(county -> region(county)).ifPresent(regions::add);
        return regions;
    }

    private static Region region(Division county) {
        return new Region(county.code(), county.name());
    }

    private Month month(WorkingCalendar calendar, YearMonth month, Locale locale) {
        LocalDate first = month.atDay(1);
        int empty = Math.floorMod(first.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue(), WEEK);
        return new Month(
                texts.text(locale, "manage.calendar.month." + month.getMonthValue()),
                IntStream.range(0, empty).boxed().toList(),
                first.datesUntil(first.plusMonths(1))
                        .map(day -> day(calendar, day, locale))
                        .toList(),
                calendar.workingDaysBetween(first.minusDays(1), month.atEndOfMonth()));
    }

    private Day day(WorkingCalendar calendar, LocalDate day, Locale locale) {
        String kind = calendar.kindOf(day).name();
        String name = calendar.nameOf(day);
        String words = texts.text(locale, "manage.day." + kind);
        return new Day(day.getDayOfMonth(), kind, name == null ? words : words + " " + name);
    }

    private static int year(String typed) {
        if (typed.matches("\\d{4}")) {
            int year = Integer.parseInt(typed);
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return year;
            }
        }
        throw new InvalidInput("/year", "calendar.year", FIRST_YEAR, LAST_YEAR);
    }

    private static String notice(String name, String typed) {
        if (typed.isBlank() || typed.codePointCount(0, typed.length()) > LONGEST_NOTICE) {
            throw new InvalidInput("/" + name, "calendar.notice", LONGEST_NOTICE);
        }
        return typed.strip();
    }

    /** One day a line: date, off or work, festival; separated by commas, tabs or spaces. A heading is passed over. */
    private List<SpecialDay> days(String typed) {
        Map<String, SpecialDay.Kind> kinds = kinds();
        List<SpecialDay> days = new ArrayList<>();
        List<InvalidInput.Field> wrong = new ArrayList<>();
        Map<Integer, String> lines = new LinkedHashMap<>();
        typed.lines().forEach(line -> lines.put(lines.size() + 1, line.strip()));
        lines.forEach((number, line) -> {
            if (line.isEmpty() || (number == 1 && line.startsWith("date"))) {
                return;
            }
            String[] cells = line.split("[,，\\t ]+", 3);
            SpecialDay.Kind kind = cells.length < 2 ? null : kinds.get(cells[1].toUpperCase(Locale.ROOT));
            Optional<LocalDate> day = WrittenDay.of(cells[0]);
            if (kind != null && day.isPresent()) {
                days.add(new SpecialDay(day.get(), kind, cells.length < 3 ? "" : cells[2]));
                return;
            }
            wrong.add(InvalidInput.Field.of("/days/" + number, "manage.calendar.line", line));
        });
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return days;
    }

    /** The words for a day off and a make-up day in either language, whichever the page is in: notices are pasted as they come. */
    private Map<String, SpecialDay.Kind> kinds() {
        Map<String, SpecialDay.Kind> kinds = new HashMap<>();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (SpecialDay.Kind kind : SpecialDay.Kind.values()) {
                for (String word :
                        texts.text(language, "manage.calendar.words." + kind).split(",", -1)) {
                    kinds.put(word, kind);
                }
            }
        }
        return kinds;
    }

    private static BusinessHours hours(Map<String, String> form) {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        LocalDate from = WrittenDay.of(form.getOrDefault("validFrom", "")).orElse(null);
        LocalTime opening = null;
        LocalTime closing = null;
        if (from == null) {
            wrong.add(InvalidInput.Field.of("/validFrom", "day"));
        }
        try {
            opening = LocalTime.parse(form.getOrDefault("opening", ""));
            closing = LocalTime.parse(form.getOrDefault("closing", ""));
            if (!opening.isBefore(closing)) {
                wrong.add(InvalidInput.Field.of("/closing", "calendar.closing"));
            }
        } catch (DateTimeParseException notATime) {
            wrong.add(InvalidInput.Field.of("/closing", "calendar.time"));
        }
        if (from == null || opening == null || closing == null || !wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new BusinessHours(from, opening, closing);
    }

    private static void mayLook(Actor actor) {
        if (!actor.has(Role.MANAGER) && !actor.has(Role.ADMIN) && !actor.has(Role.SUPERVISOR)) {
            throw new NotAllowed("keep the calendars");
        }
    }
}
