package org.onewindow.joint.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.Promise;
import org.onewindow.cases.Command.RefusalGround;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.MemberCase;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.JointCommand.Kind;
import org.onewindow.joint.JointState;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.PickUp;
import org.onewindow.joint.Survey;
import org.onewindow.joint.model.JointFile.Notice;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Role;

/** What a command does to an application as a whole, or every reason why it may not; and whose it is to give (J2, C3, C4, T7). */
public final class JointRules {

    /** Default period for supplying what a notice names, in working days (C3). */
    private static final int SUPPLEMENT_DAYS = 10;

    private static final int FEWEST_SURVEYORS = 2;

    private final JointFile file;
    private final Context context;
    private final List<Refusal> refusals = new ArrayList<>();

    private JointRules(JointFile file, Context context) {
        this.file = file;
        this.context = context;
    }

    /**
     * What a rule may look at besides application and command.
     *
     * @param lines the merged list of materials that applies
     * @param cases the members' cases, by item
     * @param authorised whether filed authority covers accepting, where that is asked (K10)
     * @param ownMatter whether the actor is known to be a party to it (C14)
     * @param oneDecision whether the stage is one licensing decision, from the theme (J3)
     * @param dueOn when the whole is due; null before acceptance
     */
    public record Context(
            Actor actor,
            List<MaterialLine> lines,
            Map<String, MemberCase> cases,
            boolean authorised,
            boolean ownMatter,
            boolean oneDecision,
            @Nullable LocalDate dueOn,
            Instant now,
            LocalDate today) {}

    /** An event, or refusals. */
    public record Verdict(@Nullable JointEvent event, List<Refusal> refusals) {}

    /** The post in which the actor gives a command; empty: not theirs to give. */
    public static Optional<Post> giving(Kind kind, Actor actor, JointFile file) {
        String window = file.application().window();
        String department = file.application().department();
        return switch (kind) {
            case ACCEPT, REQUEST_SUPPLEMENT, SUPPLEMENT, REFUSE, DELIVER, CHOOSE_PICK_UP, WITHDRAW ->
                actor.postAt(Role.CLERK, window);
            case EXTEND -> first(actor, Role.LEADER);
            case ARRANGE_SURVEY, RECORD_SURVEY ->
                actor.postAt(Role.CLERK, window)
                        .or(() -> actor.postIn(Role.REVIEWER, department))
                        .or(() -> actor.postIn(Role.APPROVER, department))
                        .or(() -> first(actor, Role.MANAGER));
            case PAY -> first(actor, Role.CASHIER);
        };
    }

    private static Optional<Post> first(Actor actor, Role role) {
        return actor.posts().stream().filter(post -> post.role() == role).findFirst();
    }

    /** Whether the actor leads the application or oversees all: sees every member (J2). */
    public static boolean seesAll(Actor actor, JointFile file) {
        return actor.kind() == Actor.Kind.SYSTEM
                || actor.userName().equals(file.handler())
                || actor.postAt(Role.CLERK, file.application().window()).isPresent()
                || actor.posts().stream().anyMatch(post -> switch (post.role()) {
                    case REVIEWER, APPROVER, HEAD ->
                        file.application().department().equals(post.department());
                    case LEADER, SUPERVISOR, MANAGER, ADMIN, CASHIER -> true;
                    case CLERK, AGENT -> false;
                });
    }

    /** Whether the actor's department has a part in it. */
    public static boolean seesPart(Actor actor, String department) {
        return actor.posts().stream().anyMatch(post -> department.equals(post.department()));
    }

    /** The commands a state knows. */
    public static Set<Kind> commands(JointState state) {
        return switch (state) {
            case RECEIVED ->
                EnumSet.of(
                        Kind.ACCEPT,
                        Kind.REQUEST_SUPPLEMENT,
                        Kind.REFUSE,
                        Kind.ARRANGE_SURVEY,
                        Kind.CHOOSE_PICK_UP,
                        Kind.WITHDRAW);
            case AWAITING_SUPPLEMENT -> EnumSet.of(Kind.SUPPLEMENT, Kind.CHOOSE_PICK_UP, Kind.WITHDRAW);
            case ACCEPTED ->
                EnumSet.of(
                        Kind.EXTEND,
                        Kind.ARRANGE_SURVEY,
                        Kind.RECORD_SURVEY,
                        Kind.PAY,
                        Kind.DELIVER,
                        Kind.CHOOSE_PICK_UP,
                        Kind.WITHDRAW);
            case COMPLETED -> EnumSet.of(Kind.DELIVER, Kind.CHOOSE_PICK_UP);
            case NOT_ACCEPTED, WITHDRAWN -> EnumSet.noneOf(Kind.class);
        };
    }

    /** Why a command can't be given now, whatever it says; empty when it can. */
    public static List<Refusal> blocked(Kind kind, JointFile file, Context context) {
        JointRules rules = new JointRules(file, context);
        rules.precondition(kind);
        return List.copyOf(rules.refusals);
    }

    /** Decides a command. */
    public static Verdict decide(JointFile file, JointCommand command, Context context) {
        JointRules rules = new JointRules(file, context);
        rules.precondition(command.kind());
        if (!commands(file.state()).contains(command.kind())) {
            return new Verdict(null, List.copyOf(rules.refusals));
        }
        JointEvent event = rules.event(command);
        return rules.refusals.isEmpty()
                ? new Verdict(event, List.of())
                : new Verdict(null, List.copyOf(rules.refusals));
    }

    private void precondition(Kind kind) {
        if (!commands(file.state()).contains(kind)) {
            refusals.add(Refusal.of(kind.rule(), "joint.state", file.state()));
            return;
        }
        refuseIf(context.ownMatter() && kind != Kind.EXTEND, "C14", "own-matter");
        switch (kind) {
            case ACCEPT -> {
                List<String> missing = missing(Necessity.REQUIRED);
                refuseIf(!missing.isEmpty(), "C4", "accept.missing", missing);
            }
            case EXTEND -> {
                refuseIf(!context.oneDecision(), "J3", "joint.extend-none");
                refuseIf(file.extension() > 0, "T7", "extend.once");
                LocalDate dueOn = context.dueOn();
                refuseIf(dueOn != null && context.today().isAfter(dueOn), "T7", "extend.late");
            }
            case RECORD_SURVEY -> refuseIf(file.surveys().isEmpty(), "T14", "joint.no-survey");
            case PAY ->
                refuseIf(context.cases().values().stream().noneMatch(MemberCase::owes), "C6", "pay.nothing-owed");
            case DELIVER -> {
                boolean ready = context.cases().values().stream().anyMatch(JointRules::isReady);
                refuseIf(!ready, "J2", "joint.nothing-ready");
                refuseIf(
                        ready
                                && file.pickUp() == PickUp.TOGETHER
                                && context.cases().values().stream().anyMatch(MemberCase::isOpen),
                        "J2",
                        "joint.together");
            }
            case REQUEST_SUPPLEMENT, SUPPLEMENT, REFUSE, ARRANGE_SURVEY, CHOOSE_PICK_UP, WITHDRAW -> {
                // Nothing beyond the state.
            }
        }
    }

    /** Whether a result is there to be collected. */
    public static boolean isReady(MemberCase member) {
        return member.state() == CaseState.COMPLETED;
    }

    private @Nullable JointEvent event(JointCommand command) {
        return switch (command) {
            case JointCommand.Accept accept -> accept(accept);
            case JointCommand.RequestSupplement request -> requestSupplement(request);
            case JointCommand.Supplement supplement -> supplement(supplement);
            case JointCommand.Refuse refuse -> refuse(refuse);
            case JointCommand.Extend extend -> {
                refuseIf(
                        extend.days() < 1 || extend.days() > ThemeRules.EXTENSION_DAYS,
                        "T7",
                        "extend.days",
                        ThemeRules.EXTENSION_DAYS);
                yield new JointEvent.Extended(extend.days(), reason(extend.reason(), "T7", "extend.reason"));
            }
            case JointCommand.ArrangeSurvey survey -> arrange(survey);
            case JointCommand.RecordSurvey survey -> recordSurvey(survey);
            case JointCommand.Pay pay -> {
                refuseIf(pay.lines().isEmpty(), "C6", "joint.no-line");
                for (JointCommand.BillLine line : pay.lines()) {
                    MemberCase member = context.cases().get(line.itemCode());
                    refuseIf(member == null || !member.owes(), "C6", "joint.not-owed", line.itemCode());
                }
                yield new JointEvent.Paid(
                        pay.lines().stream()
                                .map(JointCommand.BillLine::itemCode)
                                .distinct()
                                .toList(),
                        pay.lines().stream()
                                .mapToLong(JointCommand.BillLine::amountFen)
                                .sum());
            }
            case JointCommand.Deliver deliver -> {
                refuseIf(text(deliver.recipient()).isEmpty(), "C8", "deliver.recipient");
                yield new JointEvent.Delivered(
                        context.cases().entrySet().stream()
                                .filter(entry -> isReady(entry.getValue()))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList(),
                        0,
                        context.today());
            }
            case JointCommand.ChoosePickUp choose -> new JointEvent.PickUpChosen(choose.pickUp());
            case JointCommand.Withdraw withdraw -> new JointEvent.Withdrawn(text(withdraw.reason()));
        };
    }

    private List<String> missing(Necessity necessity) {
        List<String> inHand = file.inHand();
        return context.lines().stream()
                .filter(line -> line.isAsked() && line.necessity() == necessity)
                .map(MaterialLine::name)
                .filter(name -> !inHand.contains(name))
                .toList();
    }

    private JointEvent accept(JointCommand.Accept accept) {
        refuseIf(!context.authorised(), "K10", "joint.authority");
        List<String> mayFollow = missing(Necessity.MAY_FOLLOW);
        List<String> promised =
                accept.documentsToFollow().stream().map(Promise::material).toList();
        List<String> unpromised =
                mayFollow.stream().filter(name -> !promised.contains(name)).toList();
        refuseIf(!unpromised.isEmpty(), "C16", "accept.no-promise", unpromised);
        List<String> idle =
                promised.stream().filter(name -> !mayFollow.contains(name)).toList();
        refuseIf(!idle.isEmpty(), "C16", "accept.may-not-follow", idle);
        accept.documentsToFollow()
                .forEach(promise -> refuseIf(
                        promise.dueOn().isBefore(context.today()), "C16", "accept.promise-past", promise.material()));
        LocalDate startDay = file.notices().isEmpty() ? context.today() : file.papersOn();
        return new JointEvent.Accepted(context.today(), startDay, false, accept.documentsToFollow());
    }

    private JointEvent requestSupplement(JointCommand.RequestSupplement request) {
        List<String> named = request.points().stream().map(Point::material).toList();
        refuseIf(named.isEmpty(), "C3", "joint.no-point");
        refuseUnlisted(named);
        if (!file.notices().isEmpty()) {
            Set<String> known = new HashSet<>();
            for (Notice notice : file.notices()) {
                notice.unmet().forEach(point -> known.add(point.material()));
                known.addAll(notice.suppliedAfter());
            }
            List<String> fresh =
                    named.stream().filter(name -> !known.contains(name)).toList();
            refuseIf(!fresh.isEmpty(), "C3", "supplement.new-points", fresh);
        }
        Integer days = request.days();
        return new JointEvent.SupplementRequested(
                request.points(),
                days == null ? SUPPLEMENT_DAYS : days,
                file.application().channel().servesAtOnce() ? context.today() : null);
    }

    private JointEvent supplement(JointCommand.Supplement supplement) {
        List<String> names = supplement.materials().stream().map(HandedIn::name).toList();
        refuseIf(names.isEmpty(), "T8", "joint.no-paper");
        refuseUnlisted(names);
        boolean completes = file.openNotice()
                .map(notice -> notice.unmet().stream().allMatch(point -> names.contains(point.material())))
                .orElse(true);
        return new JointEvent.Supplemented(supplement.materials(), completes, context.today());
    }

    private void refuseUnlisted(List<String> names) {
        List<String> listed = context.lines().stream().map(MaterialLine::name).toList();
        List<String> unlisted =
                names.stream().filter(name -> !listed.contains(name)).toList();
        refuseIf(!unlisted.isEmpty(), "K6", "joint.unlisted", unlisted);
    }

    private JointEvent refuse(JointCommand.Refuse refuse) {
        String reason = reason(refuse.reason(), "C4", "refuse.reason");
        String basis = reason(refuse.legalBasis(), "C4", "refuse.basis");
        String competentBody = text(refuse.competentBody());
        refuseIf(
                refuse.ground() == RefusalGround.NOT_OUR_AUTHORITY && competentBody.isEmpty(),
                "C4",
                "refuse.competent-body");
        return new JointEvent.Refused(refuse.ground(), reason, basis, competentBody.isEmpty() ? null : competentBody);
    }

    private JointEvent arrange(JointCommand.ArrangeSurvey survey) {
        refuseIf(survey.at().isBefore(context.now()), "T14", "joint.survey-past");
        refuseIf(survey.bodies().isEmpty(), "T14", "joint.survey-nobody");
        for (JointCommand.Surveyors surveyors : survey.bodies()) {
            boolean member = context.cases().containsKey(surveyors.itemCode());
            refuseIf(!member, "T14", "joint.survey-member", surveyors.itemCode());
            refuseIf(
                    surveyors.staff().stream().distinct().count() < FEWEST_SURVEYORS,
                    "T14",
                    "joint.survey-two",
                    surveyors.itemCode());
        }
        return new JointEvent.SurveyArranged(survey.at(), survey.place(), survey.bodies());
    }

    private @Nullable JointEvent recordSurvey(JointCommand.RecordSurvey survey) {
        if (survey.survey() < 1 || survey.survey() > file.surveys().size()) {
            refuseIf(true, "T14", "joint.no-survey");
            return null;
        }
        Survey arranged = file.surveys().get(survey.survey() - 1);
        refuseIf(context.now().isBefore(arranged.at()), "T14", "joint.survey-early");
        refuseIf(!arranged.findings().isEmpty(), "T14", "joint.survey-recorded");
        List<String> found =
                survey.findings().stream().map(JointCommand.Finding::itemCode).toList();
        List<String> lacking = arranged.bodies().stream()
                .map(JointCommand.Surveyors::itemCode)
                .filter(code -> !found.contains(code))
                .toList();
        refuseIf(!lacking.isEmpty(), "T14", "joint.survey-lacking", lacking);
        return new JointEvent.SurveyRecorded(survey.survey(), survey.findings());
    }

    private String reason(@Nullable String given, String rule, String key) {
        String reason = text(given);
        refuseIf(reason.isEmpty(), rule, key);
        return reason;
    }

    private void refuseIf(boolean wrong, String rule, String key, Object... arguments) {
        if (wrong) {
            refusals.add(Refusal.of(rule, key, arguments));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
