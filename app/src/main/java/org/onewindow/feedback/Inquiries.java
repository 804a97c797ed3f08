package org.onewindow.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.divisions.Divisions;
import org.onewindow.feedback.Consultation.Given;
import org.onewindow.feedback.Consultation.Inquiry;
import org.onewindow.feedback.Consultation.Reply;
import org.onewindow.feedback.Consultation.Told;
import org.onewindow.feedback.model.InquiryRules;
import org.onewindow.feedback.store.ConsultationStore;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
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
import org.onewindow.parties.MaskedParty;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * The door for questions that weren't answered at once (C1a): passed on to departments on the asker's behalf, escalated to the leader,
 * answered within the limit (T11).
 */
@Service
@EnableConfigurationProperties(ConsultationSettings.class)
public class Inquiries {

    /** More often nobody loses a race for one question. */
    private static final int ATTEMPTS = 3;

    private final ConsultationStore store;
    private final ConsultationSettings settings;
    private final Divisions divisions;
    private final Parties parties;
    private final Journal journal;
    private final CentreCalendar calendar;
    private final CentreTime time;

    Inquiries(
            ConsultationStore store,
            ConsultationSettings settings,
            Divisions divisions,
            Parties parties,
            Journal journal,
            CentreCalendar calendar,
            CentreTime time) {
        this.store = store;
        this.settings = settings;
        this.divisions = divisions;
        this.parties = parties;
        this.journal = journal;
        this.calendar = calendar;
        this.time = time;
    }

    /** Working days within which a question that wasn't answered at once is (T11). */
    int answerDays() {
        return settings.answerDays();
    }

    /** Whom a question is passed to; a reason to escalate it adds the leader. */
    List<Inquiry> of(List<String> departments, @Nullable String escalation, String by, Instant at) {
        List<Inquiry> inquiries = new ArrayList<>();
        departments.forEach(code -> inquiries.add(new Inquiry(code, null, by, at, null)));
        if (escalation != null) {
            inquiries.add(new Inquiry(null, escalation, by, at, null));
        }
        return inquiries;
    }

    /** Adds those among the departments named that aren't there, or are named twice. */
    void check(ApplicationCheck check, List<String> departments) {
        Set<String> named = new HashSet<>();
        for (String code : departments) {
            if (!named.add(code) || divisions.findDepartment(code).isEmpty()) {
                check.wrong("/departments", "consultation.department", code);
            }
        }
    }

    /** Until when the asker is answered; for one answered at once: when it was asked. */
    public Instant dueAt(Consultation consultation) {
        return consultation.days() == 0
                ? consultation.askedAt()
                : InquiryRules.dueAt(consultation.askedAt(), consultation.days(), calendar.current(), time);
    }

    /** Until when a question asked now would be answered. */
    public Instant dueAtOfOneAskedNow() {
        return InquiryRules.dueAt(time.now(), settings.answerDays(), calendar.current(), time);
    }

    /** Whether the asker waits past the limit. */
    public boolean isOverdue(Consultation consultation) {
        return consultation.isOpen() && time.now().isAfter(dueAt(consultation));
    }

    /**
     * A consultation.
     *
     * @throws NotAllowed nobody but its window or station, whom it was passed to, supervisors and managers
     */
    public Consultation find(Actor actor, long id) {
        Consultation consultation = get(id);
        if (!Keeping.sees(actor, consultation)) {
            throw new NotAllowed("consultation");
        }
        return consultation;
    }

    /**
     * Consultations whose askers wait, earliest limit first: of one's windows and stations, and those one's departments or, for the
     * leader, oneself should reply to; supervisors and managers see all.
     */
    public List<Consultation> open(Actor actor, int limit) {
        return Keeping.oversees(actor)
                ? store.open(limit)
                : store.open(
                        Keeping.places(actor, Role.CLERK),
                        Keeping.places(actor, Role.AGENT),
                        Stream.concat(
                                        Keeping.departments(actor).stream(),
                                        Keeping.speaks(actor, null).stream().map(_ -> ConsultationStore.LEADER))
                                .toList(),
                        limit);
    }

    /** Whether somebody is ever asked what others wait for, or oversees it. */
    public static boolean mayReply(Actor actor) {
        return Keeping.oversees(actor)
                || actor.has(Role.LEADER)
                || !Keeping.departments(actor).isEmpty();
    }

    /** What somebody may do with a consultation now. */
    public record Allowed(boolean pass, boolean escalate, List<Inquiry> reply, boolean answer) {}

    /** What somebody may do with a consultation now. */
    public Allowed allowed(Actor actor, Consultation consultation) {
        boolean open = consultation.isOpen();
        boolean keeps = Keeping.keeps(actor, consultation);
        return new Allowed(
                open && passing(actor, consultation).isPresent(),
                open && keeps && !consultation.wasPassedTo(null),
                open
                        ? consultation.silent().stream()
                                .filter(one ->
                                        Keeping.speaks(actor, one.department()).isPresent())
                                .toList()
                        : List.of(),
                open && keeps);
    }

    /** Those of the place pass on, and the leader it was escalated to, who thereby directs. */
    private static Optional<Post> passing(Actor actor, Consultation consultation) {
        return Keeping.post(actor, consultation.window(), consultation.station())
                .or(() -> consultation.wasPassedTo(null) ? Keeping.speaks(actor, null) : Optional.empty());
    }

    /**
     * Passes it on to departments, or escalates it (C1a). The limit stays.
     *
     * @param departments their codes
     * @param escalation why it is weighty; null where it isn't escalated
     * @throws NotAllowed nobody but its window or station, and the leader it was escalated to
     */
    public Consultation pass(
            Actor actor,
            long id,
            List<String> departments,
            @Nullable String escalation,
            @Nullable Long expectedVersion,
            Function<Consultation, @Nullable Answer> answer) {
        ApplicationCheck check = new ApplicationCheck();
        check(check, departments);
        if (departments.isEmpty() && escalation == null) {
            check.wrong("/departments", "required");
        }
        check.done();
        return change(id, expectedVersion, answer, seen -> passing(actor, seen), (seen, post) -> {
            Instant now = time.now();
            List<Inquiry> added = of(departments, escalation, actor.userName(), now);
            refuse(InquiryRules.whyNotPass(
                    seen,
                    added.stream().<@Nullable String>map(Inquiry::department).toList()));
            Consultation after = seen.with(
                    Stream.concat(seen.inquiries().stream(), added.stream()).toList(), null, seen.competentBody());
            return new Change(after, new FeedbackEvent.PassedOn(departments, escalation != null), actor, post, now);
        });
    }

    /**
     * What a department, or with null the leader, has to say; once.
     *
     * @throws NotAllowed nobody but its reviewers, approvers and head, where it was asked
     */
    public Consultation reply(
            Actor actor,
            long id,
            @Nullable String department,
            String text,
            @Nullable Long expectedVersion,
            Function<Consultation, @Nullable Answer> answer) {
        Function<Consultation, Optional<Post>> speaking =
                seen -> Keeping.speaks(actor, department).filter(_ -> seen.wasPassedTo(department));
        return change(id, expectedVersion, answer, speaking, (seen, post) -> {
            refuse(InquiryRules.whyNotReply(seen, department));
            Instant now = time.now();
            Reply reply = new Reply(text, actor.userName(), now);
            List<Inquiry> inquiries = seen.inquiries().stream()
                    .map(one -> one.isTo(department)
                            ? new Inquiry(department, one.reason(), one.by(), one.at(), reply)
                            : one)
                    .toList();
            return new Change(
                    seen.with(inquiries, null, seen.competentBody()),
                    new FeedbackEvent.Replied(department),
                    actor,
                    post,
                    now);
        });
    }

    /**
     * The asker was told the answer, which closes it.
     *
     * @param competentBody the right body with place and phone, where the matter isn't ours
     * @throws NotAllowed nobody but its window or station
     */
    public Consultation answer(
            Actor actor,
            long id,
            String text,
            Told told,
            @Nullable String competentBody,
            @Nullable Long expectedVersion,
            Function<Consultation, @Nullable Answer> answer) {
        Function<Consultation, Optional<Post>> keeping = seen -> Keeping.post(actor, seen.window(), seen.station());
        return change(id, expectedVersion, answer, keeping, (seen, post) -> {
            MaskedParty asker = asker(seen);
            refuse(InquiryRules.whyNotAnswer(seen, told, asker != null && asker.phone() != null));
            Instant now = time.now();
            return new Change(
                    seen.with(seen.inquiries(), new Given(text, told, actor.userName(), now), competentBody),
                    new FeedbackEvent.Answered(told, competentBody != null),
                    actor,
                    post,
                    now);
        });
    }

    /** Who asked, as shown by default; null where they didn't say. */
    public @Nullable MaskedParty asker(Consultation consultation) {
        Long asker = consultation.asker();
        return asker == null ? null : parties.masked(List.of(asker)).get(asker);
    }

    /**
     * Who asked, for calling them back; who looked is recorded (V3).
     *
     * @throws NotAllowed nobody but its window or station
     * @throws NotFound they didn't say
     */
    public PartyDetails contact(Actor actor, long id) {
        Consultation consultation = get(id);
        if (!Keeping.keeps(actor, consultation)) {
            throw new NotAllowed("consultation");
        }
        Long asker = consultation.asker();
        if (asker == null) {
            throw new NotFound("asker");
        }
        return parties.unmask(asker, actor, "consultation " + id);
    }

    private record Change(Consultation after, FeedbackEvent happened, Actor actor, Post post, Instant at) {}

    private Consultation change(
            long id,
            @Nullable Long expectedVersion,
            Function<Consultation, @Nullable Answer> answer,
            Function<Consultation, Optional<Post>> who,
            BiFunction<Consultation, Post, Change> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Consultation seen = get(id);
            Post post = who.apply(seen).orElseThrow(() -> new NotAllowed("consultation"));
            if (expectedVersion != null && expectedVersion != seen.version()) {
                throw new ChangedMeanwhile(true, List.of());
            }
            Change change = decide.apply(seen, post);
            Consultation after = change.after();
            if (journal.commit(
                    Centre.OURS,
                    store.change(after),
                    List.of(Keeping.event(after, change.happened(), change.actor(), change.post(), change.at())),
                    answer.apply(after))) {
                return after;
            }
        }
        throw new ChangedMeanwhile(expectedVersion != null, List.of());
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    private Consultation get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("consultation"));
    }
}
