package org.onewindow.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.onewindow.journal.Follower;
import org.onewindow.journal.RecordedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open worklists that some case changed, without saying which or how: the page then asks for its rows again and sees what
 * its viewer may see. Followers run on one node at a time; worklists served by another one are as fresh as their own minute.
 */
@Controller
class LiveDesk implements Follower, SmartLifecycle {

    /** After that the browser connects again by itself. */
    private static final Duration CONNECTED = Duration.ofMinutes(30);

    private final Set<SseEmitter> listening = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    @GetMapping(path = "/desk/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen() throws IOException {
        SseEmitter emitter = new SseEmitter(CONNECTED.toMillis());
        emitter.onCompletion(() -> listening.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> listening.remove(emitter));
        listening.add(emitter);
        emitter.send(SseEmitter.event().name("listening").data(""));
        return emitter;
    }

    @Override
    public String name() {
        return "desk.live";
    }

    @Override
    public List<String> typePrefixes() {
        return List.of("case.", "joint.");
    }

    /** Each browser on a thread of its own: a slow one delays neither the others nor the journal. */
    @Override
    public void apply(List<RecordedEvent> batch) {
        for (SseEmitter emitter : listening) {
            Thread.ofPlatform().daemon().start(() -> tell(emitter));
        }
    }

    private void tell(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().name("changed").data(""));
        } catch (IOException | IllegalStateException gone) {
            listening.remove(emitter);
        }
    }

    @Override
    public void reset() {
        // Keeps nothing.
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets the browsers go before the web server waits for its last requests, which these would never be. */
    @Override
    public void stop() {
        running = false;
        listening.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
