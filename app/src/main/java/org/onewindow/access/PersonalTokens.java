package org.onewindow.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.onewindow.access.store.StaffStore;
import org.onewindow.access.store.TokenStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Personal tokens: what a program uses instead of its owner's password. 256 random bits after {@code ow_}; shown once, only the
 * digest is kept (a fast one does: there is nothing to guess). A token can do what its owner can at that moment.
 */
@Component
public class PersonalTokens {

    /** How every token begins, so that scanners for leaked secrets can know one. */
    public static final String PREFIX = "ow_";

    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_SHOWN = 200;

    private final SecureRandom random = new SecureRandom();
    private final TokenStore store;
    private final StaffStore staff;
    private final StaffRegister register;
    private final CentreTime time;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    PersonalTokens(
            TokenStore store,
            StaffStore staff,
            StaffRegister register,
            CentreTime time,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.store = store;
        this.staff = staff;
        this.register = register;
        this.time = time;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * A token just made.
     *
     * @param secret the token itself; it can't be shown again
     */
    public record Made(long id, String name, Instant expiresAt, String secret) {

        @Override
        public String toString() {
            return "Made[id=" + id + "]";
        }
    }

    /**
     * Makes a token.
     *
     * @param name what its owner calls it, at most 100 characters
     * @param days how long it works, 1 to 366, in machine time
     */
    public Made make(Actor owner, String name, int days) {
        requireStaff(owner);
        if (name.isBlank() || name.length() > 100) {
            throw new InvalidInput("/name", "token.name", 100);
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new InvalidInput("/days", "token.days", LONGEST_DAYS);
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt =
                MachineTime.CLOCK.instant().truncatedTo(ChronoUnit.MICROS).plus(Duration.ofDays(days));
        Long id = transaction.execute(status -> {
            staff.moveGeneration();
            long made = store.insert(owner.userName(), name, digest(secret), time.now(), expiresAt);
            record(owner, "token.made", made);
            return made;
        });
        register.reload();
        return new Made(id, name, expiresAt, secret);
    }

    /** Somebody's own tokens, newest first. */
    public List<PersonalToken> list(Actor owner) {
        requireStaff(owner);
        return store.of(owner.userName(), MOST_SHOWN);
    }

    /**
     * Ends a token of one's own at once.
     *
     * @throws NotFound when there is none in force under this number
     */
    public void revoke(Actor owner, long id) {
        requireStaff(owner);
        transaction.executeWithoutResult(status -> {
            staff.moveGeneration();
            if (!store.revoke(owner.userName(), id, time.now())) {
                throw new NotFound("token");
            }
            record(owner, "token.revoked", id);
        });
        register.reload();
    }

    private void record(Actor owner, String type, long id) {
        staff.record(
                time.now(),
                owner.userName(),
                type,
                owner.userName(),
                json.writeValueAsString(java.util.Map.of("token", id)));
    }

    private static void requireStaff(Actor owner) {
        if (owner.kind() != Actor.Kind.STAFF) {
            throw new NotAllowed("only staff have tokens");
        }
    }

    /** How a token is kept and looked up. */
    public static String digestInHex(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw Bug.found("every Java has SHA-256", missing);
        }
    }
}
