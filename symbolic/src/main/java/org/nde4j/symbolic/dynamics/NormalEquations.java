package org.nde4j.symbolic.dynamics;

import java.util.Arrays;
import org.nde4j.core.linear.Cholesky;

/**
 * The normal equations of least squares in k constants that all windows share and n start values that each window has
 * for itself. The starts of different windows do not meet, so they are eliminated window by window and the matrix that
 * is left is no larger than the constants alone.
 */
final class NormalEquations {
    private static final double RIDGE = 1e-13;

    private final int k;
    private final int n;
    private final double[] a; // [k, k]
    private final double[] right; // [k]
    private final double[][] own; // of each window [n, n]
    private final double[][] ownRight; // of each window [n]
    private final double[][] between; // of each window [k, n]
    private double squares;

    /** No errors yet. */
    NormalEquations(int constants, int windows, int states) {
        k = constants;
        n = states;
        a = new double[k * k];
        right = new double[k];
        own = new double[windows][n * n];
        ownRight = new double[windows][n];
        between = new double[windows][k * n];
    }

    /** Adds an error with its derivatives by the constants and by the start of its window. */
    void add(int window, double error, double[] byConstants, double[] byStart) {
        squares += error * error;
        double[] mixed = between[window];
        for (int i = 0; i < k; i++) {
            right[i] += byConstants[i] * error;
            for (int j = 0; j < k; j++) {
                a[i * k + j] += byConstants[i] * byConstants[j];
            }
            for (int j = 0; j < n; j++) {
                mixed[i * n + j] += byConstants[i] * byStart[j];
            }
        }
        for (int i = 0; i < n; i++) {
            ownRight[window][i] += byStart[i] * error;
            for (int j = 0; j < n; j++) {
                own[window][i * n + j] += byStart[i] * byStart[j];
            }
        }
    }

    /** The sum of squared errors; infinite if there was an error that is not a number. */
    double squares() {
        return Double.isNaN(squares) ? Double.POSITIVE_INFINITY : squares;
    }

    /** A step down: what to add to the constants and to the starts. */
    record Step(double[] constants, double[][] starts) {}

    /**
     * The damped step (J'J + damping diag(J'J)) step = -J'e.
     *
     * @return null if the equations cannot be solved
     */
    Step step(double damping) {
        Cholesky[] factors = new Cholesky[own.length];
        double[] rest = right.clone();
        double[] solved = new double[n];
        for (int w = 0; w < own.length; w++) {
            factors[w] = ofStart(w, damping);
            if (factors[w] == null) {
                return null;
            }
            factors[w].solve(ownRight[w], solved);
            for (int i = 0; i < k; i++) {
                rest[i] -= row(between[w], i, solved);
            }
        }
        double[] move = new double[k];
        if (k > 0) {
            double[] matrix = eliminated(factors, damping);
            for (int i = 0; i < k; i++) {
                matrix[i * k + i] += RIDGE * a[i * k + i] + Double.MIN_NORMAL;
            }
            Cholesky factor = new Cholesky(k);
            if (!factor.factor(matrix)) {
                return null;
            }
            factor.solve(rest, move);
        }
        return new Step(negative(move), startSteps(factors, move));
    }

    private double[][] startSteps(Cholesky[] factors, double[] move) {
        double[][] shifts = new double[own.length][];
        for (int w = 0; w < own.length; w++) {
            double[] rest = ownRight[w].clone();
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < k; i++) {
                    rest[j] -= between[w][i * n + j] * move[i];
                }
            }
            factors[w].solve(rest, rest);
            shifts[w] = negative(rest);
        }
        return shifts;
    }

    /**
     * The information about the constants, J'J with the starts eliminated, [k][k]; zero if it cannot be computed.
     */
    double[][] information() {
        double[][] information = new double[k][k];
        Cholesky[] factors = new Cholesky[own.length];
        for (int w = 0; w < own.length; w++) {
            factors[w] = Double.isFinite(squares) ? ofStart(w, 0) : null;
            if (factors[w] == null) {
                return information;
            }
        }
        double[] flat = eliminated(factors, 0);
        Arrays.setAll(information, i -> Arrays.copyOfRange(flat, i * k, (i + 1) * k));
        return information;
    }

    private double[] eliminated(Cholesky[] factors, double damping) {
        double[] matrix = a.clone();
        for (int i = 0; i < k; i++) {
            matrix[i * k + i] += damping * matrix[i * k + i];
        }
        double[] solved = new double[n];
        for (int w = 0; w < own.length; w++) {
            for (int i = 0; i < k; i++) {
                factors[w].solve(Arrays.copyOfRange(between[w], i * n, (i + 1) * n), solved);
                for (int j = 0; j < k; j++) {
                    matrix[i * k + j] -= row(between[w], j, solved);
                }
            }
        }
        return matrix;
    }

    /* The factors of the damped matrix of a start, null if there are none. Starts that nothing depends on stay. */
    private Cholesky ofStart(int window, double damping) {
        double[] matrix = own[window].clone();
        for (int i = 0; i < n; i++) {
            double diagonal = matrix[i * n + i];
            matrix[i * n + i] += damping * diagonal + RIDGE * diagonal + (diagonal > 0 ? Double.MIN_NORMAL : 1);
        }
        Cholesky factor = new Cholesky(n);
        return factor.factor(matrix) ? factor : null;
    }

    private double row(double[] matrix, int i, double[] x) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum = Math.fma(matrix[i * n + j], x[j], sum);
        }
        return sum;
    }

    private static double[] negative(double[] x) {
        return Arrays.stream(x).map(v -> -v).toArray();
    }
}
