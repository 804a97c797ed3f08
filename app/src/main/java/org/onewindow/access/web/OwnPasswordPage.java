package org.onewindow.access.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.onewindow.access.OwnPassword;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one's own password. */
@Hidden
@Controller
class OwnPasswordPage {

    private static final String TO_PASSWORD = "redirect:/desk/password";

    private final OwnPassword password;
    private final Texts texts;

    OwnPasswordPage(OwnPassword password, Texts texts) {
        this.password = password;
        this.texts = texts;
    }

    @GetMapping("/desk/password")
    String password() {
        return "access/password";
    }

    @PostMapping("/desk/password")
    String change(
            Actor actor,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash) {
        try {
            if (!wanted.equals(again)) {
                throw new InvalidInput("/again", "password.again");
            }
            goOn(request, response, actor, password.change(actor, present, wanted));
            flash.addFlashAttribute("changed", true);
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("errors", texts.errors(wrong, locale));
        }
        return TO_PASSWORD;
    }

    /** This session goes on under the new password; all others of the same person end. */
    private static void goOn(HttpServletRequest request, HttpServletResponse response, Actor actor, int version) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(new StaffPrincipal(actor.userName(), version)));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
