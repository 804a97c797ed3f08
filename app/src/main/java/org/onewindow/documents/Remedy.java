package org.onewindow.documents;

import org.jspecify.annotations.Nullable;

/**
 * Where and until when a decision can be challenged (C4, C7). Data of department and version.
 *
 * @param reviewBody the body for administrative reconsideration (行政复议); null where none lies
 * @param reviewDays period for it, in days; 0 where none lies
 * @param court the court
 * @param suitMonths period for it, in months
 */
public record Remedy(@Nullable String reviewBody, int reviewDays, String court, int suitMonths) {}
