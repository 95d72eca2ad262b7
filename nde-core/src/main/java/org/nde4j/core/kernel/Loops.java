package org.nde4j.core.kernel;

/**
 * Range loops beside the functions of one or two numbers: fill, copy, scale, shift, select and linear combinations. Ranges
 * that start at the same place are fastest, since the compiler vectorizes a loop over one index only.
 */
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
        if (xo != yo) {
            System.arraycopy(x, xo, y, yo, n);
        }
        double[] from = xo == yo ? x : y;
        for (int i = yo; i < yo + n; i++) {
            y[i] = c * from[i];
        }
    }

    /** y = x + c. */
    public static void shift(double c, double[] x, int xo, double[] y, int yo, int n) {
        if (xo != yo) {
            System.arraycopy(x, xo, y, yo, n);
        }
        double[] from = xo == yo ? x : y;
        for (int i = yo; i < yo + n; i++) {
            y[i] = from[i] + c;
        }
    }

    /** y = -x. */
    public static void negate(double[] x, int xo, double[] y, int yo, int n) {
        if (xo != yo) {
            System.arraycopy(x, xo, y, yo, n);
        }
        double[] from = xo == yo ? x : y;
        for (int i = yo; i < yo + n; i++) {
            y[i] = -from[i];
        }
    }

    /** y = y + x. */
    public static void accumulate(double[] x, int xo, double[] y, int yo, int n) {
        if (xo == yo) {
            for (int i = yo; i < yo + n; i++) {
                y[i] = y[i] + x[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[yo + i] = y[yo + i] + x[xo + i];
            }
        }
    }

    /** y = fma(c, x, y). */
    public static void axpy(double c, double[] x, int xo, double[] y, int yo, int n) {
        if (xo == yo) {
            for (int i = yo; i < yo + n; i++) {
                y[i] = Math.fma(c, x[i], y[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[yo + i] = Math.fma(c, x[xo + i], y[yo + i]);
            }
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
     * Linear combination y = sum of c[j] x[j] over the elements from..from+n-1 of each array, as one chain from left to
     * right: c[0] x[0], then fma(c[j], x[j], .).
     *
     * @param c at least one coefficient
     * @param x as many arrays; y may be one of the first four of them
     */
    public static void combine(double[] c, double[][] x, double[] y, int from, int n) {
        int to = from + n;
        switch (c.length) {
            case 1 -> scale(c[0], x[0], from, y, from, n);
            case 2 -> start(c[0], x[0], c[1], x[1], y, from, to);
            case 3 -> start(c[0], x[0], c[1], x[1], c[2], x[2], y, from, to);
            default -> start(c[0], x[0], c[1], x[1], c[2], x[2], c[3], x[3], y, from, to);
        }
        int j = 4;
        for (; j + 4 <= c.length; j += 4) {
            proceed(c[j], x[j], c[j + 1], x[j + 1], c[j + 2], x[j + 2], c[j + 3], x[j + 3], y, from, to);
        }
        for (; j < c.length; j++) {
            axpy(c[j], x[j], from, y, from, n);
        }
    }

    private static void start(double c0, double[] x0, double c1, double[] x1, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(c1, x1[i], c0 * x0[i]);
        }
    }

    private static void start(
            double c0, double[] x0, double c1, double[] x1, double c2, double[] x2, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(c2, x2[i], Math.fma(c1, x1[i], c0 * x0[i]));
        }
    }

    private static void start(
            double c0,
            double[] x0,
            double c1,
            double[] x1,
            double c2,
            double[] x2,
            double c3,
            double[] x3,
            double[] y,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(c3, x3[i], Math.fma(c2, x2[i], Math.fma(c1, x1[i], c0 * x0[i])));
        }
    }

    private static void proceed(
            double c0,
            double[] x0,
            double c1,
            double[] x1,
            double c2,
            double[] x2,
            double c3,
            double[] x3,
            double[] y,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(c3, x3[i], Math.fma(c2, x2[i], Math.fma(c1, x1[i], Math.fma(c0, x0[i], y[i]))));
        }
    }
}
