package org.onewindow.desk;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.desk.DeskViews.Field;
import org.onewindow.desk.DeskViews.JointRow;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointView;
import org.onewindow.joint.Project;
import org.onewindow.joint.Projects;
import org.onewindow.joint.Reviews;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Role;
import org.onewindow.parties.MaskedParty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Project files at the desk (J4, J6): stages and their applications, milestones, the green channel, meetings. */
@Controller
class ProjectPagesController {

    private static final int LISTED = 100;

    /** What the page calls its fields. */
    private static final Map<String, String> LABELS = Map.of(
            "projectName", "desk.project.name",
            "theme", "desk.joint.theme",
            "idNumber", "desk.applicant.id",
            "name", "desk.applicant.name",
            "agent", "desk.agent.name",
            "reachedOn", "desk.project.reached-on",
            "ground", "desk.field.ground",
            "reason", "desk.field.reason");

    private final Projects projects;
    private final Themes themes;
    private final Reviews reviews;
    private final ReviewPages reviewPages;
    private final JointPages jointPages;
    private final Catalogue catalogue;
    private final FormOutcome outcome;
    private final Texts texts;

    ProjectPagesController(
            Projects projects,
            Themes themes,
            Reviews reviews,
            ReviewPages reviewPages,
            JointPages jointPages,
            Catalogue catalogue,
            FormOutcome outcome,
            Texts texts) {
        this.projects = projects;
        this.themes = themes;
        this.reviews = reviews;
        this.reviewPages = reviewPages;
        this.jointPages = jointPages;
        this.catalogue = catalogue;
        this.outcome = outcome;
        this.texts = texts;
    }

    /** A project in the list. */
    record Line(
            String number,
            String name,
            String theme,
            @Nullable String green,
            int uses) {}

    /** An item's limit, and a tighter one where the green channel gives it. */
    record Limit(
            String code,
            String name,
            int promised,
            @Nullable Integer tighter) {}

    /** A stage: its applications, what it waits for. */
    record Stage(
            int number,
            String name,
            @Nullable String milestone,
            @Nullable String reachedOn,
            List<JointRow> applications,
            String receive,
            List<Field> convening) {}

    @GetMapping("/desk/projects")
    ModelAndView list(Actor actor, Locale locale) {
        return list(actor, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView list(Actor actor, Map<String, ?> more, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("desk/projects", more, status);
        boolean oversees = actor.has(Role.MANAGER) || actor.has(Role.LEADER) || actor.has(Role.SUPERVISOR);
        page.addObject(
                "projects",
                oversees
                        ? projects.list(actor, null, LISTED).items().stream()
                                .map(project -> line(project, locale))
                                .toList()
                        : List.of());
        page.addObject("oversees", oversees);
        Map<String, String> staged = new LinkedHashMap<>();
        themes.inEffect().stream()
                .filter(theme -> theme.stages().size() > 1)
                .forEach(theme -> staged.put(theme.code(), theme.name()));
        page.addObject("themes", staged);
        return page;
    }

    private Line line(Project project, Locale locale) {
        return new Line(
                project.number(),
                project.name(),
                themes.inEffect(project.theme()).map(Theme::name).orElse(project.theme()),
                green(project, locale),
                project.uses().size());
    }

    private @Nullable String green(Project project, Locale locale) {
        Project.Green green = project.green();
        return green == null ? null : texts.text(locale, "Ground." + green.ground());
    }

    /** Opens a file; its owner's code is shown once. */
    @PostMapping("/desk/projects")
    ModelAndView open(
            Actor actor, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next, Locale locale) {
        List<Projects.ProjectView> opened = new ArrayList<>();
        FormOutcome.Result result = outcome.of(
                () -> {
                    ReceiveForm typed = new ReceiveForm(form);
                    String name = typed.given("projectName");
                    if (name == null) {
                        throw new InvalidInput("/projectName", "required");
                    }
                    if (name.length() > ApplicationCheck.LONGEST_NAME) {
                        throw new InvalidInput("/projectName", "too-long", ApplicationCheck.LONGEST_NAME);
                    }
                    opened.add(projects.open(
                            actor,
                            new Projects.NewProject(
                                    name,
                                    Objects.requireNonNullElse(typed.given("theme"), ""),
                                    typed.people().applicant(),
                                    typed.given("agent")),
                            _ -> null));
                },
                LABELS,
                locale);
        if (!result.isDone()) {
            result.model().put("form", form.toSingleValueMap());
            return list(actor, result.model(), result.status(), locale);
        }
        next.addFlashAttribute(
                "opened", Objects.requireNonNull(opened.getFirst().queryCode()));
        return new ModelAndView(
                "redirect:/desk/projects/" + opened.getFirst().project().number());
    }

    @GetMapping("/desk/projects/{number}")
    ModelAndView show(Actor actor, @PathVariable String number, Locale locale) {
        return page(actor, number, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView page(Actor actor, String number, Map<String, ?> more, HttpStatus status, Locale locale) {
        Projects.ProjectView view = projects.find(actor, number);
        Project project = view.project();
        Theme theme = themes.inEffect(project.theme()).orElseThrow(() -> new NotFound("theme"));
        MaskedParty owner = view.owner();
        Project.Green green = project.green();
        ModelAndView page = new ModelAndView("desk/project", more, status);
        page.addObject("project", line(project, locale));
        page.addObject("owner", owner == null ? "" : owner.name());
        page.addObject("agent", project.agent());
        page.addObject("greenReason", green == null ? null : green.reason());
        page.addObject("uses", project.uses());
        page.addObject(
                "stages",
                theme.inOrder().map(stage -> stage(actor, view, stage, locale)).toList());
        page.addObject(
                "reviews",
                reviews.ofProject(actor, number).stream()
                        .map(review -> reviewPages.sheet(actor, review, locale))
                        .toList());
        page.addObject(
                "limits",
                theme.members().stream()
                        .flatMap(member -> catalogue.inEffect(member.itemCode()).stream())
                        .filter(item -> item.committedDays() > 0)
                        .map(item -> limit(item, project, locale))
                        .toList());
        page.addObject("mayGrant", actor.has(Role.MANAGER) || actor.has(Role.LEADER));
        page.addObject("mayKeep", actor.has(Role.MANAGER) || actor.has(Role.CLERK));
        page.addObject("grounds", grounds(locale));
        page.addObject("none", List.of());
        return page;
    }

    private static Limit limit(ItemVersion item, Project project, Locale locale) {
        return new Limit(
                item.code(),
                ClockWords.item(item, locale),
                item.committedDays(),
                project.limits().get(item.code()));
    }

    private Map<String, String> grounds(Locale locale) {
        Map<String, String> grounds = new LinkedHashMap<>();
        for (Project.Ground ground : Project.Ground.values()) {
            grounds.put(ground.name(), texts.text(locale, "Ground." + ground));
        }
        return grounds;
    }

    private Stage stage(Actor actor, Projects.ProjectView view, Theme.Stage stage, Locale locale) {
        var reached = view.project().milestones().get(stage.number());
        return new Stage(
                stage.number(),
                stage.name(),
                stage.milestone(),
                reached == null ? null : texts.day(reached, locale),
                view.applications().stream()
                        .filter(application -> application.stage().number() == stage.number())
                        .map((JointView application) -> jointPages.row(application, locale))
                        .toList(),
                "/desk/receive/joint?theme=" + view.project().theme() + "/" + stage.number() + "&project="
                        + view.project().number(),
                actor.has(Role.MANAGER)
                                || actor.postIn(Role.REVIEWER, stage.leadDepartment())
                                        .isPresent()
                                || actor.postIn(Role.APPROVER, stage.leadDepartment())
                                        .isPresent()
                        ? reviewPages.convening(stage, locale)
                        : List.of());
    }

    /** Grants the green channel; a limit left empty stays the catalogue's. */
    @PostMapping("/desk/projects/{number}/green-channel")
    ModelAndView grant(
            Actor actor,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(
                () -> {
                    FormReader read = new FormReader(form, ZoneOffset.UTC);
                    Project.Ground ground = read.constant(Project.Ground.values(), "ground");
                    String reason = read.text("reason");
                    read.done();
                    projects.grant(
                            actor,
                            number,
                            new Project.Green(ground, reason == null ? "" : reason),
                            JointPages.days(form.toSingleValueMap()),
                            _ -> null);
                },
                LABELS,
                locale);
        return after(actor, number, result, next, "desk.project.granted", locale);
    }

    /** Records that what a stage waits for was reached. */
    @PostMapping("/desk/projects/{number}/milestones")
    ModelAndView reach(
            Actor actor,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(
                () -> {
                    FormReader read = new FormReader(form, ZoneOffset.UTC);
                    int stage = read.number("stage");
                    var on = read.day("reachedOn");
                    read.done();
                    projects.reach(actor, number, stage, on, _ -> null);
                },
                LABELS,
                locale);
        return after(actor, number, result, next, "desk.project.reached", locale);
    }

    private ModelAndView after(
            Actor actor,
            String number,
            FormOutcome.Result result,
            RedirectAttributes next,
            String said,
            Locale locale) {
        if (!result.isDone()) {
            return page(actor, number, result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, said));
        return new ModelAndView("redirect:/desk/projects/" + number);
    }
}
