package org.onewindow.calendar;

import java.time.Instant;
import java.util.List;
import org.onewindow.kernel.Actor;

/** The door to the calendars. Reading is answered from memory; an import by another node is seen within seconds. */
public interface Calendars {

    /** The code of the country's own calendar. */
    String COUNTRY = "CN";

    /**
     * The current edition for a region.
     *
     * @param region {@code CN}, six digits of a county or above that has a calendar, or nine or twelve of a township or village in
     *     it
     * @throws org.onewindow.kernel.NotFound for a region without a calendar
     */
    WorkingCalendar of(String region);

    /**
     * A region's calendar as it was up to an edition: for saying what a later one moved (T1). Reads the database.
     *
     * @throws org.onewindow.kernel.NotFound for a region without a calendar
     */
    WorkingCalendar asOf(String region, long edition);

    /**
     * A region's calendar as it was at an instant, by the imports made until then. Reads the database.
     *
     * @throws org.onewindow.kernel.NotFound for a region without a calendar
     */
    WorkingCalendar at(String region, Instant instant);

    /**
     * Gives a county (or prefecture, or province) a calendar that follows the nearest region above it. Does nothing when it has
     * one.
     *
     * @param region six digits of GB/T 2260
     * @param name its name
     */
    void ensureRegion(String region, String name);

    /**
     * Imports a year: the State Council's arrangement for {@code CN}, a region's own days for another. A year imported before is
     * replaced as a whole by the new edition; nothing is deleted.
     *
     * @param notice the document that says so, e.g. 国办发明电〔2025〕7号
     * @param days days off and make-up days that differ from plain Monday to Friday
     * @param by who imports it; an administrator or a manager of the centre
     * @throws org.onewindow.kernel.NotFound for a region without a calendar
     * @throws org.onewindow.kernel.NotAllowed for anybody else
     * @throws org.onewindow.kernel.InvalidInput naming every bad row
     */
    ImportedYear importYear(String region, int year, String notice, List<SpecialDay> days, Actor by);

    /**
     * Changes business hours from a day on (T2), today at the earliest: periods that have ended already stay as they were.
     *
     * @param notice the document that says so
     * @return the number of the edition
     * @throws org.onewindow.kernel.NotFound for a region without a calendar
     * @throws org.onewindow.kernel.NotAllowed unless an administrator or a manager of the centre
     * @throws org.onewindow.kernel.InvalidInput for a day in the past
     */
    long changeHours(String region, BusinessHours hours, String notice, Actor by);

    /** The years that count now for a region's own calendar, latest first; its ancestors' aren't among them. */
    List<ImportedYear> years(String region);
}
