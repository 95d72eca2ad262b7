package org.nde4j.core.kernel;

/**
 * Sine and cosine: x = k pi + r with |r| &lt;= pi / 2 (k half an odd number for the cosine), pi being three doubles,
 * each rounded down (Cody and Waite 1980), then (-1)^k sin(r) by an odd polynomial. Arguments beyond {@link #LIMIT}, infinities and NaN go to
 * StrictMath, whose reduction is exact for every double.
 */
final class Circular {
    /** Up to here the three-part reduction is exact to the last bit. */
    static final double LIMIT = 0x1p28;

    private static final double INVERSE_PI = 0x1.45f306dc9c883p-2;
    private static final double PI = 0x1.921fb54442d18p+1;
    private static final double PI_LOW = 0x1.1a62633145c06p-53;
    private static final double PI_LOWEST = 0x1.c1cd129024e09p-106;

    private Circular() {}

    static double sin(double x) {
        return Math.abs(x) <= LIMIT ? reducedSin(x) : StrictMath.sin(x);
    }

    static double cos(double x) {
        return Math.abs(x) <= LIMIT ? reducedCos(x) : StrictMath.cos(x);
    }

    static void sin(double[] x, double[] k, double[] s, int n) {
        if (!within(x, n)) {
            for (int i = 0; i < n; i++) {
                x[i] = sin(x[i]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            k[i] = turns(x[i]);
            x[i] = remainder(x[i], k[i]);
        }
        sinOf(x, n);
        alternate(x, k, n);
    }

    static void cos(double[] x, double[] k, double[] s, int n) {
        if (!within(x, n)) {
            for (int i = 0; i < n; i++) {
                x[i] = cos(x[i]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            k[i] = turnsToQuarter(x[i]);
            x[i] = remainder(x[i], k[i] + 0.5);
        }
        sinOf(x, n);
        alternate(x, k, n);
        for (int i = 0; i < n; i++) {
            x[i] = -x[i];
        }
    }

    private static boolean within(double[] x, int n) {
        boolean all = true;
        for (int i = 0; i < n; i++) {
            all &= Math.abs(x[i]) <= LIMIT;
        }
        return all;
    }

    private static void sinOf(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = sinOf(x[i]);
        }
    }

    private static void alternate(double[] x, double[] k, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= alternate(k[i]);
        }
    }

    private static double reducedSin(double x) {
        double k = turns(x);
        return sinOf(remainder(x, k)) * alternate(k);
    }

    private static double reducedCos(double x) {
        double k = turnsToQuarter(x);
        return -(sinOf(remainder(x, k + 0.5)) * alternate(k));
    }

    /** The nearest integer to x / pi; +0 for both zeros, so that the remainder keeps their sign. */
    private static double turns(double x) {
        return Math.rint(Math.fma(x, INVERSE_PI, 0.0));
    }

    private static double turnsToQuarter(double x) {
        return Math.rint(Math.fma(x, INVERSE_PI, -0.5));
    }

    private static double remainder(double x, double k) {
        return Math.fma(k, -PI_LOWEST, Math.fma(k, -PI_LOW, Math.fma(k, -PI, x)));
    }

    /** (-1)^k. */
    private static double alternate(double k) {
        return Math.fma(4, Math.floor(0.5 * k), Math.fma(-2, k, 1));
    }

    /** sin(r) for |r| &lt;= pi / 2; minimax, relative error below 3e-19. */
    private static double sinOf(double r) {
        double z = r * r;
        double q = 2.7211731762895898e-15;
        q = Math.fma(q, z, -7.642991324061716e-13);
        q = Math.fma(q, z, 1.6058939699736346e-10);
        q = Math.fma(q, z, -2.5052106872684022e-08);
        q = Math.fma(q, z, 2.755731921113604e-06);
        q = Math.fma(q, z, -0.00019841269841209213);
        q = Math.fma(q, z, 0.008333333333333194);
        q = Math.fma(q, z, -0.16666666666666666);
        return r * Math.fma(q, z, 1);
    }
}
