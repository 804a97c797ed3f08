package org.onewindow.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.onewindow.access.StaffRegister;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session at its next request when its owner was disabled or the password changed meanwhile. */
final class StillValid extends OncePerRequestFilter {

    private final StaffRegister register;

    StillValid(StaffRegister register) {
        this.register = register;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && !isValid(signedIn.getPrincipal())) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isValid(StaffPrincipal principal) {
        return register.staffing()
                .member(principal.userName())
                .filter(member -> !member.disabled() && member.passwordVersion() == principal.passwordVersion())
                .isPresent();
    }
}
