package org.onewindow.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as callers and people write them. Java reads years that no database holds and no law speaks of. */
public final class WrittenDay {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private WrittenDay() {}

    /** The day that was written, e.g. {@code 2026-02-10}; empty where it is none, or out of any reach. */
    public static Optional<LocalDate> of(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(day -> inReach(day.getYear()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Whether a year is one that can be meant. */
    public static boolean inReach(int year) {
        return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    }
}
