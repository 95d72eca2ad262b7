package org.nde4j.symbolic.dynamics;
final class Cholesky {
    private final double[][] l; private final int n;
    Cholesky(double[][] a) {
        n = a.length; l = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) {
            double s = a[i][j];
            for (int k = 0; k < j; k++) s -= l[i][k] * l[j][k];
            if (i == j) { if (!(s > 0)) throw new ArithmeticException("not positive definite"); l[i][i] = Math.sqrt(s); }
            else l[i][j] = s / l[j][j];
        }
    }
    double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < n; i++) { for (int k = 0; k < i; k++) x[i] -= l[i][k] * x[k]; x[i] /= l[i][i]; }
        for (int i = n - 1; i >= 0; i--) { for (int k = i + 1; k < n; k++) x[i] -= l[k][i] * x[k]; x[i] /= l[i][i]; }
        return x;
    }
}
