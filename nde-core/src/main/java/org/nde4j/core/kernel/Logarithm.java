package org.nde4j.core.kernel;

/**
 * Natural logarithm and log1p: x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), then with s = f / (2 + f)
 * log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)). Zero, infinity and what has no logarithm enter as k = -inf, inf or NaN with
 * f = 0, so the arithmetic itself gives their results and needs no branch.
 */
final class Logarithm {
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    private static final long SQRT_HALF = 0x3fe6a09e667f3bcdL;

    private Logarithm() {}

    static double log(double x) {
        if (ordinary(x)) {
            long bits = Double.doubleToRawLongBits(x);
            long k = exponent(bits);
            return log(k, mantissa(bits, k) - 1, 0);
        }
        double scaled = x * 0x1p54;
        return log(oddExponent(x), oddMantissa(scaled) - 1, 0);
    }

    static void log(double[] x, double[] k, double[] s, int n) {
        split(x, k, n);
        for (int i = 0; i < n; i++) {
            x[i] = log(k[i], x[i], 0);
        }
    }

    private static void split(double[] x, double[] k, int n) {
        for (int i = 0; i < n; i++) {
            double v = x[i];
            if (ordinary(v)) {
                long bits = Double.doubleToRawLongBits(v);
                long e = exponent(bits);
                k[i] = e;
                x[i] = mantissa(bits, e) - 1;
            } else {
                k[i] = oddExponent(v);
                x[i] = oddMantissa(v * 0x1p54) - 1;
            }
        }
    }

    private static boolean ordinary(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    private static long exponent(long bits) {
        return (bits - SQRT_HALF) >> 52;
    }

    private static double mantissa(long bits, long exponent) {
        return Double.longBitsToDouble(bits - (exponent << 52));
    }

    private static double oddExponent(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        return x > 0 ? exponent(Double.doubleToRawLongBits(x * 0x1p54)) - 54 : Double.NaN;
    }

    /** Of a subnormal number times 2^54; 1 for everything else. */
    private static double oddMantissa(double scaled) {
        if (!(scaled > 0 && scaled < 1)) {
            return 1;
        }
        long bits = Double.doubleToRawLongBits(scaled);
        return mantissa(bits, exponent(bits));
    }

    /** log(2^k (1 + f)) + c for a small correction c. */
    private static double log(double k, double f, double c) {
        double s = f / (2 + f);
        double z = s * s;
        double q = 0.1479610463708204;
        q = Math.fma(q, z, 0.15314035926270983);
        q = Math.fma(q, z, 0.18183564862737678);
        q = Math.fma(q, z, 0.22222198563570503);
        q = Math.fma(q, z, 0.2857142874247384);
        q = Math.fma(q, z, 0.39999999999414326);
        q = Math.fma(q, z, 0.6666666666666734);
        double half = 0.5 * f * f;
        double low = Math.fma(s, Math.fma(q, z, half), Math.fma(k, LN2_LOW, c));
        return Math.fma(k, LN2, f - (half - low));
    }

    static double log1p(double x) {
        double u = 1 + x;
        if (x == 0 || !(u > 0 && u <= Double.MAX_VALUE)) {
            return x == 0 ? x : log(u);
        }
        long bits = Double.doubleToRawLongBits(u);
        long k = exponent(bits);
        double lost = x < 1 ? x - (u - 1) : 1 - (u - x);
        return log(k, mantissa(bits, k) - 1, lost / u);
    }
}
