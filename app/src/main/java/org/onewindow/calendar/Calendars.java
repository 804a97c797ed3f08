package org.onewindow.calendar;

/** The door to the calendars. */
public interface Calendars {

    /**
     * The current edition for a region.
     *
     * @throws org.onewindow.kernel.NotFound for a region without a calendar
     */
    WorkingCalendar of(String region);
}
