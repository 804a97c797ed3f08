package org.onewindow.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultations;
import org.onewindow.feedback.Inquiries;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Consultations at a window or a station (C1, C1a): what was asked is put on record with its answer, ends with the one-time sheet, and
 * goes on to a receipt where the asker wants it; or it is passed on. Above them, what waits for an answer of the viewer's.
 */
@Controller
class ConsultController {

    /** The answer proposed stands on the sheet, which is Chinese whatever the page is. */
    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private static final int SUGGESTED = 8;
    private static final int RECENT = 20;
    private static final int OPEN = 50;

    private final Consultations consultations;
    private final Inquiries inquiries;
    private final ConsultPages pages;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final FormOutcome outcome;
    private final ClockWords clocks;
    private final CentreTime time;
    private final Texts texts;

    ConsultController(
            Consultations consultations,
            Inquiries inquiries,
            ConsultPages pages,
            Catalogue catalogue,
            Divisions divisions,
            FormOutcome outcome,
            ClockWords clocks,
            CentreTime time,
            Texts texts) {
        this.consultations = consultations;
        this.inquiries = inquiries;
        this.pages = pages;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.outcome = outcome;
        this.clocks = clocks;
        this.time = time;
        this.texts = texts;
    }

    /** An item that fits what was asked. */
    record Suggested(String code, String name, String department) {}

    @GetMapping("/desk/consult")
    ModelAndView show(
            Actor actor,
            @RequestParam(required = false) @Nullable String window,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(defaultValue = "") String q,
            Locale locale) {
        Optional<ItemVersion> chosen = Optional.ofNullable(item).flatMap(catalogue::inEffect);
        Map<String, String> form = chosen.map(
                        one -> Map.of("itemCode", one.code(), "answer", texts.text(PAPER, "desk.consult.told")))
                .orElse(Map.of());
        return page(actor, place(actor, window), q, form, Map.of(), HttpStatus.OK, locale);
    }

    @PostMapping("/desk/consult")
    ModelAndView record(
            Actor actor, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next, Locale locale) {
        ReceivingPlace place = ReceivingPlace.chosen(actor, form.getFirst("window"));
        AtomicReference<Consultation> recorded = new AtomicReference<>();
        FormOutcome.Result result = outcome.of(
                () -> consultations.record(actor, new Reader(form).asked(place), consultation -> {
                    recorded.set(consultation);
                    return null;
                }),
                locale);
        if (!result.isDone()) {
            ModelAndView page =
                    page(actor, place, "", form.toSingleValueMap(), result.model(), result.status(), locale);
            page.addObject("chosen", form.getOrDefault("departments", List.of()));
            return page;
        }
        if (recorded.get().isOpen()) {
            next.addFlashAttribute("done", texts.text(locale, "desk.consult.passed-on"));
            return new ModelAndView("redirect:/desk/consult/" + recorded.get().id());
        }
        next.addFlashAttribute("recorded", recorded.get().id());
        next.addFlashAttribute("recordedItem", form.getFirst("itemCode"));
        return new ModelAndView("redirect:/desk/consult?window=" + place.code());
    }

    /** The one-time sheet; every print is counted, and each after the first marked. */
    @PostMapping("/desk/consult/{id}/print")
    ResponseEntity<byte[]> print(Actor actor, @PathVariable long id) {
        return PaperShelf.answer(consultations.sheet(actor, id));
    }

    private ModelAndView page(
            Actor actor,
            @Nullable ReceivingPlace place,
            String words,
            Map<String, String> form,
            Map<String, ?> more,
            HttpStatus status,
            Locale locale) {
        ModelAndView page = new ModelAndView("desk/consult", more, status);
        page.addObject(
                "waiting",
                inquiries.open(actor, OPEN).stream()
                        .map(one -> pages.waiting(one, locale))
                        .toList());
        page.addObject("place", place);
        if (place == null) {
            return page;
        }
        Optional<ItemVersion> item = catalogue.inEffect(form.getOrDefault("itemCode", ""));
        page.addObject("windows", places(actor));
        page.addObject("window", place.code());
        page.addObject("placeName", name(place));
        page.addObject("q", words);
        page.addObject("found", suggested(words));
        page.addObject("form", form);
        page.addObject("item", item.map(this::suggestion).orElse(null));
        page.addObject("passTo", item.map(ItemVersion::departmentCode).orElse(null));
        page.addObject("departments", pages.departments(locale));
        page.addObject("due", clocks.moment(inquiries.dueAtOfOneAskedNow(), locale));
        page.addObject("bodies", bodies());
        page.addObject(
                "recent",
                consultations.list(actor, place.window(), place.station(), null, RECENT).items().stream()
                        .map(one -> pages.line(one, locale))
                        .toList());
        return page;
    }

    private List<Suggested> suggested(String words) {
        return words.isBlank()
                ? List.of()
                : catalogue.search(words.strip(), SUGGESTED).stream()
                        .map(this::suggestion)
                        .toList();
    }

    private Suggested suggestion(ItemVersion item) {
        return new Suggested(
                item.code(),
                item.name(),
                divisions
                        .findDepartment(item.departmentCode())
                        .map(Department::shortName)
                        .orElse(item.departmentCode()));
    }

    /** Bodies of the hall as the sheet names them, with the phone to ask at. */
    private List<String> bodies() {
        return divisions.departments().stream()
                .map(one -> (one.name() + " " + one.consultPhone()).strip())
                .toList();
    }

    /** Places by their codes: windows are called by their numbers, stations by their names. */
    private Map<String, String> places(Actor actor) {
        Map<String, String> places = new LinkedHashMap<>();
        ReceivingPlace.of(actor).forEach(place -> places.put(place.code(), name(place)));
        return places;
    }

    private String name(ReceivingPlace place) {
        return divisions.find(place.code()).map(Division::name).orElse(place.code());
    }

    /**
     * The chosen one of one's own, else the first; null for those who only reply or oversee.
     *
     * @throws NotAllowed the actor has nothing to do with consultations
     */
    private static @Nullable ReceivingPlace place(Actor actor, @Nullable String chosen) {
        if (!ReceivingPlace.of(actor).isEmpty()) {
            return ReceivingPlace.chosen(actor, chosen);
        }
        if (Inquiries.mayReply(actor)) {
            return null;
        }
        throw new NotAllowed("consultation");
    }

    /** What was typed. */
    private final class Reader extends FormReader {

        private Reader(MultiValueMap<String, String> form) {
            super(form, time.zone());
        }

        private Consultations.Asked asked(ReceivingPlace place) {
            boolean passed = "pass".equals(text("do"));
            String item = text("itemCode");
            Consultations.Asked asked = new Consultations.Asked(
                    place.window(),
                    place.station(),
                    text("asker"),
                    text("phone"),
                    item,
                    required("question"),
                    passed ? null : required("answer"),
                    item == null && !passed ? text("competentBody") : null,
                    passed ? all("departments") : List.of(),
                    passed ? text("escalation") : null);
            done();
            return asked;
        }
    }
}
