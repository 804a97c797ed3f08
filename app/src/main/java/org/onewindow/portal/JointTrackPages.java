package org.onewindow.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.joint.GraphBoard;
import org.onewindow.joint.GraphBoards;
import org.onewindow.joint.JointState;
import org.onewindow.joint.JointView;
import org.onewindow.joint.LivePlan;
import org.onewindow.joint.MemberProgress;
import org.onewindow.joint.PickUp;
import org.onewindow.joint.Project;
import org.onewindow.joint.Projects;
import org.onewindow.portal.TrackPages.Due;
import org.onewindow.portal.TrackPages.Missing;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.springframework.stereotype.Component;

/** Tells an applicant how far their joint application is, and a project's owner how far every step of it is (J2, J6). */
@Component
class JointTrackPages {

    private final GraphBoards boards;
    private final Texts texts;

    JointTrackPages(GraphBoards boards, Texts texts) {
        this.boards = boards;
        this.texts = texts;
    }

    /** A joint application; no personal data, nobody's name. */
    record Tracked(
            String number,
            String theme,
            String stage,
            String state,
            String meaning,
            String progress,
            List<Due> dues,
            List<Missing> missing,
            List<String> ready,
            GraphBoard board,
            boolean late) {}

    /** What a later stage of a project waits for, and when it was reached. */
    record Milestone(String name, @Nullable String on) {}

    /** A project: every application of it. */
    record TrackedProject(
            String number,
            String name,
            @Nullable String green,
            List<Milestone> milestones,
            List<Tracked> applications) {}

    Tracked of(JointView view, Locale locale) {
        LivePlan plan = view.plan();
        List<Due> dues = new ArrayList<>();
        due(view, ClockKind.ACCEPTANCE, dues, locale);
        due(view, ClockKind.SUPPLEMENT, dues, locale);
        boolean runs = view.state() == JointState.ACCEPTED;
        if (runs && plan != null) {
            dues.add(new Due(texts.text(locale, "portal.due.COMMITTED"), texts.day(plan.dueOn(), locale)));
            dues.add(new Due(texts.text(locale, "portal.joint.expected"), texts.day(plan.endsOn(), locale)));
        }
        long ended = view.members().stream()
                .filter(member -> member.progress().isEnd())
                .count();
        return new Tracked(
                view.number(),
                ThemePages.name(view.theme(), locale),
                view.stage().name(),
                texts.text(locale, "JointState." + view.state()),
                texts.text(locale, "portal.joint.state." + view.state()),
                texts.text(locale, "portal.joint.progress", ended, view.size()),
                dues,
                view.toSupply().stream()
                        .map(point -> new Missing(point.material(), point.problem()))
                        .toList(),
                view.members().stream()
                        .filter(_ -> view.pickUp() == PickUp.AS_READY || view.state() == JointState.COMPLETED)
                        .filter(member -> member.progress() == MemberProgress.GRANTED
                                && member.own() != null
                                && member.own().deliveredAt() == null)
                        .map(member ->
                                Languages.isEnglish(locale) && !member.nameEn().isBlank()
                                        ? member.nameEn()
                                        : member.name())
                        .toList(),
                boards.of(view, _ -> null, locale),
                runs && plan != null && plan.isLate());
    }

    private void due(JointView view, ClockKind kind, List<Due> dues, Locale locale) {
        view.clocks().stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .filter(clock -> clock.state() == ClockState.RUNNING)
                .map(ClockReading::dueOn)
                .ifPresent(day -> dues.add(new Due(
                        texts.text(locale, "portal.due." + kind),
                        texts.text(locale, "portal.due.by", texts.day(day, locale)))));
    }

    TrackedProject of(Projects.ProjectView view, List<MilestoneOf> milestones, Locale locale) {
        Project project = view.project();
        Project.Green green = project.green();
        return new TrackedProject(
                project.number(),
                project.name(),
                green == null ? null : texts.text(locale, "Ground." + green.ground()),
                milestones.stream()
                        .map(one -> new Milestone(one.name(), one.on() == null ? null : texts.day(one.on(), locale)))
                        .toList(),
                view.applications().stream().map(one -> of(one, locale)).toList());
    }

    /** A milestone as the theme names it. */
    record MilestoneOf(String name, java.time.@Nullable LocalDate on) {}
}
