package org.nde4j.core.kernel;

/**
 * Sums and extremes in a fixed order, so that the same numbers give the same bits: eight running sums over the elements i, i
 * + 8, i + 16, ..., combined as ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7)), the last n mod 8 elements added in order.
 */
public final class Reductions {
    private Reductions() {}

    /** Sum of n elements; 0 for none. */
    public static double sum(double[] x, int from, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int end = from + (n & -8);
        for (int i = from; i < end; i += 8) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        double sum = tree(s0, s1, s2, s3, s4, s5, s6, s7);
        for (int i = end; i < from + n; i++) {
            sum += x[i];
        }
        return sum;
    }

    /** Sum of the products of n pairs. */
    public static double dot(double[] x, int xo, double[] y, int yo, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int end = n & -8;
        for (int i = 0; i < end; i += 8) {
            s0 = Math.fma(x[xo + i], y[yo + i], s0);
            s1 = Math.fma(x[xo + i + 1], y[yo + i + 1], s1);
            s2 = Math.fma(x[xo + i + 2], y[yo + i + 2], s2);
            s3 = Math.fma(x[xo + i + 3], y[yo + i + 3], s3);
            s4 = Math.fma(x[xo + i + 4], y[yo + i + 4], s4);
            s5 = Math.fma(x[xo + i + 5], y[yo + i + 5], s5);
            s6 = Math.fma(x[xo + i + 6], y[yo + i + 6], s6);
            s7 = Math.fma(x[xo + i + 7], y[yo + i + 7], s7);
        }
        double sum = tree(s0, s1, s2, s3, s4, s5, s6, s7);
        for (int i = end; i < n; i++) {
            sum = Math.fma(x[xo + i], y[yo + i], sum);
        }
        return sum;
    }

    private static double tree(double s0, double s1, double s2, double s3, double s4, double s5, double s6, double s7) {
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    /** Sum of squares of n elements. */
    public static double sumOfSquares(double[] x, int from, int n) {
        return dot(x, from, x, from, n);
    }

    /** Largest of n elements, NaN if one is NaN; minus infinity for none. */
    public static double max(double[] x, int from, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + n; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    /** Smallest of n elements, NaN if one is NaN; infinity for none. */
    public static double min(double[] x, int from, int n) {
        double min = Double.POSITIVE_INFINITY;
        for (int i = from; i < from + n; i++) {
            min = Math.min(min, x[i]);
        }
        return min;
    }

    /** Largest absolute value of n elements, NaN if one is NaN; 0 for none. */
    public static double maxAbs(double[] x, int from, int n) {
        double max = 0;
        for (int i = from; i < from + n; i++) {
            max = Math.max(max, Math.abs(x[i]));
        }
        return max;
    }

    /** Whether all of n elements are finite. */
    public static boolean areFinite(double[] x, int from, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0; // 0 times what is not finite is NaN, and stays
        int end = from + (n & -4);
        for (int i = from; i < end; i += 4) {
            s0 = Math.fma(0, x[i], s0);
            s1 = Math.fma(0, x[i + 1], s1);
            s2 = Math.fma(0, x[i + 2], s2);
            s3 = Math.fma(0, x[i + 3], s3);
        }
        for (int i = end; i < from + n; i++) {
            s0 = Math.fma(0, x[i], s0);
        }
        return s0 + s1 + s2 + s3 == 0;
    }

    /** Adds up the rows of x[m, n], first to last: y[j] = sum over i of x[i, j]. The ranges must not overlap. */
    public static void sumRows(double[] x, int xo, int m, int n, double[] y, int yo) {
        Loops.fill(y, yo, n, 0);
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            addFour(x, xo + i * n, n, y, yo);
        }
        for (; i < m; i++) {
            Loops.accumulate(x, xo + i * n, y, yo, n);
        }
    }

    /** Adds up the rows of a whole matrix x[m, n] into y[n]. */
    public static void sumRows(double[] x, int m, int n, double[] y) {
        sumRows(x, 0, m, n, y, 0);
    }

    private static void addFour(double[] x, int xo, int n, double[] y, int yo) {
        int x1 = xo + n;
        int x2 = x1 + n;
        int x3 = x2 + n;
        for (int j = 0; j < n; j++) {
            y[yo + j] = y[yo + j] + x[xo + j] + x[x1 + j] + x[x2 + j] + x[x3 + j];
        }
    }

    /** Adds up the columns of x[m, n]: y[i] = sum of row i. y may start where x does. */
    public static void sumColumns(double[] x, int xo, int m, int n, double[] y, int yo) {
        for (int i = 0; i < m; i++) {
            y[yo + i] = sum(x, xo + i * n, n);
        }
    }

    /** Adds up the columns of a whole matrix x[m, n] into y[m]. */
    public static void sumColumns(double[] x, int m, int n, double[] y) {
        sumColumns(x, 0, m, n, y, 0);
    }
}
