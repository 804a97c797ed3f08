package org.onewindow.journal.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.FollowerState;
import org.onewindow.journal.Followers;
import org.onewindow.journal.ParkedStream;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * Followers on the management port, for those who run the program: {@code GET /followers}, {@code GET /followers/{name}} for
 * what is parked, {@code POST /followers/{name}} with an {@code action}. Who may act: access.
 */
@Component
@WebEndpoint(id = "followers")
final class FollowersEndpoint {

    /** What can be done about a follower in trouble; retry needs centre and stream. */
    enum Action {
        RETRY,
        RESUME,
        REBUILD
    }

    private final Followers followers;

    FollowersEndpoint(Followers followers) {
        this.followers = followers;
    }

    @ReadOperation
    List<FollowerState> states() {
        return followers.states();
    }

    @ReadOperation
    WebEndpointResponse<List<ParkedStream>> parked(@Selector String name) {
        return runs(name)
                ? new WebEndpointResponse<>(followers.parked(name))
                : new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }

    @WriteOperation
    WebEndpointResponse<FollowerState> act(
            @Selector String name, Action action, @Nullable Integer centre, @Nullable Long stream) {
        if (!runs(name)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        switch (action) {
            case RESUME -> followers.resume(name);
            case REBUILD -> followers.rebuild(name);
            case RETRY -> retry(name, centre, stream);
        }
        return new WebEndpointResponse<>(state(name));
    }

    private void retry(String name, @Nullable Integer centre, @Nullable Long stream) {
        if (centre == null || stream == null) {
            throw new InvalidEndpointRequestException(
                    "retry without centre and stream", "retry needs centre and stream");
        }
        if (!followers.retry(name, centre, stream)) {
            throw new InvalidEndpointRequestException("nothing to retry", "that stream isn't parked");
        }
    }

    private boolean runs(String name) {
        return state(name) != null;
    }

    private @Nullable FollowerState state(String name) {
        return followers.states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
