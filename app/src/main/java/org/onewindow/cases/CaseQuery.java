package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list. What the caller may see is narrowed by the door.
 *
 * @param windows held at any of these; empty: anywhere
 * @param departments of any of these; empty: any
 * @param states in any of these; empty: any
 * @param station at this station or one below it
 * @param applicants of any of these parties; null: of anybody
 * @param receivedFrom received at this instant or later
 * @param receivedBefore received before this instant
 * @param byTimeLeft open cases only, what is due first first; otherwise newest first
 * @param after cursor of the page before
 */
public record CaseQuery(
        List<String> windows,
        List<String> departments,
        Set<CaseState> states,
        @Nullable String holder,
        @Nullable String station,
        @Nullable String number,
        @Nullable String itemCode,
        @Nullable List<Long> applicants,
        @Nullable Instant dueBefore,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore,
        boolean byTimeLeft,
        @Nullable String after) {

    /** Everything, newest first. */
    public static final CaseQuery ALL =
            new CaseQuery(List.of(), List.of(), Set.of(), null, null, null, null, null, null, null, null, false, null);

    /** Whether only open cases can fit, which are few among all there ever were. */
    public boolean onlyOpen() {
        return byTimeLeft || (!states.isEmpty() && states.stream().noneMatch(CaseState::isEnd));
    }

    /** The same, held at these windows only. */
    CaseQuery atWindows(List<String> only) {
        return with(draft -> draft.windows = only);
    }

    /** The same, of these departments only. */
    CaseQuery inDepartments(List<String> only) {
        return with(draft -> draft.departments = only);
    }

    /** The same, collected at this station or below only. */
    CaseQuery atStation(String only) {
        return with(draft -> draft.station = only);
    }

    /** The same, with this number only. */
    public CaseQuery numbered(String only) {
        return with(draft -> draft.number = only);
    }

    /** The same, on this item only. */
    public CaseQuery ofItem(String only) {
        return with(draft -> draft.itemCode = only);
    }

    /** The same, of these parties only. */
    public CaseQuery ofApplicants(List<Long> only) {
        return with(draft -> draft.applicants = only);
    }

    /** The same, received in a span of time only. */
    public CaseQuery received(Instant from, Instant before) {
        return with(draft -> {
            draft.receivedFrom = from;
            draft.receivedBefore = before;
        });
    }

    /** The page of the same list that follows a cursor. */
    public CaseQuery after(String cursor) {
        return with(draft -> draft.after = cursor);
    }

    private CaseQuery with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.query();
    }

    /** A query open for change. */
    private static final class Draft {

        private List<String> windows;
        private List<String> departments;
        private final Set<CaseState> states;
        private final @Nullable String holder;
        private @Nullable String station;
        private @Nullable String number;
        private @Nullable String itemCode;
        private @Nullable List<Long> applicants;
        private final @Nullable Instant dueBefore;
        private @Nullable Instant receivedFrom;
        private @Nullable Instant receivedBefore;
        private final boolean byTimeLeft;
        private @Nullable String after;

        private Draft(CaseQuery query) {
            windows = query.windows;
            departments = query.departments;
            states = query.states;
            holder = query.holder;
            station = query.station;
            number = query.number;
            itemCode = query.itemCode;
            applicants = query.applicants;
            dueBefore = query.dueBefore;
            receivedFrom = query.receivedFrom;
            receivedBefore = query.receivedBefore;
            byTimeLeft = query.byTimeLeft;
            after = query.after;
        }

        private CaseQuery query() {
            return new CaseQuery(
                    windows,
                    departments,
                    states,
                    holder,
                    station,
                    number,
                    itemCode,
                    applicants,
                    dueBefore,
                    receivedFrom,
                    receivedBefore,
                    byTimeLeft,
                    after);
        }
    }
}
