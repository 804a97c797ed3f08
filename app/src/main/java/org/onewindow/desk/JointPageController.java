package org.onewindow.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.FormOutcome;
import org.onewindow.joint.JointCases;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointView;
import org.onewindow.joint.Reviews;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Joint applications at the desk: the list, the page with its graph, “what if”, and commands on the whole (J2, J3). */
@Controller
class JointPageController {

    private static final int LISTED = 100;

    private final JointCases cases;
    private final JointReading reading;
    private final JointPages pages;
    private final Reviews reviews;
    private final ReviewPages reviewPages;
    private final FormOutcome outcome;
    private final CentreTime time;

    JointPageController(
            JointCases cases,
            JointReading reading,
            JointPages pages,
            Reviews reviews,
            ReviewPages reviewPages,
            FormOutcome outcome,
            CentreTime time) {
        this.cases = cases;
        this.reading = reading;
        this.pages = pages;
        this.reviews = reviews;
        this.reviewPages = reviewPages;
        this.outcome = outcome;
        this.time = time;
    }

    @GetMapping("/desk/joint")
    String list(Actor actor, Model model, Locale locale) {
        rows(actor, model, locale);
        model.addAttribute("mayReceive", actor.has(Role.CLERK));
        model.addAttribute(
                "asked",
                reviews.awaiting(actor, LISTED).stream()
                        .map(review -> reviewPages.sheet(actor, review, locale))
                        .toList());
        return "desk/joint-list";
    }

    /** The rows alone, when something changed. */
    @GetMapping("/desk/joint/rows")
    String listRows(Actor actor, Model model, Locale locale) {
        rows(actor, model, locale);
        return "desk/joint-parts :: rows";
    }

    private void rows(Actor actor, Model model, Locale locale) {
        model.addAttribute(
                "joint",
                reading.open(actor, LISTED).stream()
                        .map(view -> pages.row(view, locale))
                        .toList());
    }

    @GetMapping("/desk/joint/{number}")
    ModelAndView show(Actor actor, @PathVariable String number, Locale locale) {
        return page(actor, reading.find(actor, number), locale, Map.of(), HttpStatus.OK);
    }

    /** The graph alone, when something changed. */
    @GetMapping("/desk/joint/{number}/board")
    String board(Actor actor, @PathVariable String number, Model model, Locale locale) {
        JointView view = reading.find(actor, number);
        board(actor, view, view, null, model.asMap(), locale);
        return "desk/joint-parts :: board";
    }

    /** The plan with other days. Nothing is kept; without script the whole page comes back. */
    @PostMapping("/desk/joint/{number}/what-if")
    ModelAndView whatIf(
            Actor actor,
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Locale locale) {
        Map<String, Integer> days = JointPages.days(form);
        JointView view = reading.whatIf(actor, number, days);
        JointView now = reading.find(actor, number);
        ModelAndView page = part == null
                ? page(actor, now, locale, Map.of(), HttpStatus.OK)
                : new ModelAndView("desk/joint-parts :: board");
        board(actor, view, now, days, page.getModel(), locale);
        return page;
    }

    @PostMapping("/desk/joint/{number}/{word}")
    ModelAndView give(
            Actor actor,
            @PathVariable String number,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            RedirectAttributes next) {
        JointCommand.Kind kind = Arrays.stream(JointCommand.Kind.values())
                .filter(command -> command.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("command"));
        JointView view = reading.find(actor, number);
        FormOutcome.Result result = outcome.of(
                () -> cases.handle(
                        actor,
                        number,
                        JointReader.read(kind, form, view, time.zone()),
                        FormReader.version(form),
                        _ -> null),
                locale);
        if (!result.isDone()) {
            JointView now = result.isOvertaken() ? reading.find(actor, number) : view;
            ModelAndView again = page(actor, now, locale, result.model(), result.status());
            again.addObject("open", kind.word());
            again.addObject("form", form.toSingleValueMap());
            return again;
        }
        next.addFlashAttribute("done", pages.done(kind, locale));
        return new ModelAndView("redirect:" + JointPages.ADDRESS + view.number());
    }

    private ModelAndView page(Actor actor, JointView view, Locale locale, Map<String, ?> more, HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/joint", more, status);
        page.addObject("file", pages.sheet(actor, view, locale));
        page.addObject(
                "reviews",
                reviews.ofApplication(actor, view.number()).stream()
                        .map(review -> reviewPages.sheet(actor, review, locale))
                        .toList());
        page.addObject(
                "convening",
                mayConvene(actor, view) && !view.state().isEnd()
                        ? reviewPages.convening(view.stage(), locale)
                        : List.of());
        board(actor, view, view, null, page.getModel(), locale);
        return page;
    }

    /** The lead window, the lead department, the centre (J4). */
    private static boolean mayConvene(Actor actor, JointView view) {
        String lead = view.stage().leadDepartment();
        return actor.has(Role.MANAGER)
                || actor.postAt(Role.CLERK, view.window()).isPresent()
                || actor.postIn(Role.REVIEWER, lead).isPresent()
                || actor.postIn(Role.APPROVER, lead).isPresent();
    }

    private void board(
            Actor actor,
            JointView view,
            JointView promised,
            @Nullable Map<String, Integer> days,
            Map<String, Object> model,
            Locale locale) {
        model.put("board", pages.board(actor, view, locale));
        model.put("plan", pages.summary(view, promised, locale));
        model.put("address", JointPages.ADDRESS + view.number());
        model.put("days", days);
        model.put("changing", view.plan() != null && !view.state().isEnd());
    }
}
