package org.onewindow.supervision;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.model.FileReviewRules.Reviewer;
import org.springframework.stereotype.Component;

/** Who scores files (S10). */
@Component
class Reviewers {

    private static final Set<Role> REVIEWING =
            EnumSet.of(Role.SUPERVISOR, Role.MANAGER, Role.HEAD, Role.APPROVER, Role.REVIEWER);
    private static final int MOST_REVIEWERS = 50;

    private final StaffDirectory staff;

    Reviewers(StaffDirectory staff) {
        this.staff = staff;
    }

    /**
     * Those who are to score, by their sign-in names.
     *
     * @throws InvalidInput for one who isn't there, or too many
     */
    List<Actor> named(List<String> names) {
        if (names.size() > MOST_REVIEWERS) {
            throw new InvalidInput("/reviewers", "too-many", MOST_REVIEWERS);
        }
        return names.stream()
                .distinct()
                .map(name ->
                        reviewing(name).orElseThrow(() -> new InvalidInput("/reviewers", "file-review.reviewer", name)))
                .toList();
    }

    /** Somebody who may be given files to score; empty when nobody has that name, or no longer such a post. */
    private Optional<Actor> reviewing(String name) {
        return staff.actor(name).filter(reviewer -> REVIEWING.stream().anyMatch(reviewer::has));
    }

    /** Whether a file is somebody's to score: who was named, or any supervisor or manager where nobody was or that one is gone. */
    boolean isToScore(Actor actor, ReviewedFile file) {
        String reviewer = file.reviewer();
        if (reviewer != null && reviewing(reviewer).isPresent()) {
            return reviewer.equals(actor.userName());
        }
        return actor.has(Role.SUPERVISOR) || actor.has(Role.MANAGER);
    }

    /** What the rules have to know of somebody before a file with that history. */
    static Reviewer of(Actor actor, List<HistoryEntry> history) {
        return new Reviewer(
                actor.userName(),
                Set.copyOf(Viewing.departments(actor)),
                history.stream().anyMatch(entry -> entry.actor().equals(actor.userName())));
    }
}
