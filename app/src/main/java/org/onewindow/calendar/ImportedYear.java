package org.onewindow.calendar;

import java.time.Instant;

/**
 * A year of a region's calendar as it was imported.
 *
 * @param region whose
 * @param year which
 * @param edition the number of the import
 * @param notice the document that says so
 * @param specialDays how many days it names
 * @param workingDays how many working days the year has with it
 * @param importedBy sign-in name
 * @param importedAt when
 */
public record ImportedYear(
        String region,
        int year,
        long edition,
        String notice,
        int specialDays,
        int workingDays,
        String importedBy,
        Instant importedAt) {}
