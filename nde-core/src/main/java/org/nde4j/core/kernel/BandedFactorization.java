package org.nde4j.core.kernel;

import java.util.Arrays;

/**
 * P A = L U of a band matrix, with row interchanges; they widen the upper band of U by the lower one of A.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed. 2013, section 4.3.3. Row i of the factors holds columns
 * i - lower to i + lower + upper: the multipliers as they were when they were used, the reciprocal of the pivot, the row
 * of U. The n interchanges follow.
 *
 * @param size the number of rows and columns, n
 * @param lower how many diagonals there are below the main one, less than n
 * @param upper how many there are above it, less than n
 */
public record BandedFactorization(int size, int lower, int upper) implements Factorization {
    /** Checks the widths. */
    public BandedFactorization {
        if (size < 1 || lower < 0 || upper < 0 || lower >= size || upper >= size) {
            throw new IllegalArgumentException("a band of " + lower + " diagonals below and " + upper + " above in "
                    + size + " rows; there can be 0 to " + (size - 1) + " of each");
        }
    }

    @Override
    public Pattern pattern() {
        return Pattern.banded(size, lower, upper);
    }

    private int width() {
        return 2 * lower + upper + 1;
    }

    @Override
    public int factors() {
        return size * (width() + 1);
    }

    @Override
    public void factor(double[] a, int ao, double[] f, int fo) {
        load(a, ao, f, fo);
        int last = fo + size * width();
        for (int j = 0; j < size; j++) {
            int p = pivot(f, fo, j);
            f[last + j] = p;
            if (p != j) {
                swap(f, fo, j, p);
            }
            double pivot = f[at(fo, j, j)];
            if (!(Math.abs(pivot) > 0 && Math.abs(pivot) <= Double.MAX_VALUE)) {
                Arrays.fill(f, fo, fo + factors(), Double.NaN);
                return;
            }
            f[at(fo, j, j)] = 1 / pivot;
            for (int i = j + 1; i <= Math.min(size - 1, j + lower); i++) {
                eliminate(f, fo, i, j);
            }
        }
    }

    private void load(double[] a, int ao, double[] f, int fo) {
        Arrays.fill(f, fo, fo + size * width(), 0);
        int from = ao;
        for (int i = 0; i < size; i++) {
            int first = Math.max(0, i - lower);
            int count = Math.min(size - 1, i + upper) - first + 1;
            System.arraycopy(a, from, f, at(fo, i, first), count);
            from += count;
        }
    }

    private int at(int fo, int i, int j) {
        return fo + i * width() + j - i + lower;
    }

    private int pivot(double[] f, int fo, int j) {
        int best = j;
        double most = Math.abs(f[at(fo, j, j)]);
        for (int i = j + 1; i <= Math.min(size - 1, j + lower); i++) {
            double here = Math.abs(f[at(fo, i, j)]);
            if (here > most) {
                best = i;
                most = here;
            }
        }
        return best;
    }

    /* The last column that a row of U reaches. */
    private int end(int j) {
        return Math.min(size - 1, j + lower + upper);
    }

    private void swap(double[] f, int fo, int j, int p) {
        int one = at(fo, j, j);
        int two = at(fo, p, j);
        for (int c = 0; c <= end(j) - j; c++) {
            double kept = f[one + c];
            f[one + c] = f[two + c];
            f[two + c] = kept;
        }
    }

    private void eliminate(double[] f, int fo, int i, int j) {
        int row = at(fo, i, j);
        int pivotRow = at(fo, j, j);
        double factor = f[row] * f[pivotRow];
        f[row] = factor;
        if (factor != 0) {
            for (int c = 1; c <= end(j) - j; c++) {
                f[row + c] = Math.fma(-factor, f[pivotRow + c], f[row + c]);
            }
        }
    }

    @Override
    public void solve(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        int last = fo + size * width();
        System.arraycopy(b, bo, x, xo, size);
        for (int j = 0; j < size; j++) {
            exchange(x, xo + j, xo + (int) f[last + j]);
            double value = x[xo + j];
            for (int i = j + 1; i <= Math.min(size - 1, j + lower); i++) {
                x[xo + i] = Math.fma(-f[at(fo, i, j)], value, x[xo + i]);
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            double s = x[xo + i];
            int diagonal = at(fo, i, i);
            for (int c = 1; c <= end(i) - i; c++) {
                s = Math.fma(-f[diagonal + c], x[xo + i + c], s);
            }
            x[xo + i] = s * f[diagonal];
        }
    }

    private static void exchange(double[] x, int i, int j) {
        double kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }

    @Override
    public void solveTransposed(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        int last = fo + size * width();
        System.arraycopy(b, bo, x, xo, size);
        for (int j = 0; j < size; j++) {
            int diagonal = at(fo, j, j);
            double value = x[xo + j] * f[diagonal];
            x[xo + j] = value;
            for (int c = 1; c <= end(j) - j; c++) {
                x[xo + j + c] = Math.fma(-f[diagonal + c], value, x[xo + j + c]);
            }
        }
        for (int j = size - 1; j >= 0; j--) {
            double s = x[xo + j];
            for (int i = j + 1; i <= Math.min(size - 1, j + lower); i++) {
                s = Math.fma(-f[at(fo, i, j)], x[xo + i], s);
            }
            x[xo + j] = s;
            exchange(x, xo + j, xo + (int) f[last + j]);
        }
    }

    @Override
    public double factorFlops() {
        double flops = size;
        for (int left = 0; left < size; left++) {
            flops += 2.0 * Math.min(lower, left) * Math.min(lower + upper, left);
        }
        return flops;
    }

    @Override
    public double solveFlops() {
        return 2.0 * size * width();
    }
}
