package org.onewindow.joint;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.FollowedCase;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.cases.FollowedCase.StepTurn;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.model.JointClocks;
import org.onewindow.joint.model.JointEvent;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.store.JointStore;
import org.onewindow.journal.Journal;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.springframework.stereotype.Service;

/**
 * The door for modules that follow the journal: applications as they were when something happened to them, each as a case of the lead
 * window's, for as long as it is one. It is the lead's until it is accepted or ends (J2); from then on its members, ordinary cases of
 * their departments, stand for it. What it answers about a version never changes.
 */
@Service
public class JointHistories {

    private final JointStore store;
    private final Journal journal;
    private final Themes themes;
    private final Catalogue catalogue;
    private final CentreTime time;

    JointHistories(JointStore store, Journal journal, Themes themes, Catalogue catalogue, CentreTime time) {
        this.store = store;
        this.journal = journal;
        this.themes = themes;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Whether a type of event is about an application. */
    public static boolean isOfApplication(String type) {
        return JointStore.isType(type);
    }

    /** Applications as they were at versions of theirs, folded from their events. */
    public Map<At, FollowedCase> asOf(Collection<At> wanted) {
        Map<Long, Set<Integer>> versions = new LinkedHashMap<>();
        wanted.forEach(
                at -> versions.computeIfAbsent(at.id(), _ -> new HashSet<>()).add(at.version()));
        Map<At, FollowedCase> found = new HashMap<>();
        Map<Long, JointFile> files = new HashMap<>();
        for (RecordedEvent event : journal.streams(Centre.OURS, versions.keySet())) {
            JointFile before = files.get(event.stream());
            JointFile file =
                    before == null ? JointFile.begin(event.stream(), recorded(event)) : before.after(recorded(event));
            files.put(file.id(), file);
            if (Objects.requireNonNull(versions.get(file.id())).contains(file.version())) {
                found.put(new At(file.id(), file.version()), followed(file));
            }
        }
        return found;
    }

    /** Applications as they are now; what is no application is left out. */
    public Map<Long, FollowedCase> now(Collection<Long> ids) {
        Map<Long, FollowedCase> found = new HashMap<>();
        store.withIds(ids).forEach(file -> found.put(file.id(), followed(file)));
        return found;
    }

    /** The versions in which applications are now. */
    public Map<Long, Integer> versions(Collection<Long> ids) {
        return store.versions(ids);
    }

    /** What happened to an application, oldest first. */
    public List<HistoryEntry> history(long id) {
        return journal.stream(Centre.OURS, id).stream()
                .map(event -> new HistoryEntry(
                        event.version(),
                        event.type(),
                        event.actor(),
                        event.post(),
                        event.window(),
                        event.happenedAt(),
                        event.body()))
                .toList();
    }

    /** The same as events. */
    List<JointFile.Recorded> recorded(long id) {
        return journal.stream(Centre.OURS, id).stream().map(this::recorded).toList();
    }

    private JointFile.Recorded recorded(RecordedEvent event) {
        return new JointFile.Recorded(
                event.version(),
                event.actor(),
                event.post(),
                event.window(),
                event.happenedAt(),
                time.dayOf(event.happenedAt()),
                JointStore.event(event.type(), event.body()));
    }

    private FollowedCase followed(JointFile file) {
        JointEvent.Received application = file.application();
        String leading = themes.version(application.theme(), application.themeVersion())
                .stage(application.stage())
                .orElseThrow()
                .lead()
                .itemCode();
        ItemVersion lead =
                catalogue.version(leading, file.member(leading).taken().itemVersion());
        JointFile.Acceptance acceptance = file.acceptance();
        Instant left = acceptance == null ? file.endedAt() : acceptance.at();
        return new FollowedCase(
                file.id(),
                file.version(),
                file.number(),
                state(file.state()),
                lead,
                application.department(),
                application.window(),
                null,
                file.handler(),
                file.handler(),
                List.of(new StepTurn(lead.steps().getFirst().code(), file.receivedAt(), left, file.handler())),
                JointClocks.ofApplication(file, lead),
                file.receivedAt(),
                left);
    }

    private static CaseState state(JointState state) {
        return switch (state) {
            case RECEIVED -> CaseState.RECEIVED;
            case AWAITING_SUPPLEMENT -> CaseState.AWAITING_SUPPLEMENT;
            // the lead window owes nothing more: its members do
            case ACCEPTED, COMPLETED -> CaseState.DELIVERED;
            case NOT_ACCEPTED -> CaseState.NOT_ACCEPTED;
            case WITHDRAWN -> CaseState.WITHDRAWN;
        };
    }
}
