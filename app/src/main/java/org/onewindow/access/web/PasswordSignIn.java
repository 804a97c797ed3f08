package org.onewindow.access.web;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffPasswords;
import org.onewindow.access.StaffRegister;
import org.onewindow.access.model.SignInLimits;
import org.onewindow.access.model.Staffing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password, from the sign-in page or from a Basic header. One answer for an unknown name, a wrong password and
 * a disabled person, and the same time for each.
 */
@Component
class PasswordSignIn implements AuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final int LONGEST_NAME = 64;
    private static final int STRIPES = 64;
    private static final Duration TURN = Duration.ofSeconds(10);

    private final StaffRegister register;
    private final StaffPasswords passwords;
    private final VerifiedCredentials verified;
    private final SignInLimits limits = new SignInLimits(System::nanoTime);

    /**
     * One slow check at a time per account: when a program opens thirty connections at once, the first call pays and the others
     * find the answer, instead of spending thirty tries.
     */
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    PasswordSignIn(StaffRegister register, StaffPasswords passwords, VerifiedCredentials verified) {
        this.register = register;
        this.passwords = passwords;
        this.verified = verified;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String userName = claim.getName().strip().toLowerCase(Locale.ROOT);
        String password = claim.getCredentials() instanceof String text ? text : "";
        Staffing.Member member = memberOf(userName);
        if (member == null || !verified.holds(member, password)) {
            String account = userName.substring(0, Math.min(userName.length(), LONGEST_NAME));
            member = inTurn(account, addressOf(claim), password);
        }
        SignedIn signedIn = new SignedIn(new StaffPrincipal(member.userName(), member.passwordVersion()));
        signedIn.setDetails(claim.getDetails());
        return signedIn;
    }

    private Staffing.@Nullable Member memberOf(String userName) {
        return register.staffing()
                .member(userName)
                .filter(member -> !member.disabled())
                .orElse(null);
    }

    private Staffing.Member inTurn(String account, String address, String password) {
        ReentrantLock turn = turns[Math.floorMod(account.hashCode(), STRIPES)];
        try {
            if (!turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManySignIns(TURN);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManySignIns(TURN);
        }
        try {
            return check(account, address, password);
        } finally {
            turn.unlock();
        }
    }

    private Staffing.Member check(String account, String address, String password) {
        Staffing.Member member = memberOf(account);
        if (member != null && verified.holds(member, password)) {
            return member;
        }
        limits.take(account, address).ifPresent(wait -> {
            LOG.warn("sign-in refused for a while: too many tries");
            throw new TooManySignIns(wait);
        });
        if (!passwords.matches(password, member == null ? null : member.passwordHash()) || member == null) {
            throw new BadCredentialsException("name or password");
        }
        limits.giveBack(account, address);
        verified.remember(member, password);
        return member;
    }

    /** The address, an IPv6 one by its first 64 bits: whoever has one of those has them all. */
    private static String addressOf(Authentication claim) {
        String address = claim.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!address.contains(":")) {
            return address;
        }
        int end = 0;
        for (int group = 0; group < 4 && end >= 0; group++) {
            end = address.indexOf(':', end + 1);
        }
        return end < 0 || address.startsWith("0:0:0:0:") ? address : address.substring(0, end);
    }
}
