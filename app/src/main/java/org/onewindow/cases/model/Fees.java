package org.onewindow.cases.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Command;
import org.onewindow.cases.model.CaseFile.Payment;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.kernel.Fen;

/** What may be paid (C6): the published price of one line once, or less on a recorded legal reduction; never more. */
public final class Fees {

    private Fees() {}

    static void check(Fee fee, List<Payment> payments, Command.Pay pay, Check check) {
        switch (fee.kind()) {
            case FIXED -> fixed(fee, payments, pay, check);
            case ASSESSED -> check.refuseIf(isBlank(pay.basis()), "C6", "pay.calculation");
            case NONE -> check.refuseIf(true, "C6", "pay.nothing-owed");
        }
    }

    private static void fixed(Fee fee, List<Payment> payments, Command.Pay pay, Check check) {
        Optional<FeeLine> found = line(fee, pay.situation());
        if (found.isEmpty()) {
            check.refuseIf(
                    true,
                    "C6",
                    "pay.line",
                    String.join(
                            "、", fee.lines().stream().map(FeeLine::situation).toList()));
            return;
        }
        FeeLine line = found.get();
        check.refuseIf(
                payments.stream().anyMatch(payment -> line.situation().equals(payment.situation())),
                "C6",
                "pay.line-settled",
                line.situation());
        check.refuseIf(pay.amountFen() > line.priceFen(), "C6", "pay.too-much", new Fen(line.priceFen()));
        check.refuseIf(
                pay.amountFen() < line.priceFen() && isBlank(pay.reduction()),
                "C6",
                "pay.amount",
                new Fen(line.priceFen()));
    }

    /** The line a situation names; the only line when none is named. */
    static Optional<FeeLine> line(Fee fee, @Nullable String situation) {
        if (isBlank(situation)) {
            return fee.lines().size() == 1 ? Optional.of(fee.lines().getFirst()) : Optional.empty();
        }
        return fee.lines().stream()
                .filter(line -> line.situation().equals(situation))
                .findFirst();
    }

    /** Whether nothing is left to pay: each line once, an assessed fee once. */
    public static boolean settled(Fee fee, List<Payment> payments) {
        return fee.kind() == FeeKind.ASSESSED
                ? !payments.isEmpty()
                : payments.size() >= fee.lines().size();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
