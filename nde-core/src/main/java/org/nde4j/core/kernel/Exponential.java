package org.nde4j.core.kernel;

/**
 * The exponential family: exp, expm1, sigmoid, softplus, tanh.
 *
 * <p>exp writes x = k ln 2 + r with |r| &lt;= ln 2 / 2, a polynomial gives exp(r), and two exact powers of two from a table
 * scale it, so that results round once even when they are subnormal. The array forms run range reduction and polynomial in
 * a loop the compiler vectorizes and the table in a second one.
 */
final class Exponential {
    static final int BLOCK = 512;

    private static final double LOG2E = 0x1.71547652b82fep+0;
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    private static final double LOWEST = -746;
    private static final double HIGHEST = 710;
    private static final int OFFSET = 540;

    /** Entry i is 2^(i - OFFSET). */
    private static final double[] POWERS = powers();

    private static final ThreadLocal<double[]> SCRATCH = ThreadLocal.withInitial(() -> new double[2 * BLOCK]);

    private Exponential() {}

    private static double[] powers() {
        double[] p = new double[2 * OFFSET];
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.scalb(1.0, i - OFFSET);
        }
        return p;
    }

    /** Two blocks of this thread: the exponents, and whatever the caller of a block keeps. */
    static double[] scratch() {
        return SCRATCH.get();
    }

    static double exp(double x) {
        double c = clamp(x);
        double k = exponent(c);
        return scale(expOf(remainder(c, k)), (int) k);
    }

    static void exp(double[] x, int xo, double[] y, int yo, int n) {
        double[] k = scratch();
        for (int from = 0; from < n; from += BLOCK) {
            expBlock(x, xo + from, y, yo + from, Math.min(BLOCK, n - from), k);
        }
    }

    private static void expBlock(double[] x, int xo, double[] y, int yo, int n, double[] k) {
        for (int i = 0; i < n; i++) {
            double c = clamp(x[xo + i]);
            double e = exponent(c);
            k[i] = e;
            y[yo + i] = expOf(remainder(c, e));
        }
        scale(y, yo, n, k);
    }

    private static void scale(double[] y, int yo, int n, double[] k) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = scale(y[yo + i], (int) k[i]);
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
        return sigmoidOf(exp(-x), x);
    }

    private static double sigmoidOf(double e, double x) {
        return x < -700 ? exp(x) : 1 / (1 + e);
    }

    static void sigmoid(double[] x, int xo, double[] y, int yo, int n) {
        double[] k = scratch();
        for (int from = 0; from < n; from += BLOCK) {
            sigmoidBlock(x, xo + from, y, yo + from, Math.min(BLOCK, n - from), k);
        }
    }

    private static void sigmoidBlock(double[] x, int xo, double[] y, int yo, int n, double[] k) {
        boolean extreme = false;
        System.arraycopy(x, xo, k, BLOCK, n);
        negatedExpBlock(x, xo, y, yo, n, k);
        for (int i = 0; i < n; i++) {
            int e = (int) k[i];
            extreme |= e > 1000;
            y[yo + i] = scale(y[yo + i], e);
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = 1 / (1 + y[yo + i]);
        }
        if (extreme) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = sigmoid(k[BLOCK + i]);
            }
        }
    }

    private static void negatedExpBlock(double[] x, int xo, double[] y, int yo, int n, double[] k) {
        for (int i = 0; i < n; i++) {
            double c = clamp(-x[xo + i]);
            double e = exponent(c);
            k[i] = e;
            y[yo + i] = expOf(remainder(c, e));
        }
    }

    static double silu(double x) {
        return Math.max(x, -800) * sigmoid(x);
    }

    static void silu(double[] x, int xo, double[] y, int yo, int n) {
        double[] k = scratch();
        for (int from = 0; from < n; from += BLOCK) {
            int m = Math.min(BLOCK, n - from);
            sigmoidBlock(x, xo + from, y, yo + from, m, k);
            for (int i = 0; i < m; i++) {
                y[yo + from + i] *= Math.max(k[BLOCK + i], -800);
            }
        }
    }

    static double softplus(double x) {
        return Math.max(x, 0) + log1pOf(exp(-Math.abs(x)));
    }

    static void softplus(double[] x, int xo, double[] y, int yo, int n) {
        double[] k = scratch();
        for (int from = 0; from < n; from += BLOCK) {
            softplusBlock(x, xo + from, y, yo + from, Math.min(BLOCK, n - from), k);
        }
    }

    private static void softplusBlock(double[] x, int xo, double[] y, int yo, int n, double[] k) {
        for (int i = 0; i < n; i++) {
            double v = x[xo + i];
            k[BLOCK + i] = Math.max(v, 0);
            y[yo + i] = -Math.abs(v);
        }
        expBlock(y, yo, y, yo, n, k);
        for (int i = 0; i < n; i++) {
            y[yo + i] = k[BLOCK + i] + log1pOf(y[yo + i]);
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
        double r = Math.max(-20, Math.min(20, x)) * 0x1p-5;
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
        double e = r * Math.fma(q, r, 1);
        e *= e + 2;
        e *= e + 2;
        e *= e + 2;
        e *= e + 2;
        e *= e + 2;
        e *= e + 2;
        return e / (e + 2);
    }

    static void tanh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = tanh(x[xo + i]);
        }
    }
}
