package org.nde4j.core.solve.stiff;

import java.util.Arrays;
import org.nde4j.core.solve.Interpolant;

/**
 * The coefficients of a Rosenbrock method in the form that needs no products with the Jacobian. Stage i solves
 *
 * <pre>{@code (M - h gamma J) u_i = h gamma (f(t + node_i h, y + sum_j a_ij u_j) + h rate_i df/dt) + gamma M sum_j c_ij u_j}</pre>
 *
 * <p>and the step ends at y + sum_i b_i u_i. E. Hairer, G. Wanner, <em>Solving Ordinary Differential Equations II</em>,
 * 2nd ed. 1996, section IV.7, doi:10.1007/978-3-642-05221-7.
 *
 * @param order the order of the solution
 * @param denseOrder the order of the dense output
 * @param gamma the diagonal
 * @param a row i: the weights of the stages before stage i in its state
 * @param c row i: the weights of the stages before stage i on its right-hand side
 * @param nodes where in the step the stages are evaluated
 * @param rates the weights of h df/dt
 * @param b the weights of the solution
 * @param error the weights of the error estimate
 * @param dense the dense output: with x = theta it is (1 - x) y0 + x (y1 + (1 - x) (d_0 + x (d_1 + ...))), where row k
 *     has the weights of the stages in d_k
 */
record RosenbrockTableau(
        int order,
        int denseOrder,
        double gamma,
        double[][] a,
        double[][] c,
        double[] nodes,
        double[] rates,
        double[] b,
        double[] error,
        double[][] dense) {

    /**
     * A method whose last stage starts from the embedded solution: the step ends there plus the last stage, which so is
     * the error estimate.
     */
    static RosenbrockTableau stifflyAccurate(
            int order,
            int denseOrder,
            double gamma,
            double[][] a,
            double[][] c,
            double[] nodes,
            double[] rates,
            double[][] dense) {
        int last = a.length - 1;
        double[] b = Arrays.copyOf(a[last], last + 1);
        b[last] = 1;
        double[] error = new double[last + 1];
        error[last] = 1;
        return new RosenbrockTableau(order, denseOrder, gamma, a, c, nodes, rates, b, error, dense);
    }

    /**
     * A method given by its slopes k, which stage i takes from f(y + h sum_j alpha_ij k_j) + h J sum_j gamma_ij k_j.
     *
     * @param alpha strictly lower triangular
     * @param gamma lower triangular, with the same number everywhere on the diagonal
     * @param b the weights of the slopes in the solution
     * @param error their weights in the error estimate
     * @param dense their weights in the dense output
     */
    static RosenbrockTableau ofSlopes(
            int order,
            int denseOrder,
            double[][] alpha,
            double[][] gamma,
            double[] b,
            double[] error,
            double[][] dense) {
        int s = b.length;
        double[][] a = new double[s][];
        double[][] c = new double[s][];
        double[] nodes = new double[s];
        double[] rates = new double[s];
        for (int i = 0; i < s; i++) {
            a[i] = Arrays.copyOf(divided(alpha[i], gamma), i);
            double[] before = Arrays.copyOf(gamma[i], i);
            c[i] = Arrays.stream(divided(before, gamma))
                    .map(v -> v / gamma[0][0])
                    .toArray();
            nodes[i] = Arrays.stream(alpha[i]).sum();
            rates[i] = Arrays.stream(gamma[i]).sum();
        }
        double[][] pieces = Arrays.stream(dense).map(row -> divided(row, gamma)).toArray(double[][]::new);
        return new RosenbrockTableau(
                order, denseOrder, gamma[0][0], a, c, nodes, rates, divided(b, gamma), divided(error, gamma), pieces);
    }

    /* x with x gamma = row: what weighs k in row weighs u, the product of gamma and k, in x. */
    private static double[] divided(double[] row, double[][] gamma) {
        double[] x = row.clone();
        for (int j = x.length - 1; j >= 0; j--) {
            x[j] /= gamma[j][j];
            for (int i = 0; i < j; i++) {
                x[i] -= x[j] * gamma[j][i];
            }
        }
        return x;
    }

    int stages() {
        return b.length;
    }

    /** The weights of the stages in the state of stage i, or at the end of the step for the one behind the last. */
    double[] sum(int i) {
        return i < stages() ? Arrays.copyOf(a[i], i) : b.clone();
    }

    /** The dense output as a sum of y0 and the stages. */
    Interpolant interpolant() {
        double[][] weights = new double[stages() + 1][];
        weights[0] = new double[] {1};
        for (int i = 0; i < stages(); i++) {
            weights[i + 1] = weight(i);
        }
        return Interpolant.of(weights);
    }

    /* x b_i + x (1 - x) (dense_0i + x (dense_1i + ...)) by powers of x. */
    private double[] weight(int i) {
        double[] powers = new double[dense.length + 2];
        powers[1] = b[i];
        for (int k = 0; k < dense.length; k++) {
            double d = i < dense[k].length ? dense[k][i] : 0;
            powers[k + 1] += d;
            powers[k + 2] -= d;
        }
        return powers;
    }
}
