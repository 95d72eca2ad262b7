package org.nde4j.core.path;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A smooth curve through measured points: at every time a polynomial fitted to the nearest points, near ones weighing
 * more. Times need not be evenly spaced; NaN values are left out.
 *
 * <p>Local regression with tricube weights after W. S. Cleveland, <em>Robust Locally Weighted Regression and Smoothing
 * Scatterplots</em>, J. Am. Stat. Assoc. 74 (1979), doi:10.1080/01621459.1979.10481038. The number of neighbors is
 * chosen by leaving one out.
 */
public final class LocalPolynomial {
    private static final int[] NEIGHBORS = {5, 6, 7, 9, 11, 13, 17, 23, 31, 43, 61, 87};

    private static final double LEAST_FREEDOM = 1e-3; // below, a point is interpolated, and leaving it out says nothing
    private static final double BEYOND = 1.25; // the weights reach zero this much beyond the farthest neighbor

    private final double[] t;
    private final double[] x;
    private final int degree;
    private final int neighbors;
    private final double noise;

    private LocalPolynomial(double[] t, double[] x, int degree, int neighbors) {
        this.t = t;
        this.x = x;
        this.degree = degree;
        this.neighbors = neighbors;
        this.noise = neighbors <= degree + 1 ? 0 : Math.sqrt(leaveOneOut(false));
    }

    /**
     * The curve whose number of neighbors predicts left-out points best.
     *
     * @param times strictly increasing
     * @param values as many, NaN where missing; at least one is not
     */
    public static LocalPolynomial fit(double[] times, double[] values) {
        int[] there = IntStream.range(0, times.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        double[] t = Arrays.stream(there).mapToDouble(i -> times[i]).toArray();
        double[] x = Arrays.stream(there).mapToDouble(i -> values[i]).toArray();
        if (t.length == 0) {
            throw new IllegalArgumentException("no value to smooth: all " + times.length + " are missing");
        }
        int degree = Math.min(3, Math.max(0, t.length - 3));
        LocalPolynomial best = new LocalPolynomial(t, x, degree, Math.min(t.length, degree + 2));
        double least = Double.POSITIVE_INFINITY;
        for (int k : NEIGHBORS) {
            if (k >= degree + 2 && k <= t.length) {
                LocalPolynomial candidate = new LocalPolynomial(t, x, degree, k);
                double error = candidate.leaveOneOut(true);
                if (error < least) {
                    least = error;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** The value of the curve. */
    public double value(double time) {
        return at(time)[0];
    }

    /** The slope of the curve. */
    public double slope(double time) {
        return at(time)[1];
    }

    /** The standard deviation of the points about the curve, as far as it can be told. */
    public double noise() {
        return noise;
    }

    /**
     * How far the points are from the curve, corrected for the part of each point in its own polynomial, so that their
     * mean square is that of the noise; zero where the curve goes through all points anyway.
     *
     * @return for each point that is not missing {value of the curve, error}
     */
    public double[][] errors() {
        double[][] errors = new double[t.length][];
        for (int i = 0; i < t.length; i++) {
            double[] fit = at(t[i]);
            double freedom = 1 - fit[2];
            errors[i] = new double[] {fit[0], freedom < LEAST_FREEDOM ? 0 : (x[i] - fit[0]) / Math.sqrt(freedom)};
        }
        return errors;
    }

    /** The number of points that each polynomial is fitted to. */
    public int neighbors() {
        return neighbors;
    }

    /* Mean square of the errors at left-out points, or of the residuals corrected for the freedom of the fit. */
    private double leaveOneOut(boolean leaveOut) {
        double sum = 0;
        for (int i = 0; i < t.length; i++) {
            double[] fit = at(t[i]);
            double freedom = 1 - fit[2];
            if (freedom < LEAST_FREEDOM) {
                return leaveOut ? Double.POSITIVE_INFINITY : 0;
            }
            double residual = x[i] - fit[0];
            sum += residual * residual / (leaveOut ? freedom * freedom : freedom);
        }
        return sum / t.length;
    }

    /*
     * Value and slope at a time, and the weight of a point there in the value. Polynomials that are orthonormal over the
     * weighted points make it a sum of projections.
     */
    private double[] at(double time) {
        int from = first(time);
        int n = neighbors;
        double width = Math.max(time - t[from], t[from + n - 1] - time) * BEYOND;
        width = width > 0 ? width : 1;
        double[] z = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = (t[from + i] - time) / width;
            double d = Math.abs(z[i]);
            double tricube = 1 - d * d * d;
            w[i] = Math.max(1e-12, tricube * tricube * tricube);
        }
        return project(z, w, from, width);
    }

    private double[] project(double[] z, double[] w, int from, double width) {
        int n = z.length;
        double[][] values = new double[degree + 1][n];
        double[] atZero = new double[degree + 1];
        double[] slopeAtZero = new double[degree + 1];
        double value = 0;
        double slope = 0;
        double own = 0;
        for (int d = 0; d <= degree; d++) {
            for (int i = 0; i < n; i++) {
                values[d][i] = d == 0 ? 1 : values[d - 1][i] * z[i];
            }
            atZero[d] = d == 0 ? 1 : 0;
            slopeAtZero[d] = d == 0 ? 0 : atZero[d - 1];
            for (int round = 0; round < 2; round++) {
                for (int e = 0; e < d; e++) {
                    double along = inner(values[d], values[e], w);
                    subtract(values[d], along, values[e]);
                    atZero[d] -= along * atZero[e];
                    slopeAtZero[d] -= along * slopeAtZero[e];
                }
            }
            double length = Math.sqrt(inner(values[d], values[d], w));
            for (int i = 0; i < n; i++) {
                values[d][i] /= length;
            }
            atZero[d] /= length;
            slopeAtZero[d] /= length;
            double coefficient = 0;
            for (int i = 0; i < n; i++) {
                coefficient += w[i] * values[d][i] * x[from + i];
            }
            value += coefficient * atZero[d];
            slope += coefficient * slopeAtZero[d];
            own += atZero[d] * atZero[d];
        }
        return new double[] {value, slope / width, own};
    }

    private static double inner(double[] a, double[] b, double[] w) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += w[i] * a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * what[i];
        }
    }

    /* The first of the nearest points. */
    private int first(double time) {
        int from = Arrays.binarySearch(t, time);
        from = Math.max(0, Math.min(t.length - neighbors, (from < 0 ? -from - 1 : from) - neighbors));
        while (from + neighbors < t.length && t[from + neighbors] - time < time - t[from]) {
            from++;
        }
        return from;
    }
}
