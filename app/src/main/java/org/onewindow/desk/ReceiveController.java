package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Intake;
import org.onewindow.cases.Receive;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpStatus;
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
    private final ReceivePages pages;
    private final Texts texts;

    ReceiveController(Intake intake, CaseReading reading, Catalogue catalogue, ReceivePages pages, Texts texts) {
        this.intake = intake;
        this.reading = reading;
        this.catalogue = catalogue;
        this.pages = pages;
        this.texts = texts;
    }

    /** The empty form; an item may be named in the address, so that it works without script too. */
    @GetMapping("/desk/receive")
    ModelAndView show(Actor actor, @RequestParam(required = false) @Nullable String item, Locale locale) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        if (item != null) {
            typed.add("itemCode", item);
        }
        return page(actor, typed, Map.of(), HttpStatus.OK, locale);
    }

    /** Whether the number holds, and what is known of whoever has it. */
    @PostMapping("/desk/receive/person")
    String person(Actor actor, @RequestParam MultiValueMap<String, String> typed, Model model, Locale locale) {
        ReceiveForm form = new ReceiveForm(typed);
        windowOf(actor, typed);
        model.addAttribute("form", typed.toSingleValueMap());
        model.addAttribute("person", pages.person(form, reading.earlier(actor, form.idNumber(), SUGGESTED), locale));
        return "desk/receive-parts :: person";
    }

    /** Items of the window that fit what was typed. */
    @GetMapping("/desk/receive/items")
    String items(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Locale locale) {
        model.addAttribute(
                "found",
                catalogue.searchAt(windowOf(actor, typed), q.strip(), SUGGESTED).stream()
                        .map(item -> pages.found(item, locale))
                        .toList());
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
        fill(actor, form, item, windowOf(actor, typed), model.asMap(), locale);
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
                    Map.of("errors", Map.of("itemCode", texts.text(locale, "desk.item.choose"))),
                    HttpStatus.BAD_REQUEST,
                    locale);
        }
        try {
            Receive receive = form.complete(windowOf(actor, typed), item.get());
            CaseView view = intake.receive(actor, receive, _ -> null);
            next.addFlashAttribute("received", Objects.requireNonNull(view.queryCode()));
            if (!view.duplicates().isEmpty()) {
                next.addFlashAttribute("duplicates", view.duplicates());
            }
            return new ModelAndView("redirect:/desk/cases/" + view.caseNumber());
        } catch (InvalidInput invalid) {
            Map<String, String> errors = invalid.fields().stream()
                    .collect(Collectors.toMap(
                            field -> field.pointer().replaceFirst("^/", ""),
                            field -> texts.field(field, locale),
                            (first, _) -> first));
            return page(actor, typed, Map.of("errors", errors), HttpStatus.BAD_REQUEST, locale);
        } catch (Refused refused) {
            List<Texts.Reason> reasons = refused.refusals().stream()
                    .map(refusal -> texts.reason(refusal, locale))
                    .toList();
            return page(actor, typed, Map.of("reasons", reasons), HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
    }

    private ModelAndView page(
            Actor actor, MultiValueMap<String, String> typed, Map<String, ?> more, HttpStatus status, Locale locale) {
        ReceiveForm form = new ReceiveForm(typed);
        String window = windowOf(actor, typed);
        ModelAndView page = new ModelAndView("desk/receive", more, status);
        page.addObject("windows", windows(actor));
        page.addObject("window", window);
        page.addObject("form", typed.toSingleValueMap());
        if (!form.idNumber().isEmpty()) {
            page.addObject("person", pages.person(form, reading.earlier(actor, form.idNumber(), SUGGESTED), locale));
        }
        catalogue.inEffect(form.itemCode()).ifPresent(item -> fill(actor, form, item, window, page.getModel(), locale));
        return page;
    }

    private void fill(
            Actor actor, ReceiveForm form, ItemVersion item, String window, Map<String, Object> model, Locale locale) {
        Intake.Preview preview = intake.preview(actor, form.preview(window, item));
        model.put("item", pages.item(form, preview, locale));
        model.put("promise", pages.promise(preview, locale));
    }

    private static List<String> windows(Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.role() == Role.CLERK)
                .map(Post::window)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    /** The window one receives at: the chosen one of one's own, else the first. */
    private static String windowOf(Actor actor, MultiValueMap<String, String> typed) {
        List<String> own = windows(actor);
        if (own.isEmpty()) {
            throw new NotAllowed("receive");
        }
        String chosen = typed.getFirst("window");
        return chosen != null && own.contains(chosen) ? chosen : own.getFirst();
    }
}
