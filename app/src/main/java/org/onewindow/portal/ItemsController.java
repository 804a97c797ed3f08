package org.onewindow.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemQuery;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.Level;
import org.onewindow.catalogue.Theme;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be applied for: found by words, department or life event, and each item's guide. */
@Controller
class ItemsController {

    private static final int LISTED = 30;
    private static final int SUGGESTED = 8;
    private static final int LONGEST_WORDS = 60;

    private final Catalogue catalogue;
    private final Divisions divisions;
    private final ItemWords words;
    private final Guides guides;
    private final Texts texts;

    ItemsController(Catalogue catalogue, Divisions divisions, ItemWords words, Guides guides, Texts texts) {
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.words = words;
        this.guides = guides;
        this.texts = texts;
    }

    /** What the list is narrowed by, as it stood in the address. */
    record Filter(String q, String department, String kind, String level) {}

    /** A department to choose. */
    record Choice(String code, String name) {}

    @GetMapping("/items")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Filter filter = new Filter(shortened(q), department, kind, level);
        Optional<Theme> chosen = catalogue.themes().stream()
                .filter(one -> one.code().equals(theme))
                .findFirst();
        Page<ItemVersion> page = chosen.map(this::itemsOf).orElseGet(() -> catalogue.list(query(filter, after)));
        model.addAttribute("filter", filter);
        model.addAttribute("levels", Level.values());
        model.addAttribute(
                "departments",
                divisions.departments().stream()
                        .map(one -> new Choice(one.code(), words.name(one, locale)))
                        .toList());
        model.addAttribute(
                "items",
                page.items().stream().map(item -> words.line(item, locale)).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("heading", heading(filter, chosen, locale));
        model.addAttribute("lead", chosen.map(Theme::description).orElse(null));
        return "portal/items";
    }

    @GetMapping("/items/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        String typed = shortened(q).strip();
        model.addAttribute("words", typed);
        model.addAttribute(
                "items",
                typed.isEmpty()
                        ? List.of()
                        : catalogue.search(typed, SUGGESTED).stream()
                                .map(item -> words.line(item, locale))
                                .toList());
        return typed.isEmpty() ? "portal/parts :: nothing" : "portal/parts :: suggestions";
    }

    @GetMapping("/items/{code}")
    String guide(@PathVariable String code, Model model, Locale locale) {
        ItemVersion item = catalogue.latest(code).orElseThrow(() -> new NotFound("item " + code));
        model.addAttribute("guide", guides.of(item, locale));
        return "portal/guide";
    }

    private Page<ItemVersion> itemsOf(Theme theme) {
        return new Page<>(
                theme.items().stream()
                        .map(catalogue::inEffect)
                        .flatMap(Optional::stream)
                        .toList(),
                null);
    }

    private static ItemQuery query(Filter filter, @Nullable String after) {
        return new ItemQuery(
                filter.q().isBlank() ? null : filter.q(),
                filter.department().isBlank() ? null : filter.department(),
                named(Level.values(), filter.level()),
                named(HandlingClass.values(), filter.kind()),
                LISTED,
                after);
    }

    private String heading(Filter filter, Optional<Theme> theme, Locale locale) {
        if (theme.isPresent()) {
            return Languages.isEnglish(locale)
                    ? theme.get().nameEn()
                    : theme.get().name();
        }
        if (!filter.q().isBlank()) {
            return texts.text(locale, "portal.items.found", filter.q());
        }
        return filter.department().isBlank()
                ? texts.text(locale, "portal.items.title")
                : words.department(filter.department(), locale);
    }

    private static String shortened(String typed) {
        return typed.length() > LONGEST_WORDS ? typed.substring(0, LONGEST_WORDS) : typed;
    }

    /** The constant of that name; null where an address was written by hand and names none, so that the list isn't narrowed. */
    private static <E extends Enum<E>> @Nullable E named(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(constant -> Set.of(constant.name()).contains(name))
                .findFirst()
                .orElse(null);
    }
}
