package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers requests that never reach the program, since the container can't make sense of them: an address that can't be decoded,
 * a line that isn't HTTP. The same problem for programs as elsewhere; for people a few plain words, since there are no templates
 * here, nor anything that names the software.
 */
final class ContainerErrors extends ErrorReportValve {

    private final Problems problems;

    ContainerErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean connected = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, connected);
        if (!connected.get()) {
            return;
        }
        HttpServletRequest read = new AsFarAsRead(request);
        Problem problem = problems.plain(read, response.getStatus());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        try {
            if (Paths.isApi(read)) {
                problems.write(read, response, problem);
            } else {
                writePage(response, problem, Languages.of(read));
            }
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("nobody waits for this answer any more", gone);
        }
    }

    private static void writePage(Response response, Problem problem, Locale language) throws IOException {
        String title = HtmlUtils.htmlEscape(problem.title());
        byte[] page = """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/">OneWindow</a></p>
                </html>
                """.formatted(language.toLanguageTag(), title, title, HtmlUtils.htmlEscape(problem.detail()))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** The request as far as it can be read: where decoding failed, the container has no context path and maybe no address. */
    private static final class AsFarAsRead extends HttpServletRequestWrapper {

        private static final int LONGEST = 200;

        private final String address;

        AsFarAsRead(Request request) {
            super(request);
            String raw = request.getCoyoteRequest().requestURI().toString();
            String ascii = raw == null ? "" : raw.replaceAll("[^!-~]", "?");
            this.address = ascii.substring(0, Math.min(ascii.length(), LONGEST));
        }

        @Override
        public String getRequestURI() {
            return address;
        }

        @Override
        public String getContextPath() {
            return "";
        }
    }
}
