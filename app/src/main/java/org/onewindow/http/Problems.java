package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns everything that can go wrong into a {@link Problem} in the caller's language; for a program it is written as
 * {@code application/problem+json}, for a person it becomes a page.
 *
 * <p>No stack trace, SQL or class name ever leaves: what nobody foresaw is logged under a number, and the caller gets the
 * number.
 */
public final class Problems {

    /** Request attribute under which a filter hands a problem to the error page. */
    static final String ATTRIBUTE = Problem.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Texts texts;
    private final JsonMapper json;

    Problems(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /**
     * Answers a request from a filter: problem+json for the API, the error page otherwise.
     *
     * @param status one of 400, 401, 403, 404, 409, 413, 429, 503; others get general words
     */
    public void send(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        send(request, response, plain(request, status));
    }

    /** Answers a request from a filter with what an exception means. */
    public void send(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        send(request, response, of(failure, request));
    }

    void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (Paths.isApi(request)) {
            write(request, response, problem);
        } else {
            problem.headers().forEach(response::setHeader);
            request.setAttribute(ATTRIBUTE, problem);
            response.sendError(problem.status());
        }
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = json.writeValueAsBytes(problem.members());
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.of(request).toLanguageTag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What an exception means to the caller. */
    Problem of(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case Refused refused -> refused(refused, request);
            case InvalidInput invalid -> invalid(invalid.fields(), request);
            case NotAllowed ignored -> plain(request, 403);
            case NotFound ignored -> plain(request, 404);
            case ChangedMeanwhile changed -> changed(changed, request);
            case TooManyRequests tooMany ->
                plain(request, 429, Map.of(HttpHeaders.RETRY_AFTER, seconds(tooMany.retryAfter())));
            case BodyTooLarge ignored -> plain(request, 413);
            case MaxUploadSizeExceededException ignored -> plain(request, 413);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, request);
            case InvalidParameterException unreadable -> plain(request, unreadable.getErrorCode());
            case MultipartException ignored -> invalid("", "body", request);
            case MethodArgumentTypeMismatchException mismatch -> invalid(mismatch.getName(), "value", request);
            case MissingServletRequestParameterException missing ->
                invalid(missing.getParameterName(), "required", request);
            case MissingRequestValueException ignored -> invalid("", "parameter", request);
            case TypeMismatchException mismatch ->
                invalid(String.valueOf(mismatch.getPropertyName()), "value", request);
            case BindingResult binding -> binding(binding, request);
            case DataAccessResourceFailureException down -> unavailable(down, request);
            case TransientDataAccessException busy -> unavailable(busy, request);
            case UncategorizedSQLException locked when isLockTimeout(locked) -> unavailable(locked, request);
            case CannotCreateTransactionException down -> unavailable(down, request);
            case HttpRequestMethodNotSupportedException wrong -> plain(request, 405, headers(wrong));
            case HttpMediaTypeNotSupportedException wrong -> plain(request, 415, headers(wrong));
            case ErrorResponse error -> byStatus(error, failure, request);
            default -> unforeseen(failure, request);
        };
    }

    private Problem byStatus(ErrorResponse error, Exception failure, HttpServletRequest request) {
        return error.getStatusCode().is4xxClientError()
                ? plain(request, error.getStatusCode().value(), headers(error))
                : unforeseen(failure, request);
    }

    /** The problem of a bare status. */
    Problem plain(HttpServletRequest request, int status) {
        return plain(request, status, Map.of());
    }

    private Problem plain(HttpServletRequest request, int status, Map<String, String> headers) {
        return problem(kindOf(status), status, request, new LinkedHashMap<>(), headers);
    }

    /** A twin of this request is still being worked on (C13). */
    Problem inFlight(HttpServletRequest request) {
        return problem("in-flight", 409, request, new LinkedHashMap<>(), Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }

    private Problem refused(Refused refused, HttpServletRequest request) {
        Locale locale = Languages.of(request);
        List<Refusal> sorted = RuleOrder.sorted(refused.refusals());
        List<Texts.Reason> reasons = texts.reasons(sorted, locale);
        SequencedMap<String, Object> more = new LinkedHashMap<>();
        more.put("rule", sorted.getFirst().rule());
        more.put("reasons", reasons);
        more.putAll(refused.shown());
        String detail = String.join(
                texts.text(locale, "format.sentence-separator"),
                reasons.stream().map(Texts.Reason::detail).toList());
        return new Problem(
                "refused", 422, texts.text(locale, "problem.refused.title"), detail, Paths.of(request), more, Map.of());
    }

    private Problem invalid(String pointer, String key, HttpServletRequest request) {
        return invalid(List.of(InvalidInput.Field.of(pointer, key)), request);
    }

    private Problem invalid(List<InvalidInput.Field> fields, HttpServletRequest request) {
        Locale locale = Languages.of(request);
        SequencedMap<String, Object> more = new LinkedHashMap<>();
        more.put(
                "errors",
                fields.stream()
                        .map(field -> new BadField(field.pointer(), texts.field(field, locale)))
                        .toList());
        return problem("invalid-input", 400, request, more, Map.of());
    }

    /** One entry of {@code errors}. */
    record BadField(String pointer, String detail) {}

    private Problem changed(ChangedMeanwhile changed, HttpServletRequest request) {
        if (changed.precondition()) {
            return plain(request, 412);
        }
        SequencedMap<String, Object> more = new LinkedHashMap<>();
        more.put("changes", changed.changes());
        return problem("changed-meanwhile", 409, request, more, Map.of());
    }

    private Problem unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput invalid) {
                return invalid(invalid.fields(), request);
            }
            if (cause instanceof BodyTooLarge) {
                return plain(request, 413);
            }
        }
        return invalid("", "body", request);
    }

    private Problem binding(BindingResult binding, HttpServletRequest request) {
        return invalid(
                binding.getFieldErrors().stream()
                        .map(error -> InvalidInput.Field.of(error.getField(), "value"))
                        .toList(),
                request);
    }

    /** Somebody holds a row for longer than we wait ({@code lock_timeout}). */
    private static boolean isLockTimeout(UncategorizedSQLException failure) {
        SQLException cause = failure.getSQLException();
        return cause != null && "55P03".equals(cause.getSQLState());
    }

    private Problem unavailable(Exception failure, HttpServletRequest request) {
        return logged(failure, "unavailable", 503, request, Map.of(HttpHeaders.RETRY_AFTER, "5"));
    }

    private Problem unforeseen(Exception failure, HttpServletRequest request) {
        return logged(failure, "internal", 500, request, Map.of());
    }

    private Problem logged(
            Exception failure, String kind, int status, HttpServletRequest request, Map<String, String> headers) {
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {} while answering {} {}", incident, request.getMethod(), Paths.of(request), failure);
        SequencedMap<String, Object> more = new LinkedHashMap<>();
        more.put("incident", incident);
        return problem(kind, status, request, more, headers);
    }

    private Problem problem(
            String kind,
            int status,
            HttpServletRequest request,
            SequencedMap<String, Object> more,
            Map<String, String> headers) {
        Locale locale = Languages.of(request);
        return new Problem(
                kind,
                status,
                texts.text(locale, "problem." + kind + ".title"),
                texts.text(locale, "problem." + kind + ".detail", status),
                Paths.of(request),
                more,
                headers);
    }

    private static Map<String, String> headers(ErrorResponse error) {
        return error.getHeaders().toSingleValueMap();
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }

    private static String kindOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (known) {
            case BAD_REQUEST -> "bad-request";
            case UNAUTHORIZED -> "not-signed-in";
            case FORBIDDEN -> "not-allowed";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case PRECONDITION_FAILED -> "stale";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case TOO_MANY_REQUESTS -> "too-many-requests";
            case INTERNAL_SERVER_ERROR -> "internal";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case null, default -> "other";
        };
    }
}
