package org.onewindow.supervision;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;

/** Who sees which cards, and whose they are to answer (S3, C14). */
final class Viewing {

    private static final Set<Role> OVERSEERS = Set.of(Role.SUPERVISOR, Role.MANAGER, Role.LEADER, Role.ADMIN);
    /** Posts that see what is their department's. */
    static final Set<Role> OF_DEPARTMENT = Set.of(Role.HEAD, Role.APPROVER, Role.REVIEWER);

    private Viewing() {}

    static boolean oversees(Actor actor) {
        return actor.posts().stream().anyMatch(post -> OVERSEERS.contains(post.role()));
    }

    /** The departments whose cards somebody sees by their posts. */
    static List<String> departments(Actor actor) {
        return posts(actor).stream()
                .map(post -> Objects.requireNonNullElse(post.department(), ""))
                .distinct()
                .toList();
    }

    /** The posts by which somebody sees and answers what is a department's. */
    static List<Post> posts(Actor actor) {
        return actor.posts().stream()
                .filter(post -> OF_DEPARTMENT.contains(post.role()))
                .toList();
    }

    static boolean sees(Actor actor, String department, @Nullable String responsible) {
        return oversees(actor)
                || departments(actor).contains(department)
                || actor.userName().equals(responsible);
    }

    /**
     * A query narrowed to what somebody may see.
     *
     * @throws NotAllowed when it asks for more
     */
    static CardQuery narrowed(Actor actor, CardQuery query) {
        if (oversees(actor)) {
            return query;
        }
        boolean theirOwn = actor.userName().equals(query.responsible());
        List<String> departments = departments(actor);
        if (theirOwn || (query.department() != null && departments.contains(query.department()))) {
            return query;
        }
        if (query.department() != null || query.responsible() != null) {
            throw new NotAllowed("cards");
        }
        return departments.isEmpty() ? query.ofPerson(actor.userName()) : query.ofDepartment(departments.getFirst());
    }

    /** Whether somebody answers for what a role of a department has to answer: by name, by post, or as the body's head. */
    static boolean answers(Actor actor, String role, String department, @Nullable String responsible) {
        if (actor.userName().equals(responsible)
                || actor.postIn(Role.HEAD, department).isPresent()) {
            return true;
        }
        return switch (Role.valueOf(role)) {
            case REVIEWER, APPROVER, HEAD ->
                actor.postIn(Role.valueOf(role), department).isPresent();
            case LEADER -> actor.has(Role.LEADER);
            case CLERK, AGENT, CASHIER, SUPERVISOR, MANAGER, ADMIN -> false;
        };
    }
}
