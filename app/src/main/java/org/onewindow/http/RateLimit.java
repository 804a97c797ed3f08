package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Slows down who guesses: counts per caller, in memory of this node, in machine time (T13).
 *
 * <p>A limit counts from the first time on and starts anew when its period is over. At most {@value #MOST} callers are
 * remembered; the one not heard of for longest is forgotten first, so a crowd can't fill the memory.
 */
public final class RateLimit {

    static final int MOST = 100_000;

    private static final int IPV6_NETWORK_BYTES = 8;

    /**
     * How often something may be done.
     *
     * @param name tells limits apart
     * @param times how often within the period
     * @param period from the first time on
     */
    public record Limit(String name, int times, Duration period) {}

    /**
     * Wrong query codes from one address (C11). A hall's visitors may share an address, so it isn't few; a code has 40 random
     * bits, so at this rate guessing one takes longer than anybody lives.
     */
    public static final Limit CODES = new Limit("codes", 30, Duration.ofMinutes(10));

    private record Window(long startedAt, int times) {}

    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST;
        }
    };

    RateLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A fresh count, in machine time. */
    public static RateLimit inMachineTime() {
        return new RateLimit(System::nanoTime);
    }

    /**
     * Refuses who has used the limit up; counts nothing.
     *
     * @throws TooManyRequests with the time after which it starts anew
     */
    public void check(Limit limit, String who) {
        synchronized (windows) {
            Window window = windows.get(name(limit, who));
            if (window != null && window.times() >= limit.times()) {
                long left = limit.period().toNanos() - (nanos.getAsLong() - window.startedAt());
                if (left > 0) {
                    throw new TooManyRequests(Duration.ofNanos(left));
                }
            }
        }
    }

    /** Counts one time, for instance a wrong code. */
    public void count(Limit limit, String who) {
        synchronized (windows) {
            long now = nanos.getAsLong();
            windows.compute(
                    name(limit, who),
                    (name, window) -> window == null
                                    || now - window.startedAt()
                                            >= limit.period().toNanos()
                            ? new Window(now, 1)
                            : new Window(window.startedAt(), window.times() + 1));
        }
    }

    /**
     * Both: refuses who has used the limit up, else counts.
     *
     * @throws TooManyRequests with the time after which it starts anew
     */
    public void spend(Limit limit, String who) {
        synchronized (windows) {
            check(limit, who);
            count(limit, who);
        }
    }

    /**
     * Looks something up that could be guessed: a hit counts nothing, a miss counts.
     *
     * @throws TooManyRequests when the caller's address has used the limit up; nothing is looked up then
     */
    public <T> Optional<T> guess(Limit limit, HttpServletRequest request, Supplier<Optional<T>> look) {
        String who = addressOf(request);
        check(limit, who);
        Optional<T> found = look.get();
        if (found.isEmpty()) {
            count(limit, who);
        }
        return found;
    }

    /** Where a request comes from, as far as it can be told; of an IPv6 address the network, since one caller has many. */
    public static String addressOf(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }

    private static String name(Limit limit, String who) {
        return limit.name() + "\n" + who;
    }
}
