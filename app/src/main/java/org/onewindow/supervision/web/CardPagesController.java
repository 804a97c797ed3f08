package org.onewindow.supervision.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.Assignment;
import org.onewindow.supervision.Assignments;
import org.onewindow.supervision.Board;
import org.onewindow.supervision.CardCommand;
import org.onewindow.supervision.CardDetail;
import org.onewindow.supervision.CardQuery;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.CardView;
import org.onewindow.supervision.Cards;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Cards and what becomes of them (S3, S4). */
@Controller
class CardPagesController {

    private static final int LISTED = 50;
    private static final List<String> FILTERS =
            List.of("colour", "state", "rule", "department", "person", "from", "to", "caseNumber");

    /** The rules cards are raised under, in the order of the domain. */
    static final List<String> RULES = List.of(
            "S1", "T0", "T4", "T6", "T9", "T10", "C1a", "C3", "C4", "C6", "C7", "C16", "K6", "K10", "J3", "J4", "S3",
            "S5", "S9");

    private final Cards cards;
    private final Board board;
    private final Assignments assignments;
    private final CardPages pages;
    private final SupervisionWords words;
    private final FormOutcome outcome;
    private final CentreTime time;
    private final Texts texts;

    CardPagesController(
            Cards cards,
            Board board,
            Assignments assignments,
            CardPages pages,
            SupervisionWords words,
            FormOutcome outcome,
            CentreTime time,
            Texts texts) {
        this.cards = cards;
        this.board = board;
        this.assignments = assignments;
        this.pages = pages;
        this.words = words;
        this.outcome = outcome;
        this.time = time;
        this.texts = texts;
    }

    @GetMapping("/supervision/cards")
    String list(
            Actor actor,
            @RequestParam Map<String, String> asked,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        LocalDate to = Typed.day("to", asked.get("to"));
        CardQuery query = new CardQuery(
                Typed.constant(Colour.class, "colour", asked.get("colour")),
                Typed.given(asked.get("caseNumber")),
                Typed.given(asked.get("department")),
                start(Typed.day("from", asked.get("from"))),
                to == null ? null : start(to.plusDays(1)),
                Typed.given(asked.get("person")),
                Typed.given(asked.get("rule")),
                Typed.constant(CardState.class, "state", asked.get("state")),
                Typed.given(after));
        Page<CardView> page = cards.list(actor, query, LISTED);
        model.addAttribute(
                "cards",
                page.items().stream().map(card -> pages.row(card, locale)).toList());
        model.addAttribute("next", page.next() == null ? null : address(asked, page.next()));
        model.addAttribute("form", asked);
        model.addAttribute("narrowed", FILTERS.stream().anyMatch(name -> Typed.given(asked.get(name)) != null));
        model.addAttribute("colours", words.choices(List.of(Colour.values()), locale));
        model.addAttribute("states", words.choices(List.of(CardState.values()), locale));
        model.addAttribute("rules", rules(locale));
        model.addAttribute("departments", board.isWhole(actor) ? words.departments(locale) : Map.of());
        return "supervision/cards";
    }

    private Map<String, String> rules(Locale locale) {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("", texts.text(locale, "supervision.any"));
        RULES.forEach(rule -> rules.put(rule, texts.text(locale, "supervision.rule-name." + rule)));
        return rules;
    }

    private static String address(Map<String, String> asked, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/supervision/cards");
        for (String name : FILTERS) {
            String value = Typed.given(asked.get(name));
            if (value != null) {
                address.queryParam(name, value);
            }
        }
        return address.queryParam("after", after).encode().build().toUriString();
    }

    @GetMapping("/supervision/cards/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Locale locale) {
        return page(actor, cards.find(actor, id), Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView page(Actor actor, CardDetail detail, Map<String, ?> more, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("supervision/card", more, status);
        page.addObject("card", pages.sheet(detail, locale));
        page.addObject("mayGive", assignments.givenBy(actor).contains(Assignment.Kind.ORDER));
        page.addObject(
                "outcomes",
                EnumSet.complementOf(EnumSet.of(Outcome.NONE)).stream()
                        .map(each -> Map.entry(each.name(), texts.text(locale, "Outcome." + each)))
                        .toList());
        return page;
    }

    /** Does what a form of the page asks for; its word is the command's in the API, too. */
    @PostMapping("/supervision/cards/{id}/{word}")
    ModelAndView give(
            Actor actor,
            @PathVariable long id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(
                () -> cards.handle(actor, id, command(word, form), Typed.version(form.getFirst("version")), _ -> null),
                locale);
        if (!result.isDone()) {
            ModelAndView again = page(actor, cards.find(actor, id), result.model(), result.status(), locale);
            again.addObject("open", word);
            again.addObject("form", form.toSingleValueMap());
            again.addObject("chosen", form.getOrDefault("outcomes", List.of()));
            return again;
        }
        next.addFlashAttribute("done", texts.text(locale, "supervision.card.done." + word));
        return new ModelAndView("redirect:/supervision/cards/" + id);
    }

    private static CardCommand command(String word, MultiValueMap<String, String> form) {
        return switch (word) {
            case "explain" -> new CardCommand.Explain(Typed.text("/explanation", form.getFirst("explanation")));
            case "find" ->
                new CardCommand.Find(
                        "yes".equals(form.getFirst("upheld")),
                        outcomes(form),
                        Typed.number("/points", form.getFirst("points")),
                        Typed.text("/finding", form.getFirst("finding")));
            case "lift" ->
                new CardCommand.Lift(
                        Typed.text("/why", form.getFirst("why")), Typed.text("/evidence", form.getFirst("evidence")));
            case "appeal" -> new CardCommand.Appeal(Typed.text("/appeal", form.getFirst("appeal")));
            case "decide-appeal" ->
                new CardCommand.DecideAppeal(
                        "yes".equals(form.getFirst("granted")), Typed.text("/decision", form.getFirst("decision")));
            default -> throw new NotFound("command");
        };
    }

    private static List<Outcome> outcomes(MultiValueMap<String, String> form) {
        List<Outcome> outcomes = new ArrayList<>();
        if ("yes".equals(form.getFirst("upheld"))) {
            for (String name : form.getOrDefault("outcomes", List.of())) {
                Outcome each = Typed.constant(Outcome.class, "outcomes", name);
                if (each != null) {
                    outcomes.add(each);
                }
            }
        }
        return outcomes;
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : time.startOf(day);
    }
}
