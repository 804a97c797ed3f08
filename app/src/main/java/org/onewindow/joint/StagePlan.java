package org.onewindow.joint;

import java.util.List;

/**
 * When each member of a stage can start and must end (J3), in units counted from the start of the whole.
 *
 * @param length how long the whole takes: the longest path
 * @param members in the order they were given
 * @param criticalPath the first of the paths that decide the length; empty only where there are no members
 */
public record StagePlan(int length, List<Planned> members, List<String> criticalPath) {

    public StagePlan {
        members = List.copyOf(members);
        criticalPath = List.copyOf(criticalPath);
    }

    /** A member in the plan. */
    public record Planned(String code, int earliestStart, int earliestEnd, int latestStart, int latestEnd) {

        /** How much it may be late without making the whole late. */
        public int slack() {
            return latestEnd - earliestEnd;
        }
    }

    /** Serial handling: the sum that the graph saves from. */
    public int sum() {
        return members.stream()
                .mapToInt(member -> member.earliestEnd() - member.earliestStart())
                .sum();
    }
}
