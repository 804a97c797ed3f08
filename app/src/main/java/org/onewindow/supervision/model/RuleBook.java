package org.onewindow.supervision.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.RuleSet;

/** Which set of rules is in force when, for one region (S1): its own, else that of the region above, else the shipped one. */
public final class RuleBook {

    /** What holds where nothing was filed. */
    public static final RuleBook SHIPPED = new RuleBook("CN", List.of());

    /**
     * A stretch of days under one set.
     *
     * @param from the first day
     * @param to the last day; null: for good
     */
    public record Period(LocalDate from, @Nullable LocalDate to, RuleSet rules) {}

    private final List<Period> periods;

    /**
     * @param region our county's code
     * @param filed all filed sets, of any region, in any order
     */
    public RuleBook(String region, List<RuleSet> filed) {
        List<String> chain = List.of(region, prefix(region, 4), prefix(region, 2), "CN");
        List<RuleSet> ours = filed.stream()
                .filter(rules -> chain.contains(rules.region()))
                .sorted(Comparator.comparingInt((RuleSet rules) -> chain.indexOf(rules.region()))
                        .thenComparing(RuleSet::validFrom))
                .toList();
        TreeSet<LocalDate> turns = new TreeSet<>();
        turns.add(RuleSet.SHIPPED.validFrom());
        for (RuleSet rules : ours) {
            turns.add(rules.validFrom());
            LocalDate to = rules.validTo();
            if (to != null) {
                turns.add(to.plusDays(1));
            }
        }
        List<Period> merged = new ArrayList<>();
        for (LocalDate turn : turns) {
            RuleSet inForce = ours.stream()
                    .filter(rules -> rules.isValidOn(turn))
                    .findFirst()
                    .orElse(RuleSet.SHIPPED);
            LocalDate next = turns.higher(turn);
            LocalDate to = next == null ? null : next.minusDays(1);
            if (!merged.isEmpty() && merged.getLast().rules().equals(inForce)) {
                merged.set(merged.size() - 1, new Period(merged.getLast().from(), to, inForce));
            } else {
                merged.add(new Period(turn, to, inForce));
            }
        }
        this.periods = List.copyOf(merged);
    }

    private static String prefix(String region, int digits) {
        return region.length() == 6 ? region.substring(0, digits) + "0".repeat(6 - digits) : region;
    }

    /** The periods, earliest first, without gaps. */
    public List<Period> periods() {
        return periods;
    }

    /** The set in force on a day. */
    public RuleSet on(LocalDate day) {
        for (int i = periods.size() - 1; i > 0; i--) {
            if (!day.isBefore(periods.get(i).from())) {
                return periods.get(i).rules();
            }
        }
        return periods.getFirst().rules();
    }
}
