package org.nde4j.core.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EJML is the independent reference. */
class LinearTest {
    /** Well-conditioned matrices of up to 30 rows lose about three digits. */
    private static final double CLOSE = 1e-11;

    private static double[] random(int seed, int size) {
        return new SplittableRandom(seed).doubles(size, -1, 1).toArray();
    }

    private static double[] dominant(int n) {
        double[] a = random(n, n * n);
        for (int i = 0; i < n; i++) {
            a[((i + 1) % n) * n + i] += 4; // off the diagonal, so that rows must be exchanged
        }
        return a;
    }

    private static SimpleMatrix matrix(double[] a, int m, int n) {
        return new SimpleMatrix(m, n, true, a);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 30})
    void lu_solves_with_the_matrix_and_its_transpose(int n) {
        double[] a = dominant(n);
        double[] b = random(n + 1, n);
        Lu lu = new Lu(n);
        assertTrue(lu.factor(a), lu.trouble());
        double[] x = b.clone();
        lu.solve(x, x);
        assertArrayEquals(matrix(a, n, n).solve(matrix(b, n, 1)).getDDRM().data, x, CLOSE);
        lu.solveTransposed(b, x);
        assertArrayEquals(matrix(a, n, n).transpose().solve(matrix(b, n, 1)).getDDRM().data, x, CLOSE);
        assertTrue(lu.pivotRatio() > 0 && lu.pivotRatio() <= 1);
    }

    @Test
    void lu_reports_singular_matrices_and_recovers() {
        Lu lu = new Lu(2);
        double[] x = new double[2];
        assertThrows(IllegalStateException.class, () -> lu.solve(x, x));
        assertFalse(lu.factor(new double[] {1, 2, 2, 4}));
        assertTrue(lu.trouble().contains("singular: pivot 1 is 0"), lu.trouble());
        assertThrows(IllegalStateException.class, () -> lu.solveTransposed(x, x));
        assertFalse(lu.factor(new double[] {Double.NaN, 2, 2, 4}));
        assertTrue(lu.factor(new double[] {0, 2, 1, 0}));
        lu.solve(new double[] {4, 3}, x);
        assertArrayEquals(new double[] {3, 2}, x);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void cholesky_solves_and_its_factor_squares_to_the_matrix(int n) {
        double[] r = random(n, n * n);
        SimpleMatrix a = matrix(r, n, n).mult(matrix(r, n, n).transpose()).plus(SimpleMatrix.identity(n));
        double[] b = random(n + 1, n);
        Cholesky cholesky = new Cholesky(n);
        assertTrue(cholesky.factor(a.getDDRM().data), cholesky.trouble());
        double[] x = b.clone();
        cholesky.solve(x, x);
        assertArrayEquals(a.solve(matrix(b, n, 1)).getDDRM().data, x, CLOSE);
        SimpleMatrix l = matrix(cholesky.factor(), n, n);
        assertTrue(l.mult(l.transpose()).isIdentical(a, 1e-13 * n)); // rounding of n products of size n
    }

    @Test
    void cholesky_refuses_what_is_not_positive_definite() {
        Cholesky cholesky = new Cholesky(2);
        assertFalse(cholesky.factor(new double[] {1, 2, 2, 1}));
        assertTrue(cholesky.trouble().contains("pivot 1 is -3"), cholesky.trouble());
        assertThrows(IllegalStateException.class, () -> cholesky.solve(new double[2], new double[2]));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 12})
    void least_squares_solves_the_normal_equations(int n) {
        for (double ridge : new double[] {0, 0.3}) {
            int m = n + 17;
            double[] a = random(n, m * n);
            double[] b = random(n + 1, m);
            LeastSquares squares = new LeastSquares(m, n, ridge);
            double[] x = new double[n];
            squares.solve(random(5, m * n), b, x); // what an earlier problem left must not matter
            double residual = squares.solve(a, b, x);
            SimpleMatrix s = matrix(a, m, n);
            SimpleMatrix normal =
                    s.transpose().mult(s).plus(SimpleMatrix.identity(n).scale(ridge));
            SimpleMatrix y = normal.solve(s.transpose().mult(matrix(b, m, 1)));
            assertArrayEquals(y.getDDRM().data, x, CLOSE);
            double norm = s.mult(y).minus(matrix(b, m, 1)).normF();
            assertEquals(norm * norm + ridge * y.normF() * y.normF(), residual, CLOSE);
            assertEquals(n, squares.rank());
        }
    }

    @Test
    void least_squares_leaves_out_dependent_columns() {
        int m = 6;
        double[] a = new double[m * 3];
        double[] b = new double[m];
        for (int i = 0; i < m; i++) {
            a[3 * i] = i;
            a[3 * i + 1] = 2 * i;
            a[3 * i + 2] = 1;
            b[i] = 4 * i + 5;
        }
        LeastSquares squares = new LeastSquares(m, 3);
        double[] x = new double[3];
        assertEquals(0, squares.solve(a, b, x), 1e-26); // rounding of numbers around 10, squared
        assertEquals(2, squares.rank());
        assertArrayEquals(new double[] {0, 2, 5}, x, 1e-13); // rounding
        LeastSquares wide = new LeastSquares(1, 2);
        double[] y = new double[2];
        wide.solve(new double[] {1, 4}, new double[] {8}, y);
        assertArrayEquals(new double[] {0, 2}, y, 1e-14); // rounding
        wide.solve(new double[2], new double[] {8}, y);
        assertEquals(0, wide.rank());
        assertArrayEquals(new double[2], y);
    }

    @Test
    void eigenvectors_of_a_symmetric_matrix_diagonalize_it() {
        int n = 9;
        SimpleMatrix r = matrix(random(3, n * n), n, n);
        SimpleMatrix a = r.plus(r.transpose());
        SymmetricEigen eigen = SymmetricEigen.of(a.getDDRM().data, n);
        SimpleMatrix v = matrix(eigen.vectors(), n, n);
        SimpleMatrix d = SimpleMatrix.diag(eigen.values());
        assertTrue(v.mult(d).mult(v.transpose()).isIdentical(a, CLOSE));
        assertTrue(v.transpose().mult(v).isIdentical(SimpleMatrix.identity(n), CLOSE));
        for (int i = 1; i < n; i++) {
            assertTrue(eigen.values()[i - 1] >= eigen.values()[i]);
        }
        assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(new double[] {Double.NaN}, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void singular_vectors_compose_the_matrix(int n) {
        int m = 5;
        int r = Math.min(m, n);
        double[] a = random(n, m * n);
        Svd svd = Svd.of(a, m, n);
        SimpleMatrix u = matrix(svd.u(), m, r);
        SimpleMatrix v = matrix(svd.v(), n, r);
        assertTrue(u.mult(SimpleMatrix.diag(svd.values())).mult(v.transpose()).isIdentical(matrix(a, m, n), CLOSE));
        assertTrue(v.transpose().mult(v).isIdentical(SimpleMatrix.identity(r), CLOSE));
        assertEquals(matrix(a, m, n).svd().getSingleValue(0), svd.values()[0], CLOSE);
        assertEquals(r, svd.rank(1e-10));
    }
}
