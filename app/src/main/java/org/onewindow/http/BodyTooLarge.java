package org.onewindow.http;

import java.io.IOException;

/** A request's body is longer than what its address takes (413). */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super("body longer than " + limit + " bytes");
    }
}
