package org.onewindow.joint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.Authority;
import org.onewindow.cases.MemberCase;
import org.onewindow.cases.MemberCases;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.JointView.Blocked;
import org.onewindow.joint.JointView.MemberView;
import org.onewindow.joint.model.GraphLayout;
import org.onewindow.joint.model.GraphMoves;
import org.onewindow.joint.model.JointEvent.Outcome;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.JointRules;
import org.onewindow.joint.model.StageGraph;
import org.onewindow.joint.store.ProjectStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Refusal;
import org.onewindow.parties.MaskedParty;
import org.onewindow.parties.Parties;
import org.springframework.stereotype.Component;

/** Shows an application: to those who lead it all of it, to a body its own part and its place in the graph (J2, C14). */
@Component
class JointViews {

    private final JointScenes scenes;
    private final ProjectStore projects;
    private final MemberCases members;
    private final Catalogue catalogue;
    private final Parties parties;
    private final Authority authority;
    private final CentreTime time;

    JointViews(
            JointScenes scenes,
            ProjectStore projects,
            MemberCases members,
            Catalogue catalogue,
            Parties parties,
            Authority authority,
            CentreTime time) {
        this.scenes = scenes;
        this.projects = projects;
        this.members = members;
        this.catalogue = catalogue;
        this.parties = parties;
        this.authority = authority;
        this.time = time;
    }

    /** What the rules may look at. */
    JointRules.Context context(Actor actor, JointScene scene) {
        JointFile file = scene.file();
        List<Long> all = new ArrayList<>(file.application().coApplicants());
        all.add(file.application().applicant());
        Long representative = file.application().representative();
        if (representative != null) {
            all.add(representative);
        }
        return new JointRules.Context(
                actor,
                scene.lines(),
                scene.cases(),
                authority.mayAccept(
                        actor, scene.lead().code(), file.application().window(), time.today()),
                members.isOwnMatter(actor, all),
                scene.stage().oneDecision(),
                file.acceptance() == null ? null : scene.plan().dueOn(),
                time.now(),
                time.today());
    }

    /** The application as an actor sees it. */
    JointView of(JointScene scene, Actor actor, @Nullable String queryCode) {
        boolean whole = JointRules.seesAll(actor, scene.file());
        Set<JointCommand.Kind> allowed = EnumSet.noneOf(JointCommand.Kind.class);
        Set<JointCommand.Kind> yours = EnumSet.noneOf(JointCommand.Kind.class);
        List<Blocked> blocked = new ArrayList<>();
        JointRules.Context context = context(actor, scene);
        for (JointCommand.Kind kind : JointRules.commands(scene.file().state())) {
            List<Refusal> refusals = JointRules.blocked(kind, scene.file(), context);
            refusals.forEach(refusal -> blocked.add(new Blocked(kind, refusal)));
            if (refusals.isEmpty()) {
                allowed.add(kind);
                if (JointRules.giving(kind, actor, scene.file()).isPresent()) {
                    yours.add(kind);
                }
            }
        }
        return of(scene, whole, actor, queryCode, applicant(scene), allowed, yours, blocked);
    }

    /** The same for a list of cases, which shows where each stands: without applicant and commands, which cost most to find out. */
    JointView glance(JointScene scene, Actor actor) {
        boolean whole = JointRules.seesAll(actor, scene.file());
        return of(scene, whole, actor, null, null, Set.of(), Set.of(), List.of());
    }

    private @Nullable MaskedParty applicant(JointScene scene) {
        long applicant = scene.file().application().applicant();
        return parties.masked(List.of(applicant)).get(applicant);
    }

    /** The application as its applicant sees it, who knows the code: every member, and nobody's name. */
    JointView forApplicant(JointScene scene) {
        return of(scene, true, null, null, applicant(scene), Set.of(), Set.of(), List.of());
    }

    private JointView of(
            JointScene scene,
            boolean whole,
            @Nullable Actor actor,
            @Nullable String queryCode,
            @Nullable MaskedParty applicant,
            Set<JointCommand.Kind> allowed,
            Set<JointCommand.Kind> yours,
            List<Blocked> blocked) {
        JointFile file = scene.file();
        Set<String> own = new HashSet<>();
        file.members().stream()
                .filter(member -> whole
                        || (actor != null
                                && JointRules.seesPart(actor, member.taken().department())))
                .forEach(member -> own.add(member.itemCode()));
        List<Theme.Edge> edges = file.application().edges().stream()
                .filter(edge -> whole || own.contains(edge.from()) || own.contains(edge.to()))
                .map(edge -> new Theme.Edge(edge.from(), edge.to()))
                .toList();
        List<String> order = inOrder(file);
        Set<String> shown = new HashSet<>(own);
        edges.forEach(edge -> {
            shown.add(edge.from());
            shown.add(edge.to());
        });
        Long project = file.application().project();
        return new JointView(
                file.number(),
                queryCode,
                file.state(),
                scene.theme(),
                scene.stage(),
                project == null
                        ? null
                        : projects.find(project).map(Project::number).orElse(null),
                file.application().green(),
                file.application().window(),
                file.handler(),
                applicant,
                file.receivedAt(),
                file.endedAt(),
                file.pickUp(),
                whole,
                order.size(),
                file.members().stream()
                        .filter(member -> shown.contains(member.itemCode()))
                        .map(member -> member(
                                scene, member, order.indexOf(member.itemCode()) + 1, own.contains(member.itemCode())))
                        .toList(),
                edges,
                file.application().fromBefore().stream()
                        .filter(edge -> own.contains(edge.to()))
                        .map(edge -> earlier(scene, edge, whole))
                        .toList(),
                whole ? scene.plan() : null,
                whole ? scenes.clocks(scene, time.now()) : List.of(),
                scene.lines().stream()
                        .filter(line -> line.neededBy().stream().anyMatch(own::contains))
                        .toList(),
                whole ? file.materials() : List.of(),
                whole ? missing(scene) : List.of(),
                whole ? toSupply(file) : List.of(),
                whole ? file.surveys() : surveys(file, own),
                allowed,
                yours,
                blocked,
                file.version());
    }

    /** Members by how many stand before them on the longest way, then as the theme names them. */
    private static List<String> inOrder(JointFile file) {
        List<String> codes =
                file.members().stream().map(JointFile.Member::itemCode).toList();
        Map<String, Integer> columns =
                GraphLayout.columns(codes, file.application().edges());
        return codes.stream()
                .sorted(Comparator.comparingInt(code -> columns.getOrDefault(code, 0)))
                .toList();
    }

    private static MemberView member(JointScene scene, JointFile.Member member, int place, boolean own) {
        MemberCase known = Objects.requireNonNull(scene.cases().get(member.itemCode()));
        return new MemberView(
                place,
                member.itemCode(),
                known.item().name(),
                known.item().nameEn(),
                known.department(),
                member.itemCode().equals(scene.lead().code()),
                member.progress(),
                own ? known : null,
                own ? scene.plan().line(member.itemCode()) : null,
                own ? member.startedOn() : null,
                own ? member.endedOn() : null,
                own ? member.because() : null);
    }

    private JointView.Earlier earlier(JointScene scene, StageGraph.Edge edge, boolean whole) {
        ItemVersion item = catalogue.latest(edge.from()).orElseThrow();
        LocalDate on = whole ? scene.beforeOn().get(edge.from()) : null;
        return new JointView.Earlier(
                edge.from(),
                edge.to(),
                item.name(),
                item.nameEn(),
                on == null ? null : progress(scene.before().get(edge.from())),
                on);
    }

    private static MemberProgress progress(GraphMoves.@Nullable End end) {
        if (end == null) {
            return MemberProgress.OPEN;
        }
        return end.outcome() == Outcome.GRANTED ? MemberProgress.GRANTED : MemberProgress.REFUSED;
    }

    private static List<String> missing(JointScene scene) {
        List<String> inHand = scene.file().inHand();
        return scene.lines().stream()
                .filter(MaterialLine::isAsked)
                .map(MaterialLine::name)
                .filter(name -> !inHand.contains(name))
                .toList();
    }

    /** Surveys that members take part in: with their own people and findings, not the others'. */
    private static List<Survey> surveys(JointFile file, Set<String> own) {
        return file.surveys().stream()
                .map(survey -> new Survey(
                        survey.at(),
                        survey.place(),
                        survey.bodies().stream()
                                .filter(body -> own.contains(body.itemCode()))
                                .toList(),
                        survey.findings().stream()
                                .filter(finding -> own.contains(finding.itemCode()))
                                .toList()))
                .filter(survey -> !survey.bodies().isEmpty())
                .toList();
    }

    private static List<JointView.Point> toSupply(JointFile file) {
        return file.openNotice()
                .map(notice -> notice.unmet().stream()
                        .map(point -> new JointView.Point(point.material(), point.problem()))
                        .toList())
                .orElse(List.of());
    }
}
