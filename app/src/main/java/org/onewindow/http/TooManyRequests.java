package org.onewindow.http;

import java.time.Duration;

/** Somebody asks too often (429): a code is being guessed, or a password. */
public final class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("too many requests", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
