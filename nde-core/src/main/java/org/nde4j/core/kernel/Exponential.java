package org.nde4j.core.kernel;

/**
 * The exponential family: exp, expm1, sigmoid, softplus, tanh.
 *
 * <p>exp writes x = k ln 2 + r with |r| &lt;= ln 2 / 2, a polynomial gives exp(r), and two exact powers of two from a table
 * scale it, so that results round once even when they are subnormal. The array forms are several short loops, which the
 * compiler vectorizes better than one long one.
 */
final class Exponential {
    private static final double LOG2E = 0x1.71547652b82fep+0;
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    private static final double LOWEST = -746;
    private static final double HIGHEST = 710;
    private static final int OFFSET = 540;

    /** Below this exp(-x) comes near overflow, and sigmoid(x) is exp(x). */
    private static final double DEEP = -700;

    /** Entry i is 2^(i - OFFSET). */
    private static final double[] POWERS = powers();

    private Exponential() {}

    private static double[] powers() {
        double[] p = new double[2 * OFFSET];
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.scalb(1.0, i - OFFSET);
        }
        return p;
    }

    static double exp(double x) {
        double c = clamp(x);
        double k = exponent(c);
        return scale(expOf(remainder(c, k)), (int) k);
    }

    static void exp(double[] x, double[] k, double[] s, int n) {
        reduce(x, k, n);
        expOf(x, n);
        scale(x, k, n);
    }

    private static void reduce(double[] x, double[] k, int n) {
        for (int i = 0; i < n; i++) {
            double c = clamp(x[i]);
            double e = exponent(c);
            k[i] = e;
            x[i] = remainder(c, e);
        }
    }

    private static void expOf(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = expOf(x[i]);
        }
    }

    private static void scale(double[] x, double[] k, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = scale(x[i], (int) k[i]);
        }
    }

    private static double clamp(double x) {
        return Math.max(LOWEST, Math.min(HIGHEST, x));
    }

    private static double exponent(double x) {
        return Math.rint(x * LOG2E);
    }

    private static double remainder(double x, double k) {
        return Math.fma(k, -LN2_LOW, Math.fma(k, -LN2, x));
    }

    /** p 2^k with a single rounding, for k in -1077..1026. */
    private static double scale(double p, int k) {
        int half = (k >> 1) + OFFSET;
        return p * POWERS[half] * POWERS[half + (k & 1)];
    }

    private static double expOf(double r) {
        return Math.fma(r * r, tail(r), r) + 1;
    }

    /** (exp(r) - 1 - r) / r^2 for |r| &lt;= ln 2 / 2; minimax, error of exp below 4e-18. */
    private static double tail(double r) {
        double q = 2.499995784190675e-08;
        q = Math.fma(q, r, 2.7630378662027823e-07);
        q = Math.fma(q, r, 2.755758736433754e-06);
        q = Math.fma(q, r, 2.480149276262773e-05);
        q = Math.fma(q, r, 0.0001984126950474295);
        q = Math.fma(q, r, 0.0013888888943922881);
        q = Math.fma(q, r, 0.008333333333495632);
        q = Math.fma(q, r, 0.041666666666529184);
        q = Math.fma(q, r, 0.1666666666666641);
        return Math.fma(q, r, 0.5000000000000011);
    }

    static double expm1(double x) {
        if (x == 0 || x != x) {
            return x;
        }
        if (x > 40) {
            return exp(x);
        }
        double c = Math.max(-40, x);
        double k = exponent(c);
        double r = remainder(c, k);
        double small = Math.fma(r * r, tail(r), r);
        double power = POWERS[(int) k + OFFSET];
        return k == 0 ? small : Math.fma(power, small, power - 1);
    }

    static double sigmoid(double x) {
        return x < DEEP ? exp(x) : 1 / (1 + exp(-x));
    }

    static void sigmoid(double[] x, double[] k, double[] s, int n) {
        System.arraycopy(x, 0, s, 0, n);
        negate(x, n);
        exp(x, k, s, n);
        logistic(x, n);
        for (int i = 0; i < n; i++) {
            if (s[i] < DEEP) {
                x[i] = exp(s[i]);
            }
        }
    }

    private static void negate(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = -x[i];
        }
    }

    private static void logistic(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = 1 / (1 + x[i]);
        }
    }

    static double silu(double x) {
        return Math.max(-800, x) * sigmoid(x);
    }

    static void silu(double[] x, double[] k, double[] s, int n) {
        sigmoid(x, k, s, n);
        for (int i = 0; i < n; i++) {
            x[i] *= Math.max(-800, s[i]);
        }
    }

    static double softplus(double x) {
        return Math.max(x, 0) + log1pOf(exp(-Math.abs(x)));
    }

    static void softplus(double[] x, double[] k, double[] s, int n) {
        fold(x, s, n);
        exp(x, k, s, n);
        log1pOf(x, n);
        for (int i = 0; i < n; i++) {
            x[i] += s[i];
        }
    }

    private static void fold(double[] x, double[] s, int n) {
        for (int i = 0; i < n; i++) {
            s[i] = Math.max(x[i], 0);
            x[i] = -Math.abs(x[i]);
        }
    }

    private static void log1pOf(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = log1pOf(x[i]);
        }
    }

    /** log(1 + e) for e in [0, 1]: with s = e / (2 + e) it is 2 artanh(s) = e - s (e - R(s^2)). */
    private static double log1pOf(double e) {
        double s = e / (2 + e);
        double z = s * s;
        double q = 0.16467636476351863;
        q = Math.fma(q, z, 0.0699424669623849);
        q = Math.fma(q, z, 0.10972566670142786);
        q = Math.fma(q, z, 0.11715950726305867);
        q = Math.fma(q, z, 0.13336805810430744);
        q = Math.fma(q, z, 0.15384451932809096);
        q = Math.fma(q, z, 0.18181823202893396);
        q = Math.fma(q, z, 0.22222222125471222);
        q = Math.fma(q, z, 0.2857142857251002);
        q = Math.fma(q, z, 0.3999999999999398);
        q = Math.fma(q, z, 0.6666666666666667);
        return Math.fma(s, Math.fma(q, z, -e), e);
    }

    static double tanh(double x) {
        return square(smallExpm1(thirtySecond(x)));
    }

    static void tanh(double[] x, double[] k, double[] s, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = thirtySecond(x[i]);
        }
        smallExpm1(x, n);
        square(x, n);
    }

    private static void smallExpm1(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = smallExpm1(x[i]);
        }
    }

    private static void square(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = square(x[i]);
        }
    }

    private static double thirtySecond(double x) {
        return Math.max(-20, Math.min(20, x)) * 0x1p-5;
    }

    /** exp(r) - 1 for |r| &lt;= 0.625, minimax; keeps the sign of zero. */
    private static double smallExpm1(double r) {
        double q = 1.6171432369585747e-10;
        q = Math.fma(q, r, 2.10228610145776e-09);
        q = Math.fma(q, r, 2.5051456447456166e-08);
        q = Math.fma(q, r, 2.7556605045612294e-07);
        q = Math.fma(q, r, 2.7557321113601015e-06);
        q = Math.fma(q, r, 2.4801588976354943e-05);
        q = Math.fma(q, r, 0.0001984126983843089);
        q = Math.fma(q, r, 0.0013888888886980165);
        q = Math.fma(q, r, 0.008333333333335389);
        q = Math.fma(q, r, 0.04166666666667599);
        q = Math.fma(q, r, 0.1666666666666666);
        q = Math.fma(q, r, 0.4999999999999999);
        return r * Math.fma(q, r, 1);
    }

    /**
     * tanh(x) from e = exp(x / 32) - 1: squaring exp is e (e + 2), six times gives exp(2 x) - 1. The bound at the end, above
     * tanh(x) and -0 for what is not positive, brings the sign of zero back.
     */
    private static double square(double e) {
        double d = Math.fma(e, e, e + e);
        d = Math.fma(d, d, d + d);
        d = Math.fma(d, d, d + d);
        d = Math.fma(d, d, d + d);
        d = Math.fma(d, d, d + d);
        d = Math.fma(d, d, d + d);
        return Math.min(d / (d + 2), Math.max(64 * e, -0.0));
    }
}
