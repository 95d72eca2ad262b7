package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Sensitivity;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.train.Window;

/**
 * The free constants of a system, fitted to measured trajectories through the solver: nonlinear least squares with exact
 * forward sensitivities, in which the start of every window is free too.
 *
 * <p>Levenberg's and Marquardt's damping; starts enter only their own window, so they are eliminated window by window and
 * a step costs no more than the constants alone. K. Levenberg 1944, doi:10.1090/qam/10666; D. W. Marquardt 1963,
 * doi:10.1137/0111030.
 */
final class TrajectoryFit {
    private static final double SETTLED = 1e-9; // relative fall of the sum of squares that is not worth a step
    private static final double MOST_DAMPING = 1e10;

    private final List<Window> windows;
    private final double[] scale;
    private final int substeps;
    private final int points;
    private final int n;
    private final int observations;

    /**
     * What is fitted to.
     *
     * @param windows all of one length
     * @param scale the standard deviation of the error of each state
     * @param substeps steps of the solver between two points
     */
    TrajectoryFit(List<Window> windows, double[] scale, int substeps) {
        this.windows = windows;
        this.scale = scale;
        this.substeps = substeps;
        this.points = windows.get(0).times().length;
        this.n = scale.length;
        this.observations = (int) windows.stream()
                .flatMap(w -> Arrays.stream(w.values()))
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .count();
    }

    /**
     * A fitted system.
     *
     * @param system with the fitted constants
     * @param starts the fitted start of each window
     * @param squares the sum of squared errors in units of the scale; infinite if the system cannot be solved
     * @param observations how many errors there are
     * @param information the matrix of second derivatives of half the squares by the free constants, starts eliminated
     */
    record Fitted(
            EquationSystem system, double[][] starts, double squares, int observations, double[][] information) {
        /** The mean squared error in units of the scale. */
        double chi2() {
            return squares / observations;
        }
    }

    /** The windows' own starts. */
    double[][] starts() {
        return windows.stream().map(w -> w.start().clone()).toArray(double[][]::new);
    }

    /**
     * Fits.
     *
     * @param system where to begin
     * @param starts the starts to begin with
     * @param iterations the greatest number of steps
     */
    Fitted fit(EquationSystem system, double[][] starts, int iterations) {
        int[] free = system.free();
        Bench bench = new Bench(system, free);
        double[] constants = system.constants();
        double[][] at = Arrays.stream(starts).map(double[]::clone).toArray(double[][]::new);
        Normal now = bench.linearize(constants, at);
        double damping = 1e-3;
        for (int i = 0; i < iterations && Double.isFinite(now.squares) && damping < MOST_DAMPING; i++) {
            boolean settled = false;
            while (damping < MOST_DAMPING) {
                double[] movedConstants = constants.clone();
                double[][] movedStarts = new double[at.length][];
                if (now.step(damping, free, constants, at, movedConstants, movedStarts)) {
                    double squares = bench.squares(movedConstants, movedStarts);
                    if (squares <= now.squares) {
                        settled = now.squares - squares <= SETTLED * now.squares;
                        constants = movedConstants;
                        at = movedStarts;
                        damping = Math.max(1e-12, damping * 0.1);
                        break;
                    }
                }
                damping *= 5;
            }
            if (damping < MOST_DAMPING) {
                now = bench.linearize(constants, at);
            }
            if (settled) {
                break;
            }
        }
        return new Fitted(system.withConstants(constants), at, now.squares, observations, now.information());
    }

    /** The system as it stands, from given starts, without fitting anything. */
    double squares(EquationSystem system, double[][] starts) {
        return new Bench(system, system.free()).squares(system.constants(), starts);
    }

    /* The normal equations: constants, each window's start, and between them. */
    private final class Normal {
        private final double[][] a;
        private final double[] b;
        private final double[][][] c;
        private final double[][] d;
        private final double[][][] between;
        private double squares;

        Normal(int constants) {
            a = new double[constants][constants];
            b = new double[constants];
            c = new double[windows.size()][n][n];
            d = new double[windows.size()][n];
            between = new double[windows.size()][constants][n];
        }

        void add(int window, double error, double[] byConstants, double[] byStart) {
            squares += error * error;
            for (int i = 0; i < b.length; i++) {
                b[i] += byConstants[i] * error;
                for (int j = 0; j < b.length; j++) {
                    a[i][j] += byConstants[i] * byConstants[j];
                }
                for (int j = 0; j < n; j++) {
                    between[window][i][j] += byConstants[i] * byStart[j];
                }
            }
            for (int i = 0; i < n; i++) {
                d[window][i] += byStart[i] * error;
                for (int j = 0; j < n; j++) {
                    c[window][i][j] += byStart[i] * byStart[j];
                }
            }
        }

        private Cholesky ofStart(int window, double damping) {
            double[][] m = new double[n][];
            for (int i = 0; i < n; i++) {
                m[i] = c[window][i].clone();
                m[i][i] += damping * m[i][i] + 1e-12;
            }
            return new Cholesky(m);
        }

        /* The matrix of the constants, with the starts eliminated. */
        double[][] reduced(double damping) {
            double[][] s = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
            for (int i = 0; i < s.length; i++) {
                s[i][i] += damping * s[i][i];
            }
            for (int w = 0; w < windows.size(); w++) {
                Cholesky start = ofStart(w, damping);
                for (int i = 0; i < s.length; i++) {
                    double[] solved = start.solve(between[w][i]);
                    for (int j = 0; j < s.length; j++) {
                        s[i][j] -= dot(solved, between[w][j]);
                    }
                }
            }
            return s;
        }

        /* The matrix of the constants, with the starts eliminated; zero where the system could not be solved. */
        double[][] information() {
            try {
                return Double.isFinite(squares) ? reduced(0) : new double[b.length][b.length];
            } catch (ArithmeticException notDefinite) {
                return new double[b.length][b.length];
            }
        }

        /* A damped step; false where the equations cannot be solved. */
        boolean step(
                double damping, int[] free, double[] constants, double[][] starts, double[] toConstants, double[][] toStarts) {
            try {
                double[] right = b.clone();
                for (int w = 0; w < windows.size(); w++) {
                    double[] solved = ofStart(w, damping).solve(d[w]);
                    for (int i = 0; i < right.length; i++) {
                        right[i] -= dot(between[w][i], solved);
                    }
                }
                double[] move = right.length == 0 ? right : new Cholesky(ridged(reduced(damping))).solve(right);
                for (int i = 0; i < move.length; i++) {
                    toConstants[free[i]] = constants[free[i]] - move[i];
                }
                for (int w = 0; w < windows.size(); w++) {
                    double[] rest = d[w].clone();
                    for (int j = 0; j < n; j++) {
                        for (int i = 0; i < move.length; i++) {
                            rest[j] -= between[w][i][j] * move[i];
                        }
                    }
                    double[] shift = ofStart(w, damping).solve(rest);
                    toStarts[w] = starts[w].clone();
                    for (int j = 0; j < n; j++) {
                        toStarts[w][j] -= shift[j];
                    }
                }
                return true;
            } catch (ArithmeticException notDefinite) {
                return false;
            }
        }

        private double[][] ridged(double[][] m) {
            for (int i = 0; i < m.length; i++) {
                m[i][i] += 1e-13 * a[i][i] + 1e-300;
            }
            return m;
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /* The solver on the field and on its sensitivities. */
    private final class Bench {
        private final int[] free;
        private final GridSolve.Bench plain;
        private final GridSolve.Bench sensitive;
        private final Ledger ledger = new Ledger(0);

        Bench(EquationSystem system, int[] free) {
            this.free = free;
            double[][] times = windows.stream().map(Window::times).toArray(double[][]::new);
            GridSolve grid = new GridSolve(new Tsit5(), times, substeps);
            Field field = system.field();
            this.plain = grid.open(field);
            this.sensitive = grid.open(new Sensitivity(field, directions(system)));
        }

        private List<List<double[]>> directions(EquationSystem system) {
            int count = system.constants().length;
            List<List<double[]>> all = new ArrayList<>();
            for (int position : free) {
                double[] unit = new double[count];
                unit[position] = 1;
                all.add(List.of(unit));
            }
            List<double[]> none = count == 0 ? List.of() : List.of(new double[count]);
            IntStream.range(0, n).forEach(i -> all.add(none));
            return all;
        }

        private double[][] parameters(double[] constants) {
            return constants.length == 0 ? new double[0][] : new double[][] {constants};
        }

        double squares(double[] constants, double[][] starts) {
            double[] flat = Arrays.stream(starts).flatMapToDouble(Arrays::stream).toArray();
            double[] states = plain.run(flat, ledger, parameters(constants));
            double sum = 0;
            for (int p = 0; p < points; p++) {
                for (int w = 0; w < windows.size(); w++) {
                    for (int s = 0; s < n; s++) {
                        double measured = windows.get(w).values()[p][s];
                        if (!Double.isNaN(measured)) {
                            double error = (states[(p * windows.size() + w) * n + s] - measured) / scale[s];
                            sum += error * error;
                        }
                    }
                }
            }
            return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
        }

        Normal linearize(double[] constants, double[][] starts) {
            int k = free.length;
            int width = n * (1 + k + n);
            int count = windows.size();
            double[] start = new double[count * width];
            for (int w = 0; w < count; w++) {
                System.arraycopy(starts[w], 0, start, w * width, n);
                for (int s = 0; s < n; s++) {
                    start[w * width + n * (1 + k + s) + s] = 1;
                }
            }
            double[] states = sensitive.run(start, ledger, parameters(constants));
            Normal normal = new Normal(k);
            double[] byConstants = new double[k];
            double[] byStart = new double[n];
            for (int p = 0; p < points; p++) {
                for (int w = 0; w < count; w++) {
                    int row = (p * count + w) * width;
                    for (int s = 0; s < n; s++) {
                        double measured = windows.get(w).values()[p][s];
                        if (Double.isNaN(measured)) {
                            continue;
                        }
                        for (int i = 0; i < k; i++) {
                            byConstants[i] = states[row + n * (1 + i) + s] / scale[s];
                        }
                        for (int i = 0; i < n; i++) {
                            byStart[i] = states[row + n * (1 + k + i) + s] / scale[s];
                        }
                        normal.add(w, (states[row + s] - measured) / scale[s], byConstants, byStart);
                    }
                }
            }
            if (Double.isNaN(normal.squares)) {
                normal.squares = Double.POSITIVE_INFINITY;
            }
            return normal;
        }
    }
}
