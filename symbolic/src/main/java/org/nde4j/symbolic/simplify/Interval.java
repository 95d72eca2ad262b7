package org.nde4j.symbolic.simplify;

/**
 * Bounds of a quantity: all values it takes lie between {@code low} and {@code high}. A quantity that takes no value at
 * all has {@code low > high}.
 *
 * @param low the lower bound, perhaps negative infinity
 * @param high the upper bound, perhaps positive infinity
 * @param total whether the quantity is certainly defined everywhere: no pole and no argument outside a domain
 */
public record Interval(double low, double high, boolean total) {
    /** All finite numbers. */
    public static final Interval REALS = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

    static final Interval NOWHERE = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false);

    /** Checks that the bounds are numbers. */
    public Interval {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            throw new IllegalArgumentException("an interval needs two numbers, not [" + low + ", " + high + "]");
        }
    }

    /**
     * The numbers from {@code low} to {@code high}.
     *
     * @throws IllegalArgumentException if {@code low > high} or one of them is NaN
     */
    public static Interval of(double low, double high) {
        if (low > high) {
            throw new IllegalArgumentException(
                    "an interval goes from its lower to its upper bound, not from " + low + " to " + high);
        }
        return new Interval(low, high, true);
    }

    /** A single number. */
    public static Interval point(double value) {
        return of(value, value);
    }

    /** Whether the quantity is certainly a finite number everywhere: defined, and without overflow. */
    public boolean isFinite() {
        return total && low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
    }

    /** Whether the quantity takes no value. */
    public boolean isEmpty() {
        return low > high;
    }

    /** Whether the number lies within the bounds. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The distance of the bounds. */
    public double width() {
        return high - low;
    }

    Interval partial() {
        return new Interval(low, high, false);
    }

    Interval onlyIf(boolean defined) {
        return defined ? this : partial();
    }

    /** The part within other bounds; not total if something is cut off. */
    Interval within(double least, double most) {
        boolean inside = total && low >= least && high <= most;
        return isEmpty() || low > most || high < least
                ? NOWHERE
                : new Interval(Math.max(low, least), Math.min(high, most), inside);
    }

    /** Moves both bounds outward by so many units in the last place, at least to the next number. */
    Interval outward(int ulps) {
        return isEmpty() ? this : new Interval(below(low, ulps), -below(-high, ulps), total);
    }

    private static double below(double value, int ulps) {
        return Double.isInfinite(value) ? value : Math.nextDown(value - (ulps - 1) * Math.ulp(value));
    }
}
