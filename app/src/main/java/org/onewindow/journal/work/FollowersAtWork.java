package org.onewindow.journal.work;

import java.util.List;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.Followers;
import org.onewindow.journal.ParkedStream;
import org.onewindow.journal.store.FollowerRows;
import org.springframework.stereotype.Component;

/** The door to the followers that run here. */
@Component
final class FollowersAtWork implements Followers {

    private static final int MOST_SHOWN = 500;

    private final JournalLoops loops;
    private final FollowerRows rows;
    private final Waking waking;

    FollowersAtWork(JournalLoops loops, FollowerRows rows, Waking waking) {
        this.loops = loops;
        this.rows = rows;
        this.waking = waking;
    }

    @Override
    public List<FollowerState> states() {
        return rows.states();
    }

    @Override
    public List<ParkedStream> parked(String follower) {
        return rows.parked(follower, MOST_SHOWN);
    }

    @Override
    public boolean retry(String follower, int centre, long stream) {
        return loops.runner(follower).retry(centre, stream);
    }

    @Override
    public void resume(String follower) {
        loops.runner(follower).resume();
        waking.positionsGiven();
    }

    @Override
    public void rebuild(String follower) {
        loops.runner(follower).rebuild();
        waking.positionsGiven();
    }
}
