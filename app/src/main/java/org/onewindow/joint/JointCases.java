package org.onewindow.joint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.MemberCase;
import org.onewindow.cases.MemberCases;
import org.onewindow.cases.MemberCases.Applicants;
import org.onewindow.cases.MemberCases.Done;
import org.onewindow.cases.MemberCases.NewMember;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.JointWriter.Change;
import org.onewindow.joint.model.Applicable;
import org.onewindow.joint.model.JointEvent;
import org.onewindow.joint.model.JointEvent.Taken;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.JointRules;
import org.onewindow.joint.model.StageGraph;
import org.onewindow.joint.model.StageRules;
import org.onewindow.joint.store.JointStore;
import org.onewindow.joint.store.ProjectStore;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to joint applications: taking one in with all its members at once, and commands on the whole (J2). */
@Service
public class JointCases {

    private final JointStore store;
    private final ProjectStore projects;
    private final JointWriter writer;
    private final JointScenes scenes;
    private final JointViews views;
    private final Themes themes;
    private final MemberCases members;
    private final Catalogue catalogue;
    private final Parties parties;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    JointCases(
            JointStore store,
            ProjectStore projects,
            JointWriter writer,
            JointScenes scenes,
            JointViews views,
            Themes themes,
            MemberCases members,
            Catalogue catalogue,
            Parties parties,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.projects = projects;
        this.writer = writer;
        this.scenes = scenes;
        this.views = views;
        this.themes = themes;
        this.members = members;
        this.catalogue = catalogue;
        this.parties = parties;
        this.time = time;
        this.transaction = transaction;
    }

    /** What an application rests on before anything is written. */
    private record Ground(
            Theme theme,
            Theme.Stage stage,
            List<ItemVersion> items,
            List<StageGraph.Edge> edges,
            List<StageGraph.Edge> fromBefore,
            List<MaterialLine> lines,
            @Nullable Project project) {}

    /**
     * Takes an application in: the whole and all its members in one transaction, copies to all bodies at once (抄告相关). Members
     * wait until it is accepted.
     *
     * @param answer makes the answer that is kept for a repeated request; called before the receipt is durable
     * @throws InvalidInput an unknown theme, stage, window or project
     * @throws NotAllowed the actor doesn't serve the window
     * @throws Refused with every rule that forbids it, of the whole and of each member
     */
    public JointView apply(Actor actor, Apply apply, Function<JointView, @Nullable Answer> answer) {
        Theme theme = themes.inEffect(apply.theme())
                .orElseThrow(() -> new InvalidInput("/theme", "joint.no-theme", apply.theme()));
        Theme.Stage stage = theme.stage(apply.stage())
                .orElseThrow(() -> new InvalidInput("/stage", "joint.no-stage", apply.stage()));
        Post post = actor.postAt(Role.CLERK, apply.window()).orElseThrow(() -> new NotAllowed("receive"));
        Project project = project(apply, theme);
        List<ItemVersion> items = new ArrayList<>();
        List<Theme.Member> applicable = Applicable.members(stage, apply.answers());
        List<Refusal> refusals = new ArrayList<>();
        for (Theme.Member member : applicable) {
            Optional<ItemVersion> item = catalogue.inEffect(member.itemCode());
            item.ifPresentOrElse(
                    items::add, () -> refusals.add(Refusal.of("K8", "receive.retired", member.itemCode())));
        }
        List<StageGraph.Edge> edges = Applicable.edges(theme, applicable);
        Ground ground = new Ground(
                theme,
                stage,
                items,
                edges,
                Applicable.edgesFromBefore(theme, stage, applicable),
                scenes.lines(
                        theme,
                        items,
                        edges,
                        apply.representative() != null,
                        apply.materials().stream().map(HandedIn::name).toList(),
                        apply.answers()),
                project);
        refusals.addAll(refusals(apply, ground));
        if (!refusals.isEmpty()) {
            throw new Refused(refusals.stream().distinct().toList());
        }
        return Objects.requireNonNull(transaction.execute(_ -> take(actor, post, apply, ground, answer)));
    }

    private @Nullable Project project(Apply apply, Theme theme) {
        String number = apply.project();
        if (number == null) {
            return null;
        }
        return projects.find(number)
                .filter(project -> project.theme().equals(theme.code()))
                .orElseThrow(() -> new InvalidInput("/project", "joint.no-project", number));
    }

    private List<Refusal> refusals(Apply apply, Ground ground) {
        Project project = ground.project();
        List<JointFile> earlier = project == null ? List.of() : store.ofProject(project.id());
        List<Refusal> refusals = new ArrayList<>(
                StageRules.check(ground.theme(), ground.stage(), apply.answers(), project, earlier, time.today()));
        if (project != null && !isOwners(apply, project)) {
            refusals.add(Refusal.of("J6", "joint.not-the-owner", project.number()));
        }
        Theme.Member lead = ground.stage().lead();
        if (!catalogue.windowLists(apply.window(), lead.itemCode())) {
            refusals.add(Refusal.of("K10", "authority.accept", lead.itemCode()));
        }
        Set<String> listed = new HashSet<>();
        ground.items().forEach(item -> item.materials().forEach(material -> listed.add(material.name())));
        List<String> unlisted = apply.materials().stream()
                .map(HandedIn::name)
                .filter(name -> !listed.contains(name))
                .toList();
        if (!unlisted.isEmpty()) {
            refusals.add(Refusal.of("K6", "joint.unlisted", unlisted));
        }
        for (ItemVersion item : ground.items()) {
            refusals.addAll(
                    members.check(newMember(item, apply), kind(apply.applicant()), apply.representative() != null));
        }
        return refusals;
    }

    /** A project's applications are its owner's, alone or with others: they see every step of them, and its green channel is for them. */
    private boolean isOwners(Apply apply, Project project) {
        return Stream.concat(Stream.of(apply.applicant()), apply.coApplicants().stream())
                .anyMatch(party -> parties.withIdNumber(party.idNumber()).contains(project.owner()));
    }

    private NewMember newMember(ItemVersion item, Apply apply) {
        List<String> inHand = apply.materials().stream().map(HandedIn::name).toList();
        return new NewMember(
                item,
                catalogue.windowsOf(item.code()).getFirst(),
                JointScenes.situations(item, apply.answers()),
                JointScenes.conditions(item, inHand, apply.answers()),
                ofItem(item, apply.materials()));
    }

    private static List<HandedIn> ofItem(ItemVersion item, List<HandedIn> papers) {
        return papers.stream()
                .filter(paper -> item.materials().stream()
                        .anyMatch(material -> material.name().equals(paper.name())))
                .toList();
    }

    private static ApplicantKind kind(PartyDetails applicant) {
        return applicant.kind() == PartyDetails.Kind.ORGANISATION ? ApplicantKind.ORGANISATION : ApplicantKind.PERSON;
    }

    private JointView take(
            Actor actor, Post post, Apply apply, Ground ground, Function<JointView, @Nullable Answer> answer) {
        Done done = new Done(actor, post, time.now());
        PartyDetails representative = apply.representative();
        Applicants applicants = new Applicants(
                kind(apply.applicant()),
                parties.keep(apply.applicant()),
                apply.coApplicants().stream().map(parties::keep).toList(),
                representative == null ? null : parties.keep(representative),
                apply.serviceAgent(),
                apply.override());
        refuseOwnMatter(actor, applicants);
        String number = JointNumber.of(members.nextNumber());
        Project project = ground.project();
        List<Taken> taken = new ArrayList<>();
        for (ItemVersion item : ground.items()) {
            MemberCase member = members.take(number, apply.channel(), applicants, newMember(item, apply), done);
            taken.add(new Taken(
                    item.code(),
                    item.version(),
                    item.departmentCode(),
                    member.id(),
                    member.caseNumber(),
                    days(item, project)));
        }
        boolean green = project != null && project.green() != null;
        Change change = writer.begin();
        change.add(
                new JointEvent.Received(
                        number,
                        ground.theme().code(),
                        ground.theme().version(),
                        ground.stage().number(),
                        project == null ? null : project.id(),
                        green,
                        apply.window(),
                        ground.stage().leadDepartment(),
                        apply.channel(),
                        applicants.kind(),
                        applicants.applicant(),
                        applicants.coApplicants(),
                        applicants.representative(),
                        applicants.serviceAgent(),
                        apply.answers(),
                        apply.materials(),
                        apply.pickUp(),
                        members.newSalt(),
                        taken,
                        ground.edges(),
                        ground.fromBefore(),
                        time.dayOf(done.at()),
                        scenes.edition()),
                done);
        store.addMembers(change.file().id(), taken);
        if (project != null && green) {
            writer.useGreenChannel(project, number, done);
        }
        JointScene scene = scenes.of(change.file());
        JointView view = views.of(
                scene,
                actor,
                members.queryCode(number, change.file().application().querySalt()));
        writer.write(change, scene, answer.apply(view));
        return view;
    }

    private void refuseOwnMatter(Actor actor, Applicants applicants) {
        List<Long> all = new ArrayList<>(applicants.coApplicants());
        all.add(applicants.applicant());
        Long representative = applicants.representative();
        if (representative != null) {
            all.add(representative);
        }
        if (members.isOwnMatter(actor, all)) {
            throw new Refused(List.of(Refusal.of("C14", "own-matter")));
        }
    }

    /** The catalogue's promise, or the project's tighter one (J6). */
    private static int days(ItemVersion item, @Nullable Project project) {
        Integer tighter = project == null || project.green() == null
                ? null
                : project.limits().get(item.code());
        return tighter == null ? item.committedDays() : Math.min(tighter, item.committedDays());
    }

    /**
     * Gives a command to the whole.
     *
     * @param expectedVersion the version the caller had seen; null: whatever it is now
     * @param answer makes the answer that is kept for a repeated request; called before the command is durable
     * @throws NotFound no such application
     * @throws NotAllowed none of the actor's posts gives this command
     * @throws ChangedMeanwhile it isn't in the expected version, or others were faster twice
     * @throws Refused with every rule that forbids it
     */
    public JointView handle(
            Actor actor,
            String number,
            JointCommand command,
            @Nullable Long expectedVersion,
            Function<JointView, @Nullable Answer> answer) {
        JointFile file = get(number);
        Post post = JointRules.giving(command.kind(), actor, file)
                .orElseThrow(() -> new NotAllowed(command.kind().word()));
        if (expectedVersion != null && expectedVersion != file.version()) {
            throw new ChangedMeanwhile(true, List.of());
        }
        try {
            return attempt(actor, post, file, command, answer);
        } catch (ChangedMeanwhile faster) {
            // Decided once more on what it is now (C13).
            JointFile now = get(number);
            if (expectedVersion != null && expectedVersion != now.version()) {
                throw new ChangedMeanwhile(true, List.of());
            }
            return attempt(actor, post, now, command, answer);
        }
    }

    private JointView attempt(
            Actor actor,
            Post post,
            JointFile file,
            JointCommand command,
            Function<JointView, @Nullable Answer> answer) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            JointScene scene = scenes.of(file);
            JointRules.Verdict verdict = JointRules.decide(file, command, views.context(actor, scene));
            JointEvent event = verdict.event();
            if (event == null) {
                throw new Refused(verdict.refusals());
            }
            Done done = new Done(actor, post, time.now());
            Change change = writer.change(file);
            change.add(withMembers(event, command, scene, done), done);
            JointScene after = writer.follow(
                    change,
                    command instanceof JointCommand.Accept accept ? accept.documentsToFollow() : List.of(),
                    done);
            JointView view = views.of(after, actor, null);
            writer.write(change, after, answer.apply(view));
            return view;
        }));
    }

    /** What the command does to the members' cases, in the same transaction. */
    private JointEvent withMembers(JointEvent event, JointCommand command, JointScene scene, Done done) {
        switch (command) {
            case JointCommand.Supplement supplement -> {
                for (MemberCase member : scene.cases().values()) {
                    List<HandedIn> papers = ofItem(member.item(), supplement.materials());
                    if (!papers.isEmpty() && member.startDay() == null && member.isOpen()) {
                        members.goOn(member.id(), papers, null, List.of(), done);
                    }
                }
            }
            case JointCommand.Refuse refuse ->
                scene.cases()
                        .values()
                        .forEach(member -> members.end(
                                member.id(),
                                Objects.toString(refuse.reason(), ""),
                                Objects.toString(refuse.legalBasis(), ""),
                                done));
            case JointCommand.Withdraw withdraw ->
                scene.cases().values().stream()
                        .filter(member -> member.isOpen() && member.granted() == null)
                        .forEach(member ->
                                members.handle(member.id(), new Command.Withdraw(withdraw.reason()), 0, done));
            case JointCommand.Pay pay ->
                pay.lines()
                        .forEach(line -> members.handle(
                                Objects.requireNonNull(scene.cases().get(line.itemCode()))
                                        .id(),
                                new Command.Pay(
                                        line.amountFen(),
                                        pay.method(),
                                        line.situation(),
                                        line.basis(),
                                        line.reduction()),
                                0,
                                done));
            case JointCommand.Deliver deliver -> {
                return deliver(event, deliver, scene, done);
            }
            case JointCommand.Accept _,
                    JointCommand.RequestSupplement _,
                    JointCommand.Extend _,
                    JointCommand.ArrangeSurvey _,
                    JointCommand.RecordSurvey _,
                    JointCommand.ChoosePickUp _ -> {
                // Members start through the graph; the rest concerns the whole alone.
            }
        }
        return event;
    }

    private JointEvent deliver(JointEvent event, JointCommand.Deliver deliver, JointScene scene, Done done) {
        String shown = deliver.documentNumber();
        long recipient = parties.keep(new PartyDetails(
                PartyDetails.Kind.RECIPIENT,
                Objects.toString(deliver.recipient(), "").strip(),
                shown == null ? "" : shown.strip(),
                null));
        scene.cases().values().stream()
                .filter(JointRules::isReady)
                .forEach(member -> members.handle(
                        member.id(),
                        new Command.Deliver(deliver.recipient(), deliver.documentNumber()),
                        recipient,
                        done));
        return event instanceof JointEvent.Delivered delivered
                ? new JointEvent.Delivered(delivered.items(), recipient, delivered.on())
                : event;
    }

    /** The number of an application, as people type it, or empty where it is none; whether there is such a one it doesn't say. */
    public static Optional<String> number(String typed) {
        return JointNumber.parse(typed);
    }

    private JointFile get(String number) {
        return JointNumber.parse(number).flatMap(store::find).orElseThrow(() -> new NotFound("joint case"));
    }
}
