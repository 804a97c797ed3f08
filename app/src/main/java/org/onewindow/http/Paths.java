package org.onewindow.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Whether a program or a person asks, told by the address. */
final class Paths {

    private static final String API = "/api/";

    private Paths() {}

    /** The path first asked for, without the context, also while an error is being answered. */
    static String of(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = original instanceof String failed ? failed : request.getRequestURI();
        return uri.substring(Math.min(request.getContextPath().length(), uri.length()));
    }

    static boolean isApi(HttpServletRequest request) {
        return of(request).startsWith(API);
    }
}
