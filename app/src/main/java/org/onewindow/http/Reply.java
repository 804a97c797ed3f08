package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Bug;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to one command, made before its transaction commits, so that it can be kept with what the command did (C13).
 *
 * <p>A controller's parameter of this type is made for each request. The controller passes {@link #answer} down to the door
 * as a function of the result; the door calls it inside the command and hands what it returns to the journal; afterwards the
 * controller returns {@link #send()}: exactly the bytes that were kept.
 *
 * <pre>{@code
 * cases.accept(actor, number, command, reply.ifMatch(), view -> reply.answer(200, Map.of("ETag", ...), view));
 * return reply.send();
 * }</pre>
 */
public final class Reply {

    private final HttpServletRequest request;
    private final JsonMapper json;
    private final @Nullable Long ifMatch;

    private int status;
    private Map<String, String> headers = Map.of();
    private byte @Nullable [] body;

    Reply(HttpServletRequest request, JsonMapper json, @Nullable Long ifMatch) {
        this.request = request;
        this.json = json;
        this.ifMatch = ifMatch;
    }

    /** The version the caller has seen; null where it doesn't mind; -1 for one we never gave, which matches nothing. */
    public @Nullable Long ifMatch() {
        return ifMatch;
    }

    /** The caller's language. */
    public Locale locale() {
        return Languages.of(request);
    }

    /** The header lines of a resource in a version: its ETag. */
    public static Map<String, String> version(long version) {
        return Map.of(HttpHeaders.ETAG, "\"" + version + "\"");
    }

    /** The header lines of something new: where it is, and its ETag. */
    public static Map<String, String> created(String location, long version) {
        return Map.of(HttpHeaders.LOCATION, location, HttpHeaders.ETAG, "\"" + version + "\"");
    }

    /**
     * Renders the success answer. May be called again when a lost race is decided once more: the last one counts.
     *
     * @return what to hand to the journal's commit; null when the caller sent no idempotency key
     */
    public @Nullable Answer answer(int status, Map<String, String> headers, Object body) {
        this.status = status;
        this.headers = new LinkedHashMap<>(headers);
        this.body = json.writeValueAsBytes(body);
        KeyedRequest keyed = KeyedRequest.of(request);
        if (keyed == null) {
            return null;
        }
        request.setAttribute(KeyedRequest.KEPT, true);
        return new Answer(keyed.scope(), keyed.bodyDigest(), status, json.writeValueAsString(this.headers), this.body);
    }

    /** The answer as it was rendered last. */
    public ResponseEntity<byte[]> send() {
        if (body == null) {
            throw Bug.found("a reply is sent before it was answered");
        }
        HttpHeaders lines = new HttpHeaders();
        headers.forEach(lines::set);
        lines.setContentType(MediaType.APPLICATION_JSON);
        return ResponseEntity.status(status).headers(lines).body(body);
    }
}
