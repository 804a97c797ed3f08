package org.onewindow.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Cases;
import org.onewindow.cases.Command;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointCases;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Refused;
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
    private final CasePages pages;
    private final CentreTime time;
    private final Texts texts;

    CasePageController(Cases cases, CaseReading reading, CasePages pages, CentreTime time, Texts texts) {
        this.cases = cases;
        this.reading = reading;
        this.pages = pages;
        this.time = time;
        this.texts = texts;
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
        try {
            Command command = CommandReader.read(kind, form, view, time.zone());
            cases.handle(actor, number, command, FormReader.version(form), _ -> null);
            next.addFlashAttribute("done", pages.done(kind, locale));
            return new ModelAndView("redirect:/desk/cases/" + view.caseNumber());
        } catch (InvalidInput invalid) {
            return again(
                    actor,
                    view,
                    kind,
                    form,
                    Map.of("errors", FormReader.errors(invalid, texts, locale)),
                    HttpStatus.BAD_REQUEST,
                    locale);
        } catch (Refused refused) {
            List<Texts.Reason> reasons = refused.refusals().stream()
                    .map(refusal -> texts.reason(refusal, locale))
                    .toList();
            return again(actor, view, kind, form, Map.of("reasons", reasons), HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (ChangedMeanwhile changed) {
            String changes = changed.changes().stream()
                    .map(type -> texts.text(locale, "desk.event." + type))
                    .collect(Collectors.joining(texts.text(locale, "format.list-separator")));
            return again(
                    actor,
                    reading.find(actor, number),
                    kind,
                    form,
                    Map.of("changed", changes),
                    HttpStatus.CONFLICT,
                    locale);
        }
    }

    private ModelAndView again(
            Actor actor,
            CaseView view,
            CaseCommand kind,
            MultiValueMap<String, String> form,
            Map<String, ?> wrong,
            HttpStatus status,
            Locale locale) {
        ModelAndView page = page(actor, view, locale, wrong, status);
        page.addObject("open", kind.word());
        page.addObject("form", form.toSingleValueMap());
        return page;
    }

    private ModelAndView page(Actor actor, CaseView view, Locale locale, Map<String, ?> more, HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/case", more, status);
        page.addObject("file", pages.sheet(actor, view, locale));
        return page;
    }
}
