package org.nde4j.core.linear;

/**
 * The x that minimizes |A x - b|^2 + ridge |x|^2, by Householder QR with column pivoting. Columns that depend on the others
 * get the coefficient 0 when there is no ridge. A bench for one thread; after construction nothing is allocated.
 *
 * <p>Source: Businger and Golub 1965, doi 10.1007/BF01436084; the ridge enters as sqrt(ridge) I below A.
 */
public final class LeastSquares {
    private final int m;
    private final int n;
    private final double root;
    private final int rows;

    /** Column by column, so that a reflection runs over neighbors; the right side is the last column. */
    private final double[][] columns;

    private final int[] order;
    private final double[] scale;
    private final double[] norm;
    private int rank;
    private double residual;

    /** For m equations and n unknowns, without a ridge. */
    public LeastSquares(int m, int n) {
        this(m, n, 0);
    }

    /** For m equations and n unknowns; the ridge is the weight of |x|^2, at least 0. */
    public LeastSquares(int m, int n, double ridge) {
        if (m < 1 || n < 1 || !(ridge >= 0 && ridge <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "Least squares needs equations, unknowns and a ridge of at least 0, but has " + m + ", " + n
                            + " and " + ridge + ".");
        }
        this.m = m;
        this.n = n;
        this.root = Math.sqrt(ridge);
        this.rows = ridge > 0 ? m + n : m;
        this.columns = new double[n + 1][rows];
        this.order = new int[n];
        this.scale = new double[n];
        this.norm = new double[n];
    }

    /**
     * Solves for a row-major matrix of m rows and n columns.
     *
     * @return |A x - b|^2 + ridge |x|^2
     */
    public double solve(double[] a, double[] b, double[] x) {
        load(a, b);
        int steps = Math.min(rows, n);
        rank = 0;
        double first = 0;
        for (int j = 0; j < steps; j++) {
            double length = choose(j);
            first = j == 0 ? length : first;
            if (!(length > first * 0x1p-52 * Math.max(rows, n))) {
                break;
            }
            reflect(j, length);
            rank++;
        }
        residual = Reflection.squares(columns[n], rank, rows);
        substitute(x);
        return residual;
    }

    /** How many columns the last matrix had that do not depend on others. */
    public int rank() {
        return rank;
    }

    private void load(double[] a, double[] b) {
        for (int j = 0; j < n; j++) {
            double[] column = columns[j];
            for (int i = 0; i < m; i++) {
                column[i] = a[i * n + j];
            }
            java.util.Arrays.fill(column, m, rows, 0);
            if (rows > m) {
                column[m + j] = root;
            }
            order[j] = j;
        }
        System.arraycopy(b, 0, columns[n], 0, m);
        java.util.Arrays.fill(columns[n], m, rows, 0);
    }

    /** Brings the column that is longest from row j on to place j. */
    private double choose(int j) {
        int best = j;
        for (int c = j; c < n; c++) {
            norm[c] = Reflection.squares(columns[c], j, rows);
            best = norm[c] > norm[best] ? c : best;
        }
        double[] column = columns[j];
        columns[j] = columns[best];
        columns[best] = column;
        int name = order[j];
        order[j] = order[best];
        order[best] = name;
        return Math.sqrt(norm[best]);
    }

    private void reflect(int j, double length) {
        double[] v = columns[j];
        double diagonal = v[j] > 0 ? -length : length;
        scale[j] = diagonal;
        v[j] -= diagonal;
        double weight = -1 / (diagonal * v[j]);
        for (int c = j + 1; c <= n; c++) {
            Reflection.apply(v, weight, columns[c], j, rows);
        }
    }

    private void substitute(double[] x) {
        java.util.Arrays.fill(x, 0, n, 0);
        double[] right = columns[n];
        for (int i = rank - 1; i >= 0; i--) {
            double s = right[i];
            for (int j = i + 1; j < rank; j++) {
                s = Math.fma(-columns[j][i], x[order[j]], s);
            }
            x[order[i]] = s / scale[i];
        }
    }
}
