package org.onewindow.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.timelimit.Unit;

/**
 * One version of an item (事项): everything the law and the centre fixed about it. A filed version never changes (K1); a case
 * keeps (code, version) as of receipt.
 *
 * @param code the item's code
 * @param version from 1
 * @param state where it is between draft and retirement
 * @param effectiveFrom first day in effect; null while a draft
 * @param departmentCode the implementing body
 * @param type kind of power: decides titles of decisions and whether licence rules bind
 * @param handlingClass immediate or committed (K4)
 * @param level lowest level at which it may be handed in
 * @param object who may apply
 * @param regime the law its limits come from: APL, another law's short name, or NONE (T0)
 * @param statutory the statutory limit; null where law sets none
 * @param committedDays promise in working days; 0 for immediate items
 * @param extensionDays most days an extension may have, in the statutory limit's unit; 0 where none
 * @param acceptanceRule what follows from silence and from incomplete papers (T4)
 * @param deemedAcceptance whether silence counts as acceptance (T0, T4)
 * @param legalBasis basis in words
 * @param conditions conditions for granting
 * @param steps procedure, in order (K5)
 * @param specialProcedures special procedures that may be needed (K7)
 * @param materials required papers (K6)
 * @param situations questions whose answers decide what applies; empty or 3 to 5 (K6a)
 * @param fee what it costs
 * @param result name of the result
 * @param validity validity of the result, in words
 * @param visits how often the applicant must come
 * @param presenceRequired whether the applicant must come in person
 * @param agentAllowed whether a representative may act
 * @param forwardedTo the higher body that decides (T9); null where we decide
 * @param separatePosts whether reviewer and decider must differ (C14)
 * @param hearBeforeDecision whether interested parties must be told and heard before the decision (C7)
 * @param legalReview whether the decision passes legal review (C7)
 * @param grantMayPrecede whether a grant may come before a paper that was promised (C16)
 * @param endsOnMissingSupplement rule that lets the case end when papers aren't supplied (C10); null: the case waits
 * @param commitment how it can be had on a signed commitment (C16); null where it can't
 * @param keywords words people use for it
 */
public record ItemVersion(
        String code,
        int version,
        State state,
        @Nullable LocalDate effectiveFrom,
        String name,
        String nameEn,
        String departmentCode,
        ItemType type,
        HandlingClass handlingClass,
        Level level,
        ApplicantObject object,
        String regime,
        @Nullable StatutoryLimit statutory,
        int committedDays,
        int extensionDays,
        AcceptanceRule acceptanceRule,
        boolean deemedAcceptance,
        String legalBasis,
        List<String> conditions,
        List<Step> steps,
        List<SpecialProcedure> specialProcedures,
        List<Material> materials,
        List<Situation> situations,
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
        @Nullable Commitment commitment,
        List<String> keywords) {

    public ItemVersion {
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
        specialProcedures = List.copyOf(specialProcedures);
        materials = List.copyOf(materials);
        situations = List.copyOf(situations);
        keywords = List.copyOf(keywords);
    }

    /** From draft to retirement (K1). */
    public enum State {
        DRAFT,
        FILED,
        IN_EFFECT,
        SUPERSEDED,
        RETIRED
    }

    /** Kind of administrative power. */
    public enum ItemType {
        /** 行政许可 (01). */
        LICENCE,
        /** 行政给付 (05). */
        BENEFIT,
        /** 行政确认 (07). */
        CONFIRMATION,
        /** 行政奖励 (08). */
        AWARD,
        /** 行政裁决 (09). */
        ADJUDICATION,
        /** 其他行政权力 (10). */
        OTHER_POWER,
        /** 公共服务 (20). */
        PUBLIC_SERVICE
    }

    /** Kinds of item (K4). */
    public enum HandlingClass {
        /** 即办件. */
        IMMEDIATE,
        /** 承诺件. */
        COMMITTED
    }

    /** Lowest level at which an application may be handed in. */
    public enum Level {
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }

    /** Who may apply; enforced at receipt (K2). */
    public enum ApplicantObject {
        PERSON,
        ORGANISATION,
        BOTH
    }

    /** Acceptance rules (T4). */
    public enum AcceptanceRule {
        FIVE_DAYS,
        ON_THE_SPOT,
        RETURN
    }

    /** Where a statutory limit starts. */
    public enum StartsOn {
        ACCEPTANCE,
        RECEIPT
    }

    /** Where a statutory limit ends. */
    public enum EndsOn {
        DECISION,
        COMPLETION
    }

    /** A statutory limit (T5). */
    public record StatutoryLimit(int limit, Unit unit, StartsOn startsOn, EndsOn endsOn) {}

    /** Kinds of step (K5). */
    public enum StepKind {
        ACCEPT,
        WORK,
        DECIDE,
        MAKE,
        ISSUE
    }

    /** Roles a step may be given to. */
    public enum StepRole {
        CLERK,
        REVIEWER,
        APPROVER,
        LEADER,
        AGENT
    }

    /**
     * One step (环节).
     *
     * @param code S1, S2 …
     * @param days working days; 0 for ACCEPT and ISSUE
     * @param post the post's own name
     * @param reviewPoints 审查要点 and 裁量基准, in words
     */
    public record Step(
            String code, StepKind kind, String name, int days, String post, StepRole role, List<String> reviewPoints) {}

    /** Kinds of special procedure (K7). */
    public enum SpecialProcedureKind {
        HEARING,
        TENDER,
        AUCTION,
        INSPECTION,
        TESTING,
        QUARANTINE,
        APPRAISAL,
        EXPERT_REVIEW,
        SITE_SURVEY,
        PUBLIC_NOTICE,
        OTHER
    }

    /** A special procedure (特别程序); {@code basis} is null where it stops no clock and cites none. */
    public record SpecialProcedure(
            SpecialProcedureKind kind,
            String name,
            int days,
            Unit unit,
            boolean stopsClock,
            @Nullable String basis) {}

    /** Form in which a material is handed in. */
    public enum MaterialForm {
        ORIGINAL,
        COPY,
        ELECTRONIC,
        SHOWN
    }

    /** Where a material comes from. */
    public enum MaterialSource {
        APPLICANT,
        DEPARTMENT,
        INTERMEDIARY,
        SHARED
    }

    /** Whether a material must be there. */
    public enum Necessity {
        REQUIRED,
        /** 容缺: may follow (C16). */
        MAY_FOLLOW,
        /** 免提交. */
        EXEMPT
    }

    /**
     * A material (K6).
     *
     * @param condition in words; empty where always required. 委托他人办理时 applies exactly when there is a representative (K6b)
     * @param situations answers (question=answer) under which it applies; empty: always (K6a)
     */
    public record Material(
            String name,
            MaterialForm form,
            int copies,
            int pages,
            MaterialSource source,
            Necessity necessity,
            String condition,
            List<String> situations) {}

    /** A question whose answer decides which materials, steps and fees apply (K6a). */
    public record Situation(String code, String question, List<Choice> choices) {}

    /** One possible answer. */
    public record Choice(String code, String label) {}

    /**
     * How an item can be had on a signed commitment (告知承诺, C16).
     *
     * @param standsInFor names of the version's materials that the commitment may stand in for
     * @param checkDays working days from the decision within which it is checked
     * @param putRightDays working days for putting right what the check found wanting
     * @param basis what lets the department decide on a commitment
     * @param touches the field of risk the item touches; null: not said. Only {@code NONE} can be filed
     */
    public record Commitment(
            List<String> standsInFor,
            int checkDays,
            int putRightDays,
            String basis,
            @Nullable RiskField touches) {

        public Commitment {
            standsInFor = List.copyOf(standsInFor);
        }
    }

    /** Fields in which nothing is decided on a commitment, because a mistake could hardly be made good (国办发〔2020〕42号). */
    public enum RiskField {
        /** None of them. */
        NONE,
        /** 国家安全、国家秘密、公共安全. */
        SAFETY,
        /** 金融业审慎监管. */
        FINANCE,
        /** 生态环境保护. */
        ENVIRONMENT,
        /** 人身健康、生命财产安全. */
        HEALTH,
        /** 重要涉外. */
        FOREIGN
    }

    /** Kinds of fee (C6). */
    public enum FeeKind {
        NONE,
        FIXED,
        ASSESSED
    }

    /** What it costs; {@code basis} is empty where it is free. */
    public record Fee(FeeKind kind, String basis, List<FeeLine> lines) {}

    /** One line of the fee list. */
    public record FeeLine(String situation, String unit, long priceFen, String basis) {}

    /** The same content at another point of its life (K1). */
    public ItemVersion in(State newState, @Nullable LocalDate newEffectiveFrom) {
        return numbered(version, newState, newEffectiveFrom);
    }

    /** The same content as another version. */
    public ItemVersion numbered(int newVersion, State newState, @Nullable LocalDate newEffectiveFrom) {
        return new ItemVersion(
                code,
                newVersion,
                newState,
                newEffectiveFrom,
                name,
                nameEn,
                departmentCode,
                type,
                handlingClass,
                level,
                object,
                regime,
                statutory,
                committedDays,
                extensionDays,
                acceptanceRule,
                deemedAcceptance,
                legalBasis,
                conditions,
                steps,
                specialProcedures,
                materials,
                situations,
                fee,
                result,
                validity,
                visits,
                presenceRequired,
                agentAllowed,
                forwardedTo,
                separatePosts,
                hearBeforeDecision,
                legalReview,
                grantMayPrecede,
                endsOnMissingSupplement,
                commitment,
                keywords);
    }

    /** The step of a kind, if the procedure has one. */
    public Optional<Step> step(StepKind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst();
    }

    /** Whether the Administrative Licensing Law binds it (T0). */
    public boolean isLicence() {
        return type == ItemType.LICENCE;
    }
}
