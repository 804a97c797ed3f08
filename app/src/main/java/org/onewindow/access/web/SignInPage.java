package org.onewindow.access.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The sign-in page; the form itself is taken by the security filters. */
@Hidden
@Controller
class SignInPage {

    /** Only reached by a forward inside the server, after a failed try. */
    static final String AGAIN = "/sign-in/again";

    @GetMapping(PageEntry.SIGN_IN)
    String show(HttpServletRequest request, Model model) {
        return page(request, model);
    }

    @RequestMapping(AGAIN)
    String again(HttpServletRequest request, Model model) {
        return page(request, model);
    }

    private static String page(HttpServletRequest request, Model model) {
        model.addAttribute("signedOut", request.getParameter("signed-out") != null);
        model.addAttribute(SignInFailed.FAILED, request.getAttribute(SignInFailed.FAILED) != null);
        model.addAttribute(SignInFailed.TOO_MANY, request.getAttribute(SignInFailed.TOO_MANY) != null);
        return "access/sign-in";
    }
}
