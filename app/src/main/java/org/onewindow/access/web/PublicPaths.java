package org.onewindow.access.web;

/** What is open without signing in (api.md, ui.md). Everything else is closed to strangers, also what will be added later. */
final class PublicPaths {

    /** Pages and what they are made of. */
    static final String[] PAGES = {
        "/",
        "/items",
        "/items/**",
        "/themes/**",
        "/track",
        "/deadline",
        "/hall/**",
        "/kiosk",
        "/evaluate/**",
        "/sign-in",
        "/language",
        "/error",
        "/favicon.ico",
        "/robots.txt",
        "/css/**",
        "/js/**",
        "/icons/**",
        "/fonts/**",
        "/images/**",
        "/webjars/**"
    };

    /** The API's public part, its description, and the page to try it. */
    static final String[] API = {
        "/api", "/api/", "/api/openapi.json", "/api/openapi.json/**", "/api/page/**", "/api/v1/public/**"
    };

    /** Read by tests and benches before they sign in; exists only with {@code --simulation}. */
    static final String SIMULATION_CLOCK = "/api/v1/simulation/clock";

    private PublicPaths() {}
}
