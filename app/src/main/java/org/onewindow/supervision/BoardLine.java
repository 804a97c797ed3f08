package org.onewindow.supervision;

/**
 * A line of the live board (S6): a department's cases at a window. A case counts with the worst of its cards that weren't lifted.
 *
 * @param window empty for cases of stations
 * @param dueToday whose earliest open limit ends today
 */
public record BoardLine(
        String department, String window, int open, int dueToday, int warned, int yellow, int red, int suspended) {}
