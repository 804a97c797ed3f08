package org.onewindow.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Slow password hashes (bcrypt, cost 11: about a tenth of a second), with the method's name in front so that it can be replaced
 * later. At most as many are computed at once as there are processors: a flood of sign-ins can't starve the rest.
 */
@Component
public final class StaffPasswords {

    private static final int COST = 11;
    private static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 72;
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "password12",
            "password123",
            "qwertyuiop",
            "1qaz2wsx3edc",
            "aaaaaaaaaa",
            "1111111111",
            "0000000000",
            "8888888888",
            "6666666666",
            "abcd123456",
            "a123456789",
            "123456789a",
            "woaini1314",
            "administrator");

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", java.util.Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    /** Compared with when nobody has the name, so that an unknown name takes as long as a wrong password. */
    private final String nobodysHash = encode("nobody knows this " + Long.toString(System.nanoTime(), 36));

    /** The slow hash. */
    public String encode(String password) {
        processors.acquireUninterruptibly();
        try {
            String hash = encoder.encode(password);
            if (hash == null) {
                throw org.onewindow.kernel.Bug.found("no hash for a password");
            }
            return hash;
        } finally {
            processors.release();
        }
    }

    /**
     * Whether the password belongs to the hash; takes equally long when there is no hash.
     *
     * @param hash null when nobody has the name, or signs in elsewhere
     */
    public boolean matches(String password, @Nullable String hash) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return matches("too long to be anyone's", null);
        }
        processors.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash == null ? nobodysHash : hash) && hash != null;
        } finally {
            processors.release();
        }
    }

    /**
     * Whether a password may be chosen: 10 characters or more, at most 72 bytes (bcrypt's end), not among the commonest, and not
     * built on the sign-in name.
     *
     * @throws InvalidInput naming what is wrong
     */
    void check(String pointer, String userName, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidInput(pointer, "password.short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new InvalidInput(pointer, "password.long", LONGEST_BYTES);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower)
                || lower.contains(userName)
                || lower.chars().distinct().count() < 4) {
            throw new InvalidInput(List.of(InvalidInput.Field.of(pointer, "password.easy")));
        }
    }
}
