package org.onewindow.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.timelimit.ClockKind;

/**
 * The rules by which signals arise (S1), as data: for one region and one period. Once filed, only its end may still be set; a card
 * keeps the set it was made under.
 *
 * @param region {@code CN} or six digits; the most specific region with a set in force counts
 * @param number from 1 within its region; 0 is the set that ships with the program
 * @param validFrom the first day in force
 * @param validTo the last day in force; null: until another takes over
 * @param title what it is called
 * @param basis the document that says so
 * @param thresholds when the limit is near, and when it is long past
 * @param clocks what each kind of clock gives; a kind that isn't listed gives nothing
 * @param contents the colour of each content rule; one that isn't listed gives nothing
 * @param points what each colour takes off the monthly score
 * @param replies how long those answer who have to, in working days
 * @param mostAtOnce more cards than this at once need somebody's word when the set is filed
 */
public record RuleSet(
        String region,
        int number,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String title,
        String basis,
        Thresholds thresholds,
        List<ClockRule> clocks,
        Map<ContentRule, Colour> contents,
        Points points,
        Replies replies,
        int mostAtOnce) {

    /**
     * When a warning comes: whichever of the two is earlier; short limits have their own.
     *
     * @param daysBefore at the close of so many working days before the due day
     * @param percentLeft at the close of the first working day on which at most this share of the budget is left
     * @param shortLimit limits of so many working days or fewer warn by hours
     * @param shortLimitPercentUsed once this share of their working hours is over
     * @param zeroLimitMinutes limits of zero days: so many minutes before close
     */
    public record Thresholds(
            int daysBefore, int percentLeft, int shortLimit, int shortLimitPercentUsed, int zeroLimitMinutes) {}

    /**
     * What a kind of clock gives.
     *
     * @param warns whether it warns before
     * @param passed the colour once its limit has passed; null for none
     * @param redAfterDays working days past the limit after which yellow is followed by red; null for never
     */
    public record ClockRule(
            ClockKind clock,
            boolean warns,
            @Nullable Colour passed,
            @Nullable Integer redAfterDays) {}

    /** Points taken off, none negative. */
    public record Points(int warning, int yellow, int red) {

        /** Those of a colour. */
        public int of(Colour colour) {
            return switch (colour) {
                case WARNING -> warning;
                case YELLOW -> yellow;
                case RED -> red;
            };
        }
    }

    /** Reply limits in working days: explanation of a card (S3), appeal (S4), an order where it names none (S5). */
    public record Replies(int explanation, int appeal, int order) {}

    /** What ships with the program, and holds wherever nothing else was filed. */
    public static final RuleSet SHIPPED = new RuleSet(
            "CN",
            0,
            LocalDate.of(1949, 10, 1),
            null,
            "",
            "",
            new Thresholds(1, 20, 2, 50, 60),
            List.of(
                    new ClockRule(ClockKind.ACCEPTANCE, true, Colour.RED, null),
                    new ClockRule(ClockKind.COMMITTED, true, Colour.YELLOW, 3),
                    new ClockRule(ClockKind.STATUTORY, true, Colour.RED, null),
                    new ClockRule(ClockKind.STEP, true, Colour.YELLOW, null),
                    new ClockRule(ClockKind.SPECIAL_PROCEDURE, true, Colour.YELLOW, null),
                    new ClockRule(ClockKind.FORWARDING, true, Colour.RED, null),
                    new ClockRule(ClockKind.DELIVERY, true, Colour.YELLOW, null),
                    new ClockRule(ClockKind.COMMITMENT_CHECK, true, Colour.YELLOW, null)),
            Map.of(
                    ContentRule.NEW_POINTS, Colour.YELLOW,
                    ContentRule.UNLISTED_MATERIAL, Colour.YELLOW,
                    ContentRule.UNANSWERED, Colour.YELLOW,
                    ContentRule.SLACK_EATEN, Colour.WARNING,
                    ContentRule.WHOLE_LATE, Colour.YELLOW,
                    ContentRule.OPINION_MISSED, Colour.YELLOW,
                    ContentRule.WRONG_FEE, Colour.RED,
                    ContentRule.WITHOUT_AUTHORITY, Colour.RED,
                    ContentRule.REFUSED_ACCEPTANCE_UNREASONED, Colour.RED,
                    ContentRule.REFUSED_UNREASONED, Colour.RED),
            new Points(0, 5, 10),
            new Replies(3, 5, 5),
            200);

    public RuleSet {
        clocks = List.copyOf(clocks);
        contents = Map.copyOf(contents);
    }

    /** How a card names it: region and number. */
    public String id() {
        return region + "/" + number;
    }

    /** Whether it is in force on a day. */
    public boolean isValidOn(LocalDate day) {
        LocalDate to = validTo;
        return !day.isBefore(validFrom) && (to == null || !day.isAfter(to));
    }

    /** What a kind of clock gives; null for nothing. */
    public @Nullable ClockRule clock(ClockKind kind) {
        for (ClockRule rule : clocks) {
            if (rule.clock() == kind) {
                return rule;
            }
        }
        return null;
    }

    /** The same, ended on a day. */
    public RuleSet until(LocalDate lastDay) {
        return new RuleSet(
                region,
                number,
                validFrom,
                lastDay,
                title,
                basis,
                thresholds,
                clocks,
                contents,
                points,
                replies,
                mostAtOnce);
    }
}
