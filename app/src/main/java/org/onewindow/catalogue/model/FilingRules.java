package org.onewindow.catalogue.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Choice;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.kernel.Refusal;

/**
 * What a version has to be before the centre may file it (K2-K7, C6, T0, T5). Every rule speaks for itself and all are asked:
 * a department that is sent back learns everything at once, as an applicant would.
 */
public final class FilingRules {

    /** Special procedures whose time the Administrative Licensing Law doesn't count: art. 45, a closed list (K7). */
    private static final Set<SpecialProcedureKind> STOPPING_UNDER_APL = EnumSet.of(
            SpecialProcedureKind.HEARING,
            SpecialProcedureKind.TENDER,
            SpecialProcedureKind.AUCTION,
            SpecialProcedureKind.INSPECTION,
            SpecialProcedureKind.TESTING,
            SpecialProcedureKind.QUARANTINE,
            SpecialProcedureKind.APPRAISAL,
            SpecialProcedureKind.EXPERT_REVIEW);

    private static final String NO_REGIME = "NONE";
    private static final int FEWEST_QUESTIONS = 3;
    private static final int MOST_QUESTIONS = 5;

    private final ItemVersion item;
    private final Surroundings around;
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * What a version doesn't hold itself but is disclosed with it.
     *
     * @param departmentKnown whether the implementing body is stationed here
     * @param complaintPhone its complaint channel; empty where there is none
     * @param windows numbers of the windows that will take it
     * @param windowKnown whether there is a window of a number
     * @param materialNames names documents carry in the catalogue
     */
    public record Surroundings(
            boolean departmentKnown,
            String complaintPhone,
            List<String> windows,
            Predicate<String> windowKnown,
            MaterialNames materialNames) {}

    private FilingRules(ItemVersion item, Surroundings around) {
        this.item = item;
        this.around = around;
    }

    /** All reasons why a version can't be filed; none when it can. */
    public static List<Refusal> check(ItemVersion item, Surroundings around) {
        FilingRules rules = new FilingRules(item, around);
        rules.disclosures();
        rules.limits();
        rules.steps();
        rules.materials();
        rules.situations();
        rules.specialProcedures();
        rules.fee();
        rules.commitment();
        return List.copyOf(rules.refusals);
    }

    private void refuseIf(boolean wrong, String rule, String key, Object... arguments) {
        if (wrong) {
            refusals.add(Refusal.of(rule, "filing." + key, arguments));
        }
    }

    /** K2: the eight disclosures, and with them body, result and complaint channel. */
    private void disclosures() {
        refuseIf(item.name().isBlank(), "K2", "missing.name");
        refuseIf(item.legalBasis().isBlank(), "K2", "missing.legal-basis");
        refuseIf(item.conditions().stream().allMatch(String::isBlank), "K2", "missing.conditions");
        refuseIf(item.steps().isEmpty(), "K2", "missing.procedure");
        refuseIf(item.materials().isEmpty(), "K2", "missing.materials");
        refuseIf(item.regime().isBlank(), "K2", "missing.limits");
        boolean charged = item.fee().kind() != FeeKind.NONE;
        refuseIf(charged && item.fee().basis().isBlank(), "K2", "missing.fee-basis");
        refuseIf(item.fee().kind() == FeeKind.FIXED && item.fee().lines().isEmpty(), "K2", "missing.fee-standard");
        refuseIf(around.windows().isEmpty(), "K2", "missing.windows");
        refuseIf(!around.departmentKnown(), "K2", "missing.body", item.departmentCode());
        refuseIf(item.result().isBlank(), "K2", "missing.result");
        refuseIf(around.departmentKnown() && around.complaintPhone().isBlank(), "K2", "missing.complaint-channel");
        around.windows().stream()
                .filter(around.windowKnown().negate())
                .forEach(window -> refuseIf(true, "K2", "window-unknown", window));
    }

    /** K3, and where the limits come from (T0, T5). */
    private void limits() {
        boolean immediate = item.handlingClass() == HandlingClass.IMMEDIATE;
        refuseIf(immediate && item.committedDays() != 0, "K3", "immediate-with-days", item.committedDays());
        refuseIf(!immediate && item.committedDays() < 1, "K3", "committed-without-days");
        ItemVersion.StatutoryLimit statutory = item.statutory();
        if (statutory == null) {
            refuseIf(item.isLicence(), "T5", "licence-without-limit");
        } else {
            refuseIf(statutory.limit() < 1, "K3", "statutory-without-days");
            int most = Promise.inWorkingDays(statutory);
            refuseIf(
                    statutory.limit() >= 1 && item.committedDays() > most,
                    "K3",
                    "promise-beyond-law",
                    item.committedDays(),
                    most,
                    Promise.proposed(statutory));
            refuseIf(item.regime().equals(NO_REGIME), "T0", "limit-without-law");
        }
        refuseIf(item.extensionDays() > 0 && statutory == null, "T7", "extension-without-limit");
        refuseIf(
                item.deemedAcceptance() && !item.isLicence() && item.regime().equals(NO_REGIME),
                "T0",
                "deemed-acceptance-without-law");
    }

    /** K5. */
    private void steps() {
        if (item.steps().isEmpty()) {
            return;
        }
        for (StepKind once : List.of(StepKind.ACCEPT, StepKind.DECIDE, StepKind.ISSUE)) {
            long count = count(once);
            refuseIf(count != 1, "K5", "step-not-once", once, count);
        }
        refuseIf(count(StepKind.MAKE) > 1, "K5", "make-more-than-once", count(StepKind.MAKE));
        for (int i = 1; i < item.steps().size(); i++) {
            Step before = item.steps().get(i - 1);
            Step step = item.steps().get(i);
            refuseIf(before.kind().compareTo(step.kind()) > 0, "K5", "step-order", step.name(), before.name());
        }
        Set<String> codes = new HashSet<>();
        int days = 0;
        for (Step step : item.steps()) {
            boolean timeless = step.kind() == StepKind.ACCEPT || step.kind() == StepKind.ISSUE;
            refuseIf(timeless && step.days() != 0, "K5", "step-with-days", step.name(), step.days());
            refuseIf(step.name().isBlank() || step.post().isBlank(), "K5", "step-without-name-or-post", step.code());
            refuseIf(!codes.add(step.code()), "K5", "step-code-twice", step.code());
            refuseIf(!mayHold(step), "K5", "step-role", step.name(), step.role());
            days += timeless ? 0 : step.days();
        }
        refuseIf(days != item.committedDays(), "K5", "step-days", days, item.committedDays());
    }

    private long count(StepKind kind) {
        return item.steps().stream().filter(step -> step.kind() == kind).count();
    }

    /** Acceptance is a clerk's or an agent's, the decision never an agent's (section 3). */
    private static boolean mayHold(Step step) {
        return switch (step.kind()) {
            case ACCEPT -> step.role() == StepRole.CLERK || step.role() == StepRole.AGENT;
            case DECIDE ->
                step.role() == StepRole.CLERK || step.role() == StepRole.APPROVER || step.role() == StepRole.LEADER;
            case WORK -> step.role() == StepRole.CLERK || step.role() == StepRole.REVIEWER;
            case MAKE, ISSUE -> step.role() == StepRole.CLERK;
        };
    }

    /** K6. */
    private void materials() {
        MaterialNames.twice(item.materials()).forEach(name -> refuseIf(true, "K6", "material-twice", name));
        for (Material material : item.materials()) {
            refuseIf(material.name().isBlank(), "K6", "material-without-name");
            refuseIf(MaterialNames.isCatchAll(material.name()), "K6", "catch-all", material.name());
            around.materialNames()
                    .otherNameOf(material.name())
                    .ifPresent(other -> refuseIf(true, "K6", "material-other-name", material.name(), other));
            refuseIf(
                    material.necessity() != Necessity.EXEMPT && material.copies() < 1,
                    "K6",
                    "material-without-copies",
                    material.name());
        }
    }

    /** K6a. */
    private void situations() {
        int questions = item.situations().size();
        refuseIf(
                questions != 0 && (questions < FEWEST_QUESTIONS || questions > MOST_QUESTIONS),
                "K6a",
                "question-number",
                questions);
        Set<String> codes = new HashSet<>();
        Set<String> answers = new HashSet<>();
        for (Situation question : item.situations()) {
            refuseIf(!codes.add(question.code()), "K6a", "question-twice", question.question());
            refuseIf(question.choices().size() < 2, "K6a", "question-without-choice", question.question());
            refuseIf(!hasEffect(question), "K6a", "question-without-effect", question.question());
            question.choices().forEach(choice -> answers.add(question.code() + "=" + choice.code()));
        }
        for (Material material : item.materials()) {
            Stream<String> unknown = material.situations().stream().filter(answer -> !answers.contains(answer));
            unknown.forEach(answer -> refuseIf(true, "K6a", "material-unreachable", material.name(), answer));
        }
    }

    /** Whether some answer changes which papers are asked for or what it costs, and not every answer asks for the same. */
    private boolean hasEffect(Situation question) {
        boolean papers = item.materials().stream().anyMatch(material -> {
            long asking = question.choices().stream()
                    .filter(choice -> material.situations().contains(question.code() + "=" + choice.code()))
                    .count();
            return asking > 0 && asking < question.choices().size();
        });
        boolean costs = question.choices().stream()
                .map(Choice::label)
                .anyMatch(label -> item.fee().lines().stream()
                        .anyMatch(line -> line.situation().equals(label)));
        return papers || costs;
    }

    /** K7. */
    private void specialProcedures() {
        for (SpecialProcedure procedure : item.specialProcedures()) {
            refuseIf(procedure.days() < 1, "K7", "procedure-without-days", procedure.name());
            if (!procedure.stopsClock()) {
                continue;
            }
            String basis = procedure.basis();
            refuseIf(
                    item.isLicence() && !STOPPING_UNDER_APL.contains(procedure.kind()),
                    "K7",
                    "stops-outside-apl-45",
                    procedure.name());
            refuseIf(basis == null || basis.isBlank(), "K7", "stops-without-basis", procedure.name());
        }
    }

    /** C16: decided on a commitment only where a mistake can be made good, and where nothing has to come before the decision. */
    private void commitment() {
        ItemVersion.Commitment commitment = item.commitment();
        if (commitment == null) {
            return;
        }
        ItemVersion.RiskField touches = commitment.touches();
        refuseIf(touches == null, "C16", "commitment.field-unsaid");
        refuseIf(
                touches != null && touches != ItemVersion.RiskField.NONE,
                "C16",
                "commitment.field",
                Objects.requireNonNullElse(touches, ItemVersion.RiskField.NONE));
        refuseIf(commitment.basis().isBlank(), "C16", "commitment.basis");
        refuseIf(commitment.checkDays() < 1, "C16", "commitment.check-days");
        refuseIf(commitment.putRightDays() < 1, "C16", "commitment.put-right-days");
        for (String name : commitment.standsInFor()) {
            refuseIf(
                    item.materials().stream()
                            .noneMatch(material -> material.name().equals(name)),
                    "C16",
                    "commitment.unlisted",
                    name);
            refuseIf(
                    item.materials().stream()
                            .anyMatch(material ->
                                    material.name().equals(name) && material.necessity() == Necessity.EXEMPT),
                    "C16",
                    "commitment.exempt",
                    name);
        }
        refuseIf(
                item.hearBeforeDecision() || item.legalReview() || item.forwardedTo() != null,
                "C16",
                "commitment.not-on-the-spot");
    }

    /** C6: a licence costs only what a law or an administrative regulation says (APL art. 58). */
    private void fee() {
        if (item.fee().kind() == FeeKind.NONE) {
            refuseIf(!item.fee().lines().isEmpty(), "C6", "free-with-lines");
            return;
        }
        refuseIf(
                item.isLicence()
                        && !item.fee().basis().isBlank()
                        && !LegalCitation.ofLawOrAdministrativeRegulation(
                                item.fee().basis()),
                "C6",
                "licence-fee-basis",
                item.fee().basis());
        item.fee().lines().stream()
                .filter(line -> line.priceFen() <= 0)
                .forEach(line -> refuseIf(true, "C6", "fee-without-price", line.situation()));
    }
}
