package org.onewindow.joint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.MemberCases;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.Project.Green;
import org.onewindow.joint.model.OfficeEvent;
import org.onewindow.joint.store.OfficeEvents;
import org.onewindow.joint.store.ProjectStore;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.parties.MaskedParty;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to project files (J4, J6): owner, agent, milestones, the green channel and its uses. A green channel promises tighter
 * limits to the project and puts it first; every legal step stays. Events are {@code joint.project-*}.
 */
@Service
public class Projects {

    private final ProjectStore store;
    private final JointReading reading;
    private final Themes themes;
    private final Catalogue catalogue;
    private final MemberCases members;
    private final StaffDirectory staff;
    private final Parties parties;
    private final Journal journal;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    Projects(
            ProjectStore store,
            JointReading reading,
            Themes themes,
            Catalogue catalogue,
            MemberCases members,
            StaffDirectory staff,
            Parties parties,
            Journal journal,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.reading = reading;
        this.themes = themes;
        this.catalogue = catalogue;
        this.members = members;
        this.staff = staff;
        this.parties = parties;
        this.journal = journal;
        this.time = time;
        this.transaction = transaction;
    }

    /** What a file is opened with; {@code agent}: sign-in name of who helps, null without. */
    public record NewProject(
            String name,
            String theme,
            PartyDetails owner,
            @Nullable String agent) {}

    /**
     * A project file as somebody sees it who may.
     *
     * @param queryCode only right after opening; null otherwise
     * @param applications its applications, oldest first, as far as the viewer sees each
     */
    public record ProjectView(
            Project project,
            @Nullable String queryCode,
            @Nullable MaskedParty owner,
            List<JointView> applications) {}

    /**
     * Opens a file.
     *
     * @throws NotAllowed neither the manager nor a clerk whose window takes the lead item of the theme's first stage
     */
    public ProjectView open(Actor actor, NewProject wanted, Function<ProjectView, @Nullable Answer> answer) {
        Theme theme = themes.inEffect(wanted.theme())
                .orElseThrow(() -> new InvalidInput("/theme", "joint.no-theme", wanted.theme()));
        Post post = keeper(actor, theme);
        String agent = wanted.agent();
        if (agent != null && staff.find(agent).isEmpty()) {
            throw new InvalidInput("/agent", "staff.unknown", agent);
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            Project project = new Project(
                    journal.nextStream(),
                    1,
                    JointNumber.ofProject(members.nextNumber()),
                    wanted.name(),
                    wanted.owner().kind() == PartyDetails.Kind.ORGANISATION
                            ? ApplicantKind.ORGANISATION
                            : ApplicantKind.PERSON,
                    parties.keep(wanted.owner()),
                    theme.code(),
                    agent,
                    null,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    members.newSalt(),
                    time.now());
            ProjectView view = view(project, actor, members.queryCode(project.number(), project.querySalt()));
            write(
                    project,
                    store.insertion(project),
                    actor,
                    post,
                    new OfficeEvent.ProjectOpened(project.number(), project.theme()),
                    answer.apply(view));
            return view;
        }));
    }

    /** The manager, or a clerk at a window that takes the lead item of the first stage. */
    private Post keeper(Actor actor, Theme theme) {
        String lead = theme.stages().getFirst().lead().itemCode();
        return actor.posts().stream()
                .filter(post -> post.role() == Role.MANAGER
                        || (post.role() == Role.CLERK
                                && post.window() != null
                                && catalogue.windowLists(post.window(), lead)))
                .findFirst()
                .orElseThrow(() -> new NotAllowed("project"));
    }

    /**
     * Grants the green channel (绿色通道).
     *
     * @param limits tighter working days by item
     * @throws NotAllowed nobody but the manager and the county's leader
     * @throws Refused a limit that isn't tighter than the catalogue's promise, or of an item that isn't in the theme
     */
    public ProjectView grant(
            Actor actor,
            String number,
            Green green,
            Map<String, Integer> limits,
            Function<ProjectView, @Nullable Answer> answer) {
        Project project = get(number);
        Post post = actor.posts().stream()
                .filter(held -> held.role() == Role.MANAGER || held.role() == Role.LEADER)
                .findFirst()
                .orElseThrow(() -> new NotAllowed("green-channel"));
        List<Refusal> refusals = new ArrayList<>();
        if (green.reason().isBlank()) {
            refusals.add(Refusal.of("J6", "project.reason"));
        }
        Theme theme = themes.inEffect(project.theme()).orElseThrow(() -> new NotFound("theme"));
        limits.forEach((item, days) -> {
            Optional<ItemVersion> version = catalogue
                    .inEffect(item)
                    .filter(found -> theme.members().stream()
                            .anyMatch(member -> member.itemCode().equals(item)));
            if (version.isEmpty()) {
                refusals.add(Refusal.of("J6", "project.limit-item", item));
            } else if (days < 0 || days > version.get().committedDays()) {
                refusals.add(
                        Refusal.of("J6", "project.limit", item, version.get().committedDays()));
            }
        });
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Project next = project.after(green, limits, project.milestones(), project.uses());
        ProjectView view = view(next, actor, null);
        write(
                next,
                store.change(next),
                actor,
                post,
                new OfficeEvent.ProjectGreen(next.number(), next.theme(), green.ground()),
                answer.apply(view));
        return view;
    }

    /** Records that what a stage waits for was reached, e.g. works done (J1); it has no clock. */
    public ProjectView reach(
            Actor actor,
            String number,
            int stage,
            @Nullable LocalDate on,
            Function<ProjectView, @Nullable Answer> answer) {
        Project project = get(number);
        Theme theme = themes.inEffect(project.theme()).orElseThrow(() -> new NotFound("theme"));
        Post post = keeper(actor, theme);
        LocalDate day = on == null ? time.today() : on;
        List<Refusal> refusals = new ArrayList<>();
        if (theme.stage(stage).map(Theme.Stage::milestone).isEmpty()) {
            refusals.add(Refusal.of("J1", "project.no-milestone", stage));
        }
        if (day.isAfter(time.today())) {
            refusals.add(Refusal.of("J1", "project.milestone-future"));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Map<Integer, LocalDate> milestones = new HashMap<>(project.milestones());
        milestones.put(stage, day);
        Project next = project.after(project.green(), project.limits(), milestones, project.uses());
        ProjectView view = view(next, actor, null);
        write(
                next,
                store.change(next),
                actor,
                post,
                new OfficeEvent.ProjectMilestone(next.number(), next.theme(), stage, day),
                answer.apply(view));
        return view;
    }

    /** A file, for whoever keeps files, leads a stage of its theme, or oversees; its agent too. */
    public ProjectView find(Actor actor, String number) {
        Project project = get(number);
        if (!maySee(actor, project)) {
            throw new NotAllowed("project");
        }
        return view(project, actor, null);
    }

    /** Files, newest first; for the centre's manager and those who oversee. */
    public Page<Project> list(Actor actor, @Nullable String after, int limit) {
        boolean oversees = actor.has(Role.MANAGER) || actor.has(Role.LEADER) || actor.has(Role.SUPERVISOR);
        if (!oversees) {
            throw new NotAllowed("projects");
        }
        long before = after == null ? Long.MAX_VALUE : number(after);
        return Page.of(store.list(before, limit + 1), limit, project -> Cursor.of(Long.toString(project.id())));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(Cursor.read(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    private boolean maySee(Actor actor, Project project) {
        Theme theme = themes.inEffect(project.theme()).orElseThrow(() -> new NotFound("theme"));
        String lead = theme.stages().getFirst().lead().itemCode();
        return actor.userName().equals(project.agent())
                || actor.posts().stream().anyMatch(post -> switch (post.role()) {
                    case LEADER, SUPERVISOR, MANAGER, ADMIN -> true;
                    case REVIEWER, APPROVER, HEAD ->
                        theme.stages().stream()
                                .anyMatch(stage -> stage.leadDepartment().equals(post.department()));
                    case CLERK -> post.window() != null && catalogue.windowLists(post.window(), lead);
                    case CASHIER, AGENT -> false;
                });
    }

    /** A file for its owner, who knows the code: every step of every application (J6). */
    public Optional<ProjectView> track(String number, String code) {
        return JointNumber.parseProject(number)
                .flatMap(store::find)
                .filter(project -> members.matches(project.number(), project.querySalt(), code))
                .map(project -> new ProjectView(project, null, null, reading.ofProject(project, null)));
    }

    private ProjectView view(Project project, Actor actor, @Nullable String queryCode) {
        return new ProjectView(
                project,
                queryCode,
                parties.masked(List.of(project.owner())).get(project.owner()),
                reading.ofProject(project, actor));
    }

    private Project get(String number) {
        return JointNumber.parseProject(number).flatMap(store::find).orElseThrow(() -> new NotFound("project"));
    }

    private void write(
            Project project, StateWrite state, Actor actor, Post post, OfficeEvent happened, @Nullable Answer answer) {
        NewEvent event = new NewEvent(
                project.id(),
                project.version(),
                OfficeEvents.type(happened),
                actor.userName(),
                post.role().name(),
                post.window(),
                time.now(),
                OfficeEvents.body(happened));
        if (!journal.commit(Centre.OURS, state, List.of(event), answer)) {
            throw new ChangedMeanwhile(false, List.of(OfficeEvents.type(happened)));
        }
    }
}
