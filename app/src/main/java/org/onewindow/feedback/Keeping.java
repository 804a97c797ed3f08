package org.onewindow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;

/** Whose a consultation is: its window's or station's, of whom it was passed to, of those who oversee (C14, N4). */
final class Keeping {

    private static final List<Role> OF_DEPARTMENT = List.of(Role.REVIEWER, Role.APPROVER, Role.HEAD);

    private Keeping() {}

    /** The post at a window or a station, of which one is named. */
    static Optional<Post> post(Actor actor, @Nullable String window, @Nullable String station) {
        return window != null
                ? actor.postAt(Role.CLERK, window)
                : actor.posts().stream()
                        .filter(post -> post.role() == Role.AGENT && station != null && station.equals(post.division()))
                        .findFirst();
    }

    /** Whether it was asked where somebody works. */
    static boolean keeps(Actor actor, Consultation consultation) {
        return post(actor, consultation.window(), consultation.station()).isPresent();
    }

    static boolean oversees(Actor actor) {
        return actor.has(Role.SUPERVISOR) || actor.has(Role.MANAGER);
    }

    /** The post in which somebody speaks for a department, or with null as the leader. */
    static Optional<Post> speaks(Actor actor, @Nullable String body) {
        return body == null
                ? actor.posts().stream()
                        .filter(post -> post.role() == Role.LEADER)
                        .findFirst()
                : OF_DEPARTMENT.stream()
                        .flatMap(role -> actor.postIn(role, body).stream())
                        .findFirst();
    }

    /** Codes of the departments somebody speaks for. */
    static List<String> departments(Actor actor) {
        return actor.posts().stream()
                .filter(post -> OF_DEPARTMENT.contains(post.role()))
                .map(Post::department)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Windows somebody is clerk of, or stations they serve. */
    static List<String> places(Actor actor, Role role) {
        return actor.posts().stream()
                .filter(post -> post.role() == role)
                .flatMap(post -> Stream.ofNullable(role == Role.CLERK ? post.window() : post.division()))
                .distinct()
                .toList();
    }

    static boolean sees(Actor actor, Consultation consultation) {
        return keeps(actor, consultation)
                || oversees(actor)
                || consultation.inquiries().stream()
                        .anyMatch(one -> speaks(actor, one.department()).isPresent());
    }

    static NewEvent event(Consultation after, FeedbackEvent happened, Actor actor, Post post, Instant at) {
        String type = FeedbackEvent.TYPES.nameOf(happened);
        return new NewEvent(
                after.id(),
                after.version(),
                type,
                actor.userName(),
                post.role().name(),
                post.window(),
                at,
                FeedbackEvent.TYPES.write(type, happened));
    }
}
