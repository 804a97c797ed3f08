package org.onewindow.http;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Which keyed requests this node is working on; a twin waits its turn. Between nodes the database decides. */
final class InFlight {

    private final ConcurrentMap<String, CountDownLatch> working = new ConcurrentHashMap<>();
    private final Duration patience;

    InFlight(Duration patience) {
        this.patience = patience;
    }

    /**
     * Takes the turn for a scope.
     *
     * @return false when a twin still had it after the time a twin waits
     */
    boolean enter(byte[] scope) {
        String name = HexFormat.of().formatHex(scope);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            CountDownLatch twin = working.putIfAbsent(name, new CountDownLatch(1));
            if (twin == null) {
                return true;
            }
            try {
                if (!twin.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    void leave(byte[] scope) {
        CountDownLatch mine = working.remove(HexFormat.of().formatHex(scope));
        if (mine != null) {
            mine.countDown();
        }
    }
}
