package org.onewindow.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultations;
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
 * Consultations at a window (C1, C1a): what was asked is put on record with its answer, ends with the one-time sheet, and goes on to a
 * receipt where the asker wants it.
 */
@Controller
class ConsultController {

    /** The answer proposed stands on the sheet, which is Chinese whatever the page is. */
    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private static final int SUGGESTED = 8;
    private static final int RECENT = 20;

    private final Consultations consultations;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final FormOutcome outcome;
    private final ClockWords clocks;
    private final CentreTime time;
    private final Texts texts;

    ConsultController(
            Consultations consultations,
            Catalogue catalogue,
            Divisions divisions,
            FormOutcome outcome,
            ClockWords clocks,
            CentreTime time,
            Texts texts) {
        this.consultations = consultations;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.outcome = outcome;
        this.clocks = clocks;
        this.time = time;
        this.texts = texts;
    }

    /** An item that fits what was asked. */
    record Suggested(String code, String name, String department) {}

    /** A consultation in the list; {@code itemCode} is null where it was about none of ours. */
    record Line(long id, String when, @Nullable String itemCode, String about, String question) {}

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
        return page(actor, window(actor, window), q, form, Map.of(), HttpStatus.OK, locale);
    }

    @PostMapping("/desk/consult")
    ModelAndView record(
            Actor actor, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next, Locale locale) {
        String window = window(actor, form.getFirst("window"));
        AtomicLong recorded = new AtomicLong();
        FormOutcome.Result result = outcome.of(
                () -> consultations.record(actor, new Reader(form).asked(window), consultation -> {
                    recorded.set(consultation.id());
                    return null;
                }),
                locale);
        if (!result.isDone()) {
            return page(actor, window, "", form.toSingleValueMap(), result.model(), result.status(), locale);
        }
        next.addFlashAttribute("recorded", recorded.get());
        next.addFlashAttribute("recordedItem", form.getFirst("itemCode"));
        return new ModelAndView("redirect:/desk/consult?window=" + window);
    }

    /** The one-time sheet; every print is counted, and each after the first marked. */
    @PostMapping("/desk/consult/{id}/print")
    ResponseEntity<byte[]> print(Actor actor, @PathVariable long id) {
        return PaperShelf.answer(consultations.sheet(actor, id));
    }

    private ModelAndView page(
            Actor actor,
            String window,
            String words,
            Map<String, String> form,
            Map<String, ?> more,
            HttpStatus status,
            Locale locale) {
        ModelAndView page = new ModelAndView("desk/consult", more, status);
        page.addObject("windows", windows(actor));
        page.addObject("window", window);
        page.addObject("q", words);
        page.addObject("found", suggested(words));
        page.addObject("form", form);
        page.addObject(
                "item",
                catalogue
                        .inEffect(form.getOrDefault("itemCode", ""))
                        .map(this::suggestion)
                        .orElse(null));
        page.addObject("bodies", bodies());
        page.addObject(
                "recent",
                consultations.list(actor, window, null, RECENT).items().stream()
                        .map(one -> line(one, locale))
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

    private Line line(Consultation one, Locale locale) {
        String code = one.itemCode();
        Integer version = one.itemVersion();
        String body = one.competentBody();
        String about = code != null && version != null
                ? ClockWords.item(catalogue.version(code, version), locale)
                : body == null ? "" : body;
        return new Line(one.id(), clocks.moment(one.askedAt(), locale), code, about, one.question());
    }

    private static List<String> windows(Actor actor) {
        return ReceivingPlace.of(actor).stream()
                .map(ReceivingPlace::window)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The chosen one of one's own, else the first. */
    private static String window(Actor actor, @Nullable String chosen) {
        List<String> own = new ArrayList<>(windows(actor));
        if (own.isEmpty()) {
            throw new NotAllowed("consultation");
        }
        return chosen != null && own.contains(chosen) ? chosen : own.getFirst();
    }

    /** What was typed. */
    private final class Reader extends FormReader {

        private Reader(MultiValueMap<String, String> form) {
            super(form, time.zone());
        }

        private Consultations.Asked asked(String window) {
            String item = text("itemCode");
            Consultations.Asked asked = new Consultations.Asked(
                    window,
                    text("asker"),
                    item,
                    required("question"),
                    required("answer"),
                    item == null ? text("competentBody") : null);
            done();
            return asked;
        }
    }
}
