package org.nde4j.core.solve;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nde4j.core.array.Array;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Field;
import org.nde4j.core.linear.Lu;
import org.nde4j.core.linear.Svd;
import org.nde4j.core.program.Program;

/**
 * Where the mass matrix M of M dy/dt = f is singular, the start must satisfy the algebraic equations: what of f lies
 * outside the range of M is zero there. This measures by how much a start misses them, and finds one that does not: it
 * changes the state along the null space of M, so M y and with it all differential states stay as they are, by Newton's
 * method. For equations of index 1. A bench for one trajectory after another.
 */
public final class ConsistentStart {
    private static final int ITERATIONS = 50;
    private static final Tolerance FINE = Tolerance.of(1e-13, 1e-13);

    private final int n;
    private final int m;
    private final double[][] left; // spans what M does not reach
    private final double[][] right; // spans what M does not see
    private final Readout field;
    private final Readout jacobian;
    private final Lu lu;
    private int worst = -1;
    private double change;
    private boolean singular;

    private ConsistentStart(Field field, double[][] left, double[][] right) {
        this.n = field.size();
        this.m = left.length;
        this.left = left;
        this.right = right;
        Program program = field.program(1);
        this.field = new Readout(program);
        this.jacobian = new Readout(Calculus.jacobian(program, 0, 1));
        this.lu = new Lu(m);
    }

    /** The bench for a field; null if it has no algebraic equations. */
    public static ConsistentStart of(Field field) {
        if (field.mass().isEmpty()) {
            return null;
        }
        int n = field.size();
        Array mass = field.mass().get();
        double[] a = mass.values();
        int[] rows = IntStream.range(0, n)
                .filter(i -> IntStream.range(0, n).allMatch(j -> a[i * n + j] == 0))
                .toArray();
        int[] columns = IntStream.range(0, n)
                .filter(j -> IntStream.range(0, n).allMatch(i -> a[i * n + j] == 0))
                .toArray();
        Svd svd = Svd.of(a, n, n);
        int rank = svd.rank(n * 0x1p-52);
        if (rank == n) {
            return null;
        }
        boolean plain = rows.length == n - rank && columns.length == n - rank;
        return plain
                ? new ConsistentStart(field, units(n, rows), units(n, columns))
                : new ConsistentStart(field, columns(svd.u(), n, rank), columns(svd.v(), n, rank));
    }

    private static double[][] units(int n, int[] places) {
        double[][] units = new double[places.length][n];
        for (int k = 0; k < places.length; k++) {
            units[k][places[k]] = 1;
        }
        return units;
    }

    private static double[][] columns(double[] matrix, int n, int from) {
        double[][] columns = new double[n - from][n];
        for (int k = from; k < n; k++) {
            for (int i = 0; i < n; i++) {
                columns[k - from][i] = matrix[i * n + k];
            }
        }
        return columns;
    }

    /** Reads the parameters of the field from the given arrays from now on. */
    void parameters(double[]... parameters) {
        field.parameters(parameters);
        jacobian.parameters(parameters);
    }

    /** The element of [B, n] that a start was furthest off in, -1 if it was consistent; after {@link #found}. */
    int worst() {
        return worst;
    }

    /** By how much that element would have to change; if that is not known, by how much the equations are off. */
    double change() {
        return change;
    }

    /** Whether the algebraic equations do not say by how much: their derivatives by the algebraic states are singular. */
    boolean isSingular() {
        return singular;
    }

    /** The start itself if it is consistent or is not to be changed; else a consistent one, as far as one was found. */
    double[] found(Solve solve, double time, double[] start) {
        Tolerance asked = solve.controller().tolerance();
        Tolerance tolerance = asked == null ? Tolerance.of(1e-6, 1e-9) : asked;
        double[] all = start.clone();
        worst = -1;
        for (int row = 0; row < start.length / n; row++) {
            double[] y = Arrays.copyOfRange(start, row * n, (row + 1) * n);
            if (solve.consistent()) {
                newton(time, y);
            }
            check(row, tolerance, time, y);
            System.arraycopy(y, 0, all, row * n, n);
        }
        return solve.consistent() ? all : start;
    }

    private void check(int row, Tolerance tolerance, double time, double[] y) {
        double[] step = step(time, y);
        if (worst >= 0 || step != null && tolerance.norm(y, step, n) <= 1) {
            return;
        }
        double[] off = step == null ? residual(time, y) : step;
        if (step == null && tolerance.norm(y, off, n) <= 1) {
            return; // of higher index; what can be seen of the equations holds
        }
        int most = 0;
        for (int i = 1; i < n; i++) {
            most = Math.abs(off[i]) > Math.abs(off[most]) ? i : most;
        }
        worst = row * n + most;
        change = off[most];
        singular = step == null;
    }

    /**
     * Changes a state into a consistent one, by Newton's method.
     *
     * @param time where
     * @param y the state [n], changed
     * @param parameters of the field
     * @return whether it converged
     */
    public boolean iterate(double time, double[] y, double[]... parameters) {
        parameters(parameters);
        return newton(time, y);
    }

    private boolean newton(double time, double[] y) {
        double before = Double.POSITIVE_INFINITY;
        double damping = 1;
        for (int k = 0; k < ITERATIONS; k++) {
            double[] step = step(time, y);
            double size = step == null ? Double.NaN : FINE.norm(y, step, n);
            if (Double.isNaN(size)) {
                return false;
            }
            damping = size < before ? Math.min(1, 2 * damping) : damping / 2;
            before = size;
            for (int i = 0; i < n; i++) {
                y[i] += damping * step[i];
            }
            if (size <= 1) {
                return true;
            }
        }
        return false;
    }

    /* What is left of the algebraic equations, as a vector of the states' space. */
    private double[] residual(double time, double[] y) {
        double[] f = field.at(time, y);
        double[] rest = new double[n];
        for (double[] l : left) {
            axpy(dot(l, f, 0), l, rest);
        }
        return rest;
    }

    /* The step of Newton's method; null where its matrix is singular. */
    private double[] step(double time, double[] y) {
        double[] f = field.at(time, y);
        double[] j = jacobian.at(time, y);
        double[] a = new double[m * m];
        double[] b = new double[m];
        double[] column = new double[n];
        for (int q = 0; q < m; q++) {
            for (int i = 0; i < n; i++) {
                column[i] = dot(right[q], j, i * n);
            }
            for (int p = 0; p < m; p++) {
                a[p * m + q] = dot(left[p], column, 0);
            }
            b[q] = -dot(left[q], f, 0);
        }
        if (!lu.factor(a) || lu.pivotRatio() < 1e-14) {
            return null;
        }
        double[] z = new double[m];
        lu.solve(b, z);
        double[] step = new double[n];
        for (int q = 0; q < m; q++) {
            axpy(z[q], right[q], step);
        }
        return step;
    }

    private static double dot(double[] a, double[] b, int from) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[from + i], sum);
        }
        return sum;
    }

    private static void axpy(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(a, x[i], y[i]);
        }
    }
}
