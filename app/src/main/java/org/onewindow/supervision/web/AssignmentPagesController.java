package org.onewindow.supervision.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.Assignment;
import org.onewindow.supervision.Assignments;
import org.onewindow.supervision.Assignments.Given;
import org.onewindow.supervision.Board;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Reminders, supervision orders and assigned tasks: giving them, answering, closing (S5, S9). */
@Controller
class AssignmentPagesController {

    private static final int LISTED = 50;
    private static final List<String> FILTERS = List.of("kind", "state", "department", "assignee", "caseNumber");

    private final Assignments assignments;
    private final Board board;
    private final AssignmentPages pages;
    private final SupervisionWords words;
    private final FormOutcome outcome;
    private final Texts texts;

    AssignmentPagesController(
            Assignments assignments,
            Board board,
            AssignmentPages pages,
            SupervisionWords words,
            FormOutcome outcome,
            Texts texts) {
        this.assignments = assignments;
        this.board = board;
        this.pages = pages;
        this.words = words;
        this.outcome = outcome;
        this.texts = texts;
    }

    @GetMapping("/supervision/assignments")
    ModelAndView list(
            Actor actor,
            @RequestParam Map<String, String> asked,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        Page<Assignment> found = assignments.list(
                actor,
                Typed.constant(Assignment.Kind.class, "kind", asked.get("kind")),
                Typed.constant(Assignment.State.class, "state", asked.get("state")),
                Typed.given(asked.get("department")),
                Typed.given(asked.get("assignee")),
                Typed.given(asked.get("caseNumber")),
                Typed.given(after),
                LISTED);
        ModelAndView page = new ModelAndView("supervision/assignments");
        page.addObject(
                "assignments",
                found.items().stream().map(one -> pages.row(one, locale)).toList());
        page.addObject("next", found.next() == null ? null : address(asked, found.next()));
        page.addObject("form", asked);
        page.addObject("narrowed", FILTERS.stream().anyMatch(name -> Typed.given(asked.get(name)) != null));
        page.addObject("kinds", words.choices(List.of(Assignment.Kind.values()), locale));
        page.addObject("states", words.choices(List.of(Assignment.State.values()), locale));
        page.addObject("departments", board.isWhole(actor) ? words.departments(locale) : Map.of());
        page.addObject("mayGive", !assignments.givenBy(actor).isEmpty());
        return page;
    }

    private static String address(Map<String, String> asked, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/supervision/assignments");
        for (String name : FILTERS) {
            String value = Typed.given(asked.get(name));
            if (value != null) {
                address.queryParam(name, value);
            }
        }
        return address.queryParam("after", after).encode().build().toUriString();
    }

    /** The form for giving one; what it is about may already be said in the address. */
    @GetMapping("/supervision/assignments/new")
    ModelAndView begin(Actor actor, @RequestParam Map<String, String> about, Locale locale) {
        return form(actor, about, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView form(
            Actor actor, Map<String, String> typed, Map<String, ?> more, HttpStatus status, Locale locale) {
        List<Assignment.Kind> kinds = assignments.givenBy(actor);
        if (kinds.isEmpty()) {
            throw new NotAllowed("assignment");
        }
        ModelAndView page = new ModelAndView("supervision/assign", more, status);
        page.addObject("form", typed);
        Map<String, String> choices = new LinkedHashMap<>();
        kinds.forEach(kind -> choices.put(kind.name(), texts.text(locale, "Kind." + kind)));
        page.addObject("kinds", choices);
        Map<String, String> departments = words.departments(locale);
        departments.put("", texts.text(locale, "supervision.assign.of-case"));
        page.addObject("departments", departments);
        return page;
    }

    @PostMapping("/supervision/assignments")
    ModelAndView give(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes next, Locale locale) {
        long[] given = new long[1];
        FormOutcome.Result result = outcome.of(
                () -> given[0] = assignments.give(actor, given(form), _ -> null).id(), locale);
        if (!result.isDone()) {
            return form(actor, form, result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "supervision.assign.done"));
        return new ModelAndView("redirect:/supervision/assignments/" + given[0]);
    }

    private static Given given(Map<String, String> form) {
        Assignment.Kind kind = Typed.constant(Assignment.Kind.class, "/kind", form.get("kind"));
        if (kind == null) {
            throw new InvalidInput("/kind", "required");
        }
        return new Given(
                kind,
                Typed.given(form.get("caseNumber")),
                Typed.id("/card", form.get("card")),
                Typed.given(form.get("department")),
                Typed.given(form.get("to")),
                Typed.text("/matter", form.get("matter")),
                Typed.number("/days", form.get("days")));
    }

    @GetMapping("/supervision/assignments/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Locale locale) {
        return show(actor, id, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView show(Actor actor, long id, Map<String, ?> more, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("supervision/assignment", more, status);
        page.addObject("assignment", pages.sheet(assignments.find(actor, id), locale));
        return page;
    }

    /** What a form of the page asks for: {@code answer}, {@code close} or {@code send-back}. */
    @PostMapping("/supervision/assignments/{id}/{word}")
    ModelAndView change(
            Actor actor,
            @PathVariable long id,
            @PathVariable String word,
            @RequestParam Map<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(() -> change(actor, id, word, form), locale);
        if (!result.isDone()) {
            ModelAndView again = show(actor, id, result.model(), result.status(), locale);
            again.addObject("open", word);
            again.addObject("form", form);
            return again;
        }
        next.addFlashAttribute("done", texts.text(locale, "supervision.assignment.done." + word));
        return new ModelAndView("redirect:/supervision/assignments/" + id);
    }

    private void change(Actor actor, long id, String word, Map<String, String> form) {
        Long version = Typed.version(form.get("version"));
        switch (word) {
            case "answer" ->
                assignments.answer(actor, id, Typed.text("/answer", form.get("answer")), version, _ -> null);
            case "close" ->
                assignments.close(actor, id, true, Typed.text("/note", form.get("note")), version, _ -> null);
            case "send-back" ->
                assignments.close(actor, id, false, Typed.text("/lack", form.get("lack")), version, _ -> null);
            default -> throw new NotFound("command");
        }
    }
}
