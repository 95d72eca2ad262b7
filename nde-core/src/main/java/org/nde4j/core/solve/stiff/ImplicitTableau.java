package org.nde4j.core.solve.stiff;

import java.util.Arrays;
import org.nde4j.core.solve.Interpolant;

/**
 * The coefficients of a diagonally implicit Runge-Kutta method, and of the explicit method that goes with it in an
 * implicit-explicit pair (J. C. Butcher).
 *
 * <p>Stage i is Z_i = sum over j &lt;= i of a_ij h f(t + c_j h, y + Z_j). Only the first stage may be explicit.
 *
 * @param order the order of the solution
 * @param errorOrder the power of h with which the error estimate shrinks
 * @param implicit the implicit method
 * @param explicit the explicit method of the pair; null where there is none
 * @param dense its own dense output; null where Hermite's cubic serves as well
 */
record ImplicitTableau(int order, int errorOrder, Weights implicit, Weights explicit, StageInterpolation dense) {
    /**
     * One of the methods.
     *
     * @param a row i: the weights of the stages up to stage i, or before it where the method is explicit
     * @param b the weights of the solution
     * @param error the weights of the error estimate; empty if there is none
     */
    record Weights(double[][] a, double[] b, double[] error) {
        /** The weights of the solution less those of a solution of another order, as the estimate. */
        static Weights embedding(double[][] a, double[] b, double[] other) {
            double[] error = new double[b.length];
            Arrays.setAll(error, i -> b[i] - other[i]);
            return new Weights(a, b, error);
        }

        /** The weight of stage j in stage i; 0 beyond the end of the row. */
        double a(int i, int j) {
            return j < a[i].length ? a[i][j] : 0;
        }

        /** Row i of A times a vector. */
        double times(int i, double[] x) {
            double sum = 0;
            for (int j = 0; j < a[i].length; j++) {
                sum += a[i][j] * x[j];
            }
            return sum;
        }

        /** Where in the step the stages are. */
        double[] nodes() {
            double[] ones = new double[b.length];
            Arrays.fill(ones, 1);
            double[] c = new double[b.length];
            for (int i = 0; i < c.length; i++) {
                double sum = times(i, ones);
                c[i] = Math.abs(sum - 1) < 1e-12 ? 1 : sum; // rows of rounded fractions
            }
            return c;
        }

        /** Whether the last stage is the end of the step. */
        boolean endsInTheLastStage() {
            int last = b.length - 1;
            for (int j = 0; j <= last; j++) {
                if (a(last, j) != b[j]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** An implicit method by itself. */
    ImplicitTableau(int order, int errorOrder, Weights implicit) {
        this(order, errorOrder, implicit, null, null);
    }

    /** A method whose dense output is Hermite's cubic. */
    ImplicitTableau(int order, int errorOrder, Weights implicit, Weights explicit) {
        this(order, errorOrder, implicit, explicit, null);
    }

    Interpolant interpolant() {
        return dense == null ? Interpolant.HERMITE : dense.interpolant();
    }

    /** The order of the dense output. */
    int denseOrder() {
        return dense == null ? Math.min(3, order) : dense.order();
    }

    int stages() {
        return implicit.b().length;
    }

    /** The weight of the unknown in stage i; 0 if the stage is explicit. */
    double gamma(int i) {
        return implicit.a(i, i);
    }

    /** Whether the last stage is the end of the step. */
    boolean isStifflyAccurate() {
        return implicit.endsInTheLastStage();
    }

    /** The weights of the stages Z in the change over a step, b A^-1; where all stages are implicit. */
    double[] stageWeights() {
        double[] d = implicit.b().clone();
        for (int j = d.length - 1; j >= 0; j--) {
            d[j] /= gamma(j);
            for (int i = 0; i < j; i++) {
                d[i] -= d[j] * implicit.a(j, i);
            }
        }
        return d;
    }

    /**
     * How stage i is made of h y', h^2 y''/2 and h^3 y'''/6, as far as the trees c and c^2 tell: 1 each for the solution
     * at the end of the step.
     */
    double[] moments(int i) {
        double[] c = implicit.nodes();
        double[] squares = new double[c.length];
        Arrays.setAll(squares, j -> c[j] * c[j]);
        return new double[] {c[i], 2 * implicit.times(i, c), 3 * implicit.times(i, squares)};
    }
}
