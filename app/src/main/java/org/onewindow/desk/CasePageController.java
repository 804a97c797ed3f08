package org.onewindow.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Cases;
import org.onewindow.cases.Custody;
import org.onewindow.http.FormOutcome;
import org.onewindow.joint.JointCases;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The case page and its commands: what somebody filled in is given to the door; a refusal comes back beside the form. */
@Controller
class CasePageController {

    private final Cases cases;
    private final CaseReading reading;
    private final Custody custody;
    private final CasePages pages;
    private final FormOutcome outcome;
    private final CentreTime time;

    CasePageController(
            Cases cases, CaseReading reading, Custody custody, CasePages pages, FormOutcome outcome, CentreTime time) {
        this.cases = cases;
        this.reading = reading;
        this.custody = custody;
        this.pages = pages;
        this.outcome = outcome;
        this.time = time;
    }

    /** A case; the number of a joint application, which lists of supervision have beside cases', leads to its own page. */
    @GetMapping("/desk/cases/{number}")
    ModelAndView show(Actor actor, @PathVariable String number, Locale locale) {
        Optional<String> joint = JointCases.number(number);
        if (joint.isPresent()) {
            return new ModelAndView("redirect:/desk/joint/" + joint.get());
        }
        return page(actor, reading.find(actor, number), locale, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/desk/cases/{number}/{word}")
    ModelAndView give(
            Actor actor,
            @PathVariable String number,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            RedirectAttributes next) {
        CaseCommand kind = Arrays.stream(CaseCommand.values())
                .filter(command -> command.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("command"));
        CaseView view = reading.find(actor, number);
        FormOutcome.Result result = outcome.of(
                () -> cases.handle(
                        actor,
                        number,
                        CommandReader.read(kind, form, view, time.zone()),
                        FormReader.version(form),
                        _ -> null),
                locale);
        if (!result.isDone()) {
            CaseView now = result.isOvertaken() ? reading.find(actor, number) : view;
            if (!result.model().containsKey("reasons") && !now.allowedToYou().contains(kind)) {
                // Its form isn't on the page any more, so nothing could be said at its fields.
                result.model().putIfAbsent("overtaken", true);
            }
            ModelAndView again = page(actor, now, locale, result.model(), result.status());
            again.addObject("open", kind.word());
            again.addObject("form", form.toSingleValueMap());
            return again;
        }
        next.addFlashAttribute("done", pages.done(kind, locale));
        return new ModelAndView("redirect:/desk/cases/" + view.caseNumber());
    }

    private ModelAndView page(Actor actor, CaseView view, Locale locale, Map<String, ?> more, HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/case", more, status);
        page.addObject("file", pages.sheet(actor, view, locale));
        page.addObject("custody", custody.of(actor, view.caseNumber()));
        return page;
    }
}
