package org.onewindow.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.RuleOffice;
import org.onewindow.supervision.RulePreview;
import org.onewindow.supervision.RuleSet;
import org.onewindow.timelimit.ClockKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of supervision (S1): for everybody to read; a manager tries a set out on what happened, and files it. */
@Controller
class RulePagesController {

    private static final String COUNTRY = "CN";

    private final RuleOffice office;
    private final Divisions divisions;
    private final SupervisionWords words;
    private final FormOutcome outcome;
    private final CentreTime time;
    private final Texts texts;

    RulePagesController(
            RuleOffice office,
            Divisions divisions,
            SupervisionWords words,
            FormOutcome outcome,
            CentreTime time,
            Texts texts) {
        this.office = office;
        this.divisions = divisions;
        this.words = words;
        this.outcome = outcome;
        this.time = time;
        this.texts = texts;
    }

    /** What a kind of clock gives, in words; {@code passed} and {@code red} are null for nothing. */
    record ClockLine(
            String clock,
            boolean warns,
            @Nullable Colour passed,
            @Nullable Integer red) {}

    /** The colour of an act. */
    record ContentLine(String content, String rule, Colour colour, String colourWords) {}

    /** A set as it is read. */
    record Sheet(
            RuleSet rules,
            String name,
            String period,
            boolean inForce,
            List<String> warning,
            List<ClockLine> clocks,
            List<ContentLine> contents) {}

    @GetMapping("/supervision/rules")
    String list(Actor actor, Model model, Locale locale) {
        RuleSet now = office.inForce();
        List<RuleSet> others = new ArrayList<>(office.all().reversed());
        others.remove(now);
        others.addFirst(now);
        model.addAttribute(
                "sets",
                others.stream()
                        .map(rules -> sheet(rules, rules.equals(now), locale))
                        .toList());
        model.addAttribute("mayTry", mayTry(actor));
        return "supervision/rules";
    }

    private Sheet sheet(RuleSet rules, boolean inForce, Locale locale) {
        RuleSet.Thresholds thresholds = rules.thresholds();
        return new Sheet(
                rules,
                rules.number() == 0 ? texts.text(locale, "supervision.card.rules.shipped") : rules.title(),
                period(rules, locale),
                inForce,
                List.of(
                        texts.text(
                                locale, "supervision.rules.warns", thresholds.daysBefore(), thresholds.percentLeft()),
                        texts.text(
                                locale,
                                "supervision.rules.warns-short",
                                thresholds.shortLimit(),
                                thresholds.shortLimitPercentUsed()),
                        texts.text(locale, "supervision.rules.warns-zero", thresholds.zeroLimitMinutes())),
                rules.clocks().stream()
                        .map(clock -> new ClockLine(
                                texts.text(locale, "ClockKind." + clock.clock()),
                                clock.warns(),
                                clock.passed(),
                                clock.redAfterDays()))
                        .toList(),
                Stream.of(ContentRule.values())
                        .filter(rules.contents()::containsKey)
                        .map(content -> content(content, rules, locale))
                        .toList());
    }

    private ContentLine content(ContentRule content, RuleSet rules, Locale locale) {
        Colour colour = rules.contents().getOrDefault(content, Colour.YELLOW);
        return new ContentLine(
                texts.text(locale, "ContentRule." + content),
                content.rule(),
                colour,
                texts.text(locale, "Colour." + colour));
    }

    private String period(RuleSet rules, Locale locale) {
        if (rules.number() == 0) {
            return texts.text(locale, "supervision.rules.otherwise");
        }
        LocalDate to = rules.validTo();
        return to == null
                ? texts.text(locale, "supervision.rules.from", rules.validFrom())
                : texts.text(locale, "supervision.rules.from-to", rules.validFrom(), to);
    }

    /** A draft that begins with what is in force, from tomorrow on. */
    @GetMapping("/supervision/rules/new")
    ModelAndView draft(Actor actor, Locale locale) {
        RuleSet now = office.inForce();
        Map<String, String> form = RuleForm.of(now);
        form.put("region", divisions.county().map(Division::code).orElse(COUNTRY));
        form.put("validFrom", time.today().plusDays(1).toString());
        form.put("since", time.today().minusMonths(1).toString());
        if (now.number() > 0) {
            form.put("replaces", now.id());
        }
        return form(actor, form, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView form(
            Actor actor, Map<String, String> form, Map<String, ?> more, HttpStatus status, Locale locale) {
        if (!mayTry(actor)) {
            throw new NotAllowed("rules");
        }
        ModelAndView page = new ModelAndView("supervision/rule-draft", more, status);
        page.addObject("form", form);
        page.addObject("regions", regions(locale));
        page.addObject("replaceable", replaceable(locale));
        page.addObject("clocks", words.choices(List.of(ClockKind.values()), locale));
        page.addObject("contents", words.choices(List.of(ContentRule.values()), locale));
        page.addObject("colours", colours(List.of(Colour.YELLOW, Colour.RED), locale));
        page.addObject("contentColours", colours(List.of(Colour.values()), locale));
        page.addObject("mayFile", actor.has(Role.MANAGER));
        return page;
    }

    private Map<String, String> colours(List<Colour> offered, Locale locale) {
        Map<String, String> colours = words.choices(offered, locale);
        colours.put("", texts.text(locale, "supervision.rules.nothing"));
        return colours;
    }

    private Map<String, String> regions(Locale locale) {
        Map<String, String> regions = new LinkedHashMap<>();
        divisions.county().ifPresent(county -> regions.put(county.code(), county.name()));
        regions.put(COUNTRY, texts.text(locale, "supervision.rules.country"));
        return regions;
    }

    private Map<String, String> replaceable(Locale locale) {
        Map<String, String> sets = new LinkedHashMap<>();
        sets.put("", texts.text(locale, "supervision.rules.replaces.none"));
        office.all().stream()
                .filter(rules -> rules.number() > 0)
                .filter(rules -> rules.validTo() == null || !time.today().isAfter(rules.validTo()))
                .forEach(rules -> sets.put(rules.id(), rules.title() + " · " + period(rules, locale)));
        return sets;
    }

    /** A signal the draft would have given. */
    record Example(
            Colour colour, String colourWords, String subject, String caseNumber, String department, String at) {}

    /** What a draft would have done, beside what happened. */
    record Trial(String would, String did, List<Example> examples, boolean all) {}

    /** Tries the draft out on the cases of a period. */
    @PostMapping("/supervision/rules/preview")
    ModelAndView preview(Actor actor, @RequestParam Map<String, String> form, Locale locale) {
        RulePreview[] preview = new RulePreview[1];
        FormOutcome.Result result = outcome.of(
                () -> {
                    LocalDate since = Typed.day("/since", form.get("since"));
                    if (since == null) {
                        throw new InvalidInput("/since", "required");
                    }
                    preview[0] = office.preview(actor, RuleForm.read(form, false), since);
                },
                locale);
        if (!result.isDone()) {
            return form(actor, form, result.model(), result.status(), locale);
        }
        return form(actor, form, Map.of("trial", trial(preview[0], locale)), HttpStatus.OK, locale);
    }

    private Trial trial(RulePreview preview, Locale locale) {
        int would =
                preview.would().values().stream().mapToInt(Integer::intValue).sum();
        return new Trial(
                texts.text(
                        locale,
                        "supervision.rules.would",
                        preview.from(),
                        preview.to(),
                        preview.would().getOrDefault(Colour.WARNING, 0),
                        preview.would().getOrDefault(Colour.YELLOW, 0),
                        preview.would().getOrDefault(Colour.RED, 0)),
                texts.text(
                        locale,
                        "supervision.rules.did",
                        preview.did().getOrDefault(Colour.WARNING, 0),
                        preview.did().getOrDefault(Colour.YELLOW, 0),
                        preview.did().getOrDefault(Colour.RED, 0)),
                preview.examples().stream().map(each -> example(each, locale)).toList(),
                would <= preview.examples().size());
    }

    private Example example(RulePreview.Example each, Locale locale) {
        return new Example(
                each.colour(),
                texts.text(locale, "Colour." + each.colour()),
                words.subject(each.clock(), each.reference(), locale),
                each.caseNumber(),
                words.department(each.department(), locale),
                words.moment(each.at(), locale));
    }

    @PostMapping("/supervision/rules")
    ModelAndView file(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes next, Locale locale) {
        FormOutcome.Result result = outcome.of(() -> office.file(actor, RuleForm.read(form, true), _ -> null), locale);
        if (result.isDone()) {
            next.addFlashAttribute("done", texts.text(locale, "supervision.rules.filed"));
            return new ModelAndView("redirect:/supervision/rules");
        }
        Map<String, Object> more = new HashMap<>(result.model());
        if (!result.refusals().isEmpty()) {
            Map<String, String> errors = new HashMap<>();
            result.refusals()
                    .forEach(refusal -> errors.merge(
                            RuleForm.fieldOf(refusal, form),
                            texts.reason(refusal, locale).detail(),
                            (first, second) -> first + " " + second));
            more.put("errors", errors);
        }
        return form(actor, form, more, result.status(), locale);
    }

    private static boolean mayTry(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.SUPERVISOR);
    }
}
