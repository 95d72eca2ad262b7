package org.nde4j.symbolic.dynamics;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.train.Window;

/**
 * The free constants of a system, fitted to measured trajectories through the solver: nonlinear least squares with exact
 * forward sensitivities, in which the start of every window is free too.
 *
 * <p>Levenberg's and Marquardt's damping. K. Levenberg 1944, doi:10.1090/qam/10666; D. W. Marquardt 1963,
 * doi:10.1137/0111030.
 */
final class TrajectoryFit {
    private static final double SETTLED = 1e-7; // relative fall of the sum of squares that is not worth another step
    private static final double MOST_DAMPING = 1e8;

    private final List<Window> windows;
    private final List<double[][]> scale;
    private final int substeps;
    private final int observations;

    /**
     * What is fitted to.
     *
     * @param windows all of one length
     * @param scale the standard deviation of every measurement of each window, [points][n]
     * @param substeps steps of the solver between two points
     */
    TrajectoryFit(List<Window> windows, List<double[][]> scale, int substeps) {
        this.windows = windows;
        this.scale = scale;
        this.substeps = substeps;
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
    record Fitted(EquationSystem system, double[][] starts, double squares, int observations, double[][] information) {
        /** The mean squared error in units of the scale. */
        double chi2() {
            return squares / observations;
        }
    }

    /** The windows' own starts. */
    double[][] starts() {
        return windows.stream().map(w -> w.start().clone()).toArray(double[][]::new);
    }

    /** How many values were measured. */
    int observations() {
        return observations;
    }

    /**
     * Fits.
     *
     * @param system where to begin
     * @param starts the starts to begin with
     * @param iterations the greatest number of steps
     */
    Fitted fit(EquationSystem system, double[][] starts, int iterations) {
        Descent descent = new Descent(system, starts);
        boolean falls = true;
        for (int i = 0; i < iterations && falls; i++) {
            falls = descent.step();
        }
        return descent.fitted();
    }

    /* Where a fit has come to. */
    private final class Descent {
        private final EquationSystem system;
        private final int[] free;
        private final WindowErrors errors;
        private double[] constants;
        private double[][] starts;
        private NormalEquations now;
        private double damping = 1e-3;

        Descent(EquationSystem system, double[][] from) {
            this.system = system;
            this.free = system.free();
            this.errors = new WindowErrors(system, windows, scale, substeps);
            this.constants = system.constants();
            this.starts = from;
            this.now = errors.linearize(constants, starts);
        }

        /* Goes down, with as much damping as it takes; false where that is not worth while any more. */
        boolean step() {
            while (Double.isFinite(now.squares()) && damping < MOST_DAMPING) {
                NormalEquations.Step step = now.step(damping);
                if (step != null) {
                    double[] nextConstants = constants.clone();
                    for (int i = 0; i < free.length; i++) {
                        nextConstants[free[i]] += step.constants()[i];
                    }
                    double[][] nextStarts = sum(starts, step.starts());
                    double squares = errors.squares(nextConstants, nextStarts);
                    if (squares <= now.squares()) {
                        return moved(nextConstants, nextStarts, squares);
                    }
                }
                damping *= 6;
            }
            return false;
        }

        private boolean moved(double[] nextConstants, double[][] nextStarts, double squares) {
            boolean worthWhile = now.squares() - squares > SETTLED * now.squares();
            constants = nextConstants;
            starts = nextStarts;
            damping = Math.max(1e-12, damping * 0.1);
            now = errors.linearize(constants, starts);
            return worthWhile;
        }

        Fitted fitted() {
            return new Fitted(system.withConstants(constants), starts, now.squares(), observations, now.information());
        }
    }

    private static double[][] sum(double[][] x, double[][] y) {
        double[][] sum = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            int row = i;
            Arrays.setAll(sum[i], j -> x[row][j] + y[row][j]);
        }
        return sum;
    }
}
