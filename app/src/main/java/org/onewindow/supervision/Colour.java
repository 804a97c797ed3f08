package org.onewindow.supervision;

import org.onewindow.kernel.Bug;

/** The colours of signals and cards (S1), mildest first. */
public enum Colour {
    /** 预警: the limit is near. */
    WARNING(1),
    /** 黄牌. */
    YELLOW(2),
    /** 红牌. */
    RED(3);

    private final int weight;

    Colour(int weight) {
        this.weight = weight;
    }

    /** How it is stored: the worst of several is the greatest. */
    public int weight() {
        return weight;
    }

    /** The colour of a stored weight. */
    public static Colour ofWeight(int weight) {
        return switch (weight) {
            case 1 -> WARNING;
            case 2 -> YELLOW;
            case 3 -> RED;
            default -> throw Bug.found("no colour has the weight " + weight);
        };
    }
}
