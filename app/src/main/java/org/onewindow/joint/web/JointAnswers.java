package org.onewindow.joint.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.MemberCase;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.JointState;
import org.onewindow.joint.JointView;
import org.onewindow.joint.LivePlan;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.PickUp;
import org.onewindow.joint.Survey;
import org.onewindow.joint.Theme;
import org.onewindow.parties.MaskedParty;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.onewindow.timelimit.Unit;

/** What the contract's joint handling answers. */
final class JointAnswers {

    private JointAnswers() {}

    record EdgeAnswer(String from, String to) {}

    record JointThemeAnswer(String code, int version, String name) {

        static JointThemeAnswer of(Theme theme) {
            return new JointThemeAnswer(theme.code(), theme.version(), theme.name());
        }
    }

    record JointStageAnswer(int number, String name, String leadDepartment, boolean oneDecision) {

        static JointStageAnswer of(Theme.Stage stage) {
            return new JointStageAnswer(stage.number(), stage.name(), stage.leadDepartment(), stage.oneDecision());
        }
    }

    record JointApplicantAnswer(String kind, String name, String idNumber) {

        static JointApplicantAnswer of(MaskedParty party) {
            return new JointApplicantAnswer(party.kind().name(), party.name(), party.idNumber());
        }
    }

    record JointClockAnswer(
            ClockKind kind,
            ClockState state,
            Unit unit,
            int budgetDays,
            int usedDays,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt,
            boolean provisional) {

        static JointClockAnswer of(ClockReading reading) {
            return new JointClockAnswer(
                    reading.kind(),
                    reading.state(),
                    reading.unit(),
                    reading.budgetDays(),
                    reading.usedDays(),
                    reading.dueOn(),
                    reading.dueAt(),
                    reading.provisional());
        }
    }

    record MaterialLineAnswer(
            String name,
            MaterialForm form,
            int copies,
            MaterialSource source,
            Necessity necessity,
            List<String> conditions,
            List<String> neededBy,
            Map<String, String> handedOn,
            boolean asked) {

        static MaterialLineAnswer of(MaterialLine line) {
            return new MaterialLineAnswer(
                    line.name(),
                    line.form(),
                    line.copies(),
                    line.source(),
                    line.necessity(),
                    line.conditions(),
                    line.neededBy(),
                    line.handedOn(),
                    line.isAsked());
        }
    }

    record MemberStepAnswer(
            String code,
            String name,
            CaseView.Progress progress,
            @Nullable Instant endedAt) {}

    /** {@code state}: of the member's case, WAITING until opened; null where it isn't the viewer's to see. */
    record MemberAnswer(
            String itemCode,
            String name,
            String department,
            boolean lead,
            String progress,
            @Nullable String state,
            @Nullable String caseNumber,
            @Nullable String because,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable PlanLineAnswer plan,
            List<MemberStepAnswer> steps,
            boolean owes) {

        static MemberAnswer of(JointView.MemberView member) {
            MemberCase own = member.own();
            LivePlan.Line line = member.line();
            return new MemberAnswer(
                    member.itemCode(),
                    member.name(),
                    member.department(),
                    member.lead(),
                    member.progress().name(),
                    own == null ? null : own.state().name(),
                    own == null ? null : own.caseNumber(),
                    member.because(),
                    member.startedOn(),
                    member.endedOn(),
                    line == null ? null : PlanLineAnswer.of(line),
                    own == null
                            ? List.of()
                            : own.steps().stream()
                                    .map(step -> new MemberStepAnswer(
                                            step.step().code(), step.step().name(), step.progress(), step.endedAt()))
                                    .toList(),
                    own != null && own.owes());
        }
    }

    record PlanLineAnswer(
            int days,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate latestEndsOn,
            int slack,
            int plannedSlack,
            boolean critical) {

        static PlanLineAnswer of(LivePlan.Line line) {
            return new PlanLineAnswer(
                    line.days(),
                    line.startsOn(),
                    line.endsOn(),
                    line.latestEndsOn(),
                    line.slack(),
                    line.plannedSlack(),
                    line.critical());
        }
    }

    record LivePlanAnswer(
            LocalDate start,
            int workingDays,
            LocalDate dueOn,
            LocalDate endsOn,
            boolean late,
            int lengthenedBy,
            List<String> criticalPath,
            boolean provisional) {

        static LivePlanAnswer of(LivePlan plan) {
            return new LivePlanAnswer(
                    plan.start(),
                    plan.promisedDays(),
                    plan.dueOn(),
                    plan.endsOn(),
                    plan.isLate(),
                    plan.lengthenedBy(),
                    plan.criticalPath(),
                    plan.provisional());
        }
    }

    record JointBlockedAnswer(String command, String rule, String detail) {}

    record PointAnswer(String material, String problem) {}

    record SurveyAnswer(
            Instant at, String place, List<JointCommand.Surveyors> bodies, List<JointCommand.Finding> findings) {

        static SurveyAnswer of(Survey survey) {
            return new SurveyAnswer(survey.at(), survey.place(), survey.bodies(), survey.findings());
        }
    }

    /** A joint application; fields the viewer has no part in are null or empty. */
    record JointAnswer(
            String number,
            @Nullable String queryCode,
            JointState state,
            JointThemeAnswer theme,
            JointStageAnswer stage,
            @Nullable String project,
            boolean green,
            String window,
            String handler,
            @Nullable JointApplicantAnswer applicant,
            Instant receivedAt,
            PickUp pickUp,
            boolean whole,
            List<MemberAnswer> members,
            List<EdgeAnswer> edges,
            @Nullable LivePlanAnswer plan,
            List<JointClockAnswer> clocks,
            List<MaterialLineAnswer> materials,
            List<HandedIn> handedIn,
            List<String> missingMaterials,
            List<PointAnswer> toSupply,
            List<SurveyAnswer> surveys,
            List<String> allowed,
            List<String> allowedToYou,
            List<JointBlockedAnswer> blocked,
            int version) {

        static JointAnswer of(JointView view, Texts texts, Locale locale) {
            MaskedParty applicant = view.applicant();
            LivePlan plan = view.plan();
            return new JointAnswer(
                    view.number(),
                    view.queryCode(),
                    view.state(),
                    JointThemeAnswer.of(view.theme()),
                    JointStageAnswer.of(view.stage()),
                    view.project(),
                    view.green(),
                    view.window(),
                    view.handler(),
                    applicant == null ? null : JointApplicantAnswer.of(applicant),
                    view.receivedAt(),
                    view.pickUp(),
                    view.whole(),
                    view.members().stream().map(MemberAnswer::of).toList(),
                    view.edges().stream()
                            .map(edge -> new EdgeAnswer(edge.from(), edge.to()))
                            .toList(),
                    plan == null ? null : LivePlanAnswer.of(plan),
                    view.clocks().stream().map(JointClockAnswer::of).toList(),
                    view.materials().stream().map(MaterialLineAnswer::of).toList(),
                    view.handedIn(),
                    view.missing(),
                    view.toSupply().stream()
                            .map(point -> new PointAnswer(point.material(), point.problem()))
                            .toList(),
                    view.surveys().stream().map(SurveyAnswer::of).toList(),
                    view.allowed().stream().map(JointCommand.Kind::word).toList(),
                    view.allowedToYou().stream().map(JointCommand.Kind::word).toList(),
                    view.blocked().stream()
                            .map(blocked -> new JointBlockedAnswer(
                                    blocked.command().word(),
                                    blocked.refusal().rule(),
                                    texts.reason(blocked.refusal(), locale).detail()))
                            .toList(),
                    view.version());
        }
    }

    /** The same for its applicant: states and dates, never personal data nor who handles it. */
    record JointTrackAnswer(
            String number,
            JointState state,
            JointThemeAnswer theme,
            JointStageAnswer stage,
            Instant receivedAt,
            PickUp pickUp,
            List<MemberAnswer> members,
            List<EdgeAnswer> edges,
            @Nullable LivePlanAnswer plan,
            List<JointClockAnswer> clocks,
            List<MaterialLineAnswer> materials,
            List<PointAnswer> toSupply) {

        static JointTrackAnswer of(JointView view) {
            LivePlan plan = view.plan();
            return new JointTrackAnswer(
                    view.number(),
                    view.state(),
                    JointThemeAnswer.of(view.theme()),
                    JointStageAnswer.of(view.stage()),
                    view.receivedAt(),
                    view.pickUp(),
                    view.members().stream().map(MemberAnswer::of).toList(),
                    view.edges().stream()
                            .map(edge -> new EdgeAnswer(edge.from(), edge.to()))
                            .toList(),
                    plan == null ? null : LivePlanAnswer.of(plan),
                    view.clocks().stream().map(JointClockAnswer::of).toList(),
                    view.materials().stream().map(MaterialLineAnswer::of).toList(),
                    view.toSupply().stream()
                            .map(point -> new PointAnswer(point.material(), point.problem()))
                            .toList());
        }
    }

    record OutlineItemAnswer(String code, String name, String department, int workingDays, boolean lead) {

        static OutlineItemAnswer of(ItemVersion item, Theme.Stage stage) {
            return new OutlineItemAnswer(
                    item.code(),
                    item.name(),
                    item.departmentCode(),
                    item.committedDays(),
                    item.code().equals(stage.lead().itemCode()));
        }
    }
}
