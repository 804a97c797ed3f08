package org.onewindow.catalogue.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;

/** An item as the HTTP contract shows it (api.md, Catalogue). */
record ItemAnswer(
        String code,
        int version,
        String name,
        String nameEn,
        String departmentCode,
        String departmentName,
        ItemVersion.ItemType type,
        ItemVersion.HandlingClass handlingClass,
        ItemVersion.Level level,
        ItemVersion.ApplicantObject object,
        String regime,
        ItemVersion.@Nullable StatutoryLimit statutory,
        int committedDays,
        int extensionDays,
        ItemVersion.AcceptanceRule acceptanceRule,
        boolean deemedAcceptance,
        String legalBasis,
        List<String> conditions,
        List<Step> steps,
        List<SpecialProcedure> specialProcedures,
        List<Material> materials,
        List<ItemVersion.Situation> situations,
        Fee fee,
        String result,
        String validity,
        int visits,
        boolean presenceRequired,
        boolean agentAllowed,
        @Nullable String forwardedTo,
        boolean separatePosts,
        boolean hearBeforeDecision,
        boolean legalReview,
        boolean grantMayPrecede,
        @Nullable String endsOnMissingSupplement,
        ItemVersion.@Nullable Commitment commitment,
        List<String> keywords,
        List<String> windows,
        @Nullable LocalDate effectiveFrom,
        ItemVersion.State state) {

    record Step(
            String code,
            ItemVersion.StepKind kind,
            String name,
            int days,
            String post,
            ItemVersion.StepRole role,
            List<String> reviewPoints) {}

    record SpecialProcedure(
            ItemVersion.SpecialProcedureKind kind,
            String name,
            int days,
            org.onewindow.timelimit.Unit unit,
            boolean stopsClock,
            @Nullable String basis) {}

    record Material(
            String name,
            ItemVersion.MaterialForm form,
            int copies,
            int pages,
            ItemVersion.MaterialSource source,
            ItemVersion.Necessity necessity,
            @Nullable String condition,
            List<String> situations) {}

    record Fee(ItemVersion.FeeKind kind, @Nullable String basis, List<ItemVersion.FeeLine> lines) {}

    /** A row of a list. */
    record Row(
            String code,
            int version,
            String name,
            String departmentCode,
            ItemVersion.HandlingClass handlingClass,
            ItemVersion.Level level,
            ItemVersion.ApplicantObject object,
            int committedDays) {

        static Row of(ItemVersion item) {
            return new Row(
                    item.code(),
                    item.version(),
                    item.name(),
                    item.departmentCode(),
                    item.handlingClass(),
                    item.level(),
                    item.object(),
                    item.committedDays());
        }
    }

    static ItemAnswer of(ItemVersion item, String departmentName, List<String> windows) {
        return new ItemAnswer(
                item.code(),
                item.version(),
                item.name(),
                item.nameEn(),
                item.departmentCode(),
                departmentName,
                item.type(),
                item.handlingClass(),
                item.level(),
                item.object(),
                item.regime(),
                item.statutory(),
                item.committedDays(),
                item.extensionDays(),
                item.acceptanceRule(),
                item.deemedAcceptance(),
                item.legalBasis(),
                item.conditions(),
                item.steps().stream()
                        .map(step -> new Step(
                                step.code(),
                                step.kind(),
                                step.name(),
                                step.days(),
                                step.post(),
                                step.role(),
                                step.reviewPoints()))
                        .toList(),
                item.specialProcedures().stream()
                        .map(procedure -> new SpecialProcedure(
                                procedure.kind(),
                                procedure.name(),
                                procedure.days(),
                                procedure.unit(),
                                procedure.stopsClock(),
                                procedure.basis()))
                        .toList(),
                item.materials().stream()
                        .map(material -> new Material(
                                material.name(),
                                material.form(),
                                material.copies(),
                                material.pages(),
                                material.source(),
                                material.necessity(),
                                words(material.condition()),
                                material.situations()))
                        .toList(),
                item.situations(),
                new Fee(item.fee().kind(), words(item.fee().basis()), item.fee().lines()),
                item.result(),
                item.validity(),
                item.visits(),
                item.presenceRequired(),
                item.agentAllowed(),
                item.forwardedTo(),
                item.separatePosts(),
                item.hearBeforeDecision(),
                item.legalReview(),
                item.grantMayPrecede(),
                item.endsOnMissingSupplement(),
                item.commitment(),
                item.keywords(),
                windows,
                item.effectiveFrom(),
                item.state());
    }

    /** The contract says nothing as null, not as empty words. */
    private static @Nullable String words(String text) {
        return text.isEmpty() ? null : text;
    }
}
