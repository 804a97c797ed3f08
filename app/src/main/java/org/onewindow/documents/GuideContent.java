package org.onewindow.documents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service guide and a one-page guide say about one item version (K9): the eight disclosures and what goes with them.
 *
 * @param itemCode the item's code
 * @param itemName its name
 * @param version its version
 * @param effectiveFrom first day in effect; null while a draft
 * @param itemType kind of power, in words
 * @param handlingClass kind of item, in words
 * @param applicants who may apply, in words
 * @param department implementing body
 * @param legalBasis basis
 * @param conditions conditions
 * @param materials materials, with source and necessity
 * @param steps procedure, in order
 * @param procedures special procedures, in words
 * @param commitment how it can be had on a signed commitment (C16), in words; empty where it can't
 * @param acceptance when one is told whether it is accepted, in words: it depends on the acceptance rule (T4); empty:
 *     within the limit that the rule sets
 * @param statutory statutory limit, in words
 * @param promise promised limit, in words
 * @param fee fee in words
 * @param feeLines fee list
 * @param result name of the result
 * @param validity its validity, in words
 * @param visits how often one must come
 * @param presence whether one must come in person, in words
 * @param windows where, in words: one line per window
 * @param hours opening hours, in words
 * @param remedy where a decision can be challenged
 */
public record GuideContent(
        String itemCode,
        String itemName,
        int version,
        @Nullable LocalDate effectiveFrom,
        String itemType,
        String handlingClass,
        String applicants,
        String department,
        String legalBasis,
        List<String> conditions,
        List<GuideMaterial> materials,
        List<GuideStep> steps,
        List<String> procedures,
        String commitment,
        String acceptance,
        String statutory,
        String promise,
        String fee,
        List<GuideFee> feeLines,
        String result,
        String validity,
        int visits,
        String presence,
        List<String> windows,
        String hours,
        Remedy remedy) {
    public GuideContent {
        conditions = List.copyOf(conditions);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        procedures = List.copyOf(procedures);
        feeLines = List.copyOf(feeLines);
        windows = List.copyOf(windows);
    }

    /** Without its own words for when acceptance is answered. */
    public GuideContent(
            String itemCode,
            String itemName,
            int version,
            @Nullable LocalDate effectiveFrom,
            String itemType,
            String handlingClass,
            String applicants,
            String department,
            String legalBasis,
            List<String> conditions,
            List<GuideMaterial> materials,
            List<GuideStep> steps,
            List<String> procedures,
            String commitment,
            String statutory,
            String promise,
            String fee,
            List<GuideFee> feeLines,
            String result,
            String validity,
            int visits,
            String presence,
            List<String> windows,
            String hours,
            Remedy remedy) {
        this(
                itemCode,
                itemName,
                version,
                effectiveFrom,
                itemType,
                handlingClass,
                applicants,
                department,
                legalBasis,
                conditions,
                materials,
                steps,
                procedures,
                commitment,
                "",
                statutory,
                promise,
                fee,
                feeLines,
                result,
                validity,
                visits,
                presence,
                windows,
                hours,
                remedy);
    }

    /**
     * A material.
     *
     * @param line name, form, copies
     * @param source where it comes from
     * @param necessity whether it must be there
     */
    public record GuideMaterial(MaterialLine line, Source source, Necessity necessity) {}

    /** Where a material comes from (K6). */
    public enum Source {
        APPLICANT,
        DEPARTMENT,
        INTERMEDIARY,
        SHARED
    }

    /** Whether a material must be there (K6). */
    public enum Necessity {
        REQUIRED,
        MAY_FOLLOW,
        EXEMPT
    }

    /**
     * A step of the procedure.
     *
     * @param kind its kind
     * @param name its name
     * @param post whose it is
     * @param days working days
     */
    public record GuideStep(StepKind kind, String name, String post, int days) {}

    /** Kinds of step (K5). */
    public enum StepKind {
        ACCEPT,
        WORK,
        DECIDE,
        MAKE,
        ISSUE
    }

    /**
     * A line of the fee list.
     *
     * @param situation when it applies
     * @param amount how much, in words with its unit
     * @param basis basis
     */
    public record GuideFee(String situation, String amount, String basis) {}
}
