package org.onewindow.calendar;

/**
 * Whoever keeps clocks implements this to hear that a region's calendar has a new edition, so that it recomputes the due dates
 * of its open clocks (T1) and records that on each that moved.
 *
 * <p>It is only a wake-up, and must return at once: the truth is the number. The owner stores with each row the edition it was
 * computed with and recomputes, in its own sweep, rows whose number is below {@link WorkingCalendar#edition()}. So nothing is
 * lost when the program stops between an import and the recomputation: the call comes again for every region when the program
 * starts, and on every node that notices an import made by another.
 */
@FunctionalInterface
public interface CalendarListener {

    /**
     * @param region whose calendar; a change of the country's is announced for every region below as well
     * @param edition the number its calendar has now
     */
    void editionChanged(String region, long edition);
}
