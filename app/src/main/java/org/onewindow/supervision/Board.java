package org.onewindow.supervision;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.supervision.store.BoardStore;
import org.onewindow.supervision.store.FollowedRow;
import org.springframework.stereotype.Service;

/** The door to the live board (S6). Its numbers are kept ready as cases change, so asking costs the same however many there are. */
@Service
public class Board {

    private final BoardStore store;
    private final CentreTime time;

    Board(BoardStore store, CentreTime time) {
        this.store = store;
        this.time = time;
    }

    /** Whether there is a board for somebody: for overseers, and for those who act for a department. */
    public boolean isOpenTo(Actor actor) {
        return Viewing.oversees(actor) || !Viewing.departments(actor).isEmpty();
    }

    /** Whether it is every department's for them. */
    public boolean isWhole(Actor actor) {
        return Viewing.oversees(actor);
    }

    /**
     * A line a department and window that has open cases: all for overseers, else those of the actor's departments.
     *
     * @throws NotAllowed for anybody else
     */
    public List<BoardLine> lines(Actor actor) {
        List<BoardLine> lines = store.lines(time.today());
        if (Viewing.oversees(actor)) {
            return lines;
        }
        List<String> departments = departments(actor);
        return lines.stream()
                .filter(line -> departments.contains(line.department()))
                .toList();
    }

    /**
     * The cases behind a number.
     *
     * @param department null: all
     * @param window null: all
     * @throws NotAllowed when it isn't the actor's to see
     */
    public Page<SupervisedCase> cases(
            Actor actor,
            Figure figure,
            @Nullable String department,
            @Nullable String window,
            @Nullable String after,
            int limit) {
        if (!Viewing.oversees(actor)
                && (department == null || !departments(actor).contains(department))) {
            throw new NotAllowed("board");
        }
        long from = after == null ? 0 : number(after);
        List<FollowedRow> rows = store.cases(figure, department, window, time.today(), from, limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(Long.toString(row.caseId())))
                .map(Board::supervised);
    }

    /** Cases that wait for the actor, by their own hand or by a post they hold, and that have a card: earliest limit first. */
    public List<SupervisedCase> waitingFor(Actor actor, int limit) {
        List<Post> posts =
                actor.posts().stream().filter(post -> post.department() != null).toList();
        return store
                .waitingFor(
                        actor.userName(),
                        posts.stream().map(post -> post.role().name()).toList(),
                        posts.stream()
                                .map(post -> Objects.requireNonNull(post.department()))
                                .toList(),
                        limit)
                .stream()
                .map(Board::supervised)
                .toList();
    }

    private static List<String> departments(Actor actor) {
        List<String> departments = Viewing.departments(actor);
        if (departments.isEmpty()) {
            throw new NotAllowed("board");
        }
        return departments;
    }

    private static SupervisedCase supervised(FollowedRow row) {
        return new SupervisedCase(
                row.number(),
                row.itemCode(),
                row.department(),
                row.window().isEmpty() ? null : row.window(),
                row.holder(),
                row.step(),
                row.dueAt(),
                row.suspended(),
                row.colour() == 0 ? null : Colour.ofWeight(row.colour()));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(Cursor.read(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }
}
