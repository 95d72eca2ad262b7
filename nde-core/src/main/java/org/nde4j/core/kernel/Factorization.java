package org.nde4j.core.kernel;

/**
 * How a square matrix of a fixed pattern is factored and solved with: an immutable recipe, to be compared by value. All
 * numbers are in arrays of the caller, so nothing is allocated and one recipe serves any number of threads.
 *
 * <p>A matrix that is singular, or not finite, gives factors that are NaN, and so do all solutions with them.
 */
public sealed interface Factorization permits DenseFactorization, BandedFactorization, SparseFactorization {
    /** The places of the matrix that may have a number. */
    Pattern pattern();

    /** The number of rows and columns. */
    int size();

    /** The number of doubles that the factors take. */
    int factors();

    /**
     * Factors a matrix.
     *
     * @param a holds its entries, in the order of the pattern
     * @param ao where they begin
     * @param f where the factors are written
     * @param fo where they begin
     */
    void factor(double[] a, int ao, double[] f, int fo);

    /**
     * Solves A x = b.
     *
     * @param f holds the factors of A
     * @param fo where they begin
     * @param b the right-hand side, which does not overlap x
     * @param bo where it begins
     * @param x where the solution is written
     * @param xo where it begins
     */
    void solve(double[] f, int fo, double[] b, int bo, double[] x, int xo);

    /** Solves A' x = b, see {@link #solve}. */
    void solveTransposed(double[] f, int fo, double[] b, int bo, double[] x, int xo);

    /** Floating point operations of factoring once. */
    double factorFlops();

    /** Floating point operations of solving once. */
    double solveFlops();
}
