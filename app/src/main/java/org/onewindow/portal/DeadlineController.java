package org.onewindow.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.Calendars;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotFound;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.Explanation;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The deadline calculator for everybody: a form whose address can be passed on, an answer, and every skipped day explained. Nothing
 * is kept.
 */
@Controller
class DeadlineController {

    private static final int MOST_DAYS = 1_000;
    private static final int MOST_SUSPENSIONS = 3;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    private final Calendars calendars;
    private final Divisions divisions;
    private final CentreTime time;
    private final DeadlineWords words;
    private final Texts texts;

    DeadlineController(Calendars calendars, Divisions divisions, CentreTime time, DeadlineWords words, Texts texts) {
        this.calendars = calendars;
        this.divisions = divisions;
        this.time = time;
        this.words = words;
        this.texts = texts;
    }

    /** What was asked, read; only complete when nothing was wrong. */
    private record Question(LocalDate start, Unit unit, int days, int extension, List<Exclusion> suspensions) {}

    @GetMapping("/deadline")
    String deadline(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        var form = new LinkedHashMap<String, String>();
        form.put(
                "start",
                parameters.getOrDefault("start", time.today().toString()).strip());
        form.put("days", parameters.getOrDefault("days", "").strip());
        form.put("unit", parameters.getOrDefault("unit", Unit.WORKING_DAY.name()));
        form.put("extension", parameters.getOrDefault("extension", "").strip());
        for (int i = 1; i <= MOST_SUSPENSIONS; i++) {
            form.put("from" + i, parameters.getOrDefault("from" + i, "").strip());
            form.put("to" + i, parameters.getOrDefault("to" + i, "").strip());
        }
        model.addAttribute("form", form);
        model.addAttribute("today", time.today().toString());
        model.addAttribute("units", units(locale));
        model.addAttribute(
                "suspended",
                form.entrySet().stream()
                        .anyMatch(field -> field.getKey().matches("(from|to)\\d")
                                && !field.getValue().isEmpty()));
        WorkingCalendar calendar = calendar();
        model.addAttribute("lastYear", lastYear(calendar));
        if (parameters.containsKey("days")) {
            var errors = new LinkedHashMap<String, InvalidInput.Field>();
            Question question = read(form, errors);
            var inWords = new LinkedHashMap<String, String>();
            errors.forEach((name, field) -> inWords.put(name, texts.field(field, locale)));
            model.addAttribute("errors", inWords);
            if (errors.isEmpty()) {
                model.addAttribute("outcome", outcome(question, calendar, locale));
            }
        }
        return "portal/deadline";
    }

    private DeadlineWords.Outcome outcome(Question question, WorkingCalendar calendar, Locale locale) {
        int total = question.days() + question.extension();
        return words.outcome(
                TimeLimits.calculate(
                        calendar,
                        time,
                        question.start(),
                        question.unit(),
                        question.days(),
                        question.extension(),
                        question.suspensions()),
                Explanation.of(calendar, question.unit(), question.start(), total, question.suspensions()),
                question.unit(),
                total,
                locale);
    }

    private Map<String, String> units(Locale locale) {
        var units = new LinkedHashMap<String, String>();
        for (Unit unit : List.of(Unit.WORKING_DAY, Unit.DAY)) {
            units.put(unit.name(), texts.text(locale, "deadline.unit." + unit.name()));
        }
        return units;
    }

    /** The county's own calendar; the country's as long as no county is set up. */
    private WorkingCalendar calendar() {
        try {
            return calendars.of(divisions.county().map(Division::code).orElse(Calendars.COUNTRY));
        } catch (NotFound withoutCalendar) {
            return calendars.of(Calendars.COUNTRY);
        }
    }

    private int lastYear(WorkingCalendar calendar) {
        int year = time.today().getYear() - 1;
        while (year < LATEST_YEAR && !calendar.isProvisional(LocalDate.of(year + 1, 6, 30))) {
            year++;
        }
        return year;
    }

    private static Question read(Map<String, String> form, Map<String, InvalidInput.Field> errors) {
        LocalDate start = day(form, "start", errors);
        if (start == null && !errors.containsKey("start")) {
            errors.put("start", InvalidInput.Field.of("start", "required"));
        }
        int days = number(form, "days", errors);
        if (text(form, "days").isEmpty()) {
            errors.put("days", InvalidInput.Field.of("days", "required"));
        }
        int extension = number(form, "extension", errors);
        var suspensions = new ArrayList<Exclusion>();
        for (int i = 1; i <= MOST_SUSPENSIONS; i++) {
            LocalDate from = day(form, "from" + i, errors);
            LocalDate to = day(form, "to" + i, errors);
            if (from != null && to != null && to.isBefore(from)) {
                errors.put("to" + i, InvalidInput.Field.of("to" + i, "timelimit.before-from", from));
            } else if (from == null && to != null) {
                errors.putIfAbsent("from" + i, InvalidInput.Field.of("from" + i, "required"));
            } else if (from != null) {
                suspensions.add(new Exclusion(from, to, 0, Unit.WORKING_DAY));
            }
        }
        Unit unit = text(form, "unit").equals(Unit.DAY.name()) ? Unit.DAY : Unit.WORKING_DAY;
        return new Question(start == null ? LocalDate.EPOCH : start, unit, days, extension, suspensions);
    }

    private static @Nullable LocalDate day(
            Map<String, String> form, String name, Map<String, InvalidInput.Field> errors) {
        if (text(form, name).isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text(form, name));
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // falls through to the same answer
        }
        errors.put(name, InvalidInput.Field.of(name, "day"));
        return null;
    }

    private static int number(Map<String, String> form, String name, Map<String, InvalidInput.Field> errors) {
        String typed = text(form, name);
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("[0-9]{1,4}") || Integer.parseInt(typed) > MOST_DAYS) {
            errors.put(name, InvalidInput.Field.of(name, "timelimit.days", MOST_DAYS));
            return 0;
        }
        return Integer.parseInt(typed);
    }

    private static String text(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }
}
