package org.onewindow.supervision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.joint.JointCases;
import org.onewindow.joint.JointHistories;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.supervision.store.FollowedRow;
import org.springframework.stereotype.Component;

/**
 * What supervision follows, as it was and as it is: cases, and joint applications for as long as they are the lead window's. Which
 * of the two something is, the type of its events and its number tell; only where nothing but an id is known both are asked.
 */
@Component
public class Histories {

    private final CaseHistories cases;
    private final JointHistories applications;

    public Histories(CaseHistories cases, JointHistories applications) {
        this.cases = cases;
        this.applications = applications;
    }

    /** As they were after events of theirs. */
    public Map<At, FollowedCase> after(Collection<RecordedEvent> events) {
        return asOf(events.stream()
                .collect(Collectors.partitioningBy(
                        event -> JointHistories.isOfApplication(event.type()),
                        Collectors.mapping(event -> new At(event.stream(), event.version()), Collectors.toList()))));
    }

    /** As they were when they were last seen. */
    public Map<At, FollowedCase> seen(Collection<FollowedRow> rows) {
        return asOf(rows.stream()
                .collect(Collectors.partitioningBy(
                        row -> isApplication(row.number()),
                        Collectors.mapping(row -> new At(row.caseId(), row.version()), Collectors.toList()))));
    }

    private Map<At, FollowedCase> asOf(Map<Boolean, List<At>> areApplications) {
        Map<At, FollowedCase> found = new HashMap<>(cases.asOf(areApplications.getOrDefault(false, List.of())));
        List<At> joint = areApplications.getOrDefault(true, List.of());
        if (!joint.isEmpty()) {
            found.putAll(applications.asOf(joint));
        }
        return found;
    }

    private static boolean isApplication(String number) {
        return JointCases.number(number).isPresent();
    }

    /** As they are now. */
    public Map<Long, FollowedCase> now(Collection<Long> ids) {
        return both(ids, cases::now, applications::now);
    }

    /** A case by its number, as it is now. */
    Optional<FollowedCase> ofCase(String number) {
        return isApplication(number) ? Optional.empty() : cases.find(number);
    }

    /** The versions in which they are now. */
    public Map<Long, Integer> versions(Collection<Long> ids) {
        return both(ids, cases::versions, applications::versions);
    }

    /** Nearly all are cases: only for the others are applications asked. */
    private static <T> Map<Long, T> both(
            Collection<Long> ids,
            Function<Collection<Long>, Map<Long, T>> cases,
            Function<Collection<Long>, Map<Long, T>> applications) {
        Map<Long, T> found = new HashMap<>(cases.apply(ids));
        List<Long> others = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!others.isEmpty()) {
            found.putAll(applications.apply(others));
        }
        return found;
    }

    /** What happened to a case, oldest first. */
    public List<HistoryEntry> history(FollowedCase followed) {
        return isApplication(followed.number()) ? applications.history(followed.id()) : cases.history(followed.id());
    }
}
