package org.onewindow.catalogue.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.CatalogueTables;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.Commitment;
import org.onewindow.catalogue.ItemVersion.EndsOn;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.ItemType;
import org.onewindow.catalogue.ItemVersion.Level;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.RiskField;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.catalogue.ItemVersion.StartsOn;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.catalogue.Sheet;
import org.onewindow.timelimit.Unit;

/**
 * Reads a catalogue from tables, as the spreadsheet template and the demonstration county lay them out: items, steps,
 * special_procedures, fee_lines, materials, window_items, and situations and commitments where there are any.
 */
public final class CatalogueSheets {

    private final CatalogueTables.RegionRules rules;
    private final SheetReading reading;
    private final Map<String, List<Step>> steps;
    private final Map<String, List<SpecialProcedure>> procedures;
    private final Map<String, List<FeeLine>> feeLines;
    private final Map<String, List<Material>> materials;
    private final Map<String, List<Situation>> situations;
    private final Map<String, Commitment> commitments;

    private CatalogueSheets(List<Sheet> sheets, CatalogueTables.RegionRules rules) {
        this.rules = rules;
        reading = new SheetReading(sheets);
        steps = readSteps();
        procedures = byItem(reading.rows("special_procedures", "item_code", "kind", "name", "days"), this::procedure);
        feeLines = byItem(reading.rows("fee_lines", "item_code", "situation", "unit", "price_fen"), this::feeLine);
        materials =
                byItem(reading.rows("materials", "item_code", "name", "form", "source", "necessity"), this::material);
        situations = readSituations();
        commitments = readCommitments();
    }

    /** Reads everything, and says what is wrong with every cell at once. */
    public static CatalogueTables.Read read(List<Sheet> sheets, CatalogueTables.RegionRules rules) {
        return new CatalogueSheets(sheets, rules).read();
    }

    private CatalogueTables.Read read() {
        List<ItemVersion> items = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        Set<String> retired = new LinkedHashSet<>();
        for (SheetReading.Cells cells : reading.rows("items", "code", "name", "department_code", "type")) {
            String code = cells.required("code");
            if (!code.isEmpty() && !code.matches("[A-Za-z0-9._-]{1,40}")) {
                cells.wrong("code", "item-code");
            } else if (!codes.add(code)) {
                cells.wrong("code", "cell-twice");
            }
            if (cells.text("status").equals("RETIRED")) {
                retired.add(code);
            } else if (!cells.text("status").isEmpty() && !cells.text("status").equals("IN_EFFECT")) {
                cells.wrong("status", "cell-word");
            }
            items.add(item(code, cells));
        }
        Map<String, List<String>> windowItems = reading.rows("window_items", "window_number", "item_code").stream()
                .peek(cells -> knownItem(cells, codes))
                .collect(groupingBy(
                        cells -> cells.text("item_code"),
                        LinkedHashMap::new,
                        mapping(cells -> cells.required("window_number"), toList())));
        for (String sheet : List.of("steps", "special_procedures", "fee_lines", "materials", "commitments")) {
            reading.optionalRows(sheet, "item_code").forEach(cells -> knownItem(cells, codes));
        }
        return new CatalogueTables.Read(items, retired, windowItems, reading.errors());
    }

    private static void knownItem(SheetReading.Cells cells, Set<String> codes) {
        if (!codes.contains(cells.text("item_code"))) {
            cells.wrong("item_code", "item-unknown");
        }
    }

    private ItemVersion item(String code, SheetReading.Cells cells) {
        ItemType type = cells.word("type", Vocabulary.TYPES, ItemType.PUBLIC_SERVICE);
        HandlingClass handlingClass =
                cells.word("handling_class", Vocabulary.ofNames(HandlingClass.class), HandlingClass.COMMITTED);
        List<Step> procedure = steps.getOrDefault(code, List.of());
        return new ItemVersion(
                code,
                1,
                State.DRAFT,
                null,
                cells.required("name"),
                cells.text("name_en"),
                cells.required("department_code"),
                type,
                handlingClass,
                cells.word("level", Vocabulary.ofNames(Level.class), Level.COUNTY),
                cells.word("object", Vocabulary.OBJECTS, ApplicantObject.BOTH),
                cells.text("regime").isEmpty() ? "NONE" : cells.text("regime"),
                statutory(cells),
                cells.number("committed_days"),
                cells.number("extension_days"),
                cells.word("acceptance_rule", Vocabulary.ofNames(AcceptanceRule.class), AcceptanceRule.FIVE_DAYS),
                cells.flag("deemed_acceptance"),
                cells.text("legal_basis"),
                cells.list("conditions"),
                procedure,
                procedures.getOrDefault(code, List.of()),
                materials.getOrDefault(code, List.of()),
                situations.getOrDefault(code, List.of()),
                new Fee(
                        cells.word("fee_kind", Vocabulary.ofNames(FeeKind.class), FeeKind.NONE),
                        cells.text("fee_basis"),
                        feeLines.getOrDefault(code, List.of())),
                cells.text("result_name"),
                cells.text("result_validity"),
                cells.number("visits"),
                cells.flag("presence_required"),
                cells.flag("agent_allowed"),
                cells.optional("forwarded_to"),
                cells.text("separate_posts").isEmpty()
                        ? separatePostsByDefault(type, handlingClass, procedure)
                        : cells.flag("separate_posts"),
                cells.flag("hear_before_decision"),
                cells.flag("legal_review"),
                cells.flag("grant_may_precede"),
                cells.speaksOf("ends_on_missing_supplement")
                        ? cells.optional("ends_on_missing_supplement")
                        : rules.endsOnMissingSupplement(),
                commitments.get(code),
                cells.list("keywords"));
    }

    /**
     * Where a table is silent, whoever examines a committed licence doesn't decide on it too (C14); on the spot, and where no
     * step is a reviewer's, one person may do both.
     */
    static boolean separatePostsByDefault(ItemType type, HandlingClass handlingClass, List<Step> steps) {
        return type == ItemType.LICENCE
                && handlingClass == HandlingClass.COMMITTED
                && steps.stream().anyMatch(step -> step.kind() == StepKind.WORK && step.role() == StepRole.REVIEWER);
    }

    /** One row for each item that can be had on a commitment (C16); what it lacks, filing says. */
    private Map<String, Commitment> readCommitments() {
        Map<String, Commitment> read = new LinkedHashMap<>();
        for (SheetReading.Cells cells : reading.optionalRows("commitments", "item_code", "check_days", "touches")) {
            Commitment commitment = new Commitment(
                    cells.list("materials"),
                    cells.number("check_days"),
                    cells.number("put_right_days"),
                    cells.text("basis"),
                    cells.text("touches").isEmpty()
                            ? null
                            : cells.word("touches", Vocabulary.ofNames(RiskField.class), RiskField.NONE));
            if (read.putIfAbsent(cells.required("item_code"), commitment) != null) {
                cells.wrong("item_code", "cell-twice");
            }
        }
        return read;
    }

    private static @Nullable StatutoryLimit statutory(SheetReading.Cells cells) {
        if (cells.text("statutory_limit").isEmpty()) {
            return null;
        }
        return new StatutoryLimit(
                cells.number("statutory_limit"),
                cells.word("statutory_unit", Vocabulary.ofNames(Unit.class), Unit.WORKING_DAY),
                cells.word("starts_on", Vocabulary.ofNames(StartsOn.class), StartsOn.ACCEPTANCE),
                cells.word("ends_on", Vocabulary.ofNames(EndsOn.class), EndsOn.DECISION));
    }

    private Map<String, List<Step>> readSteps() {
        Map<String, List<Step>> read = new LinkedHashMap<>();
        for (SheetReading.Cells cells : reading.rows("steps", "item_code", "kind", "name", "days", "role")) {
            List<Step> before = read.computeIfAbsent(cells.required("item_code"), code -> new ArrayList<>());
            before.add(new Step(
                    "S" + (before.size() + 1),
                    cells.word("kind", Vocabulary.ofNames(StepKind.class), StepKind.WORK),
                    cells.required("name"),
                    cells.number("days"),
                    cells.required("post"),
                    cells.word("role", Vocabulary.ofNames(StepRole.class), StepRole.CLERK),
                    cells.list("review_points")));
        }
        return read;
    }

    private SpecialProcedure procedure(SheetReading.Cells cells) {
        return new SpecialProcedure(
                cells.word("kind", Vocabulary.ofNames(SpecialProcedureKind.class), SpecialProcedureKind.OTHER),
                cells.required("name"),
                cells.number("days"),
                cells.text("unit").isEmpty()
                        ? Unit.WORKING_DAY
                        : cells.word("unit", Vocabulary.ofNames(Unit.class), Unit.WORKING_DAY),
                cells.flag("stops_clock"),
                cells.optional("basis"));
    }

    private FeeLine feeLine(SheetReading.Cells cells) {
        return new FeeLine(
                cells.required("situation"), cells.required("unit"), cells.number("price_fen"), cells.text("basis"));
    }

    private Material material(SheetReading.Cells cells) {
        return new Material(
                cells.required("name"),
                cells.word("form", Vocabulary.FORMS, MaterialForm.ORIGINAL),
                cells.text("copies").isEmpty() ? 1 : cells.number("copies"),
                cells.text("pages_hint").isEmpty() ? 1 : cells.number("pages_hint"),
                cells.word("source", Vocabulary.SOURCES, MaterialSource.APPLICANT),
                cells.word("necessity", Vocabulary.NECESSITIES, Necessity.REQUIRED),
                cells.text("condition"),
                cells.list("situations"));
    }

    /** One row per answer: item, question's code and words, answer's code and words. */
    private Map<String, List<Situation>> readSituations() {
        Map<String, Map<String, Situation>> read = new LinkedHashMap<>();
        for (SheetReading.Cells cells :
                reading.optionalRows("situations", "item_code", "question_code", "question", "choice_code", "choice")) {
            Choice choice = new Choice(cells.required("choice_code"), cells.required("choice"));
            read.computeIfAbsent(cells.required("item_code"), code -> new LinkedHashMap<>())
                    .merge(
                            cells.required("question_code"),
                            new Situation(cells.text("question_code"), cells.required("question"), List.of(choice)),
                            (before, one) -> {
                                List<Choice> choices = new ArrayList<>(before.choices());
                                choices.add(choice);
                                return new Situation(before.code(), before.question(), List.copyOf(choices));
                            });
        }
        Map<String, List<Situation>> byItem = new LinkedHashMap<>();
        read.forEach((item, questions) -> byItem.put(item, List.copyOf(questions.values())));
        return byItem;
    }

    private <T> Map<String, List<T>> byItem(
            List<SheetReading.Cells> rows, java.util.function.Function<SheetReading.Cells, T> read) {
        Map<String, List<T>> byItem = new LinkedHashMap<>();
        rows.forEach(cells -> byItem.computeIfAbsent(cells.required("item_code"), code -> new ArrayList<>())
                .add(read.apply(cells)));
        return byItem;
    }
}
