package org.onewindow.supervision;

import org.jspecify.annotations.Nullable;

/**
 * A set of rules somebody wants to file or to look at first.
 *
 * @param rules its number isn't looked at: it gets the next one of its region
 * @param replaces number of the set of the same region that ends the day before; null: none
 * @param confirmed whether somebody knows that it raises more cards at once than the set itself allows without a word
 */
public record RuleProposal(RuleSet rules, @Nullable Integer replaces, boolean confirmed) {}
