package org.nde4j.symbolic.simplify;

import org.nde4j.core.kernel.Elementary;

/** Bounds of powers. */
final class Powers {
    private static final int ULPS = 64;

    private Powers() {}

    /** A power with a known exponent. */
    static Interval constant(Interval u, double p) {
        if (u.isEmpty() || Double.isNaN(p)) {
            return Interval.NOWHERE;
        }
        if (p == 0) {
            return new Interval(1, 1, u.total());
        }
        if (Double.isInfinite(p)) {
            return Interval.REALS.partial();
        }
        boolean integer = p == Math.rint(p);
        if (p < 0) {
            return integer ? Intervals.quotient(Interval.point(1), constant(u, -p)) : inverse(u, p);
        }
        return integer ? natural(u, p) : fractional(u, p);
    }

    private static Interval inverse(Interval u, double p) {
        Interval power = constant(u, -p);
        return power.isEmpty() ? power : Intervals.quotient(Interval.point(1), power);
    }

    private static Interval natural(Interval u, double n) {
        boolean odd = n % 2 != 0;
        Interval base = odd ? u : Intervals.magnitude(u);
        Interval power = rising(base, n);
        return odd ? power : new Interval(Math.max(power.low(), 0), power.high(), power.total());
    }

    private static Interval fractional(Interval u, double p) {
        Interval base = u.within(0, Double.POSITIVE_INFINITY);
        if (base.isEmpty()) {
            return base;
        }
        Interval power = rising(base, p);
        return new Interval(Math.max(power.low(), 0), power.high(), power.total());
    }

    private static Interval rising(Interval u, double p) {
        return Intervals.between(Elementary.pow(u.low(), p), Elementary.pow(u.high(), p), u.total())
                .outward(ULPS);
    }

    /** A power with an exponent that varies: extreme at the corners where the base is not negative. */
    static Interval general(Interval a, Interval b) {
        boolean total = a.total() && b.total() && (a.low() > 0 || a.low() == 0 && b.low() > 0);
        if (a.low() >= 0) {
            return corners(a, b).onlyIf(total);
        }
        double most = corners(Intervals.magnitude(a), b).high();
        return new Interval(-most, most, false);
    }

    private static Interval corners(Interval a, Interval b) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double x : new double[] {a.low(), a.high()}) {
            for (double y : new double[] {b.low(), b.high()}) {
                double power = Elementary.pow(x, y);
                low = Math.min(low, Double.isNaN(power) ? 0 : power);
                high = Math.max(high, Double.isNaN(power) ? Double.POSITIVE_INFINITY : power);
            }
        }
        Interval range = new Interval(low, high, a.total() && b.total()).outward(ULPS);
        return new Interval(Math.max(range.low(), 0), range.high(), range.total());
    }
}
