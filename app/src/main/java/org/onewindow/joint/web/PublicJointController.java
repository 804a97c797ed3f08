package org.onewindow.joint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.http.RateLimit;
import org.onewindow.joint.GraphBoards;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.StagePlan;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.onewindow.joint.web.JointAnswers.EdgeAnswer;
import org.onewindow.joint.web.JointAnswers.JointTrackAnswer;
import org.onewindow.joint.web.JointAnswers.MaterialLineAnswer;
import org.onewindow.joint.web.JointAnswers.OutlineItemAnswer;
import org.onewindow.kernel.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Themes for everybody, and applications for whoever knows their code (api.md, Joint handling). */
@RestController
@RequestMapping("/api/v1/public")
class PublicJointController {

    private final Themes themes;
    private final JointReading reading;
    private final GraphBoards graphs;
    private final RateLimit limit;

    PublicJointController(Themes themes, JointReading reading, GraphBoards graphs, RateLimit limit) {
        this.themes = themes;
        this.reading = reading;
        this.graphs = graphs;
        this.limit = limit;
    }

    record ThemeStageRow(int number, String name, String leadDepartment, int members, int workingDays) {}

    record ThemeRow(
            String code,
            String name,
            String nameEn,
            String description,
            ItemVersion.ApplicantObject object,
            List<ThemeStageRow> stages) {}

    record ThemeList(List<ThemeRow> items) {}

    /** What a stage means: {@code workingDays} is its longest path, {@code serialDays} what one after the other would take. */
    record OutlineAnswer(
            int number,
            String name,
            String leadDepartment,
            @Nullable String milestone,
            boolean oneDecision,
            boolean silenceAgrees,
            boolean oneSeal,
            int workingDays,
            int serialDays,
            List<String> criticalPath,
            List<ItemVersion.Situation> questions,
            List<OutlineItemAnswer> items,
            List<Theme.Member> members,
            List<EdgeAnswer> edges,
            List<MaterialLineAnswer> materials) {

        static OutlineAnswer of(JointReading.Outline outline) {
            Theme.Stage stage = outline.stage();
            StagePlan plan = outline.plan();
            return new OutlineAnswer(
                    stage.number(),
                    stage.name(),
                    stage.leadDepartment(),
                    stage.milestone(),
                    stage.oneDecision(),
                    stage.silenceAgrees(),
                    stage.oneSeal(),
                    plan.length(),
                    plan.sum(),
                    plan.criticalPath(),
                    outline.theme().questionsOf(stage),
                    outline.items().stream()
                            .map(item -> OutlineItemAnswer.of(item, stage))
                            .toList(),
                    stage.members(),
                    outline.edges().stream()
                            .map(edge -> new EdgeAnswer(edge.from(), edge.to()))
                            .toList(),
                    outline.materials().stream().map(MaterialLineAnswer::of).toList());
        }
    }

    record ThemeAnswer(
            String code,
            int version,
            String name,
            String nameEn,
            String description,
            ItemVersion.ApplicantObject object,
            String leadDepartment,
            List<OutlineAnswer> stages) {}

    record OutlineBody(
            Map<String, JsonNode> answers, @Nullable Boolean represented) {}

    @GetMapping("/themes")
    ThemeList themes() {
        return new ThemeList(themes.inEffect().stream()
                .map(theme -> new ThemeRow(
                        theme.code(),
                        theme.name(),
                        theme.nameEn(),
                        theme.description(),
                        theme.object(),
                        theme.inOrder()
                                .map(stage -> reading.outline(theme, stage, Map.of(), false, true))
                                .map(outline -> new ThemeStageRow(
                                        outline.stage().number(),
                                        outline.stage().name(),
                                        outline.stage().leadDepartment(),
                                        outline.items().size(),
                                        outline.plan().length()))
                                .toList()))
                .toList());
    }

    /** The theme with all its members, optional ones too. */
    @GetMapping("/themes/{code}")
    ThemeAnswer theme(@PathVariable String code) {
        Theme theme = themes.inEffect(code).orElseThrow(() -> new NotFound("theme"));
        return new ThemeAnswer(
                theme.code(),
                theme.version(),
                theme.name(),
                theme.nameEn(),
                theme.description(),
                theme.object(),
                theme.leadDepartment(),
                theme.inOrder()
                        .map(stage -> OutlineAnswer.of(reading.outline(theme, stage, Map.of(), false, true)))
                        .toList());
    }

    /** What concerns somebody with these answers: members, merged list, plan. */
    @PostMapping("/themes/{code}/stages/{stage}/outline")
    OutlineAnswer outline(@PathVariable String code, @PathVariable int stage, @RequestBody OutlineBody body) {
        return OutlineAnswer.of(reading.outline(
                code, stage, JointBodies.answersOf(body.answers()), Boolean.TRUE.equals(body.represented()), false));
    }

    @GetMapping(value = "/themes/{code}/stages/{stage}/graph.svg", produces = "image/svg+xml")
    ResponseEntity<String> graph(@PathVariable String code, @PathVariable int stage, Locale locale) {
        return JointController.svg(graphs.drawing(reading.outline(code, stage, Map.of(), false, true), locale));
    }

    @GetMapping("/joint-cases/{number}")
    JointTrackAnswer track(
            @PathVariable String number,
            @RequestParam(required = false, defaultValue = "") String code,
            HttpServletRequest request) {
        return limit.guess(RateLimit.CODES, request, () -> reading.track(number, code))
                .map(JointTrackAnswer::of)
                .orElseThrow(() -> new NotFound("joint case"));
    }

    @GetMapping(value = "/joint-cases/{number}/graph.svg", produces = "image/svg+xml")
    ResponseEntity<String> trackedGraph(
            @PathVariable String number,
            @RequestParam(required = false, defaultValue = "") String code,
            Locale locale,
            HttpServletRequest request) {
        return limit.guess(RateLimit.CODES, request, () -> reading.track(number, code))
                .map(view -> JointController.svg(graphs.drawing(view, locale)))
                .orElseThrow(() -> new NotFound("joint case"));
    }
}
