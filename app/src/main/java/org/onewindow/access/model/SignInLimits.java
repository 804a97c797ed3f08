package org.onewindow.access.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often somebody may try to sign in: an allowance per account and address together, one per account, one per address. Each
 * try takes from all three before the password is looked at, so that a hundred tries at the same moment don't all pass; a right
 * password gives back what it took. Allowances grow back with machine time (T13); a simulation doesn't touch them.
 *
 * <p>The allowance of account and address together is the small one. An account's own is several times larger, so that a stranger
 * elsewhere can't easily lock a clerk out, and an address's is larger still, because a whole hall may share one.
 */
public final class SignInLimits {

    /** One allowance: how many at once, and how long until one more is given. */
    record Allowance(int atOnce, Duration each) {}

    static final Allowance ACCOUNT_AT_ADDRESS = new Allowance(10, Duration.ofSeconds(30));
    static final Allowance ACCOUNT = new Allowance(50, Duration.ofSeconds(10));
    static final Allowance ADDRESS = new Allowance(200, Duration.ofSeconds(1));

    private static final int MOST_REMEMBERED = 20_000;

    /** Tries taken and not yet grown back, as of an instant of machine time. */
    private record Used(double tries, long atNanos) {

        double at(long nanos, Allowance allowance) {
            return Math.max(
                    0, tries - (nanos - atNanos) / (double) allowance.each().toNanos());
        }
    }

    private final ConcurrentHashMap<String, Used> remembered = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime machine time, as of {@link System#nanoTime()} */
    public SignInLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes one try.
     *
     * @return empty when it may be made; else how long to wait, and nothing was taken
     */
    public Optional<Duration> take(String account, String address) {
        Duration wait = take(addressKey(address), ADDRESS);
        if (!wait.isZero()) {
            return Optional.of(wait);
        }
        wait = take(pairKey(account, address), ACCOUNT_AT_ADDRESS);
        if (!wait.isZero()) {
            // The address keeps its loss: hammering on a closed door counts.
            return Optional.of(wait);
        }
        wait = take(accountKey(account), ACCOUNT);
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    /** The password was right: nothing was lost, and earlier mistakes of the same person at the same place are forgotten. */
    public void giveBack(String account, String address) {
        remembered.remove(pairKey(account, address));
        giveBack(accountKey(account), ACCOUNT);
        giveBack(addressKey(address), ADDRESS);
    }

    private Duration take(String key, Allowance allowance) {
        if (remembered.size() > MOST_REMEMBERED) {
            forget();
        }
        long now = nanoTime.getAsLong();
        double[] before = new double[1];
        remembered.compute(key, (same, used) -> {
            before[0] = used == null ? 0 : used.at(now, allowance);
            return new Used(before[0] + 1 > allowance.atOnce() ? before[0] : before[0] + 1, now);
        });
        double over = before[0] + 1 - allowance.atOnce();
        return over <= 0
                ? Duration.ZERO
                : Duration.ofNanos((long) (over * allowance.each().toNanos()) + 1);
    }

    private void giveBack(String key, Allowance allowance) {
        long now = nanoTime.getAsLong();
        remembered.computeIfPresent(key, (same, used) -> {
            double left = used.at(now, allowance) - 1;
            return left <= 0 ? null : new Used(left, now);
        });
    }

    private void forget() {
        long longAgo = nanoTime.getAsLong() - TimeUnit.MINUTES.toNanos(10);
        remembered.values().removeIf(used -> used.atNanos() - longAgo < 0);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
    }

    /** How many allowances are in use; for tests. */
    int remembered() {
        return remembered.size();
    }

    private static String pairKey(String account, String address) {
        return account + '\u0000' + address;
    }

    private static String accountKey(String account) {
        return "account\u0000\u0000" + account;
    }

    private static String addressKey(String address) {
        return "address\u0000\u0000" + address;
    }
}
