package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.AnswerExists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** The one handler for whatever a controller throws. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null; // the security filters know whether to ask for a sign-in
        }
        if (failure instanceof AnswerExists) {
            request.setAttribute(KeyedRequest.ANSWERED_MEANWHILE, true);
            return new ModelAndView();
        }
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            LOG.debug("the answer to {} could not be finished", Paths.of(request), failure);
            return new ModelAndView();
        }
        if (failure instanceof AsyncRequestTimeoutException) {
            return new ModelAndView();
        }
        Problem problem = problems.of(failure, request);
        if (!Paths.isApi(request)) {
            response.resetBuffer();
            problem.headers().forEach(response::setHeader);
            return page(problem);
        }
        try {
            problems.write(request, response, problem);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static ModelAndView page(Problem problem) {
        ModelAndView page = new ModelAndView("http/error", Map.of("problem", problem));
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }
}
