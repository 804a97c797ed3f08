package org.onewindow.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.joint.Review;
import org.onewindow.joint.Reviews;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Joint review meetings at the desk (J4): convened, each body's opinion in time, minutes. */
@Controller
class ReviewController {

    private static final int MOST_DAYS = 60;

    /** What the page calls its fields. */
    private static final Map<String, String> LABELS = Map.of(
            "meetingAt", "desk.field.meetingAt",
            "place", "desk.field.place",
            "agenda", "desk.field.agenda",
            "departments", "desk.field.departments",
            "opinionDays", "desk.field.opinionDays",
            "stand", "desk.field.stand",
            "opinion", "desk.field.opinion",
            "minutes", "desk.review.minutes");

    private final Reviews reviews;
    private final ReviewPages pages;
    private final FormOutcome outcome;
    private final CentreTime time;
    private final Texts texts;

    ReviewController(Reviews reviews, ReviewPages pages, FormOutcome outcome, CentreTime time, Texts texts) {
        this.reviews = reviews;
        this.pages = pages;
        this.outcome = outcome;
        this.time = time;
        this.texts = texts;
    }

    @GetMapping("/desk/reviews/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Locale locale) {
        return page(actor, reviews.find(actor, id), Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView page(Actor actor, Review review, Map<String, ?> more, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("desk/review", more, status);
        page.addObject("review", pages.sheet(actor, review, locale));
        page.addObject(
                "subject",
                review.application() == null
                        ? "/desk/projects/" + review.subject()
                        : JointPages.ADDRESS + review.subject());
        return page;
    }

    @PostMapping("/desk/joint/{number}/convene")
    ModelAndView ofApplication(
            Actor actor,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result =
                outcome.of(() -> reviews.ofApplication(actor, number, convene(form, 1), _ -> null), LABELS, locale);
        return after(JointPages.ADDRESS + number, result, next, locale);
    }

    @PostMapping("/desk/projects/{number}/convene")
    ModelAndView ofProject(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "1") int stage,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result =
                outcome.of(() -> reviews.ofProject(actor, number, convene(form, stage), _ -> null), LABELS, locale);
        return after("/desk/projects/" + number, result, next, locale);
    }

    /** Back to where it was asked for, with what was wrong: a page may have several such forms. */
    private ModelAndView after(String page, FormOutcome.Result result, RedirectAttributes next, Locale locale) {
        if (result.isDone()) {
            next.addFlashAttribute("done", texts.text(locale, "desk.review.convened"));
        } else {
            result.model().forEach(next::addFlashAttribute);
        }
        return new ModelAndView("redirect:" + page + "#reviews");
    }

    private Reviews.Convene convene(MultiValueMap<String, String> form, int stage) {
        FormReader read = new FormReader(form, time.zone());
        read.required("meetingAt");
        Instant at = read.instant("meetingAt");
        String place = read.required("place");
        String agenda = read.required("agenda");
        int days = read.number("opinionDays");
        read.done();
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidInput("/opinionDays", "range", 1, MOST_DAYS);
        }
        return new Reviews.Convene(
                stage, at == null ? Instant.EPOCH : at, place, agenda, List.copyOf(read.all("departments")), days);
    }

    @PostMapping("/desk/reviews/{id}/opinion")
    ModelAndView opinion(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(
                () -> {
                    FormReader read = new FormReader(form, time.zone());
                    String department = read.required("department");
                    Review.Stand stand = read.constant(Review.Stand.values(), "stand");
                    String words = read.text("opinion");
                    read.done();
                    reviews.give(actor, id, department, stand, words == null ? "" : words, _ -> null);
                },
                LABELS,
                locale);
        return said(actor, id, result, next, "desk.review.given", locale);
    }

    @PostMapping("/desk/reviews/{id}/minutes")
    ModelAndView minutes(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(
                () -> {
                    FormReader read = new FormReader(form, time.zone());
                    String words = read.required("minutes");
                    read.done();
                    reviews.record(actor, id, words, _ -> null);
                },
                LABELS,
                locale);
        return said(actor, id, result, next, "desk.review.recorded", locale);
    }

    private ModelAndView said(
            Actor actor, long id, FormOutcome.Result result, RedirectAttributes next, String done, Locale locale) {
        if (!result.isDone()) {
            return page(actor, reviews.find(actor, id), result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, done));
        return new ModelAndView("redirect:/desk/reviews/" + id);
    }
}
