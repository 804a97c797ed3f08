package org.onewindow.supervision.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onewindow.kernel.Actor;
import org.onewindow.supervision.Board;
import org.onewindow.supervision.CardView;
import org.onewindow.supervision.Cards;
import org.onewindow.supervision.Changes;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of what changes (S6): an event {@code card} with each card that was raised or dealt with, as far as its listener sees
 * it, and an event {@code board} without data whenever the numbers may have changed: whoever shows them asks again.
 *
 * <p>The follower that prepares the numbers runs on one node at a time; a stream served by another one is as fresh as its
 * listener's own asking.
 */
@RestController
class LiveSupervision implements Changes, SmartLifecycle {

    /** After that the listener connects again by itself. */
    private static final Duration CONNECTED = Duration.ofMinutes(30);

    private final Cards cards;
    private final Board board;
    private final Map<SseEmitter, Actor> listening = new ConcurrentHashMap<>();
    private volatile boolean running;

    LiveSupervision(Cards cards, Board board) {
        this.cards = cards;
        this.board = board;
    }

    @GetMapping(
            path = {"/api/v1/supervision/stream", "/supervision/live"},
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(Actor actor) throws IOException {
        // Who may not see the board may not listen to it.
        board.lines(actor);
        SseEmitter emitter = new SseEmitter(CONNECTED.toMillis());
        emitter.onCompletion(() -> listening.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> listening.remove(emitter));
        listening.put(emitter, actor);
        emitter.send(SseEmitter.event().name("listening").data(""));
        return emitter;
    }

    /** Each listener on a thread of its own: a slow one delays neither the others nor the journal. */
    @Override
    public void happened(Collection<Long> changed) {
        List<Long> ids = List.copyOf(changed);
        listening.forEach((emitter, actor) -> Thread.ofPlatform().daemon().start(() -> tell(emitter, actor, ids)));
    }

    private void tell(SseEmitter emitter, Actor actor, List<Long> ids) {
        try {
            if (!ids.isEmpty()) {
                for (CardView card : cards.all(actor, ids)) {
                    emitter.send(SseEmitter.event().name("card").data(CardAnswer.of(card), MediaType.APPLICATION_JSON));
                }
            }
            emitter.send(SseEmitter.event().name("board").data(""));
        } catch (IOException | IllegalStateException gone) {
            listening.remove(emitter);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets the listeners go before the web server waits for its last requests, which these would never be. */
    @Override
    public void stop() {
        running = false;
        listening.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
