package org.onewindow.joint.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointView;
import org.onewindow.joint.model.JointFile.Progress;
import org.onewindow.joint.model.LivePlan;
import org.onewindow.joint.model.StagePlan;
import org.onewindow.joint.web.GraphDrawing.Box;
import org.onewindow.joint.web.GraphDrawing.Look;
import org.springframework.stereotype.Component;

/** Graphs of stages and of applications, drawn in a language. */
@Component
class JointGraphs {

    private final Texts texts;

    JointGraphs(Texts texts) {
        this.texts = texts;
    }

    /** A stage as it would run. */
    String of(JointReading.Outline outline, Locale locale) {
        StagePlan plan = outline.plan();
        List<Box> boxes = outline.items().stream()
                .map(item -> {
                    StagePlan.Planned planned = plan.members().stream()
                            .filter(member -> member.code().equals(item.code()))
                            .findFirst()
                            .orElseThrow();
                    return new Box(
                            item.code(),
                            item.name(),
                            texts.text(locale, "joint.graph.days", item.committedDays()),
                            planned.slack() == 0
                                    ? texts.text(locale, "joint.graph.critical")
                                    : texts.text(locale, "joint.graph.slack", planned.slack()),
                            Look.PLAIN,
                            plan.criticalPath().contains(item.code()));
                })
                .toList();
        return GraphDrawing.draw(
                texts.text(
                        locale,
                        "joint.graph.title",
                        outline.theme().name(),
                        outline.stage().name()),
                texts.text(
                        locale,
                        "joint.graph.description",
                        outline.items().size(),
                        plan.length(),
                        plan.sum(),
                        names(outline, plan.criticalPath())),
                boxes,
                outline.edges(),
                plan.criticalPath());
    }

    private static List<String> names(JointReading.Outline outline, List<String> codes) {
        return codes.stream()
                .map(code -> outline.items().stream()
                        .filter(item -> item.code().equals(code))
                        .map(item -> item.name())
                        .findFirst()
                        .orElse(code))
                .toList();
    }

    /** An application as it runs, as far as the viewer sees it. */
    String of(JointView view, Locale locale) {
        LivePlan plan = view.plan();
        List<Box> boxes =
                view.members().stream().map(member -> box(member, locale)).toList();
        String title = texts.text(
                locale, "joint.graph.title", view.theme().name(), view.stage().name());
        String description = plan == null
                ? texts.text(locale, "joint.graph.part", view.number())
                : texts.text(locale, "joint.graph.running", view.number(), view.state(), plan.dueOn(), plan.endsOn());
        return GraphDrawing.draw(
                title, description, boxes, view.edges(), plan == null ? List.of() : plan.criticalPath());
    }

    private Box box(JointView.MemberView member, Locale locale) {
        LivePlan.Line line = member.line();
        boolean own = member.own() != null;
        return new Box(
                member.itemCode(),
                member.name(),
                own ? state(member, locale) : "",
                line == null ? "" : note(member, line, locale),
                own ? look(member.progress()) : Look.PLAIN,
                line != null && line.critical());
    }

    private String state(JointView.MemberView member, Locale locale) {
        String progress =
                texts.text(locale, "joint.progress." + member.progress().name());
        LivePlan.Line line = member.line();
        if (line == null || member.progress().isEnd() || line.slack() >= 0) {
            return progress;
        }
        return texts.text(locale, "joint.graph.late", progress, -line.slack());
    }

    private String note(JointView.MemberView member, LivePlan.Line line, Locale locale) {
        LocalDate endedOn = member.endedOn();
        if (endedOn != null) {
            return texts.text(locale, "joint.graph.ended", endedOn);
        }
        return texts.text(locale, "joint.graph.expected", line.endsOn(), Math.max(0, line.slack()));
    }

    private static Look look(Progress progress) {
        return switch (progress) {
            case WAITING -> Look.WAITING;
            case OPEN -> Look.OPEN;
            case GRANTED -> Look.DONE;
            case REFUSED, ENDED, STOPPED -> Look.FAILED;
        };
    }
}
