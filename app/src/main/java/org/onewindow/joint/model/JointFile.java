package org.onewindow.joint.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.HandedIn;
import org.onewindow.joint.JointState;
import org.onewindow.joint.MemberProgress;
import org.onewindow.joint.PickUp;
import org.onewindow.joint.Survey;
import org.onewindow.joint.model.JointEvent.Outcome;
import org.onewindow.joint.model.JointEvent.Slack;
import org.onewindow.joint.model.JointEvent.Taken;
import org.onewindow.kernel.Bug;

/**
 * A joint application (并联审批, J2): what is known of it as a whole, folded from its events.
 *
 * <p>It begins when the lead window takes in one form and one list of papers; its members' cases wait. The window accepts once, says
 * once what is missing, or refuses, under one acceptance clock. From acceptance the graph rules: what has no unfinished predecessor
 * is worked, the rest is opened as what comes before it ends. Members themselves live as ordinary cases; here is only how far each
 * has come. When all have ended, the whole is completed.
 *
 * @param version version of the last event
 * @param application as it was received
 * @param handler who received it: first inquiry for the whole (C5)
 * @param papersAt when the papers were there: at receipt, or with the supplement that completed them
 * @param extension working days the county's leader added (T7); 0 while none
 * @param edition calendar edition the row's due instant was computed with
 */
public record JointFile(
        long id,
        int version,
        JointState state,
        JointEvent.Received application,
        Instant receivedAt,
        String handler,
        List<HandedIn> materials,
        Instant papersAt,
        LocalDate papersOn,
        List<Notice> notices,
        @Nullable Acceptance acceptance,
        @Nullable Instant endedAt,
        int extension,
        PickUp pickUp,
        List<Member> members,
        List<Warned> warned,
        List<Survey> surveys,
        long edition) {

    /** The one notice: open while {@code closedAt} is null; told when {@code servedOn} isn't. */
    public record Notice(
            List<Point> points,
            int days,
            Instant startedAt,
            LocalDate startDay,
            Instant at,
            @Nullable LocalDate servedOn,
            List<String> suppliedAfter,
            @Nullable Instant closedAt) {

        /** Points not yet answered by a paper (C3). */
        public List<Point> unmet() {
            return points.stream()
                    .filter(point -> !suppliedAfter.contains(point.material()))
                    .toList();
        }
    }

    /** The one acceptance. */
    public record Acceptance(Instant at, LocalDate effectiveOn, LocalDate startDay, boolean deemed) {}

    /** A member; {@code because} is the member whose refusal stopped it (J5). */
    public record Member(
            Taken taken,
            MemberProgress progress,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable Instant endedAt,
            @Nullable String because) {

        public String itemCode() {
            return taken.itemCode();
        }
    }

    /** A warning that was given. */
    public record Warned(String itemCode, Slack level) {}

    /** An event with who did it when. */
    public record Recorded(
            int version,
            String actor,
            @Nullable String post,
            @Nullable String window,
            Instant at,
            LocalDate on,
            JointEvent event) {}

    public JointFile {
        materials = List.copyOf(materials);
        notices = List.copyOf(notices);
        members = List.copyOf(members);
        warned = List.copyOf(warned);
        surveys = List.copyOf(surveys);
    }

    public String number() {
        return application.number();
    }

    /** Names of all papers in hand. */
    public List<String> inHand() {
        return materials.stream().map(HandedIn::name).toList();
    }

    /** The notice that is out, if any. */
    public Optional<Notice> openNotice() {
        return notices.stream().filter(notice -> notice.closedAt() == null).findFirst();
    }

    /** A member by its item. */
    public Member member(String itemCode) {
        return members.stream()
                .filter(member -> member.itemCode().equals(itemCode))
                .findFirst()
                .orElseThrow(() -> Bug.found("no member " + itemCode + " in " + number()));
    }

    /** The application after its first event. */
    public static JointFile begin(long id, Recorded first) {
        if (!(first.event() instanceof JointEvent.Received received)) {
            throw Bug.found("an application that doesn't begin with its receipt: " + first.event());
        }
        return new JointFile(
                id,
                first.version(),
                JointState.RECEIVED,
                received,
                first.at(),
                first.actor(),
                received.materials(),
                first.at(),
                received.on(),
                List.of(),
                null,
                null,
                0,
                received.pickUp(),
                received.members().stream()
                        .map(taken -> new Member(taken, MemberProgress.WAITING, null, null, null, null))
                        .toList(),
                List.of(),
                List.of(),
                received.edition());
    }

    /** The application after one more event. */
    public JointFile after(Recorded recorded) {
        Draft draft = new Draft(this, recorded);
        draft.apply(recorded.event());
        return draft.freeze();
    }

    /** The parts that an event may change, open for change while one is applied. */
    private static final class Draft {

        private final JointFile file;
        private final Recorded recorded;
        private JointState state;
        private final List<HandedIn> materials;
        private Instant papersAt;
        private LocalDate papersOn;
        private final List<Notice> notices;
        private @Nullable Acceptance acceptance;
        private @Nullable Instant endedAt;
        private int extension;
        private PickUp pickUp;
        private final List<Member> members;
        private final List<Warned> warned;
        private final List<Survey> surveys;
        private long edition;

        private Draft(JointFile file, Recorded recorded) {
            this.file = file;
            this.recorded = recorded;
            state = file.state();
            materials = new ArrayList<>(file.materials());
            papersAt = file.papersAt();
            papersOn = file.papersOn();
            notices = new ArrayList<>(file.notices());
            acceptance = file.acceptance();
            endedAt = file.endedAt();
            extension = file.extension();
            pickUp = file.pickUp();
            members = new ArrayList<>(file.members());
            warned = new ArrayList<>(file.warned());
            surveys = new ArrayList<>(file.surveys());
            edition = file.edition();
        }

        private void apply(JointEvent event) {
            switch (event) {
                case JointEvent.Received again -> throw Bug.found("received twice: " + again.number());
                case JointEvent.SupplementRequested request -> {
                    notices.add(new Notice(
                            request.points(),
                            request.days(),
                            papersAt,
                            papersOn,
                            recorded.at(),
                            request.servedOn(),
                            List.of(),
                            null));
                    state = JointState.AWAITING_SUPPLEMENT;
                }
                case JointEvent.Supplemented supplement -> supplemented(supplement);
                case JointEvent.Accepted accepted -> {
                    acceptance = new Acceptance(
                            recorded.at(), accepted.effectiveOn(), accepted.startDay(), accepted.deemed());
                    notices.replaceAll(notice -> closed(notice));
                    state = JointState.ACCEPTED;
                }
                case JointEvent.Refused _ -> end(JointState.NOT_ACCEPTED);
                case JointEvent.Withdrawn _ -> end(JointState.WITHDRAWN);
                case JointEvent.MemberOpened opened ->
                    change(
                            opened.itemCode(),
                            member -> new Member(member.taken(), MemberProgress.OPEN, opened.on(), null, null, null));
                case JointEvent.MemberEnded ended -> end(ended.itemCode(), progress(ended.outcome()), ended.on(), null);
                case JointEvent.MemberStopped stopped ->
                    end(stopped.itemCode(), MemberProgress.STOPPED, stopped.on(), stopped.because());
                case JointEvent.SlackEaten eaten -> warned.add(new Warned(eaten.itemCode(), eaten.level()));
                case JointEvent.Extended extended -> extension = extended.days();
                case JointEvent.SurveyArranged survey ->
                    surveys.add(new Survey(survey.at(), survey.place(), survey.bodies(), List.of()));
                case JointEvent.SurveyRecorded findings -> {
                    Survey survey = surveys.get(findings.survey() - 1);
                    surveys.set(
                            findings.survey() - 1,
                            new Survey(survey.at(), survey.place(), survey.bodies(), findings.findings()));
                }
                case JointEvent.PickUpChosen chosen -> pickUp = chosen.pickUp();
                case JointEvent.Completed _ -> end(JointState.COMPLETED);
                case JointEvent.CalendarChanged changed -> edition = changed.edition();
                case JointEvent.Paid _, JointEvent.Delivered _ -> {
                    // The members' own cases hold what was paid and collected.
                }
            }
        }

        private static MemberProgress progress(Outcome outcome) {
            return switch (outcome) {
                case GRANTED -> MemberProgress.GRANTED;
                case REFUSED -> MemberProgress.REFUSED;
                case ENDED -> MemberProgress.ENDED;
            };
        }

        private void supplemented(JointEvent.Supplemented event) {
            List<String> names = event.materials().stream().map(HandedIn::name).toList();
            materials.removeIf(paper -> names.contains(paper.name()));
            materials.addAll(event.materials());
            notices.replaceAll(notice -> supplied(notice, names));
            if (state == JointState.AWAITING_SUPPLEMENT && event.completes()) {
                notices.replaceAll(this::closed);
                state = JointState.RECEIVED;
                papersAt = recorded.at();
                papersOn = event.on();
            }
        }

        private static Notice supplied(Notice notice, List<String> names) {
            List<String> all = new ArrayList<>(notice.suppliedAfter());
            names.stream().filter(name -> !all.contains(name)).forEach(all::add);
            return new Notice(
                    notice.points(),
                    notice.days(),
                    notice.startedAt(),
                    notice.startDay(),
                    notice.at(),
                    notice.servedOn(),
                    List.copyOf(all),
                    notice.closedAt());
        }

        private Notice closed(Notice notice) {
            return notice.closedAt() != null
                    ? notice
                    : new Notice(
                            notice.points(),
                            notice.days(),
                            notice.startedAt(),
                            notice.startDay(),
                            notice.at(),
                            notice.servedOn(),
                            notice.suppliedAfter(),
                            recorded.at());
        }

        private void end(String itemCode, MemberProgress progress, LocalDate on, @Nullable String because) {
            change(
                    itemCode,
                    member -> new Member(member.taken(), progress, member.startedOn(), on, recorded.at(), because));
        }

        private void change(String itemCode, java.util.function.UnaryOperator<Member> how) {
            members.replaceAll(member -> member.itemCode().equals(itemCode) ? how.apply(member) : member);
        }

        private void end(JointState end) {
            state = end;
            endedAt = recorded.at();
        }

        private JointFile freeze() {
            return new JointFile(
                    file.id(),
                    recorded.version(),
                    state,
                    file.application(),
                    file.receivedAt(),
                    file.handler(),
                    materials,
                    papersAt,
                    papersOn,
                    notices,
                    acceptance,
                    endedAt,
                    extension,
                    pickUp,
                    members,
                    warned,
                    surveys,
                    edition);
        }
    }
}
