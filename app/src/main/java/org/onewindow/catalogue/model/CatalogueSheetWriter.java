package org.onewindow.catalogue.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.Commitment;
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
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.catalogue.Sheet;
import org.onewindow.timelimit.Unit;

/** Writes a catalogue as the tables that {@link CatalogueSheets} reads: what was read comes out as it was. */
public final class CatalogueSheetWriter {

    /** Columns of every table, in order. */
    private static final Map<String, List<String>> COLUMNS = columns();

    private final Map<String, List<List<String>>> lines = new LinkedHashMap<>();

    private CatalogueSheetWriter() {
        COLUMNS.forEach((sheet, columns) -> lines.put(sheet, new ArrayList<>(List.of(columns))));
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(
                "items",
                List.of(
                        "code",
                        "name",
                        "name_en",
                        "department_code",
                        "type",
                        "handling_class",
                        "level",
                        "status",
                        "regime",
                        "statutory_limit",
                        "statutory_unit",
                        "starts_on",
                        "ends_on",
                        "extension_days",
                        "acceptance_rule",
                        "deemed_acceptance",
                        "committed_days",
                        "object",
                        "presence_required",
                        "agent_allowed",
                        "forwarded_to",
                        "separate_posts",
                        "hear_before_decision",
                        "legal_review",
                        "grant_may_precede",
                        "ends_on_missing_supplement",
                        "legal_basis",
                        "conditions",
                        "fee_kind",
                        "fee_basis",
                        "result_name",
                        "result_validity",
                        "visits",
                        "keywords"));
        columns.put("steps", List.of("item_code", "seq", "kind", "name", "days", "post", "role", "review_points"));
        columns.put("special_procedures", List.of("item_code", "kind", "name", "days", "unit", "stops_clock", "basis"));
        columns.put("fee_lines", List.of("item_code", "seq", "situation", "unit", "price_fen", "basis"));
        columns.put(
                "materials",
                List.of(
                        "item_code",
                        "seq",
                        "name",
                        "form",
                        "copies",
                        "pages_hint",
                        "source",
                        "necessity",
                        "condition",
                        "situations"));
        columns.put("window_items", List.of("window_number", "item_code"));
        columns.put(
                "commitments", List.of("item_code", "materials", "check_days", "put_right_days", "basis", "touches"));
        columns.put("situations", List.of("item_code", "question_code", "question", "choice_code", "choice"));
        return columns;
    }

    /** The tables of these items. */
    public static List<Sheet> write(
            List<ItemVersion> items, Set<String> retired, Function<String, List<String>> windowsOf) {
        CatalogueSheetWriter writer = new CatalogueSheetWriter();
        for (ItemVersion item : items) {
            writer.item(item, retired.contains(item.code()));
            windowsOf.apply(item.code()).forEach(window -> writer.line("window_items", window, item.code()));
        }
        return writer.sheets();
    }

    /** The empty tables and the words their columns take. */
    public static List<Sheet> template() {
        List<Sheet> sheets = new ArrayList<>(new CatalogueSheetWriter().sheets());
        List<List<String>> words = new ArrayList<>();
        words.add(List.of("sheet", "column", "words"));
        words.add(words("items", "type", Vocabulary.TYPES, ItemType.values()));
        words.add(words("items", "handling_class", Vocabulary.ofNames(HandlingClass.class), HandlingClass.values()));
        words.add(words("items", "level", Vocabulary.ofNames(Level.class), Level.values()));
        words.add(words("items", "statutory_unit", Vocabulary.ofNames(Unit.class), Unit.values()));
        words.add(words("items", "starts_on", Vocabulary.ofNames(StartsOn.class), StartsOn.values()));
        words.add(words("items", "ends_on", Vocabulary.ofNames(EndsOn.class), EndsOn.values()));
        words.add(words("items", "acceptance_rule", Vocabulary.ofNames(AcceptanceRule.class), AcceptanceRule.values()));
        words.add(words("items", "object", Vocabulary.OBJECTS, ItemVersion.ApplicantObject.values()));
        words.add(words("commitments", "touches", Vocabulary.ofNames(RiskField.class), RiskField.values()));
        words.add(words("items", "fee_kind", Vocabulary.ofNames(FeeKind.class), FeeKind.values()));
        words.add(words("steps", "kind", Vocabulary.ofNames(StepKind.class), StepKind.values()));
        words.add(words("steps", "role", Vocabulary.ofNames(StepRole.class), StepRole.values()));
        words.add(words(
                "special_procedures",
                "kind",
                Vocabulary.ofNames(SpecialProcedureKind.class),
                SpecialProcedureKind.values()));
        words.add(words("materials", "form", Vocabulary.FORMS, MaterialForm.values()));
        words.add(words("materials", "source", Vocabulary.SOURCES, MaterialSource.values()));
        words.add(words("materials", "necessity", Vocabulary.NECESSITIES, Necessity.values()));
        sheets.add(Sheet.of("words", words));
        return sheets;
    }

    private static <E extends Enum<E>> List<String> words(
            String sheet, String column, Vocabulary<E> vocabulary, E[] values) {
        return List.of(
                sheet,
                column,
                String.join(" | ", Arrays.stream(values).map(vocabulary::write).toList()));
    }

    private List<Sheet> sheets() {
        return lines.entrySet().stream()
                .map(sheet -> Sheet.of(sheet.getKey(), sheet.getValue()))
                .toList();
    }

    private void line(String sheet, @Nullable Object... cells) {
        List<String> line = new ArrayList<>();
        for (Object cell : cells) {
            line.add(
                    switch (cell) {
                        case null -> "";
                        case Boolean flag -> flag ? "1" : "0";
                        default -> cell.toString();
                    });
        }
        lines.computeIfAbsent(sheet, name -> new ArrayList<>()).add(line);
    }

    private void item(ItemVersion item, boolean retired) {
        StatutoryLimit limit = item.statutory();
        line(
                "items",
                item.code(),
                item.name(),
                item.nameEn(),
                item.departmentCode(),
                Vocabulary.TYPES.write(item.type()),
                item.handlingClass(),
                item.level(),
                retired ? "RETIRED" : "IN_EFFECT",
                item.regime(),
                limit == null ? null : limit.limit(),
                limit == null ? null : limit.unit(),
                limit == null ? null : limit.startsOn(),
                limit == null ? null : limit.endsOn(),
                item.extensionDays() == 0 ? null : item.extensionDays(),
                item.acceptanceRule(),
                item.deemedAcceptance(),
                item.committedDays(),
                Vocabulary.OBJECTS.write(item.object()),
                item.presenceRequired(),
                item.agentAllowed(),
                item.forwardedTo(),
                item.separatePosts(),
                item.hearBeforeDecision(),
                item.legalReview(),
                item.grantMayPrecede(),
                item.endsOnMissingSupplement(),
                item.legalBasis(),
                String.join(";", item.conditions()),
                item.fee().kind(),
                item.fee().basis(),
                item.result(),
                item.validity(),
                item.visits(),
                String.join(";", item.keywords()));
        int seq = 0;
        for (ItemVersion.Step step : item.steps()) {
            line(
                    "steps",
                    item.code(),
                    ++seq,
                    step.kind(),
                    step.name(),
                    step.days(),
                    step.post(),
                    step.role(),
                    String.join(";", step.reviewPoints()));
        }
        item.specialProcedures()
                .forEach(procedure -> line(
                        "special_procedures",
                        item.code(),
                        procedure.kind(),
                        procedure.name(),
                        procedure.days(),
                        procedure.unit(),
                        procedure.stopsClock(),
                        procedure.basis()));
        seq = 0;
        for (ItemVersion.FeeLine line : item.fee().lines()) {
            line("fee_lines", item.code(), ++seq, line.situation(), line.unit(), line.priceFen(), line.basis());
        }
        seq = 0;
        for (ItemVersion.Material material : item.materials()) {
            line(
                    "materials",
                    item.code(),
                    ++seq,
                    material.name(),
                    Vocabulary.FORMS.write(material.form()),
                    material.copies(),
                    material.pages(),
                    Vocabulary.SOURCES.write(material.source()),
                    Vocabulary.NECESSITIES.write(material.necessity()),
                    material.condition(),
                    String.join(";", material.situations()));
        }
        Commitment commitment = item.commitment();
        if (commitment != null) {
            line(
                    "commitments",
                    item.code(),
                    String.join(";", commitment.standsInFor()),
                    commitment.checkDays(),
                    commitment.putRightDays(),
                    commitment.basis(),
                    commitment.touches());
        }
        item.situations()
                .forEach(question -> question.choices()
                        .forEach(choice -> line(
                                "situations",
                                item.code(),
                                question.code(),
                                question.question(),
                                choice.code(),
                                choice.label())));
    }
}
