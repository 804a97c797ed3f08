package org.onewindow.divisions;

import org.jspecify.annotations.Nullable;

/**
 * A county, a township below it, or a village below that.
 *
 * @param code GB/T 2260: 6 digits for a county, 9 for a township, 12 for a village; each begins with its parent's
 * @param parent code of the division it lies in; null for the county
 * @param kind what it is called: 县, 镇, 乡, 街道, 村, 社区
 */
public record Division(String code, @Nullable String parent, Level level, String kind, String name) {

    /** The three levels of the network (section 9 of the domain). */
    public enum Level {
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }

    /** Whether another division is this one or lies in it (N4). */
    public boolean contains(String other) {
        return other.startsWith(code);
    }
}
