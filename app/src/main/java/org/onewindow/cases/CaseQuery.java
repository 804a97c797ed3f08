package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
        return new CaseQuery(
                only,
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

    /** The same, of these departments only. */
    CaseQuery inDepartments(List<String> only) {
        return new CaseQuery(
                windows,
                only,
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

    /** The same, collected at this station or below only. */
    CaseQuery atStation(String only) {
        return new CaseQuery(
                windows,
                departments,
                states,
                holder,
                only,
                number,
                itemCode,
                applicants,
                dueBefore,
                receivedFrom,
                receivedBefore,
                byTimeLeft,
                after);
    }

    /** The same, with this number only. */
    public CaseQuery numbered(String only) {
        return new CaseQuery(
                windows,
                departments,
                states,
                holder,
                station,
                only,
                itemCode,
                applicants,
                dueBefore,
                receivedFrom,
                receivedBefore,
                byTimeLeft,
                after);
    }

    /** The same, on this item only. */
    public CaseQuery ofItem(String only) {
        return new CaseQuery(
                windows,
                departments,
                states,
                holder,
                station,
                number,
                only,
                applicants,
                dueBefore,
                receivedFrom,
                receivedBefore,
                byTimeLeft,
                after);
    }

    /** The same, of these parties only. */
    public CaseQuery ofApplicants(List<Long> only) {
        return new CaseQuery(
                windows,
                departments,
                states,
                holder,
                station,
                number,
                itemCode,
                only,
                dueBefore,
                receivedFrom,
                receivedBefore,
                byTimeLeft,
                after);
    }

    /** The same, received in a span of time only. */
    public CaseQuery received(Instant from, Instant before) {
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
                from,
                before,
                byTimeLeft,
                after);
    }

    /** The page of the same list that follows a cursor. */
    public CaseQuery after(String cursor) {
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
                cursor);
    }
}
