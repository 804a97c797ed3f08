package org.onewindow.manage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.timelimit.Unit;
import org.springframework.util.MultiValueMap;

/**
 * The elements of an item that are changed most, as a form; steps, papers, special procedures and fee lines are changed in the
 * item's spreadsheet.
 */
final class DraftForm {

    private DraftForm() {}

    /** What the form shows of a version. */
    static Map<String, String> of(ItemVersion item) {
        StatutoryLimit statutory = item.statutory();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", item.name());
        form.put("nameEn", item.nameEn());
        form.put("committedDays", String.valueOf(item.committedDays()));
        form.put("statutoryLimit", statutory == null ? "" : String.valueOf(statutory.limit()));
        form.put("extensionDays", String.valueOf(item.extensionDays()));
        form.put("visits", String.valueOf(item.visits()));
        form.put("legalBasis", item.legalBasis());
        form.put("conditions", String.join("\n", item.conditions()));
        form.put("feeBasis", item.fee().basis());
        form.put("result", item.result());
        form.put("validity", item.validity());
        form.put("keywords", String.join("；", item.keywords()));
        return form;
    }

    /**
     * A version with what was typed.
     *
     * @throws InvalidInput naming every field that can't be read
     */
    static ItemVersion changed(ItemVersion item, MultiValueMap<String, String> form) {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        Integer limit = text(form, "statutoryLimit").isEmpty() ? null : number(form, "statutoryLimit", wrong);
        int committed = number(form, "committedDays", wrong);
        int extension = number(form, "extensionDays", wrong);
        int visits = number(form, "visits", wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new ItemVersion(
                item.code(),
                item.version(),
                ItemVersion.State.DRAFT,
                null,
                text(form, "name"),
                text(form, "nameEn"),
                item.departmentCode(),
                item.type(),
                item.handlingClass(),
                item.level(),
                item.object(),
                item.regime(),
                statutory(item.statutory(), limit),
                committed,
                extension,
                item.acceptanceRule(),
                item.deemedAcceptance(),
                text(form, "legalBasis"),
                parts(text(form, "conditions"), "\\R"),
                item.steps(),
                item.specialProcedures(),
                item.materials(),
                item.situations(),
                new Fee(item.fee().kind(), text(form, "feeBasis"), item.fee().lines()),
                text(form, "result"),
                text(form, "validity"),
                visits,
                item.presenceRequired(),
                item.agentAllowed(),
                item.forwardedTo(),
                item.separatePosts(),
                item.hearBeforeDecision(),
                item.legalReview(),
                item.grantMayPrecede(),
                item.endsOnMissingSupplement(),
                parts(text(form, "keywords"), "[;；\\n]"));
    }

    /** A limit where there was none counts working days from acceptance to decision, as the Licensing Law's does (art. 42). */
    private static @Nullable StatutoryLimit statutory(@Nullable StatutoryLimit before, @Nullable Integer limit) {
        if (limit == null) {
            return null;
        }
        return before == null
                ? new StatutoryLimit(
                        limit, Unit.WORKING_DAY, ItemVersion.StartsOn.ACCEPTANCE, ItemVersion.EndsOn.DECISION)
                : new StatutoryLimit(limit, before.unit(), before.startsOn(), before.endsOn());
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    private static int number(MultiValueMap<String, String> form, String name, List<InvalidInput.Field> wrong) {
        String typed = text(form, name);
        if (typed.matches("\\d{1,4}")) {
            return Integer.parseInt(typed);
        }
        wrong.add(InvalidInput.Field.of("/" + name, typed.isEmpty() ? "required" : "integer"));
        return 0;
    }
}
