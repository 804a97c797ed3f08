package org.onewindow.documents;

/**
 * A number of days and what kind of days they are (T15).
 *
 * @param count how many
 * @param unit working days, calendar days or hours
 */
public record Days(int count, Unit unit) {

    /** The units a law counts in. */
    public enum Unit {
        WORKING_DAY,
        DAY,
        HOUR
    }

    /** So many working days. */
    public static Days working(int count) {
        return new Days(count, Unit.WORKING_DAY);
    }
}
