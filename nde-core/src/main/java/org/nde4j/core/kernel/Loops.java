package org.nde4j.core.kernel;

/** Range loops beside the functions of one or two numbers: fill, copy, scale, shift, select and linear combinations. */
public final class Loops {
    private Loops() {}

    /** Sets n elements to a number. */
    public static void fill(double[] y, int yo, int n, double value) {
        java.util.Arrays.fill(y, yo, yo + n, value);
    }

    /** Copies n elements; the ranges may overlap. */
    public static void copy(double[] x, int xo, double[] y, int yo, int n) {
        System.arraycopy(x, xo, y, yo, n);
    }

    /** y = c x. */
    public static void scale(double c, double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = c * x[xo + i];
        }
    }

    /** y = x + c. */
    public static void shift(double c, double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] + c;
        }
    }

    /** y = -x. */
    public static void negate(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = -x[xo + i];
        }
    }

    /** y = y + x. */
    public static void accumulate(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] += x[xo + i];
        }
    }

    /** y = fma(c, x, y). */
    public static void axpy(double c, double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.fma(c, x[xo + i], y[yo + i]);
        }
    }

    /** y = a b + y with one rounding. */
    public static void multiplyAdd(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.fma(a[ao + i], b[bo + i], y[yo + i]);
        }
    }

    /** y = a where condition is not 0, else b; a NaN condition counts as not 0. */
    public static void select(
            double[] condition, int xo, double[] a, int ao, double[] b, int bo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = condition[xo + i] != 0 ? a[ao + i] : b[bo + i];
        }
    }

    /**
     * Linear combination y = sum of c[j] x[j] as one chain from left to right: c[0] x[0], then fma(c[j], x[j], .).
     *
     * @param c at least one coefficient
     * @param x as many ranges, starting at xo[j]; y may be one of the first four of them
     */
    public static void combine(double[] c, double[][] x, int[] xo, double[] y, int yo, int n) {
        int count = c.length;
        switch (count) {
            case 1 -> scale(c[0], x[0], xo[0], y, yo, n);
            case 2 -> start(c[0], x[0], xo[0], c[1], x[1], xo[1], y, yo, n);
            case 3 -> start(c[0], x[0], xo[0], c[1], x[1], xo[1], c[2], x[2], xo[2], y, yo, n);
            default -> start(c[0], x[0], xo[0], c[1], x[1], xo[1], c[2], x[2], xo[2], c[3], x[3], xo[3], y, yo, n);
        }
        for (int j = 4; j < count; j += 4) {
            proceed(c, x, xo, j, Math.min(4, count - j), y, yo, n);
        }
    }

    private static void proceed(double[] c, double[][] x, int[] xo, int j, int count, double[] y, int yo, int n) {
        switch (count) {
            case 1 -> axpy(c[j], x[j], xo[j], y, yo, n);
            case 2 -> proceed(c[j], x[j], xo[j], c[j + 1], x[j + 1], xo[j + 1], y, yo, n);
            case 3 -> {
                axpy(c[j], x[j], xo[j], y, yo, n);
                proceed(c[j + 1], x[j + 1], xo[j + 1], c[j + 2], x[j + 2], xo[j + 2], y, yo, n);
            }
            default ->
                proceed(
                        c[j], x[j], xo[j], c[j + 1], x[j + 1], xo[j + 1], c[j + 2], x[j + 2], xo[j + 2], c[j + 3],
                        x[j + 3], xo[j + 3], y, yo, n);
        }
    }

    private static void start(
            double c0, double[] x0, int o0, double c1, double[] x1, int o1, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.fma(c1, x1[o1 + i], c0 * x0[o0 + i]);
        }
    }

    private static void start(
            double c0,
            double[] x0,
            int o0,
            double c1,
            double[] x1,
            int o1,
            double c2,
            double[] x2,
            int o2,
            double[] y,
            int yo,
            int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.fma(c2, x2[o2 + i], Math.fma(c1, x1[o1 + i], c0 * x0[o0 + i]));
        }
    }

    private static void start(
            double c0,
            double[] x0,
            int o0,
            double c1,
            double[] x1,
            int o1,
            double c2,
            double[] x2,
            int o2,
            double c3,
            double[] x3,
            int o3,
            double[] y,
            int yo,
            int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.fma(c3, x3[o3 + i], Math.fma(c2, x2[o2 + i], Math.fma(c1, x1[o1 + i], c0 * x0[o0 + i])));
        }
    }

    private static void proceed(
            double c0, double[] x0, int o0, double c1, double[] x1, int o1, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.fma(c1, x1[o1 + i], Math.fma(c0, x0[o0 + i], y[yo + i]));
        }
    }

    private static void proceed(
            double c0,
            double[] x0,
            int o0,
            double c1,
            double[] x1,
            int o1,
            double c2,
            double[] x2,
            int o2,
            double c3,
            double[] x3,
            int o3,
            double[] y,
            int yo,
            int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.fma(
                    c3,
                    x3[o3 + i],
                    Math.fma(c2, x2[o2 + i], Math.fma(c1, x1[o1 + i], Math.fma(c0, x0[o0 + i], y[yo + i]))));
        }
    }
}
