package org.onewindow.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.MachineTime;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Locks a session nobody used for a while, without losing what was typed: the session stays, and remembers whose it was, but the
 * sign-in is taken out of it. A form sent then is kept in it and done after the same person signed in again; for anybody else it
 * is dropped. What a page at a desk fetches without anybody's doing isn't use.
 */
final class Idle extends OncePerRequestFilter {

    private static final String LAST_USED = "ow.last-used";
    private static final String LOCKED_FOR = "ow.locked-for";

    /** With it a page says that it asks of its own accord, to stay fresh; a wall, which nobody ever touches, doesn't say so. */
    private static final String BY_ITSELF = "X-By-Itself";

    private final Duration after;

    Idle(Duration after) {
        this.after = after;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                look(request, session, signedIn);
            }
        }
        chain.doFilter(request, response);
    }

    private void look(HttpServletRequest request, HttpSession session, SignedIn signedIn) {
        long now = MachineTime.CLOCK.millis();
        if (session.getAttribute(LAST_USED) instanceof Long lastUsed && now - lastUsed > after.toMillis()) {
            session.setAttribute(LOCKED_FOR, signedIn.getName());
            session.removeAttribute(LAST_USED);
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            SecurityContextHolder.clearContext();
        } else if (!isLiveBoard(request) && request.getHeader(BY_ITSELF) == null) {
            session.setAttribute(LAST_USED, now);
        }
    }

    /** A board that renews its own connection isn't a person at work. */
    private static boolean isLiveBoard(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /** Something a page fetches by itself isn't where a person was going; browsers say which it is. */
    private static boolean isPart(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }

    /** Whose session it was before it was locked; null when it wasn't. */
    static @Nullable String lockedFor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(LOCKED_FOR) instanceof String name ? name : null;
    }

    /** Ends the lock. */
    static void unlock(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(LOCKED_FOR);
        }
    }

    /** What is kept until after signing in: pages asked for, and forms sent from a session that had been locked. */
    @SuppressWarnings("NullAway") // null means that no parameter is added, which the library's annotations don't say
    static HttpSessionRequestCache kept() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        // the address people go on to is the one they asked for, with nothing added
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> {
            if (request.getHeader("HX-Request") != null || isLiveBoard(request) || isPart(request)) {
                return false;
            }
            if (HttpMethod.GET.matches(request.getMethod())) {
                return true;
            }
            String type = request.getContentType();
            return HttpMethod.POST.matches(request.getMethod())
                    && type != null
                    && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                    && lockedFor(request) != null;
        });
        return cache;
    }
}
