package org.onewindow.journal.work;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.Followers;
import org.onewindow.journal.ParkedStream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * Followers on the management port, for those who run the program: {@code GET /followers}, {@code GET /followers/{name}} for
 * what is parked, {@code POST /followers/{name}} with {@code action} retry (with centre and stream), resume or rebuild.
 */
@Component
@Endpoint(id = "followers")
final class FollowersEndpoint {

    private final Followers followers;

    FollowersEndpoint(Followers followers) {
        this.followers = followers;
    }

    @ReadOperation
    List<FollowerState> states() {
        return followers.states();
    }

    @ReadOperation
    List<ParkedStream> parked(@Selector String name) {
        return followers.parked(name);
    }

    @WriteOperation
    Map<String, Object> act(@Selector String name, String action, @Nullable Integer centre, @Nullable Long stream) {
        switch (action) {
            case "resume" -> followers.resume(name);
            case "rebuild" -> followers.rebuild(name);
            case "retry" -> {
                if (centre == null || stream == null) {
                    throw new IllegalArgumentException("retry needs centre and stream");
                }
                return Map.of("retried", followers.retry(name, centre, stream));
            }
            default -> throw new IllegalArgumentException("action is retry, resume or rebuild");
        }
        return Map.of("done", action);
    }
}
