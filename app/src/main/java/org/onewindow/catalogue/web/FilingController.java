package org.onewindow.catalogue.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.CatalogueFiling;
import org.onewindow.catalogue.Draft;
import org.onewindow.http.Paging;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafting by departments, filing and retiring by the centre (K1-K8). */
@RestController
@RequestMapping("/api/v1/items")
class FilingController {

    private final CatalogueFiling filing;
    private final ItemAnswers answers;
    private final Texts texts;

    FilingController(CatalogueFiling filing, ItemAnswers answers, Texts texts) {
        this.filing = filing;
        this.answers = answers;
        this.texts = texts;
    }

    /** From which day on; today where it isn't said. */
    record FileBody(@Nullable LocalDate effectiveFrom) {}

    /** From which day on; today where it isn't said. */
    record RetireBody(@Nullable LocalDate from) {}

    /** Why a draft couldn't be filed now. */
    record Obstacles(List<Texts.Reason> reasons) {}

    @PostMapping
    ResponseEntity<ItemAnswer> draft(Actor actor, @RequestBody DraftBody body) {
        Draft draft = filing.draft(actor, body.content(), body.windows());
        String location = "/api/v1/items/" + draft.item().code() + "/versions/"
                + draft.item().version();
        return ResponseEntity.created(URI.create(location)).body(answers.of(draft));
    }

    @GetMapping
    Page<ItemAnswer.Row> drafts(Actor actor, Paging paging) {
        return filing.drafts(actor, paging.limit(), paging.after()).map(ItemAnswer.Row::of);
    }

    @GetMapping("/{code}/versions/{version}")
    ItemAnswer draft(Actor actor, @PathVariable String code, @PathVariable int version) {
        return answers.of(filing.findDraft(actor, code, version));
    }

    @GetMapping("/{code}/versions/{version}/obstacles")
    Obstacles obstacles(Actor actor, @PathVariable String code, @PathVariable int version, Locale locale) {
        return new Obstacles(texts.reasons(filing.obstacles(filing.findDraft(actor, code, version)), locale));
    }

    @PostMapping("/{code}/versions/{version}/file")
    ItemAnswer file(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable FileBody body) {
        return answers.of(filing.file(actor, code, version, body == null ? null : body.effectiveFrom()));
    }

    @PostMapping("/{code}/versions/{version}/retire")
    ItemAnswer retire(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable RetireBody body) {
        return answers.of(filing.retire(actor, code, version, body == null ? null : body.from()));
    }
}
