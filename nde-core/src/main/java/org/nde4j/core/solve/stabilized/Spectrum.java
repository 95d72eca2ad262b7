package org.nde4j.core.solve.stabilized;

import org.nde4j.core.solve.Stepper;

/**
 * The size of the greatest eigenvalue of a Jacobian, by a power iteration in which the field takes the place of the
 * matrix: f(y + v) - f(y) for J v. Each row has its own vector; the greatest row counts.
 *
 * <p>B. P. Sommeijer, L. F. Shampine, J. G. Verwer, <em>RKC: an explicit solver for parabolic PDEs</em>, J. Comput. Appl.
 * Math. 88 (1997), doi:10.1016/S0377-0427(97)00219-7.
 */
final class Spectrum {
    private static final int ITERATIONS = 50;
    private static final double CLOSE = 0.01;
    private static final double SAFETY = 1.2;
    private static final double ROOT = 0x1p-26; // of the spacing of doubles at 1

    private final int batch;
    private final int n;
    private final double[] point;
    private final double[] size;

    Spectrum(int batch, int n) {
        this.batch = batch;
        this.n = n;
        this.point = new double[batch * n];
        this.size = new double[batch];
    }

    /** Refuses a bound that is none. */
    static void check(double bound) {
        if (bound < 0 || bound == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "a bound on the eigenvalues must be finite and at least 0, or NaN to estimate them, got " + bound);
        }
    }

    /**
     * Estimates it.
     *
     * @param field evaluates the field
     * @param time the time
     * @param y the states
     * @param f the derivatives there
     * @param v read from a place on: a first guess of the eigenvectors; written: the last ones
     * @param at that place
     * @return an upper estimate of the greatest eigenvalue of all rows
     */
    double estimate(Stepper field, double time, double[] y, double[] f, double[] v, int at) {
        for (int row = 0; row < batch; row++) {
            size[row] = distance(row, y);
            shift(row, y, v, at);
        }
        double greatest = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            double[] moved = field.derivative(time, point);
            double before = greatest;
            greatest = 0;
            for (int row = 0; row < batch; row++) {
                for (int j = row * n; j < row * n + n; j++) {
                    v[at + j] = moved[j] - f[j];
                }
                greatest = Math.max(greatest, norm(row, v, at) / size[row]);
                shift(row, y, v, at);
            }
            if (i > 1 && Math.abs(greatest - before) < CLOSE * greatest || !(greatest < Double.POSITIVE_INFINITY)) {
                break;
            }
        }
        return SAFETY * greatest;
    }

    private double distance(int row, double[] y) {
        double norm = norm(row, y, 0);
        return norm > 0 ? ROOT * norm : ROOT * ROOT;
    }

    /* The point at the row's distance from y along v; along alternating signs where v is zero. */
    private void shift(int row, double[] y, double[] v, int at) {
        double norm = norm(row, v, at);
        boolean usable = norm > 0 && norm < Double.POSITIVE_INFINITY;
        double scale = usable ? size[row] / norm : size[row] / Math.sqrt(n);
        for (int j = 0; j < n; j++) {
            int i = row * n + j;
            double direction = usable ? v[at + i] : j % 2 == 0 ? 1 : -1;
            point[i] = Math.fma(scale, direction, y[i]);
        }
    }

    private double norm(int row, double[] x, int at) {
        double sum = 0;
        for (int j = row * n; j < row * n + n; j++) {
            sum = Math.fma(x[at + j], x[at + j], sum);
        }
        return Math.sqrt(sum);
    }
}
