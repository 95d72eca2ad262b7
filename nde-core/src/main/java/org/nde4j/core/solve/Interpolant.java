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

    private Interpolant(double[][] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * An interpolant.
     *
     * @param coefficients row j: the weight of piece j is the sum of entry k times theta^k
     */
    public static Interpolant of(double[][] coefficients) {
        return new Interpolant(Arrays.stream(coefficients).map(double[]::clone).toArray(double[][]::new));
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
            double sum = 0;
            for (int k = c.length - 1; k >= 0; k--) {
                sum = Math.fma(sum, theta, c[k]);
            }
            weights[j] = sum;
        }
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
            double sum = 0;
            for (int k = c.length - 1; k >= 1; k--) {
                sum = Math.fma(sum, theta, k * c[k]);
            }
            weights[j] = sum;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interpolant that && Arrays.deepEquals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(coefficients);
    }
}
