package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** Makes the parameters that the contract has in common for all controllers: {@link Paging} and {@link Reply}. */
final class Parameters implements HandlerMethodArgumentResolver {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([!#-~\\x80-\\xff]*)\"|(\\d{1,18})");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private final JsonMapper json;

    Parameters(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class || parameter.getParameterType() == Reply.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Paging.class) {
            List<InvalidInput.Field> wrong = new ArrayList<>();
            Paging paging = paging(
                    webRequest.getParameterValues(Paging.LIMIT), webRequest.getParameterValues(Paging.AFTER), wrong);
            if (!wrong.isEmpty()) {
                throw new InvalidInput(wrong);
            }
            return paging;
        }
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw org.onewindow.kernel.Bug.found("a reply without a servlet request");
        }
        return new Reply(request, json, ifMatch(Collections.list(request.getHeaders(HttpHeaders.IF_MATCH))));
    }

    static Paging paging(String @Nullable [] limits, String @Nullable [] afters, List<InvalidInput.Field> wrong) {
        String limit = single(limits, Paging.LIMIT, wrong);
        String after = single(afters, Paging.AFTER, wrong);
        int rows = Paging.DEFAULT_LIMIT;
        if (limit != null) {
            rows = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
            if (rows < 1 || rows > Paging.MOST) {
                wrong.add(InvalidInput.Field.of(Paging.LIMIT, "limit", Paging.MOST));
            }
        }
        return new Paging(rows, after);
    }

    private static @Nullable String single(String @Nullable [] values, String name, List<InvalidInput.Field> wrong) {
        if (values == null || values.length == 0) {
            return null;
        }
        if (values.length > 1) {
            wrong.add(InvalidInput.Field.of(name, "once"));
        }
        return values[0].isEmpty() ? null : values[0];
    }

    /**
     * The one version an {@code If-Match} names.
     *
     * <p>A weak tag counts like a strong one, since a proxy that compresses weakens ours, and ours tells the version of facts,
     * not of bytes. {@code *} asks for nothing: what isn't there is 404 anyway. A tag that isn't one of ours matches nothing.
     */
    static @Nullable Long ifMatch(List<String> lines) {
        String line = String.join(",", lines).strip();
        if (line.isEmpty() || line.equals("*")) {
            return null;
        }
        Matcher tag = ETAG.matcher(line);
        if (!tag.matches()) {
            throw new InvalidInput(HttpHeaders.IF_MATCH, "if-match");
        }
        String version = tag.group(1) == null ? tag.group(2) : tag.group(1);
        return VERSION.matcher(version).matches() ? Long.parseLong(version) : -1L;
    }

    /** Refuses parameters that can't be what they should be, before a controller sees them, and remembers a chosen language. */
    static final class Check implements HandlerInterceptor {

        private final QueryCheck query;

        Check(QueryCheck query) {
            this.query = query;
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Languages.remember(request, response);
            List<InvalidInput.Field> wrong = new ArrayList<>();
            request.getParameterMap().forEach((name, values) -> {
                for (String value : values) {
                    if (!JsonShape.isClean(value) || !JsonShape.isClean(name)) {
                        wrong.add(InvalidInput.Field.of(name, "characters"));
                    }
                }
            });
            if (Paths.isApi(request) && handler instanceof HandlerMethod endpoint) {
                query.check(endpoint, request, wrong);
            }
            if (!wrong.isEmpty()) {
                throw new InvalidInput(wrong);
            }
            return true;
        }
    }
}
