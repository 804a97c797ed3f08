package org.onewindow.access.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.onewindow.access.model.Staffing;
import org.onewindow.kernel.Bug;
import org.springframework.stereotype.Component;

/**
 * Passwords seen to be right a moment ago, so that a program which sends Basic credentials with each call doesn't pay for the slow
 * hash each time. Kept: a digest under a key that exists only in this process, never the password; at most five minutes; one per
 * person; void as soon as the person's version moved (password, disabling, posts).
 */
@Component
class VerifiedCredentials {

    private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();
    private static final String ALGORITHM = "HmacSHA256";

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record; digests are compared in constant time
    private record Seen(byte[] digest, int version, long untilNanos) {}

    private final ConcurrentHashMap<String, Seen> seen = new ConcurrentHashMap<>();
    private final SecretKey key;

    VerifiedCredentials() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Whether this very password was right for this very version of the person a moment ago. */
    boolean holds(Staffing.Member member, String password) {
        Seen known = seen.get(member.userName());
        return known != null
                && known.version() == member.version()
                && known.untilNanos() - System.nanoTime() > 0
                && MessageDigest.isEqual(known.digest(), digest(member.userName(), password));
    }

    /** Remembers that it was right. */
    void remember(Staffing.Member member, String password) {
        seen.put(
                member.userName(),
                new Seen(digest(member.userName(), password), member.version(), System.nanoTime() + KEPT_NANOS));
    }

    private byte[] digest(String userName, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((userName + '\u0000' + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw Bug.found("every Java has " + ALGORITHM, missing);
        }
    }
}
