package org.onewindow.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.CurrentActor;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Puts the {@link Frame} beside every page, pages of errors too, and remembers the choice of care mode. It hangs on the request
 * and not on the model, because handlers of errors make models of their own.
 */
class FrameInterceptor implements HandlerInterceptor {

    private static final String CARE = "care";
    private static final String LANGUAGE = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** Whoever keeps the catalogue, the calendars, the staff, or looks at how they are kept. */
    private static final Set<Role> MANAGING = EnumSet.of(Role.APPROVER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN);

    private final Divisions divisions;
    private final CurrentActor currentActor;

    FrameInterceptor(Divisions divisions, CurrentActor currentActor) {
        this.divisions = divisions;
        this.currentActor = currentActor;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean care = care(request, response);
        String path = path(request);
        Locale locale = RequestContextUtils.getLocale(request);
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        Actor actor = currentActor.get();
        boolean staff = actor.kind() == Actor.Kind.STAFF;
        request.setAttribute(
                "frame",
                new Frame(
                        path,
                        care,
                        here(request, path, CARE, care ? "off" : "on"),
                        english ? "zh-CN" : "en",
                        here(request, path, LANGUAGE, english ? "zh-CN" : "en"),
                        divisions.county().map(Division::name).orElse(null),
                        staff ? actor.displayName() : null,
                        MANAGING.stream().anyMatch(actor::has),
                        staff ? places(actor) : List.of()));
        return true;
    }

    /** A choice in the address wins and is remembered; else what was remembered. */
    private static boolean care(HttpServletRequest request, HttpServletResponse response) {
        String chosen = chosen(request);
        if (chosen != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(CARE, chosen)
                            .path("/")
                            .maxAge(REMEMBERED)
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
            return "on".equals(chosen);
        }
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .anyMatch(cookie -> CARE.equals(cookie.getName()) && "on".equals(cookie.getValue()));
    }

    /** Read from the query as it came: one that can't be decoded must not break the page that says so. */
    private static @Nullable String chosen(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? null
                : Stream.of("on", "off")
                        .filter(choice -> Arrays.asList(query.split("&", -1)).contains(CARE + "=" + choice))
                        .findFirst()
                        .orElse(null);
    }

    /** The page that was asked for, also while an error about it is shown. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    /**
     * This page again with one choice changed. The query is passed on as it came, without reading it: a broken one must not break
     * the page. After a form was sent, what was typed is not repeated in the address.
     */
    private static String here(HttpServletRequest request, String path, String name, String value) {
        String query = "GET".equals(request.getMethod()) ? request.getQueryString() : null;
        String kept = query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(part ->
                                !part.isEmpty() && !part.startsWith(CARE + "=") && !part.startsWith(LANGUAGE + "="))
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
        return path + "?" + kept + name + "=" + value;
    }

    private List<String> places(Actor actor) {
        return actor.posts().stream()
                .flatMap(post -> Stream.of(
                        post.window(),
                        post.department() == null
                                ? null
                                : divisions
                                        .findDepartment(post.department())
                                        .map(department -> department.shortName())
                                        .orElse(post.department())))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
