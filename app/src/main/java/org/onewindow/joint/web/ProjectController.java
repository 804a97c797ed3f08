package org.onewindow.joint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.cases.ApplicationCheck.PartyBody;
import org.onewindow.http.Answers;
import org.onewindow.http.Paging;
import org.onewindow.http.RateLimit;
import org.onewindow.http.Reply;
import org.onewindow.http.Texts;
import org.onewindow.joint.Project;
import org.onewindow.joint.Projects;
import org.onewindow.joint.Projects.ProjectView;
import org.onewindow.joint.web.JointAnswers.JointAnswer;
import org.onewindow.joint.web.JointAnswers.JointApplicantAnswer;
import org.onewindow.joint.web.JointAnswers.JointTrackAnswer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.parties.MaskedParty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Project files: several stages of one theme, milestones, the green channel (J4, J6). */
@RestController
@Answers(ProjectController.ProjectAnswer.class)
class ProjectController {

    private static final String BASE = "/api/v1/projects";

    private final Projects projects;
    private final RateLimit limit;
    private final Texts texts;

    ProjectController(Projects projects, RateLimit limit, Texts texts) {
        this.projects = projects;
        this.limit = limit;
        this.texts = texts;
    }

    record ProjectBody(
            String name,
            String theme,
            PartyBody owner,
            @Nullable String agent) {}

    record GreenBody(Project.Ground ground, String reason, Map<String, Integer> limits) {}

    record MilestoneBody(int stage, @Nullable LocalDate on) {}

    record GreenAnswer(Project.Ground ground, String reason) {}

    record ProjectAnswer(
            String number,
            @Nullable String queryCode,
            String name,
            String theme,
            @Nullable JointApplicantAnswer owner,
            @Nullable String agent,
            @Nullable GreenAnswer green,
            Map<String, Integer> limits,
            Map<Integer, LocalDate> milestones,
            List<String> greenUses,
            Instant openedAt,
            List<JointAnswer> applications,
            int version) {

        static ProjectAnswer of(ProjectView view, Texts texts, Locale locale) {
            Project project = view.project();
            MaskedParty owner = view.owner();
            Project.Green green = project.green();
            return new ProjectAnswer(
                    project.number(),
                    view.queryCode(),
                    project.name(),
                    project.theme(),
                    owner == null ? null : JointApplicantAnswer.of(owner),
                    project.agent(),
                    green == null ? null : new GreenAnswer(green.ground(), green.reason()),
                    project.limits(),
                    project.milestones(),
                    project.uses(),
                    project.openedAt(),
                    view.applications().stream()
                            .map(application -> JointAnswer.of(application, texts, locale))
                            .toList(),
                    project.version());
        }
    }

    record ProjectRow(String number, String name, String theme, boolean green, int greenUses, Instant openedAt) {

        static ProjectRow of(Project project) {
            return new ProjectRow(
                    project.number(),
                    project.name(),
                    project.theme(),
                    project.green() != null,
                    project.uses().size(),
                    project.openedAt());
        }
    }

    /** For the project's owner: every step of every application, and nobody's name. */
    record ProjectTrackAnswer(
            String number,
            String name,
            String theme,
            boolean green,
            Map<Integer, LocalDate> milestones,
            List<JointTrackAnswer> applications) {

        static ProjectTrackAnswer of(ProjectView view) {
            Project project = view.project();
            return new ProjectTrackAnswer(
                    project.number(),
                    project.name(),
                    project.theme(),
                    project.green() != null,
                    project.milestones(),
                    view.applications().stream().map(JointTrackAnswer::of).toList());
        }
    }

    @PostMapping(BASE)
    @Answers(value = ProjectAnswer.class, status = 201)
    ResponseEntity<byte[]> open(Actor actor, @RequestBody ProjectBody body, Reply reply) {
        projects.open(
                actor,
                new Projects.NewProject(
                        JointBodies.textOf("/name", body.name(), ApplicationCheck.LONGEST_NAME),
                        body.theme(),
                        JointBodies.partyOf("/owner", body.owner()),
                        body.agent()),
                view -> reply.answer(
                        201,
                        Reply.created(
                                BASE + "/" + view.project().number(),
                                view.project().version()),
                        ProjectAnswer.of(view, texts, reply.locale())));
        return reply.send();
    }

    @GetMapping(BASE)
    Page<ProjectRow> list(Actor actor, Paging paging) {
        return projects.list(actor, paging.after(), paging.limit()).map(ProjectRow::of);
    }

    @GetMapping(BASE + "/{number}")
    ProjectAnswer find(Actor actor, @PathVariable String number, Locale locale) {
        return ProjectAnswer.of(projects.find(actor, number), texts, locale);
    }

    @PostMapping(BASE + "/{number}/green-channel")
    ResponseEntity<byte[]> grant(Actor actor, @PathVariable String number, @RequestBody GreenBody body, Reply reply) {
        projects.grant(
                actor,
                number,
                new Project.Green(
                        body.ground(), JointBodies.textOf("/reason", body.reason(), ApplicationCheck.LONGEST_TEXT)),
                body.limits(),
                view -> answer(view, reply));
        return reply.send();
    }

    @PostMapping(BASE + "/{number}/milestone")
    ResponseEntity<byte[]> milestone(
            Actor actor, @PathVariable String number, @RequestBody MilestoneBody body, Reply reply) {
        projects.reach(actor, number, body.stage(), body.on(), view -> answer(view, reply));
        return reply.send();
    }

    private org.onewindow.journal.@Nullable Answer answer(ProjectView view, Reply reply) {
        return reply.answer(
                200, Reply.version(view.project().version()), ProjectAnswer.of(view, texts, reply.locale()));
    }

    @GetMapping("/api/v1/public/projects/{number}")
    ProjectTrackAnswer track(
            @PathVariable String number,
            @RequestParam(required = false, defaultValue = "") String code,
            HttpServletRequest request) {
        return limit.guess(RateLimit.CODES, request, () -> projects.track(number, code))
                .map(ProjectTrackAnswer::of)
                .orElseThrow(() -> new NotFound("project"));
    }
}
