package org.onewindow.kernel;

/**
 * An amount of money in fen (分), the smallest unit: never a fraction.
 *
 * @param amount number of fen, may be negative for a refund
 */
public record Fen(long amount) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    /** Exact sum; an overflow is a bug and throws. */
    public Fen plus(Fen other) {
        return new Fen(Math.addExact(amount, other.amount));
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }
}
