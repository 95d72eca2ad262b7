package org.nde4j.core.solve;

import java.util.Arrays;

/**
 * The solution within a step: a sum of pieces, each with a polynomial in theta as its weight. Theta is 0 at the start of
 * the step and 1 at its end.
 */
public final class Interpolant {
    /**
     * The cubic Hermite interpolant of the pieces y0, y1, h f0, h f1: it costs no evaluation, and its order is 3.
     */
    public static final Interpolant HERMITE =
            Interpolant.of(new double[][] {{1, 0, -3, 2}, {0, 0, 3, -2}, {0, 1, -2, 1}, {0, 0, -1, 1}});

    private final double[][] coefficients;
    private final boolean bernstein;

    private Interpolant(double[][] coefficients, boolean bernstein) {
        this.coefficients = Arrays.stream(coefficients).map(double[]::clone).toArray(double[][]::new);
        this.bernstein = bernstein;
    }

    /**
     * An interpolant.
     *
     * @param coefficients row j: the weight of piece j is the sum of entry k times theta^k
     */
    public static Interpolant of(double[][] coefficients) {
        return new Interpolant(coefficients, false);
    }

    /**
     * An interpolant in the Bernstein basis, which keeps the accuracy of polynomials of high degree.
     *
     * @param coefficients row j: the weight of piece j is the sum of entry k times the Bernstein polynomial k of the
     *     degree that the row has, its length less 1
     */
    public static Interpolant bernstein(double[][] coefficients) {
        return new Interpolant(coefficients, true);
    }

    /** The number of pieces. */
    public int pieces() {
        return coefficients.length;
    }

    /**
     * The weights of the pieces.
     *
     * @param theta where in the step
     * @param weights written: one for each piece
     */
    public void weights(double theta, double[] weights) {
        for (int j = 0; j < coefficients.length; j++) {
            double[] c = coefficients[j];
            weights[j] = bernstein ? bernstein(c, 0, theta) : powers(c, theta);
        }
    }

    private static double powers(double[] c, double theta) {
        double sum = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            sum = Math.fma(sum, theta, c[k]);
        }
        return sum;
    }

    /* Horner's rule in 1 - theta; with difference = 1, of the differences of the coefficients. */
    private static double bernstein(double[] c, int difference, double theta) {
        int degree = c.length - 1 - difference;
        double left = 1 - theta;
        double factor = 1;
        double sum = 0;
        for (int k = 0; k <= degree; k++) {
            double ck = difference == 0 ? c[k] : c[k + 1] - c[k];
            sum = Math.fma(sum, left, factor * ck);
            factor *= theta * (degree - k) / (k + 1);
        }
        return sum;
    }

    /**
     * The weights of the pieces in the derivative by theta; the derivative by time is the length of the step less.
     *
     * @param theta where in the step
     * @param weights written: one for each piece
     */
    public void slopes(double theta, double[] weights) {
        for (int j = 0; j < coefficients.length; j++) {
            double[] c = coefficients[j];
            weights[j] = bernstein ? (c.length - 1) * bernstein(c, 1, theta) : slope(c, theta);
        }
    }

    private static double slope(double[] c, double theta) {
        double sum = 0;
        for (int k = c.length - 1; k >= 1; k--) {
            sum = Math.fma(sum, theta, k * c[k]);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interpolant that
                && bernstein == that.bernstein
                && Arrays.deepEquals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(coefficients);
    }
}
