package org.nde4j.core.linear;

import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, A = V diag(values) V'.
 *
 * @param values n eigenvalues, descending
 * @param vectors row-major [n, n]; column j is the unit eigenvector of value j, its largest component positive
 */
public record SymmetricEigen(double[] values, double[] vectors) {
    /** Of a row-major matrix of n rows, of which the mean with its transpose is taken. */
    public static SymmetricEigen of(double[] a, int n) {
        double[][] symmetric = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i][j] = 0.5 * (a[i * n + j] + a[j * n + i]);
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(Rows.matrix(symmetric));
        return new SymmetricEigen(
                eigen.getRealEigenvalues(), Rows.signed(eigen.getV().getData(), null));
    }
}
