package org.onewindow.catalogue.model;

import org.onewindow.catalogue.ItemVersion.StatutoryLimit;

/** The promise against the law (K3): committed days are working days, a statutory limit may be in another unit. */
public final class Promise {

    private static final int WORKING_DAYS_OF_A_WEEK = 5;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int HOURS_OF_A_DAY = 24;

    private Promise() {}

    /** A statutory limit in working days, rounded down (T15: calendar days count 5/7). */
    public static int inWorkingDays(StatutoryLimit statutory) {
        return Math.toIntExact(
                switch (statutory.unit()) {
                    case WORKING_DAY -> statutory.limit();
                    case DAY -> (long) statutory.limit() * WORKING_DAYS_OF_A_WEEK / DAYS_OF_A_WEEK;
                    case HOUR -> (long) statutory.limit() * WORKING_DAYS_OF_A_WEEK / (DAYS_OF_A_WEEK * HOURS_OF_A_DAY);
                });
    }

    /** What is proposed as the promise: the statutory limit shortened by one third, rounded down, at least 1 (K3). */
    public static int proposed(StatutoryLimit statutory) {
        return Math.max(1, inWorkingDays(statutory) * 2 / 3);
    }
}
