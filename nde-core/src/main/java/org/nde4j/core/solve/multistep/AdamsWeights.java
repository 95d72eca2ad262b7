package org.nde4j.core.solve.multistep;

import org.nde4j.core.solve.Interpolant;

/**
 * The coefficients of an Adams step over points at any distances. With tau from 0 to 1 over the step, and r_i the age of
 * point i in lengths of the step, the polynomials are c_0 = 1 and c_(j+1) = c_j (tau + r_j) / (1 + r_j); all have positive
 * coefficients.
 */
final class AdamsWeights {
    private final double[][] c = new double[Adams.MOST + 1][];
    private final double[] g = new double[Adams.MOST + 1];
    private final double[] beta = new double[Adams.MOST + 1];
    private double length;

    AdamsWeights() {
        for (int j = 0; j < c.length; j++) {
            c[j] = new double[j + 1];
        }
        c[0][0] = 1;
    }

    /**
     * Computes them.
     *
     * @param step the signed length of the step
     * @param ages holds how long ago the points were, signed like the step, the newest (0) first
     * @param from where the ages begin
     * @param points how many points are known
     */
    void update(double step, double[] ages, int from, int points) {
        length = step;
        g[0] = 1;
        beta[0] = 1;
        for (int j = 0; j < points; j++) {
            double age = ages[from + j];
            multiply(c[j], c[j + 1], age / step);
            g[j + 1] = integral(c[j + 1]);
            if (j + 1 < points) {
                beta[j + 1] = beta[j] * ((step + age) / ages[from + j + 1]);
            }
        }
    }

    private static void multiply(double[] p, double[] to, double r) {
        double scale = 1 / (1 + r);
        to[0] = p[0] * r * scale;
        for (int m = 1; m < p.length; m++) {
            to[m] = Math.fma(p[m], r, p[m - 1]) * scale;
        }
        to[p.length] = p[p.length - 1] * scale;
    }

    private static double integral(double[] p) {
        double sum = 0;
        for (int m = p.length - 1; m >= 0; m--) {
            sum += p[m] / (m + 1);
        }
        return sum;
    }

    /** The integral of polynomial j over the step, in lengths of the step. */
    double g(int j) {
        return g[j];
    }

    /** What difference j of before counts in that of the step. */
    double beta(int j) {
        return beta[j];
    }

    /** The error of a step with j terms, over the length of the step and the next difference. */
    double error(int j) {
        return g[j] - g[j - 1];
    }

    /** The integrals of the first k + 1 polynomials, after the state at the start. */
    Interpolant interpolant(int k) {
        double[][] coefficients = new double[k + 2][];
        coefficients[0] = new double[] {1};
        for (int j = 0; j <= k; j++) {
            double[] row = new double[j + 2];
            for (int m = 0; m <= j; m++) {
                row[m + 1] = length * c[j][m] / (m + 1);
            }
            coefficients[j + 1] = row;
        }
        return Interpolant.of(coefficients);
    }
}
