package org.onewindow.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.BusinessHours;
import org.onewindow.calendar.Calendars;
import org.onewindow.calendar.ImportedYear;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.http.Reply;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days for everybody; years and hours for those who keep the calendars. */
@RestController
class CalendarController {

    /** Ten years: what the published notices cover, several times over. */
    private static final int MOST_DAYS = 3_660;

    private static final int LONGEST_NOTICE = 200;
    private static final int EARLIEST_YEAR = 1950;
    private static final int LATEST_YEAR = 2200;

    private final Calendars calendars;
    private final Journal journal;

    CalendarController(Calendars calendars, Journal journal) {
        this.calendars = calendars;
        this.journal = journal;
    }

    record Day(LocalDate date, boolean working, @Nullable String name) {}

    record Days(List<Day> items, boolean provisional) {}

    @GetMapping("/api/v1/public/calendars/{region}/days")
    Days days(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var wrong = new ArrayList<InvalidInput.Field>();
        LocalDate first = day(from, "from", wrong);
        LocalDate last = day(to, "to", wrong);
        if (first == null || last == null) {
            throw new InvalidInput(wrong);
        }
        if (last.isBefore(first)) {
            throw new InvalidInput("to", "calendar.before-from", first);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new InvalidInput("to", "calendar.span", MOST_DAYS);
        }
        WorkingCalendar calendar = calendars.of(region);
        List<Day> days = first.datesUntil(last.plusDays(1))
                .map(day -> new Day(day, calendar.isWorkingDay(day), calendar.nameOf(day)))
                .toList();
        return new Days(days, calendar.isProvisional(first) || calendar.isProvisional(last));
    }

    private static @Nullable LocalDate day(@Nullable String text, String name, List<InvalidInput.Field> wrong) {
        if (text == null || text.isBlank()) {
            wrong.add(InvalidInput.Field.of(name, "required"));
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // falls through to the same answer
        }
        wrong.add(InvalidInput.Field.of(name, "day"));
        return null;
    }

    record DayRow(LocalDate date, SpecialDay.Kind kind, String name) {}

    record YearBody(String notice, List<DayRow> days) {}

    record Years(List<ImportedYear> items) {}

    @GetMapping("/api/v1/calendars/{region}/years")
    Years years(@PathVariable String region) {
        return new Years(calendars.years(region));
    }

    @PostMapping("/api/v1/calendars/{region}/years/{year}")
    ResponseEntity<byte[]> importYear(
            @PathVariable String region, @PathVariable int year, @RequestBody YearBody body, Actor actor, Reply reply) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new InvalidInput("year", "calendar.year", EARLIEST_YEAR, LATEST_YEAR);
        }
        mustBeNotice(body.notice());
        List<SpecialDay> days = body.days().stream()
                .map(row -> new SpecialDay(row.date(), row.kind(), row.name()))
                .toList();
        ImportedYear imported = calendars.importYear(region, year, body.notice(), days, actor);
        return created(reply, "/api/v1/calendars/" + region + "/years", imported.edition(), imported);
    }

    record HoursBody(LocalDate validFrom, String opening, String closing, String notice) {}

    record ChangedHours(
            String region, LocalDate validFrom, LocalTime opening, LocalTime closing, String notice, long edition) {}

    @PostMapping("/api/v1/calendars/{region}/hours")
    ResponseEntity<byte[]> changeHours(
            @PathVariable String region, @RequestBody HoursBody body, Actor actor, Reply reply) {
        mustBeNotice(body.notice());
        LocalTime opening = time(body.opening(), "/opening");
        LocalTime closing = time(body.closing(), "/closing");
        if (!opening.isBefore(closing)) {
            throw new InvalidInput("/closing", "calendar.closing");
        }
        long edition = calendars.changeHours(
                region, new BusinessHours(body.validFrom(), opening, closing), body.notice(), actor);
        return created(
                reply,
                "/api/v1/calendars/" + region + "/years",
                edition,
                new ChangedHours(region, body.validFrom(), opening, closing, body.notice(), edition));
    }

    private ResponseEntity<byte[]> created(Reply reply, String location, long edition, Object body) {
        // Kept after the import's own transaction: should the program stop in between, a repeated request imports the
        // same once more.
        Answer answer = reply.answer(201, Reply.created(location, edition), body);
        if (answer != null) {
            journal.keep(answer);
        }
        return reply.send();
    }

    private static void mustBeNotice(String notice) {
        if (notice.isBlank() || notice.codePointCount(0, notice.length()) > LONGEST_NOTICE) {
            throw new InvalidInput("/notice", "calendar.notice", LONGEST_NOTICE);
        }
    }

    private static LocalTime time(String text, String pointer) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw new InvalidInput(pointer, "calendar.time");
        }
    }
}
