package org.onewindow.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.onewindow.http.Problems;
import org.onewindow.http.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** How the API answers whom it doesn't let in: 401 to strangers, 429 to those who try too often, 403 to outsiders. */
@Component
class ApiEntry implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    ApiEntry(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManySignIns tooMany) {
            problems.send(request, response, new TooManyRequests(tooMany.retryAfter()));
            return;
        }
        if (failure instanceof AuthenticationServiceException) {
            problems.send(request, response, 503);
            return;
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OneWindow\", charset=\"UTF-8\"");
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                failure instanceof InvalidBearerTokenException ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.send(request, response, 401);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.send(request, response, 403);
    }
}
