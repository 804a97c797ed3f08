package org.onewindow.joint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.divisions.Divisions;
import org.onewindow.joint.Review.Opinion;
import org.onewindow.joint.Review.Stand;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.JointRules;
import org.onewindow.joint.model.OfficeEvent;
import org.onewindow.joint.store.JointStore;
import org.onewindow.joint.store.OfficeEvents;
import org.onewindow.joint.store.ProjectStore;
import org.onewindow.joint.store.ReviewStore;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * The door to joint review meetings (J4): convened by the centre or the lead, about an application or a project file. Events are
 * {@code joint.review-*}; {@code joint.review-silent} is what supervision looks for.
 */
@Service
public class Reviews {

    /** The first instant after the last day (T2). */
    private static final Duration FIRST_INSTANT_AFTER = Duration.ofNanos(1_000);

    private final ReviewStore store;
    private final JointStore applications;
    private final ProjectStore projects;
    private final Themes themes;
    private final Divisions divisions;
    private final CentreCalendar calendar;
    private final Journal journal;
    private final CentreTime time;

    Reviews(
            ReviewStore store,
            JointStore applications,
            ProjectStore projects,
            Themes themes,
            Divisions divisions,
            CentreCalendar calendar,
            Journal journal,
            CentreTime time) {
        this.store = store;
        this.applications = applications;
        this.projects = projects;
        this.themes = themes;
        this.divisions = divisions;
        this.calendar = calendar;
        this.journal = journal;
        this.time = time;
    }

    /**
     * What is convened.
     *
     * @param stage the stage it prepares; for a project file, since an application has its own
     * @param opinionDays working days the bodies have for their opinions
     */
    public record Convene(
            int stage, Instant at, String place, String agenda, List<String> departments, int opinionDays) {}

    /** Convenes a meeting about an application. */
    public Review ofApplication(
            Actor actor, String number, Convene convene, Function<Review, @Nullable Answer> answer) {
        JointFile file =
                JointNumber.parse(number).flatMap(applications::find).orElseThrow(() -> new NotFound("joint case"));
        Theme.Stage stage = themes.version(
                        file.application().theme(), file.application().themeVersion())
                .stage(file.application().stage())
                .orElseThrow();
        Post post = convener(actor, stage, file.application().window());
        return convene(actor, post, convene, file.id(), null, file.number(), stage, answer);
    }

    /** Convenes a meeting about a project file, also before any application (提前介入). */
    public Review ofProject(Actor actor, String number, Convene convene, Function<Review, @Nullable Answer> answer) {
        Project project =
                JointNumber.parseProject(number).flatMap(projects::find).orElseThrow(() -> new NotFound("project"));
        Theme.Stage stage = themes.inEffect(project.theme())
                .flatMap(theme -> theme.stage(convene.stage()))
                .orElseThrow(() -> new NotFound("stage"));
        Post post = convener(actor, stage, null);
        return convene(actor, post, convene, null, project.id(), project.number(), stage, answer);
    }

    private static Post convener(Actor actor, Theme.Stage stage, @Nullable String window) {
        return Stream.of(
                        actor.postAt(Role.CLERK, window),
                        actor.postIn(Role.REVIEWER, stage.leadDepartment()),
                        actor.postIn(Role.APPROVER, stage.leadDepartment()),
                        first(actor, Role.MANAGER))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new NotAllowed("convene"));
    }

    private static Optional<Post> first(Actor actor, Role role) {
        return actor.posts().stream().filter(post -> post.role() == role).findFirst();
    }

    private Review convene(
            Actor actor,
            Post post,
            Convene convene,
            @Nullable Long application,
            @Nullable Long project,
            String subject,
            Theme.Stage stage,
            Function<Review, @Nullable Answer> answer) {
        List<Refusal> refusals = new ArrayList<>();
        if (convene.at().isBefore(time.now())) {
            refusals.add(Refusal.of("J4", "review.past"));
        }
        if (convene.departments().isEmpty()) {
            refusals.add(Refusal.of("J4", "review.nobody"));
        }
        List<String> unknown = convene.departments().stream()
                .filter(code -> divisions.findDepartment(code).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            refusals.add(Refusal.of("J4", "review.unknown", unknown));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Review review = new Review(
                journal.nextStream(),
                1,
                application,
                project,
                subject,
                stage.number(),
                convene.at(),
                convene.place(),
                convene.agenda(),
                convene.departments().stream().distinct().toList(),
                calendar.current().workingDayAfter(time.today(), convene.opinionDays()),
                stage.silenceAgrees(),
                actor.userName(),
                List.of(),
                null);
        write(
                review,
                store.insertion(review, wakeAt(review)),
                actor,
                post,
                time.now(),
                new OfficeEvent.ReviewConvened(review.subject(), review.stage(), review.dueOn()),
                answer.apply(review));
        return review;
    }

    /** A meeting, for those who convene it, take part, or oversee. */
    public Review find(Actor actor, long id) {
        Review review = store.find(id).orElseThrow(() -> new NotFound("review"));
        if (!maySee(actor, review)) {
            throw new NotAllowed("review");
        }
        return review;
    }

    /** Meetings about an application, as far as the actor may see them. */
    public List<Review> ofApplication(Actor actor, String number) {
        JointFile file =
                JointNumber.parse(number).flatMap(applications::find).orElseThrow(() -> new NotFound("joint case"));
        boolean all = JointRules.seesAll(actor, file);
        return store.ofApplication(file.id()).stream()
                .filter(review -> all || takesPart(actor, review))
                .toList();
    }

    /** Meetings about a project file, as far as the actor may see them. */
    public List<Review> ofProject(Actor actor, String number) {
        Project project =
                JointNumber.parseProject(number).flatMap(projects::find).orElseThrow(() -> new NotFound("project"));
        return store.ofProject(project.id()).stream()
                .filter(review -> takesPart(actor, review))
                .toList();
    }

    /** Meetings that wait for an opinion of one of the actor's departments, what is due first first. */
    public List<Review> awaiting(Actor actor, int limit) {
        List<String> departments = actor.posts().stream()
                .map(Post::department)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return store.waiting(departments, limit).stream()
                .filter(review -> review.silent().stream().anyMatch(department -> mayGive(actor, department)))
                .toList();
    }

    /** Whether somebody may give a body's opinion. */
    public static boolean mayGive(Actor actor, String department) {
        return Stream.of(Role.REVIEWER, Role.APPROVER, Role.HEAD)
                .anyMatch(role -> actor.postIn(role, department).isPresent());
    }

    /** Whoever sees the whole application sees its meetings, one by one as in its list. */
    private boolean maySee(Actor actor, Review review) {
        Long application = review.application();
        return takesPart(actor, review)
                || (application != null
                        && applications
                                .find(application)
                                .filter(file -> JointRules.seesAll(actor, file))
                                .isPresent());
    }

    private static boolean takesPart(Actor actor, Review review) {
        return actor.userName().equals(review.convenedBy())
                || actor.posts().stream().anyMatch(post -> switch (post.role()) {
                    case LEADER, SUPERVISOR, MANAGER, ADMIN -> true;
                    case CLERK, CASHIER, AGENT -> false;
                    case REVIEWER, APPROVER, HEAD ->
                        post.department() != null && review.departments().contains(post.department());
                });
    }

    /**
     * A body's opinion.
     *
     * @throws NotAllowed nobody of that body's reviewers, approvers and heads
     * @throws Refused after the limit, a second time, or by a body that wasn't asked
     */
    public Review give(
            Actor actor,
            long id,
            String department,
            Stand stand,
            String text,
            Function<Review, @Nullable Answer> answer) {
        Review review = store.find(id).orElseThrow(() -> new NotFound("review"));
        Post post = Stream.of(Role.REVIEWER, Role.APPROVER, Role.HEAD)
                .map(role -> actor.postIn(role, department))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new NotAllowed("opinion"));
        List<Refusal> refusals = new ArrayList<>();
        if (!review.departments().contains(department)) {
            refusals.add(Refusal.of("J4", "review.not-asked", department));
        } else if (review.hasOpinionOf(department) || dueAt(review).isBefore(time.now())) {
            refusals.add(Refusal.of("J4", "review.given", department));
        }
        if (stand == Stand.AGREED_BY_SILENCE || stand == Stand.MISSED) {
            refusals.add(Refusal.of("J4", "review.no-stand"));
        }
        if (stand != Stand.AGREES && text.isBlank()) {
            refusals.add(Refusal.of("J4", "review.reason"));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        List<Opinion> opinions = new ArrayList<>(review.opinions());
        opinions.add(new Opinion(department, stand, text, actor.userName(), time.now()));
        Review next = review.after(opinions, review.minutes());
        write(
                next,
                store.change(next, wakeAt(next)),
                actor,
                post,
                time.now(),
                new OfficeEvent.ReviewOpinion(next.subject(), next.stage(), next.dueOn(), department, stand),
                answer.apply(next));
        return next;
    }

    /** The minutes, once the meeting has taken place. */
    public Review record(Actor actor, long id, String text, Function<Review, @Nullable Answer> answer) {
        Review review = store.find(id).orElseThrow(() -> new NotFound("review"));
        boolean convened = actor.userName().equals(review.convenedBy());
        if (!convened && !actor.has(Role.MANAGER)) {
            throw new NotAllowed("minutes");
        }
        List<Refusal> refusals = new ArrayList<>();
        if (time.now().isBefore(review.at())) {
            refusals.add(Refusal.of("J4", "review.early"));
        }
        if (review.minutes() != null) {
            refusals.add(Refusal.of("J4", "review.recorded"));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Review next = review.after(review.opinions(), new Review.Minutes(text, actor.userName(), time.now()));
        write(
                next,
                store.change(next, wakeAt(next)),
                actor,
                actor.posts().stream().findFirst().orElse(null),
                time.now(),
                new OfficeEvent.ReviewRecorded(next.subject(), next.stage(), next.dueOn()),
                answer.apply(next));
        return next;
    }

    /** Lets silence count, or be missed, where the limit has run out (J4); the sweep's. */
    public boolean silence(Review review) {
        Instant dueAt = dueAt(review);
        if (!dueAt.isBefore(time.now()) || review.silent().isEmpty()) {
            return false;
        }
        Stand stand = review.silenceAgrees() ? Stand.AGREED_BY_SILENCE : Stand.MISSED;
        String department = review.silent().getFirst();
        List<Opinion> opinions = new ArrayList<>(review.opinions());
        opinions.add(new Opinion(department, stand, "", Actor.SYSTEM.userName(), dueAt));
        Review next = review.after(opinions, review.minutes());
        try {
            write(
                    next,
                    store.change(next, wakeAt(next)),
                    Actor.SYSTEM,
                    null,
                    dueAt,
                    new OfficeEvent.ReviewSilent(next.subject(), next.stage(), next.dueOn(), department, stand),
                    null);
            return true;
        } catch (ChangedMeanwhile faster) {
            return false;
        }
    }

    private @Nullable Instant wakeAt(Review review) {
        return review.silent().isEmpty() ? null : dueAt(review).plus(FIRST_INSTANT_AFTER);
    }

    private Instant dueAt(Review review) {
        WorkingCalendar edition = calendar.current();
        LocalDate dueOn = review.dueOn();
        return time.at(dueOn, edition.closingTime(dueOn));
    }

    private void write(
            Review review,
            StateWrite state,
            Actor actor,
            @Nullable Post post,
            Instant at,
            OfficeEvent happened,
            @Nullable Answer answer) {
        NewEvent event = new NewEvent(
                review.id(),
                review.version(),
                OfficeEvents.type(happened),
                actor.userName(),
                post == null ? null : post.role().name(),
                post == null ? null : post.window(),
                at,
                OfficeEvents.body(happened));
        if (!journal.commit(Centre.OURS, state, List.of(event), answer)) {
            throw new ChangedMeanwhile(false, List.of());
        }
    }
}
