package org.onewindow.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Goes on where the person was going, or to the desk; what somebody else left in a locked session is dropped. */
final class SignInDone extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RequestCache kept;
    private final Duration session;

    SignInDone(RequestCache kept, Duration session) {
        this.kept = kept;
        this.session = session;
        setRequestCache(kept);
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        String lockedFor = Idle.lockedFor(request);
        if (lockedFor != null && !lockedFor.equals(signedIn.getName())) {
            kept.removeRequest(request, response);
        }
        Idle.unlock(request);
        // A stranger's session (it only keeps where they were going) is short; a signed-in one lasts a working day.
        request.getSession().setMaxInactiveInterval((int) session.toSeconds());
        super.onAuthenticationSuccess(request, response, signedIn);
    }
}
