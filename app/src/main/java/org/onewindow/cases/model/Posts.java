package org.onewindow.cases.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.model.Lifecycle.Giver;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;

/** Which of an actor's posts, if any, gives a command or shows a case (C14). Says nothing about whether it is lawful now. */
public final class Posts {

    private Posts() {}

    /** The post in which the actor would give this command; empty: not theirs to give. */
    public static Optional<Post> giving(CaseCommand command, Actor actor, CaseFile file, ItemVersion item) {
        Set<Giver> givers = Lifecycle.givers(command);
        return givers.stream()
                .map(giver -> giving(giver, command, actor, file, item))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Post> giving(
            Giver giver, CaseCommand command, Actor actor, CaseFile file, ItemVersion item) {
        return switch (giver) {
            case CLERK -> clerk(actor, file);
            case STEP_ROLE ->
                stepsFor(command, file, item)
                        .map(step -> step(step, actor, file))
                        .flatMap(Optional::stream)
                        .findFirst();
            case REVIEWER -> actor.postIn(Role.REVIEWER, file.department());
            case APPROVER -> actor.postIn(Role.APPROVER, file.department());
            case HEAD -> actor.postIn(Role.HEAD, file.department());
            case CASHIER -> first(actor, Role.CASHIER);
            case HOLDER ->
                actor.userName().equals(file.holder())
                        ? clerk(actor, file).or(() -> actor.posts().stream().findFirst())
                        : Optional.empty();
        };
    }

    /** A clerk at the window that holds the case, or the agent of its station or of the township above it (N1, N4). */
    static Optional<Post> clerk(Actor actor, CaseFile file) {
        return actor.postAt(Role.CLERK, file.window()).or(() -> agent(actor, file));
    }

    private static Optional<Post> agent(Actor actor, CaseFile file) {
        String station = file.station();
        return actor.posts().stream()
                .filter(post -> post.role() == Role.AGENT && station != null)
                .filter(post -> station != null && post.division() != null && station.startsWith(post.division()))
                .findFirst();
    }

    /**
     * The steps whose role gives a command. Work that isn't on yet, or is over, is still the business of whoever does it: they are
     * told why not, not that it is none of theirs.
     */
    private static Stream<Step> stepsFor(CaseCommand command, CaseFile file, ItemVersion item) {
        return switch (command) {
            case ACCEPT -> Stream.of(CaseRules.step(item, StepKind.ACCEPT));
            case DECIDE -> Stream.of(CaseRules.step(item, StepKind.DECIDE));
            default -> {
                List<Step> current = file.currentStep()
                        .map(run -> CaseRules.step(item, run.code()))
                        .filter(step -> step.kind() == StepKind.WORK)
                        .map(List::of)
                        .orElse(List.of());
                yield current.isEmpty()
                        ? item.steps().stream().filter(step -> step.kind() == StepKind.WORK)
                        : current.stream();
            }
        };
    }

    private static Optional<Post> step(Step step, Actor actor, CaseFile file) {
        return switch (step.role()) {
            case CLERK -> clerk(actor, file);
            case REVIEWER -> actor.postIn(Role.REVIEWER, file.department());
            case APPROVER -> actor.postIn(Role.APPROVER, file.department());
            case LEADER -> first(actor, Role.LEADER);
            case AGENT -> agent(actor, file);
        };
    }

    /** The role that a step's holder must have. */
    public static Role role(StepRole role) {
        return switch (role) {
            case CLERK -> Role.CLERK;
            case REVIEWER -> Role.REVIEWER;
            case APPROVER -> Role.APPROVER;
            case LEADER -> Role.LEADER;
            case AGENT -> Role.AGENT;
        };
    }

    private static Optional<Post> first(Actor actor, Role role) {
        return actor.posts().stream().filter(post -> post.role() == role).findFirst();
    }

    /** Whether the actor may see the case: those who work on it, and those who oversee all (N4: a station sees its own). */
    public static boolean maySee(Actor actor, CaseFile file) {
        return actor.kind() == Actor.Kind.SYSTEM
                || actor.userName().equals(file.holder())
                || actor.userName().equals(file.firstInquiry())
                || clerk(actor, file).isPresent()
                || actor.posts().stream().anyMatch(post -> shows(post, file.department()));
    }

    /** Whether a post shows the cases of a department. */
    public static boolean shows(Post post, String department) {
        return switch (post.role()) {
            case REVIEWER, APPROVER, HEAD -> department.equals(post.department());
            case LEADER, SUPERVISOR, MANAGER, ADMIN, CASHIER -> true;
            case CLERK, AGENT -> false;
        };
    }
}
