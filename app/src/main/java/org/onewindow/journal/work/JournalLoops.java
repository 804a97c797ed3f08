package org.onewindow.journal.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.onewindow.journal.Follower;
import org.onewindow.journal.store.AnswerRows;
import org.onewindow.journal.store.FollowerRows;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs the sequencer, the followers and the listener while the program runs. Stopped after the web server has drained and
 * before the connections go.
 */
@Component
final class JournalLoops implements SmartLifecycle {

    /**
     * Under load positions come in batches of what 200 ms bring; alone, an event gets its own at once. A batch costs sequencer
     * and followers the same few statements, however large it is.
     */
    private static final Duration SEQUENCER_REST = Duration.ofMillis(200);

    private static final Duration SWEEP_ANSWERS = Duration.ofHours(1);

    private final Sequencer sequencer;
    private final AnswerRows answers;
    private final Listening listening;
    private final Waking waking;
    private final Map<String, FollowerRunner> runners = new TreeMap<>();
    private final List<Loop> loops = new ArrayList<>();
    private volatile boolean running;

    JournalLoops(
            Sequencer sequencer,
            Listening listening,
            Waking waking,
            FollowerRows rows,
            AnswerRows answers,
            CentreTime time,
            DataSource dataSource,
            ObjectProvider<Follower> followers) {
        this.sequencer = sequencer;
        this.listening = listening;
        this.waking = waking;
        this.answers = answers;
        ReadTogether events = new ReadTogether(rows);
        followers.orderedStream().forEach(follower -> {
            FollowerRunner runner = new FollowerRunner(follower, rows, events, time, dataSource);
            if (runners.put(runner.name(), runner) != null) {
                throw Bug.found("two followers are called " + runner.name());
            }
        });
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        register();
        loops.add(new Loop("sequencer", waking.appended(), SEQUENCER_REST, Loop.EVERY_SECOND, sequencer::run));
        for (FollowerRunner runner : runners.values()) {
            loops.add(new Loop(runner.name(), waking.addFollower(), Duration.ZERO, Loop.EVERY_SECOND, runner::run));
        }
        loops.add(new Loop("listener", new Signal(), Duration.ZERO, Loop.EVERY_SECOND, listening::run));
        loops.add(new Loop("answers", new Signal(), Duration.ZERO, SWEEP_ANSWERS, this::sweepAnswers));
        loops.forEach(Loop::start);
        running = true;
    }

    /** On machine time, as idempotency keys are; so it is no sweep of the clockwork, whose time a simulation may drive. */
    private Progress sweepAnswers() {
        return answers.removeOld() ? Progress.MORE : Progress.IDLE;
    }

    /** Makes all followers known, for those who work without the loops. */
    void register() {
        runners.values().forEach(FollowerRunner::register);
    }

    @Override
    public synchronized void stop() {
        if (!running) {
            return;
        }
        try {
            loops.forEach(Loop::askToStop);
            for (Loop loop : loops) {
                loop.awaitStop();
            }
            listening.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException alreadyGone) {
            // the listening connection was lost: nothing left to give back
        } finally {
            loops.clear();
            waking.forgetFollowers();
            running = false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before, and stopped after, the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    Map<String, FollowerRunner> runners() {
        return runners;
    }

    FollowerRunner runner(String follower) {
        FollowerRunner runner = runners.get(follower);
        if (runner == null) {
            throw new IllegalArgumentException("no follower is called " + follower);
        }
        return runner;
    }

    /** Names of loops that keep failing. */
    synchronized List<String> failing() {
        return loops.stream()
                .filter(loop -> loop.failures() > 3)
                .map(Loop::name)
                .toList();
    }
}
