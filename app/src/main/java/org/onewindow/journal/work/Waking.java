package org.onewindow.journal.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.onewindow.journal.Appended;
import org.springframework.stereotype.Component;

/** Who is woken by what, in memory: a commit wakes the sequencer, new positions wake the followers. */
@Component
final class Waking implements Appended {

    private final Signal appended = new Signal();
    private final List<Signal> followers = new CopyOnWriteArrayList<>();

    @Override
    public void wake() {
        appended.raise();
    }

    /** Raised after commits on this node. */
    Signal appended() {
        return appended;
    }

    /** A signal that is raised when there are new positions. */
    Signal addFollower() {
        Signal signal = new Signal();
        followers.add(signal);
        return signal;
    }

    void forgetFollowers() {
        followers.clear();
    }

    void positionsGiven() {
        followers.forEach(Signal::raise);
    }
}
