package org.onewindow.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;

/**
 * The decision (C7); its title follows from type and outcome.
 *
 * @param head the usual
 * @param facts the case
 * @param type kind of power, which the title names
 * @param granted the outcome
 * @param appliedOn the day of the application
 * @param acceptedOn the day of acceptance
 * @param examination what was examined and found, in words; a refusal's reasons
 * @param legalBasis the law it rests on
 * @param result what is granted, such as the licence's name; empty for a refusal
 * @param validity how long it is valid, in words; empty for a refusal or where it doesn't expire
 * @param amount what is paid (C7b), in words; null where nothing is
 * @param deliverBy last day for delivery (T10); null for a refusal
 * @param remedy where it can be challenged
 */
public record DecisionPaper(
        Head head,
        CaseFacts facts,
        Type type,
        boolean granted,
        LocalDate appliedOn,
        LocalDate acceptedOn,
        String examination,
        String legalBasis,
        String result,
        String validity,
        @Nullable String amount,
        @Nullable LocalDate deliverBy,
        Remedy remedy)
        implements DocumentModel {
    public DecisionPaper {
        if (!granted && (examination.isBlank() || legalBasis.isBlank())) {
            throw Bug.found("a refusing paper without reason or basis");
        }
    }

    /** Kinds of power as far as titles tell them apart. */
    public enum Type {
        LICENCE,
        REGISTRATION,
        CONFIRMATION,
        BENEFIT,
        AWARD,
        ADJUDICATION,
        OTHER_POWER,
        PUBLIC_SERVICE
    }
}
