package org.onewindow.supervision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.joint.JointHistories;
import org.springframework.stereotype.Component;

/** What supervision follows, as it was and as it is: cases, and joint applications for as long as they are the lead window's. */
@Component
public class Histories {

    private final CaseHistories cases;
    private final JointHistories applications;

    public Histories(CaseHistories cases, JointHistories applications) {
        this.cases = cases;
        this.applications = applications;
    }

    /** As they were at versions of theirs. */
    public Map<At, FollowedCase> asOf(Collection<At> wanted) {
        Set<Long> joint = applications
                .versions(wanted.stream().map(At::id).collect(Collectors.toSet()))
                .keySet();
        Map<At, FollowedCase> found = new HashMap<>(cases.asOf(
                wanted.stream().filter(at -> !joint.contains(at.id())).toList()));
        if (!joint.isEmpty()) {
            found.putAll(applications.asOf(
                    wanted.stream().filter(at -> joint.contains(at.id())).toList()));
        }
        return found;
    }

    /** As they are now. */
    public Map<Long, FollowedCase> now(Collection<Long> ids) {
        return both(ids, cases::now, applications::now);
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
        return applications.versions(List.of(followed.id())).isEmpty()
                ? cases.history(followed.id())
                : applications.history(followed.id());
    }
}
