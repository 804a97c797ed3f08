package org.onewindow.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultation.Told;
import org.onewindow.feedback.Inquiries;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
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

/** One consultation (C1a): passed on, replied to by those who were asked, answered to who asked. */
@Controller
class InquiryController {

    private final Inquiries inquiries;
    private final ConsultPages pages;
    private final FormOutcome outcome;
    private final CentreTime time;
    private final Texts texts;

    InquiryController(Inquiries inquiries, ConsultPages pages, FormOutcome outcome, CentreTime time, Texts texts) {
        this.inquiries = inquiries;
        this.pages = pages;
        this.outcome = outcome;
        this.time = time;
        this.texts = texts;
    }

    @GetMapping("/desk/consult/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Locale locale) {
        return page(actor, id, new HashMap<>(), HttpStatus.OK, locale);
    }

    /** Name and number of who asked, for calling them back; who looked is recorded. */
    @PostMapping("/desk/consult/{id}/contact")
    ModelAndView contact(Actor actor, @PathVariable long id, Locale locale) {
        return page(actor, id, Map.of("contact", inquiries.contact(actor, id)), HttpStatus.OK, locale);
    }

    @PostMapping("/desk/consult/{id}/{word}")
    ModelAndView act(
            Actor actor,
            @PathVariable long id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormReader read = new FormReader(form, time.zone());
        Long version = FormReader.version(form);
        FormOutcome.Result result = outcome.of(
                () -> {
                    switch (word) {
                        case "pass" -> inquiries.pass(actor, id, read.all("departments"), null, version, _ -> null);
                        case "escalate" -> {
                            String reason = read.required("escalation");
                            read.done();
                            inquiries.pass(actor, id, List.of(), reason, version, _ -> null);
                        }
                        case "reply" -> {
                            String body = read.required("department");
                            String words = read.required("reply");
                            read.done();
                            // Two bodies replying at once don't contradict each other: no version.
                            inquiries.reply(actor, id, body(body), words, null, _ -> null);
                        }
                        case "answer" -> {
                            String words = read.required("answer");
                            Told told = read.constant(Told.values(), "told");
                            String competent = read.text("competentBody");
                            read.done();
                            inquiries.answer(actor, id, words, told, competent, version, _ -> null);
                        }
                        default -> throw new NotFound(word);
                    }
                },
                locale);
        if (!result.isDone()) {
            Map<String, Object> more = new HashMap<>(result.model());
            more.put("open", word);
            more.put("form", form.toSingleValueMap());
            return page(actor, id, more, result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "desk.consult.done." + word));
        return new ModelAndView("redirect:/desk/consult/" + id);
    }

    private static @Nullable String body(String typed) {
        return typed.equals(ConsultPages.LEADER) ? null : typed;
    }

    private ModelAndView page(Actor actor, long id, Map<String, ?> more, HttpStatus status, Locale locale) {
        Consultation consultation = inquiries.find(actor, id);
        ModelAndView page = new ModelAndView("desk/inquiry", more, status);
        page.addObject("one", pages.sheet(actor, consultation, locale));
        return page;
    }
}
