package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseSummary;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Intake;
import org.onewindow.cases.Receive;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Receiving in under thirty seconds and without a mouse (C2). The page is one form; its parts are fetched as the clerk goes on,
 * always by POST, so that no identity number ever stands in an address.
 */
@Controller
class ReceiveController {

    private static final int SUGGESTED = 8;

    private final Intake intake;
    private final CaseReading reading;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final ReceiptDrafts drafts;
    private final ReceivePages pages;
    private final ClockWords clocks;
    private final Texts texts;

    ReceiveController(
            Intake intake,
            CaseReading reading,
            Catalogue catalogue,
            Divisions divisions,
            ReceiptDrafts drafts,
            ReceivePages pages,
            ClockWords clocks,
            Texts texts) {
        this.intake = intake;
        this.reading = reading;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.drafts = drafts;
        this.pages = pages;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** A place to receive at, as the page offers it. */
    record Place(String code, String name) {}

    /** The form as it was left, else an empty one; an item may be named in the address, so that it works without script too. */
    @GetMapping("/desk/receive")
    ModelAndView show(Actor actor, @RequestParam(required = false) @Nullable String item, Locale locale) {
        if (item != null) {
            MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
            typed.add("itemCode", item);
            return page(actor, typed, Map.of(), HttpStatus.OK, locale);
        }
        Optional<ReceiptDrafts.Draft> kept = drafts.find(actor);
        if (kept.filter(ReceiptDrafts.Draft::isJoint).isPresent()) {
            return new ModelAndView("redirect:/desk/receive/joint");
        }
        return kept.map(draft -> page(
                        actor,
                        draft.form(),
                        Map.of("restored", clocks.moment(draft.savedAt(), locale)),
                        HttpStatus.OK,
                        locale))
                .orElseGet(() -> page(actor, new LinkedMultiValueMap<>(), Map.of(), HttpStatus.OK, locale));
    }

    /** Keeps what is typed so far. */
    @PostMapping("/desk/receive/draft")
    ResponseEntity<Void> keep(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        ReceivingPlace.chosen(actor, null);
        drafts.keep(actor, typed);
        return ResponseEntity.noContent().build();
    }

    /** Begins again with an empty form. */
    @PostMapping("/desk/receive/draft/drop")
    String drop(Actor actor) {
        ReceivingPlace.chosen(actor, null);
        drafts.drop(actor);
        return "redirect:/desk/receive";
    }

    /** Whether the number holds, and what is known of whoever has it. */
    @PostMapping("/desk/receive/person")
    String person(Actor actor, @RequestParam MultiValueMap<String, String> typed, Model model, Locale locale) {
        ReceiveForm form = new ReceiveForm(typed);
        ReceivingPlace.chosen(actor, form.place());
        model.addAttribute("form", typed.toSingleValueMap());
        model.addAttribute("person", pages.person(form, earlier(actor, form), locale));
        return "desk/receive-parts :: person";
    }

    /** Items of the window, or of the county at a station, that fit what was typed. */
    @GetMapping("/desk/receive/items")
    String items(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String place,
            Model model,
            Locale locale) {
        String window = ReceivingPlace.chosen(actor, place).window();
        List<ItemVersion> found = window == null
                ? catalogue.search(q.strip(), SUGGESTED)
                : catalogue.searchAt(window, q.strip(), SUGGESTED);
        model.addAttribute(
                "found", found.stream().map(item -> pages.found(item, locale)).toList());
        return "desk/receive-parts :: found";
    }

    /** The papers of the chosen item, and the promise, as things are typed now. */
    @PostMapping("/desk/receive/item")
    String item(Actor actor, @RequestParam MultiValueMap<String, String> typed, Model model, Locale locale) {
        ReceiveForm form = new ReceiveForm(typed);
        ItemVersion item = catalogue
                .inEffect(form.itemCode())
                .orElseThrow(() -> new InvalidInput("/itemCode", "item.unknown", form.itemCode()));
        model.addAttribute("form", typed.toSingleValueMap());
        fill(actor, form, item, model.asMap(), locale);
        return "desk/receive-parts :: chosen";
    }

    @PostMapping("/desk/receive")
    ModelAndView receive(
            Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next, Locale locale) {
        ReceiveForm form = new ReceiveForm(typed);
        Optional<ItemVersion> item = catalogue.inEffect(form.itemCode());
        if (item.isEmpty()) {
            return page(
                    actor,
                    typed,
                    Map.of(
                            "errors",
                            Map.of(
                                    "itemCode",
                                    texts.text(
                                            locale,
                                            form.itemCode().isEmpty() ? "desk.item.choose" : "desk.item.gone"))),
                    HttpStatus.BAD_REQUEST,
                    locale);
        }
        try {
            Receive receive = form.complete(ReceivingPlace.chosen(actor, form.place()), item.get());
            CaseView view = intake.receive(actor, receive, _ -> null);
            drafts.drop(actor);
            next.addFlashAttribute("received", Objects.requireNonNull(view.queryCode()));
            if (!view.duplicates().isEmpty()) {
                next.addFlashAttribute("duplicates", view.duplicates());
            }
            return new ModelAndView("redirect:/desk/cases/" + view.caseNumber());
        } catch (InvalidInput invalid) {
            return page(actor, typed, Map.of("errors", texts.errors(invalid, locale)), HttpStatus.BAD_REQUEST, locale);
        } catch (Refused refused) {
            return page(
                    actor,
                    typed,
                    Map.of("reasons", texts.reasons(refused.refusals(), locale)),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    locale);
        }
    }

    private ModelAndView page(
            Actor actor, MultiValueMap<String, String> typed, Map<String, ?> more, HttpStatus status, Locale locale) {
        ReceiveForm form = new ReceiveForm(typed);
        ModelAndView page = new ModelAndView("desk/receive", more, status);
        page.addObject("places", places(actor));
        page.addObject("place", ReceivingPlace.chosen(actor, form.place()).code());
        page.addObject("form", typed.toSingleValueMap());
        people(actor, form, page.getModel(), locale);
        catalogue.inEffect(form.itemCode()).ifPresent(item -> fill(actor, form, item, page.getModel(), locale));
        return page;
    }

    /** Who applies, as both receive pages show it. */
    void people(Actor actor, ReceiveForm form, Map<String, Object> model, Locale locale) {
        model.put("coApplicants", form.coApplicants());
        if (!form.idNumber().isEmpty()) {
            model.put("person", pages.person(form, earlier(actor, form), locale));
        }
    }

    private void fill(Actor actor, ReceiveForm form, ItemVersion item, Map<String, Object> model, Locale locale) {
        Intake.Preview preview = intake.preview(actor, form.preview(ReceivingPlace.chosen(actor, form.place()), item));
        model.put("item", pages.item(form, preview, locale));
        model.put("promise", pages.promise(preview, locale));
    }

    /** Earlier cases of whoever applies; a station sees its own only (N4). */
    private List<CaseSummary> earlier(Actor actor, ReceiveForm form) {
        String station = ReceivingPlace.chosen(actor, form.place()).station();
        return reading.earlier(actor, form.idNumber(), SUGGESTED).stream()
                .filter(one -> station == null
                        || (one.station() != null && one.station().startsWith(station)))
                .toList();
    }

    private List<Place> places(Actor actor) {
        return ReceivingPlace.of(actor).stream()
                .map(place -> new Place(
                        place.code(),
                        place.station() == null
                                ? place.code()
                                : divisions
                                        .find(place.code())
                                        .map(Division::name)
                                        .orElse(place.code())))
                .toList();
    }
}
