package org.onewindow.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.desk.JointReceivePages.Choice;
import org.onewindow.http.Texts;
import org.onewindow.joint.GraphBoards;
import org.onewindow.joint.JointCases;
import org.onewindow.joint.JointReading.Outline;
import org.onewindow.joint.JointView;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Refused;
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
 * Receiving a joint application (一件事, J2): who, which theme, what is answered, which papers; with the plan on the page before
 * anything is confirmed. The page works like that of a single case.
 */
@Controller
class JointReceiveController {

    private final JointCases cases;
    private final JointReceivePages pages;
    private final ReceiveController single;
    private final GraphBoards boards;
    private final ReceiptDrafts drafts;
    private final ClockWords clocks;
    private final Texts texts;

    JointReceiveController(
            JointCases cases,
            JointReceivePages pages,
            ReceiveController single,
            GraphBoards boards,
            ReceiptDrafts drafts,
            ClockWords clocks,
            Texts texts) {
        this.cases = cases;
        this.pages = pages;
        this.single = single;
        this.boards = boards;
        this.drafts = drafts;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** The form as it was left, else an empty one; a theme may be named in the address, so that it works without script too. */
    @GetMapping("/desk/receive/joint")
    ModelAndView show(
            Actor actor,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String project,
            Locale locale) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        if (theme != null) {
            typed.add("theme", theme);
        }
        if (project != null) {
            typed.add("project", project);
        }
        Optional<ReceiptDrafts.Draft> draft = drafts.find(actor).filter(ReceiptDrafts.Draft::isJoint);
        return theme == null && draft.isPresent()
                ? page(
                        actor,
                        draft.get().form(),
                        Map.of("restored", clocks.moment(draft.get().savedAt(), locale)),
                        HttpStatus.OK,
                        locale)
                : page(actor, typed, Map.of(), HttpStatus.OK, locale);
    }

    /** Questions, members, papers and plan, as things are typed now. */
    @PostMapping("/desk/receive/joint/outline")
    String outline(Actor actor, @RequestParam MultiValueMap<String, String> typed, Model model, Locale locale) {
        window(actor, typed);
        model.addAttribute("form", typed.toSingleValueMap());
        fill(new JointReceiveForm(typed), model.asMap(), locale);
        return "desk/receive-joint-parts :: chosen";
    }

    @PostMapping("/desk/receive/joint")
    ModelAndView receive(
            Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next, Locale locale) {
        String window = window(actor, typed);
        JointReceiveForm form = new JointReceiveForm(typed);
        if (pages.choices(window, locale).stream()
                .map(Choice::value)
                .noneMatch(value -> value.equals(form.theme() + "/" + form.stage()))) {
            return page(
                    actor,
                    typed,
                    Map.of("errors", Map.of("theme", texts.text(locale, "desk.joint.choose"))),
                    HttpStatus.BAD_REQUEST,
                    locale);
        }
        try {
            JointView view = cases.apply(actor, form.complete(window, pages.outline(form)), _ -> null);
            drafts.drop(actor);
            next.addFlashAttribute("received", Objects.requireNonNull(view.queryCode()));
            return new ModelAndView("redirect:" + JointPages.ADDRESS + view.number());
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

    private static String window(Actor actor, MultiValueMap<String, String> typed) {
        String window = ReceivingPlace.chosen(actor, typed.getFirst("place")).window();
        if (window == null) {
            throw new NotAllowed("receive");
        }
        return window;
    }

    private ModelAndView page(
            Actor actor, MultiValueMap<String, String> typed, Map<String, ?> more, HttpStatus status, Locale locale) {
        String window = window(actor, typed);
        JointReceiveForm form = new JointReceiveForm(typed);
        ModelAndView page = new ModelAndView("desk/receive-joint", more, status);
        single.people(actor, form.people(), page.getModel(), locale);
        page.addObject("place", window);
        page.addObject("form", typed.toSingleValueMap());
        List<Choice> choices = new ArrayList<>(pages.choices(window, locale));
        page.addObject("choices", choices);
        page.addObject("chosenTheme", form.theme() + "/" + form.stage());
        if (!form.theme().isEmpty()) {
            try {
                fill(form, page.getModel(), locale);
            } catch (NotFound unknown) {
                page.addObject("errors", Map.of("theme", texts.text(locale, "desk.joint.choose")));
            }
        }
        return page;
    }

    private void fill(JointReceiveForm form, Map<String, Object> model, Locale locale) {
        Outline outline = pages.outline(form);
        Map<String, Object> parts = new HashMap<>();
        parts.put("chosen", pages.chosen(form, outline, locale));
        parts.put("board", boards.of(outline, _ -> null, locale));
        parts.put("promise", pages.promise(outline, locale));
        parts.put("pickUp", form.pickUp().name());
        model.putAll(parts);
    }
}
