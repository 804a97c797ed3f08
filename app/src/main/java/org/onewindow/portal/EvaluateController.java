package org.onewindow.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onewindow.feedback.Evaluations;
import org.onewindow.feedback.Grade;
import org.onewindow.http.Texts;
import org.onewindow.kernel.ChangedMeanwhile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One evaluation of a tracked case, five grades, by whoever has its query code (F1). Low grades need no more than high ones. */
@Controller
class EvaluateController {

    private static final int LONGEST_COMMENT = 1000;

    private final Evaluations evaluations;
    private final Texts texts;

    EvaluateController(Evaluations evaluations, Texts texts) {
        this.evaluations = evaluations;
        this.texts = texts;
    }

    /** Five faces; number and code come from the page before and stay out of the address. */
    @PostMapping("/evaluate")
    ModelAndView ask(@RequestParam String number, @RequestParam String code, Locale locale) {
        return evaluations.find(number, code).isPresent()
                ? answer("portal.evaluate.once", HttpStatus.OK, locale)
                : form(number, code, HttpStatus.OK);
    }

    @PostMapping("/evaluate/send")
    ModelAndView send(
            @RequestParam String number,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String comment,
            Locale locale) {
        Optional<Grade> chosen = Arrays.stream(Grade.values())
                .filter(one -> one.name().equals(grade))
                .findFirst();
        if (chosen.isEmpty()) {
            return form(number, code, HttpStatus.BAD_REQUEST);
        }
        String said = comment.strip();
        try {
            evaluations.evaluate(
                    number,
                    code,
                    chosen.get(),
                    List.of(),
                    said.length() > LONGEST_COMMENT ? said.substring(0, LONGEST_COMMENT) : said);
        } catch (ChangedMeanwhile already) {
            return answer("portal.evaluate.once", HttpStatus.CONFLICT, locale);
        }
        return answer("portal.evaluate.thanks.of", HttpStatus.OK, locale);
    }

    private static ModelAndView form(String number, String code, HttpStatus status) {
        ModelAndView page = new ModelAndView("portal/evaluate", status);
        page.addObject("number", number);
        page.addObject("code", code);
        page.addObject("grades", Grade.values());
        return page;
    }

    private ModelAndView answer(String key, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("portal/evaluate", status);
        page.addObject("answer", texts.text(locale, key));
        return page;
    }
}
