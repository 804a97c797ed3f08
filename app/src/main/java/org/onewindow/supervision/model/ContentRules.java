package org.onewindow.supervision.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Fee;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.supervision.ContentRule;

/** The rules about what was done rather than when (S1). Which colour each gives is data of the rule set. */
public final class ContentRules {

    private ContentRules() {}

    /** What an act violates, or is watched for. */
    public static List<ContentRule> found(CaseAct act, ItemVersion item) {
        List<ContentRule> found = new ArrayList<>();
        switch (act) {
            case CaseAct.SupplementRequested asked -> {
                addIf(asked.authorised(), ContentRule.NEW_POINTS, found);
                addIf(!lists(item, asked.materials()), ContentRule.UNLISTED_MATERIAL, found);
            }
            case CaseAct.AcceptanceRefused refused ->
                addIf(
                        refused.reason().isBlank() || refused.legalBasis().isBlank(),
                        ContentRule.REFUSED_ACCEPTANCE_UNREASONED,
                        found);
            case CaseAct.Decided decided -> {
                addIf(Boolean.FALSE.equals(decided.authorised()), ContentRule.WITHOUT_AUTHORITY, found);
                addIf(!decided.granted() && decided.reason().isBlank(), ContentRule.REFUSED_UNREASONED, found);
            }
            case CaseAct.Paid paid -> addIf(!isPublished(item.fee(), paid), ContentRule.WRONG_FEE, found);
            case CaseAct.SlackEaten eaten ->
                found.add(eaten.wholeLate() ? ContentRule.WHOLE_LATE : ContentRule.SLACK_EATEN);
        }
        return found;
    }

    private static void addIf(boolean holds, ContentRule rule, List<ContentRule> found) {
        if (holds) {
            found.add(rule);
        }
    }

    private static boolean lists(ItemVersion item, List<String> materials) {
        return materials.stream()
                .allMatch(name -> item.materials().stream()
                        .anyMatch(listed -> listed.name().equals(name)));
    }

    /** Whether an amount is the price of the line it names, or less on a recorded legal reduction (C6). */
    private static boolean isPublished(Fee fee, CaseAct.Paid paid) {
        if (fee.kind() == FeeKind.ASSESSED) {
            return true;
        }
        return fee.kind() == FeeKind.FIXED && fee.lines().stream().anyMatch(line -> pays(line, fee, paid));
    }

    private static boolean pays(FeeLine line, Fee fee, CaseAct.Paid paid) {
        boolean named = isBlank(paid.situation())
                ? fee.lines().size() == 1
                : line.situation().equals(paid.situation());
        boolean reduced = paid.amountFen() < line.priceFen() && !isBlank(paid.reduction());
        return named && (paid.amountFen() == line.priceFen() || reduced);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
