package org.onewindow.manage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.joint.GraphBoard;
import org.onewindow.joint.GraphBoards;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Themes (J1): drafting them with the graph in sight, what is in the way of filing them, filing and retiring. */
@Controller
class ThemePagesController {

    /** What the page calls its fields. */
    private static final Map<String, String> LABELS = Map.of(
            "code", "manage.theme.code",
            "name", "manage.theme.name",
            "leadDepartment", "manage.theme.lead");

    private final Themes themes;
    private final JointReading reading;
    private final GraphBoards boards;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final FormOutcome outcome;
    private final Texts texts;

    ThemePagesController(
            Themes themes,
            JointReading reading,
            GraphBoards boards,
            Catalogue catalogue,
            Divisions divisions,
            FormOutcome outcome,
            Texts texts) {
        this.themes = themes;
        this.reading = reading;
        this.boards = boards;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.outcome = outcome;
        this.texts = texts;
    }

    /** A theme in the list. */
    record Line(String code, int version, String name, String department, String state, int stages, int items) {}

    /** A stage as it would run, with every optional item. */
    record Drawn(int number, String name, int days, int serialDays, GraphBoard board) {}

    @GetMapping("/manage/themes")
    ModelAndView list(Actor actor, Locale locale) {
        return list(actor, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView list(Actor actor, Map<String, ?> more, HttpStatus status, Locale locale) {
        keeper(actor);
        ModelAndView page = new ModelAndView("manage/themes", more, status);
        page.addObject(
                "themes",
                themes.editable(actor).stream()
                        .map(theme -> new Line(
                                theme.code(),
                                theme.version(),
                                theme.name(),
                                departmentName(theme.leadDepartment()),
                                texts.text(locale, "manage.state." + theme.state()),
                                theme.stages().size(),
                                theme.members().size()))
                        .toList());
        page.addObject("departments", departments());
        return page;
    }

    /** Begins a theme with its name and one stage. */
    @PostMapping("/manage/themes")
    ModelAndView begin(
            Actor actor, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next, Locale locale) {
        keeper(actor);
        String code = form.getFirst("code") == null ? "" : form.getFirst("code").strip();
        form.set("s.1.name", form.getFirst("name"));
        form.set("s.1.lead", form.getFirst("leadDepartment"));
        FormOutcome.Result result = outcome.of(
                () -> {
                    Theme theme = ThemeForm.read(code, form);
                    if (themes.editable(actor).stream()
                            .anyMatch(one -> one.code().equals(code))) {
                        throw new InvalidInput("/code", "joint.code-taken", code);
                    }
                    themes.draft(actor, theme);
                },
                LABELS,
                locale);
        if (!result.isDone()) {
            result.model().put("form", form.toSingleValueMap());
            return list(actor, result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "manage.drafted"));
        return new ModelAndView("redirect:/manage/themes/" + code);
    }

    @GetMapping("/manage/themes/{code}")
    ModelAndView theme(Actor actor, @PathVariable String code, Locale locale) {
        return theme(actor, code, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView theme(Actor actor, String code, Map<String, ?> more, HttpStatus status, Locale locale) {
        keeper(actor);
        List<Theme> versions = themes.editable(actor).stream()
                .filter(theme -> theme.code().equals(code))
                .sorted(Comparator.comparingInt(Theme::version))
                .toList();
        if (versions.isEmpty()) {
            if (themes.inEffect(code).isEmpty()) {
                throw new NotFound("theme");
            }
            throw new NotAllowed("theme");
        }
        Theme newest = versions.getLast();
        boolean draft = newest.state() == Theme.State.DRAFT;
        ModelAndView page = new ModelAndView("manage/theme", more, status);
        page.addObject("theme", newest);
        page.addObject("state", texts.text(locale, "manage.state." + newest.state()));
        page.addObject("isDraft", draft);
        page.addObject("mayFile", actor.has(Role.MANAGER));
        page.addObject(
                "filed",
                versions.stream()
                        .filter(one -> one.state() == Theme.State.IN_EFFECT || one.state() == Theme.State.FILED)
                        .toList());
        page.addObject(
                "obstacles",
                draft
                        ? themes.obstacles(newest).stream()
                                .map(refusal -> named(texts.reason(refusal, locale), newest))
                                .toList()
                        : List.of());
        page.addObject(
                "stages",
                newest.inOrder().map(stage -> drawn(newest, stage, locale)).toList());
        @SuppressWarnings("unchecked")
        Map<String, String> form =
                more.containsKey("form") ? (Map<String, String>) more.get("form") : ThemeForm.of(newest);
        page.addObject("form", form);
        page.addObject("questionRows", ThemeForm.rows(form, "q", "code", "question"));
        page.addObject("stageRows", ThemeForm.rows(form, "s", "name"));
        page.addObject("memberRows", ThemeForm.rows(form, "m", "code"));
        page.addObject("names", names(form));
        page.addObject("departments", departments());
        return page;
    }

    /** A reason with the items' names beside their codes, since nobody knows codes by heart. */
    private Texts.Reason named(Texts.Reason reason, Theme theme) {
        String detail = reason.detail();
        for (Theme.Member member : theme.members()) {
            String name =
                    catalogue.inEffect(member.itemCode()).map(ItemVersion::name).orElse("");
            detail = name.isEmpty() ? detail : detail.replace(member.itemCode(), name + " " + member.itemCode());
        }
        return new Texts.Reason(reason.rule(), detail, reason.basis(), reason.whatNow());
    }

    private Drawn drawn(Theme theme, Theme.Stage stage, Locale locale) {
        JointReading.Outline outline = reading.outline(theme, stage, Map.of(), false, true);
        return new Drawn(
                stage.number(),
                stage.name(),
                outline.plan().length(),
                outline.plan().sum(),
                boards.of(outline, item -> "/manage/items/" + item.code(), locale));
    }

    /** The items' names beside their codes. */
    private Map<String, String> names(Map<String, String> form) {
        Map<String, String> names = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith("m.") && name.endsWith(".code") && !value.isBlank()) {
                names.put(
                        value, catalogue.inEffect(value).map(ItemVersion::name).orElse("—"));
            }
        });
        return names;
    }

    private Map<String, String> departments() {
        Map<String, String> departments = new LinkedHashMap<>();
        divisions.departments().forEach(one -> departments.put(one.code(), one.shortName()));
        return departments;
    }

    private String departmentName(String code) {
        return divisions.findDepartment(code).map(Department::shortName).orElse(code);
    }

    /** Drafts the next version, or the open draft anew. */
    @PostMapping("/manage/themes/{code}/draft")
    ModelAndView draft(
            Actor actor,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        keeper(actor);
        FormOutcome.Result result = outcome.of(() -> themes.draft(actor, ThemeForm.read(code, form)), locale);
        if (!result.isDone()) {
            // Each stands at its field.
            result.model().computeIfPresent("wrong", (_, _) -> List.of(texts.text(locale, "manage.wrong.marked")));
            result.model().put("form", form.toSingleValueMap());
        }
        return after(actor, code, result, next, "manage.drafted", locale);
    }

    @PostMapping("/manage/themes/{code}/versions/{version}/file")
    ModelAndView file(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result =
                outcome.of(() -> themes.file(actor, code, version, TypedDay.read("from", from)), locale);
        return after(actor, code, result, next, "manage.filed", locale);
    }

    @PostMapping("/manage/themes/{code}/versions/{version}/retire")
    ModelAndView retire(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result =
                outcome.of(() -> themes.retire(actor, code, version, TypedDay.read("from", from)), locale);
        return after(actor, code, result, next, "manage.retired", locale);
    }

    private ModelAndView after(
            Actor actor, String code, FormOutcome.Result result, RedirectAttributes next, String said, Locale locale) {
        if (!result.isDone()) {
            return theme(actor, code, result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, said));
        return new ModelAndView("redirect:/manage/themes/" + code);
    }

    private static void keeper(Actor actor) {
        if (!actor.has(Role.MANAGER) && !actor.has(Role.APPROVER)) {
            throw new NotAllowed("theme");
        }
    }
}
