package org.onewindow.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command: a signed-in person with their posts, the system itself, or a member of the public.
 *
 * @param kind which of the three
 * @param userName the sign-in name; {@code system} or {@code public} for the others
 * @param displayName the name shown on papers
 * @param posts the posts held now; empty for the others
 */
public record Actor(Kind kind, String userName, String displayName, List<Post> posts) {

    /** The kinds of actor. */
    public enum Kind {
        STAFF,
        SYSTEM,
        PUBLIC
    }

    /** The system, where the law does something by itself (T4, T6, C10). */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", "system", List.of());

    /** A member of the public who proved nothing but knowledge of a code. */
    public static final Actor PUBLIC = new Actor(Kind.PUBLIC, "public", "public", List.of());

    public Actor {
        posts = List.copyOf(posts);
    }

    /** Whether any post has this role. */
    public boolean has(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    /** The post with this role for this department, if held. */
    public Optional<Post> postIn(Role role, String department) {
        return posts.stream()
                .filter(post -> post.role() == role && department.equals(post.department()))
                .findFirst();
    }

    /** The post with this role at this window, if held. */
    public Optional<Post> postAt(Role role, @Nullable String window) {
        return posts.stream()
                .filter(post -> post.role() == role && window != null && window.equals(post.window()))
                .findFirst();
    }
}
