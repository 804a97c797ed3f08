package org.onewindow.manage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
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
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.catalogue.ItemVersion.StartsOn;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.timelimit.Unit;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Everything a department says of an item, as a form (K1-K7): its elements, and tables of steps, materials, special procedures, fee
 * lines and questions. Rows stand in the order of the numbers typed before them, so that one can be put between two others. What can
 * be read becomes a draft, however unfinished; what is in the way of filing it, the door says.
 */
final class DraftForm extends TableForm {

    /** Fields that make a row, by table. */
    static final Map<String, String[]> TABLES = Map.of(
            "st", new String[] {"name", "post"},
            "mt", new String[] {"name"},
            "sp", new String[] {"name"},
            "fl", new String[] {"situation", "price"},
            "q", new String[] {"code", "question"});

    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_DAYS = 3660;
    private static final int FEN_DIGITS = 2;

    private DraftForm(MultiValueMap<String, String> typed) {
        super(typed);
    }

    /** What the form shows of a version. */
    static Map<String, String> of(ItemVersion item, List<String> windows) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", item.name());
        form.put("nameEn", item.nameEn());
        form.put("type", item.type().name());
        form.put("handlingClass", item.handlingClass().name());
        form.put("object", item.object().name());
        form.put("level", item.level().name());
        form.put("windows", String.join("、", windows));
        form.put("visits", String.valueOf(item.visits()));
        form.put("presenceRequired", String.valueOf(item.presenceRequired()));
        form.put("agentAllowed", String.valueOf(item.agentAllowed()));
        form.put("legalBasis", item.legalBasis());
        form.put("conditions", String.join("\n", item.conditions()));
        form.put("result", item.result());
        form.put("validity", item.validity());
        form.put("keywords", String.join("；", item.keywords()));
        limits(item, form);
        form.put("forwardedTo", Objects.toString(item.forwardedTo(), ""));
        form.put("separatePosts", String.valueOf(item.separatePosts()));
        form.put("hearBeforeDecision", String.valueOf(item.hearBeforeDecision()));
        form.put("legalReview", String.valueOf(item.legalReview()));
        form.put("grantMayPrecede", String.valueOf(item.grantMayPrecede()));
        form.put("endsOnMissingSupplement", Objects.toString(item.endsOnMissingSupplement(), ""));
        commitment(item.commitment(), form);
        form.put("feeKind", item.fee().kind().name());
        form.put("feeBasis", item.fee().basis());
        tables(item, form);
        show(item.situations(), form);
        return form;
    }

    private static void commitment(@Nullable Commitment commitment, Map<String, String> form) {
        if (commitment != null) {
            RiskField touches = commitment.touches();
            form.put("commitment", "true");
            form.put("commitmentMaterials", String.join("；", commitment.standsInFor()));
            form.put("checkDays", String.valueOf(commitment.checkDays()));
            form.put("putRightDays", String.valueOf(commitment.putRightDays()));
            form.put("commitmentBasis", commitment.basis());
            form.put("touches", touches == null ? "" : touches.name());
        }
    }

    private static void limits(ItemVersion item, Map<String, String> form) {
        StatutoryLimit statutory = item.statutory();
        form.put("regime", item.regime());
        form.put("committedDays", String.valueOf(item.committedDays()));
        form.put("statutoryLimit", statutory == null ? "" : String.valueOf(statutory.limit()));
        form.put("statutoryUnit", (statutory == null ? Unit.WORKING_DAY : statutory.unit()).name());
        form.put("startsOn", (statutory == null ? StartsOn.ACCEPTANCE : statutory.startsOn()).name());
        form.put("endsOn", (statutory == null ? EndsOn.DECISION : statutory.endsOn()).name());
        form.put("extensionDays", String.valueOf(item.extensionDays()));
        form.put("acceptanceRule", item.acceptanceRule().name());
        form.put("deemedAcceptance", String.valueOf(item.deemedAcceptance()));
    }

    private static void tables(ItemVersion item, Map<String, String> form) {
        int at = 0;
        for (Step step : item.steps()) {
            String row = prefix("st", ++at);
            form.put(row + "order", String.valueOf(at));
            form.put(row + "name", step.name());
            form.put(row + "kind", step.kind().name());
            form.put(row + "days", String.valueOf(step.days()));
            form.put(row + "post", step.post());
            form.put(row + "role", step.role().name());
            form.put(row + "points", String.join("；", step.reviewPoints()));
        }
        at = 0;
        for (Material material : item.materials()) {
            String row = prefix("mt", ++at);
            form.put(row + "order", String.valueOf(at));
            form.put(row + "name", material.name());
            form.put(row + "form", material.form().name());
            form.put(row + "copies", String.valueOf(material.copies()));
            form.put(row + "pages", String.valueOf(material.pages()));
            form.put(row + "source", material.source().name());
            form.put(row + "necessity", material.necessity().name());
            form.put(row + "condition", material.condition());
            form.put(row + "situations", String.join("；", material.situations()));
        }
        at = 0;
        for (SpecialProcedure procedure : item.specialProcedures()) {
            String row = prefix("sp", ++at);
            form.put(row + "name", procedure.name());
            form.put(row + "kind", procedure.kind().name());
            form.put(row + "days", String.valueOf(procedure.days()));
            form.put(row + "unit", procedure.unit().name());
            form.put(row + "stops", String.valueOf(procedure.stopsClock()));
            form.put(row + "basis", Objects.toString(procedure.basis(), ""));
        }
        at = 0;
        for (FeeLine line : item.fee().lines()) {
            String row = prefix("fl", ++at);
            form.put(row + "situation", line.situation());
            form.put(row + "unit", line.unit());
            form.put(
                    row + "price",
                    BigDecimal.valueOf(line.priceFen(), FEN_DIGITS).toPlainString());
            form.put(row + "basis", line.basis());
        }
    }

    /**
     * What was typed.
     *
     * @param item the version it was typed over
     * @throws InvalidInput naming every field that can't be read
     */
    static ItemVersion changed(ItemVersion item, MultiValueMap<String, String> typed) {
        DraftForm form = new DraftForm(typed);
        ItemVersion changed = form.item(item);
        form.done();
        return changed;
    }

    /** Numbers of the windows that were typed; null where the form doesn't ask for them. */
    static @Nullable List<String> windows(MultiValueMap<String, String> typed) {
        String windows = typed.getFirst("windows");
        return windows == null ? null : parts(windows, "[;；,，、\\s]+");
    }

    /** An item with nothing but what it takes to begin one: the rest is filled in on its page. */
    static ItemVersion begun(MultiValueMap<String, String> typed) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>(typed);
        all.set("committedDays", "0");
        all.set("extensionDays", "0");
        all.set("visits", "1");
        all.set("agentAllowed", "true");
        DraftForm form = new DraftForm(all);
        String code = form.required("code");
        if (!code.isEmpty() && !code.matches("[A-Za-z0-9._-]{1,40}")) {
            form.wrong("code", "item-code", code);
        }
        form.required("name");
        ItemVersion begun = form.item(new ItemVersion(
                code,
                1,
                ItemVersion.State.DRAFT,
                null,
                "",
                "",
                form.required("departmentCode"),
                ItemType.LICENCE,
                HandlingClass.COMMITTED,
                Level.COUNTY,
                ApplicantObject.BOTH,
                "",
                null,
                0,
                0,
                AcceptanceRule.FIVE_DAYS,
                false,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Fee(FeeKind.NONE, "", List.of()),
                "",
                "",
                1,
                false,
                true,
                null,
                false,
                false,
                false,
                false,
                null,
                null,
                List.of()));
        form.done();
        return begun;
    }

    private ItemVersion item(ItemVersion before) {
        return new ItemVersion(
                before.code(),
                before.version(),
                ItemVersion.State.DRAFT,
                null,
                words("name"),
                words("nameEn"),
                before.departmentCode(),
                constant(ItemType.values(), "type", before.type()),
                constant(HandlingClass.values(), "handlingClass", before.handlingClass()),
                constant(Level.values(), "level", before.level()),
                constant(ApplicantObject.values(), "object", before.object()),
                words("regime"),
                statutory(),
                number("committedDays"),
                number("extensionDays"),
                constant(AcceptanceRule.values(), "acceptanceRule", before.acceptanceRule()),
                isTicked("deemedAcceptance"),
                words("legalBasis"),
                parts(words("conditions"), "\\R"),
                steps(),
                procedures(),
                materials(),
                questions(),
                new Fee(constant(FeeKind.values(), "feeKind", before.fee().kind()), words("feeBasis"), feeLines()),
                words("result"),
                words("validity"),
                number("visits"),
                isTicked("presenceRequired"),
                isTicked("agentAllowed"),
                orNull("forwardedTo"),
                isTicked("separatePosts"),
                isTicked("hearBeforeDecision"),
                isTicked("legalReview"),
                isTicked("grantMayPrecede"),
                orNull("endsOnMissingSupplement"),
                commitment(),
                parts(words("keywords"), "[;；\\n]"));
    }

    private @Nullable Commitment commitment() {
        return isTicked("commitment")
                ? new Commitment(
                        parts(words("commitmentMaterials"), "[;；\\n]"),
                        count("checkDays", 0),
                        count("putRightDays", 0),
                        words("commitmentBasis"),
                        text("touches").isEmpty() ? null : constant(RiskField.values(), "touches", RiskField.NONE))
                : null;
    }

    private @Nullable StatutoryLimit statutory() {
        return text("statutoryLimit").isEmpty()
                ? null
                : new StatutoryLimit(
                        number("statutoryLimit"),
                        constant(Unit.values(), "statutoryUnit", Unit.WORKING_DAY),
                        constant(StartsOn.values(), "startsOn", StartsOn.ACCEPTANCE),
                        constant(EndsOn.values(), "endsOn", EndsOn.DECISION));
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String row : ordered("st")) {
            steps.add(new Step(
                    "S" + (steps.size() + 1),
                    constant(StepKind.values(), row + "kind", StepKind.WORK),
                    words(row + "name"),
                    count(row + "days", 0),
                    words(row + "post"),
                    constant(StepRole.values(), row + "role", StepRole.REVIEWER),
                    parts(words(row + "points"))));
        }
        return steps;
    }

    private List<Material> materials() {
        return ordered("mt").stream()
                .map(row -> new Material(
                        words(row + "name"),
                        constant(MaterialForm.values(), row + "form", MaterialForm.ORIGINAL),
                        count(row + "copies", 1),
                        count(row + "pages", 1),
                        constant(MaterialSource.values(), row + "source", MaterialSource.APPLICANT),
                        constant(Necessity.values(), row + "necessity", Necessity.REQUIRED),
                        words(row + "condition"),
                        parts(words(row + "situations"))))
                .toList();
    }

    private List<SpecialProcedure> procedures() {
        return rowsOf("sp").stream()
                .map(row -> new SpecialProcedure(
                        constant(SpecialProcedureKind.values(), row + "kind", SpecialProcedureKind.OTHER),
                        words(row + "name"),
                        number(row + "days"),
                        constant(Unit.values(), row + "unit", Unit.WORKING_DAY),
                        isTicked(row + "stops"),
                        orNull(row + "basis")))
                .toList();
    }

    private List<FeeLine> feeLines() {
        return rowsOf("fl").stream()
                .map(row -> new FeeLine(
                        words(row + "situation"), words(row + "unit"), fen(row + "price"), words(row + "basis")))
                .toList();
    }

    private List<String> rowsOf(String table) {
        return filled(table, Objects.requireNonNull(TABLES.get(table)));
    }

    /** Rows in the order of the numbers typed before them; those without one stay at the end. */
    private List<String> ordered(String table) {
        return rowsOf(table).stream()
                .sorted(Comparator.comparingInt(row -> count(row + "order", MOST_ROWS)))
                .toList();
    }

    private String words(String name) {
        String words = text(name);
        if (words.length() > LONGEST_TEXT) {
            wrong(name, "draft-text", LONGEST_TEXT);
        }
        return words;
    }

    private @Nullable String orNull(String name) {
        String words = words(name);
        return words.isEmpty() ? null : words;
    }

    private int number(String name) {
        return required(name).isEmpty() ? 0 : count(name, 0);
    }

    private int count(String name, int otherwise) {
        String typed = text(name);
        if (typed.isEmpty()) {
            return otherwise;
        }
        if (typed.matches("\\d{1,4}") && Integer.parseInt(typed) <= MOST_DAYS) {
            return Integer.parseInt(typed);
        }
        wrong(name, "draft-number", MOST_DAYS);
        return otherwise;
    }

    /** Fen, typed as yuan. */
    private long fen(String name) {
        String typed = required(name);
        if (typed.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return new BigDecimal(typed).movePointRight(FEN_DIGITS).longValueExact();
        }
        if (!typed.isEmpty()) {
            wrong(name, "number");
        }
        return 0;
    }

    private <E extends Enum<E>> E constant(E[] values, String name, E otherwise) {
        String typed = text(name);
        if (typed.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    wrong(name, "choice", Arrays.toString(values));
                    return otherwise;
                });
    }
}
