package org.onewindow.catalogue.web;

import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemQuery;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.http.Paging;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be applied for, for everybody. */
@RestController
@RequestMapping("/api/v1/public/items")
class PublicItemController {

    private static final int LONGEST_WORDS = 100;

    private final Catalogue catalogue;
    private final ItemAnswers answers;

    PublicItemController(Catalogue catalogue, ItemAnswers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    @GetMapping
    Page<ItemAnswer.Row> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) ItemVersion.@Nullable Level level,
            @RequestParam(required = false) ItemVersion.@Nullable HandlingClass kind,
            Paging paging) {
        if (q != null && q.length() > LONGEST_WORDS) {
            throw new InvalidInput("q", "search-words", LONGEST_WORDS);
        }
        return catalogue
                .list(new ItemQuery(q, given(department), level, kind, paging.limit(), paging.after()))
                .map(ItemAnswer.Row::of);
    }

    @GetMapping("/{code}")
    ItemAnswer inEffect(@PathVariable String code) {
        return answers.of(catalogue.inEffect(code).orElseThrow(() -> new NotFound("item " + code)));
    }

    @GetMapping("/{code}/versions/{version}")
    ItemAnswer version(@PathVariable String code, @PathVariable int version) {
        return answers.of(catalogue.version(code, version));
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }
}
