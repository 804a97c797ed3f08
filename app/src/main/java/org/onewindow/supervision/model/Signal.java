package org.onewindow.supervision.model;

import java.time.Instant;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.RuleSet;

/**
 * A signal that a clock gives, or will give unless it is stopped or moved before (S1).
 *
 * @param colour which threshold; a clock reaches each at most once
 * @param rule the rule's id in the domain
 * @param at the instant it is dated at
 * @param wakeAt the first instant at which it holds: {@code at}, or a microsecond later where a limit must have passed (T2)
 * @param dueAt when the limit it speaks of ends
 * @param rules the set it is made under
 */
public record Signal(Colour colour, String rule, Instant at, Instant wakeAt, Instant dueAt, RuleSet rules) {}
