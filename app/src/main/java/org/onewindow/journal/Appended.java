package org.onewindow.journal;

/**
 * Told in memory, after each commit, that there is something new to read. Costs the committing thread next to nothing.
 */
@FunctionalInterface
public interface Appended {

    /** Called after the commit, on the thread that committed; must return at once and never throw. */
    void wake();
}
