package org.onewindow.access.web;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser, as far as cookies and forms go. Redirects are shown, not followed. */
final class Browser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(cookies)
            .build();
    private final String address;

    Browser(String address) {
        this.address = address;
    }

    HttpResponse<String> open(String path) {
        String target = path.startsWith("http") ? path : address + path;
        return RunningProgram.send(
                client, HttpRequest.newBuilder(URI.create(target)).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** What a page at a desk asks for by itself. */
    HttpResponse<String> refresh(String path) {
        return RunningProgram.send(
                client,
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("HX-Request", "true")
                        .header("X-By-Itself", "true"));
    }

    /** Sends a form with the token of the sign-in page, which holds for this browser until the next sign-in. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        Matcher token = FORM_TOKEN.matcher(open("/sign-in").body());
        if (!token.find()) {
            throw new AssertionError("no form token on the sign-in page");
        }
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.put("_csrf", token.group(1));
        return submitWithoutToken(path, all);
    }

    HttpResponse<String> submitWithoutToken(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return RunningProgram.send(
                client,
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> signIn(String userName, String password) {
        return submit("/sign-in", Map.of("username", userName, "password", password));
    }

    Optional<String> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ow-session"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
