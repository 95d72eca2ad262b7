package org.nde4j.symbolic.score;

/** The small symmetric systems of damped least squares. */
final class Damped {
    private Damped() {}

    /**
     * Solves (A + damping diag(A)) step = gradient by Cholesky's factorization; A is scaled to a unit diagonal first. A
     * direction without any effect gets a step of zero.
     *
     * @param matrix symmetric, only the lower half is read, not modified
     */
    static double[] step(double[][] matrix, double[] gradient, double damping) {
        int m = gradient.length;
        double[] scale = new double[m];
        double[][] factor = new double[m][m];
        double[] step = new double[m];
        for (int i = 0; i < m; i++) {
            scale[i] = matrix[i][i] > 0 && matrix[i][i] < Double.POSITIVE_INFINITY ? 1 / Math.sqrt(matrix[i][i]) : 0;
            step[i] = gradient[i] * scale[i];
            for (int j = 0; j < i; j++) {
                factor[i][j] = matrix[i][j] * scale[i] * scale[j];
            }
            factor[i][i] = 1 + damping;
        }
        factorize(factor);
        solve(factor, step);
        for (int i = 0; i < m; i++) {
            step[i] *= scale[i];
        }
        return step;
    }

    private static void factorize(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum = Math.fma(-a[i][k], a[j][k], sum);
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / a[j][j];
            }
        }
    }

    private static void solve(double[][] a, double[] x) {
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] = Math.fma(-a[i][k], x[k], x[i]);
            }
            x[i] /= a[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] = Math.fma(-a[k][i], x[k], x[i]);
            }
            x[i] /= a[i][i];
        }
    }
}
