package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.FollowedCase;
import org.onewindow.divisions.Divisions;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
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
import org.onewindow.supervision.Assignment.Kind;
import org.onewindow.supervision.Assignment.State;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.store.AssignmentStore;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Service;

/** The door to reminders, supervision orders and assigned tasks (S5, S9). Their limits are watched like any other. */
@Service
public class Assignments {

    private static final int LONGEST_LIMIT = 60;

    private final AssignmentStore store;
    private final CardStore cards;
    private final CaseHistories histories;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final Rules rules;
    private final Journal journal;
    private final CentreCalendar calendar;
    private final CentreTime time;

    Assignments(
            AssignmentStore store,
            CardStore cards,
            CaseHistories histories,
            Divisions divisions,
            StaffDirectory staff,
            Rules rules,
            Journal journal,
            CentreCalendar calendar,
            CentreTime time) {
        this.store = store;
        this.cards = cards;
        this.histories = histories;
        this.divisions = divisions;
        this.staff = staff;
        this.rules = rules;
        this.journal = journal;
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * What is to be given.
     *
     * @param caseNumber the case it is about; null where it is about none
     * @param card the card it is about, which then says the case
     * @param department whose matter it is; null where case or card say it
     * @param to sign-in name of whom it is for; null: the department
     * @param days working days for answering; null: what the rules say; a reminder has none
     */
    public record Given(
            Kind kind,
            @Nullable String caseNumber,
            @Nullable Long card,
            @Nullable String department,
            @Nullable String to,
            @Nullable String content,
            @Nullable Integer days) {}

    /**
     * Gives a reminder, an order or a task.
     *
     * @throws NotAllowed reminders and orders are a supervisor's or manager's, tasks a leader's or manager's
     * @throws InvalidInput for a case, card, department or person that isn't there
     * @throws Refused with every reason
     */
    public Assignment give(Actor actor, Given given, Function<Assignment, @Nullable Answer> answer) {
        Role role = giver(actor, given.kind());
        Instant now = time.now();
        CardFile card = card(given);
        FollowedCase about = about(given);
        String department = department(given, card, about);
        String content = given.content() == null ? "" : given.content().strip();
        boolean reminder = given.kind() == Kind.REMINDER;
        Integer asked = given.days();
        int days =
                reminder ? 0 : asked == null ? rules.on(time.today()).replies().order() : asked;
        List<Refusal> refusals = new ArrayList<>();
        if (content.isEmpty()) {
            refusals.add(Refusal.of(rule(given.kind()), "assignment.content"));
        }
        if (!reminder && (days < 1 || days > LONGEST_LIMIT)) {
            refusals.add(Refusal.of(rule(given.kind()), "assignment.days", LONGEST_LIMIT));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Assignment assignment = new Assignment(
                journal.nextStream(),
                1,
                given.kind(),
                State.OPEN,
                department,
                given.to(),
                given.card(),
                caseId(card, about),
                about != null ? about.number() : card == null ? null : card.caseNumber(),
                content,
                actor.userName(),
                now,
                days,
                reminder ? null : dueAt(now, days),
                false,
                null);
        NewEvent event = event(assignment, "supervision.assignment-given", actor, role, now, assignment);
        if (!journal.commit(Centre.OURS, store.insertion(assignment), List.of(event), answer.apply(assignment))) {
            throw Bug.found("an assignment's number given twice");
        }
        return assignment;
    }

    private static @Nullable Long caseId(@Nullable CardFile card, @Nullable FollowedCase about) {
        if (about != null) {
            return about.id();
        }
        return card == null ? null : card.caseId();
    }

    private @Nullable CardFile card(Given given) {
        Long id = given.card();
        return id == null ? null : cards.find(id).orElseThrow(() -> new InvalidInput("/card", "assignment.card"));
    }

    private @Nullable FollowedCase about(Given given) {
        String number = given.caseNumber();
        return number == null
                ? null
                : histories.find(number).orElseThrow(() -> new InvalidInput("/caseNumber", "assignment.case"));
    }

    private String department(Given given, @Nullable CardFile card, @Nullable FollowedCase about) {
        String to = given.to();
        if (to != null && staff.actor(to).isEmpty()) {
            throw new InvalidInput("/to", "assignment.person");
        }
        String department = given.department() != null
                ? given.department()
                : card != null ? card.department() : about == null ? null : about.department();
        if (department == null || divisions.findDepartment(department).isEmpty()) {
            throw new InvalidInput("/department", "assignment.department");
        }
        return department;
    }

    private Instant dueAt(Instant from, int days) {
        WorkingCalendar edition = calendar.current();
        LocalDate last = edition.workingDayAfter(time.dayOf(from), days);
        return time.at(last, edition.closingTime(last));
    }

    /**
     * Answers an order or task (反馈).
     *
     * @throws NotAllowed nobody but whom it is for, or whoever acts for the department
     */
    public Assignment answer(
            Actor actor,
            long id,
            @Nullable String text,
            @Nullable Long expectedVersion,
            Function<Assignment, @Nullable Answer> answer) {
        Assignment seen = get(id);
        Role role = answering(actor, seen);
        String said = text == null ? "" : text.strip();
        List<Refusal> refusals = new ArrayList<>();
        if (seen.kind() == Kind.REMINDER) {
            refusals.add(Refusal.of("S5", "assignment.reminder"));
        } else if (seen.state() != State.OPEN) {
            refusals.add(Refusal.of(rule(seen.kind()), "assignment.answer-state", seen.state()));
        }
        if (said.isEmpty()) {
            refusals.add(Refusal.of(rule(seen.kind()), "assignment.answer"));
        }
        Assignment after = seen.with(State.ANSWERED, seen.dueAt(), seen.unanswered(), said);
        return write(
                actor,
                role,
                seen,
                after,
                refusals,
                expectedVersion,
                "supervision.assignment-answered",
                new Said(said),
                answer);
    }

    private record Said(String answer) {}

    private record Closed(
            boolean accepted, String note, @Nullable Instant dueAt) {}

    /**
     * Closes it (核销), or sends an answer back: then its limit begins anew.
     *
     * @throws NotAllowed nobody but those who may give one of its kind
     */
    public Assignment close(
            Actor actor,
            long id,
            boolean accepted,
            @Nullable String note,
            @Nullable Long expectedVersion,
            Function<Assignment, @Nullable Answer> answer) {
        Assignment seen = get(id);
        Role role = giver(actor, seen.kind());
        String said = note == null ? "" : note.strip();
        List<Refusal> refusals = new ArrayList<>();
        boolean may = seen.state() == State.ANSWERED || (accepted && seen.state() == State.OPEN);
        if (!may) {
            refusals.add(Refusal.of(rule(seen.kind()), "assignment.close-state", seen.state()));
        }
        if (said.isEmpty()) {
            refusals.add(Refusal.of(rule(seen.kind()), "assignment.note"));
        }
        Instant dueAt = accepted ? seen.dueAt() : dueAt(time.now(), Math.max(1, seen.days()));
        Assignment after = accepted
                ? seen.with(State.CLOSED, dueAt, seen.unanswered(), seen.answer())
                : seen.with(State.OPEN, dueAt, false, seen.answer());
        return write(
                actor,
                role,
                seen,
                after,
                refusals,
                expectedVersion,
                "supervision.assignment-closed",
                new Closed(accepted, said, accepted ? null : dueAt),
                answer);
    }

    private Assignment write(
            Actor actor,
            Role role,
            Assignment seen,
            Assignment after,
            List<Refusal> refusals,
            @Nullable Long expectedVersion,
            String type,
            Object body,
            Function<Assignment, @Nullable Answer> answer) {
        if (expectedVersion != null && expectedVersion != seen.version()) {
            throw new ChangedMeanwhile(true, List.of());
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        NewEvent event = event(after, type, actor, role, time.now(), body);
        if (!journal.commit(Centre.OURS, store.change(after, seen.version()), List.of(event), answer.apply(after))) {
            throw new ChangedMeanwhile(expectedVersion != null, List.of());
        }
        return after;
    }

    private static NewEvent event(Assignment assignment, String type, Actor actor, Role role, Instant at, Object body) {
        return new NewEvent(
                assignment.id(),
                assignment.version(),
                type,
                actor.userName(),
                role.name(),
                null,
                at,
                SupervisionJson.write(body));
    }

    /**
     * Assignments, latest first: all for overseers, a department's for its own people, anybody else's those for them.
     *
     * @param department null: any that is the actor's to see
     * @param assignee sign-in name of whom they are for; null: anybody
     * @param caseNumber the case they are about; null: any or none
     * @throws NotAllowed for a department that isn't theirs
     */
    public Page<Assignment> list(
            Actor actor,
            @Nullable Kind kind,
            @Nullable State state,
            @Nullable String department,
            @Nullable String assignee,
            @Nullable String caseNumber,
            @Nullable String after,
            int limit) {
        long before = after == null ? Long.MAX_VALUE : number(after);
        String of = department;
        String person = assignee;
        if (!Viewing.oversees(actor)) {
            List<String> theirs = Viewing.departments(actor);
            if (department != null && !theirs.contains(department)) {
                throw new NotAllowed("assignments");
            }
            of = department != null ? department : theirs.isEmpty() ? null : theirs.getFirst();
            person = of == null ? actor.userName() : assignee;
        }
        return Page.of(
                store.list(kind, state, of, person, caseNumber, before, limit + 1),
                limit,
                assignment -> Cursor.of(Long.toString(assignment.id())));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(Cursor.read(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    /** What the actor is asked for and hasn't answered: earliest limit first, reminders last. */
    public List<Assignment> waitingFor(Actor actor, int limit) {
        return store.openFor(actor.userName(), Viewing.departments(actor), limit);
    }

    /** Kinds the actor may give. */
    public List<Kind> givenBy(Actor actor) {
        return Stream.of(Kind.values())
                .filter(kind -> giverOf(actor, kind).isPresent())
                .toList();
    }

    /**
     * An assignment with everything that was done with it.
     *
     * @throws NotFound no such assignment
     * @throws NotAllowed it isn't the actor's to see
     */
    public AssignmentDetail find(Actor actor, long id) {
        Assignment assignment = get(id);
        if (!Viewing.sees(actor, assignment.department(), assignment.assignee())) {
            throw new NotAllowed("assignment");
        }
        boolean gives = giverOf(actor, assignment.kind()).isPresent();
        List<String> allowed = new ArrayList<>();
        if (assignment.kind() != Kind.REMINDER
                && assignment.state() == State.OPEN
                && answererOf(actor, assignment).isPresent()) {
            allowed.add("answer");
        }
        if (gives && assignment.state() != State.CLOSED) {
            allowed.add("close");
        }
        if (gives && assignment.state() == State.ANSWERED) {
            allowed.add("send-back");
        }
        return new AssignmentDetail(assignment, CardDetail.acts(journal.stream(Centre.OURS, id)), allowed);
    }

    private Assignment get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("assignment"));
    }

    /** The rule an assignment of a kind stands under. */
    static String rule(Kind kind) {
        return kind == Kind.TASK ? "S9" : "S5";
    }

    private static Role giver(Actor actor, Kind kind) {
        return giverOf(actor, kind).orElseThrow(() -> new NotAllowed("assignment"));
    }

    private static Optional<Role> giverOf(Actor actor, Kind kind) {
        return Stream.of(kind == Kind.TASK ? Role.LEADER : Role.SUPERVISOR, Role.MANAGER)
                .filter(actor::has)
                .findFirst();
    }

    private static Role answering(Actor actor, Assignment assignment) {
        return answererOf(actor, assignment).orElseThrow(() -> new NotAllowed("assignment"));
    }

    private static Optional<Role> answererOf(Actor actor, Assignment assignment) {
        if (actor.userName().equals(assignment.assignee())) {
            return actor.posts().stream().map(Post::role).findFirst();
        }
        return assignment.assignee() != null
                ? Optional.empty()
                : Stream.of(Role.HEAD, Role.APPROVER, Role.REVIEWER)
                        .filter(role ->
                                actor.postIn(role, assignment.department()).isPresent())
                        .findFirst();
    }
}
