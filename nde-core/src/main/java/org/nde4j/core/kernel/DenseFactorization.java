package org.nde4j.core.kernel;

import java.util.Arrays;

/**
 * P A = L U of a dense matrix, with row interchanges.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed. 2013, algorithm 3.4.1. The factors are stored in place of
 * the matrix with the reciprocals of the pivots on the diagonal, followed by the n interchanges.
 *
 * @param size the number of rows and columns, n; at least 1
 */
public record DenseFactorization(int size) implements Factorization {
    /** Checks the size. */
    public DenseFactorization {
        if (size < 1) {
            throw new IllegalArgumentException("a matrix has at least 1 row, got " + size);
        }
    }

    @Override
    public Pattern pattern() {
        return Pattern.dense(size);
    }

    @Override
    public int factors() {
        return size * (size + 1);
    }

    @Override
    public void factor(double[] a, int ao, double[] f, int fo) {
        int n = size;
        System.arraycopy(a, ao, f, fo, n * n);
        for (int j = 0; j < n; j++) {
            int p = pivot(f, fo, j);
            f[fo + n * n + j] = p;
            if (p != j) {
                swap(f, fo + j * n, fo + p * n, n);
            }
            double pivot = f[fo + j * n + j];
            if (!(Math.abs(pivot) > 0 && Math.abs(pivot) <= Double.MAX_VALUE)) {
                Arrays.fill(f, fo, fo + factors(), Double.NaN);
                return;
            }
            double reciprocal = 1 / pivot;
            f[fo + j * n + j] = reciprocal;
            for (int i = j + 1; i < n; i++) {
                eliminate(f, fo + i * n, fo + j * n, j, reciprocal);
            }
        }
    }

    private int pivot(double[] f, int fo, int j) {
        int best = j;
        double most = Math.abs(f[fo + j * size + j]);
        for (int i = j + 1; i < size; i++) {
            double here = Math.abs(f[fo + i * size + j]);
            if (here > most) {
                best = i;
                most = here;
            }
        }
        return best;
    }

    private static void swap(double[] f, int one, int two, int n) {
        for (int j = 0; j < n; j++) {
            double kept = f[one + j];
            f[one + j] = f[two + j];
            f[two + j] = kept;
        }
    }

    /* Takes from a row what the row of the pivot j has in column j. */
    private void eliminate(double[] f, int row, int pivotRow, int j, double reciprocal) {
        double factor = f[row + j] * reciprocal;
        f[row + j] = factor;
        if (factor != 0) {
            for (int c = j + 1; c < size; c++) {
                f[row + c] = Math.fma(-factor, f[pivotRow + c], f[row + c]);
            }
        }
    }

    @Override
    public void solve(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        switch (size) {
            case 1 -> x[xo] = b[bo] * f[fo];
            case 2 -> solveTwo(f, fo, b, bo, x, xo);
            case 3 -> solveThree(f, fo, b, bo, x, xo);
            default -> solveAny(f, fo, b, bo, x, xo);
        }
    }

    private static void solveTwo(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        int p = (int) f[fo + 4];
        double first = b[bo + p];
        double second = Math.fma(-f[fo + 2], first, b[bo + 1 - p]) * f[fo + 3];
        x[xo + 1] = second;
        x[xo] = Math.fma(-f[fo + 1], second, first) * f[fo];
    }

    private static void solveThree(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        int p = (int) f[fo + 9];
        boolean swap = f[fo + 10] == 2;
        double first = b[bo + p];
        double one = p == 1 ? b[bo] : b[bo + 1];
        double two = p == 2 ? b[bo] : b[bo + 2];
        double second = Math.fma(-f[fo + 3], first, swap ? two : one);
        double third = Math.fma(-f[fo + 7], second, Math.fma(-f[fo + 6], first, swap ? one : two)) * f[fo + 8];
        second = Math.fma(-f[fo + 5], third, second) * f[fo + 4];
        x[xo + 2] = third;
        x[xo + 1] = second;
        x[xo] = Math.fma(-f[fo + 2], third, Math.fma(-f[fo + 1], second, first)) * f[fo];
    }

    private void solveAny(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        int n = size;
        int last = fo + n * n;
        System.arraycopy(b, bo, x, xo, n);
        for (int i = 0; i < n; i++) {
            exchange(x, xo + i, xo + (int) f[last + i]);
        }
        for (int i = 1; i < n; i++) {
            x[xo + i] = reduced(f, fo + i * n, x, xo, i, 0, i);
        }
        for (int i = n - 1; i >= 0; i--) {
            x[xo + i] = reduced(f, fo + i * n, x, xo, i, i + 1, n) * f[fo + i * n + i];
        }
    }

    private static double reduced(double[] f, int row, double[] x, int xo, int i, int from, int to) {
        double s = x[xo + i];
        for (int j = from; j < to; j++) {
            s = Math.fma(-f[row + j], x[xo + j], s);
        }
        return s;
    }

    private static void exchange(double[] x, int i, int j) {
        double kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }

    @Override
    public void solveTransposed(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        int n = size;
        int last = fo + n * n;
        System.arraycopy(b, bo, x, xo, n);
        for (int j = 0; j < n; j++) {
            x[xo + j] *= f[fo + j * n + j];
            spread(f, fo + j * n, x, xo, x[xo + j], j + 1, n);
        }
        for (int j = n - 1; j > 0; j--) {
            spread(f, fo + j * n, x, xo, x[xo + j], 0, j);
        }
        for (int i = n - 1; i >= 0; i--) {
            exchange(x, xo + i, xo + (int) f[last + i]);
        }
    }

    private static void spread(double[] f, int row, double[] x, int xo, double value, int from, int to) {
        for (int i = from; i < to; i++) {
            x[xo + i] = Math.fma(-f[row + i], value, x[xo + i]);
        }
    }

    @Override
    public double factorFlops() {
        return 2.0 / 3 * size * size * size + size;
    }

    @Override
    public double solveFlops() {
        return 2.0 * size * size;
    }
}
