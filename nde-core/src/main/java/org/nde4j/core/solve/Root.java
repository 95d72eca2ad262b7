package org.nde4j.core.solve;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a function changes its sign, by the ITP method: as safe as bisection, and as fast as the secant method where the
 * function is smooth.
 *
 * <p>I. F. D. Oliveira, R. H. C. Takahashi, <em>An enhancement of the bisection method average performance preserving
 * minmax optimality</em>, ACM Trans. Math. Softw. 47 (2020), doi:10.1145/3423597.
 */
final class Root {
    private Root() {}

    /**
     * The last place before the change that it can tell from one after.
     *
     * @param f the function
     * @param low where it has not yet the sign
     * @param high where it has the sign
     * @param sign the sign after the change, 1 or -1
     * @param width how close the place should be
     */
    static double before(DoubleUnaryOperator f, double low, double high, double sign, double width) {
        double a = low;
        double b = high;
        double fa = sign * f.applyAsDouble(a);
        double fb = sign * f.applyAsDouble(b);
        int left = (int) Math.ceil(StrictMath.log((b - a) / width) / StrictMath.log(2)) + 2;
        double slope = 0.2 / (b - a);
        while (b - a > width && left-- > -60) {
            double x = fa < 0 ? projected(a, b, fa, fb, slope, Math.scalb(width / 2, left)) : (a + b) / 2;
            if (x <= a || x >= b) {
                x = (a + b) / 2;
            }
            if (x <= a || x >= b) {
                return a;
            }
            double fx = sign * f.applyAsDouble(x);
            if (fx > 0) {
                b = x;
                fb = fx;
            } else if (fx == 0) {
                return x;
            } else {
                a = x;
                fa = fx;
            }
        }
        return a;
    }

    /* Interpolate, truncate towards the middle, project into the interval that bisection would have left over. */
    private static double projected(double a, double b, double fa, double fb, double slope, double reach) {
        double middle = (a + b) / 2;
        double secant = (fb * a - fa * b) / (fb - fa);
        double side = Math.signum(middle - secant);
        double shift = Math.min(slope * (b - a) * (b - a), Math.abs(middle - secant));
        double truncated = secant + side * shift;
        double room = Math.max(0, reach - (b - a) / 2);
        return Math.abs(truncated - middle) <= room ? truncated : middle - side * room;
    }
}
