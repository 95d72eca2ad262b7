package org.nde4j.core.solve;

import java.util.Arrays;

/**
 * How accurate a solution should be: an error is measured relative to {@code atol + rtol |y|}, state by state.
 *
 * @param rtol relative tolerance, at least 0
 * @param atol absolute tolerances, at least 0: one for each state, or one for all
 * @param norm how the errors of all trajectories and states become one number
 */
public record Tolerance(double rtol, double[] atol, Norm norm) {
    private static final double FINEST = 1e-14; // about 50 units in the last place

    /** How errors become one number. */
    public enum Norm {
        /** The root of the mean square. */
        ROOT_MEAN_SQUARE,
        /** The greatest. */
        MAXIMUM
    }

    /** Copies and checks. */
    public Tolerance {
        atol = atol.clone();
        if (rtol > 0 && rtol < FINEST) {
            throw new IllegalArgumentException("a relative tolerance of " + rtol
                    + " is below what doubles can tell apart over many steps; give at least " + FINEST
                    + ", or 0 with an absolute tolerance");
        }
        boolean sound = rtol >= 0 && rtol < Double.POSITIVE_INFINITY && atol.length > 0;
        for (double a : atol) {
            sound &= a >= 0 && rtol + a > 0 && a < Double.POSITIVE_INFINITY;
        }
        if (!sound) {
            throw new IllegalArgumentException("tolerances must be finite, not negative and not both zero, got rtol "
                    + rtol + " and atol " + (atol.length == 1 ? "" + atol[0] : Arrays.toString(atol)));
        }
    }

    /** The same tolerances for all states, in the root mean square norm. */
    public static Tolerance of(double rtol, double... atol) {
        return new Tolerance(rtol, atol, Norm.ROOT_MEAN_SQUARE);
    }

    /** The same in another norm. */
    public Tolerance in(Norm other) {
        return new Tolerance(rtol, atol, other);
    }

    /** Refuses a field with another number of states. */
    public void check(int states) {
        if (atol.length != 1 && atol.length != states) {
            throw new IllegalArgumentException("there are " + atol.length + " absolute tolerances for " + states
                    + " states; give one for each, or one for all");
        }
    }

    /** The error that counts as 1 for element {@code i} of [B, n] where its value is {@code y}. */
    public double scale(int i, double y) {
        double a = atol.length == 1 ? atol[0] : atol[i % atol.length];
        return Math.fma(rtol, Math.abs(y), a);
    }

    /** The size of an error, relative to the greater of the values at the two ends of a step. */
    public double norm(double[] y0, double[] y1, double[] error, int size) {
        return norm == Norm.MAXIMUM ? greatest(y0, y1, error, size) : meanSquare(y0, y1, error, size);
    }

    /** The size of x, relative to the values y. */
    public double norm(double[] y, double[] x, int size) {
        return norm(y, y, x, size);
    }

    private double meanSquare(double[] y0, double[] y1, double[] error, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double e = error[i] / scale(i, Math.max(Math.abs(y0[i]), Math.abs(y1[i])));
            sum = Math.fma(e, e, sum);
        }
        return Math.sqrt(sum / size);
    }

    private double greatest(double[] y0, double[] y1, double[] error, int size) {
        double most = 0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, Math.abs(error[i]) / scale(i, Math.max(Math.abs(y0[i]), Math.abs(y1[i]))));
        }
        return most;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tolerance that
                && rtol == that.rtol
                && Arrays.equals(atol, that.atol)
                && norm == that.norm;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(rtol) + 31 * Arrays.hashCode(atol);
    }
}
