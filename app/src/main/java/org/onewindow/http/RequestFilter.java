package org.onewindow.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API does with a request after its caller is known and before a controller sees it: cuts bodies that are too long
 * (413), and gives the first answer again to a repeated {@code Idempotency-Key} (C13).
 *
 * <p>A command answered through {@link Reply} keeps its answer in its own transaction. Refusals (422), and successes of
 * endpoints that don't use a reply, are kept here, after the fact: should the program die in between, such a request is simply
 * decided anew.
 */
final class RequestFilter extends OncePerRequestFilter {

    /** The header whose value names one request of a caller. */
    static final String KEY = "Idempotency-Key";

    /** Marks an answer that was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    /** Longest key; a UUID has 36 characters. */
    static final int LONGEST_KEY = 255;

    /** Longest JSON body: a case with all its materials has less than a tenth of it. */
    static final long LONGEST_JSON = 1 << 20;

    /** Longest file: a county's whole catalogue as a spreadsheet has less than a tenth of it. */
    static final long LONGEST_FILE = 32 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + LONGEST_KEY + "}");
    private static final List<String> REPEATED_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.LOCATION, HttpHeaders.ETAG);
    private static final int UNPROCESSABLE = 422;

    private final Problems problems;
    private final Journal journal;
    private final JsonMapper json;
    private final InFlight inFlight;

    RequestFilter(Problems problems, Journal journal, JsonMapper json, InFlight inFlight) {
        this.problems = problems;
        this.journal = journal;
        this.json = json;
        this.inFlight = inFlight;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = isJson(request) ? LONGEST_JSON : LONGEST_FILE;
        if (request.getContentLengthLong() > limit) {
            problems.send(request, response, 413);
            return;
        }
        RequestBody body = new RequestBody(request, limit);
        if (!takesKey(request)) {
            chain.doFilter(body, response);
            return;
        }
        try {
            byte[] scope = scope(request, key(request));
            keyed(body, response, chain, new KeyedRequest(scope, sha256(body.bytes())));
        } catch (InvalidInput | BodyTooLarge unreadable) {
            problems.send(request, response, unreadable);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    /** Calculators change nothing, so they ignore the key. */
    private static boolean takesKey(HttpServletRequest request) {
        String path = Paths.of(request);
        return request.getMethod().equals("POST")
                && request.getHeader(KEY) != null
                && !(path.startsWith("/api/v1/public/") && path.endsWith("/calculate"));
    }

    private void keyed(RequestBody request, HttpServletResponse response, FilterChain chain, KeyedRequest keyed)
            throws ServletException, IOException {
        if (!inFlight.enter(keyed.scope())) {
            problems.write(request, response, problems.inFlight(request));
            return;
        }
        try {
            if (!replayed(request, response, keyed)) {
                work(request, response, chain, keyed);
            }
        } finally {
            inFlight.leave(keyed.scope());
        }
    }

    private void work(RequestBody request, HttpServletResponse response, FilterChain chain, KeyedRequest keyed)
            throws ServletException, IOException {
        keyed.attachTo(request);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        boolean done = answer.getStatus() >= 200 && answer.getStatus() < 300;
        boolean beaten = request.getAttribute(KeyedRequest.ANSWERED_MEANWHILE) != null;
        // a twin on another node may have been faster: what failed here may only have failed because of it
        if ((beaten || !done) && replayed(request, response, keyed)) {
            return;
        }
        if (beaten) {
            throw Bug.found("the journal spoke of an answer that isn't there");
        }
        boolean notKeptYet = request.getAttribute(KeyedRequest.KEPT) == null;
        if (answer.getStatus() == UNPROCESSABLE || (done && notKeptYet)) {
            keep(answer, keyed);
        }
        answer.copyBodyToResponse();
    }

    private void keep(ContentCachingResponseWrapper answer, KeyedRequest keyed) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : REPEATED_HEADERS) {
            String value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        try {
            journal.keep(new Answer(
                    keyed.scope(),
                    keyed.bodyDigest(),
                    answer.getStatus(),
                    json.writeValueAsString(headers),
                    answer.getContentAsByteArray()));
        } catch (RuntimeException failed) {
            LOG.error(
                    "an answer could not be kept under its idempotency key; a repetition will be decided anew", failed);
        }
    }

    /** Gives the first answer again, if there is one; a different body is refused. */
    private boolean replayed(HttpServletRequest request, HttpServletResponse response, KeyedRequest keyed)
            throws IOException {
        Answer first = journal.findAnswer(keyed.scope());
        if (first == null) {
            return false;
        }
        response.reset();
        if (!MessageDigest.isEqual(first.bodyDigest(), keyed.bodyDigest())) {
            problems.send(request, response, new Refused(List.of(Refusal.of("C13", "http.key-reused"))));
            return true;
        }
        response.setStatus(first.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Map<String, String> headers = json.readValue(first.headers(), new TypeReference<>() {});
        headers.forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(first.body().length);
        response.getOutputStream().write(first.body());
        return true;
    }

    private static String key(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders(KEY));
        String key = lines.getFirst();
        if (lines.size() != 1 || !VISIBLE.matcher(key).matches()) {
            throw new InvalidInput(KEY, "idempotency-key", LONGEST_KEY);
        }
        return key;
    }

    /** Who calls is the user; of the public, who knows the code that stands in the query. */
    private static byte[] scope(HttpServletRequest request, String key) {
        @Nullable Principal principal = request.getUserPrincipal();
        String caller = principal == null
                ? "public?" + (request.getQueryString() == null ? "" : request.getQueryString())
                : "user:" + principal.getName();
        return sha256(String.join("\n", caller, request.getMethod(), Paths.of(request), key)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw Bug.found("no SHA-256 in this Java", missing);
        }
    }
}
