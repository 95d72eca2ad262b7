package org.nde4j.core.kernel;

/**
 * Elementary functions with the same bits on every Java version and processor.
 *
 * <p>Each has a scalar form and an array form {@code f(x, xo, y, yo, n)} that sets y[yo + i] = f(x[xo + i]) for 0 &lt;= i
 * &lt; n; both give the same bits. The ranges may be the same (in place) but must not overlap otherwise. Nothing is allocated
 * but three small blocks per thread at first use.
 *
 * <p>Largest errors, in units in the last place (ulp), as tested: exp, log 1; log1p 1.5; sin, cos, expm1, sigmoid, softplus 2;
 * tanh, silu 3; all others are StrictMath (fdlibm, about 1) or exact. Special values are those of {@link Math}.
 */
public final class Elementary {
    private Elementary() {}

    /** e^x, within 1 ulp, subnormal results included. */
    public static double exp(double x) {
        return Exponential.exp(x);
    }

    /** e^x for a range. */
    public static void exp(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Exponential::exp, x, xo, y, yo, n);
    }

    /** e^x - 1 without cancellation near zero. */
    public static double expm1(double x) {
        return Exponential.expm1(x);
    }

    /** e^x - 1 for a range. */
    public static void expm1(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = expm1(x[xo + i]);
        }
    }

    /** Natural logarithm; NaN below zero. */
    public static double log(double x) {
        return Logarithm.log(x);
    }

    /** Natural logarithm of a range. */
    public static void log(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Logarithm::log, x, xo, y, yo, n);
    }

    /** log(1 + x) without cancellation near zero. */
    public static double log1p(double x) {
        return Logarithm.log1p(x);
    }

    /** log(1 + x) for a range. */
    public static void log1p(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = log1p(x[xo + i]);
        }
    }

    /** Sine of an angle in radians; every finite angle is reduced exactly. */
    public static double sin(double x) {
        return Circular.sin(x);
    }

    /** Sine of a range. */
    public static void sin(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Circular::sin, x, xo, y, yo, n);
    }

    /** Cosine of an angle in radians; every finite angle is reduced exactly. */
    public static double cos(double x) {
        return Circular.cos(x);
    }

    /** Cosine of a range. */
    public static void cos(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Circular::cos, x, xo, y, yo, n);
    }

    /** Tangent of an angle in radians. */
    public static double tan(double x) {
        return StrictMath.tan(x);
    }

    /** Tangent of a range. */
    public static void tan(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = tan(x[xo + i]);
        }
    }

    /** Hyperbolic tangent, within 3 ulp, also relative near zero down to 1e-306; below, steps of 2e-322. */
    public static double tanh(double x) {
        return Exponential.tanh(x);
    }

    /** Hyperbolic tangent of a range. */
    public static void tanh(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Exponential::tanh, x, xo, y, yo, n);
    }

    /** Hyperbolic sine. */
    public static double sinh(double x) {
        return StrictMath.sinh(x);
    }

    /** Hyperbolic sine of a range. */
    public static void sinh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = sinh(x[xo + i]);
        }
    }

    /** Hyperbolic cosine. */
    public static double cosh(double x) {
        return StrictMath.cosh(x);
    }

    /** Hyperbolic cosine of a range. */
    public static void cosh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = cosh(x[xo + i]);
        }
    }

    /** 1 / (1 + e^-x), relatively accurate on both sides. */
    public static double sigmoid(double x) {
        return Exponential.sigmoid(x);
    }

    /** 1 / (1 + e^-x) for a range. */
    public static void sigmoid(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Exponential::sigmoid, x, xo, y, yo, n);
    }

    /** log(1 + e^x), relatively accurate on both sides. */
    public static double softplus(double x) {
        return Exponential.softplus(x);
    }

    /** log(1 + e^x) for a range. */
    public static void softplus(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Exponential::softplus, x, xo, y, yo, n);
    }

    /** x sigmoid(x), also called swish; -0 at minus infinity. */
    public static double silu(double x) {
        return Exponential.silu(x);
    }

    /** x sigmoid(x) for a range. */
    public static void silu(double[] x, int xo, double[] y, int yo, int n) {
        Block.each(Exponential::silu, x, xo, y, yo, n);
    }

    /** max(x, 0); NaN stays NaN. */
    public static double relu(double x) {
        return Math.max(x, 0);
    }

    /** max(x, 0) for a range. */
    public static void relu(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.max(x[xo + i], 0);
        }
    }

    /** Square root, correctly rounded. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** Square root of a range. */
    public static void sqrt(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.sqrt(x[xo + i]);
        }
    }

    /** Absolute value. */
    public static double abs(double x) {
        return Math.abs(x);
    }

    /** Absolute value of a range. */
    public static void abs(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.abs(x[xo + i]);
        }
    }

    /** Arc sine in [-pi/2, pi/2]. */
    public static double asin(double x) {
        return StrictMath.asin(x);
    }

    /** Arc sine of a range. */
    public static void asin(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = asin(x[xo + i]);
        }
    }

    /** Arc cosine in [0, pi]. */
    public static double acos(double x) {
        return StrictMath.acos(x);
    }

    /** Arc cosine of a range. */
    public static void acos(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = acos(x[xo + i]);
        }
    }

    /** Arc tangent in [-pi/2, pi/2]. */
    public static double atan(double x) {
        return StrictMath.atan(x);
    }

    /** Arc tangent of a range. */
    public static void atan(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = atan(x[xo + i]);
        }
    }

    /** Angle of the point (x, y) in (-pi, pi]. */
    public static double atan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }

    /** x^e. */
    public static double pow(double x, double e) {
        return StrictMath.pow(x, e);
    }

    /** x^e for a range and one exponent. */
    public static void pow(double[] x, int xo, double e, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = pow(x[xo + i], e);
        }
    }

    /** x^e by repeated squaring (relative error at most |e| ulp); x^0 is 1 even for NaN, negative exponents invert. */
    public static double powi(double x, int e) {
        double power = 1;
        double square = x;
        for (int left = Math.abs(e); left != 0; left >>>= 1) {
            power = (left & 1) == 1 ? power * square : power;
            square *= square;
        }
        return e < 0 ? 1 / power : power;
    }

    /** x^e by repeated squaring for a range and one exponent. */
    public static void powi(double[] x, int xo, int e, double[] y, int yo, int n) {
        switch (e) {
            case 2 -> square(x, xo, y, yo, n);
            case 3 -> cube(x, xo, y, yo, n);
            case -1 -> invert(x, xo, y, yo, n);
            default -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = powi(x[xo + i], e);
                }
            }
        }
    }

    private static void square(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] * x[xo + i];
        }
    }

    private static void cube(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] * (x[xo + i] * x[xo + i]);
        }
    }

    private static void invert(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = 1 / x[xo + i];
        }
    }
}
