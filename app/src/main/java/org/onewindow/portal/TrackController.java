package org.onewindow.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.PublicCase;
import org.onewindow.http.RateLimit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Following a case with its number and query code (C11). A wrong code and an unknown number get the same answer in the same
 * words; what is shown holds no personal data.
 */
@Controller
class TrackController {

    private final CaseReading reading;
    private final RateLimit limit;
    private final TrackPages pages;

    TrackController(CaseReading reading, RateLimit limit, TrackPages pages) {
        this.reading = reading;
        this.limit = limit;
        this.pages = pages;
    }

    /** The empty form, or, where the QR code of a receipt brought both, the case at once. */
    @GetMapping("/track")
    ModelAndView form(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return number.isBlank() || code.isBlank()
                ? page(number, HttpStatus.OK, false)
                : look(number, code, request, response, locale);
    }

    @PostMapping("/track")
    ModelAndView look(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        Optional<PublicCase> found = limit.guess(
                RateLimit.CODES, request, () -> reading.track(number.strip(), code.replaceAll("[\\s-]", "")));
        if (found.isEmpty()) {
            return page(number, HttpStatus.NOT_FOUND, true);
        }
        ModelAndView page = page(number, HttpStatus.OK, false);
        page.addObject("tracked", pages.of(found.get(), locale));
        page.addObject("code", code.strip());
        return page;
    }

    private static ModelAndView page(String number, HttpStatus status, boolean unknown) {
        ModelAndView page = new ModelAndView("portal/track", status);
        page.addObject("number", number.strip());
        page.addObject("unknown", unknown);
        return page;
    }
}
