package org.onewindow.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed outside of controllers: in filters, in the container, or while a page was being written. */
@Hidden
@Controller
final class ErrorPages implements ErrorController {

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problemOf(request);
        if (Paths.isApi(request)) {
            problems.write(request, response, problem);
            return null;
        }
        return ProblemResolver.page(problem);
    }

    private Problem problemOf(HttpServletRequest request) {
        if (request.getAttribute(Problems.ATTRIBUTE) instanceof Problem known) {
            return known;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            return problems.of(failure, request);
        }
        return problems.plain(
                request,
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
    }
}
