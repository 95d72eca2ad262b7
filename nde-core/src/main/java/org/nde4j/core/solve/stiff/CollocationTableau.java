package org.nde4j.core.solve.stiff;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nde4j.core.solve.Interpolant;

/**
 * A collocation method: the polynomial through y0 whose derivative is the field at some nodes in the step. Its matrix A
 * is that of the integrals of the Lagrange polynomials of the nodes.
 *
 * <p>E. Hairer, G. Wanner, <em>Solving Ordinary Differential Equations II</em>, 2nd ed. 1996, sections IV.5 and IV.8,
 * doi:10.1007/978-3-642-05221-7.
 *
 * @param order the order of the solution
 * @param nodes where in the step the field is met, ascending
 * @param real the real eigenvalue of A, or none
 * @param pairs the real and the imaginary part, which is positive, of each pair of complex eigenvalues of A
 * @param basis T, with T^-1 A T = diag(real, (re, im; -im, re), ...): the columns are the real eigenvector, then the real
 *     and the imaginary part of each complex one
 */
record CollocationTableau(int order, double[] nodes, double[] real, double[][] pairs, double[][] basis) {
    CollocationTableau {
        if (nodes.length > 6) {
            throw new IllegalArgumentException("collocation takes up to 6 stages, got " + nodes.length);
        }
    }

    int stages() {
        return nodes.length;
    }

    /** A: row i has the weights of the slopes in stage i. */
    double[][] a() {
        return Arrays.stream(nodes).mapToObj(this::integrals).toArray(double[][]::new);
    }

    /** The weights of the slopes at the end of the step. */
    double[] b() {
        return integrals(1);
    }

    private double[] integrals(double to) {
        return IntStream.range(0, stages()).mapToDouble(j -> integral(j, to)).toArray();
    }

    /* By Gauss's quadrature with three points, which is exact up to degree 5. */
    private double integral(int j, double to) {
        double apart = Math.sqrt(0.6);
        double outer = lagrange(j, to / 2 * (1 - apart)) + lagrange(j, to / 2 * (1 + apart));
        return to / 18 * (5 * outer + 8 * lagrange(j, to / 2));
    }

    private double lagrange(int j, double x) {
        double product = 1;
        for (int k = 0; k < stages(); k++) {
            product *= k == j ? 1 : (x - nodes[k]) / (nodes[j] - nodes[k]);
        }
        return product;
    }

    /* The polynomial that is 1 at one node and 0 at the others, by powers. */
    private static double[] lagrange(double[] nodes, int j) {
        double[] p = {1};
        for (int k = 0; k < nodes.length; k++) {
            if (k != j) {
                double[] next = new double[p.length + 1];
                for (int i = 0; i < p.length; i++) {
                    next[i + 1] += p[i] / (nodes[j] - nodes[k]);
                    next[i] -= p[i] * nodes[k] / (nodes[j] - nodes[k]);
                }
                p = next;
            }
        }
        return p;
    }

    /* The same for the nodes and the start of the step: what weighs the change of stage j within the step. */
    private double[] weight(int j) {
        double[] all = new double[stages() + 1];
        System.arraycopy(nodes, 0, all, 1, stages());
        return lagrange(all, j + 1);
    }

    /** The weights of the changes Z at the end of the step. */
    double[] end() {
        if (nodes[stages() - 1] == 1) {
            double[] last = new double[stages()];
            last[stages() - 1] = 1;
            return last;
        }
        return IntStream.range(0, stages())
                .mapToDouble(j -> Arrays.stream(weight(j)).sum())
                .toArray();
    }

    /** The weights of the changes Z in h times the slope of the polynomial at the start of the step. */
    double[] startSlope() {
        return IntStream.range(0, stages()).mapToDouble(j -> weight(j)[1]).toArray();
    }

    /** The dense output as a sum of y0 and the changes Z. */
    Interpolant interpolant() {
        double[][] weights = new double[stages() + 1][];
        weights[0] = new double[] {1};
        for (int j = 0; j < stages(); j++) {
            weights[j + 1] = weight(j);
            weights[j + 1][0] = 0;
        }
        return Interpolant.of(weights);
    }

    /**
     * The polynomial by powers of what lies behind the end of the step, in units of its length: row k - 1 has the weights
     * of the changes Z at power k.
     */
    double[][] beyond() {
        double[][] rows = new double[stages()][stages()];
        for (int j = 0; j < stages(); j++) {
            double[] p = weight(j);
            for (int k = 1; k <= stages(); k++) {
                for (int i = k; i <= stages(); i++) {
                    rows[k - 1][j] += p[i] * binomial(i, k);
                }
            }
        }
        return rows;
    }

    private static double binomial(int n, int k) {
        return k == 0 ? 1 : binomial(n - 1, k - 1) * n / k;
    }

    /** T^-1, by Gauss-Jordan elimination. */
    double[][] inverse() {
        int s = stages();
        double[][] w = new double[s][2 * s];
        for (int i = 0; i < s; i++) {
            System.arraycopy(basis[i], 0, w[i], 0, s);
            w[i][s + i] = 1;
        }
        for (int j = 0; j < s; j++) {
            eliminate(w, j);
        }
        return Arrays.stream(w).map(row -> Arrays.copyOfRange(row, s, 2 * s)).toArray(double[][]::new);
    }

    private static void eliminate(double[][] w, int j) {
        int best = j;
        for (int i = j; i < w.length; i++) {
            best = Math.abs(w[i][j]) > Math.abs(w[best][j]) ? i : best;
        }
        double[] held = w[j];
        w[j] = w[best];
        w[best] = held;
        double pivot = w[j][j];
        Arrays.setAll(w[j], c -> w[j][c] / pivot);
        for (int i = 0; i < w.length; i++) {
            double factor = i == j ? 0 : w[i][j];
            double[] row = w[i];
            Arrays.setAll(row, c -> row[c] - factor * w[j][c]);
        }
    }
}
