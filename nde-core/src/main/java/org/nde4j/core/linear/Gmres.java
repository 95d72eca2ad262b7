package org.nde4j.core.linear;

import java.util.Arrays;
import org.nde4j.core.kernel.Reductions;

/**
 * Solves A x = b for a matrix that is known by its products with vectors alone: the vector of a growing Krylov space with
 * the least residual, begun anew from its residual when the space is full. Many systems of one size are solved at once,
 * one a row, each as if it were alone. A bench for one thread; after construction nothing is allocated.
 *
 * <p>Y. Saad, M. Schultz, <em>GMRES: A Generalized Minimal Residual Algorithm for Solving Nonsymmetric Linear Systems</em>,
 * SIAM J. Sci. Stat. Comput. 7 (1986), doi:10.1137/0907058. Vectors are made orthogonal one after another (modified
 * Gram-Schmidt); the residual that decides is computed from the solution, not from the recurrence.
 */
public final class Gmres {
    private static final double SLACK = 2; // of the true residual, over the one the recurrence promises

    private final int rows;
    private final int n;
    private final int space;
    private final int iterations;
    private final double tolerance;
    private final double[][] basis; // [space + 1][rows, n]
    private final double[] product; // [rows, n]
    private final double[] h; // [rows, space, space + 1]: columns of the Hessenberg matrix, turned triangular
    private final double[] cosine; // [rows, space]
    private final double[] sine;
    private final double[] g; // [rows, space + 1]: the right-hand side of the least-squares problem
    private final int[] dimension; // of a row's space in this cycle
    private final boolean[] grows;
    private final boolean[] done;
    private final double[] size; // of each row's b
    private final double[] residual; // before this cycle

    /** The products with a matrix. */
    @FunctionalInterface
    public interface Operator {
        /** Writes A x into y, both [rows, n]. */
        void apply(double[] x, double[] y);
    }

    /**
     * A bench.
     *
     * @param rows the number of systems
     * @param n the number of unknowns of each
     * @param restart the largest dimension of the Krylov space, at least 1; capped at n
     * @param iterations the most products with the matrix, over all restarts
     * @param tolerance the residual that is small enough, relative to b; greater than 0
     */
    public Gmres(int rows, int n, int restart, int iterations, double tolerance) {
        if (restart < 1 || iterations < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException("GMRES with restart " + restart + ", " + iterations
                    + " iterations, tolerance " + tolerance + "; all must be greater than 0");
        }
        this.rows = rows;
        this.n = n;
        this.space = Math.min(n, restart);
        this.iterations = iterations;
        this.tolerance = tolerance;
        this.basis = new double[space + 1][rows * n];
        this.product = new double[rows * n];
        this.h = new double[rows * space * (space + 1)];
        this.cosine = new double[rows * space];
        this.sine = new double[rows * space];
        this.g = new double[rows * (space + 1)];
        this.dimension = new int[rows];
        this.grows = new boolean[rows];
        this.done = new boolean[rows];
        this.size = new double[rows];
        this.residual = new double[rows];
    }

    /**
     * Solves.
     *
     * @param a the products with A
     * @param b the right-hand sides, [rows, n]
     * @param x written: the solutions, [rows, n]; a row whose residual does not become small enough is NaN
     */
    public void solve(Operator a, double[] b, double[] x) {
        Arrays.fill(x, 0, rows * n, 0);
        for (int r = 0; r < rows; r++) {
            size[r] = norm(b, r);
            residual[r] = size[r];
            done[r] = size[r] == 0;
        }
        System.arraycopy(b, 0, basis[0], 0, rows * n);
        for (int used = 0; used < iterations && !all(done); ) {
            begin();
            int taken = grow(a, iterations - used);
            improve(x);
            used += taken + 1;
            a.apply(x, product);
            judge(b, x);
        }
        for (int r = 0; r < rows; r++) {
            if (!done[r]) {
                Arrays.fill(x, r * n, (r + 1) * n, Double.NaN);
            }
        }
    }

    private static boolean all(boolean[] flags) {
        for (boolean flag : flags) {
            if (!flag) {
                return false;
            }
        }
        return true;
    }

    private double norm(double[] v, int r) {
        return Math.sqrt(Reductions.sumOfSquares(v, r * n, n));
    }

    private void begin() {
        for (int r = 0; r < rows; r++) {
            grows[r] = !done[r];
            dimension[r] = 0;
            g[r * (space + 1)] = residual[r];
            scale(basis[0], r, done[r] ? 0 : 1 / residual[r]);
        }
    }

    private void scale(double[] v, int r, double factor) {
        for (int i = r * n; i < (r + 1) * n; i++) {
            v[i] = factor == 0 ? 0 : v[i] * factor;
        }
    }

    /* Extends the spaces; the number of products taken. */
    private int grow(Operator a, int left) {
        int j = 0;
        while (j < Math.min(space, left) && any(grows)) {
            a.apply(basis[j], basis[j + 1]);
            for (int r = 0; r < rows; r++) {
                if (grows[r]) {
                    extend(r, j);
                } else {
                    scale(basis[j + 1], r, 0);
                }
            }
            j++;
        }
        return j;
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private void extend(int r, int j) {
        double[] w = basis[j + 1];
        int column = (r * space + j) * (space + 1);
        for (int i = 0; i <= j; i++) {
            double along = Reductions.dot(w, r * n, basis[i], r * n, n);
            h[column + i] = along;
            for (int k = r * n; k < (r + 1) * n; k++) {
                w[k] = Math.fma(-along, basis[i][k], w[k]);
            }
        }
        double length = norm(w, r);
        rotate(r, j, column, length);
        dimension[r] = j + 1;
        boolean small = Math.abs(g[r * (space + 1) + j + 1]) <= tolerance * size[r];
        grows[r] = !small && length > 0 && length <= Double.MAX_VALUE;
        scale(w, r, grows[r] ? 1 / length : 0);
    }

    /* Givens rotations make the new column of the Hessenberg matrix triangular. */
    private void rotate(int r, int j, int column, double length) {
        int turns = r * space;
        for (int i = 0; i < j; i++) {
            double upper = h[column + i];
            double lower = h[column + i + 1];
            h[column + i] = cosine[turns + i] * upper + sine[turns + i] * lower;
            h[column + i + 1] = cosine[turns + i] * lower - sine[turns + i] * upper;
        }
        double corner = h[column + j];
        double radius = Math.sqrt(corner * corner + length * length);
        cosine[turns + j] = corner / radius;
        sine[turns + j] = length / radius;
        h[column + j] = radius;
        int at = r * (space + 1) + j;
        g[at + 1] = -sine[turns + j] * g[at];
        g[at] = cosine[turns + j] * g[at];
    }

    /* Adds the best vector of each row's space to its solution. */
    private void improve(double[] x) {
        for (int r = 0; r < rows; r++) {
            int from = r * (space + 1);
            for (int i = dimension[r] - 1; i >= 0; i--) {
                double s = g[from + i];
                for (int j = i + 1; j < dimension[r]; j++) {
                    s = Math.fma(-h[(r * space + j) * (space + 1) + i], g[from + j], s);
                }
                g[from + i] = s / h[(r * space + i) * (space + 1) + i];
                for (int k = r * n; k < (r + 1) * n; k++) {
                    x[k] = Math.fma(g[from + i], basis[i][k], x[k]);
                }
            }
        }
    }

    /* The residuals as they are; a row that has become no better will not become so. */
    private void judge(double[] b, double[] x) {
        for (int r = 0; r < rows; r++) {
            if (done[r]) {
                continue;
            }
            for (int k = r * n; k < (r + 1) * n; k++) {
                basis[0][k] = b[k] - product[k];
            }
            double now = norm(basis[0], r);
            done[r] = now <= SLACK * tolerance * size[r];
            if (!done[r] && !(now < residual[r])) {
                Arrays.fill(x, r * n, (r + 1) * n, Double.NaN);
                done[r] = true;
            }
            residual[r] = now;
        }
    }
}
