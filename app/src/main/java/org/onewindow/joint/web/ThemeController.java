package org.onewindow.joint.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.http.Texts;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafting themes by the lead department, filing and retiring them by the centre (J1). */
@RestController
@RequestMapping("/api/v1/themes")
class ThemeController {

    private final Themes themes;
    private final Texts texts;

    ThemeController(Themes themes, Texts texts) {
        this.themes = themes;
        this.texts = texts;
    }

    record ChoiceBody(String code, String label) {}

    record QuestionBody(String code, String question, List<ChoiceBody> choices) {}

    record ThemeMemberBody(
            String itemCode,
            @Nullable Boolean lead,
            List<String> when,
            @Nullable List<String> stops,
            List<String> provides) {}

    record ThemeStageBody(
            String name,
            String leadDepartment,
            @Nullable String milestone,
            @Nullable Boolean oneDecision,
            @Nullable Boolean silenceAgrees,
            @Nullable Boolean oneSeal,
            List<ThemeMemberBody> members) {}

    record ThemeEdgeBody(String from, String to) {}

    record ThemeBody(
            String code,
            String name,
            @Nullable String nameEn,
            @Nullable String description,
            ApplicantObject object,
            String leadDepartment,
            List<QuestionBody> questions,
            List<ThemeStageBody> stages,
            List<ThemeEdgeBody> edges) {}

    record ThemeFileBody(@Nullable LocalDate effectiveFrom) {}

    record ThemeRetireBody(@Nullable LocalDate from) {}

    record EditableThemes(List<Theme> items) {}

    record ThemeObstacles(List<Texts.Reason> reasons) {}

    /** A draft, in the place of the one there was. */
    @PostMapping
    ResponseEntity<Theme> draft(Actor actor, @RequestBody ThemeBody body) {
        Theme draft = themes.draft(actor, theme(body));
        return ResponseEntity.created(URI.create("/api/v1/themes/" + draft.code() + "/versions/" + draft.version()))
                .body(draft);
    }

    @GetMapping
    EditableThemes editable(Actor actor) {
        return new EditableThemes(themes.editable(actor));
    }

    @GetMapping("/{code}/versions/{version}")
    Theme version(Actor actor, @PathVariable String code, @PathVariable int version) {
        return themes.version(actor, code, version);
    }

    @GetMapping("/{code}/versions/{version}/obstacles")
    ThemeObstacles obstacles(Actor actor, @PathVariable String code, @PathVariable int version, Locale locale) {
        return new ThemeObstacles(texts.reasons(themes.obstacles(themes.version(actor, code, version)), locale));
    }

    @PostMapping("/{code}/versions/{version}/file")
    Theme file(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable ThemeFileBody body) {
        return themes.file(actor, code, version, body == null ? null : body.effectiveFrom());
    }

    @PostMapping("/{code}/versions/{version}/retire")
    Theme retire(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable ThemeRetireBody body) {
        return themes.retire(actor, code, version, body == null ? null : body.from());
    }

    private static Theme theme(ThemeBody body) {
        if (!body.code().matches("[A-Za-z0-9._-]{1,40}")) {
            throw new InvalidInput("/code", "value");
        }
        List<Theme.Stage> stages = new ArrayList<>();
        for (int i = 0; i < body.stages().size(); i++) {
            ThemeStageBody stage = body.stages().get(i);
            stages.add(new Theme.Stage(
                    i + 1,
                    JointBodies.textOf("/stages/" + i + "/name", stage.name(), ApplicationCheck.LONGEST_NAME),
                    stage.leadDepartment(),
                    stage.milestone(),
                    Boolean.TRUE.equals(stage.oneDecision()),
                    Boolean.TRUE.equals(stage.silenceAgrees()),
                    Boolean.TRUE.equals(stage.oneSeal()),
                    stage.members().stream()
                            .map(member -> new Theme.Member(
                                    member.itemCode(),
                                    Boolean.TRUE.equals(member.lead()),
                                    member.when(),
                                    member.stops(),
                                    member.provides()))
                            .toList()));
        }
        String nameEn = ApplicationCheck.optional("/nameEn", body.nameEn());
        String description = ApplicationCheck.optional("/description", body.description());
        return new Theme(
                body.code(),
                1,
                Theme.State.DRAFT,
                null,
                JointBodies.textOf("/name", body.name(), ApplicationCheck.LONGEST_NAME),
                nameEn == null ? "" : nameEn,
                description == null ? "" : description,
                body.object(),
                body.leadDepartment(),
                body.questions().stream()
                        .map(question -> new Situation(
                                question.code(),
                                question.question(),
                                question.choices().stream()
                                        .map(choice -> new Choice(choice.code(), choice.label()))
                                        .toList()))
                        .toList(),
                stages,
                body.edges().stream()
                        .map(edge -> new Theme.Edge(edge.from(), edge.to()))
                        .toList());
    }
}
