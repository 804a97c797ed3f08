package org.onewindow.supervision.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.Finding;
import org.onewindow.supervision.PatternKind;
import org.onewindow.supervision.PatternOffice;
import org.onewindow.supervision.PatternThresholds;
import org.onewindow.supervision.Standards;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Patterns: what was found, why it stands out, and what became of it (S7). */
@Controller
class PatternPagesController {

    private static final int LISTED = 30;

    private final PatternOffice office;
    private final Standards standards;
    private final PatternWords words;
    private final SupervisionWords names;
    private final Texts texts;

    PatternPagesController(
            PatternOffice office, Standards standards, PatternWords words, SupervisionWords names, Texts texts) {
        this.office = office;
        this.standards = standards;
        this.words = words;
        this.names = names;
        this.texts = texts;
    }

    /** A pattern to choose, with how many were found in a year. */
    record Choice(String href, String label, int count, boolean chosen) {}

    /** A finding. */
    record Row(
            long id,
            int version,
            String pattern,
            String subject,
            String department,
            String at,
            String explanation,
            @Nullable String note,
            @Nullable String noted,
            List<EvidenceRow> evidence) {

        /** Whether there were limits it is about. */
        public boolean isTimed() {
            return evidence.stream().anyMatch(each -> !each.left().isEmpty());
        }
    }

    /** An event that shows it. */
    record EvidenceRow(
            String number, String what, String at, String recorded, boolean belated, String actor, String left) {}

    @GetMapping("/supervision/patterns")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable PatternKind pattern,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Page<Finding> page = office.list(actor, pattern, after, LISTED);
        Map<PatternKind, Integer> counts = office.counts(actor);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                "/supervision/patterns",
                texts.text(locale, "supervision.pattern.every"),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                pattern == null));
        for (PatternKind kind : PatternKind.values()) {
            choices.add(new Choice(
                    "/supervision/patterns?pattern=" + kind,
                    texts.text(locale, "PatternKind." + kind),
                    counts.getOrDefault(kind, 0),
                    kind == pattern));
        }
        model.addAttribute("choices", choices);
        model.addAttribute(
                "findings",
                page.items().stream().map(finding -> row(finding, locale)).toList());
        model.addAttribute("next", next(page.next(), pattern));
        model.addAttribute("mayLook", actor.has(Role.SUPERVISOR) || actor.has(Role.MANAGER));
        model.addAttribute("what", pattern == null ? null : texts.text(locale, "supervision.pattern.is." + pattern));
        return "supervision/patterns";
    }

    private static @Nullable String next(@Nullable String after, @Nullable PatternKind pattern) {
        if (after == null) {
            return null;
        }
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/supervision/patterns").queryParam("after", after);
        if (pattern != null) {
            address.queryParam("pattern", pattern);
        }
        return address.build().toUriString();
    }

    private Row row(Finding finding, Locale locale) {
        String by = finding.notedBy();
        return new Row(
                finding.id(),
                finding.version(),
                texts.text(locale, "PatternKind." + finding.pattern()),
                words.subject(finding, locale),
                names.department(finding.department(), locale),
                names.moment(finding.foundAt(), locale),
                words.explanation(finding, locale),
                finding.note(),
                by == null || finding.notedAt() == null
                        ? null
                        : texts.text(
                                locale,
                                "supervision.pattern.noted",
                                names.person(by, locale),
                                names.moment(finding.notedAt(), locale)),
                finding.evidence().stream()
                        .map(evidence -> new EvidenceRow(
                                evidence.caseNumber(),
                                texts.text(locale, "supervision.deed." + evidence.kind()),
                                names.moment(evidence.at(), locale),
                                names.moment(evidence.recordedAt(), locale),
                                finding.pattern() == PatternKind.BACKDATED,
                                names.person(evidence.actor(), locale),
                                evidence.minutesLeft() == null ? "" : words.hours(evidence.minutesLeft(), locale)))
                        .toList());
    }

    @GetMapping("/supervision/patterns/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Locale locale) {
        return page(actor, id, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView page(Actor actor, long id, Map<String, ?> more, HttpStatus status, Locale locale) {
        Finding finding = office.find(actor, id);
        ModelAndView page = new ModelAndView("supervision/pattern", more, status);
        page.addObject("finding", row(finding, locale));
        page.addObject("what", texts.text(locale, "supervision.pattern.is." + finding.pattern()));
        page.addObject("mayNote", actor.has(Role.SUPERVISOR));
        return page;
    }

    @PostMapping("/supervision/patterns/look")
    String look(Actor actor, RedirectAttributes next, Locale locale) {
        next.addFlashAttribute("done", texts.text(locale, "supervision.pattern.looked", office.look(actor)));
        return "redirect:/supervision/patterns";
    }

    @PostMapping("/supervision/patterns/{id}/note")
    ModelAndView note(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next,
            Locale locale) {
        if (note.length() > PatternController.LONGEST_NOTE) {
            throw new InvalidInput("/note", "too-long", PatternController.LONGEST_NOTE);
        }
        try {
            office.note(actor, id, note, null, _ -> null);
        } catch (Refused refused) {
            return page(
                    actor,
                    id,
                    Map.of("reasons", texts.reasons(refused.refusals(), locale)),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "supervision.pattern.note.kept"));
        return new ModelAndView("redirect:/supervision/patterns/" + id);
    }

    @GetMapping("/supervision/patterns/thresholds")
    ModelAndView thresholds(Actor actor, Locale locale) {
        office.mustOversee(actor);
        return thresholds(actor, form(standards.thresholds().content()), Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView thresholds(
            Actor actor, Map<String, String> form, Map<String, ?> more, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("supervision/pattern-thresholds", more, status);
        Map<String, String> labels = new LinkedHashMap<>();
        form.keySet().forEach(name -> labels.put(name, texts.text(locale, "supervision.threshold." + name)));
        page.addObject("form", form);
        page.addObject("labels", labels);
        page.addObject("version", standards.thresholds().version());
        page.addObject("maySet", actor.has(Role.MANAGER));
        return page;
    }

    private static Map<String, String> form(PatternThresholds now) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("suspendedMinutes", Integer.toString(now.suspendedMinutes()));
        form.put("acceptedAfterDays", Integer.toString(now.acceptedAfterDays()));
        form.put("decidedWithinMinutes", Integer.toString(now.decidedWithinMinutes()));
        form.put("evaluations", Integer.toString(now.evaluations()));
        form.put("evaluationsMinutes", Integer.toString(now.evaluationsMinutes()));
        form.put("backdatedMinutes", Integer.toString(now.backdatedMinutes()));
        form.put("filingWords", String.join(" ", now.filingWords()));
        form.put("filingDays", Integer.toString(now.filingDays()));
        form.put("elsewhereCases", Integer.toString(now.elsewhereCases()));
        form.put("elsewherePercent", Integer.toString(now.elsewherePercent()));
        form.put("twiceDays", Integer.toString(now.twiceDays()));
        form.put("clusterCases", Integer.toString(now.clusterCases()));
        form.put("clusterPercent", Integer.toString(now.clusterPercent()));
        form.put("clusterMinutes", Integer.toString(now.clusterMinutes()));
        form.put("lookBackDays", Integer.toString(now.lookBackDays()));
        return form;
    }

    @PostMapping("/supervision/patterns/thresholds")
    ModelAndView limit(
            Actor actor,
            @RequestParam Map<String, String> typed,
            @RequestParam long version,
            RedirectAttributes next,
            Locale locale) {
        if (!actor.has(Role.MANAGER)) {
            throw new NotAllowed("standards");
        }
        try {
            standards.limit(actor, read(typed), version, _ -> null);
        } catch (Refused refused) {
            return thresholds(
                    actor,
                    typedIn(typed),
                    Map.of("reasons", texts.reasons(refused.refusals(), locale)),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    locale);
        } catch (InvalidInput invalid) {
            return thresholds(
                    actor,
                    typedIn(typed),
                    Map.of("errors", texts.errors(invalid, locale)),
                    HttpStatus.BAD_REQUEST,
                    locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "supervision.threshold.set"));
        return new ModelAndView("redirect:/supervision/patterns/thresholds");
    }

    private static Map<String, String> typedIn(Map<String, String> typed) {
        Map<String, String> form = form(PatternThresholds.SHIPPED);
        form.replaceAll((name, _) -> typed.getOrDefault(name, ""));
        return form;
    }

    private static PatternThresholds read(Map<String, String> typed) {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        PatternThresholds read = new PatternThresholds(
                number(typed, "suspendedMinutes", wrong),
                number(typed, "acceptedAfterDays", wrong),
                number(typed, "decidedWithinMinutes", wrong),
                number(typed, "evaluations", wrong),
                number(typed, "evaluationsMinutes", wrong),
                number(typed, "backdatedMinutes", wrong),
                Arrays.stream(typed.getOrDefault("filingWords", "").strip().split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                number(typed, "filingDays", wrong),
                number(typed, "elsewhereCases", wrong),
                number(typed, "elsewherePercent", wrong),
                number(typed, "twiceDays", wrong),
                number(typed, "clusterCases", wrong),
                number(typed, "clusterPercent", wrong),
                number(typed, "clusterMinutes", wrong),
                number(typed, "lookBackDays", wrong));
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return read;
    }

    private static int number(Map<String, String> typed, String name, List<InvalidInput.Field> wrong) {
        String text = typed.getOrDefault(name, "").strip();
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        wrong.add(InvalidInput.Field.of("/" + name, "integer"));
        return 0;
    }
}
