package org.onewindow.joint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Command.Point;
import org.onewindow.joint.model.JointEvent;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.store.JointStore;

/**
 * Something that happened to an application as a whole, as people read it.
 *
 * @param type the event's type, such as {@code joint.accepted}
 * @param items the members it is about
 * @param points what a notice asks for
 * @param told what somebody wrote: reasons, a place, findings
 */
public record JointHappening(
        int version,
        String type,
        String actor,
        @Nullable String window,
        Instant at,
        List<String> items,
        List<Point> points,
        List<String> told) {

    static JointHappening of(JointFile.Recorded recorded) {
        return new JointHappening(
                recorded.version(),
                JointStore.type(recorded.event()),
                recorded.actor(),
                recorded.window(),
                recorded.at(),
                items(recorded.event()),
                recorded.event() instanceof JointEvent.SupplementRequested request ? request.points() : List.of(),
                told(recorded.event()));
    }

    private static List<String> items(JointEvent event) {
        return switch (event) {
            case JointEvent.MemberOpened opened -> List.of(opened.itemCode());
            case JointEvent.MemberEnded ended -> List.of(ended.itemCode());
            case JointEvent.MemberStopped stopped -> List.of(stopped.itemCode());
            case JointEvent.SlackEaten eaten -> List.of(eaten.itemCode());
            case JointEvent.Paid paid -> paid.items();
            case JointEvent.Delivered delivered -> delivered.items();
            case JointEvent.SurveyArranged survey ->
                survey.bodies().stream().map(JointCommand.Surveyors::itemCode).toList();
            default -> List.of();
        };
    }

    private static List<String> told(JointEvent event) {
        return switch (event) {
            case JointEvent.Refused refused -> List.of(refused.reason(), refused.legalBasis());
            case JointEvent.Withdrawn withdrawn -> List.of(withdrawn.reason());
            case JointEvent.Extended extended -> List.of(extended.reason());
            case JointEvent.SurveyArranged survey -> List.of(survey.place());
            case JointEvent.SurveyRecorded survey ->
                survey.findings().stream().map(JointCommand.Finding::finding).toList();
            default -> List.of();
        };
    }
}
