package org.nde4j.symbolic.simplify;

/**
 * Arithmetic rounded down or up: the result rounded to nearest, moved by one unit in the last place unless it is exact
 * or lies on that side already. Infinite operands stand for "without bound", so that zero times infinity is zero.
 */
final class Rounded {
    private static final double TINY = 1e-280;

    private Rounded() {}

    static double sumBelow(double a, double b) {
        double sum = a + b;
        if (!Double.isFinite(sum)) {
            return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : unbounded(sum, a, b);
        }
        double part = sum - a;
        double error = (a - (sum - part)) + (b - part);
        return error >= 0 ? sum : Math.nextDown(sum);
    }

    static double sumAbove(double a, double b) {
        return -sumBelow(-a, -b);
    }

    static double productBelow(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double product = a * b;
        if (Double.isInfinite(product)) {
            return unbounded(product, a, b);
        }
        boolean exact = Math.abs(product) > TINY && Math.fma(a, b, -product) >= 0;
        return exact ? product : Math.nextDown(product);
    }

    static double productAbove(double a, double b) {
        return -productBelow(-a, b);
    }

    /** For a divisor that is positive or zero; dividing by zero there is no bound on the side of the dividend. */
    static double quotientBelow(double a, double b) {
        if (a == 0 || Double.isInfinite(a) && Double.isInfinite(b)) {
            return 0;
        }
        double quotient = a / b;
        if (Double.isInfinite(quotient)) {
            return b == 0 || quotient < 0 ? quotient : unbounded(quotient, a, b);
        }
        if (Double.isInfinite(b)) {
            return 0;
        }
        boolean exact = Math.abs(quotient) > TINY && Math.abs(a) > TINY && Math.fma(-quotient, b, a) >= 0;
        return exact ? quotient : Math.nextDown(quotient);
    }

    static double quotientAbove(double a, double b) {
        return -quotientBelow(-a, b);
    }

    /** An infinite result of finite operands has overflowed, and is above the largest number. */
    private static double unbounded(double result, double a, double b) {
        boolean overflow = Double.isFinite(a) && Double.isFinite(b);
        return overflow && result > 0 ? Double.MAX_VALUE : result;
    }
}
