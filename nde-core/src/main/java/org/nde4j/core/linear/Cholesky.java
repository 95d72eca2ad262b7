package org.nde4j.core.linear;

import org.nde4j.core.array.Numbers;

/**
 * Factorization A = L L' of a small dense symmetric positive definite matrix. A bench for one thread; after construction
 * nothing is allocated.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed. 2013, section 4.2.
 */
public final class Cholesky {
    private final int n;
    private final double[] l;
    private final double[] work;
    private int badPivot = -1;
    private double pivot;
    private boolean factored;

    /** For matrices of n rows and columns. */
    public Cholesky(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("A matrix has at least 1 row, but " + n + " were asked for.");
        }
        this.n = n;
        this.l = new double[n * n];
        this.work = new double[n];
    }

    /**
     * Factors a row-major matrix, of which the lower triangle is read.
     *
     * @return whether it is positive definite; {@link #trouble} says why not
     */
    public boolean factor(double[] a) {
        factored = true;
        badPivot = -1;
        for (int i = 0; i < n && badPivot < 0; i++) {
            for (int j = 0; j < i; j++) {
                l[i * n + j] = reduced(a[i * n + j], i, j) / l[j * n + j];
            }
            pivot = reduced(a[i * n + i], i, i);
            badPivot = pivot > 0 && pivot <= Double.MAX_VALUE ? -1 : i;
            l[i * n + i] = Math.sqrt(pivot);
        }
        return badPivot < 0;
    }

    private double reduced(double a, int i, int j) {
        double s = a;
        for (int p = 0; p < j; p++) {
            s = Math.fma(-l[i * n + p], l[j * n + p], s);
        }
        return s;
    }

    /** Why the last matrix cannot be solved with, and what to do; empty if it can. */
    public String trouble() {
        if (!factored) {
            return "No matrix was factored yet; call factor first.";
        }
        return badPivot < 0
                ? ""
                : "The " + n + " x " + n + " matrix is not positive definite: pivot " + badPivot + " is "
                        + Numbers.text(pivot) + ". Add a positive number to the diagonal, or use Lu.";
    }

    /** The factor L, row-major; above the diagonal there are zeros. */
    public double[] factor() {
        requireFactors();
        return l.clone();
    }

    /** Solves A x = b; x may be b. */
    public void solve(double[] b, double[] x) {
        requireFactors();
        for (int i = 0; i < n; i++) {
            double s = b[i];
            for (int j = 0; j < i; j++) {
                s = Math.fma(-l[i * n + j], work[j], s);
            }
            work[i] = s / l[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double s = work[i];
            for (int j = i + 1; j < n; j++) {
                s = Math.fma(-l[j * n + i], work[j], s);
            }
            work[i] = s / l[i * n + i];
        }
        System.arraycopy(work, 0, x, 0, n);
    }

    private void requireFactors() {
        if (!factored || badPivot >= 0) {
            throw new IllegalStateException(trouble());
        }
    }
}
