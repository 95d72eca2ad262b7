package org.nde4j.core.linear;

import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Singular value decomposition A = U diag(values) V' of an m x n matrix, with r = min(m, n).
 *
 * @param u row-major [m, r], orthonormal columns
 * @param values r singular values, descending
 * @param v row-major [n, r], orthonormal columns, the largest component of each positive
 */
public record Svd(double[] u, double[] values, double[] v) {
    /** Of a row-major matrix. */
    public static Svd of(double[] a, int m, int n) {
        double[][] rows = new double[m][n];
        for (int i = 0; i < m; i++) {
            System.arraycopy(a, i * n, rows[i], 0, n);
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(Rows.matrix(rows));
        double[][] left = svd.getU().getData();
        double[] right = Rows.signed(svd.getV().getData(), left);
        return new Svd(Rows.flat(left), svd.getSingularValues(), right);
    }

    /** The number of singular values above the tolerance times the largest one. */
    public int rank(double tolerance) {
        int rank = 0;
        while (rank < values.length && values[rank] > tolerance * values[0]) {
            rank++;
        }
        return rank;
    }
}
