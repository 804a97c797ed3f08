package org.onewindow.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the sign-in page again, with the status that says why: 401 or 429. */
final class SignInFailed implements AuthenticationFailureHandler {

    static final String TOO_MANY = "tooMany";
    static final String FAILED = "failed";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof TooManySignIns tooMany) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfter().toSeconds() + 1));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            request.setAttribute(TOO_MANY, true);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            request.setAttribute(FAILED, true);
        }
        request.getRequestDispatcher(SignInPage.AGAIN).forward(request, response);
    }
}
