package org.nde4j.core.kernel;

import java.util.Arrays;

/**
 * L U of a sparse matrix whose order of elimination is found once, from its pattern alone: minimum degree, after rows
 * were matched to columns so that no pivot is structurally zero. What is filled in is known beforehand, so factoring is a
 * walk over fixed places.
 *
 * <p>Limits. There is no pivoting by size. That is safe where the diagonal dominates, as it does in M - h gamma J for
 * small h or a dissipative J; where a pivot is less than {@value #SMALLEST} times the greatest number to the right of it,
 * the factors are NaN, so that a step is repeated with a smaller h. Take a dense or banded factorization where that
 * does not help. The analysis is meant for up to about ten thousand rows.
 *
 * <p>Source: T. Davis, Direct Methods for Sparse Linear Systems, SIAM 2006, doi:10.1137/1.9780898718881; up-looking
 * factorization by rows.
 */
public final class SparseFactorization implements Factorization {
    private static final double SMALLEST = 1e-13;

    private final Pattern pattern;
    private final int n;
    private final int[] row; // of the pivot of each step
    private final int[] column;
    private final int[] start; // of each step's row in L + U, and the number of entries
    private final int[] diagonal; // where the pivot of a step is
    private final int[] step; // of the column of each entry of L + U
    private final int[] stepOf; // of each column of the matrix
    private final double factorFlops;

    /**
     * Analyzes a pattern.
     *
     * @throws IllegalArgumentException if every matrix of this pattern is singular
     */
    public SparseFactorization(Pattern pattern) {
        if (pattern.height() != pattern.width()) {
            throw new IllegalArgumentException("only a square matrix can be factored, got one of " + pattern);
        }
        this.pattern = pattern;
        this.n = pattern.height();
        Elimination elimination = new Elimination(pattern);
        Pattern filled = elimination.filled();
        this.row = new int[n];
        this.column = new int[n];
        this.stepOf = new int[n];
        this.start = new int[n + 1];
        this.diagonal = new int[n];
        this.step = filled.columns();
        double flops = n;
        for (int k = 0; k < n; k++) {
            row[k] = elimination.row(k);
            column[k] = elimination.column(k);
            stepOf[column[k]] = k;
            start[k + 1] = filled.start(k + 1);
            diagonal[k] = filled.entry(k, k);
            for (int e = start[k]; e < diagonal[k]; e++) {
                int m = step[e];
                flops += 2.0 * (start[m + 1] - diagonal[m]);
            }
        }
        this.factorFlops = flops;
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }

    @Override
    public int size() {
        return n;
    }

    /** The number of entries of L + U. */
    public int filled() {
        return step.length;
    }

    /* L + U, and a row to work in. */
    @Override
    public int factors() {
        return step.length + n;
    }

    @Override
    public void factor(double[] a, int ao, double[] f, int fo) {
        int work = fo + step.length;
        for (int k = 0; k < n; k++) {
            load(a, ao, f, work, k);
            eliminate(f, fo, work, k);
            double pivot = f[work + k];
            if (!(Math.abs(pivot) > SMALLEST * greatest(f, work, k) && Math.abs(pivot) <= Double.MAX_VALUE)) {
                Arrays.fill(f, fo, fo + factors(), Double.NaN);
                return;
            }
            for (int e = start[k]; e < start[k + 1]; e++) {
                f[fo + e] = f[work + step[e]];
            }
            f[fo + diagonal[k]] = 1 / pivot;
        }
        Arrays.fill(f, work, work + n, 0);
    }

    private void load(double[] a, int ao, double[] f, int work, int k) {
        for (int e = start[k]; e < start[k + 1]; e++) {
            f[work + step[e]] = 0;
        }
        for (int e = pattern.start(row[k]); e < pattern.start(row[k] + 1); e++) {
            f[work + stepOf[pattern.column(e)]] = a[ao + e];
        }
    }

    private void eliminate(double[] f, int fo, int work, int k) {
        for (int e = start[k]; e < diagonal[k]; e++) {
            int m = step[e];
            double factor = f[work + m] * f[fo + diagonal[m]];
            f[work + m] = factor;
            for (int u = diagonal[m] + 1; u < start[m + 1]; u++) {
                int at = work + step[u];
                f[at] = Math.fma(-factor, f[fo + u], f[at]);
            }
        }
    }

    private double greatest(double[] f, int work, int k) {
        double most = 0;
        for (int e = diagonal[k] + 1; e < start[k + 1]; e++) {
            most = Math.max(most, Math.abs(f[work + step[e]]));
        }
        return most;
    }

    /* What belongs to a step is kept at the place of its column in x. */
    @Override
    public void solve(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        for (int k = 0; k < n; k++) {
            double s = b[bo + row[k]];
            for (int e = start[k]; e < diagonal[k]; e++) {
                s = Math.fma(-f[fo + e], x[xo + column[step[e]]], s);
            }
            x[xo + column[k]] = s;
        }
        for (int k = n - 1; k >= 0; k--) {
            double s = x[xo + column[k]];
            for (int e = diagonal[k] + 1; e < start[k + 1]; e++) {
                s = Math.fma(-f[fo + e], x[xo + column[step[e]]], s);
            }
            x[xo + column[k]] = s * f[fo + diagonal[k]];
        }
    }

    /* What belongs to a step is kept at the place of its row in x. */
    @Override
    public void solveTransposed(double[] f, int fo, double[] b, int bo, double[] x, int xo) {
        for (int k = 0; k < n; k++) {
            x[xo + row[k]] = b[bo + column[k]];
        }
        for (int k = 0; k < n; k++) {
            double value = x[xo + row[k]] * f[fo + diagonal[k]];
            x[xo + row[k]] = value;
            spread(f, fo, x, xo, value, diagonal[k] + 1, start[k + 1]);
        }
        for (int k = n - 1; k >= 0; k--) {
            spread(f, fo, x, xo, x[xo + row[k]], start[k], diagonal[k]);
        }
    }

    private void spread(double[] f, int fo, double[] x, int xo, double value, int from, int to) {
        for (int e = from; e < to; e++) {
            int at = xo + row[step[e]];
            x[at] = Math.fma(-f[fo + e], value, x[at]);
        }
    }

    @Override
    public double factorFlops() {
        return factorFlops;
    }

    @Override
    public double solveFlops() {
        return 2.0 * step.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseFactorization s && pattern.equals(s.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return "SparseFactorization[" + pattern + ", " + step.length + " filled]";
    }
}
