package org.onewindow.cases.model;

/** Collects refusals: one line a rule. */
@FunctionalInterface
interface Check {

    void refuseIf(boolean wrong, String rule, String key, Object... arguments);
}
