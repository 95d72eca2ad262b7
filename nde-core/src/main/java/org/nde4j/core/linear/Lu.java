package org.nde4j.core.linear;

import org.nde4j.core.array.Numbers;

/**
 * Factorization P A = L U of a small dense matrix with row interchanges: factor once, then solve with A or its transpose
 * as often as needed. A bench for one thread; after construction nothing is allocated.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed. 2013, algorithm 3.4.1.
 */
public final class Lu {
    private final int n;
    private final double[] lu;
    private final int[] rows;
    private final double[] work;
    private int zeroPivot = -1;
    private boolean factored;
    private double smallest;
    private double largest;

    /** For matrices of n rows and columns. */
    public Lu(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("A matrix has at least 1 row, but " + n + " were asked for.");
        }
        this.n = n;
        this.lu = new double[n * n];
        this.rows = new int[n];
        this.work = new double[n];
    }

    /** The number of rows. */
    public int size() {
        return n;
    }

    /**
     * Factors a row-major matrix, which is copied.
     *
     * @return whether it can be solved with: false if a pivot is zero or not finite, {@link #trouble} then says which
     */
    public boolean factor(double[] a) {
        System.arraycopy(a, 0, lu, 0, n * n);
        factored = true;
        zeroPivot = -1;
        smallest = Double.POSITIVE_INFINITY;
        largest = 0;
        for (int j = 0; j < n && zeroPivot < 0; j++) {
            rows[j] = pivot(j);
            swap(j, rows[j]);
            accept(j, Math.abs(lu[j * n + j]));
        }
        return zeroPivot < 0;
    }

    private int pivot(int j) {
        int best = j;
        for (int i = j + 1; i < n; i++) {
            if (Math.abs(lu[i * n + j]) > Math.abs(lu[best * n + j])) {
                best = i;
            }
        }
        return best;
    }

    private void swap(int i, int j) {
        if (i != j) {
            System.arraycopy(lu, i * n, work, 0, n);
            System.arraycopy(lu, j * n, lu, i * n, n);
            System.arraycopy(work, 0, lu, j * n, n);
        }
    }

    private void accept(int j, double pivot) {
        if (!(pivot > 0 && pivot <= Double.MAX_VALUE)) {
            zeroPivot = j;
            return;
        }
        smallest = Math.min(smallest, pivot);
        largest = Math.max(largest, pivot);
        for (int i = j + 1; i < n; i++) {
            double factor = lu[i * n + j] / lu[j * n + j];
            lu[i * n + j] = factor;
            subtract(factor, j, i);
        }
    }

    private void subtract(double factor, int j, int i) {
        for (int c = j + 1; c < n; c++) {
            lu[i * n + c] = Math.fma(-factor, lu[j * n + c], lu[i * n + c]);
        }
    }

    /** Why the last matrix cannot be solved with, and what to do; empty if it can. */
    public String trouble() {
        if (!factored) {
            return "No matrix was factored yet; call factor first.";
        }
        return zeroPivot < 0
                ? ""
                : "The " + n + " x " + n + " matrix is singular: pivot " + zeroPivot + " is "
                        + Numbers.text(lu[zeroPivot * n + zeroPivot])
                        + ". Look for equations that repeat each other, unused unknowns or values that are not finite.";
    }

    /** Smallest over largest pivot, a rough measure of how far from singular the matrix is; 0 if it is singular. */
    public double pivotRatio() {
        return zeroPivot < 0 && factored ? smallest / largest : 0;
    }

    /** Solves A x = b; x may be b. */
    public void solve(double[] b, double[] x) {
        requireFactors();
        System.arraycopy(b, 0, work, 0, n);
        for (int i = 0; i < n; i++) {
            exchange(i);
        }
        for (int i = 0; i < n; i++) {
            work[i] = reduced(i, 0, i);
        }
        for (int i = n - 1; i >= 0; i--) {
            work[i] = reduced(i, i + 1, n) / lu[i * n + i];
        }
        System.arraycopy(work, 0, x, 0, n);
    }

    /** work[i] less row i times work over columns from..to-1. */
    private double reduced(int i, int from, int to) {
        double s = work[i];
        for (int j = from; j < to; j++) {
            s = Math.fma(-lu[i * n + j], work[j], s);
        }
        return s;
    }

    /** Solves A' x = b; x may be b. */
    public void solveTransposed(double[] b, double[] x) {
        requireFactors();
        System.arraycopy(b, 0, work, 0, n);
        for (int j = 0; j < n; j++) {
            work[j] /= lu[j * n + j];
            spread(j, j + 1, n);
        }
        for (int j = n - 1; j >= 0; j--) {
            spread(j, 0, j);
        }
        for (int i = n - 1; i >= 0; i--) {
            exchange(i);
        }
        System.arraycopy(work, 0, x, 0, n);
    }

    /** Takes row j times work[j] from work over from..to-1. */
    private void spread(int j, int from, int to) {
        double w = work[j];
        for (int i = from; i < to; i++) {
            work[i] = Math.fma(-lu[j * n + i], w, work[i]);
        }
    }

    private void exchange(int i) {
        double w = work[i];
        work[i] = work[rows[i]];
        work[rows[i]] = w;
    }

    private void requireFactors() {
        if (!factored || zeroPivot >= 0) {
            throw new IllegalStateException(trouble());
        }
    }
}
