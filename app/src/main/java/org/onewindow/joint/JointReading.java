package org.onewindow.joint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.MemberCases;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.joint.model.Applicable;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.JointRules;
import org.onewindow.joint.model.StageGraph;
import org.onewindow.joint.store.JointStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Service;

/** The door for looking: at applications, and at what a stage would mean before anybody applies. */
@Service
public class JointReading {

    private static final int MOST_DAYS = 366;

    private final JointStore store;
    private final JointScenes scenes;
    private final JointViews views;
    private final JointHistories histories;
    private final Themes themes;
    private final MemberCases members;
    private final Catalogue catalogue;

    JointReading(
            JointStore store,
            JointScenes scenes,
            JointViews views,
            JointHistories histories,
            Themes themes,
            MemberCases members,
            Catalogue catalogue) {
        this.store = store;
        this.scenes = scenes;
        this.views = views;
        this.histories = histories;
        this.themes = themes;
        this.members = members;
        this.catalogue = catalogue;
    }

    /**
     * What a stage means for given answers: who takes part, what is to be handed in, how long it takes.
     *
     * @param items of the members that apply, in the theme's order
     * @param plan in days; empty where the graph has a cycle
     * @param answerBy last day of the answer under T4, if it were received today
     * @param ifToday the same with dates, if it were accepted today; without members where the graph has a cycle
     */
    public record Outline(
            Theme theme,
            Theme.Stage stage,
            List<ItemVersion> items,
            List<Theme.Edge> edges,
            List<MaterialLine> materials,
            StagePlan plan,
            LivePlan ifToday,
            LocalDate answerBy) {}

    /**
     * A stage of a theme in effect, under answers; with none, only what always applies.
     *
     * @param all every member, whatever the answers
     */
    public Outline outline(String theme, int stage, Map<String, String> answers, boolean represented, boolean all) {
        Theme found = themes.inEffect(theme).orElseThrow(() -> new NotFound("theme"));
        Theme.Stage part = found.stage(stage).orElseThrow(() -> new NotFound("stage"));
        return outline(found, part, answers, represented, all);
    }

    /** The same of a version one has in hand, a draft too; items that aren't in effect are left out. */
    public Outline outline(
            Theme theme, Theme.Stage stage, Map<String, String> answers, boolean represented, boolean all) {
        List<Theme.Member> applicable = (all ? stage.members() : Applicable.members(stage, answers))
                .stream()
                        .filter(member -> catalogue.inEffect(member.itemCode()).isPresent())
                        .toList();
        List<ItemVersion> items = applicable.stream()
                .map(member -> catalogue.inEffect(member.itemCode()).orElseThrow())
                .toList();
        List<StageGraph.Edge> edges = Applicable.edges(theme, applicable);
        StageGraph graph = StageGraph.of(
                items.stream()
                        .map(item -> new StageGraph.Member(item.code(), item.committedDays()))
                        .toList(),
                edges);
        StagePlan plan = graph.cycle().isPresent() ? new StagePlan(0, List.of(), List.of()) : graph.plan();
        return new Outline(
                theme,
                stage,
                items,
                edges.stream()
                        .map(edge -> new Theme.Edge(edge.from(), edge.to()))
                        .toList(),
                scenes.lines(theme, items, edges, represented, List.of(), answers),
                plan,
                scenes.ifToday(plan),
                scenes.answerBy(catalogue
                        .inEffect(stage.members().stream()
                                .filter(Theme.Member::lead)
                                .map(Theme.Member::itemCode)
                                .findFirst()
                                .orElse(""))
                        .orElse(null)));
    }

    /**
     * An application.
     *
     * @throws NotFound no such application
     * @throws NotAllowed neither led by the actor nor with a part of their department's
     */
    public JointView find(Actor actor, String number) {
        return views.of(scenes.of(seen(actor, number)), actor, null);
    }

    /**
     * “What if”: the plan with other days for members that haven't ended. Nothing is kept.
     *
     * @param days working days by item
     * @throws NotAllowed nobody who doesn't see the whole
     */
    public JointView whatIf(Actor actor, String number, Map<String, Integer> days) {
        JointFile file = seen(actor, number);
        if (!JointRules.seesAll(actor, file)) {
            throw new NotAllowed("joint case");
        }
        days.forEach((item, given) -> {
            if (file.members().stream().noneMatch(member -> member.itemCode().equals(item))) {
                throw new InvalidInput("/days/" + item, "joint.no-member", item);
            }
            if (given < 0 || given > MOST_DAYS) {
                throw new InvalidInput("/days/" + item, "range", 0, MOST_DAYS);
            }
        });
        return views.of(scenes.of(file, days), actor, null);
    }

    /** What happened to the whole, oldest first; for those who see all of it. */
    public List<JointFile.Recorded> history(Actor actor, String number) {
        JointFile file = seen(actor, number);
        if (!JointRules.seesAll(actor, file)) {
            throw new NotAllowed("joint case");
        }
        return histories.recorded(file.id());
    }

    /** The same, as people read it. */
    public List<JointHappening> happenings(Actor actor, String number) {
        return history(actor, number).stream().map(JointHappening::of).toList();
    }

    /** Open applications the actor leads or has a part in, what is due first first. */
    public List<JointView> open(Actor actor, int limit) {
        boolean oversees = actor.posts().stream().anyMatch(post -> switch (post.role()) {
            case LEADER, SUPERVISOR, MANAGER, ADMIN, CASHIER -> true;
            case CLERK, REVIEWER, APPROVER, HEAD, AGENT -> false;
        });
        List<String> windows = new ArrayList<>();
        List<String> departments = new ArrayList<>();
        for (Post post : actor.posts()) {
            if (post.role() == Role.CLERK && post.window() != null) {
                windows.add(post.window());
            }
            if (post.department() != null) {
                departments.add(post.department());
            }
        }
        return scenes.all(store.open(oversees ? null : windows, oversees ? null : departments, limit)).stream()
                .map(scene -> views.of(scene, actor, null))
                .toList();
    }

    /**
     * Applications by their numbers, as far as the actor may see them, for a list that says where each case stands: read together,
     * and without applicant and commands.
     */
    public Map<String, JointView> glance(Actor actor, Collection<String> numbers) {
        return scenes
                .all(store.withNumbers(numbers).stream()
                        .filter(file -> sees(actor, file))
                        .toList())
                .stream()
                .collect(Collectors.toMap(scene -> scene.file().number(), scene -> views.glance(scene, actor)));
    }

    /** An application for whoever knows its query code; empty for a wrong number and a wrong code alike (C11). */
    public Optional<JointView> track(String number, String code) {
        return JointNumber.parse(number)
                .flatMap(store::find)
                .filter(file ->
                        members.matches(file.number(), file.application().querySalt(), code))
                .map(file -> views.forApplicant(scenes.of(file)));
    }

    /** Every application of a project, for its owner (J6). */
    List<JointView> ofProject(Project project, @Nullable Actor actor) {
        return scenes.all(store.ofProject(project.id())).stream()
                .map(scene -> actor == null ? views.forApplicant(scene) : views.of(scene, actor, null))
                .toList();
    }

    JointFile seen(Actor actor, String number) {
        JointFile file = JointNumber.parse(number).flatMap(store::find).orElseThrow(() -> new NotFound("joint case"));
        if (!sees(actor, file)) {
            throw new NotAllowed("joint case");
        }
        return file;
    }

    private static boolean sees(Actor actor, JointFile file) {
        return JointRules.seesAll(actor, file)
                || file.members().stream()
                        .anyMatch(member ->
                                JointRules.seesPart(actor, member.taken().department()));
    }
}
