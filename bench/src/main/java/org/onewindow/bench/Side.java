package org.onewindow.bench;

import java.util.List;

/**
 * One way of taking a case through its nine durable steps (opening and eight more). Sides are measured in the same process and
 * on the same database, in turns.
 */
interface Side {

    /** Durable steps per case. */
    int STEPS = 9;

    /** What it is called in the table. */
    String name();

    /**
     * Begins another case; nothing is written yet. Called by one thread at a time per worker, by several at once.
     *
     * @param worker number of the worker
     */
    ACase begin(int worker);

    /** Waits until everything that follows from the steps is done, so that it counts. */
    default void settle() {}

    /** Tables whose size at the end is worth a line. */
    default List<String> tables() {
        return List.of();
    }

    /** A case on its way. */
    @FunctionalInterface
    interface ACase {

        /**
         * Takes the next step; durable on return.
         *
         * @param step from 0 (the opening)
         */
        void take(int step) throws Exception;
    }
}
