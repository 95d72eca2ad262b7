package org.nde4j.symbolic.dynamics;

import java.util.Arrays;
import org.nde4j.core.linear.Cholesky;

/**
 * How well the free constants of a fitted system are determined.
 *
 * @param values the covariance of each two of them; infinite on the diagonal where the data say nothing
 */
record Covariance(double[][] values) {
    private static final double LEAST_ERROR = 1e-2; // of the noise: numerical error of solver and data counts as such
    private static final double RIDGE = 1e-13;

    /** From the information matrix, its rows scaled to one, and the mean squared error of the fit. */
    static Covariance of(TrajectoryFit.Fitted fitted) {
        double[][] information = fitted.information();
        int k = information.length;
        double[] size = new double[k];
        Arrays.setAll(size, i -> Math.sqrt(Math.max(information[i][i], 1e-300)));
        double[] scaled = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                scaled[i * k + j] = information[i][j] / size[i] / size[j] + (i == j ? RIDGE : 0);
            }
        }
        double[][] covariance = new double[k][k];
        Cholesky factor = k == 0 ? null : new Cholesky(k);
        boolean determined = k > 0 && factor.factor(scaled);
        for (int i = 0; i < k; i++) {
            covariance[i][i] = Double.POSITIVE_INFINITY;
            if (determined) {
                double[] column = new double[k];
                column[i] = 1;
                factor.solve(column, column);
                for (int j = 0; j < k; j++) {
                    covariance[i][j] = unit(fitted) * column[j] / size[i] / size[j];
                }
            }
        }
        return new Covariance(covariance);
    }

    /** The variance of an error in units of the scale it was divided by. */
    static double unit(TrajectoryFit.Fitted fitted) {
        return Math.max(LEAST_ERROR, fitted.chi2());
    }

    /** The standard errors. */
    double[] errors() {
        double[] errors = new double[values.length];
        Arrays.setAll(errors, i -> Math.sqrt(values[i][i]));
        return errors;
    }

    /** The correlation of two constants. */
    double correlation(int i, int j) {
        return values[i][j] / Math.sqrt(values[i][i] * values[j][j]);
    }
}
