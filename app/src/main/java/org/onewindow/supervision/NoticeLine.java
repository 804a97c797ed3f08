package org.onewindow.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a notice: a department's cases in the county's hall or at a township's stations (S8).
 *
 * @param department whose; empty in a total
 * @param division code of the township; empty for the hall, and in a total
 * @param counts what happened in the period; a figure that isn't there is 0
 * @param open cases received and neither completed nor otherwise ended, at the close
 * @param measured completed cases that were promised in working days
 * @param usedDays working days these took from acceptance to completion, exclusions out
 * @param promisedDays working days they were promised within
 */
public record NoticeLine(
        String department,
        String division,
        Map<NoticeFigure, Integer> counts,
        int open,
        int measured,
        long usedDays,
        long promisedDays) {

    public NoticeLine {
        counts = Map.copyOf(counts);
    }

    /** A line in which nothing has happened. */
    public static NoticeLine empty(String department, String division) {
        return new NoticeLine(department, division, Map.of(), 0, 0, 0, 0);
    }

    /** What happened so often. */
    public int count(NoticeFigure figure) {
        return counts.getOrDefault(figure, 0);
    }

    /** The working days a completed case took on average, to one decimal; null where none was measured. */
    public @Nullable BigDecimal averageUsed() {
        return average(usedDays);
    }

    /** The working days it was promised within on average. */
    public @Nullable BigDecimal averagePromised() {
        return average(promisedDays);
    }

    private @Nullable BigDecimal average(long days) {
        return measured == 0
                ? null
                : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(measured), 1, RoundingMode.HALF_UP);
    }

    /** Completed at or before the promise and not extended, of all completed; in percent to one decimal; null: none completed. */
    public @Nullable BigDecimal onTimePercent() {
        int completed = count(NoticeFigure.COMPLETED);
        return completed == 0
                ? null
                : BigDecimal.valueOf(100L * count(NoticeFigure.ON_TIME))
                        .divide(BigDecimal.valueOf(completed), 1, RoundingMode.HALF_UP);
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return open == 0 && counts.values().stream().allMatch(count -> count == 0);
    }

    /** Both together, under the first one's names; what is open at the close is added as well. */
    public NoticeLine plus(NoticeLine other) {
        Map<NoticeFigure, Integer> sum = new EnumMap<>(NoticeFigure.class);
        sum.putAll(counts);
        other.counts.forEach((figure, count) -> sum.merge(figure, count, Integer::sum));
        return new NoticeLine(
                department,
                division,
                sum,
                open + other.open,
                measured + other.measured,
                usedDays + other.usedDays,
                promisedDays + other.promisedDays);
    }

    /** The same under other names. */
    public NoticeLine as(String newDepartment, String newDivision) {
        return new NoticeLine(newDepartment, newDivision, counts, open, measured, usedDays, promisedDays);
    }

    /** The same with another number of open cases. */
    public NoticeLine opening(int nowOpen) {
        return new NoticeLine(department, division, counts, nowOpen, measured, usedDays, promisedDays);
    }
}
