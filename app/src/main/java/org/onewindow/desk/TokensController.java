package org.onewindow.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onewindow.access.PersonalTokens;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own tokens for programs: made, shown once, revoked. */
@Controller
class TokensController {

    private static final String USUAL_DAYS = "90";

    private final PersonalTokens tokens;
    private final ClockWords clocks;
    private final Texts texts;

    TokensController(PersonalTokens tokens, ClockWords clocks, Texts texts) {
        this.tokens = tokens;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** One token of the list. */
    record Line(long id, String name, String until, boolean revoked) {}

    @GetMapping("/desk/tokens")
    ModelAndView show(Actor actor, Locale locale) {
        return page(actor, Map.of("days", USUAL_DAYS), Map.of(), HttpStatus.OK, locale);
    }

    @PostMapping("/desk/tokens")
    ModelAndView make(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            RedirectAttributes next,
            Locale locale) {
        try {
            PersonalTokens.Made made =
                    tokens.make(actor, name.strip(), days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0);
            next.addFlashAttribute("secret", made.secret());
            return new ModelAndView("redirect:/desk/tokens");
        } catch (InvalidInput invalid) {
            return page(
                    actor,
                    Map.of("name", name, "days", days),
                    texts.errors(invalid, locale),
                    HttpStatus.BAD_REQUEST,
                    locale);
        }
    }

    @PostMapping("/desk/tokens/{id}/revoke")
    String revoke(Actor actor, @PathVariable long id) {
        tokens.revoke(actor, id);
        return "redirect:/desk/tokens";
    }

    private ModelAndView page(
            Actor actor, Map<String, String> form, Map<String, String> errors, HttpStatus status, Locale locale) {
        List<Line> lines = tokens.list(actor).stream()
                .map(token -> new Line(
                        token.id(), token.name(), clocks.moment(token.expiresAt(), locale), token.revokedAt() != null))
                .toList();
        return new ModelAndView("desk/tokens", Map.of("tokens", lines, "form", form, "errors", errors), status);
    }
}
