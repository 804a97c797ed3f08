package org.onewindow.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Which language a caller gets: Chinese by default, or English.
 *
 * <p>For the API {@code Accept-Language} decides. For pages {@code ?lang=en} or {@code ?lang=zh} decides and is remembered in a
 * cookie; the browser's own preference doesn't count, since the machines in a hall are often set up in English.
 */
public final class Languages implements LocaleResolver {

    private static final String PARAMETER = "lang";
    private static final String CHOSEN = Languages.class.getName() + ".chosen";

    /** The language of the answer to a request; usable in filters too. */
    public static Locale of(HttpServletRequest request) {
        if (Paths.isApi(request)) {
            return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        }
        if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
            return chosen;
        }
        Locale asked = named(parameterOf(request));
        if (asked != null) {
            return asked;
        }
        Cookie cookie = WebUtils.getCookie(request, PARAMETER);
        Locale remembered = cookie == null ? null : named(cookie.getValue());
        return remembered == null ? Locale.SIMPLIFIED_CHINESE : remembered;
    }

    /** Whether a locale is to be answered in English. */
    public static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    /** The locale of ours that is nearest to any locale. */
    static Locale supported(Locale locale) {
        return isEnglish(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The best of our two languages for an {@code Accept-Language} header; Chinese where it can't be read. */
    static Locale accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            List<Locale> ours = List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), ours);
            return found == null ? Locale.SIMPLIFIED_CHINESE : supported(found);
        } catch (IllegalArgumentException unreadable) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    /** Remembers a choice made with {@code ?lang=}. */
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        Locale asked = named(parameterOf(request));
        if (asked != null && !Paths.isApi(request)) {
            request.setAttribute(CHOSEN, asked);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(PARAMETER, asked.getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .sameSite("Lax")
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        request.setAttribute(CHOSEN, supported(locale == null ? Locale.SIMPLIFIED_CHINESE : locale));
    }

    /** From the query alone: reading parameters would swallow the body of a form before its size was checked. */
    private static @Nullable String parameterOf(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(PARAMETER + "=")) {
                return pair.substring(PARAMETER.length() + 1);
            }
        }
        return null;
    }

    private static @Nullable Locale named(@Nullable String language) {
        return switch (language) {
            case "en" -> Locale.ENGLISH;
            case "zh", "zh-CN" -> Locale.SIMPLIFIED_CHINESE;
            case null, default -> null;
        };
    }
}
