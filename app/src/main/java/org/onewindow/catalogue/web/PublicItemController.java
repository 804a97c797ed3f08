package org.onewindow.catalogue.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemQuery;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
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

    private static final int MOST = 500;
    private static final int LONGEST_WORDS = 100;

    private final Catalogue catalogue;
    private final Divisions divisions;

    PublicItemController(Catalogue catalogue, Divisions divisions) {
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    @GetMapping
    Page<ItemAnswer.Row> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "limit", MOST);
        }
        if (q != null && q.length() > LONGEST_WORDS) {
            throw new InvalidInput("q", "too-long", LONGEST_WORDS);
        }
        return catalogue
                .list(new ItemQuery(
                        q,
                        given(department),
                        choice("level", level, ItemVersion.Level.values()),
                        choice("kind", kind, ItemVersion.HandlingClass.values()),
                        limit,
                        given(after)))
                .map(ItemAnswer.Row::of);
    }

    @GetMapping("/{code}")
    ItemAnswer inEffect(@PathVariable String code) {
        return answer(catalogue.inEffect(code).orElseThrow(() -> new NotFound("item " + code)));
    }

    @GetMapping("/{code}/versions/{version}")
    ItemAnswer version(@PathVariable String code, @PathVariable int version) {
        return answer(catalogue.version(code, version));
    }

    private ItemAnswer answer(ItemVersion item) {
        return ItemAnswer.of(
                item,
                divisions
                        .findDepartment(item.departmentCode())
                        .map(Department::name)
                        .orElse(item.departmentCode()),
                catalogue.windowsOf(item.code()));
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    private static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String parameter, E[] values) {
        if (given(parameter) == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(name, "choice", String.join(", ", names(values))));
    }

    private static <E extends Enum<E>> java.util.List<String> names(E[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
