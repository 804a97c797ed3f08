package org.onewindow.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;

/** Sends strangers to the sign-in page; a part of a page asked for by htmx makes the whole page go there. */
final class PageEntry implements AuthenticationEntryPoint {

    static final String SIGN_IN = "/sign-in";

    private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        redirect.sendRedirect(request, response, SIGN_IN);
    }
}
