package org.onewindow.access.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Tried too often (429); the password wasn't even looked at. */
final class TooManySignIns extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManySignIns(Duration retryAfter) {
        super("too many sign-ins");
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
