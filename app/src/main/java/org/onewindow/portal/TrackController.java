package org.onewindow.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.PublicCase;
import org.onewindow.http.RateLimit;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.Projects;
import org.onewindow.joint.Themes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Following a case, a joint application or a project with its number and query code (C11, J6). A wrong code and an unknown number get the same answer in the same
 * words; what is shown holds no personal data.
 */
@Controller
class TrackController {

    private final CaseReading reading;
    private final RateLimit limit;
    private final TrackPages pages;
    private final JointReading joint;
    private final Projects projects;
    private final Themes themes;
    private final JointTrackPages jointPages;

    TrackController(
            CaseReading reading,
            RateLimit limit,
            TrackPages pages,
            JointReading joint,
            Projects projects,
            Themes themes,
            JointTrackPages jointPages) {
        this.reading = reading;
        this.limit = limit;
        this.pages = pages;
        this.joint = joint;
        this.projects = projects;
        this.themes = themes;
        this.jointPages = jointPages;
    }

    /** The empty form, or, where the QR code of a receipt brought both ({@code n} is short for the number), the case at once. */
    @GetMapping("/track")
    ModelAndView form(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String named = number.isBlank() ? n : number;
        return named.isBlank() || code.isBlank()
                ? page(named, HttpStatus.OK, false)
                : look(named, code, request, response, locale);
    }

    @PostMapping("/track")
    ModelAndView look(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        String typed = number.strip();
        String secret = code.replaceAll("[\\s-]", "");
        if (typed.regionMatches(true, 0, "L", 0, 1)) {
            return limit.guess(RateLimit.CODES, request, () -> joint.track(typed, secret))
                    .map(view -> shown("portal/track-joint", jointPages.of(view, locale)))
                    .orElseGet(() -> page(number, HttpStatus.NOT_FOUND, true));
        }
        if (typed.regionMatches(true, 0, "P", 0, 1)) {
            return limit.guess(RateLimit.CODES, request, () -> projects.track(typed, secret))
                    .map(view -> shown("portal/track-project", jointPages.of(view, milestones(view), locale)))
                    .orElseGet(() -> page(number, HttpStatus.NOT_FOUND, true));
        }
        Optional<PublicCase> found = limit.guess(RateLimit.CODES, request, () -> reading.track(typed, secret));
        if (found.isEmpty()) {
            return page(number, HttpStatus.NOT_FOUND, true);
        }
        ModelAndView page = page(number, HttpStatus.OK, false);
        page.addObject("tracked", pages.of(found.get(), locale));
        page.addObject("code", code.strip());
        return page;
    }

    private List<JointTrackPages.MilestoneOf> milestones(Projects.ProjectView view) {
        return themes.inEffect(view.project().theme()).stream()
                .flatMap(theme -> theme.stages().stream())
                .filter(stage -> stage.milestone() != null)
                .map(stage -> new JointTrackPages.MilestoneOf(
                        Objects.requireNonNull(stage.milestone()),
                        view.project().milestones().get(stage.number())))
                .toList();
    }

    private static ModelAndView shown(String template, Object tracked) {
        return new ModelAndView(template, Map.of("tracked", tracked));
    }

    private static ModelAndView page(String number, HttpStatus status, boolean unknown) {
        ModelAndView page = new ModelAndView("portal/track", status);
        page.addObject("number", number.strip());
        page.addObject("unknown", unknown);
        return page;
    }
}
