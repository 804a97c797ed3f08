package org.onewindow.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Channel;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;

/** Where somebody receives: at a window of the hall, or at a township's or village's station (N1). Exactly one of them is named. */
record ReceivingPlace(@Nullable String window, @Nullable String station) {

    /** The windows the actor is clerk of, then the stations they serve. */
    static List<ReceivingPlace> of(Actor actor) {
        Stream<ReceivingPlace> windows = actor.posts().stream()
                .filter(post -> post.role() == Role.CLERK)
                .map(Post::window)
                .flatMap(Stream::ofNullable)
                .map(window -> new ReceivingPlace(window, null));
        Stream<ReceivingPlace> stations = actor.posts().stream()
                .filter(post -> post.role() == Role.AGENT)
                .map(Post::division)
                .flatMap(Stream::ofNullable)
                .map(station -> new ReceivingPlace(null, station));
        return Stream.concat(windows, stations).distinct().toList();
    }

    /**
     * The chosen one of one's own, else the first.
     *
     * @throws NotAllowed the actor receives nowhere
     */
    static ReceivingPlace chosen(Actor actor, @Nullable String code) {
        List<ReceivingPlace> own = of(actor);
        Optional<ReceivingPlace> chosen =
                own.stream().filter(place -> place.code().equals(code)).findFirst();
        return chosen.or(() -> own.stream().findFirst()).orElseThrow(() -> new NotAllowed("receive"));
    }

    /** The window's number or the station's division code. */
    String code() {
        return window != null ? window : station != null ? station : "";
    }

    Channel channel() {
        return window != null ? Channel.WINDOW : Channel.STATION;
    }
}
