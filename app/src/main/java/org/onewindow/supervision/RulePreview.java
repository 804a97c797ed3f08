package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a set of rules would have done (S1): the signals it would have given in a period to cases as they turned out.
 *
 * @param from the first day looked at
 * @param to the last
 * @param would how many of each colour
 * @param did how many of each colour there were under the rules in force then
 * @param examples the first of them, by their instants
 */
public record RulePreview(
        LocalDate from, LocalDate to, Map<Colour, Integer> would, Map<Colour, Integer> did, List<Example> examples) {

    /** A signal it would have given. */
    public record Example(
            String caseNumber,
            String department,
            Colour colour,
            String rule,
            String clock,
            String reference,
            Instant at,
            @Nullable Instant dueAt) {}

    public RulePreview {
        would = Map.copyOf(would);
        did = Map.copyOf(did);
        examples = List.copyOf(examples);
    }
}
