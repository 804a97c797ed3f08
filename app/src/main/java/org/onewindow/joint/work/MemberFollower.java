package org.onewindow.joint.work;

import java.util.List;
import java.util.Set;
import org.onewindow.joint.store.JointStore;
import org.onewindow.journal.Follower;
import org.onewindow.journal.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * Notes of which applications a member has moved. What follows from it is done by {@link GraphSweep}: a follower changes only its
 * own table, and must never lose a race against a command.
 */
@Component
class MemberFollower implements Follower {

    /** What moves the plan or the graph; a member's receipt and acceptance are the application's own doing. */
    private static final Set<String> MOVES = Set.of(
            "case.suspended",
            "case.stated-days-ended",
            "case.resumed",
            "case.extended",
            "case.served",
            "case.decided",
            "case.result-recorded",
            "case.paid",
            "case.completed",
            "case.withdrawn",
            "case.terminated",
            "case.voided",
            "case.corrected",
            "case.calendar-changed");

    private final JointStore store;

    MemberFollower(JointStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "joint.members";
    }

    @Override
    public List<String> typePrefixes() {
        return List.of("case.");
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        List<Long> cases = batch.stream()
                .filter(event -> MOVES.contains(event.type()))
                .map(RecordedEvent::stream)
                .distinct()
                .toList();
        if (!cases.isEmpty()) {
            store.moved(cases);
        }
    }

    @Override
    public void reset() {
        store.forgetMoved();
    }
}
