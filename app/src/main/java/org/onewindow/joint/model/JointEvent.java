package org.onewindow.joint.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.Promise;
import org.onewindow.cases.Command.RefusalGround;
import org.onewindow.cases.HandedIn;
import org.onewindow.joint.JointCommand.Finding;
import org.onewindow.joint.JointCommand.Surveyors;
import org.onewindow.joint.PickUp;

/**
 * What can happen to a joint application (C12). Events are data for decades: fields are only ever added. Bodies hold party ids,
 * never names or numbers (V3).
 */
public sealed interface JointEvent {

    /**
     * A member as it was taken in.
     *
     * @param days working days it has: the version's promise, or a tighter limit of a project's green channel (J6)
     */
    record Taken(String itemCode, int itemVersion, String department, long caseId, String caseNumber, int days) {}

    /**
     * 收件 (J2): one application, with all its members.
     *
     * @param department who leads the stage
     * @param project id of the project file; null without
     * @param green whether it goes through the green channel: one recorded use (J6)
     * @param edges between members
     * @param fromBefore edges that lead here from members of earlier stages
     */
    record Received(
            String number,
            String theme,
            int themeVersion,
            int stage,
            @Nullable Long project,
            boolean green,
            String window,
            String department,
            Channel channel,
            ApplicantKind applicantKind,
            long applicant,
            List<Long> coApplicants,
            @Nullable Long representative,
            @Nullable String serviceAgent,
            Map<String, String> answers,
            List<HandedIn> materials,
            PickUp pickUp,
            String querySalt,
            List<Taken> members,
            List<StageGraph.Edge> edges,
            List<StageGraph.Edge> fromBefore,
            LocalDate on,
            long edition)
            implements JointEvent {}

    /** 一次性告知 for all members; {@code servedOn} null until it is told. */
    record SupplementRequested(
            List<Point> points, int days, @Nullable LocalDate servedOn) implements JointEvent {}

    /** 补正. */
    record Supplemented(List<HandedIn> materials, boolean completes, LocalDate on) implements JointEvent {}

    /** 统一受理; {@code deemed}: the law did it, nobody having answered in time (T4). */
    record Accepted(LocalDate effectiveOn, LocalDate startDay, boolean deemed, List<Promise> toFollow)
            implements JointEvent {}

    /** 不受理, 不予受理. */
    record Refused(
            RefusalGround ground,
            String reason,
            String legalBasis,
            @Nullable String competentBody) implements JointEvent {}

    /** 撤回. */
    record Withdrawn(String reason) implements JointEvent {}

    /** What waited for nothing any more was accepted (J1). */
    record MemberOpened(String itemCode, LocalDate on) implements JointEvent {}

    /** How a member ended. */
    enum Outcome {
        GRANTED,
        REFUSED,
        /** Withdrawn, terminated or void. */
        ENDED
    }

    /** A member ended by itself. */
    record MemberEnded(String itemCode, Outcome outcome, LocalDate on) implements JointEvent {}

    /** A member was ended because another one wasn't granted (J5). */
    record MemberStopped(String itemCode, String because, LocalDate on) implements JointEvent {}

    /** How much of its slack a member has eaten (J3). */
    enum Slack {
        /** Half of it or more. */
        LOW,
        /** All of it: it has become critical. */
        NONE,
        /** More than it had: the whole will be late. */
        LATE
    }

    /**
     * A member eats the slack (J3): recorded once for each level, for supervision to follow.
     *
     * @param left working days left; negative: the whole will be late by so many
     * @param planned working days of slack in the promise
     * @param endsOn when the member is expected to end now
     * @param dueOn when the whole is due
     */
    record SlackEaten(
            String itemCode,
            String caseNumber,
            String department,
            Slack level,
            int left,
            int planned,
            LocalDate endsOn,
            LocalDate dueOn)
            implements JointEvent {}

    /** 延长 (T7). */
    record Extended(int days, String reason) implements JointEvent {}

    /** 联合踏勘 is arranged. */
    record SurveyArranged(Instant at, String place, List<Surveyors> bodies) implements JointEvent {}

    /** 联合踏勘 took place. */
    record SurveyRecorded(int survey, List<Finding> findings) implements JointEvent {}

    /** 一费结. */
    record Paid(List<String> items, long amountFen) implements JointEvent {}

    /** 统一出件; the recipient is kept as a party. */
    record Delivered(List<String> items, long recipient, LocalDate on) implements JointEvent {}

    /** The applicant chose anew. */
    record PickUpChosen(PickUp pickUp) implements JointEvent {}

    /** 全部办结. */
    record Completed(LocalDate on) implements JointEvent {}

    /** A new calendar edition moved the day the whole is due (T1). */
    record CalendarChanged(
            long edition,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements JointEvent {}
}
