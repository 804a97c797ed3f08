package org.onewindow.divisions;

import org.jspecify.annotations.Nullable;

/**
 * What somebody may do against a decision, printed on every refusing document (C4).
 *
 * @param reconsiderationBody where administrative reconsideration (行政复议) is asked for; null where none lies, because the
 *     body is no authority (a company of public service)
 * @param reconsiderationDays within how many calendar days of being told (行政复议法 art. 20: 60); 0 where none lies
 * @param court where to sue
 * @param litigationMonths within how many months (行政诉讼法 art. 46: 6)
 */
public record Remedies(
        @Nullable String reconsiderationBody, int reconsiderationDays, String court, int litigationMonths) {}
