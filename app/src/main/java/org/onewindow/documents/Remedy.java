package org.onewindow.documents;

/**
 * Where and until when a decision can be challenged (C4, C7). Data of department and version.
 *
 * @param reviewBody the body for administrative reconsideration (行政复议)
 * @param reviewDays period for it, in days
 * @param court the court (行政诉讼)
 * @param suitMonths period for it, in months
 */
public record Remedy(String reviewBody, int reviewDays, String court, int suitMonths) {}
