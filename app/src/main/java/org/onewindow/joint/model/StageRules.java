package org.onewindow.joint.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.joint.JointState;
import org.onewindow.joint.Project;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.Refusal;

/** Whether a stage may be applied for (J1): questions answered, earlier stages under way, what it waits for reached. */
public final class StageRules {

    private StageRules() {}

    /**
     * Every reason why not; empty when it may.
     *
     * @param project null without
     * @param earlier applications of the project
     */
    public static List<Refusal> check(
            Theme theme,
            Theme.Stage stage,
            Map<String, String> answers,
            @Nullable Project project,
            List<JointFile> earlier,
            LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        for (Situation question : theme.questionsOf(stage)) {
            String answer = answers.get(question.code());
            if (question.choices().stream().noneMatch(choice -> choice.code().equals(answer))) {
                refusals.add(Refusal.of("K6a", "receive.situation", question.question()));
            }
        }
        if (stage.number() > 1 && project == null) {
            refusals.add(Refusal.of("J1", "joint.needs-project"));
            return refusals;
        }
        if (project == null) {
            return refusals;
        }
        for (Theme.Stage before : theme.stages()) {
            boolean applied = earlier.stream().anyMatch(file -> isLive(file, before.number()));
            if (before.number() < stage.number() && !applied) {
                refusals.add(Refusal.of("J1", "joint.stage-before", before.number(), before.name()));
            }
        }
        if (earlier.stream().anyMatch(file -> !file.state().isEnd() && isLive(file, stage.number()))) {
            refusals.add(Refusal.of("J1", "joint.stage-twice", stage.name()));
        }
        String milestone = stage.milestone();
        LocalDate reached = project.milestones().get(stage.number());
        if (milestone != null && (reached == null || reached.isAfter(today))) {
            refusals.add(Refusal.of("J1", "joint.milestone", milestone));
        }
        return refusals;
    }

    private static boolean isLive(JointFile file, int stage) {
        return file.application().stage() == stage
                && file.state() != JointState.NOT_ACCEPTED
                && file.state() != JointState.WITHDRAWN;
    }
}
