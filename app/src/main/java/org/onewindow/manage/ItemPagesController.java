package org.onewindow.manage;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.CatalogueDifference;
import org.onewindow.catalogue.CatalogueFiling;
import org.onewindow.catalogue.CatalogueTables;
import org.onewindow.catalogue.Draft;
import org.onewindow.catalogue.ImportResult;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.EndsOn;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.ItemType;
import org.onewindow.catalogue.ItemVersion.Level;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.RiskField;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.catalogue.ItemVersion.StartsOn;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.catalogue.Sheet;
import org.onewindow.catalogue.SpreadsheetFile;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Role;
import org.onewindow.timelimit.Unit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue's pages (K1-K9): drafts and what is still in the way of filing them, versions and their differences, files. */
@Controller
class ItemPagesController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LISTED = 50;

    private final Catalogue catalogue;
    private final CatalogueFiling filing;
    private final Divisions divisions;
    private final FormOutcome outcome;
    private final Texts texts;

    ItemPagesController(
            Catalogue catalogue, CatalogueFiling filing, Divisions divisions, FormOutcome outcome, Texts texts) {
        this.catalogue = catalogue;
        this.filing = filing;
        this.divisions = divisions;
        this.outcome = outcome;
        this.texts = texts;
    }

    /** An item or draft in a list; {@code obstacles} counts what is still in the way of filing a draft. */
    record Line(String code, int version, String name, String department, String state, int obstacles) {}

    /** One version of an item. */
    record VersionLine(int number, String state, @Nullable LocalDate from, boolean inEffect) {}

    /** One element in which two versions or catalogues differ. */
    record Difference(
            String where,
            String element,
            @Nullable String left,
            @Nullable String right) {}

    @GetMapping("/manage/items")
    ModelAndView items(Actor actor, @RequestParam(defaultValue = "") String q, Locale locale) {
        return items(actor, q, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView items(Actor actor, String words, Map<String, ?> more, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("manage/items", more, status);
        page.addObject(
                "drafts",
                filing.drafts(actor, LISTED, null).items().stream()
                        .map(draft -> line(
                                draft,
                                filing.obstacles(filing.findDraft(actor, draft.code(), draft.version()))
                                        .size(),
                                locale))
                        .toList());
        page.addObject("q", words);
        page.addObject(
                "found",
                words.isBlank()
                        ? List.of()
                        : catalogue.search(words.strip(), LISTED).stream()
                                .map(item -> line(item, 0, locale))
                                .toList());
        page.addObject("mayFile", actor.has(Role.MANAGER));
        page.addObject("departments", departments(actor));
        page.addObject("types", constants(ItemType.values(), "guide.type.", locale));
        page.addObject("classes", constants(HandlingClass.values(), "manage.class.", locale));
        return page;
    }

    /** Departments whose items the actor may draft, by code. */
    private Map<String, String> departments(Actor actor) {
        Map<String, String> departments = new LinkedHashMap<>();
        divisions.departments().stream()
                .filter(one -> actor.has(Role.MANAGER)
                        || actor.postIn(Role.APPROVER, one.code()).isPresent())
                .forEach(one -> departments.put(one.code(), one.shortName()));
        return departments;
    }

    private <E extends Enum<E>> Map<String, String> constants(E[] values, String prefix, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name(), texts.text(locale, prefix + value.name()));
        }
        return words;
    }

    /** Begins an item: an empty draft with its name, to be filled in on its page. */
    @PostMapping("/manage/items")
    ModelAndView begin(
            Actor actor, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next, Locale locale) {
        mayImport(actor);
        AtomicReference<String> begun = new AtomicReference<>("");
        FormOutcome.Result result = outcome.of(
                () -> {
                    ItemVersion item = DraftForm.begun(form);
                    if (!versions(actor, item.code()).isEmpty()) {
                        throw new InvalidInput("/code", "item-code-taken", item.code());
                    }
                    filing.draft(actor, item, List.of());
                    begun.set(item.code());
                },
                locale);
        if (!result.isDone()) {
            result.model().put("form", form.toSingleValueMap());
            result.model().remove("wrong");
            return items(actor, "", result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "manage.drafted"));
        return new ModelAndView("redirect:/manage/items/" + begun.get());
    }

    private Line line(ItemVersion item, int obstacles, Locale locale) {
        return new Line(
                item.code(),
                item.version(),
                item.name(),
                divisions
                        .findDepartment(item.departmentCode())
                        .map(Department::shortName)
                        .orElse(item.departmentCode()),
                texts.text(locale, "manage.state." + item.state()),
                obstacles);
    }

    @PostMapping("/manage/items/import")
    ModelAndView importFile(
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile table,
            @RequestParam(defaultValue = "false") boolean atOnce,
            RedirectAttributes next,
            Locale locale) {
        mayImport(actor);
        AtomicReference<ImportResult> done = new AtomicReference<>();
        FormOutcome.Result result = outcome.of(
                () -> done.set(filing.importTables(
                        actor, CatalogueTables.read(SpreadsheetFile.read(bytes(table)), filing.regionRules()), atOnce)),
                name -> cell(name, locale),
                locale);
        if (!result.isDone()) {
            return items(actor, "", result.model(), result.status(), locale);
        }
        next.addFlashAttribute("imported", done.get());
        return new ModelAndView("redirect:/manage/items");
    }

    @PostMapping("/manage/items/compare")
    ModelAndView compareFile(
            Actor actor, @RequestParam(required = false) @Nullable MultipartFile table, Locale locale) {
        mayImport(actor);
        AtomicReference<List<CatalogueDifference>> found = new AtomicReference<>(List.of());
        FormOutcome.Result result = outcome.of(
                () -> found.set(CatalogueDifference.between(ours(), SpreadsheetFile.read(bytes(table)))),
                name -> cell(name, locale),
                locale);
        if (!result.isDone()) {
            return items(actor, "", result.model(), result.status(), locale);
        }
        return differences(
                texts.text(locale, "manage.compare.file"),
                texts.text(locale, "manage.compare.ours"),
                texts.text(locale, "manage.compare.theirs"),
                found.get(),
                locale);
    }

    /** Where in an imported file something is wrong, as the file calls it and in words. */
    private @Nullable String cell(String name, Locale locale) {
        String[] parts = name.split("/", 3);
        if (parts.length < 3) {
            return name.isEmpty() ? null : texts.text(locale, "manage.import.file");
        }
        String sheet =
                texts.text(locale, "manage.import.called", wordFor("manage.sheet." + parts[0], locale), parts[0]);
        if (parts[2].isEmpty()) {
            return parts[1].equals("0") ? sheet : texts.text(locale, "manage.import.row", sheet, parts[1]);
        }
        String column =
                texts.text(locale, "manage.import.called", wordFor("manage.column." + parts[2], locale), parts[2]);
        return texts.text(locale, "manage.import.cell", sheet, parts[1], column);
    }

    private String wordFor(String key, Locale locale) {
        return texts.has(key) ? texts.text(locale, key) : "";
    }

    @GetMapping("/manage/items/{code}")
    ModelAndView item(Actor actor, @PathVariable String code, Locale locale) {
        return item(actor, code, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView item(Actor actor, String code, Map<String, ?> more, HttpStatus status, Locale locale) {
        mayImport(actor);
        List<ItemVersion> versions = versions(actor, code);
        if (versions.isEmpty()) {
            throw new NotFound("item " + code);
        }
        ItemVersion newest = versions.getLast();
        int current = catalogue.inEffect(code).map(ItemVersion::version).orElse(0);
        ModelAndView page = new ModelAndView("manage/item", more, status);
        page.addObject("item", newest);
        page.addObject("department", line(newest, 0, locale).department());
        page.addObject(
                "versions",
                versions.reversed().stream()
                        .map(one -> new VersionLine(
                                one.version(),
                                texts.text(locale, "manage.state." + one.state()),
                                one.effectiveFrom(),
                                one.version() == current))
                        .toList());
        page.addObject("current", current);
        page.addObject("mayFile", actor.has(Role.MANAGER));
        page.addObject("mayDraft", mayDraft(actor, newest));
        page.addObject("isDraft", newest.state() == State.DRAFT);
        List<String> windows = catalogue.windowsOf(code);
        if (newest.state() == State.DRAFT) {
            Draft draft = filing.findDraft(actor, code, newest.version());
            windows = draft.windows();
            page.addObject("obstacles", texts.reasons(filing.obstacles(draft), locale));
        }
        @SuppressWarnings("unchecked")
        Map<String, String> form =
                more.containsKey("form") ? (Map<String, String>) more.get("form") : DraftForm.of(newest, windows);
        page.addObject("form", form);
        DraftForm.TABLES.forEach((table, fields) -> page.addObject(table, DraftForm.rows(form, table, fields)));
        page.addObject("words", words(locale));
        return page;
    }

    /** The fields of risk, none of them chosen beforehand: whoever drafts says that none is touched (C16). */
    private Map<String, String> touches(Locale locale) {
        Map<String, String> touches = new LinkedHashMap<>();
        touches.put("", texts.text(locale, "manage.commitment.touches.unsaid"));
        touches.putAll(constants(RiskField.values(), "RiskField.", locale));
        return touches;
    }

    /** The words to choose from, by field. */
    private Map<String, Map<String, String>> words(Locale locale) {
        Map<String, String> units = constants(Unit.values(), "Unit.", locale);
        return Map.ofEntries(
                Map.entry("type", constants(ItemType.values(), "guide.type.", locale)),
                Map.entry("handlingClass", constants(HandlingClass.values(), "manage.class.", locale)),
                Map.entry("object", constants(ApplicantObject.values(), "ApplicantObject.", locale)),
                Map.entry("level", constants(Level.values(), "manage.level.", locale)),
                Map.entry("acceptanceRule", constants(AcceptanceRule.values(), "manage.acceptance.", locale)),
                Map.entry("startsOn", constants(StartsOn.values(), "manage.starts.", locale)),
                Map.entry("endsOn", constants(EndsOn.values(), "manage.ends.", locale)),
                Map.entry("unit", units),
                Map.entry("feeKind", constants(FeeKind.values(), "manage.fee.", locale)),
                Map.entry("stepKind", constants(StepKind.values(), "StepKind.", locale)),
                Map.entry("role", constants(StepRole.values(), "StepRole.", locale)),
                Map.entry("procedure", constants(SpecialProcedureKind.values(), "SpecialProcedureKind.", locale)),
                Map.entry("form", constants(MaterialForm.values(), "portal.form.", locale)),
                Map.entry("source", constants(MaterialSource.values(), "portal.source.", locale)),
                Map.entry("touches", touches(locale)),
                Map.entry("necessity", constants(Necessity.values(), "portal.necessity.", locale)));
    }

    /** Drafts the next version, or the open draft anew, with what was typed. */
    @PostMapping("/manage/items/{code}/draft")
    ModelAndView draft(
            Actor actor,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        List<ItemVersion> versions = versions(actor, code);
        if (versions.isEmpty()) {
            throw new NotFound("item " + code);
        }
        FormOutcome.Result result = outcome.of(
                () -> filing.draft(actor, DraftForm.changed(versions.getLast(), form), DraftForm.windows(form)),
                locale);
        if (!result.isDone()) {
            // Each stands at its field.
            result.model().computeIfPresent("wrong", (_, _) -> List.of(texts.text(locale, "manage.wrong.marked")));
            result.model().put("form", form.toSingleValueMap());
        }
        return after(actor, code, result, next, "manage.drafted", locale);
    }

    @PostMapping("/manage/items/{code}/versions/{version}/file")
    ModelAndView file(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result =
                outcome.of(() -> filing.file(actor, code, version, TypedDay.read("from", from)), locale);
        return after(actor, code, result, next, "manage.filed", locale);
    }

    @PostMapping("/manage/items/{code}/versions/{version}/retire")
    ModelAndView retire(
            Actor actor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result =
                outcome.of(() -> filing.retire(actor, code, version, TypedDay.read("from", from)), locale);
        return after(actor, code, result, next, "manage.retired", locale);
    }

    private ModelAndView after(
            Actor actor, String code, FormOutcome.Result result, RedirectAttributes next, String said, Locale locale) {
        if (!result.isDone()) {
            return item(actor, code, result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, said));
        return new ModelAndView("redirect:/manage/items/" + code);
    }

    @GetMapping("/manage/items/{code}/compare")
    ModelAndView compare(
            Actor actor, @PathVariable String code, @RequestParam int left, @RequestParam int right, Locale locale) {
        mayImport(actor);
        ItemVersion older = version(actor, code, left);
        ItemVersion newer = version(actor, code, right);
        return differences(
                newer.name(),
                texts.text(locale, "manage.version", left),
                texts.text(locale, "manage.version", right),
                CatalogueDifference.between(tables(List.of(older)), tables(List.of(newer))),
                locale);
    }

    @GetMapping("/manage/catalogue.xlsx")
    ResponseEntity<byte[]> export(Actor actor) {
        mayImport(actor);
        return spreadsheet("catalogue.xlsx", ours());
    }

    @GetMapping("/manage/template.xlsx")
    ResponseEntity<byte[]> template(Actor actor) {
        mayImport(actor);
        return spreadsheet("catalogue-template.xlsx", CatalogueTables.template());
    }

    /** One item's newest version as tables, to be changed and imported again. */
    @GetMapping("/manage/items/{code}.xlsx")
    ResponseEntity<byte[]> table(Actor actor, @PathVariable String code) {
        mayImport(actor);
        List<ItemVersion> versions = versions(actor, code);
        if (versions.isEmpty()) {
            throw new NotFound("item " + code);
        }
        return spreadsheet(versions.getLast().code() + ".xlsx", tables(List.of(versions.getLast())));
    }

    private ModelAndView differences(
            String whose, String left, String right, List<CatalogueDifference> found, Locale locale) {
        return new ModelAndView(
                "manage/differences",
                Map.of(
                        "whose",
                        whose,
                        "left",
                        left,
                        "right",
                        right,
                        "rows",
                        found.stream().map(one -> difference(one, locale)).toList()));
    }

    private Difference difference(CatalogueDifference one, Locale locale) {
        String column = "manage.column." + one.column();
        String element = one.column().isEmpty()
                ? texts.text(locale, "manage.compare.row")
                : texts.has(column) ? texts.text(locale, column) : one.column();
        return new Difference(
                texts.text(locale, "manage.sheet." + one.sheet()) + " " + one.key(), element, one.ours(), one.theirs());
    }

    /** Every filed version, oldest first, and the open draft where there is one that the actor may see. */
    private List<ItemVersion> versions(Actor actor, String code) {
        List<ItemVersion> versions = new ArrayList<>();
        try {
            while (true) {
                versions.add(version(actor, code, versions.size() + 1));
            }
        } catch (NotFound last) {
            return versions;
        }
    }

    private ItemVersion version(Actor actor, String code, int number) {
        try {
            return catalogue.version(code, number);
        } catch (NotFound notFiled) {
            if (!mayDraftAnything(actor)) {
                throw notFiled;
            }
            Draft draft = filing.findDraft(actor, code, number);
            return draft.item();
        }
    }

    private List<Sheet> ours() {
        return tables(catalogue.all());
    }

    private List<Sheet> tables(List<ItemVersion> items) {
        Set<String> retired = items.stream()
                .filter(item -> item.state() == State.RETIRED)
                .map(ItemVersion::code)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return CatalogueTables.write(items, retired, catalogue::windowsOf);
    }

    private static ResponseEntity<byte[]> spreadsheet(String name, List<Sheet> sheets) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(SpreadsheetFile.write(sheets));
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            if (file == null || file.isEmpty()) {
                throw new InvalidInput("/table", "required");
            }
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new InvalidInput("/table", "required");
        }
    }

    private static boolean mayDraftAnything(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.APPROVER);
    }

    private static boolean mayDraft(Actor actor, ItemVersion item) {
        return actor.has(Role.MANAGER)
                || actor.postIn(Role.APPROVER, item.departmentCode()).isPresent();
    }

    private static void mayImport(Actor actor) {
        if (!mayDraftAnything(actor)) {
            throw new NotAllowed("keep the catalogue");
        }
    }
}
