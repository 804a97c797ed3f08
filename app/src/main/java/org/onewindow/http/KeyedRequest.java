package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request that carries an idempotency key: what its answer is kept under.
 *
 * @param scope first half of SHA-256 over caller, method, path and key
 * @param bodyDigest first half of SHA-256 of the raw body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: handed on to the journal as it is
record KeyedRequest(byte[] scope, byte[] bodyDigest) {

    /** Both are written in every command's transaction, so they are cut to 128 bits: collisions stay out of the question. */
    private static final int BYTES = 16;

    KeyedRequest {
        scope = Arrays.copyOf(scope, BYTES);
        bodyDigest = Arrays.copyOf(bodyDigest, BYTES);
    }

    /** Set when the journal found the answer of a twin while writing. */
    static final String ANSWERED_MEANWHILE = KeyedRequest.class.getName() + ".answeredMeanwhile";

    /** Set when the answer goes into the command's own transaction, so that the filter needn't keep it. */
    static final String KEPT = KeyedRequest.class.getName() + ".kept";

    private static final String ATTRIBUTE = KeyedRequest.class.getName();

    static @Nullable KeyedRequest of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof KeyedRequest keyed ? keyed : null;
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
