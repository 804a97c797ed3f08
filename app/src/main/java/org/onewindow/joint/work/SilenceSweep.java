package org.onewindow.joint.work;

import java.time.Instant;
import java.util.Optional;
import org.onewindow.clockwork.OneByOne;
import org.onewindow.clockwork.Sweep;
import org.onewindow.joint.Reviews;
import org.onewindow.joint.store.ReviewStore;
import org.springframework.stereotype.Component;

/** When the limit for opinions has run out, silence counts or is missed (J4): one body at a time, each an event of its own. */
@Component
class SilenceSweep implements Sweep {

    private static final int BATCH = 100;

    private final ReviewStore store;
    private final Reviews reviews;

    SilenceSweep(ReviewStore store, Reviews reviews) {
        this.store = store;
        this.reviews = reviews;
    }

    @Override
    public String name() {
        return "joint.silence";
    }

    @Override
    public Optional<Instant> nextInstant() {
        return store.nextWake();
    }

    @Override
    public int doDue(Instant upTo) {
        return OneByOne.each(name(), store.toWake(upTo, BATCH), reviews::silence);
    }
}
