package org.onewindow.joint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.Command.Promise;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.MemberCase;
import org.onewindow.cases.MemberCases;
import org.onewindow.cases.MemberCases.Done;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.http.Texts;
import org.onewindow.joint.model.GraphMoves;
import org.onewindow.joint.model.JointEvent;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.LivePlanning;
import org.onewindow.joint.model.OfficeEvent;
import org.onewindow.joint.store.JointStore;
import org.onewindow.joint.store.OfficeEvents;
import org.onewindow.joint.store.ProjectStore;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns events into the next state of an application, lets the graph bring about what follows, and writes all of it, the members'
 * cases included, in one transaction.
 */
@Component
public class JointWriter {

    /** A limit is overrun from the first instant after its end (T2). */
    private static final Duration FIRST_INSTANT_AFTER = Duration.ofNanos(1_000);

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final JointStore store;
    private final ProjectStore projects;
    private final JointScenes scenes;
    private final MemberCases members;
    private final Journal journal;
    private final CentreTime time;
    private final Texts texts;
    private final TransactionTemplate transaction;

    JointWriter(
            JointStore store,
            ProjectStore projects,
            JointScenes scenes,
            MemberCases members,
            Journal journal,
            CentreTime time,
            Texts texts,
            TransactionTemplate transaction) {
        this.store = store;
        this.projects = projects;
        this.scenes = scenes;
        this.members = members;
        this.journal = journal;
        this.time = time;
        this.texts = texts;
        this.transaction = transaction;
    }

    /** An application while events are added to it, not yet written. */
    final class Change {

        private final @Nullable JointFile before;
        private @Nullable JointFile file;
        private final long id;
        private final List<NewEvent> events = new ArrayList<>();

        private Change(long id, @Nullable JointFile before) {
            this.id = id;
            this.before = before;
            this.file = before;
        }

        JointFile file() {
            JointFile now = file;
            if (now == null) {
                throw Bug.found("an application before its receipt");
            }
            return now;
        }

        void add(JointEvent event, Done done) {
            JointFile now = file;
            JointFile.Recorded recorded = new JointFile.Recorded(
                    now == null ? 1 : now.version() + 1,
                    done.actor().userName(),
                    done.post() == null ? null : done.post().role().name(),
                    done.post() == null ? null : done.post().window(),
                    done.at(),
                    time.dayOf(done.at()),
                    event);
            file = now == null ? JointFile.begin(id, recorded) : now.after(recorded);
            events.add(new NewEvent(
                    id,
                    recorded.version(),
                    JointStore.type(event),
                    recorded.actor(),
                    recorded.post(),
                    recorded.window(),
                    recorded.at(),
                    JointStore.body(event)));
        }
    }

    /** A new application. */
    Change begin() {
        return new Change(journal.nextStream(), null);
    }

    /** One that exists. */
    Change change(JointFile file) {
        return new Change(file.id(), file);
    }

    /**
     * Lets the graph bring about what follows: ends, stops, starts, completion (J1, J5), and the warnings that the new plan calls
     * for (J3).
     *
     * @param done who accepted, where that is what lets members start; else the system
     */
    JointScene follow(Change change, List<Promise> toFollow, @Nullable Done done) {
        JointScene scene = scenes.of(change.file());
        List<GraphMoves.Move> moves = GraphMoves.of(
                change.file(), scene.theme(), scenes.ends(scene.cases().values()), scene.before());
        for (GraphMoves.Move move : moves) {
            Done by = done != null && move.event() instanceof JointEvent.MemberOpened
                    ? new Done(done.actor(), done.post(), move.at())
                    : Done.bySystem(move.at());
            switch (move.event()) {
                case JointEvent.MemberOpened opened ->
                    members.goOn(
                            caseOf(scene, opened.itemCode()),
                            handedOn(change.file(), scene, opened.itemCode()),
                            opened.on(),
                            promises(toFollow, scene, opened.itemCode()),
                            by);
                case JointEvent.MemberStopped stopped ->
                    members.end(
                            caseOf(scene, stopped.itemCode()),
                            texts.text(PAPER, "joint.stopped.reason", nameOf(scene, stopped.because())),
                            texts.text(
                                    PAPER,
                                    "joint.stopped.basis",
                                    scene.theme().name(),
                                    scene.theme().version()),
                            by);
                default -> {
                    // What has ended has ended; the whole's completion is its own.
                }
            }
            change.add(move.event(), by);
        }
        JointScene now = moves.isEmpty() ? scene : scenes.of(change.file());
        if (change.file().acceptance() != null && !change.file().state().isEnd()) {
            for (JointEvent.SlackEaten eaten : LivePlanning.warnings(now.plan(), change.file())) {
                change.add(eaten, Done.bySystem(time.now()));
            }
        }
        if (change.file().version() != now.file().version()) {
            now = scenes.of(change.file());
        }
        return now;
    }

    private static long caseOf(JointScene scene, String itemCode) {
        return scene.file().member(itemCode).taken().caseId();
    }

    private static String nameOf(JointScene scene, String because) {
        MemberCase cause = scene.cases().get(because);
        return cause == null ? because : cause.item().name();
    }

    /** What members before it have produced and it needs (J2): nobody asks the applicant for it. */
    private static List<HandedIn> handedOn(JointFile file, JointScene scene, String itemCode) {
        MemberCase member = Objects.requireNonNull(scene.cases().get(itemCode));
        return scene.lines().stream()
                .filter(line -> line.handedOn().containsKey(itemCode))
                .filter(line ->
                        granted(file, Objects.requireNonNull(line.handedOn().get(itemCode))))
                .filter(line -> !member.papers().contains(line.name()))
                .map(line -> new HandedIn(line.name(), ItemVersion.MaterialForm.ELECTRONIC, 1, 1))
                .toList();
    }

    private static boolean granted(JointFile file, String itemCode) {
        return file.member(itemCode).progress() == MemberProgress.GRANTED;
    }

    private static List<Promise> promises(List<Promise> all, JointScene scene, String itemCode) {
        return all.stream()
                .filter(promise -> scene.lines().stream()
                        .filter(line -> line.name().equals(promise.material()))
                        .map(MaterialLine::neededBy)
                        .anyMatch(neededBy -> neededBy.contains(itemCode)))
                .toList();
    }

    /**
     * Writes state, events and answer; the caller's transaction holds the members' cases.
     *
     * @throws ChangedMeanwhile somebody was faster; the whole transaction must be given up
     */
    void write(Change change, JointScene scene, @Nullable Answer answer) {
        JointFile file = change.file();
        Instant dueAt = dueAt(file, scene);
        Instant wakeAt = wakeAt(file, scene).orElse(null);
        JointFile before = change.before;
        StateWrite state = before == null
                ? store.insertion(file, dueAt, wakeAt)
                : store.change(before.version(), file, dueAt, wakeAt);
        if (!journal.commit(Centre.OURS, state, change.events, answer)) {
            throw new ChangedMeanwhile(false, List.of());
        }
        Long project = file.application().project();
        if (project != null && before != null && !before.members().equals(file.members())) {
            store.movedInProject(project, file.id());
        }
    }

    /**
     * Looks at an application of which something has moved or become due, and does what follows. Does nothing when somebody is
     * faster: whatever they did will be looked at in its turn.
     *
     * @return whether anything followed
     */
    public boolean advance(long id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                store.takeMoved(id);
                JointFile file = store.find(id).orElse(null);
                return file != null && !file.state().isEnd() && advance(file);
            }));
        } catch (ChangedMeanwhile faster) {
            transaction.executeWithoutResult(_ -> store.remark(id));
            return false;
        }
    }

    private boolean advance(JointFile file) {
        Change change = change(file);
        JointScene scene = scenes.of(file);
        deemed(scene)
                .ifPresent(at -> change.add(
                        new JointEvent.Accepted(file.papersOn(), file.papersOn(), true, List.of()), Done.bySystem(at)));
        if (file.edition() != scene.calendar().edition()) {
            calendarChanged(change, scene);
        }
        JointScene after = follow(change, List.of(), null);
        if (change.events.isEmpty()) {
            store.wakeAt(file.id(), wakeAt(file, after).orElse(null));
            return false;
        }
        write(change, after, null);
        return true;
    }

    /** T4: nobody answered in time, and the lead's rules say that silence accepts. */
    private Optional<Instant> deemed(JointScene scene) {
        return acceptanceDue(scene).filter(due -> due.isBefore(time.now()));
    }

    private Optional<Instant> acceptanceDue(JointScene scene) {
        if (scene.file().state() != JointState.RECEIVED || !scene.lead().deemedAcceptance()) {
            return Optional.empty();
        }
        return clock(scene, ClockKind.ACCEPTANCE).map(ClockReading::dueAt);
    }

    private Optional<ClockReading> clock(JointScene scene, ClockKind kind) {
        return scenes.clocks(scene, time.now()).stream()
                .filter(reading -> reading.kind() == kind)
                .findFirst();
    }

    private void calendarChanged(Change change, JointScene scene) {
        LocalDate from = null;
        LocalDate to = null;
        if (scene.file().acceptance() != null) {
            WorkingCalendar earlier = scenes.asOf(scene.file().edition());
            LivePlan before =
                    LivePlanning.of(scene.file(), scene.cases(), scene.beforeOn(), Map.of(), earlier, time.today());
            from = before.dueOn();
            to = scene.plan().dueOn();
        }
        change.add(new JointEvent.CalendarChanged(scene.calendar().edition(), from, to), Done.bySystem(time.now()));
    }

    private @Nullable Instant dueAt(JointFile file, JointScene scene) {
        if (file.state().isEnd()) {
            return null;
        }
        return scenes.clocks(scene, time.now()).stream()
                .filter(reading -> reading.kind() != ClockKind.SUPPLEMENT)
                .filter(ClockReading::open)
                .map(ClockReading::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The next instant at which something happens by itself: the law accepts, or a member is late. */
    private Optional<Instant> wakeAt(JointFile file, JointScene scene) {
        if (file.state() == JointState.RECEIVED) {
            return acceptanceDue(scene).map(due -> due.plus(FIRST_INSTANT_AFTER));
        }
        if (file.state() != JointState.ACCEPTED) {
            return Optional.empty();
        }
        Instant now = time.now();
        Instant tomorrow = time.startOf(scene.calendar().workingDayAfter(time.today(), 1));
        Stream<Instant> late = file.members().stream()
                .filter(member -> member.progress() == MemberProgress.OPEN)
                .filter(member ->
                        !file.warned().contains(new JointFile.Warned(member.itemCode(), JointEvent.Slack.LATE)))
                .map(member -> scene.plan().line(member.itemCode()).endsOn())
                .map(day -> time.at(day, scene.calendar().closingTime(day)).plus(FIRST_INSTANT_AFTER))
                // Late already: each further working day eats another day of slack.
                .map(instant -> instant.isAfter(now) ? instant : tomorrow);
        return late.min(Comparator.naturalOrder());
    }

    /** One use of the green channel, recorded and counted in the project's file, in the application's transaction (J6). */
    void useGreenChannel(Project project, String application, Done done) {
        List<String> uses = new ArrayList<>(project.uses());
        uses.add(application);
        Project next = project.after(project.green(), project.limits(), project.milestones(), uses);
        OfficeEvent happened = new OfficeEvent.ProjectGreenUsed(project.number(), application, uses.size());
        NewEvent event = new NewEvent(
                project.id(),
                next.version(),
                OfficeEvents.type(happened),
                done.actor().userName(),
                done.post() == null ? null : done.post().role().name(),
                done.post() == null ? null : done.post().window(),
                done.at(),
                OfficeEvents.body(happened));
        if (!journal.commit(Centre.OURS, projects.change(next), List.of(event), null)) {
            throw new ChangedMeanwhile(false, List.of());
        }
    }
}
