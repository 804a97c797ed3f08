package org.onewindow.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
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
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.timelimit.Unit;

/**
 * What a department sends as a draft: the shape of an item's answer, in which everything may be missing that filing asks for
 * later (K2). The fields the system itself gives an item (version, departmentName, effectiveFrom, state) may be sent back and
 * count for nothing, so that what was read can be changed and returned.
 */
record DraftBody(
        String code,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String nameEn,
        String departmentCode,
        @Nullable String departmentName,
        ItemType type,
        HandlingClass handlingClass,
        @Nullable Level level,
        ApplicantObject object,
        @Nullable String regime,
        @Nullable StatutoryLimit statutory,
        @Nullable Integer committedDays,
        @Nullable Integer extensionDays,
        @Nullable AcceptanceRule acceptanceRule,
        @Nullable Boolean deemedAcceptance,
        @Nullable String legalBasis,
        List<String> conditions,
        List<StepBody> steps,
        List<ProcedureBody> specialProcedures,
        List<MaterialBody> materials,
        List<ItemVersion.Situation> situations,
        @Nullable FeeBody fee,
        @Nullable String result,
        @Nullable String validity,
        @Nullable Integer visits,
        @Nullable Boolean presenceRequired,
        @Nullable Boolean agentAllowed,
        @Nullable String forwardedTo,
        @Nullable Boolean separatePosts,
        @Nullable Boolean hearBeforeDecision,
        @Nullable Boolean legalReview,
        @Nullable Boolean grantMayPrecede,
        @Nullable String endsOnMissingSupplement,
        @Nullable CommitmentBody commitment,
        List<String> keywords,
        @Nullable List<String> windows,
        @Nullable String effectiveFrom,
        @Nullable String state) {

    record StepBody(
            @Nullable String code,
            StepKind kind,
            String name,
            @Nullable Integer days,
            String post,
            StepRole role,
            List<String> reviewPoints) {}

    record ProcedureBody(
            SpecialProcedureKind kind,
            String name,
            int days,
            @Nullable Unit unit,
            boolean stopsClock,
            @Nullable String basis) {}

    record MaterialBody(
            String name,
            MaterialForm form,
            @Nullable Integer copies,
            @Nullable Integer pages,
            MaterialSource source,
            Necessity necessity,
            @Nullable String condition,
            List<String> situations) {}

    record CommitmentBody(
            List<String> standsInFor,
            @Nullable Integer checkDays,
            @Nullable Integer putRightDays,
            @Nullable String basis,
            ItemVersion.@Nullable RiskField touches) {

        private ItemVersion.Commitment content() {
            return new ItemVersion.Commitment(
                    standsInFor, number(checkDays), number(putRightDays), text(basis), touches);
        }
    }

    record FeeBody(FeeKind kind, @Nullable String basis, List<FeeLineBody> lines) {}

    record FeeLineBody(
            String situation,
            String unit,
            long priceFen,
            @Nullable String basis) {}

    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_DAYS = 3660;

    /** The draft, its number and state to be given. */
    ItemVersion content() {
        check();
        return new ItemVersion(
                code,
                1,
                ItemVersion.State.DRAFT,
                null,
                text(name),
                text(nameEn),
                departmentCode,
                type,
                handlingClass,
                level == null ? Level.COUNTY : level,
                object,
                text(regime),
                statutory,
                number(committedDays),
                number(extensionDays),
                acceptanceRule == null ? AcceptanceRule.FIVE_DAYS : acceptanceRule,
                deemedAcceptance == null ? type == ItemType.LICENCE : deemedAcceptance,
                text(legalBasis),
                conditions,
                procedureSteps(),
                specialProcedures.stream().map(DraftBody::procedure).toList(),
                materials.stream().map(DraftBody::material).toList(),
                situations,
                charge(),
                text(result),
                text(validity),
                number(visits),
                flag(presenceRequired),
                agentAllowed == null || agentAllowed,
                forwardedTo,
                flag(separatePosts),
                flag(hearBeforeDecision),
                flag(legalReview),
                flag(grantMayPrecede),
                endsOnMissingSupplement,
                commitment == null ? null : commitment.content(),
                keywords);
    }

    /** What no draft may hold, however unfinished: numbers and texts nothing could be done with. */
    private void check() {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            wrong.add(InvalidInput.Field.of("/code", "item-code", code));
        }
        days(wrong, "/committedDays", committedDays);
        days(wrong, "/extensionDays", extensionDays);
        days(wrong, "/visits", visits);
        if (statutory != null) {
            days(wrong, "/statutory/limit", statutory.limit());
        }
        for (int i = 0; i < steps.size(); i++) {
            days(wrong, "/steps/" + i + "/days", steps.get(i).days());
        }
        for (int i = 0; i < specialProcedures.size(); i++) {
            days(
                    wrong,
                    "/specialProcedures/" + i + "/days",
                    specialProcedures.get(i).days());
        }
        for (int i = 0; i < materials.size(); i++) {
            days(wrong, "/materials/" + i + "/copies", materials.get(i).copies());
            days(wrong, "/materials/" + i + "/pages", materials.get(i).pages());
        }
        if (commitment != null) {
            days(wrong, "/commitment/checkDays", commitment.checkDays());
            days(wrong, "/commitment/putRightDays", commitment.putRightDays());
            length(wrong, "/commitment/basis", commitment.basis());
        }
        length(wrong, "/name", name);
        length(wrong, "/legalBasis", legalBasis);
        length(wrong, "/result", result);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    private static void days(List<InvalidInput.Field> wrong, String pointer, @Nullable Integer days) {
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            wrong.add(InvalidInput.Field.of(pointer, "draft-number", MOST_DAYS));
        }
    }

    private static void length(List<InvalidInput.Field> wrong, String pointer, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            wrong.add(InvalidInput.Field.of(pointer, "draft-text", LONGEST_TEXT));
        }
    }

    private List<ItemVersion.Step> procedureSteps() {
        List<ItemVersion.Step> read = new ArrayList<>();
        for (StepBody step : steps) {
            read.add(new ItemVersion.Step(
                    step.code() == null ? "S" + (read.size() + 1) : step.code(),
                    step.kind(),
                    step.name(),
                    number(step.days()),
                    step.post(),
                    step.role(),
                    step.reviewPoints()));
        }
        return read;
    }

    private static ItemVersion.SpecialProcedure procedure(ProcedureBody body) {
        return new ItemVersion.SpecialProcedure(
                body.kind(),
                body.name(),
                body.days(),
                body.unit() == null ? Unit.WORKING_DAY : body.unit(),
                body.stopsClock(),
                body.basis());
    }

    private static Material material(MaterialBody body) {
        return new Material(
                body.name(),
                body.form(),
                body.copies() == null ? 1 : body.copies(),
                body.pages() == null ? 1 : body.pages(),
                body.source(),
                body.necessity(),
                text(body.condition()),
                body.situations());
    }

    private Fee charge() {
        if (fee == null) {
            return new Fee(FeeKind.NONE, "", List.of());
        }
        return new Fee(
                fee.kind(),
                text(fee.basis()),
                fee.lines().stream()
                        .map(line -> new FeeLine(line.situation(), line.unit(), line.priceFen(), text(line.basis())))
                        .toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static boolean flag(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
